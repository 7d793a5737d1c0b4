# %% tags=["question"]
# 第 7 题：排第一，还是排第二
from nongju import form

QUEUE = (
    "请一个人进来，甲喊 {a} 元，乙喊 {b} 元。规矩：喊得高的排前，付下一家喊的价。"
    "排第一，一晚来 {n1} 人；排第二，来 {n2} 人。\n"
)
MINE = "一百个人进来买 {sold} 单，一单卖 {price} 元，毛利 {m} 元。"

q = form.question(
    "traffic-economics/p7",
    see="讲一讲 三",
    scenes=[
        form.scene(
            "腊肉", QUEUE + "我卖腊肉，" + MINE,
            a=0.7, b=0.3, n1=300, n2=200, sold=3, price=120, m=[31, 32], subsidy=0,
        ),
        form.scene(
            "香肠礼盒", QUEUE + "我卖香肠礼盒，" + MINE,
            a=[0.7, 0.8], b=0.3, n1=300, n2=200, sold=4, price=198, m=[56, 58], subsidy=0,
        ),
        form.scene(
            "土豆", QUEUE + "我家土豆好，人人夸。" + MINE,
            a=[0.8, 0.9], b=0.25, n1=300, n2=200, sold=3, price=15, m=[0.4, 0.5], subsidy=0,
        ),
        form.scene(
            "家家有补贴",
            QUEUE + "平台替每一家付 {subsidy} 元一个人，这两家都把补贴加进去喊了。我卖莲子，" + MINE,
            a=1.25, b=0.5, n1=300, n2=150, sold=4, price=62, m=[17, 18], subsidy=0.3,
        ),
    ],
    fields=[
        form.gain("first", "① 排第一，这一晚赚还是亏几元？", unit="元"),
        form.gain("second", "② 排第二，这一晚赚还是亏几元？", unit="元"),
        form.choice("place", "③ 站哪里？", {"first": "排第一", "second": "排第二", "out": "不喊，走近路卖"}),
    ],
)

# %% tags=["key"] points=5
from nongju.models import traffic

BACON, GIFT, POTATO, HELPED = "腊肉", "香肠礼盒", "土豆", "家家有补贴"


def price_of(s, place):
    """What I pay a visit in a place: I outbid who stands there and pay what he calls."""
    ahead = [2 * s.a, (s.a + s.b) / 2][place]
    return traffic.position_auction([ahead, s.a, s.b], [1, 1, 1], [s.n1, s.n1, s.n1])[place][1]


