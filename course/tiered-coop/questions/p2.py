# %% tags=["question"]
# 第 2 题：这批货怎么装
from nongju import form

q = form.question(
    "tiered-coop/p2",
    scenes=[
        form.scene(
            "土豆",
            "还有 {s} 斤土豆，三家要。\n{a}：卖价 {pa}，到手 {na} 元一斤，最多要 {ca} 斤。\n"
            "{b}：卖价 {pb}，到手 {nb} 元，最多 {cb} 斤。\n{c}：卖价 {pc}，到手 {nc} 元，最多 {cc} 斤。\n"
            "没装的喂猪，一斤值 {floor} 元。",
            a="县食堂",
            b="邻县",
            c="主城",
            s=[6000, 6500],
            pa=1.3,
            na=1.22,
            ca=3000,
            pb=1.45,
            nb=1.26,
            cb=4000,
            pc=1.8,
            nc=1.15,
            cc=20000,
            floor=0.5,
            r=0,
        ),
        form.scene(
            "山药",
            "有 {s} 斤山药，三家要。\n{a}：卖价 {pa}，到手 {na} 元一斤，最多要 {ca} 斤。早签了字，至少给 {r} 斤，给足这些，才能装别处。\n"
            "{b}：卖价 {pb}，到手 {nb} 元，最多 {cb} 斤。\n{c}：卖价 {pc}，到手 {nc} 元，最多 {cc} 斤。\n"
            "没装的喂猪，一斤值 {floor} 元。",
            a="学校食堂",
            b="邻县",
            c="主城",
            s=5000,
            pa=2,
            na=1.8,
            ca=3000,
            pb=2.5,
            nb=2.1,
            cb=2500,
            pc=2.8,
            nc=1.95,
            cc=6000,
            floor=0.5,
            r=[1500, 2000],
        ),
        form.scene(
            "小个土豆",
            "挑剩的小个土豆 {s} 斤。\n{a}：卖价 {pa}，到手 {na} 元一斤，最多要 {ca} 斤。\n"
            "{b}：卖价 {pb}，到手 {nb} 元，最多 {cb} 斤。\n{c}：卖价 {pc}，到手 {nc} 元，最多 {cc} 斤。\n"
            "没装的喂猪，一斤值 {floor} 元。",
            a="供销社零售点",
            b="邻县",
            c="主城",
            s=[4500, 4800],
            pa=0.95,
            na=0.9,
            ca=1500,
            pb=0.9,
            nb=0.72,
            cb=2000,
            pc=1.1,
            nc=0.35,
            cc=8000,
            floor=0.45,
            r=0,
        ),
        form.scene(
            "黑老虎",
            "有 {s} 斤黑老虎，熟了，放不住。\n{a}：卖价 {pa}，到手 {na} 元一斤，最多要 {ca} 斤。\n"
            "{b}那边今年也丰收：卖价 {pb}，到手 {nb} 元，只要 {cb} 斤。\n{c}：卖价 {pc}，到手 {nc} 元，最多 {cc} 斤。\n"
            "没装的就烂了，值 {floor} 元。",
            a="县城水果店",
            b="邻县",
            c="主城",
            s=[1000, 1100],
            pa=6,
            na=5.6,
            ca=800,
            pb=7.5,
            nb=6.5,
            cb=300,
            pc=12,
            nc=8,
            cc=600,
            floor=0,
            r=0,
        ),
    ],
    fields=[
        form.table(
            "loads",
            "① 怎么装，一共到手最多？（不装写 0）",
            columns=[form.column("jin", "装几斤", kind="number", unit="斤")],
            rows=["{a}", "{b}", "{c}", "留下不装"],
        ),
        form.number("total", "② 这样装，一共到手几元？（留下的也算）", unit="元"),
        form.number("less", "③ 三叔说：近的装满，再装远的。照他的，少落几元？", unit="元"),
    ],
)

# %% tags=["key"] points=7
from nongju.marking import plain
from nongju.models import cooperative


def n(value):
    return plain(value, 2)


