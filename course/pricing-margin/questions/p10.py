# %% tags=["question"]
# 第 10 题：折和券叠起来
from nongju import form

q = form.question(
    "pricing-margin/p10",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉 2 斤装标 {price} 元，一单本钱 {cost} 元。先打店里 {a} 折，折完的价再打会员 {b} 折。\n"
            "两个折都是你让的。服务费先不算。",
            price=[128, 138],
            cost=[78, 80],
            a=8,
            b=9,
        ),
        form.scene(
            "香肠",
            "香肠 2 斤装标 {price} 元，一单本钱 {cost} 元。先用店里的满 100 减 {mine}，你出。\n"
            "再用平台发的 {theirs} 元券，平台出，会补给你。服务费先不算。",
            price=[108, 118],
            cost=[78, 80],
            mine=15,
            theirs=[8, 10],
        ),
        form.scene(
            "干莲子",
            "干莲子 2 斤装标 {price} 元，一单本钱 {cost} 元。先打店里 {a} 折。\n"
            "折完满 80 元，再减 {mine} 元。两样都是你让的。服务费先不算。",
            price=[96, 98],
            cost=[60, 62],
            a=9,
            mine=[8, 10],
        ),
        form.scene(
            "山药",
            "山药 5 斤装标 {price} 元，一单本钱 {cost} 元。先打店里 {a} 折，你让。\n"
            "再用平台 {theirs} 元券，说好你和平台一家出一半。服务费先不算。",
            price=[76, 78],
            cost=[52, 54],
            a=9.5,
            theirs=[10, 12],
        ),
    ],
    fields=[
        form.number("paid", "① 顾客付几元？", unit="元"),
        form.number("gave", "② 你自己一共让了几元？", unit="元"),
        form.gain("profit", "③ 这一单，你赚还是亏几元？", unit="元"),
    ],
)

# %% tags=["key"] points=6
# 第 10 题的算法
from nongju.marking import plain


def paid(s):
    """Yuan the buyer pays, coupons in the order of the text."""
    return {
        "腊肉": lambda: s.price * s.a / 10 * s.b / 10,
        "香肠": lambda: s.price - s.mine - s.theirs,
        "干莲子": lambda: s.price * s.a / 10 - s.mine,
        "山药": lambda: s.price * s.a / 10 - s.theirs,
    }[s.name]()


def gave(s):
    """Yuan the seller gives away: what the platform pays back is not among them."""
    back = {"香肠": 1.0, "山药": 0.5}.get(s.name, 0.0) * s.numbers.get("theirs", 0)
    return s.price - paid(s) - back


def profit(s):
    return s.price - gave(s) - s.cost


def wrongly(given):
    """Turn a wrong "what I gave away" into the wrong profit that follows."""
    return {name: (lambda s, f=f: s.price - f(s) - s.cost) for name, f in given.items()}


ADDED = {"腊肉": lambda s: s.price * (20 - s.a - s.b) / 10}
ONE = {"腊肉": lambda s: s.price * (1 - s.a / 10), "干莲子": lambda s: s.price * (1 - s.a / 10)}
PERCENT = {
    "腊肉": lambda s: s.price - s.price * (1 - s.a / 100) * (1 - s.b / 100),
    "山药": lambda s: s.price * s.a / 100 + s.theirs / 2,
}
OWN = {
    "香肠": lambda s: s.mine + s.theirs,
    "山药": lambda s: s.price * (1 - s.a / 10) + s.theirs,
}
MULTIPLIED = {
    "香肠": lambda s: s.price * s.mine / 100,
    "干莲子": lambda s: s.price - s.price * s.a / 10 * (1 - s.mine / 100),
}
SWAPPED = {"干莲子": lambda s: s.price - (s.price - s.mine) * s.a / 10}
ALL_PLATFORM = {"山药": lambda s: s.price * (1 - s.a / 10)}

HINTS = {
    "folds_added": ("折扣相加", "折上折要乘。八折再九折是七二折，不是七折。"),
    "only_one": ("只用了一样", "题上两样都能用。算完第一样，接着算第二样。"),
    "read_as_percent": ("8 折读成 8%", "八折是付八成，便宜两成。九五折是便宜半成。"),
    "platform_as_own": ("平台券当自己亏", "谁出的券，亏谁的。平台补的那份，不是你让的。"),
    "coupon_multiplied": ("满减当折乘", "减几元就是少几元。满减用减，不用乘。"),
    "order_swapped": ("先后弄反", "题上写着先折后减。先减后折，价就不一样了。"),
    "half_forgotten": ("忘了自己那一半", "说好一家一半。平台那半不算你的，你这半要算。"),
    "subsidy_twice": ("补的钱算了两遍", "平台补的钱，是替顾客付的货款。不是另外多给你的。"),
}


