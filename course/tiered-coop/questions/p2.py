# %% tags=["question"]
# 第 2 题：这批货怎么装
from nongju import form

THREE = (
    "\n{a}：卖价 {pa}，到手 {na} 元一斤，最多要 {ca} 斤。{more}\n{b}：卖价 {pb}，到手 {nb} 元，最多 {cb} 斤。\n"
    "{c}：卖价 {pc}，到手 {nc} 元，最多 {cc} 斤。\n没装的{rest}，一斤值 {floor} 元。"
)

q = form.question(
    "tiered-coop/p2",
    see="讲一讲 二",
    scenes=[
        form.scene("土豆", "还有 {s} 斤土豆，三家要。" + THREE, s=[6500, 6800], r=0, more="", rest="喂猪", floor=0.5,
            a="县食堂", pa=1.3, na=1.22, ca=3000, b="邻县", pb=1.45, nb=1.28, cb=4000, c="主城", pc=1.8, nc=1.15, cc=20000),
        form.scene("山药", "有 {s} 斤山药，三家要。" + THREE, s=5000, rest="喂猪", floor=0.5,
            together=[{"r": 1500, "more": "早签了字，至少给 1500 斤，给足这些，才能装别处。"},
                {"r": 2000, "more": "早签了字，至少给 2000 斤，给足这些，才能装别处。"}],
            a="学校食堂", pa=2, na=1.85, ca=3000, b="邻县", pb=2.5, nb=2.1, cb=2500, c="主城", pc=2.8, nc=1.95, cc=6000),
        form.scene("小个土豆", "挑剩的小个土豆 {s} 斤，三家要。" + THREE, s=[4600, 4800], r=0, more="", rest="喂猪", floor=0.45,
            a="供销社零售点", pa=0.95, na=0.9, ca=1500, b="邻县", pb=0.9, nb=0.72, cb=2000, c="主城", pc=1.1, nc=0.35, cc=8000),
        form.scene("黑老虎", "有 {s} 斤黑老虎，熟了，放不住。邻县今年也丰收。三家要。" + THREE, s=[1000, 1100], r=0, more="",
            rest="就烂了", floor=0, a="县城水果店", pa=6, na=5.6, ca=800, b="邻县", pb=7.5, nb=6.5, cb=300, c="主城", pc=12, nc=8, cc=600),
    ],
    fields=[
        form.table("loads", "① 怎么装，一共到手最多？（不装写 0）", rows=["{a}", "{b}", "{c}", "留下不装"],
                   columns=[form.column("jin", "装几斤", kind="number", unit="斤")]),
        form.number("total", "② 这样装，一共到手几元？（留下的也算）", unit="元"),
        form.number("less", "③ 要是照三叔的：从最近的装起，装满一家再去远一家，一斤不留。少落几元？", unit="元"),
    ],
)

# %% tags=["key"] points=7
from nongju.marking import plain
POTATO, YAM, SMALL, FRUIT = "土豆", "山药", "小个土豆", "黑老虎"
def rows(loads):
    return [{"jin": float(load)} for load in loads]
def in_order(s, order, promised=True):
    """Fill the buyers in an order, what is promised first; the rest stays."""
    loads, left = {"a": float(s.r) if promised else 0.0, "b": 0.0, "c": 0.0}, float(s.s) - (float(s.r) if promised else 0)
    for one in order:
        take = min(left, float(getattr(s, "c" + one)) - loads[one])
        loads[one] += take
        left -= take
    return [loads["a"], loads["b"], loads["c"], left]
def by(s, letter):
    return sorted("abc", key=lambda one: -float(getattr(s, letter + one)))
def best(s):
    return in_order(s, [one for one in by(s, "n") if float(getattr(s, "n" + one)) > float(s.floor)])
def uncapped(s, one=""):
    loads = {"a": float(s.r), "b": 0.0, "c": 0.0}
    loads[one or by(s, "n")[0]] += float(s.s) - float(s.r)
    return [loads["a"], loads["b"], loads["c"], 0.0]
def only(s, order):
    return rows(in_order(s, order))
def money(s, loads, worth="n"):
    return sum(load * one for load, one in zip(loads, (*(getattr(s, worth + one) for one in "abc"), s.floor)))
def jin(s):
    return [row["jin"] for row in s.loads]
def swapped(s, names):
    """Yuan where the take-home prices of buyers are mixed up: `names` says whose stands where."""
    return sum(load * getattr(s, "n" + one) for load, one in zip(jin(s), names)) + jin(s)[3] * s.floor