def buyers(s):
    """Tier, take-home price, no freight, no loss, demand; the promised share left out."""
    return [[0, s.na, 0, 0, s.ca - s.r], [1, s.nb, 0, 0, s.cb], [2, s.nc, 0, 0, s.cc]]


def with_rest(s, loads):
    return [*loads, s.s - sum(loads)]


def best(s):
    """Promised share first, then by what comes home; what is worth more at home stays."""
    loads = cooperative.best_net_first(s.s - s.r, buyers(s), s.floor)
    return with_rest(s, [loads[0] + s.r, loads[1], loads[2]])


def nearest(s):
    """The near one full, then the next, as far as the main city."""
    loads = cooperative.nearest_first(s.s - s.r, buyers(s))
    return with_rest(s, [loads[0] + s.r, loads[1], loads[2]])


def in_order(s, order):
    """Fill the buyers in a given order after the promised share."""
    loads, left = {"a": s.r, "b": 0, "c": 0}, s.s - s.r
    for one in order:
        take = min(left, getattr(s, "c" + one) - loads[one])
        loads[one] += take
        left -= take
    return with_rest(s, [loads["a"], loads["b"], loads["c"]])


def dearest(s):
    return in_order(s, sorted("abc", key=lambda one: -getattr(s, "p" + one)))


def uncapped(s):
    """All that is not promised to the one that brings home most."""
    loads = {"a": s.r, "b": 0, "c": 0}
    loads[max("abc", key=lambda one: getattr(s, "n" + one))] += s.s - s.r
    return with_rest(s, [loads["a"], loads["b"], loads["c"]])


def money(s, loads):
    return sum(load * worth for load, worth in zip(loads, (s.na, s.nb, s.nc, s.floor)))


def rows(plan):
    return lambda s: [{"jin": load} for load in plan(s)]


def total(plan):
    return lambda s: money(s, plan(s))


def less(s):
    return money(s, best(s)) - money(s, nearest(s))


def unpromised(s):
    loads = cooperative.best_net_first(s.s, [[0, s.na, 0, 0, s.ca], [1, s.nb, 0, 0, s.cb], [2, s.nc, 0, 0, s.cc]], s.floor)
    return with_rest(s, loads)


def by_price(s):
    return sum(load * worth for load, worth in zip(best(s), (s.pa, s.pb, s.pc, s.floor)))


def gap_on_all(s):
    """The gap between two take-home prices, times every jin."""
    top = max(s.na, s.nb, s.nc)
    return (s.floor - s.nc if s.name == "小个土豆" else top - s.na) * s.s


def spelled(s, loads):
    """The loads and their money as one sum in words."""
    worths = (s.na, s.nb, s.nc, s.floor)
    return " + ".join(f"{n(load)} × {n(worth)}" for load, worth in zip(loads, worths) if load and worth)


def told(s):
    loads = best(s)
    said = [f"先给足签了字的 {n(s.r)} 斤。"] if s.r else []
    order = sorted("abc", key=lambda one: -getattr(s, "n" + one))
    said.append("按到手价排：" + ",".join(f"{getattr(s, one)} {n(getattr(s, 'n' + one))} 元" for one in order) + "。")
    by_name = dict(zip("abc", loads))
    said.append(
        "从高往低装：" + ",".join(f"{getattr(s, one)} {n(by_name[one])} 斤" for one in order if by_name[one]) + "。"
    )
    if loads[3]:
        said.append(f"主城到手 {n(s.nc)} 元，还不如喂猪的 {n(s.floor)} 元，剩下 {n(loads[3])} 斤不装。")
    return "".join(said)


def told_less(s):
    said = (
        f"三叔的装法：{spelled(s, nearest(s))} = {n(money(s, nearest(s)))} 元。"
        f"和你的 {n(money(s, best(s)))} 元比，少 {n(less(s))} 元。"
    )
    if s.name == "黑老虎":
        return said + "远处到手高出一大截，近的先走就吃亏了。"
    if s.name == "小个土豆":
        return said + "近的先走没错，错在一路拉到主城。"
    return said + "差得不多，还省了跑远路。近的先走，多半不差。"


