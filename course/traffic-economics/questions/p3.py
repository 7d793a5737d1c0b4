# %% tags=["question"]
# 第 3 题：推广钱加到哪一档
from nongju import form

q = form.question(
    "traffic-economics/p3",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉一单卖 {price} 元，毛利 {m} 元。推广花 200 元来 {o1} 单，花 400 元来 {o2} 单，花 600 元来 {o3} 单。不花，一单也没有。",
            which="第二个 200 元",
            k=2,
            price=120,
            m=[30, 31, 32],
            o1=[9, 10],
            o2=14,
            o3=17,
            own=0,
            stock=99,
        ),
        form.scene(
            "香肠礼盒",
            "香肠礼盒一单卖 {price} 元，毛利 {m} 元。推广花 200 元来 {o1} 单，花 400 元来 {o2} 单，花 600 元来 {o3} 单。不花，一单也没有。",
            which="第三个 200 元",
            k=3,
            price=198,
            m=[56, 58, 60],
            o1=[8, 9],
            o2=14,
            o3=17,
            own=0,
            stock=99,
        ),
        form.scene(
            "干莲子老街坊",
            "干莲子一单卖 {price} 元，毛利 {m} 元。推广花 200 元，那天共卖 {o1} 单；花 400 元，共 {o2} 单；花 600 元，共 {o3} 单。"
            "不花钱的日子，老街坊自己来，也卖 {own} 单。",
            which="头一个 200 元",
            k=1,
            price=118,
            m=[30, 31, 32],
            o1=[9, 10],
            o2=14,
            o3=17,
            own=4,
            stock=99,
        ),
        form.scene(
            "渣海椒货不够",
            "渣海椒十瓶装，一单卖 {price} 元，毛利 {m} 元。推广花 200 元来 {o1} 单，花 400 元来 {o2} 单，花 600 元来 {o3} 单。"
            "可坛里的只够 {stock} 单，多的只能退钱。不花，一单也没有。",
            which="第二个 200 元",
            k=2,
            price=128,
            m=[45, 46, 47],
            o1=[8, 9],
            o2=14,
            o3=17,
            own=0,
            stock=12,
        ),
    ],
    fields=[
        form.gain("step", "① {which}多带来的单，扣了这 200 元，赚还是亏几元？", unit="元"),
        form.choice(
            "stop",
            "② 停在哪一档？",
            {"0": "一分不花", "200": "200 元", "400": "400 元", "600": "600 元"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import traffic

SPENDS = [0, 200, 400, 600]


def n(value):
    return plain(value, 2)


def sold(s):
    """Parcels sold at each budget; never more than there are, never fewer than come unasked."""
    return [s.own, *(min(count, s.stock) for count in (s.o1, s.o2, s.o3))]


def gains(s):
    return traffic.marginal_gains(SPENDS, sold(s), s.m)


def step(s):
    return gains(s)[s.k - 1]


def best(s):
    """The budget at which the sum of the steps is largest."""
    totals = [sum(gains(s)[:count]) for count in range(4)]
    return SPENDS[totals.index(max(totals))]


def extra(s):
    return sold(s)[s.k] - sold(s)[s.k - 1]


def said(value):
    return f"{'赚' if value >= 0 else '亏'} {n(abs(value))} 元"


def why_stop(s):
    steps = ",".join(f"第 {place} 个 200 元{said(gain)}" for place, gain in enumerate(gains(s), 1))
    place = "一分不花" if best(s) == 0 else f"停在 {best(s)} 元"
    return f"{steps}。赚的那几档才加。{place}。"


q.mark(
    form.rule_number(
        "step",
        points=2,
        within=1,
        key=step,
        why=lambda s: (
            ("货只够 {} 单，多的不算。".format(n(s.stock)) if s.stock < 99 else "")
            + (f"本来就有 {n(s.own)} 单自己来，先减掉。" if s.own else "")
            + f"这 200 元多带来 {n(extra(s))} 单。{n(extra(s))} × {n(s.m)} − 200，{said(step(s))}。"
        ),
        wrong=[
            form.wrong(
                "average_not_marginal",
                "看总账，不看多花的那一截",
                {
                    "腊肉": lambda s: s.o2 * s.m - 400,
                    "香肠礼盒": lambda s: s.o3 * s.m - 600,
                    "渣海椒货不够": lambda s: s.stock * s.m - 400,
                },
                "头一档赚的，和这一档无关。只看多花的这 200 元，多带来几单。",
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: extra(s) * s.price - 200,
                "卖价里有本钱。多来的单，乘的是毛利。",
            ),
            form.wrong(
                "ad_cost_forgotten",
                "忘了推广钱",
                lambda s: extra(s) * s.m,
                "毛利里还要扣这 200 元。",
            ),
            form.wrong(
                "organic_credited",
                "自己来的也记在推广头上",
                {"干莲子老街坊": lambda s: s.o1 * s.m - 200},
                "不花钱也有 {own} 单。推广带来的，只是多出来的。",
            ),
            form.wrong(
                "uncapped",
                "忘了只有这么多",
                {"渣海椒货不够": lambda s: (s.o2 - s.o1) * s.m - 200},
                "坛里只够 {stock} 单。来了也没货发。",
            ),
        ],
    ),
    form.rule_choice(
        "stop",
        points=3,
        key=lambda s: str(best(s)),
        why=why_stop,
        wrong=[
            form.wrong(
                "average_not_marginal",
                "看总账，不看多花的那一截",
                {"腊肉": "400", "干莲子老街坊": "400"},
                "总账也许还好看。可后面这 200 元，自己是亏的。",
            ),
            form.wrong("more_orders_better", "单多就选它", "600", "单最多是真的。最后几单，是贴钱换来的。"),
            form.wrong(
                "paid_is_always_bad",
                "花钱推广都是骗钱",
                {"腊肉": "0", "香肠礼盒": "0", "渣海椒货不够": "0"},
                "头一个 200 元是赚的。该花的花，到线就停。",
            ),
            form.wrong(
                "best_ratio_only",
                "只认头一档最划算",
                {"香肠礼盒": "200"},
                "第二档单子少了些，可还是赚的。赚就再加一档。",
            ),
            form.wrong(
                "organic_credited",
                "自己来的也记在推广头上",
                {"干莲子老街坊": "200"},
                "减掉自己来的 {own} 单，头一个 200 元就亏了。",
            ),
            form.wrong(
                "uncapped",
                "忘了只有这么多",
                {"渣海椒货不够": "400"},
                "货只够 {stock} 单。人请来了，没货卖。",
            ),
        ],
    ),
)
