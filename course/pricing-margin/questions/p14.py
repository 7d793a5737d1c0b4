# %% tags=["question"]
# 第 14 题：一场的死钱，几单才回得来
from nongju import form

q = form.question(
    "pricing-margin/p14",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉一单卖 {price} 元，毛利 {margin} 元。甲说：去镇上直播间，一场租 {rent} 元。网好灯好，估计卖 {many} 单。\n"
            "乙说：就在自家院坝播，不花钱，估计卖 {few} 单。院坝空着也没人租。",
            price=98,
            margin=[24, 26],
            rent=[150, 180],
            many=20,
            few=16,
        ),
        form.scene(
            "香肠",
            "香肠一单卖 {price} 元，毛利 {margin} 元（自己的工还没扣）。甲说：请个帮手，一场 {rent} 元，自己专心讲。估计卖 {many} 单。\n"
            "乙说：不请人，自己多忙 {hours} 小时，估计卖 {few} 单。你去帮工，一小时挣 {wage} 元。",
            price=88,
            margin=[22, 24],
            rent=100,
            many=18,
            few=15,
            hours=3,
            wage=[15, 17],
        ),
        form.scene(
            "渣海椒",
            "渣海椒一套卖 {price} 元，毛利 {margin} 元。甲说：镇上直播间按月租，一月 {month} 元，一月播 {times} 场。\n"
            "每场再请帮手，{help} 元，估计卖 {many} 单。乙说：就在自家堂屋播，不请人，不花钱，估计卖 {few} 单。",
            price=38,
            margin=[15, 16],
            month=900,
            times=[9, 10],
            help=65,
            many=25,
            few=[12, 13],
        ),
    ],
    fields=[
        form.number("even", "① 照甲的办，一场至少几单才保本？", unit="单"),
        form.gain("first", "② 照甲的办，一场赚还是亏几元？", unit="元"),
        form.gain("second", "③ 照乙的办，一场赚还是亏几元？", unit="元"),
        form.choice("way", "④ 只看这笔账，听谁的？", {"a": "听甲的", "b": "听乙的"}),
    ],
)

# %% tags=["key"] points=6
# 第 14 题的算法
import math

from nongju.marking import plain


def up(x):
    return math.ceil(x - 1e-9)


def fixed(s):
    """Yuan that a session costs the way of 甲, whether anything sells or not."""
    return s.month / s.times + s.help if s.name == "渣海椒" else s.rent


def own_hours(s):
    """Yuan that the hours of one's own would have earned elsewhere, the way of 乙."""
    return s.hours * s.wage if s.name == "香肠" else 0


def even(s):
    return up(fixed(s) / s.margin)


def first(s):
    return s.many * s.margin - fixed(s)


def second(s):
    return s.few * s.margin - own_hours(s)


def best(s):
    return "a" if first(s) > second(s) else "b"


def why_even(s):
    split = (
        f"租金摊到一场：{s.month} ÷ {s.times} = {plain(s.month / s.times, 2)} 元。加帮手 {s.help} 元，死钱 {plain(fixed(s), 2)} 元。"
        if s.name == "渣海椒"
        else f"一场的死钱是 {s.rent} 元。"
    )
    return f"{split}{plain(fixed(s), 2)} ÷ {s.margin} = {plain(fixed(s) / s.margin, 2)}，要 {even(s)} 单。"


def why_first(s):
    return f"{s.many} × {s.margin} = {s.many * s.margin} 元，减死钱 {plain(fixed(s), 2)} 元，剩 {plain(first(s), 2)} 元。"


def why_second(s):
    sales = f"{s.few} × {s.margin} = {s.few * s.margin} 元。"
    if own_hours(s):
        return f"{sales}自己的 {s.hours} 小时值 {s.hours} × {s.wage} = {own_hours(s)} 元，要减。剩 {plain(second(s), 2)} 元。"
    return f"{sales}没有死钱，全剩下。"


def why_way(s):
    words = f"甲剩 {plain(first(s), 2)} 元，乙剩 {plain(second(s), 2)} 元。"
    more = "这笔死钱花得回来，听甲的。" if best(s) == "a" else "甲单多，多赚的付不起死钱。听乙的。"
    return words + more + "单数是估的，播三场再看。"


q.mark(
    form.rule_number(
        "even",
        points=1,
        within=0.4,
        key=even,
        why=why_even,
        wrong=[
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: up(fixed(s) / s.price),
                "每卖一单，只有毛利能拿来付死钱。除以毛利，不除卖价。",
            ),
            form.wrong(
                "month_on_one_session",
                "一月的租压在一场",
                {"渣海椒": lambda s: up((s.month + s.help) / s.margin)},
                "一月播 {times} 场，租金分给 {times} 场。",
            ),
            form.wrong(
                "helper_forgotten",
                "忘了帮手钱",
                {"渣海椒": lambda s: up(s.month / s.times / s.margin)},
                "帮手一场 {help} 元，卖不卖都要付，也是死钱。",
            ),
        ],
    ),
    form.rule_number(
        "first",
        points=2,
        within=0.5,
        key=first,
        why=why_first,
        wrong=[
            form.wrong("fixed_forgotten", "忘了死钱", lambda s: s.many * s.margin, "毛利还没付死钱。一场的死钱要减掉。"),
            form.wrong(
                "fixed_on_each",
                "死钱每单扣一遍",
                lambda s: s.many * (s.margin - fixed(s)),
                "死钱一场只付一回，不是一单一回。",
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: s.many * s.price - fixed(s),
                "卖价里有本钱。用毛利乘单数。",
            ),
            form.wrong(
                "helper_forgotten",
                "忘了帮手钱",
                {"渣海椒": lambda s: first(s) + s.help},
                "帮手一场 {help} 元，也要减。",
                credit=0.5,
            ),
            form.wrong(
                "month_on_one_session",
                "一月的租压在一场",
                {"渣海椒": lambda s: s.many * s.margin - s.month - s.help},
                "一月播 {times} 场，租金分给 {times} 场。",
                credit=0.5,
            ),
        ],
    ),
    form.rule_number(
        "second",
        points=2,
        within=0.5,
        key=second,
        why=why_second,
        wrong=[
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: s.few * s.price - own_hours(s),
                "卖价里有本钱。用毛利乘单数。",
            ),
            form.wrong(
                "own_work_free",
                "自家的工没算钱",
                {"香肠": lambda s: s.few * s.margin},
                "多忙 {hours} 小时，就少挣了帮工的钱。这份也要减。",
            ),
            form.wrong(
                "fixed_everywhere",
                "没花的死钱也扣了",
                lambda s: s.few * s.margin - own_hours(s) - fixed(s),
                "照乙的办，甲那笔死钱就不用付。",
            ),
        ],
    ),
    form.rule_choice(
        "way",
        points=1,
        key=best,
        why=why_way,
        wrong=[
            form.wrong("more_orders_better", "单多就选它", {"腊肉": "a"}, "甲的单多，死钱也多。比剩下的钱，不比单数。"),
            form.wrong("own_work_free", "自家的工没算钱", {"香肠": "b"}, "自己的工也值钱。算进去再比。"),
            form.wrong("never_pay_fixed", "花死钱就是亏", {"渣海椒": "b"}, "死钱花得值不值，看付完还剩几元。"),
        ],
    ),
)