ALL = (BACON, GIFT, POTATO, HELPED)
work = form.work(
    {
        "pay1": lambda s: price_of(s, 0),
        "pay2": lambda s: price_of(s, 1),
        "orders1": lambda s: traffic.funnel(s.n1, 1, 1, s.sold / 100)[3],
        "orders2": lambda s: traffic.funnel(s.n2, 1, 1, s.sold / 100)[3],
        "out1": lambda s: s.n1 * (s.pay1 - s.subsidy),
        "out2": lambda s: s.n2 * (s.pay2 - s.subsidy),
        "first": lambda s: s.orders1 * s.m - s.out1,
        "second": lambda s: s.orders2 * s.m - s.out2,
        "place": lambda s: "out" if max(s.first, s.second) <= 0 else "first" if s.first > s.second else "second",
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。乘的是毛利。", m=lambda s: s.price),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。乘的是毛利。", m=lambda s: s.price - s.m),
        form.slip("visits_unpaid", "请人的钱没算够", "后面那家喊几元，就付几元。来一个付一个，一晚来几个付几回。", out1=0, out2=0),
        form.slip("spend_added", "推广钱加上去了", "付的是花出去的。要减，不是加。", out1=lambda s: -s.n1 * (s.pay1 - s.subsidy), out2=lambda s: -s.n2 * (s.pay2 - s.subsidy)),
        form.slip("own_worth_paid", "照自己出得起的付", "付的是下一家喊的价，不是自己出得起的价。", at=("first", "second"), first=0, second=0),
        form.slip("spent_as_loss", "花的都当亏的", "请来的人里有买的。先加上毛利，再减花的。", orders1=0, orders2=0),
        form.slip("third_call_paid", "付成了最低那家的", "排第一，紧跟在后头的是甲。付他喊的 {a} 元。", at="first", pay1=lambda s: s.b),
        form.slip("first_call_paid", "付成了头一家的", "排第二，甲在你前面。付后面乙喊的 {b} 元。", at="second", pay2=lambda s: s.a),
        form.slip("calls_apart", "付成了两家差的价", "排第一付甲喊的 {a} 元，排第二付乙喊的 {b} 元。", at=("first", "second"),
            pay1=lambda s: s.a - s.b, pay2=lambda s: s.a - s.b),
        form.slip("calls_averaged", "两家喊的取平均", "排第一付甲喊的 {a} 元，排第二付乙喊的 {b} 元。", at=("first", "second"),
            pay1=lambda s: (s.a + s.b) / 2, pay2=lambda s: (s.a + s.b) / 2),
        form.slip("both_calls_paid", "甲乙两家喊的都付了", "只付下一家喊的：排第一付甲喊的 {a} 元，排第二付乙喊的 {b} 元。", at=("first", "second"), pay1=lambda s: s.a + s.b, pay2=lambda s: s.a + s.b),
        form.slip("orders_as_yuan", "单数当成了钱", "这是几单。一单毛利 {m} 元，先乘，再减付的。", at=("first", "second"), first=lambda s: s.orders1, second=lambda s: s.orders2),
        form.slip("order_less_call", "一单毛利减一个人的价", "一单毛利，一个人的价，各是各的。先看一晚几单、几人。", at=("first", "second"),
            first=lambda s: s.m - s.pay1, second=lambda s: s.m - s.pay2),
        form.slip("other_place_orders", "拿了另一处的单数", "排第一来 {n1} 人，排第二来 {n2} 人。各算各的。", at=("first", "second"),
            orders1=lambda s: s.n2 * s.sold / 100, orders2=lambda s: s.n1 * s.sold / 100),
        form.slip("both_places_counted", "两处来的人加起来了", "一晚只站一处。排第一来 {n1} 人，排第二来 {n2} 人，各算各的。", at=("first", "second"),
            orders1=lambda s: (s.n1 + s.n2) * s.sold / 100, orders2=lambda s: (s.n1 + s.n2) * s.sold / 100),
        form.slip("other_place_people", "拿了另一处的人数去付", "排第一来 {n1} 人，排第二来 {n2} 人。各付各的。", at=("first", "second"),
            out1=lambda s: s.n2 * (s.pay1 - s.subsidy), out2=lambda s: s.n1 * (s.pay2 - s.subsidy)),
        form.slip("other_place_paid", "拿了另一处付的钱", "排第一来 {n1} 人，排第二来 {n2} 人。各付各的。", at=("first", "second"),
            out1=lambda s: s.n2 * (s.pay2 - s.subsidy), out2=lambda s: s.n1 * (s.pay1 - s.subsidy)),
        form.slip("places_compared", "写成了两处差几元", "这是两处差的。先各算一晚赚亏，再比。", at=("first", "second"),
            first=lambda s: (s.orders1 - s.orders2) * s.m - s.out1 + s.out2, second=lambda s: (s.orders2 - s.orders1) * s.m - s.out2 + s.out1),
        form.slip("everyone_buys", "当成人人都买", "一百个人进来，只买 {sold} 单。", sold=100),
        form.slip("places_bring_alike", "当成两个位置来一样多的人", "排第一来 {n1} 人，排第二来 {n2} 人。各算各的。", at=("first", "second"),
            first=lambda s: s.orders2 * s.m - s.n2 * (s.pay1 - s.subsidy), second=lambda s: s.orders1 * s.m - s.n1 * (s.pay2 - s.subsidy)),
        form.slip("hundred_for_evening", "只算了一百个人", "这是一百个人的。这一晚来几个，就照几个算。", n1=100, n2=100),
        form.slip("one_not_hundred", "只算了一个人", "这是一个人的。这一晚来几个，就照几个算。", at=("first", "second"), n1=1, n2=1),
        form.slip("hundred_orders_for_evening", "单数只照一百个人算", "付的是一晚所有的人，单也要照一晚的人算。",
            orders1=lambda s: s.sold, orders2=lambda s: s.sold),
        form.slip("hundred_paid", "付的只照一百个人算", "单照一晚的人算，付的也照一晚的人算。", out1=lambda s: 100 * (s.pay1 - s.subsidy), out2=lambda s: 100 * (s.pay2 - s.subsidy)),
        form.slip("only_buyers_paid", "只算了买的人", "来一个人付一个人的价，买不买都付。", out1=lambda s: s.orders1 * (s.pay1 - s.subsidy),
            out2=lambda s: s.orders2 * (s.pay2 - s.subsidy)),
        form.slip("subsidy_forgotten", "忘了补贴替付的", "每个人里，平台替你付 {subsidy} 元。自己只付剩下的。", subsidy={HELPED: 0}),
        form.slip("third_call_unsubsidised", "付成了最低那家的，补贴也没减", "排第一，付甲喊的 {a} 元。平台替你付 {subsidy} 元，要减。", at="first", out1={HELPED: lambda s: s.n1 * s.b}),
        form.slip("subsidy_added", "补贴加到价上了", "补贴是平台替你付的。从价里减，不是加。", at=("first", "second"), subsidy={HELPED: lambda s: -s.subsidy}),
        form.slip("subsidy_earned", "只收补贴没付价", "补贴先抵排位的钱，没到你手里。抵不完的，自己付。", out1={HELPED: lambda s: -s.n1 * s.subsidy}, out2={HELPED: lambda s: -s.n2 * s.subsidy}),
        form.slip("subsidy_paid", "付成了补贴那一截", "补贴是平台付的。自己付的，是价减去补贴。", out1={HELPED: lambda s: s.n1 * s.subsidy}, out2={HELPED: lambda s: s.n2 * s.subsidy}),
        form.slip("subsidy_counted_twice", "补贴算了两遍", "补贴只替你付一回排位的钱，没另外到你手里。", subsidy={HELPED: lambda s: 2 * s.subsidy}),
        form.slip("subsidy_each_order", "补贴按单算了", "补贴是进来一个人付一回，不是卖一单付一回。", at=("first", "second"),
            out1={HELPED: lambda s: s.n1 * s.pay1 - s.orders1 * s.subsidy}, out2={HELPED: lambda s: s.n2 * s.pay2 - s.orders2 * s.subsidy}),
        form.slip("jiao_as_yuan", "几角当成了几元", "毛利是 {m} 元，不到一元。", at=("first", "second"), m={POTATO: lambda s: 10 * s.m}),
    ],
)

