# %% tags=["question"]
# 第 1 题：一关一关往下乘
from nongju import form

q = form.question(
    "traffic-economics/p1",
    see="讲一讲 一",
    scenes=[
        form.scene(
            "腊肉直播",
            "腊肉直播，封面会被看到 {n} 次。照上一场：看到的一百次里，进来 {e} 次；"
            "进来的一百个里，{c} 个点商品；点的一百个里，{b} 个付钱。",
            ask="封面要被看到几次？（只写数）", per="次",
            n=[8000, 12000], e=[15, 20], c=8, b=25, want=90,
        ),
        form.scene(
            "莲子朋友圈",
            "卖干莲子，发一条朋友圈。微信里有 {n} 个好友。一百个好友里，{see} 个看到这一条；"
            "看到的一百个里，{e} 个点进直播间；点进来的一百个里，{b} 个付钱。",
            ask="要有几个好友？（只写数）", per="个",
            n=[1000, 2000], see=[30, 40], e=25, b=8, want=33,
        ),
        form.scene(
            "香肠后台",
            "香肠直播，看后台：一场进来 {n} 人次，平均一个人来 {v} 回。看了就买 {k}（万分比：一万个人里 {k} 个付钱，一人一单）。",
            ask="要进来几人次？（只写数）", per="人次",
            n=[6000, 9000], v=3, k=[150, 180], want=75,
        ),
        form.scene(
            "渣海椒第五场",
            "渣海椒第 1 场来 {f} 人，全是熟人，买 {o} 单。第 2、3、4 场来的全是生人，共 {g} 人，买 {h} 单。第 5 场花钱推来 {n} 个生人。",
            ask="第 5 场要推来几个生人？（只写数）", per="个",
            together=[
                {"f": 300, "o": 33, "g": 600, "h": 12},
                {"f": 300, "o": 45, "g": 800, "h": 12},
                {"f": 200, "o": 24, "g": 700, "h": 14},
            ],
            n=[2800, 3200], want=90,
        ),
    ],
    fields=[
        form.number("orders", "① 照这样，会卖出几单（就备几单货）？", unit="单"),
        form.number("need", "② 想卖 {want} 单，{ask}", whole=True),
    ],
)

# %% tags=["key"] points=4
from math import prod

from nongju.marking import plain
from nongju.models import traffic

LIVE, FRIENDS, BOARD, FIFTH = "腊肉直播", "莲子朋友圈", "香肠后台", "渣海椒第五场"
GATES = {LIVE: ("e", "c", "b"), FRIENDS: ("see", "e", "b")}

def rates(s):
    return [s.numbers[gate] / 100 for gate in GATES[s.name]]

def of_gates(formula):
    """A formula of the shares, in the scenes that have three gates."""
    return dict.fromkeys(GATES, lambda s: s.n * formula(rates(s)))

