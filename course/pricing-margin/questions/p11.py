# %% tags=["question"]
# 第 11 题：折到底能到几元
from nongju import form

q = form.question(
    "pricing-margin/p11",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉 2 斤装平时卖 {price} 元，一单本钱 {cost} 元。服务费按货款收 {fee}%。\n"
            "双十一先打折，再用店里 {coupon} 元券，都是你让的。\n"
            "前 7 天成交过 {high}、{low}、{mid} 元。标过 {tag} 元，没人买。",
            price=120,
            tag=158,
            cost=[83, 84],
            fee=5,
            coupon=[9, 10],
            high=120,
            low=[106, 108],
            mid=118,
        ),
        form.scene(
            "香肠",
            "香肠 2 斤装平时卖 {price} 元，一单本钱 {cost} 元。服务费按货款收 {fee}%。\n"
            "双十一先打折，再用平台 {coupon} 元券。券钱平台出，补给你，也算你的货款。\n"
            "9 天前卖过 {low} 元，前 7 天成交过 {high}、{mid} 元。标过 {tag} 元，没人买。",
            price=110,
            tag=138,
            cost=[81, 82],
            fee=5,
            coupon=[8, 9],
            high=110,
            mid=[104, 106],
            low=96,
        ),
        form.scene(
            "干莲子",
            "干莲子 2 斤装平时卖 {price} 元，一单本钱 {cost} 元。另外，每单要留 {keep} 元工钱，少了不干。\n"
            "服务费按货款收 {fee}%。双十一先打折，再用店里 {coupon} 元券，都是你让的。\n"
            "前 7 天一单没卖。上一单是 12 天前，{mid} 元；再早卖过 {low} 元。标过 {tag} 元，没人买。",
            price=90,
            tag=118,
            cost=[62, 62.5],
            keep=8,
            fee=5,
            coupon=3,
            mid=[86, 88],
            low=82,
        ),
    ],
    fields=[
        form.number("floor", "① 一单至少收几元货款才不亏？（题里要留的工钱也算上）", unit="元"),
        form.choice(
            "fold",
            "② 照这个底，最多能打到几折？",
            {"95": "9.5 折", "90": "9 折", "85": "8.5 折", "80": "8 折", "75": "7.5 折", "70": "7 折"},
        ),
        form.number("line", "③ 只写「原价」两个字，最多写几元？", unit="元"),
    ],
)

# %% tags=["key"] points=6
# 第 11 题的算法
from nongju.marking import plain

FOLDS = ("95", "90", "85", "80", "75", "70")


def floor(s, *, fee=True, keep=True):
    """Least yuan of goods money that covers cost, wages to keep and the fee."""
    needed = s.cost + (s.numbers.get("keep", 0) if keep else 0)
    return needed / (1 - s.fee / 100) if fee else needed


def own_coupon(s):
    """Yuan of the coupon that the seller gives: the platform's is paid back."""
    return 0 if s.name == "香肠" else s.coupon


def deepest(s, least, coupon):
    """Key of the deepest fold that still leaves `least` after the coupon."""
    open_folds = [fold for fold in FOLDS if s.price * int(fold) / 100 - coupon >= least - 1e-9]
    return open_folds[-1]


def fold(s):
    return deepest(s, floor(s), own_coupon(s))


def line(s):
    return s.mid if s.name in ("香肠", "干莲子") else s.low


def said(key):
    return plain(int(key) / 10, 1)


def why_floor(s):
    keep = f" + 工钱 {s.keep} 元" if "keep" in s.numbers else ""
    return f"收 100 元，到手 {100 - s.fee} 元。本钱 {s.cost} 元{keep}，除以 {plain(1 - s.fee / 100, 2)}，是 {plain(floor(s), 2)} 元。"


def why_fold(s):
    best = fold(s)
    sold = s.price * int(best) / 100
    deeper = s.price * (int(best) - 5) / 100
    coupon = own_coupon(s)
    minus = f"，再减券 {coupon} 元，剩 {plain(sold - coupon, 2)} 元" if coupon else ""
    lower = f"，减券剩 {plain(deeper - coupon, 2)} 元" if coupon else ""
    note = "" if coupon else "平台的券补给你，不用再减。"
    return f"{said(best)} 折是 {plain(sold, 2)} 元{minus}，不低于底价 {plain(floor(s), 2)} 元。再低半折是 {plain(deeper, 2)} 元{lower}，打穿了。{note}"


