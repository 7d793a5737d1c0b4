# %% tags=["question"]
# 第 1 题：一关一关往下乘
from nongju import form

q = form.question(
    "traffic-economics/p1",
    scenes=[
        form.scene(
            "腊肉直播",
            "腊肉直播，封面会被看到 {n} 次。照上一场：看到的一百次里，进来 {e} 次；"
            "进来的一百个里，{c} 个点商品；点的一百个里，{b} 个付钱。",
            ask="封面要被看到几次？（只写数）",
            n=[10000, 20000],
            e=[10, 20],
            c=[5, 10],
            b=[20, 40],
            want=60,
        ),
        form.scene(
            "莲子朋友圈",
            "卖干莲子，发一条朋友圈。微信里有 {n} 个好友。一百个好友里，{see} 个看到这一条；"
            "看到的一百个里，{e} 个点进直播间；点进来的一百个里，{b} 个付钱。",
            ask="要有几个好友？（只写数）",
            n=[1000, 2000],
            see=[30, 40],
            e=10,
            b=10,
            want=12,
        ),
        form.scene(
            "香肠后台",
            "香肠直播，封面会被看到 {n} 次，一百次里进来 {e} 次。后台写：看了就买 {k}（万分比，就是一万个进来的里有 {k} 个付钱）。",
            ask="封面要被看到几次？（只写数）",
            n=[20000, 30000],
            e=[10, 20],
            k=[40, 50],
            want=20,
        ),
        form.scene(
            "渣海椒生人场",
            "渣海椒头一场，来的 {f} 个全是熟人，买了 {o} 单。下一场花钱推，来的 {n} 个全是生人。"
            "邻村播过几场，生人一百个里买 {b} 个。",
            ask="要推来几个生人？（只写数）",
            f=300,
            o=[30, 36],
            n=[2000, 3000],
            b=[1, 2],
            want=60,
        ),
    ],
    fields=[
        form.number("orders", "① 照这样，会卖出几单（就备几单货）？", unit="单"),
        form.number("need", "② 想卖 {want} 单，{ask}"),
    ],
)

# %% tags=["key"] points=4
from nongju.marking import plain
from nongju.models import traffic


def n(value):
    return plain(value, 4)


def rates(s):
    """Shares of the gates, first gate first."""
    return {
        "腊肉直播": lambda: [s.e / 100, s.c / 100, s.b / 100],
        "莲子朋友圈": lambda: [s.see / 100, s.e / 100, s.b / 100],
        "香肠后台": lambda: [s.e / 100, 1, s.k / 10000],
        "渣海椒生人场": lambda: [1, 1, s.b / 100],
    }[s.name]()


def through(s):
    """Orders that one of those at the top brings."""
    return traffic.funnel(1, *rates(s))[3]


def orders(s):
    return traffic.funnel(s.n, *rates(s))[3]


def both(wrong_rate):
    """A wrong rate by scene: what it makes of the orders, and of the number needed."""
    ahead = {name: (lambda s, f=f: s.n * f(s)) for name, f in wrong_rate.items()}
    back = {name: (lambda s, f=f: s.want / f(s)) for name, f in wrong_rate.items()}
    return ahead, back


FLAWS = {
    "last_gate_only": (
        "只看最后一关",
        {"腊肉直播": lambda s: s.b / 100, "莲子朋友圈": lambda s: s.b / 100},
        "前面几关也少了人。从最上头一关一关往下乘。",
    ),
    "rates_added": (
        "几个比例加起来",
        {
            "腊肉直播": lambda s: (s.e + s.c + s.b) / 100,
            "莲子朋友圈": lambda s: (s.see + s.e + s.b) / 100,
            "香肠后台": lambda s: s.e / 100 + s.k / 10000,
        },
        "一关一关少下去。加起来，人倒越走越多了。",
    ),
    "seen_as_entered": (
        "被看到当成进来了",
        {"腊肉直播": lambda s: s.c * s.b / 1e4, "香肠后台": lambda s: s.k / 1e4},
        "封面在眼前过一回，叫被看到。进来的只有一部分。",
    ),
    "friends_as_viewers": (
        "好友数当成看到的人",
        {"莲子朋友圈": lambda s: s.e * s.b / 1e4},
        "好友不等于看到，看到不等于来，来不等于买。",
    ),
    "ten_thousandth_as_percent": (
        "万分比当成百分比",
        {"香肠后台": lambda s: s.e / 100 * s.k / 100},
        "万分比 {k}，是一万个里 {k} 个。除以一万，不是除以一百。",
    ),
    "familiar_rate_for_strangers": (
        "生人当成熟人算",
        {"渣海椒生人场": lambda s: s.o / s.f},
        "朋友是来捧场的。生人另外数，够三场再备货。",
    ),
    "two_rates_averaged": (
        "熟人生人取平均",
        {"渣海椒生人场": lambda s: (s.o / s.f + s.b / 100) / 2},
        "这一场来的全是生人。就按生人的比例算。",
    ),
}


def told(s):
    shares = [rate for rate in rates(s) if rate != 1]
    return f"{n(s.n)} × " + " × ".join(n(share) for share in shares) + f" = {n(orders(s))} 单。"


q.mark(
    form.rule_number(
        "orders",
        points=2,
        within=0.4,
        key=orders,
        why=lambda s: told(s) + "备多了压钱，备少了补得上。" if s.name == "渣海椒生人场" else told(s),
        wrong=[
            *(form.wrong(key, title, both(rate)[0], hint) for key, (title, rate, hint) in FLAWS.items()),
            form.wrong(
                "earlier_session_added",
                "上一场的也算进来",
                {"渣海椒生人场": lambda s: orders(s) + s.o},
                "熟人上一场买过了。这一场只数来的生人。",
            ),
        ],
    ),
    form.rule_number(
        "need",
        points=2,
        within=1,
        key=lambda s: s.want / through(s),
        why=lambda s: f"最上头每一个，合 {n(through(s))} 单。{n(s.want)} ÷ {n(through(s))} = {n(s.want / through(s))}。",
        wrong=[
            *(
                form.wrong(key, title, both(rate)[1], hint, credit=0.5)
                for key, (title, rate, hint) in FLAWS.items()
            ),
            form.wrong(
                "earlier_session_added",
                "上一场的也算进来",
                {"渣海椒生人场": lambda s: (s.want - s.o) / through(s)},
                "熟人上一场买过了。这一场的单，全要从生人里来。",
            ),
        ],
    ),
)
