# %% tags=["question"]
# 第 2 题：请一个人进来，最多出几颗豆
from nongju import form

q = form.question(
    "traffic-economics/p2",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉一单卖 {price} 元，毛利 {m} 元。进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。"
            "你用安卓手机，1 元充 {beans} 颗豆。平台这时请一个人，最少要 {ask} 颗。",
            price=[118, 120, 128],
            m=[30, 31, 32],
            c=10,
            b=[30, 40],
            beans=fact("beans_android"),
            ask=[4, 5],
        ),
        form.scene(
            "土豆",
            "土豆一箱卖 {price} 元，毛利 {m} 元。进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。"
            "你用安卓手机，1 元充 {beans} 颗豆。平台这时请一个人，最少要 {ask} 颗。",
            price=15,
            m=[0.44, 0.5, 0.6],
            c=10,
            b=[30, 40],
            beans=fact("beans_android"),
            ask=[2, 3],
        ),
        form.scene(
            "黑老虎",
            "黑老虎一单卖 {price} 元。十单里 {ret} 单拒收：收下的一单赚 {m} 元，拒收的一单倒亏 {loss} 元。"
            "进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。"
            "你用苹果手机，1 元充 {beans} 颗豆。平台这时请一个人，最少要 {ask} 颗。",
            price=60,
            m=[22, 23, 24],
            ret=2,
            loss=[44, 46],
            c=10,
            b=30,
            beans=fact("beans_iphone"),
            ask=3,
        ),
        form.scene(
            "香肠老顾客",
            "香肠一单卖 {price} 元，毛利 {m} 元。照去年的账：买过的人，一年里平均还会自己再来 {again} 回，不用再推。"
            "进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。"
            "你用苹果手机，1 元充 {beans} 颗豆。平台这时请一个人，最少要 {ask} 颗。",
            price=108,
            m=[24, 25, 26],
            again=1,
            c=[8, 12],
            b=25,
            beans=fact("beans_iphone"),
            ask=5,
        ),
    ],
    fields=[
        form.number("hundred", "① 请一百个人进来，最多花几元才不亏？", unit="元"),
        form.number("bean", "② 合一个人最多出几颗豆？（写整颗）", unit="颗"),
        form.choice(
            "act",
            "③ 这时投不投？",
            {
                "try": "可以小试，先写好亏到几元就停",
                "no": "不投",
                "volume": "先投着，人多了总会赚",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import traffic


def n(value):
    return plain(value, 2)


def bought(s):
    """Orders that a hundred entries bring."""
    return traffic.funnel(100, 1, s.c / 100, s.b / 100)[3]


def worth(s):
    """Margin of one paid order, with refusals and with those who come back by themselves."""
    if s.name == "黑老虎":
        return ((10 - s.ret) * s.m - s.ret * s.loss) / 10
    return s.m * (1 + s.again) if s.name == "香肠老顾客" else s.m


def hundred(s):
    return 100 * traffic.break_even_bid(worth(s), s.c / 100, s.b / 100)


def beans(s, yuan):
    """Whole beans a person for a budget in yuan a hundred people."""
    return (yuan / 100 * s.beans + 1e-9) // 1


def turnover(s):
    return bought(s) * s.price


def last(s):
    return s.b * worth(s)


def added(s):
    return (s.c + s.b) * worth(s)


def clicked(s):
    return s.c * worth(s)


def kept_only(s):
    return bought(s) * s.m


def margin_lost(s):
    return bought(s) * s.m * (10 - s.ret) / 10


def first_only(s):
    return bought(s) * s.m


q.mark(
    form.rule_number(
        "hundred",
        points=2,
        relative=0.02,
        key=hundred,
        why=lambda s: (
            (
                f"十单里收下 {n(10 - s.ret)} 单、拒收 {n(s.ret)} 单：平均一单（{n(10 - s.ret)} × {n(s.m)} − {n(s.ret)} × {n(s.loss)}）÷ 10 = {n(worth(s))} 元。"
                if s.name == "黑老虎"
                else f"头一单 {n(s.m)} 元，回头再来 {n(s.again)} 回，一个买主共 {n(worth(s))} 元。头一单先垫着，垫的要是自己的闲钱。"
                if s.name == "香肠老顾客"
                else ""
            )
            + f"一百个人进来，{n(s.c)} 个点，{n(bought(s))} 个买。{n(bought(s))} × {n(worth(s))} = {n(hundred(s))} 元。"
        ),
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", turnover, "卖价里有本钱。广告钱只能从毛利里出。"),
            form.wrong("last_gate_only", "只看最后一关", last, "点的人里才有这么多买。没点的，也是花钱请来的。"),
            form.wrong("rates_added", "几个比例加起来", added, "先有人点，点了才有人买。用乘，不用加。"),
            form.wrong("click_as_order", "点了就当买了", clicked, "点开看看，还没付钱。再乘付款的那一关。"),
            form.wrong(
                "returns_as_sales",
                "退的也算卖出",
                {"黑老虎": kept_only},
                "拒收的不算卖出，还倒亏 {loss} 元。先平均，再乘。",
            ),
            form.wrong(
                "only_margin_lost",
                "退一单只当少赚一单",
                {"黑老虎": margin_lost},
                "拒收一单，不光少赚 {m} 元，还要倒贴 {loss} 元。",
            ),
            form.wrong(
                "first_order_only",
                "只算头一单",
                {"香肠老顾客": first_only},
                "这些人会自己再来，回头那单不用再花推广钱。一起算。",
            ),
        ],
    ),
    form.rule_number(
        "bean",
        points=2,
        within=0.4,
        key=lambda s: beans(s, hundred(s)),
        why=lambda s: (
            f"{n(hundred(s))} ÷ 100 = {plain(hundred(s) / 100, 4)} 元一个人。1 元 {n(s.beans)} 颗，"
            f"合 {n(hundred(s) / 100 * s.beans)} 颗。零头舍掉，最多 {n(beans(s, hundred(s)))} 颗。"
        ),
        wrong=[
            form.wrong(
                "rounded_up",
                "零头往上进了",
                {name: (lambda s: beans(s, hundred(s)) + 1) for name in ("土豆", "黑老虎", "香肠老顾客")},
                "多一颗就亏了。问「最多」，零头舍掉。",
            ),
            form.wrong(
                "android_for_all",
                "苹果也按安卓算",
                {"香肠老顾客": lambda s: beans(s, hundred(s) * 10 / s.beans)},
                "苹果手机 1 元只有 {beans} 颗。充之前看一块钱几颗。",
                credit=0.5,
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: beans(s, turnover(s)),
                "卖价里有本钱。广告钱只能从毛利里出。",
            ),
            form.wrong(
                "last_gate_only",
                "只看最后一关",
                {name: (lambda s: beans(s, last(s))) for name in ("腊肉", "黑老虎", "香肠老顾客")},
                "没点商品的人，也是花钱请来的。几关都要乘。",
                credit=0.5,
            ),
            form.wrong(
                "first_order_only",
                "只算头一单",
                {"香肠老顾客": lambda s: beans(s, first_only(s))},
                "回头的那单，不用再花推广钱。一起算。",
                credit=0.5,
            ),
            form.wrong(
                "returns_as_sales",
                "退的也算卖出",
                {"黑老虎": lambda s: beans(s, kept_only(s))},
                "拒收的还倒亏。先平均一单剩几元。",
                credit=0.5,
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=1,
        key=lambda s: "try" if beans(s, hundred(s)) >= s.ask else "no",
        why=lambda s: (
            f"最多出得起 {n(beans(s, hundred(s)))} 颗，平台最少要 {n(s.ask)} 颗。"
            + (
                "出得起，可以小试。先问五句，是借的钱就不投。"
                if beans(s, hundred(s)) >= s.ask
                else "出不起。来一个人就亏一点，来得越多亏得越多。"
            )
        ),
        wrong=[
            form.wrong("volume_cures_loss", "走量就赚", "volume", "来一个人亏一点，来得多就亏得多。先看一个人。"),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                {"土豆": "try", "黑老虎": "try"},
                "卖价出得起，毛利出不起。和①②比一比。",
            ),
            form.wrong(
                "paid_is_always_bad",
                "花钱推广都是骗钱",
                {"腊肉": "no", "香肠老顾客": "no"},
                "毛利够，出得起，就可以小试。怕的是不算就投。",
            ),
        ],
    ),
)