def full_price(s, here, there):
    """Yuan at the full take-home price of what plan `here` loads and plan `there` does not."""
    return sum(max(0, one - other) * net for one, other, net in zip(here, there, (s.na, s.nb, s.nc, s.floor)))
def moved(s):
    return sum(max(0, one - other) for one, other in zip(in_order(s, "abc"), best(s)))
def here(worth, *names):
    return dict.fromkeys(names, worth)

work = form.work(
    {
        "loads": lambda s: rows(best(s)),
        "total": lambda s: money(s, jin(s)),
        "uncle": lambda s: money(s, in_order(s, "abc")),
        "less": lambda s: s.total - s.uncle,
    },
    [
        form.slip("nearest_always", "近的总是最好", "近的先走多半不差。可要落得最多，先装到手价高的。", loads=here(lambda s: only(s, "abc"), POTATO, YAM, FRUIT), at=("loads", "total")),
        form.slip("carried_below_feed", "运去还不如留下", "拉到主城，一斤只落 {nc} 元，喂猪还值 {floor} 元。比本地低的，不装。", loads=here(lambda s: only(s, "abc"), SMALL), at=("loads", "total")),
        form.slip("price_not_take_home", "看卖价高，不看到手", "卖价最高的，到手不一定高。按到手价排。", loads=here(lambda s: only(s, by(s, "p")), POTATO, YAM, SMALL)),
        form.slip("cap_forgotten", "忘了人家只要这么多", "一家只要那么多。装满一家，再装下一家。", loads=lambda s: rows(uncapped(s))),
        form.slip("all_to_nearest", "全给了最近的一家", "一家只要那么多。到手价高的装满，再装下一家。", at="loads", loads=here(lambda s: rows(uncapped(s, "a")), POTATO, YAM, FRUIT)),
        form.slip("all_to_middle", "全给了中间那一家", "一家只要那么多。到手价高的装满，再装下一家。", at="loads", loads={SMALL: lambda s: rows(uncapped(s, "b")), YAM: lambda s: rows([0, s.s, 0, 0]), FRUIT: lambda s: rows(uncapped(s, "b"))}),
        form.slip("promise_broken", "签了字的没给足", "签了字的 {r} 斤要先给足。少落一点，也不能失信。", loads=here(lambda s: rows(in_order(s, by(s, "n"), promised=False)), YAM)),
        form.slip("promise_broken_for_price", "签了字的没给，全拉去卖价高的", "签了字的 {r} 斤要先给足。别的按到手价排，不按卖价。", at="loads", loads=here(lambda s: rows([0, 0, s.s, 0]), YAM)),
        form.slip("promise_alone", "只装了签了字的", "给足签了字的，还有的货，三家都还要。", at="loads", loads=here(lambda s: rows([s.r, 0, 0, s.s - s.r]), YAM)),
        form.slip("best_one_alone", "只装了到手最高的一家", "那一家装满了，剩下的再装下一家，比留下强。", at="loads", loads=lambda s: only(s, by(s, "n")[:1])),
        form.slip("best_one_rest_unwritten", "只写了一家，别的没写", "那一家装满了，剩下的也要有去处。", at="loads", loads=lambda s: rows([*in_order(s, by(s, "n")[:1])[:3], 0])),
        form.slip("nearest_alone", "只装了最近的一家", "近的装满了，还有货。别家到手，也比留下强。", at="loads", loads=here(lambda s: only(s, "a"), POTATO, YAM, FRUIT)),
        form.slip("second_skipped", "跳过了第二高的", "装满一家，下一家也照到手价挑。", at="loads", loads=lambda s: only(s, by(s, "n")[0] + by(s, "n")[2])),
        form.slip("nearest_then_dearest", "近的装满，剩下的给卖价最高的", "三家都按到手价排，从高往低装。", at="loads", loads=here(lambda s: only(s, "ac"), POTATO, YAM, FRUIT)),
        form.slip("everyone_filled", "三家都照最多的装", "手上一共只有 {s} 斤。加一加，别超了。", at="loads", loads=lambda s: rows([s.ca, s.cb, s.cc, 0])),
        form.slip("two_filled", "两家都照最多的装", "手上一共只有 {s} 斤。加一加，别超了。", at="loads", loads=here(lambda s: rows([s.ca, s.cb, 0, 0]), POTATO, YAM)),
        form.slip("rest_unwritten", "剩下的没写进去", "四行加起来，该有 {s} 斤。", at="loads", loads={SMALL: lambda s: rows([s.ca, s.cb, 0, 0]), FRUIT: lambda s: rows([0, s.cb, s.cc, 0])}),
        form.slip("shared_equally", "几家平分", "平分谁也不得罪，可落得少。先装到手价高的。", at="loads", loads=lambda s: rows([s.s / 3] * 3 + [0])),
        form.slip("shared_with_home", "四样平分", "平分落得少。先装到手价高的，一家一家装满。", at="loads", loads=lambda s: rows([s.s / 4] * 4)),
        form.slip("two_share", "到手高的两家平分", "不用平分。到手最高的先装满，再装下一家。", at="loads", loads=here(lambda s: rows([*(s.s / 2 if one in by(s, "n")[:2] else 0 for one in "abc"), 0]), POTATO, SMALL, FRUIT)),
        form.slip("all_kept", "全留下不装", "三家里，到手比留下高的就装。", at="loads", loads=lambda s: rows([0, 0, 0, s.s])),
        form.slip("counted_at_price", "按卖价算钱", "一斤落的是到手价，不是卖价。", at="total", total=lambda s: money(s, jin(s), "p")),
        form.slip("feed_forgotten", "留下的没算钱", "留下喂猪的，一斤也值 {floor} 元。", total=here(lambda s: money(s, jin(s)) - jin(s)[3] * s.floor, SMALL), at="total"),
        form.slip("one_price_for_all", "全按最高的到手价算", "每一家到手不一样。一家一家乘，再加起来。", at="total", total=lambda s: sum(jin(s)[:3]) * max(s.na, s.nb, s.nc) + jin(s)[3] * s.floor),
        form.slip("mean_of_three", "三家到手价取了平均", "每家装的斤数不一样。一家一家乘，再加起来。", at="total", total=lambda s: s.s * (s.na + s.nb + s.nc) / 3),
        form.slip("mean_of_two", "装的两家取了平均", "每家装的斤数不一样。一家一家乘，再加起来。", at="total", total={POTATO: lambda s: s.s * (s.na + s.nb) / 2, SMALL: lambda s: s.s * (s.na + s.nb) / 2}),
        form.slip("first_two_swapped", "两家的到手价乘反了", "一家的斤数，乘那一家的到手价。", at="total", total=lambda s: swapped(s, "bac")),
        form.slip("last_two_swapped", "两家的到手价乘反了", "一家的斤数，乘那一家的到手价。", at="total", total=here(lambda s: swapped(s, "acb"), YAM, FRUIT)),
        form.slip("counted_to_the_cap", "照最多要的斤数算钱", "有一家没装满。照①里装了的斤数乘。", at="total", total=here(lambda s: sum(cap * net for cap, net, load in zip((s.ca, s.cb, s.cc), (s.na, s.nb, s.nc), best(s)) if load), POTATO, YAM, FRUIT)),
        form.slip("nearest_price_for_all", "全按最近那家的到手价算", "每一家到手不一样。一家一家乘，再加起来。", at="total", total=here(lambda s: sum(jin(s)[:3]) * s.na + jin(s)[3] * s.floor, POTATO, YAM, FRUIT)),
        form.slip("added_then_multiplied", "到手价先加起来再乘", "一家的斤数，乘那一家的到手价。乘完再加。", at="total", total=lambda s: s.s * (s.na + s.nb + s.nc)),
        form.slip("jin_not_money", "把斤数加了起来", "问的是几元。斤数乘到手价，再加。", total=lambda s: sum(jin(s)), at="total"),
        form.slip("road_money", "写成了路上少掉的钱", "卖价和到手价的差，是路上少掉的。问的是到手的。", at="total", total=lambda s: money(s, jin(s), "p") - money(s, jin(s))),
        form.slip("other_total_not_difference", "写成了三叔的总数", "问的是少几元。两个总数相减。", less=lambda s: s.uncle, at="less"),
        form.slip("own_total_again", "写成了自己的总数", "问的是少几元。减掉三叔的总数。", less=lambda s: s.total, at="less"),
        form.slip("totals_added", "两个总数加起来了", "问的是少几元。用减。", less=lambda s: s.total + s.uncle, at="less"),
        form.slip("gap_at_price", "两边都按卖价算", "落在手里的是到手价。两个总数都用到手价算，再减。", less=lambda s: abs(money(s, jin(s), "p") - money(s, in_order(s, "abc"), "p")), at="less"),
        form.slip("uncle_nearest_alone", "当三叔只装最近的一家", "近的装满，他还接着装远的。那些也要算钱。", less=lambda s: s.total - money(s, in_order(s, "a")), at="less"),
        form.slip("uncle_rest_unpaid", "三叔后面装的没算钱", "近的装满，他还接着装远的。那些也要算钱。", less=here(lambda s: s.total - in_order(s, "a")[0] * s.na, POTATO, YAM, SMALL), at="less"),
        form.slip("uncle_all_nearest", "当三叔全给最近的一家", "最近的一家只要 {ca} 斤。装满了，他再装下一家。", less=lambda s: abs(s.total - s.s * s.na), at="less"),
        form.slip("uncle_to_farthest", "当三叔装满近的，就去最远的", "近的装满，先去邻县，再去最远的。", less=here(lambda s: abs(s.total - money(s, in_order(s, "ac"))), POTATO, YAM, FRUIT), at="less"),
        form.slip("uncle_far_first", "当三叔先装远的", "三叔是从近的装起。", less=here(lambda s: abs(s.total - money(s, in_order(s, "cba"))), POTATO, SMALL, YAM), at="less"),
        form.slip("gap_on_all", "差价乘了全部的货", "两种装法，多数的货去的是一样的地方。只有换了地方的那些，才有差。", at="less", less=lambda s: ((s.floor if s.name == SMALL else max(s.na, s.nb, s.nc)) - (s.nc if s.name == SMALL else s.na)) * s.s),
        form.slip("gap_of_a_jin", "只算了一斤差几元", "这是一斤的差。再乘换了地方的斤数。", less=lambda s: (s.total - s.uncle) / moved(s), at="less"),
        form.slip("moved_at_uncles_price", "换地方的斤数乘了整价", "换了地方的，两头都值钱。乘一斤差几元。", at="less", less=lambda s: full_price(s, in_order(s, "abc"), best(s))),
        form.slip("moved_at_own_price", "换地方的斤数乘了整价", "换了地方的，两头都值钱。乘一斤差几元。", at="less", less=lambda s: full_price(s, best(s), in_order(s, "abc"))),
        form.slip("one_moved_load_alone", "换了地方的只算了一家", "换地方的不止一家。一家一家算，再加起来。", at="less", less=here(lambda s: (s.cb - in_order(s, "abc")[1]) * (s.nb - s.na), YAM)),
        form.slip("other_moved_load_alone", "换了地方的只算了一家", "换地方的不止一家。一家一家算，再加起来。", at="less", less=here(lambda s: best(s)[2] * (s.nc - s.na), YAM)),
        form.slip("moved_from_the_middle", "换地方的，差价拿错了一家", "三叔多装的，是最近那一家。差价跟那一家比。", at="less", less=here(lambda s: best(s)[2] * (s.nc - s.nb), FRUIT)),
        form.slip("moved_jin", "写成了换地方的斤数", "这是换了地方的斤数。再乘每斤差几元。", less=lambda s: moved(s), at="less"),
        form.slip("nearest_costs_nothing", "以为近的先走不花代价", "多半不差，不等于一分不差。两个总数减一减。", less=0, at="less"),
    ],
)
def told(s):
    order = by(s, "n")
    said = [f"先给足签了字的 {plain(s.r)} 斤。"] if s.r else []
    said.append("按到手价排：" + "，".join(f"{getattr(s, one)} {plain(getattr(s, 'n' + one))} 元" for one in order) + "。")
    loads = dict(zip("abc", best(s)))
    said.append("从高往低装：" + "，".join(f"{getattr(s, one)} {plain(loads[one])} 斤" for one in order if loads[one]) + "。")
    if best(s)[3]:
        said.append(f"{s.c}到手 {plain(s.nc)} 元，不如喂猪的 {plain(s.floor)} 元，剩下 {plain(best(s)[3])} 斤不装。")
    return "".join(said)
def told_less(s):
    said = f"三叔一共到手 {plain(s.uncle, 2)} 元，比你的 {plain(s.total, 2)} 元少 {plain(s.less, 2)} 元。"
    ends = {FRUIT: "远处到手高出一大截，近的先走就吃亏了。", SMALL: "近的先走没错，错在一路拉到主城。"}
    return said + ends.get(s.name, "差得不多，还省了跑远路。近的先走，多半不差。")

q.mark(
    form.rule_table("loads", points=3, of=work, within=1, row_names=("第一家", "第二家", "第三家", "留下不装"), why=told),
    form.rule_number("total", points=2, of=work, within=1, why="一家的斤数乘一家的到手价，加起来 {key_said}。"),
    form.rule_number("less", points=2, of=work, within=0.02, why=told_less),
)
