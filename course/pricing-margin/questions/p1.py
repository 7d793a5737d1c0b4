# %% tags=["question"]
# 第 1 题：一斤摊多少货钱
from nongju import form

q = form.question(
    "pricing-margin/p1",
    scenes=[
        form.scene(
            "腊肉",
            "鲜猪肉 {pork} 元一斤。上一批 10 斤鲜肉，熏出 {out} 斤腊肉。有人订了 {want} 斤{goods}。",
            goods="腊肉",
            raw="鲜肉",
            pork=[13, 13.5, 14.5],
            out=[6, 6.2, 6.4],
            want=[30, 40],
        ),
        form.scene(
            "干莲子",
            "带壳的鲜莲子 {fresh} 元一斤。剥壳、晒干，{ratio} 斤鲜的才得 1 斤干的。有人订了 {want} 斤{goods}。",
            goods="干莲子",
            raw="鲜莲子",
            fresh=[3.2, 3.5, 4.5],
            ratio=[3, 3.2, 3.5],
            want=[12, 20],
        ),
        form.scene(
            "香肠",
            "猪肉 {pork} 元一斤。每 10 斤肉，配肠衣和料 {casing} 元。灌好晾干，得 {out} 斤香肠。有人订了 {want} 斤{goods}。",
            goods="香肠",
            raw="猪肉",
            pork=[13, 14, 15],
            casing=[12, 15, 18],
            out=[7.4, 7.6, 7.8],
            want=[30, 40],
        ),
        form.scene(
            "渣海椒",
            "上一坛下了 {chili} 斤红辣椒，{pepper} 元一斤；{corn} 斤玉米面，{flour} 元一斤。"
            "开坛挖掉面上坏的，好的有 {good} 斤。有人订了 {want} 斤{goods}。",
            goods="渣海椒",
            raw="料（辣椒加玉米面）",
            chili=12,
            pepper=[4, 4.5],
            corn=6,
            flour=[1.8, 2],
            good=[14, 14.4, 15],
            want=[24, 30],
        ),
    ],
    fields=[
        form.number("cost", "① 一斤{goods}，光货钱几元？", unit="元"),
        form.number("need", "② 要交 {want} 斤{goods}，得备几斤{raw}？", unit="斤"),
    ],
)

# %% tags=["key"] points=4
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def money_in(s):
    """Yuan of one batch and its raw jin: what went in."""
    if s.name == "香肠":
        return 10 * s.pork + s.casing, 10
    if s.name == "渣海椒":
        return s.chili * s.pepper + s.corn * s.flour, s.chili + s.corn
    return (10 * s.pork, 10) if s.name == "腊肉" else (s.fresh, 1)


def share(s):
    """Finished jin out of one raw jin."""
    return {"腊肉": lambda: s.out / 10, "香肠": lambda: s.out / 10, "干莲子": lambda: 1 / s.ratio}.get(
        s.name, lambda: s.good / (s.chili + s.corn)
    )()


def per_raw(s):
    """Yuan a raw jin."""
    return money_in(s)[0] / money_in(s)[1]


def per_jin(s):
    """Yuan a finished jin."""
    return pricing.cost_per_finished(per_raw(s), share(s))


q.mark(
    form.rule_number(
        "cost",
        points=2,
        within=0.05,
        key=per_jin,
        why={
            "腊肉": lambda s: f"10 斤鲜肉花 {n(10 * s.pork)} 元，只剩 {n(s.out)} 斤腊肉。{n(10 * s.pork)} ÷ {n(s.out)} = {n(per_jin(s))} 元一斤。",
            "干莲子": lambda s: f"一斤干的要用 {n(s.ratio)} 斤鲜的。{n(s.fresh)} × {n(s.ratio)} = {n(per_jin(s))} 元一斤。",
            "香肠": lambda s: f"10 斤肉 {n(10 * s.pork)} 元，加肠衣和料 {n(s.casing)} 元，共 {n(money_in(s)[0])} 元。除以晾干的 {n(s.out)} 斤，合 {n(per_jin(s))} 元一斤。",
            "渣海椒": lambda s: f"辣椒 {n(s.chili * s.pepper)} 元，玉米面 {n(s.corn * s.flour)} 元，共 {n(money_in(s)[0])} 元。好的只有 {n(s.good)} 斤，除下来 {n(per_jin(s))} 元一斤。",
        },
        wrong=[
            form.wrong("yield_ignored", "忘了缩水", per_raw, "钱是按鲜货花的，货是按成品卖的。摊到剩下的斤数上。"),
            form.wrong(
                "yield_multiplied",
                "乘除弄反了",
                lambda s: per_raw(s) * share(s),
                "斤数变少，一斤只会更贵。算出来更便宜，就是弄反了。",
            ),
            form.wrong(
                "loss_added",
                "掉几成就加几成",
                {
                    "腊肉": lambda s: per_raw(s) * (2 - share(s)),
                    "香肠": lambda s: per_raw(s) * (2 - share(s)),
                    "干莲子": lambda s: per_raw(s) * (2 - share(s)),
                },
                "掉几成，不是贵几成。拿总钱数，除以剩下的斤数。",
            ),
            form.wrong(
                "casing_forgotten",
                "漏了肠衣和料",
                {"香肠": lambda s: 10 * s.pork / s.out},
                "肠衣和料也是货钱。先把钱加齐，再除。",
            ),
            form.wrong(
                "simple_mean",
                "两样价钱直接平均",
                {"渣海椒": lambda s: (s.pepper + s.flour) / 2},
                "辣椒下得多，玉米面下得少。先各算各的钱，加起来再除。",
            ),
        ],
    ),
    form.rule_number(
        "need",
        points=2,
        within=0.7,
        key=lambda s: s.want / share(s),
        why={
            "腊肉": lambda s: f"一斤鲜的出 {n(share(s))} 斤。{n(s.want)} ÷ {n(share(s))} = {n(s.want / share(s))} 斤。零头往上备。",
            "香肠": lambda s: f"一斤肉出 {n(share(s))} 斤香肠。{n(s.want)} ÷ {n(share(s))} = {n(s.want / share(s))} 斤。零头往上备。",
            "干莲子": lambda s: f"一斤干的要 {n(s.ratio)} 斤鲜的。{n(s.want)} × {n(s.ratio)} = {n(s.want * s.ratio)} 斤。",
            "渣海椒": lambda s: f"下 {n(s.chili + s.corn)} 斤料，得 {n(s.good)} 斤好的。{n(s.want)} × {n(s.chili + s.corn)} ÷ {n(s.good)} = {n(s.want / share(s))} 斤料。",
        },
        wrong=[
            form.wrong("yield_ignored", "忘了缩水", lambda s: s.want, "备的是鲜货，交的是成品。鲜货要多备。"),
            form.wrong(
                "yield_multiplied",
                "乘除弄反了",
                lambda s: s.want * share(s),
                "备少了交不出货。要备的斤数，一定比交的多。",
            ),
            form.wrong(
                "loss_added",
                "掉几成就加几成",
                {
                    "腊肉": lambda s: s.want * (2 - share(s)),
                    "香肠": lambda s: s.want * (2 - share(s)),
                    "干莲子": lambda s: s.want * (2 - share(s)),
                },
                "多备的那些，自己也要掉秤。先看一斤成品要几斤鲜的。",
            ),
        ],
    ),
)