PAID = {name: "，付 {n} × {pay} = {out} 元，" for name in ALL} | {HELPED: "，自己付 {n} ×（{pay} − {subsidy}）= {out} 元，"}


def why(name, place):
    """The worked answer of a place: orders, margin, what is paid."""
    said = "{n} 人买 {orders} 单，毛利 {orders} × {m}" + PAID[name]
    for word in ("n", "orders", "pay", "out"):
        said = said.replace(f"{{{word}}}", f"{{{word}{place}}}")
    return said + ("{first:gain}。" if place == 1 else "{second:gain}。")


q.mark(
    form.rule_number("first", points=2, of=work, within=0.5, why={name: why(name, 1) for name in ALL}),
    form.rule_number("second", points=2, of=work, within=0.5, why={name: why(name, 2) for name in ALL}),
    form.rule_choice(
        "place",
        points=1,
        of=work,
        why={
            BACON: "排第二，来的人少，付得更少，反倒剩得多。",
            GIFT: "毛利厚，多来的人多付也值。排第一剩得多。",
            POTATO: "两个位置都亏。不是土豆差，是这条街租金贵。走近路卖。",
            HELPED: "排第二剩得多。家家都补，家家多喊 {subsidy} 元，剩的和没补一样。",
        },
        wrong=[
            form.wrong("call_to_the_top", "以为排第一最赚", {BACON: "first", POTATO: "first", HELPED: "first"}, "排第一，付得也最多。比①和②，看哪个剩得多。"),
            form.wrong("cheap_place_always", "只看一个人付得少", {GIFT: "second"}, "付得少，来的人也少。比①和②，看哪个剩得多。"),
            form.wrong("thin_margin_bids", "薄利的货也来抢", {POTATO: "second"}, "一个人只值一分多，付 {b} 元就是亏。"),
            form.wrong("paid_is_always_bad", "有剩的也不投", {BACON: "out", GIFT: "out", HELPED: "out"}, "排第一{first:gain}，排第二{second:gain}。有剩的，可以小试。"),
        ],
    ),
)
