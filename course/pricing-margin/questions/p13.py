# %% tags=["question"]
# 第 13 题：这一场到手几元
from nongju import form

q = form.question(
    "pricing-margin/p13",
    scenes=[
        form.scene(
            "黑老虎",
            "一个编的卖家，双十一卖黑老虎。{n} 单，每单 {price} 元。有 {back} 单压坏了、熟过了，"
            "顾客要退款，果子不寄回。一单的货 {goods} 元，包装快递 {ship} 元。请帮手 {fixed} 元。服务费按没退的货款收 {fee}%。",
            n=80,
            price=60,
            back=[14, 16],
            goods=34,
            ship=15,
            fixed=[80, 100],
            fee=2,
        ),
        form.scene(
            "香肠",
            "一个编的卖家，双十一卖真空香肠。{n} 单，每单 {price} 元。有 {back} 单没拆封、没胀袋，退回来还能卖。\n"
            "一单的货 {goods} 元，包装快递 {ship} 元，退回的运费一单 {again} 元，都是卖家出。\n"
            "报名费 {fixed} 元。服务费按没退的货款收 {fee}%。",
            n=60,
            price=[96, 98],
            back=[6, 8],
            goods=66,
            ship=13,
            again=7,
            fixed=200,
            fee=2,
        ),
        form.scene(
            "干莲子",
            "一个编的卖家，双十一卖干莲子。{n} 单，每单 {price} 元。有 {back} 单还没发货就退了款，货没动。\n"
            "一单的货 {goods} 元，包装快递 {ship} 元。报名费和帮手 {fixed} 元。服务费按没退的货款收 {fee}%。",
            n=50,
            price=[86, 88],
            back=[10, 12],
            goods=60,
            ship=10,
            fixed=[280, 300],
            fee=2,
        ),
    ],
    fields=[
        form.number("received", "① 退完款、扣完服务费，收到货款几元？", unit="元"),
        form.gain("left", "② 这一场，手里赚还是亏几元？", unit="元"),
        form.choice(
            "again",
            "③ 下一场怎么办？（只看这笔账）",
            {
                "same": "照这个样子再办一场",
                "fix": "先不办，把退货的事弄好再说",
                "cheaper": "再便宜点，冲更多单",
            },
        ),
    ],
)

# %% tags=["key"] points=7
# 第 13 题的算法
from nongju.marking import plain


def share(s):
    return 1 - s.fee / 100


def kept(s):
    """Orders that were not refunded."""
    return s.n - s.back


def received(s):
    return kept(s) * s.price * share(s)


def spent(s):
    """Yuan gone on goods and parcels: what a refund costs differs by what became of the goods."""
    return {
        "黑老虎": lambda: s.n * (s.goods + s.ship),
        "香肠": lambda: kept(s) * s.goods + s.n * s.ship + s.back * s.again,
        "干莲子": lambda: kept(s) * (s.goods + s.ship),
    }[s.name]()


def left(s):
    return received(s) - spent(s) - s.fixed


def why_received(s):
    return f"{s.n} 单退了 {s.back} 单，剩 {kept(s)} 单。{kept(s)} × {s.price} × {plain(share(s), 2)} = {plain(received(s), 2)} 元。成交额写的是 {s.n * s.price} 元。"


def why_left(s):
    how = {
        "黑老虎": lambda: f"果子不寄回，{s.n} 单的货和快递全花了：{s.n} × {s.goods + s.ship} = {plain(spent(s), 2)} 元。",
        "香肠": lambda: f"退回的 {s.back} 单货还在。货 {kept(s)} × {s.goods}，快递 {s.n} × {s.ship}，退回运费 {s.back} × {s.again}，共 {plain(spent(s), 2)} 元。",
        "干莲子": lambda: f"没发的 {s.back} 单一分没花。{kept(s)} × {s.goods + s.ship} = {plain(spent(s), 2)} 元。",
    }[s.name]()
    return f"{how}再减死钱 {s.fixed} 元。{plain(received(s), 2)} − {plain(spent(s), 2)} − {s.fixed}，{'赚' if left(s) >= 0 else '亏'} {plain(abs(left(s)), 2)} 元。"


def why_again(s):
    if left(s) < 0:
        return f"一单不退，本来要赚 {plain(s.n * (s.price * share(s) - s.goods - s.ship) - s.fixed, 2)} 元。退了 {s.back} 单，反亏 {plain(-left(s), 2)} 元。先换箱子、挑熟度，再办。"
    return f"退了 {s.back} 单，还剩 {plain(left(s), 2)} 元。可以照样再办，退货接着数。再便宜就要重算。"


q.mark(
    form.rule_number(
        "received",
        points=2,
        within=0.5,
        key=received,
        why=why_received,
        wrong=[
            form.wrong("turnover_as_income", "成交额当到手", lambda s: s.n * s.price, "成交额里有要退的，还没扣服务费。"),
            form.wrong("returns_as_sales", "退的也算卖出", lambda s: s.n * s.price * share(s), "退了款的单，钱要还回去。先减退的，再算。"),
            form.wrong("fee_forgotten", "忘了服务费", lambda s: kept(s) * s.price, "没退的货款里，平台还要扣 {fee}%。", credit=0.5),
        ],
    ),
    form.rule_number(
        "left",
        points=3,
        within=0.5,
        key=left,
        why=why_left,
        wrong=[
            form.wrong(
                "returns_as_sales",
                "退的也算卖出",
                lambda s: s.n * (s.price * share(s) - s.goods - s.ship) - s.fixed,
                "这样等于一单没退。退掉的单，收不到钱。",
            ),
            form.wrong("fixed_forgotten", "忘了死钱", lambda s: left(s) + s.fixed, "报名费、帮手钱，卖不卖都要付。最后要减。", credit=0.5),
            form.wrong(
                "spoiled_goods_saved",
                "拒收的果子当成还在",
                {"黑老虎": lambda s: left(s) + s.back * s.goods},
                "果子寄出去坏了，货钱收不回。退款不等于货回来。",
            ),
            form.wrong(
                "good_return_thrown_away",
                "能再卖的也当扔了",
                {"香肠": lambda s: left(s) - s.back * s.goods},
                "没拆封，还能卖，货钱没丢。丢的是来回的运费。",
            ),
            form.wrong(
                "way_back_forgotten",
                "忘了回程运费",
                {"香肠": lambda s: left(s) + s.back * s.again},
                "退回来的路费，题上说是卖家出。",
                credit=0.5,
            ),
            form.wrong(
                "unsent_charged",
                "没发的也算了本钱",
                {"干莲子": lambda s: left(s) - s.back * (s.goods + s.ship)},
                "还没发货，货和快递都没花。只算发出去的单。",
            ),
        ],
    ),
    form.rule_choice(
        "again",
        points=2,
        key=lambda s: "same" if left(s) >= 0 else "fix",
        why=why_again,
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", "cheaper", "单多不等于赚多。再便宜，一单剩得更少。"),
            form.wrong("turnover_as_income", "成交额当到手", {"黑老虎": "same"}, "成交额好看，手里却亏了。照样再办，照样再亏。"),
            form.wrong("any_return_is_disaster", "一退就慌", {"香肠": "fix", "干莲子": "fix"}, "退货已经算进去了，还是赚的。看剩几元，不看有没有退。"),
        ],
    ),
)
