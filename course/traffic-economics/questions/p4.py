# %% tags=["question"]
# 第 4 题：成本保障退几元
from nongju import form

RULE = (
    "2023 年一本手册这样说：花掉的超过「出价 × 单数」的 {line}%，才退。退到「出价 × 单数」为止。"
    "还要满 {least} 单，投满 {hours} 小时。少一样不退。\n"
)
TERMS = {
    "charged": fact("heat_min_other_2023"),
    "line": fact("guarantee_line_2023"),
    "least": fact("guarantee_orders_full_2023"),
    "hours": fact("guarantee_hours_2023"),
    "beans": fact("beans_android"),
}

q = form.question(
    "traffic-economics/p4",
    scenes=[
        form.scene(
            "超了线",
            RULE + "你推腊肉，出价 {bid} 颗豆一单（安卓，1 元 {beans} 颗），充 {charged} 元。投了 {ran} 小时，花掉 {spent} 元，来了 {orders} 单。"
            "一单卖 {price} 元，毛利 {m} 元。",
            bid=300,
            ran=3,
            orders=6,
            spent=[300, 310],
            price=120,
            m=[32, 34],
            limit=200,
            **TERMS,
        ),
        form.scene(
            "单数不够",
            RULE + "你推香肠，出价 {bid} 颗豆一单（安卓，1 元 {beans} 颗），充 {charged} 元。投了 {ran} 小时，花掉 {spent} 元，只来了 {orders} 单。"
            "一单卖 {price} 元，毛利 {m} 元。",
            bid=300,
            ran=4,
            orders=2,
            spent=[280, 300],
            price=108,
            m=[30, 31],
            limit=300,
            **TERMS,
        ),
        form.scene(
            "没到线",
            RULE + "你推干莲子礼盒，出价 {bid} 颗豆一单（安卓，1 元 {beans} 颗），充 {charged} 元。投了 {ran} 小时，花掉 {spent} 元，来了 {orders} 单。"
            "一单卖 {price} 元，毛利 {m} 元。",
            bid=200,
            ran=5,
            orders=10,
            spent=[232, 236],
            price=128,
            m=[28, 30],
            limit=600,
            **TERMS,
        ),
        form.scene(
            "没投满",
            RULE + "你推渣海椒礼盒，出价 {bid} 颗豆一单（安卓，1 元 {beans} 颗），充 {charged} 元。才投半小时（{ran} 小时）就停电关播。"
            "花掉 {spent} 元，来了 {orders} 单。一单卖 {price} 元，毛利 {m} 元。",
            bid=200,
            ran=0.5,
            orders=6,
            spent=[180, 200],
            price=98,
            m=[26, 28],
            limit=200,
            **TERMS,
        ),
    ],
    fields=[
        form.number("refund", "① 平台退几元？（不退写 0）", unit="元"),
        form.gain("profit", "② 退完再算，这一笔推广赚还是亏几元？", unit="元"),
        form.choice(
            "again",
            "③ 自己的闲钱，今天最多亏得起 {limit} 元。下一回也要充 {charged} 元，投不投？",
            {
                "try": "可以，亏到写好的数就停",
                "no": "不投",
                "promised": "投，有成本保障，亏不了",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import traffic


def n(value):
    return plain(value, 2)


def bid(s):
    """Yuan an order."""
    return s.bid / s.beans


def due(s):
    return bid(s) * s.orders


def edge(s):
    return due(s) * s.line / 100


def refund(s):
    return traffic.guarantee_refund(bid(s), s.orders, s.spent, s.charged, s.ran, s.least, s.line / 100)


def profit(s):
    return s.orders * s.m - (s.spent - refund(s))


def said(value):
    return f"{'赚' if value >= 0 else '亏'} {n(abs(value))} 元"


REASON = {
    "超了线": lambda s: f"花了 {n(s.spent)} 元，过了线。退到 {n(due(s))} 元为止：{n(s.spent)} − {n(due(s))} = {n(refund(s))} 元。",
    "单数不够": lambda s: f"花了 {n(s.spent)} 元，早过了线。可只有 {n(s.orders)} 单，不满 {n(s.least)} 单，一分不退。",
    "没到线": lambda s: f"花了 {n(s.spent)} 元，没到 {n(edge(s))} 元这条线，一分不退。",
    "没投满": lambda s: f"花了 {n(s.spent)} 元，过了线。可没投满 {n(s.hours)} 小时，一分不退。",
}


def safe(s):
    """Whether the push paid and its worst case is within the learner's own limit."""
    return profit(s) > 0 and s.limit >= s.charged


def why_again(s):
    worst = f"一回要充 {n(s.charged)} 元，最坏全花光、一单没有。"
    if safe(s):
        return worst + f"你亏得起 {n(s.limit)} 元，这一笔又是赚的，可以再试。亏到数就停。"
    if profit(s) > 0:
        return worst + f"你只亏得起 {n(s.limit)} 元。赚过一回，也不投。"
    return worst + f"你只亏得起 {n(s.limit)} 元，这一笔又是亏的。不投。"


NO_REFUND = ("单数不够", "没到线", "没投满")

q.mark(
    form.rule_number(
        "refund",
        points=2,
        within=1,
        key=refund,
        why=lambda s: (
            f"出价 {n(s.bid)} 颗是 {n(bid(s))} 元。{n(bid(s))} × {n(s.orders)} 单 = {n(due(s))} 元，线是 {n(edge(s))} 元。" + REASON[s.name](s)
        ),
        wrong=[
            form.wrong("guarantee_full", "保障当成全退", lambda s: s.spent, "它只管花得比出价多的那一截，不是花了就退。"),
            form.wrong(
                "over_line_only",
                "只退超线的那截",
                {"超了线": lambda s: s.spent - edge(s)},
                "过了线，就退到「出价 × 单数」为止，不是退到线上。",
            ),
            form.wrong(
                "charged_not_spent",
                "按充的钱算",
                {"超了线": lambda s: s.charged - due(s)},
                "没花掉的不算。从花掉的 {spent} 元算起。",
            ),
            form.wrong(
                "guarantee_always",
                "没到条件也以为退",
                {name: (lambda s: s.spent - due(s)) for name in NO_REFUND},
                "三个条件：过线、够单、投满钟点。少一个，一分不退。",
            ),
            form.wrong(
                "share_paid_back",
                "当成退两成",
                lambda s: s.spent * (s.line / 100 - 1),
                "那个百分数是一条线，不是退几成。",
            ),
        ],
    ),
    form.rule_number(
        "profit",
        points=2,
        within=1,
        key=profit,
        why=lambda s: (
            f"{n(s.orders)} 单毛利 {n(s.orders)} × {n(s.m)} = {n(s.orders * s.m)} 元。"
            f"推广真花 {n(s.spent)} − {n(refund(s))} = {n(s.spent - refund(s))} 元。一减，{said(profit(s))}。"
        ),
        wrong=[
            form.wrong(
                "guarantee_always",
                "没到条件也以为退",
                {name: (lambda s: s.orders * s.m - due(s)) for name in NO_REFUND},
                "条件不够，一分不退。花掉的全是你的。",
                credit=0.5,
            ),
            form.wrong(
                "refund_forgotten",
                "忘了退回来的钱",
                {"超了线": lambda s: s.orders * s.m - s.spent},
                "平台退了一截，真花的没有那么多。",
                credit=0.5,
            ),
            form.wrong(
                "guarantee_full",
                "保障当成全退",
                lambda s: s.orders * s.m,
                "推广的钱没有全退。真花掉的要减。",
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: s.orders * s.price - (s.spent - refund(s)),
                "卖价里有本钱。乘的是毛利。",
            ),
        ],
    ),
    form.rule_choice(
        "again",
        points=1,
        key=lambda s: "try" if safe(s) else "no",
        why=why_again,
        wrong=[
            form.wrong(
                "guarantee_as_promise",
                "成本保障当成保本",
                "promised",
                "成本保障不管你的毛利。不够条件，一分不退。",
            ),
            form.wrong(
                "limit_ignored",
                "忘了自己亏得起几元",
                {"超了线": "try", "单数不够": "try", "没投满": "try"},
                "先看最坏：{charged} 元全没。亏不起，就不投。",
            ),
            form.wrong(
                "paid_is_always_bad",
                "花钱推广都是骗钱",
                {"没到线": "no"},
                "毛利够，钱又亏得起，可以再小试一回。",
            ),
        ],
    ),
)
