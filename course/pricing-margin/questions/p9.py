# %% tags=["question"]
# 第 9 题：打折做不做
from nongju import form

q = form.question(
    "pricing-margin/p9",
    scenes=[
        form.scene(
            "香肠",
            "香肠 2 斤装，卖 {price} 元。一单本钱 {cost} 元，货、包装、快递都在里头。平时一场 {n} 单。\n"
            "帮手说：打 {fold} 折，能卖到 {hope} 单。服务费先不算。",
            price=108,
            cost=[78, 80],
            fold=[9, 8.8],
            n=40,
            hope=[52, 55, 58],
        ),
        form.scene(
            "腊肉",
            "腊肉 2 斤装，卖 {price} 元，一单本钱 {cost} 元。老顾客群里，平时一场有 {n} 个人各买一单。\n"
            "这回只给老顾客打 {fold} 折。问了一圈，估计有 {hope} 个人买。服务费先不算。",
            price=128,
            cost=[88, 90],
            fold=9,
            n=20,
            hope=[34, 36],
        ),
        form.scene(
            "渣海椒",
            "渣海椒 3 瓶一套，卖 {price} 元，一单本钱 {cost} 元。平时一场 {n} 单。\n"
            "双十一打 {fold} 折，另交报名费 {entry} 元。估计能卖 {hope} 单。服务费先不算。",
            price=66,
            cost=[42, 44],
            fold=9,
            n=50,
            entry=[200, 240],
            hope=[74, 76, 78],
        ),
        form.scene(
            "干莲子",
            "干莲子还有 {stock} 包，过了这场就到期，不能再卖。进货每包 {goods} 元，钱早付了。卖一包另要包装快递 {pack} 元。\n"
            "照 {price} 元卖，只卖得出 {n} 包。写明临期、打 {fold} 折，估计卖 {hope} 包。服务费先不算。",
            price=45,
            goods=28,
            pack=[8, 8.5],
            fold=[6, 7],
            n=10,
            stock=30,
            hope=[26, 28],
        ),
    ],
    fields=[
        form.gain("left", "① 打完折，每卖一单（一包），手里多几元（赚）还是少几元（亏）？", unit="元"),
        form.number("need", "② 至少卖几单（几包），手里的钱才和不打折一样多？", unit="单"),
        form.choice("do", "③ 这个折，打不打？", {"yes": "打", "no": "不打"}),
    ],
)

# %% tags=["key"] points=6
# 第 9 题的算法
import math

from nongju.marking import plain


def spent(s):
    """Yuan that one more order costs; goods already paid for and about to expire cost nothing more."""
    return s.pack if s.name == "干莲子" else s.cost


def once(s):
    """Margin of an order at the usual price."""
    return s.price - spent(s)


def left(s):
    """Margin of an order after the discount."""
    return s.price * s.fold / 10 - spent(s)


def entry(s):
    return s.numbers.get("entry", 0)


def up(x):
    """Whole orders: half an order does not exist."""
    return math.ceil(x - 1e-9)


def need(s):
    return up((s.n * once(s) + entry(s)) / left(s))


def why_left(s):
    sold = plain(s.price * s.fold / 10, 2)
    if s.name == "干莲子":
        return f"打 {s.fold} 折收 {sold} 元，减包装快递 {s.pack} 元，多得 {plain(left(s), 2)} 元。进货钱早花了，卖不卖都收不回来。"
    return f"打 {s.fold} 折收 {sold} 元，减本钱 {s.cost} 元，剩 {plain(left(s), 2)} 元。原来一单赚 {plain(once(s), 2)} 元。"


def why_need(s):
    target = plain(s.n * once(s) + entry(s), 2)
    fee = f"加上报名费 {s.entry} 元，要挣回 {target} 元。" if entry(s) else ""
    raw = plain((s.n * once(s) + entry(s)) / left(s), 2)
    return f"不打折：{s.n} × {plain(once(s), 2)} = {plain(s.n * once(s), 2)} 元。{fee}{target} ÷ {plain(left(s), 2)} = {raw}，往上取 {need(s)}。"


def why_do(s):
    if s.hope >= need(s):
        return f"估计能卖 {s.hope}，过了 {need(s)}。打。"
    return f"估计能卖 {s.hope}，不到 {need(s)}。流水多了，赚的反而少。不打。"


q.mark(
    form.rule_number(
        "left",
        points=2,
        within=0.05,
        key=left,
        why=why_left,
        wrong=[
            form.wrong(
                "discount_on_margin",
                "把毛利打了折",
                lambda s: once(s) * s.fold / 10,
                "打折打的是卖价。跟着这单花的钱一分不少，少的全是毛利。",
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: s.price * s.fold / 10,
                "收到的钱里有本钱。减掉跟着这单花的钱，才是多得的。",
            ),
            form.wrong(
                "sunk_cost",
                "花掉的钱又算一遍",
                {"干莲子": lambda s: left(s) - s.goods},
                "进货的 {goods} 元早花了，卖不卖都一样。只看从今天起多收几元。",
            ),
            form.wrong(
                "read_as_percent",
                "8 折读成 8%",
                {
                    "香肠": lambda s: s.price * (1 - s.fold / 100) - s.cost,
                    "腊肉": lambda s: s.price * (1 - s.fold / 100) - s.cost,
                    "渣海椒": lambda s: s.price * (1 - s.fold / 100) - s.cost,
                },
                "几折是付几成。九折便宜一成，是 10%，不是 9%。",
            ),
        ],
    ),
    form.rule_number(
        "need",
        points=2,
        within=0.4,
        key=need,
        why=why_need,
        wrong=[
            form.wrong(
                "same_share",
                "降几成就多卖几成",
                lambda s: up(s.n * (2 - s.fold / 10)),
                "让掉的是毛利，不是卖价。先看毛利剩几成，再看要多卖几成。",
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: up(s.n / (s.fold / 10)),
                "这样只补回流水。多卖的每一单，本钱也要多花一份。",
            ),
            form.wrong(
                "entry_fee_forgotten",
                "忘了报名费",
                {"渣海椒": lambda s: up(s.n * once(s) / left(s))},
                "报名费也要靠卖货挣回来。先加进要挣的钱，再除。",
                credit=0.5,
            ),
            form.wrong(
                "whole_stock",
                "以为要全卖光",
                {"干莲子": lambda s: s.stock},
                "不用全卖光。和不打折的 {n} 包比，够本就值得。",
            ),
        ],
    ),
    form.rule_choice(
        "do",
        points=2,
        key=lambda s: "yes" if s.hope >= need(s) else "no",
        why=why_do,
        wrong=[
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                {"香肠": "yes"},
                "单多、流水多，不等于赚得多。拿估计的单数和②比。",
            ),
            form.wrong(
                "entry_fee_forgotten",
                "忘了报名费",
                {"渣海椒": "yes"},
                "报名费 {entry} 元是死钱，卖不卖都要交。算进去就不够了。",
            ),
            form.wrong(
                "sunk_cost",
                "花掉的钱又算一遍",
                {"干莲子": "no"},
                "低过进货价不等于不能卖。不卖，这包一分也收不回。",
            ),
            form.wrong(
                "margin_each_only",
                "只看一单少赚",
                {"腊肉": "no"},
                "一单是少赚了。再看多来的人，合起来够不够。",
            ),
        ],
    ),
)