q.mark(
    form.rule_table(
        "loads",
        points=3,
        within=1,
        key=rows(best),
        row_names=("第一家", "第二家", "第三家", "留下不装"),
        why=told,
        wrong=[
            form.wrong(
                "nearest_always",
                "近的总是最好",
                {"土豆": rows(nearest), "山药": rows(nearest), "黑老虎": rows(nearest)},
                "近的先走多半不差。可要落得最多，先装到手价高的。",
            ),
            form.wrong(
                "carried_below_feed",
                "运去还不如留下",
                {"小个土豆": rows(nearest)},
                "拉到主城，一斤只落 {nc} 元，喂猪还值 {floor} 元。到手比本地低的，不装。",
            ),
            form.wrong(
                "price_not_take_home",
                "看卖价高，不看到手",
                {"土豆": rows(dearest), "山药": rows(dearest), "小个土豆": rows(dearest)},
                "卖价最高的，到手不一定高。按到手价排。",
            ),
            form.wrong("cap_forgotten", "忘了人家只要这么多", rows(uncapped), "一家只要那么多。装满一家，再装下一家。"),
            form.wrong(
                "promise_broken",
                "签了字的没给足",
                {"山药": rows(unpromised)},
                "签了字的 {r} 斤要先给足。少落一点，也不能失信。",
            ),
            form.wrong(
                "shared_equally",
                "几家平分",
                {"土豆": lambda s: [{"jin": s.s / 3}, {"jin": s.s / 3}, {"jin": s.s / 3}, {"jin": 0}]},
                "平分谁也不得罪，可落得少。先装到手价高的。",
            ),
        ],
    ),
    form.rule_number(
        "total",
        points=2,
        within=1,
        key=total(best),
        why=lambda s: f"{spelled(s, best(s))} = {n(money(s, best(s)))} 元。",
        wrong=[
            form.wrong(
                "nearest_always",
                "近的总是最好",
                {"土豆": total(nearest), "山药": total(nearest), "黑老虎": total(nearest)},
                "照你的装法没算错。换成到手价高的先装，还多几元。",
                credit=0.5,
            ),
            form.wrong(
                "carried_below_feed",
                "运去还不如留下",
                {"小个土豆": total(nearest)},
                "照你的装法没算错。可主城那些，留下喂猪还值得多。",
                credit=0.5,
            ),
            form.wrong(
                "price_not_take_home",
                "看卖价高，不看到手",
                {"土豆": total(dearest), "山药": total(dearest), "小个土豆": total(dearest)},
                "照你的装法没算错。可卖价高的，到手并不高。",
                credit=0.5,
            ),
            form.wrong("counted_at_price", "按卖价算钱", by_price, "斤数装对了。可一斤落的是到手价，不是卖价。"),
            form.wrong("cap_forgotten", "忘了人家只要这么多", total(uncapped), "一家只要那么多。多拉去的，卖不掉。"),
            form.wrong(
                "feed_forgotten",
                "留下的没算钱",
                {"小个土豆": lambda s: money(s, best(s)) - best(s)[3] * s.floor},
                "留下喂猪的，一斤也值 {floor} 元。",
            ),
            form.wrong("promise_broken", "签了字的没给足", {"山药": total(unpromised)}, "签了字的 {r} 斤要先给足。"),
        ],
    ),
    form.rule_number(
        "less",
        points=2,
        within=1,
        key=less,
        why=told_less,
        wrong=[
            form.wrong("other_total_not_difference", "写成了三叔的总数", total(nearest), "问的是少几元。两个总数相减。"),
            form.wrong("gap_on_all", "差价乘了全部的货", gap_on_all, "两种装法，多数的货去的是一样的地方。只有换了地方的那些，才有差。"),
            form.wrong("nearest_costs_nothing", "以为近的先走不花代价", 0, "多半不差，不等于一分不差。两个总数减一减。"),
        ],
    ),
)
