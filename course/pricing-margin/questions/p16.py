# %% tags=["question"]
# 第 16 题：两句都是真话，听哪一句
from nongju import form

q = form.question(
    "pricing-margin/p16",
    scenes=[
        form.scene(
            "腊肉",
            "今年只熏了够发 {stock} 单的腊肉，卖完要等明年。一单 {price} 元，本钱 {cost} 元。\n"
            "甲说：打九折，有 {many} 个人要买。乙说：不打折，只有 {few} 个人买，可一单赚得多。两句都是真话。",
            stock=40,
            price=98,
            cost=[71, 72],
            many=[60, 62],
            few=[34, 35],
        ),
        form.scene(
            "香肠",
            "家里两个人打包，到期限最多发得出 {hands} 单，多接的只能退款。一单 {price} 元，不算运费的本钱 {cost} 元，运费 {ship} 元。\n"
            "甲说：包邮，运费我们出，有 {many} 单。乙说：运费顾客另付，只有 {few} 单，可一单赚得多。两句都是真话。",
            hands=45,
            price=98,
            cost=[79, 80],
            ship=7,
            many=[70, 72],
            few=[40, 41],
        ),
        form.scene(
            "土豆和腊肉",
            "平时一场卖 {few} 单腊肉，一单赚 {margin} 元。甲说：上 {bait} 单便宜土豆招人，进来的人里有 {extra} 个会再买一单腊肉。\n"
            "乙说：土豆一单亏 {loss} 元，不上。两句都是真话。",
            few=12,
            margin=[28, 30],
            bait=25,
            loss=3,
            extra=[4, 5],
        ),
    ],
    fields=[
        form.gain("a", "① 照甲的办，一场赚还是亏几元？", unit="元"),
        form.gain("b", "② 照乙的办，一场赚还是亏几元？", unit="元"),
        form.choice("pick", "③ 听谁的？", {"a": "听甲的", "b": "听乙的"}),
        form.choice(
            "why",
            "④ 这一回，哪一样卡住了手脚？",
            {
                "stock": "货就这么多，人多也没用",
                "hands": "打包发货忙不过来",
                "nothing": "没卡住，多来的人真能多赚",
                "turnover": "什么都没卡，谁的流水多听谁的",
            },
        ),
    ],
)

# %% tags=["key"] points=6
# 第 16 题的算法
from nongju.marking import plain


def each(s):
    """Margin of an order when 甲 is followed."""
    return {"腊肉": lambda: s.price * 0.9 - s.cost, "香肠": lambda: s.price - s.cost - s.ship}[s.name]()


def can(s):
    """Most orders that can be sent."""
    return s.stock if s.name == "腊肉" else s.hands


def a(s, *, capped=True):
    if s.name == "土豆和腊肉":
        return (s.few + s.extra) * s.margin - s.bait * s.loss
    return (min(s.many, can(s)) if capped else s.many) * each(s)


def b(s):
    if s.name == "土豆和腊肉":
        return s.few * s.margin
    return s.few * (s.price - s.cost)


def why_a(s):
    if s.name == "土豆和腊肉":
        return f"腊肉 {s.few + s.extra} 单赚 {(s.few + s.extra) * s.margin} 元，土豆亏 {s.bait} × {s.loss} = {s.bait * s.loss} 元。合起来 {plain(a(s), 2)} 元。"
    return f"一单剩 {plain(each(s), 2)} 元。要的人有 {s.many} 个，只发得出 {can(s)} 单。{can(s)} × {plain(each(s), 2)} = {plain(a(s), 2)} 元。"


def why_b(s):
    margin = s.margin if s.name == "土豆和腊肉" else s.price - s.cost
    return f"{s.few} × {plain(margin, 2)} = {plain(b(s), 2)} 元。"


def why_pick(s):
    words = f"甲 {plain(a(s), 2)} 元，乙 {plain(b(s), 2)} 元。"
    return words + ("听甲的。数一数多来的腊肉单，够不够补土豆。" if a(s) > b(s) else "听乙的。两句都真，比的是最后剩几元。")


WHY = {
    "腊肉": "货只够 {stock} 单。人再多，也只能卖这些。那就别降价。",
    "香肠": "只发得出 {hands} 单。多接的要退款，还伤人心。",
    "土豆和腊肉": "土豆亏 75 元是真的。多来的 {extra} 单腊肉补得回，也是真的。没有东西卡住。",
}

q.mark(
    form.rule_number(
        "a",
        points=2,
        within=0.5,
        key=a,
        why=why_a,
        wrong=[
            form.wrong(
                "uncapped",
                "忘了只有这么多",
                {"腊肉": lambda s: a(s, capped=False), "香肠": lambda s: a(s, capped=False)},
                "要的人多，发不出就不是钱。先看最多发得出几单。",
                credit=0.5,
            ),
            form.wrong(
                "discount_forgotten",
                "忘了这单少赚的",
                {"腊肉": lambda s: s.stock * (s.price - s.cost), "香肠": lambda s: s.hands * (s.price - s.cost)},
                "照甲的办，一单少赚了。先算新的一单赚几元。",
            ),
            form.wrong(
                "bait_only",
                "只看招人的货",
                {"土豆和腊肉": lambda s: -s.bait * s.loss},
                "土豆是来招人的。招来的腊肉单，要一起算。",
            ),
            form.wrong(
                "bait_loss_forgotten",
                "忘了招人亏的",
                {"土豆和腊肉": lambda s: (s.few + s.extra) * s.margin},
                "土豆一单亏 {loss} 元，{bait} 单都要减。",
            ),
            form.wrong(
                "everyone_buys",
                "当成人人都买",
                {"土豆和腊肉": lambda s: (s.few + s.bait) * s.margin - s.bait * s.loss},
                "买土豆的有 {bait} 个，再买腊肉的只有 {extra} 个。",
            ),
        ],
    ),
    form.rule_number(
        "b",
        points=1,
        within=0.5,
        key=b,
        why=why_b,
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", {"腊肉": lambda s: s.few * s.price, "香肠": lambda s: s.few * s.price}, "卖价里有本钱。减了再乘。"),
            form.wrong(
                "freight_taken_twice",
                "顾客付的运费又减一遍",
                {"香肠": lambda s: s.few * (s.price - s.cost - s.ship)},
                "乙的办法里，运费顾客付了。你不用再减。",
            ),
        ],
    ),
    form.rule_choice(
        "pick",
        points=1,
        key=lambda s: "a" if a(s) > b(s) else "b",
        why=why_pick,
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", {"腊肉": "a", "香肠": "a"}, "想买的人多是真的，赚得少也是真的。比最后剩几元。"),
            form.wrong("never_below_cost", "一单亏就不做", {"土豆和腊肉": "b"}, "单看土豆是亏。一起看，多来的腊肉补得回。"),
        ],
    ),
    form.rule_choice(
        "why",
        points=2,
        key={"腊肉": "stock", "香肠": "hands", "土豆和腊肉": "nothing"},
        why=WHY,
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", "turnover", "流水多不等于剩得多。先看货够不够、发不发得出。"),
            form.wrong("demand_is_enough", "有人买就够了", {"腊肉": "nothing", "香肠": "nothing"}, "有人要，还得有货、发得出。先找卡脖子的那一样。"),
        ],
    ),
)
