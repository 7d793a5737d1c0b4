# %% tags=["question"]
# 第 1 题：三家要货，比到手价
from nongju import form

q = form.question(
    "tiered-coop/p1",
    see="讲一讲 一",
    scenes=[
        form.scene("山药",
            "山药装车，三家要。\n{a}：{pa} 元一斤，运费 {fa} 元，路上断 {la}%。\n"
            "{b}：{pb} 元一斤，运费 {fb} 元，断 {lb}%。\n{c}：{pc} 元一斤，运费 {fc} 元，断 {lc}%。",
            a="县食堂", pa=2.2, fa=0.06, la=2, b="邻县", pb=[2.45, 2.5], fb=0.15, lb=4, c="主城", pc=[2.9, 3], fc=0.65, lc=14),
        form.scene("藠头",
            "藠头装袋，三家要。\n{a}自己来拉：{pa} 元一斤，你不出运费，地头过秤，一斤不坏。\n"
            "{b}：{pb} 元一斤，运费 {fb} 元，路上坏 {lb}%。\n{c}：{pc} 元一斤，运费 {fc} 元，坏 {lc}%。",
            a="镇上合作社", pa=[1.6, 1.65], fa=0, la=0, b="邻县", pb=1.75, fb=0.12, lb=6, c="万州", pc=[1.9, 1.95], fc=0.25, lc=8),
        form.scene("黑老虎",
            "黑老虎熟了怕压，三家要。\n{a}：{pa} 元一斤，运费 {fa} 元，路上坏 {la}%。\n{b}：{pb} 元一斤，运费 {fb} 元，坏 {lb}%。\n"
            "{c}：{pc} 元一斤，运费 {fc} 元。要倒一回车：头一段坏 {l1}%，后一段又坏剩下的 {l2}%。",
            a="县城水果店", pa=[8, 8.2], fa=0.1, la=4, b="万州", pb=10, fb=0.3, lb=[14, 15],
            c="主城", pc=12.5, fc=1, l1=15, l2=[20, 22]),
    ],
    fields=[
        form.table(
            "home",
            "① 三家，装车的一斤到手几元？",
            columns=[form.column("net", "到手价", kind="number", unit="元/斤")],
            rows=["{a}", "{b}", "{c}"],
        ),
        form.choice("first", "② 先装哪一家？", {"a": "{a}", "b": "{b}", "c": "{c}"}),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain
from nongju.models import cooperative, freshness

def n(value):
    return plain(value, 3)

def lost(s, one):
    """Share lost on the way to buyer a, b or c."""
    if one == "c" and s.name == "黑老虎":
        return 1 - freshness.left_after_legs([s.l1 / 100, s.l2 / 100])
    return getattr(s, "l" + one) / 100

def price(s, one):
    return getattr(s, "p" + one)

def freight(s, one):
    return getattr(s, "f" + one)

def net(s, one):
    return cooperative.net_price(price(s, one), freight(s, one), lost(s, one))

def rows(worth):
    """A row a buyer, by a formula of scene and buyer."""
    return lambda s: [{"net": worth(s, one)} for one in "abc"]

def kept(s, one):
    return 1 - lost(s, one)

def third(share):
    """A wrong share that arrives after two legs, which one scene has."""
    return {"黑老虎": lambda s: [{}, {}, {"net": s.pc * share(s) - s.fc}]}

def best(s):
    return max("abc", key=lambda one: net(s, one))

def dearest(s):
    return max("abc", key=lambda one: price(s, one))

def told(s):
    said = []
    for one in "abc":
        kept = 1 - lost(s, one)
        legs = f"（两段：{n(1 - s.l1 / 100)} × {n(1 - s.l2 / 100)} = {n(kept)}）" if one == "c" and s.name == "黑老虎" else ""
        said.append(f"{getattr(s, one)}：{n(price(s, one))} × {n(kept)}{legs} − {n(freight(s, one))} = {n(net(s, one))} 元。")
    return "".join(said)

def told_first(s):
    said = f"到手最高的是{getattr(s, best(s))}，{n(net(s, best(s)))} 元一斤。"
    if dearest(s) == best(s):
        return said
    return f"{said}{getattr(s, dearest(s))}卖价最高，扣了坏的和运费，只落 {n(net(s, dearest(s)))} 元。"


q.mark(
    form.rule_table(
        "home",
        points=4,
        within=0.006,
        key=rows(net),
        row_names=("第一家", "第二家", "第三家"),
        why=told,
        wrong=[
            form.wrong("price_not_take_home", "看卖价高，不看到手", rows(price), "卖价里有坏掉的，有运费。减完才是你的。"),
            form.wrong("road_loss_forgotten", "路上坏的没算", rows(lambda s, one: price(s, one) - freight(s, one)), "坏在路上的，没人给钱。先乘到得了的成数，再减运费。"),
            form.wrong("freight_forgotten", "没扣运费", rows(lambda s, one: price(s, one) * kept(s, one)), "坏的算对了，还有运费。一斤一斤都要付。"),
            form.wrong("rotten_rides_free", "烂的当成没付车钱", rows(lambda s, one: (price(s, one) - freight(s, one)) * kept(s, one)), "坏掉的那些，上车时也付了运费。先乘成数，再减整份运费。"),
            form.wrong("freight_added", "运费加上去了", rows(lambda s, one: price(s, one) * kept(s, one) + freight(s, one)), "运费是你付的。从卖得的钱里减。"),
            form.wrong("percent_as_yuan", "百分之几当成几元", rows(lambda s, one: price(s, one) - lost(s, one) - freight(s, one)), "坏百分之几，是一百斤里坏几斤。先乘到得了的成数。"),
            form.wrong("percent_as_jiao", "百分之几当成几角", rows(lambda s, one: price(s, one) - 10 * lost(s, one) - freight(s, one)), "坏百分之几，是一百斤里坏几斤。先乘到得了的成数。"),
            form.wrong("lost_not_kept", "乘了坏掉的成数", rows(lambda s, one: price(s, one) * lost(s, one) - freight(s, one)), "要用剩下的成数，不是坏掉的。"),
            form.wrong("lost_money_alone", "写成了坏掉的钱", rows(lambda s, one: price(s, one) * lost(s, one)), "这是坏掉的那些值几元。用卖价减掉它，再减运费。"),
            form.wrong("gone_not_home", "写成了路上少掉的", rows(lambda s, one: price(s, one) - net(s, one)), "这是一斤少掉的钱。问的是到手的，用卖价减。"),
            form.wrong("loss_divided", "该乘的除了", rows(lambda s, one: price(s, one) / kept(s, one) - freight(s, one)), "路上坏了，钱只会少。用乘，不用除。"),
            form.wrong("rot_added", "坏的加上去了", rows(lambda s, one: price(s, one) * (1 + lost(s, one)) - freight(s, one)), "路上坏了，钱只会少。乘到得了的成数。"),
            form.wrong("by_arrived_jin", "算成了到得了的一斤", rows(lambda s, one: net(s, one) / kept(s, one)), "问的是装车的一斤。乘到得了的成数，减运费，就好了，不用再除。"),
            form.wrong("freight_shared_by_arrived", "运费摊到了剩下的斤数上", rows(lambda s, one: price(s, one) * kept(s, one) - freight(s, one) / kept(s, one)), "问的是装车的一斤。运费按装车的一斤减。"),
            form.wrong("freight_added_alone", "卖价加了运费", rows(lambda s, one: price(s, one) + freight(s, one)), "运费是你付的，要减。坏在路上的也要扣。"),
            form.wrong("percent_as_yuan_alone", "只减了百分之几", rows(lambda s, one: price(s, one) - lost(s, one)), "坏百分之几，是一百斤里坏几斤，要用乘。运费也要减。"),
            form.wrong("fen_for_yuan", "写成了几分", rows(lambda s, one: 100 * net(s, one)), "格子后面写着元。100 分是 1 元。"),
            form.wrong("losses_summed_as_yuan", "几段加起来，当成几元", {"黑老虎": lambda s: [{}, {}, {"net": s.pc - (s.l1 + s.l2) / 100 - s.fc}]}, "坏百分之几，是一百斤里坏几斤。两段用乘。"),
            form.wrong("losses_summed_no_freight", "几段直接相加，运费没扣", {"黑老虎": lambda s: [{}, {}, {"net": s.pc * (1 - (s.l1 + s.l2) / 100)}]}, "两段用乘，不用加。运费也要减。"),
            form.wrong("losses_summed_rides_free", "几段直接相加，烂的没付车钱", {"黑老虎": lambda s: [{}, {}, {"net": (s.pc - s.fc) * (1 - (s.l1 + s.l2) / 100)}]}, "两段用乘，不用加。坏掉的那些，上车时也付了运费。"),
            form.wrong("losses_summed", "几段损耗直接相加", third(lambda s: 1 - (s.l1 + s.l2) / 100), "后一段坏的，是前一段剩下的。两段用乘，不用加。"),
            form.wrong("last_leg_only", "只算最后一段", third(lambda s: 1 - s.l2 / 100), "头一段已经坏了 {l1}%。两段都要乘。"),
            form.wrong("first_leg_only", "只算头一段", third(lambda s: 1 - s.l1 / 100), "后一段又坏了 {l2}%。两段都要乘。"),
            form.wrong("lost_multiplied_then_taken", "坏的乘起来，再用 100 减", third(lambda s: 1 - s.l1 * s.l2 / 10000), "要乘的是剩下的成数，不是坏掉的。"),
            form.wrong("average_leg", "几段取了平均", third(lambda s: 1 - (s.l1 + s.l2) / 200), "两段都走了，不是走一段。一段一段乘。"),
        ],
    ),
    form.rule_choice(
        "first",
        points=2,
        key=best,
        why=told_first,
        wrong=[
            form.wrong("price_not_take_home", "看卖价高，不看到手", lambda s: dearest(s), "卖价高，路上丢的也多。比的是到手价。"),
            form.wrong("nearest_always", "近的总是最好", {"山药": "a", "黑老虎": "a"}, "近的多半好，不是总好。算一遍到手价再说。"),
            form.wrong("middle_is_safe", "挑中间的总稳当", {"藠头": "b"}, "不远不近，听着稳当。可到手价要算出来比。"),
        ],
    ),
)
