# %% tags=["question"]
# 第 6 题：一单广告费合几元
from nongju import form

q = form.question(
    "traffic-economics/p6",
    scenes=[
        form.scene(
            "香肠用苹果",
            "推香肠，按成交收：一单出价 {bid} 颗豆。你手上是苹果手机，1 元 {beans} 颗；侄儿的安卓手机，1 元 {other} 颗。"
            "香肠一单卖 {price} 元，毛利 {m} 元。",
            bid=[280, 294],
            beans=fact("beans_iphone"),
            other=fact("beans_android"),
            price=108,
            m=[34, 36],
        ),
        form.scene(
            "土豆用安卓",
            "推土豆，按成交收：一单出价 {bid} 颗豆（2023 年手册里最低的一档）。安卓手机，1 元 {beans} 颗。土豆一箱卖 {price} 元，毛利 {m} 元。",
            bid=fact("heat_order_low_2023"),
            beans=fact("beans_android"),
            price=15,
            m=[0.44, 0.5, 0.6],
        ),
        form.scene(
            "莲子按人收",
            "推干莲子，按人收：进来一个人 {bid} 颗豆，不管买不买。安卓手机，1 元 {beans} 颗。一百个人进来，买 {sold} 单。"
            "干莲子一单卖 {price} 元，毛利 {m} 元。",
            bid=[5, 6],
            beans=fact("beans_android"),
            sold=4,
            price=48,
            m=[18, 20],
        ),
        form.scene(
            "腊肉追亏",
            "推腊肉，上一场花了 {spent} 元，推来 {came} 单。腊肉一单卖 {price} 元，毛利 {m} 元。"
            "帮手说：再投 {spent} 元，这回就赚回来了。",
            spent=[800, 750],
            came=[12, 14],
            price=120,
            m=[30, 32],
        ),
    ],
    fields=[
        form.number("ad", "① 一单广告费，合几元？", unit="元"),
        form.gain("left", "② 扣了广告费，一单赚还是亏几元？", unit="元"),
        form.choice(
            "act",
            "③ 怎么办？",
            {
                "go": "照这样小试，亏到写好的数就停",
                "android": "先换安卓手机充，再小试",
                "no": "不投",
                "chase": "再投一回，把亏的追回来",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import traffic


def n(value):
    return plain(value, 2)


def ad(s):
    """Advertising yuan an order."""
    if s.name == "腊肉追亏":
        return traffic.cost_per_order(s.spent, s.came)
    if s.name == "莲子按人收":
        return traffic.cost_per_order(100 * s.bid / s.beans, s.sold)
    return s.bid / s.beans


def left(s):
    return s.m - ad(s)


def said(value):
    return f"{'赚' if value >= 0 else '亏'} {n(abs(value))} 元"


HOW = {
    "香肠用苹果": lambda s: f"{n(s.bid)} ÷ {n(s.beans)} = {n(ad(s))} 元。换安卓充，{n(s.bid)} ÷ {n(s.other)} = {n(s.bid / s.other)} 元。",
    "土豆用安卓": lambda s: f"{n(s.bid)} ÷ {n(s.beans)} = {n(ad(s))} 元。",
    "莲子按人收": lambda s: f"一百个人 {n(100 * s.bid)} 颗，是 {n(100 * s.bid / s.beans)} 元，只买 {n(s.sold)} 单。{n(100 * s.bid / s.beans)} ÷ {n(s.sold)} = {n(ad(s))} 元一单。",
    "腊肉追亏": lambda s: f"{n(s.spent)} ÷ {n(s.came)} = {n(ad(s))} 元一单。",
}

ACT = {
    "香肠用苹果": lambda s: f"苹果充，一单亏 {n(-left(s))} 元。安卓充，一单赚 {n(s.m - s.bid / s.other)} 元。先换手机，用自己的闲钱小试。",
    "土豆用安卓": lambda s: f"一单亏 {n(-left(s))} 元，手册里最低的价也出不起。不投，走近路卖。",
    "莲子按人收": lambda s: f"一单还剩 {n(left(s))} 元，可以小试。攒够三十单再下结论。",
    "腊肉追亏": lambda s: f"一单亏 {n(-left(s))} 元。再投，又亏 {n(-left(s) * s.came)} 元。停。",
}

q.mark(
    form.rule_number(
        "ad",
        points=2,
        relative=0.01,
        key=ad,
        why=lambda s: HOW[s.name](s),
        wrong=[
            form.wrong(
                "android_for_all",
                "苹果也按安卓算",
                {"香肠用苹果": lambda s: s.bid / s.other},
                "苹果手机 1 元只有 {beans} 颗。同样的豆，贵四成多。",
            ),
            form.wrong(
                "bean_as_fen",
                "一颗当成一分",
                {
                    "香肠用苹果": lambda s: s.bid / 100,
                    "土豆用安卓": lambda s: s.bid / 100,
                    "莲子按人收": lambda s: s.bid / s.sold,
                },
                "1 元是 {beans} 颗，不是一百颗。",
            ),
            form.wrong(
                "beans_multiplied",
                "乘成了颗数",
                {"土豆用安卓": lambda s: s.bid * s.beans, "香肠用苹果": lambda s: s.bid * s.beans},
                "豆换成元，要除。一元能换几颗，就除以几。",
            ),
            form.wrong(
                "entry_as_order",
                "一个人的钱当成一单的",
                {"莲子按人收": lambda s: s.bid / s.beans},
                "来的人不都买。一百个人的钱，摊到 {sold} 单上。",
            ),
            form.wrong(
                "total_as_one",
                "一共花的当成一单的",
                {"腊肉追亏": lambda s: s.spent, "莲子按人收": lambda s: 100 * s.bid / s.beans},
                "这是一共花的。再除以单数。",
            ),
        ],
    ),
    form.rule_number(
        "left",
        points=2,
        within=0.1,
        key=left,
        why=lambda s: f"毛利 {n(s.m)} − 广告费 {n(ad(s))}，一单{said(left(s))}。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: s.price - ad(s), "卖价里有本钱。从毛利里减。"),
            form.wrong("ad_cost_forgotten", "忘了推广钱", lambda s: s.m, "毛利还没扣广告费。"),
            form.wrong(
                "android_for_all",
                "苹果也按安卓算",
                {"香肠用苹果": lambda s: s.m - s.bid / s.other},
                "你手上是苹果手机，1 元只有 {beans} 颗。",
                credit=0.5,
            ),
            form.wrong(
                "entry_as_order",
                "一个人的钱当成一单的",
                {"莲子按人收": lambda s: s.m - s.bid / s.beans},
                "来的人不都买。摊到买的单子上再减。",
                credit=0.5,
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=1,
        key={"香肠用苹果": "android", "土豆用安卓": "no", "莲子按人收": "go", "腊肉追亏": "no"},
        why=lambda s: ACT[s.name](s),
        wrong=[
            form.wrong("chase_losses", "追亏", "chase", {
                    "香肠用苹果": "一单的广告费比毛利高，投得越多亏得越多。先换个便宜的充法。",
                    "土豆用安卓": "一单的广告费比毛利高，投得越多亏得越多。",
                    "腊肉追亏": "一单的广告费比毛利高，投得越多亏得越多。",
                    "莲子按人收": "这一单有剩，没有亏可追。小试，到数就停。",
                }),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                {"土豆用安卓": "go", "腊肉追亏": "go", "香肠用苹果": "go"},
                "单子来了，扣完是亏的。",
            ),
            form.wrong(
                "paid_is_always_bad",
                "花钱推广都是骗钱",
                {"莲子按人收": "no", "香肠用苹果": "no"},
                "算下来有剩的，可以小试。怕的是不算。",
            ),
        ],
    ),
)
