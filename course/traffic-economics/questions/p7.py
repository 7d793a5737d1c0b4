# %% tags=["question"]
# 第 7 题：谁排第一，排第一赚不赚
from nongju import form

q = form.question(
    "traffic-economics/p7",
    scenes=[
        form.scene(
            "三家喊价",
            "三家抢最前头的位置。请一个人进来，甲（牛肉干）喊 {a} 元，乙（香菇）喊 {b} 元，我（腊肉）喊 {me} 元。"
            "规矩：喊得高的排前，付下一家喊的价。我这里一百个人进来，买 {sold} 单，一单卖 {price} 元，毛利 {m} 元。",
            a=[0.6, 0.7],
            b=[0.3, 0.4],
            me=0.9,
            sold=3,
            price=120,
            m=[30, 32],
            subsidy=0,
            qa=1,
            qb=1,
            qme=1,
        ),
        form.scene(
            "土豆挤进来",
            "三家抢最前头的位置。请一个人进来，甲（口红）喊 {a} 元，乙（腊肉）喊 {b} 元，我（土豆）喊 {me} 元。"
            "我家土豆好，人人夸。规矩：喊得高的排前，付下一家喊的价。我这里一百个人进来，买 {sold} 单，一单卖 {price} 元，毛利 {m} 元。",
            a=[1.2, 1.1],
            b=[0.8, 0.7],
            me=0.05,
            sold=3,
            price=15,
            m=[0.4, 0.5],
            subsidy=0,
            qa=1,
            qb=1,
            qme=1,
        ),
        form.scene(
            "家家有补贴",
            "三家都卖一样的土豆。平台给每一家补 {subsidy} 元一个人：排上了，这份钱平台替你付。"
            "于是三家都往上加：甲喊 {a} 元，乙喊 {b} 元，我喊 {me} 元。规矩：喊得高的排前，付下一家喊的价（里头有补贴的那份）。"
            "我这里一百个人进来，买 {sold} 单，一单卖 {price} 元，毛利 {m} 元。",
            a=0.34,
            b=0.33,
            me=0.36,
            sold=4,
            price=18,
            m=[1.5, 1.6],
            subsidy=0.3,
            qa=1,
            qb=1,
            qme=1,
        ),
        form.scene(
            "封面也算数",
            "有的平台还看封面，照「喊价 × 封面」排，封面就是一百个看到的里进来几个。"
            "甲喊 {a} 元，封面 {qa}；乙喊 {b} 元，封面 {qb}；我（香肠）喊 {me} 元，封面 {qme}。"
            "排前的，付「刚好不被下一家追上」的价。我这里一百个人进来，买 {sold} 单，一单卖 {price} 元，毛利 {m} 元。",
            a=0.8,
            qa=6,
            b=0.3,
            qb=10,
            me=0.5,
            qme=12,
            sold=2,
            price=108,
            m=[24, 26],
            subsidy=0,
        ),
    ],
    fields=[
        form.choice("first", "① 现在谁排第一？", {"me": "我", "a": "甲", "b": "乙"}),
        form.number("pay", "② 我要排第一，请一个人进来，价钱是几元？", unit="元"),
        form.gain("left", "③ 排第一，一百个人进来，我赚还是亏几元？", unit="元"),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import traffic

NAMES = ["me", "a", "b"]
SAID = {"me": "我", "a": "甲", "b": "乙"}


def n(value):
    return plain(value, 2)


def ranked(s, mine):
    """The queue when I call `mine` yuan."""
    return traffic.position_auction([mine, s.a, s.b], [s.qme, s.qa, s.qb], [1, 0.5, 0.25])


def first(s):
    return NAMES[int(ranked(s, s.me)[0][0])]


def pay(s):
    """What the first place costs me a visit: I outbid everybody and pay the next one's call."""
    return ranked(s, 100 * max(s.a, s.b, s.me))[0][1]


def left(s):
    """Yuan of a hundred visits in the first place; the platform pays its subsidy of the price."""
    return s.sold * s.m - 100 * (pay(s) - s.subsidy)


def said(value):
    return f"{'赚' if value >= 0 else '亏'} {n(abs(value))} 元"


WHY_FIRST = {
    "三家喊价": lambda s: "我喊得最高，我排第一。",
    "土豆挤进来": lambda s: f"甲喊 {n(s.a)} 元，最高。土豆再好，队是按喊价排的。",
    "家家有补贴": lambda s: "我喊得最高，我排第一。",
    "封面也算数": lambda s: f"我 {n(s.me)} × {n(s.qme)} = {n(s.me * s.qme)}，甲 {n(s.a * s.qa)}，乙 {n(s.b * s.qb)}。我排第一：封面拍好，少喊也能排前。",
}

WHY_PAY = {
    "三家喊价": lambda s: f"付下一家喊的：甲的 {n(s.a)} 元。",
    "土豆挤进来": lambda s: f"要压过甲，付的就是甲喊的 {n(s.a)} 元。",
    "家家有补贴": lambda s: f"付下一家喊的：甲的 {n(s.a)} 元。里头 {n(s.subsidy)} 元是补贴。",
    "封面也算数": lambda s: f"甲是 {n(s.a * s.qa)}。我的封面 {n(s.qme)}：{n(s.a * s.qa)} ÷ {n(s.qme)} = {n(pay(s))} 元，刚好不被追上。",
}


def why_left(s):
    out = 100 * (pay(s) - s.subsidy)
    end = ""
    if s.subsidy:
        end = f"没补贴时，甲只喊 {n(s.a - s.subsidy)} 元，你也是{said(left(s))}。家家都补，补的钱进了排位费。"
    elif left(s) < 0:
        end = "排得上，也卖得出，就是不够付。这条街不是卖它的地方。"
    return f"{n(s.sold)} 单毛利 {n(s.sold * s.m)} 元，自己付 {n(out)} 元，{said(left(s))}。{end}"


q.mark(
    form.rule_choice(
        "first",
        points=1,
        key=first,
        why=lambda s: WHY_FIRST[s.name](s),
        wrong=[
            form.wrong("good_goods_rank_first", "货好就排前", {"土豆挤进来": "me"}, "货好，回头客多。可这条队是按喊价排的。"),
            form.wrong("cover_ignored", "只看喊价，忘了封面", {"封面也算数": "a"}, "这里照「喊价 × 封面」排。先乘，再比。"),
            form.wrong("dearer_goods_first", "以为贵货排前", {"三家喊价": "a"}, "队只看喊价。谁喊得高，谁排前。"),
            form.wrong("lowest_call_first", "以为便宜的排前", {"三家喊价": "b", "土豆挤进来": "b", "家家有补贴": "b"}, "喊的是付给平台的钱，不是卖价。高的排前。"),
        ],
    ),
    form.rule_number(
        "pay",
        points=2,
        within=0.004,
        key=pay,
        why=lambda s: WHY_PAY[s.name](s),
        wrong=[
            form.wrong("own_call_paid", "喊多少就付多少", lambda s: s.me, "照这里的规矩，付的是下一家的价，不是自己喊的。"),
            form.wrong(
                "third_call_paid",
                "付成了最低那家的",
                lambda s: s.b,
                "付的是紧跟在后头那一家的价。",
            ),
            form.wrong("cover_ignored", "只看喊价，忘了封面", {"封面也算数": lambda s: s.a}, "封面好，价能少付。甲的得数除以我的封面。"),
            form.wrong("subsidy_taken_off", "把补贴先减了", {"家家有补贴": lambda s: s.a - s.subsidy}, "问的是价钱，里头有平台替你付的那份。"),
        ],
    ),
    form.rule_number(
        "left",
        points=2,
        within=0.3,
        key=left,
        why=why_left,
        wrong=[
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: s.sold * s.price - 100 * (pay(s) - s.subsidy),
                "卖价里有本钱。乘的是毛利。",
            ),
            form.wrong("ad_cost_forgotten", "忘了推广钱", lambda s: s.sold * s.m, "一百个人是花钱请来的。排位的钱要减。"),
            form.wrong(
                "subsidy_forgotten",
                "忘了补贴替付的",
                {"家家有补贴": lambda s: s.sold * s.m - 100 * pay(s)},
                "每个人里，平台替你付 {subsidy} 元。自己只付剩下的。",
            ),
            form.wrong(
                "subsidy_as_income",
                "补贴当成赚的",
                {"家家有补贴": lambda s: s.sold * s.m + 100 * s.subsidy},
                "补贴是替你付排位费的，没到你手里。",
            ),
        ],
    ),
)