work = form.work(
    {
        "people": {LIVE: lambda s: s.n, FRIENDS: lambda s: s.n, BOARD: lambda s: s.n / s.v, FIFTH: lambda s: s.n},
        "orders": {
            **dict.fromkeys(GATES, lambda s: traffic.funnel(s.people, *rates(s))[3]),
            BOARD: lambda s: s.people * s.k / 10000,
            FIFTH: lambda s: s.people * s.h / s.g,
        },
        "each": lambda s: s.n / s.orders,
        "need": form.up(lambda s: s.want * s.each),
    },
    [
        form.slip("last_gate_only", "只看最后一关", "前面几关也少了人。每一关都要算进去。", orders=of_gates(lambda r: r[2])),
        form.slip("middle_gate_only", "只看中间那一关", "前面一关、后面一关也少了人。每一关都要算进去。", orders=of_gates(lambda r: r[1])),
        form.slip("rates_added", "几个比例加起来", "一关一关少下去。加起来，人倒越走越多了。", orders=of_gates(sum)),
        form.slip("rates_averaged", "几个比例取平均", "三关都要过。用乘，不取平均。", orders=of_gates(lambda r: sum(r) / 3)),
        form.slip("gates_summed", "每一关的人加起来", "走到最后一关、付了钱的，才是单。", at="orders",
            orders=of_gates(lambda r: r[0] + r[0] * r[1] + prod(r))),
        form.slip("one_gate_twice", "多减了一回", "每一关只算一次。", orders=of_gates(lambda r: prod(r) * r[2])),
        form.slip("seen_as_entered", "被看到当成进来了", {
            LIVE: "在眼前过一回，叫被看到。一百次里只进来 {e} 次。",
            FRIENDS: "看到了，不等于进来。看到的一百个里，只进来 {e} 个。",
        }, e={LIVE: 100, FRIENDS: 100}),
        form.slip("one_gate_left_out", "漏了一关", "进来、点商品、付钱，三关都要算。少了点商品那一关。", c={LIVE: 100}),
        form.slip("click_as_order", "点了就当买了", "点开看看，还没付钱。付款那一关也要算。", b={LIVE: 100}),
        form.slip("entered_all_buy", "进来的都当买了", "进来的人里，付钱的只有一小截。付款那一关也要算。", orders={
            LIVE: lambda s: s.n * s.e / 100, FRIENDS: lambda s: s.n * s.see / 100 * s.e / 100, BOARD: lambda s: s.n / s.v}),
        form.slip("friends_as_viewers", "好友数当成看到的人", "好友不等于看到。一百个好友里，只有 {see} 个看到。", see={FRIENDS: 100}),
        form.slip("seen_all_buy", "看到的都当买了", "看到不等于来，来不等于买。后面两关也要算。", orders={FRIENDS: lambda s: s.n * s.see / 100}),
        form.slip("visits_for_people", "人次当成人", "一个人来 {v} 回，是 {v} 人次，只是一个人。先除以 {v}。", v={BOARD: 1}, at="orders"),
        form.slip("visits_multiplied", "来几回就乘几回", "{n} 是人次。换成人，要除以 {v}，不是乘。", at="orders", people={BOARD: lambda s: s.n * s.v}),
        form.slip("people_not_visits", "人数没换成人次", "问的是人次。一个人来 {v} 回，人数再乘 {v}。", at="need", need={BOARD: form.up(lambda s: s.want * s.each / s.v)}),
        form.slip("visits_divided", "人数又除了一回", "人次比人多。一个人来 {v} 回，从人换成人次，是乘。", at="need", need={BOARD: form.up(lambda s: s.want * s.each / s.v / s.v)}),
        form.slip("visits_counted_twice", "回数乘了两遍", "{n} ÷ {orders}，一单要的已经是人次，回数在里头了。", at="need", need={BOARD: form.up(lambda s: s.want * s.each * s.v)}),
        form.slip("ten_thousandth_as_percent", "万分比当成百分比", "{k} 是一万个里 {k} 个，不是一百个里。", orders={BOARD: lambda s: s.people * s.k / 100}),
        form.slip("ten_thousandth_as_thousandth", "万分比当成千分比", "{k} 是一万个里 {k} 个，不是一千个里。", orders={BOARD: lambda s: s.people * s.k / 1000}),
        form.slip("rate_as_orders", "万分比当成单数", "{k} 是一万个人里买的单。这一场没有一万个人。", orders={BOARD: lambda s: s.k}),
        form.slip("rate_by_visits", "万分比除以回数", "回数要除的是人次：{n} ÷ {v}，先得几个人。", at="orders", orders={BOARD: lambda s: s.k / s.v}),
        form.slip("visits_by_rate", "拿万分比去除", "一万个人里买 {k} 单。人数乘 {k}，再除以一万。", at="orders", orders={BOARD: lambda s: s.n / s.k}),
        form.slip("people_by_rate", "拿万分比去除", "一万个人里买 {k} 单。人数乘 {k}，再除以一万。", at="orders", orders={BOARD: lambda s: s.people / s.k}),
        form.slip("familiar_rate_for_strangers", "生人当成熟人算", "熟人是来捧场的。第 5 场来的是生人，照第 2、3、4 场算。", orders={FIFTH: lambda s: s.n * s.o / s.f}),
        form.slip("two_rates_averaged", "熟人生人取平均", "第 5 场来的全是生人。就按生人的比例算。", orders={FIFTH: lambda s: s.n * (s.o / s.f + s.h / s.g) / 2}),
        form.slip("two_rates_added", "熟人生人的比例加起来", "第 5 场来的全是生人。就按生人的比例算。", orders={FIFTH: lambda s: s.n * (s.o / s.f + s.h / s.g)}),
        form.slip("sessions_pooled", "熟人生人合起来算", "第 1 场全是熟人，先放一边。只用第 2、3、4 场。", orders={
            FIFTH: lambda s: s.n * (s.o + s.h) / (s.f + s.g)}),
        form.slip("familiar_in_the_base", "熟人也算进生人里", "第 1 场的 {f} 人是熟人，别除进去。只除以 {g} 个生人。", orders={
            FIFTH: lambda s: s.n * s.h / (s.f + s.g)}),
        form.slip("earlier_sessions_added", "前几场的也算进来", "前几场的已经发走了。只数第 5 场来的。", at="orders", orders={FIFTH: lambda s: s.people * s.h / s.g + s.o + s.h}),
        form.slip("first_session_added", "第 1 场的也算进来", "第 1 场的已经发走了。只数第 5 场来的。", at="orders", orders={FIFTH: lambda s: s.people * s.h / s.g + s.o}),
        form.slip("strangers_added", "第 2、3、4 场的也算进来", "前几场的已经发走了。只数第 5 场来的。", at="orders", orders={FIFTH: lambda s: s.people * s.h / s.g + s.h}),
        form.slip("sessions_averaged", "前四场取了平均", "这一场来的人比前几场多，又全是生人。看生人一百个买几单，再乘。", orders={FIFTH: lambda s: (s.o + s.h) / 4}),
        form.slip("same_orders_again", "照抄前几场的单数", "来的人数变了，单数也跟着变。先看一百个生人买几单。", orders={FIFTH: lambda s: s.h}),
        form.slip("orders_of_one_session", "只算了一场几单", "人数变了，单数跟着变。三场共 {g} 人买 {h} 单，照这个比例算。", orders={FIFTH: lambda s: s.h / 3}),
        form.slip("sessions_multiplied", "又乘了三场", "{g} 人、{h} 单都是三场合起来的，比例已经对，不用再乘 3。", orders={FIFTH: lambda s: s.people * s.h / s.g * 3}),
        form.slip("sessions_divided", "又除了三场", "{g} 人、{h} 单都是三场合起来的，比例已经对，不用再除 3。", orders={FIFTH: lambda s: s.people * s.h / s.g / 3}),
        form.slip("clickers_taken_off", "进来的减掉了点的", "点的里头才有人付钱。每一关都用乘，不用减。", orders={LIVE: lambda s: s.n * s.e / 100 * (1 - s.c / 100)}),
        form.slip("shortfall_added", "差几单就加几个", "多一单，不是多一个人。先算一单要 {each} {per}，再乘。", at="need", need=lambda s: s.n + s.want - s.orders),
        form.slip("shortfall_alone", "只写了还差几单", "这是几单。一单要 {each} {per}，再乘 {want} 单。", at="need", need=lambda s: s.want - s.orders),
        form.slip("shortfall_only", "只算了还差的单", "这一场还没卖，没有哪几单是现成的。{want} 单都要算。", at="need", need=lambda s: (s.want - s.orders) * s.each),
        form.slip("earlier_orders_taken_off", "前几场卖的减掉了", "前几场卖的已经发走了。这一场的 {want} 单都要算。", at="need", need={FIFTH: lambda s: (s.want - s.o - s.h) * s.each}),
        form.slip("first_orders_taken_off", "第 1 场卖的减掉了", "第 1 场卖的已经发走了。这一场的 {want} 单都要算。", at="need", need={FIFTH: lambda s: (s.want - s.o) * s.each}),
        form.slip("earlier_people_taken_off", "前几场来的减掉了", "前几场来的，是前几场的人。第 5 场要的人另外数。", at="need", need={FIFTH: lambda s: s.want * s.each - s.g}),
        form.slip("hundred_for_orders", "拿一百当了单数", "{n} {per}卖的是 {orders} 单，不是一百单。先除以 {orders}，再乘 {want}。", at="need", need=lambda s: s.want * s.n / 100),
        form.slip("upside_down", "除反了", "多卖，就要多来。{want} 单在上，{orders} 单在下。", at="need", need=lambda s: s.n * s.orders / s.want),
        form.slip("each_as_all", "只算了一单要的", "这是一单要的。想卖 {want} 单，再乘 {want}。", at="need", need=lambda s: s.each),
        form.slip("each_cut", "一单要的丢了零头", "一单要 {each} {per}。零头先别丢，乘完再看。", at="need", need=lambda s: s.want * (s.each // 1)),
        form.slip("times_for_divide", "该除的乘了", "先用 {n} 除以 {orders} 单，得一单要几{per}，再乘 {want}。", at="need", need=lambda s: s.want * s.orders / s.n),
        form.slip("orders_multiplied", "两个单数乘起来", "先用 {n} 除以 {orders} 单，得一单要几{per}，再乘 {want}。", at="need", need=lambda s: s.want * s.orders),
        form.slip("whole_times", "倍数凑成了整数", "{want} 单是 {orders} 单的几倍，就乘几倍。零头别丢，也别进。", at="need", need=lambda s: s.n * max(2, round(s.want / s.orders))),
    ],
)

def gates(s):
    """The worked line: how many at the top, the share of each gate, the orders."""
    return f"{plain(s.n)} × " + " × ".join(plain(rate, 4) for rate in rates(s)) + f" = {plain(s.orders, 2)} 单。"

HOW = {
    **dict.fromkeys(GATES, gates),
    BOARD: "{n} ÷ {v} = {people} 个人。{people} × {k} ÷ 10000 = {key_said}。",
    FIFTH: "生人 {g} 人买 {h} 单。{n} × {h} ÷ {g} = {key_said}。三场不算数，先少备，卖着补。",
}
q.mark(
    form.rule_number("orders", points=2, of=work, within=0.4, why=HOW),
    form.rule_number("need", points=2, of=work, within=5, why="{n} ÷ {orders} 单，一单要 {each} {per}。{want} × {each} = {key}。"),
)