def why_line(s):
    return {
        "腊肉": f"没写明是哪天的价，只能按前 7 天最低的成交价：{s.low} 元。",
        "香肠": f"9 天前的不算。前 7 天最低的成交价是 {s.mid} 元。",
        "干莲子": f"前 7 天没卖出，就不能高过上一单的 {s.mid} 元。再早的不看。",
    }[s.name]


q.mark(
    form.rule_number(
        "floor",
        points=2,
        within=0.05,
        key=floor,
        why=why_floor,
        wrong=[
            form.wrong(
                "fee_forgotten",
                "忘了服务费",
                lambda s: floor(s, fee=False),
                "收 100 元货款，平台先扣走 {fee} 元。本钱要用剩下的钱来付。",
            ),
            form.wrong(
                "fee_multiplied",
                "该除的用了乘",
                lambda s: floor(s, fee=False) * (1 + s.fee / 100),
                "服务费是从货款里抽的。底价用除：本钱 ÷（1 − 服务费）。",
            ),
            form.wrong(
                "fee_as_yuan",
                "几个点当成几元",
                lambda s: floor(s, fee=False) + s.fee,
                "{fee}% 是一百元抽 {fee} 元，不是一单抽 {fee} 元。",
            ),
            form.wrong(
                "own_work_free",
                "自家的工没算钱",
                {"干莲子": lambda s: floor(s, keep=False)},
                "题上说工钱 {keep} 元少了不干。先加进本钱，再除。",
            ),
        ],
    ),
    form.rule_choice(
        "fold",
        points=2,
        key=fold,
        why=why_fold,
        wrong=[
            form.wrong(
                "coupon_forgotten",
                "忘了再减的券",
                {
                    "腊肉": lambda s: deepest(s, floor(s), 0),
                    "干莲子": lambda s: deepest(s, floor(s), 0),
                },
                "折完还要减券 {coupon} 元。减完的价，才和底价比。",
            ),
            form.wrong(
                "platform_as_own",
                "平台券当自己亏",
                {"香肠": lambda s: deepest(s, floor(s), s.coupon)},
                "这张券平台出，会补给你。你的货款没有少。",
            ),
            form.wrong(
                "fee_forgotten",
                "忘了服务费",
                {
                    "腊肉": lambda s: deepest(s, floor(s, fee=False), s.coupon),
                    "香肠": lambda s: deepest(s, floor(s, fee=False), 0),
                },
                "跟①的底价比，不是跟本钱比。底价里有服务费。",
                credit=0.5,
            ),
            form.wrong(
                "margin_rate_as_fold",
                "毛利几成就让几成",
                {"腊肉": "70"},
                "毛利里还要付券和服务费。全让出去就倒贴。",
            ),
            form.wrong(
                "own_work_free",
                "自家的工没算钱",
                {"干莲子": lambda s: deepest(s, floor(s, keep=False), s.coupon)},
                "工钱也是本钱。留够 {keep} 元，再看能打几折。",
                credit=0.5,
            ),
        ],
    ),
    form.rule_number(
        "line",
        points=2,
        within=0.05,
        key=line,
        why=why_line,
        wrong=[
            form.wrong(
                "tag_as_past",
                "标价当成交价",
                lambda s: s.tag,
                "标过，没人买，就不能说是「原价」。看真正成交的那几单。",
            ),
            form.wrong(
                "highest_past",
                "挑了最高的一单",
                {"腊肉": lambda s: s.high, "香肠": lambda s: s.high},
                "没写清比哪一天，就按最低的那一单。想比别的价，把日子写清。",
            ),
            form.wrong(
                "average_past",
                "取了平均",
                {"腊肉": lambda s: (s.high + s.low + s.mid) / 3},
                "不看平均，看前 7 天里最低的那一单。",
            ),
            form.wrong(
                "too_old",
                "日子太早的也算",
                {"香肠": lambda s: s.low, "干莲子": lambda s: s.low},
                "只看前 7 天。7 天没卖，才看上一单。更早的不看。",
            ),
        ],
    ),
)
