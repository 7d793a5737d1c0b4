# %% tags=["question"]
# 第 5 题：先找老顾客，还是花钱找生人
from nongju import form

q = form.question(
    "traffic-economics/p5",
    scenes=[
        form.scene(
            "腊肉",
            "冬天腊肉足，一单卖 {price} 元，毛利 {m} 元。今天只忙得过来一样。\n"
            "甲：花 {spend} 元推给生人，估计来 {new} 单。\n"
            "乙：给买过的 {old} 个人一个个发消息，照往年，一百个里 {pct} 个再买。每单送一小瓶渣海椒，本钱 {gift} 元；发一下午，工钱按 {work} 元算。\n"
            "帮手说：不找生人，永远就这些人。嫂子说：老顾客不花推广钱。两句都对。",
            price=120,
            m=[32, 34],
            spend=[380, 400],
            new=24,
            old=[60, 70],
            pct=30,
            gift=4,
            work=60,
            stock=999,
        ),
        form.scene(
            "干莲子",
            "干莲子放得住，家里有三百单。一单卖 {price} 元，毛利 {m} 元。今天只忙得过来一样。\n"
            "甲：花 {spend} 元推给生人，估计来 {new} 单。\n"
            "乙：刚开店，买过的才 {old} 个人，一百个里 {pct} 个再买。每单送一小包，本钱 {gift} 元；发消息的工钱按 {work} 元算。\n"
            "帮手说：不找生人，永远就这些人。嫂子说：老顾客不花推广钱。两句都对。",
            price=58,
            m=[18, 20],
            spend=[280, 300],
            new=[30, 32],
            old=10,
            pct=40,
            gift=2,
            work=20,
            stock=999,
        ),
        form.scene(
            "黑老虎",
            "熟透的黑老虎，只够 {stock} 单，三天里要发完。一单卖 {price} 元，毛利 {m} 元。今天只忙得过来一样。\n"
            "甲：花 {spend} 元推给生人，估计有 {new} 个人要。\n"
            "乙：给买过的 {old} 个人发消息，一百个里 {pct} 个再买。每单送一张吃法卡，本钱 {gift} 元；工钱按 {work} 元算。\n"
            "帮手说：不找生人，永远就这些人。嫂子说：老顾客不花推广钱。两句都对。",
            price=60,
            m=[15, 17],
            spend=[140, 150],
            new=[28, 30],
            old=50,
            pct=40,
            gift=1,
            work=20,
            stock=14,
        ),
    ],
    fields=[
        form.gain("a", "① 走甲，手里多几元（赚）还是少几元（亏）？", unit="元"),
        form.gain("b", "② 走乙，手里多几元（赚）还是少几元（亏）？", unit="元"),
        form.choice("pick", "③ 今天先走哪一条？", {"a": "甲：推给生人", "b": "乙：先发老顾客", "none": "都不走"}),
        form.choice(
            "why",
            "④ 这一回，最要紧的是哪一条？",
            {
                "old": "老顾客够多，又不花推广钱",
                "few": "老顾客太少，货还有得是",
                "stock": "货就这么多，不缺买的人",
                "turnover": "哪条卖得多、流水大",
            },
        ),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain


def n(value):
    return plain(value, 2)


def back(s):
    """Parcels that earlier buyers take, as far as there are goods."""
    return min(s.old * s.pct / 100, s.stock)


def strangers(s):
    return min(s.new, s.stock)


def a(s):
    return strangers(s) * s.m - s.spend


def b(s):
    return back(s) * (s.m - s.gift) - s.work


def said(value):
    return f"{'多' if value >= 0 else '少'} {n(abs(value))} 元"


def short(s):
    return f"货只够 {n(s.stock)} 单，多的不算。" if s.stock < 999 else ""


REASON = {
    "腊肉": "老顾客够多，不用付推广钱。先发他们。改天再留一点钱，慢慢找生人。",
    "干莲子": "老顾客太少，发完还剩一屋子货。这回该找生人。",
    "黑老虎": "货就这么多。老顾客要的已经够发，花钱请人来，也没货给他。",
}

q.mark(
    form.rule_number(
        "a",
        points=2,
        within=1,
        key=a,
        why=lambda s: short(s) + f"{n(strangers(s))} 单 × {n(s.m)} 元 − 推广 {n(s.spend)} 元，{said(a(s))}。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: strangers(s) * s.price - s.spend, "卖价里有本钱。乘的是毛利。"),
            form.wrong("ad_cost_forgotten", "忘了推广钱", lambda s: strangers(s) * s.m, "生人是花钱请来的。推广的 {spend} 元要减。"),
            form.wrong("uncapped", "忘了只有这么多", {"黑老虎": lambda s: s.new * s.m - s.spend}, "货只够 {stock} 单。请来的人多，也没货给。"),
        ],
    ),
    form.rule_number(
        "b",
        points=2,
        within=1,
        key=b,
        why=lambda s: (
            f"{n(s.old)} 个人里 {n(s.old * s.pct / 100)} 个再买。{short(s)}"
            f"{n(back(s))} × ({n(s.m)} − {n(s.gift)}) − 工钱 {n(s.work)} 元，{said(b(s))}。"
        ),
        wrong=[
            form.wrong(
                "everyone_buys",
                "当成人人都买",
                lambda s: s.old * (s.m - s.gift) - s.work,
                "一百个里只有 {pct} 个再买。先乘这一关。",
            ),
            form.wrong(
                "gift_free",
                "送的不算本钱",
                {"腊肉": lambda s: back(s) * s.m - s.work, "干莲子": lambda s: back(s) * s.m - s.work, "黑老虎": lambda s: back(s) * s.m - s.work},
                "送的也是花钱做的，一单 {gift} 元。",
            ),
            form.wrong(
                "own_work_free",
                "自家的工没算钱",
                lambda s: back(s) * (s.m - s.gift),
                "发一个个消息也费工夫，工钱 {work} 元。",
            ),
            form.wrong(
                "uncapped",
                "忘了只有这么多",
                {"黑老虎": lambda s: s.old * s.pct / 100 * (s.m - s.gift) - s.work},
                "货只够 {stock} 单。多的要预约，别收钱。",
            ),
        ],
    ),
    form.rule_choice(
        "pick",
        points=1,
        key=lambda s: "a" if a(s) > b(s) else "b",
        why=lambda s: f"甲{said(a(s))}，乙{said(b(s))}。两句话都对，这一回先走{'甲' if a(s) > b(s) else '乙'}。",
        wrong=[
            form.wrong("more_orders_better", "单多就选它", {"腊肉": "a", "黑老虎": "a"}, "生人的单子，扣了推广钱没剩那么多。比剩几元。"),
            form.wrong("old_buyers_always_first", "老顾客总是最好", {"干莲子": "b"}, "老顾客好是真的。可这回人太少，发完还剩一屋子货。"),
            form.wrong("not_counted", "没算就怕", "none", "两条算下来都有剩。不算就停，也是亏。"),
        ],
    ),
    form.rule_choice(
        "why",
        points=1,
        key={"腊肉": "old", "干莲子": "few", "黑老虎": "stock"},
        why=lambda s: REASON[s.name],
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", "turnover", "流水里有本钱，也有推广钱。看剩下的，再看卡在哪里。"),
            form.wrong(
                "goods_not_counted",
                "没先数货",
                {"黑老虎": "old"},
                "老顾客是够。更要紧的是货只有 {stock} 单。",
            ),
            form.wrong(
                "buyers_not_counted",
                "没先数人",
                {"腊肉": "few", "干莲子": "old"},
                "先数一数：老顾客 {old} 个，一百个里 {pct} 个再买。",
            ),
        ],
    ),
)