def wrong(id, predict, credit=0.0):
    title, hint = HINTS[id]
    return form.wrong(id, title, predict, hint, credit=credit)


def why_paid(s):
    fold = plain(s.price * s.numbers.get("a", 10) / 10, 2)
    total = plain(paid(s), 2)
    return {
        "腊肉": lambda: f"{s.price} × 0.8 = {fold} 元，再乘 0.9 = {total} 元。",
        "香肠": lambda: f"{s.price} − {s.mine} − {s.theirs} = {total} 元。",
        "干莲子": lambda: f"先折：{s.price} × 0.9 = {fold} 元。再减 {s.mine} 元，是 {total} 元。",
        "山药": lambda: f"先折：{s.price} × 0.95 = {fold} 元。再减 {s.theirs} 元，是 {total} 元。",
    }[s.name]()


def why_gave(s):
    total = plain(gave(s), 2)
    gap = plain(s.price - paid(s), 2)
    return {
        "腊肉": lambda: f"两个折都是你让的：{s.price} − {plain(paid(s), 2)} = {total} 元。",
        "香肠": lambda: f"你只出了店里的 {s.mine} 元。平台的 {s.theirs} 元会补给你。",
        "干莲子": lambda: f"折和减都是你让的：{s.price} − {plain(paid(s), 2)} = {total} 元。",
        "山药": lambda: f"顾客一共少付 {gap} 元。平台出 {plain(s.theirs / 2, 2)} 元，你让 {total} 元。",
    }[s.name]()


def why_profit(s):
    return f"货款到你这里：{s.price} − {plain(gave(s), 2)} = {plain(s.price - gave(s), 2)} 元。减本钱 {s.cost} 元，剩 {plain(profit(s), 2)} 元。"


q.mark(
    form.rule_number(
        "paid",
        points=2,
        within=0.05,
        key=paid,
        why=why_paid,
        wrong=[
            wrong("folds_added", {"腊肉": lambda s: s.price - ADDED["腊肉"](s)}),
            wrong(
                "only_one",
                {
                    "腊肉": lambda s: s.price * s.a / 10,
                    "香肠": lambda s: s.price - s.mine,
                    "干莲子": lambda s: s.price * s.a / 10,
                    "山药": lambda s: s.price * s.a / 10,
                },
            ),
            wrong(
                "read_as_percent",
                {
                    "腊肉": lambda s: s.price * (1 - s.a / 100) * (1 - s.b / 100),
                    "山药": lambda s: s.price * (1 - s.a / 100) - s.theirs,
                },
            ),
            wrong(
                "coupon_multiplied",
                {
                    "香肠": lambda s: s.price * (1 - s.mine / 100) - s.theirs,
                    "干莲子": lambda s: s.price - MULTIPLIED["干莲子"](s),
                },
            ),
            wrong(
                "order_swapped",
                {
                    "干莲子": lambda s: (s.price - s.mine) * s.a / 10,
                    "山药": lambda s: (s.price - s.theirs) * s.a / 10,
                },
            ),
        ],
    ),
    form.rule_number(
        "gave",
        points=2,
        within=0.05,
        key=gave,
        why=why_gave,
        wrong=[
            wrong("folds_added", ADDED, credit=0.5),
            wrong("only_one", ONE, credit=0.5),
            wrong("read_as_percent", PERCENT, credit=0.5),
            wrong("platform_as_own", OWN),
            wrong("coupon_multiplied", MULTIPLIED, credit=0.5),
            wrong("order_swapped", SWAPPED, credit=0.5),
            wrong("half_forgotten", ALL_PLATFORM),
        ],
    ),
    form.rule_number(
        "profit",
        points=2,
        within=0.05,
        key=profit,
        why=why_profit,
        wrong=[
            wrong("folds_added", wrongly(ADDED), credit=0.5),
            wrong("only_one", wrongly(ONE), credit=0.5),
            wrong("read_as_percent", wrongly(PERCENT), credit=0.5),
            wrong("platform_as_own", wrongly(OWN), credit=0.5),
            wrong("coupon_multiplied", wrongly(MULTIPLIED), credit=0.5),
            wrong("order_swapped", wrongly(SWAPPED), credit=0.5),
            wrong("half_forgotten", wrongly(ALL_PLATFORM), credit=0.5),
            wrong("subsidy_twice", {"香肠": lambda s: profit(s) + s.theirs}),
        ],
    ),
)
