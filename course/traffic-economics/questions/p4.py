# %% tags=["question"]
# 第 4 题：成本保障退几元
from nongju import form

RULE = (
    "2023 年一本手册写了三样：花掉的超过「出价 × 单数」的 {line}%；满 {least} 单；投满 {hours} 小时。"
    "三样都够，退到「出价 × 单数」为止。少一样，一分不退。\n"
    "安卓手机，1 元 {beans} 颗豆。"
)
PUSH = "一单出价 {bid} 颗，充 {charged} 元。投 {ran} 小时，花掉 {spent} 元，来 {orders} 单。一单卖 {price} 元，毛利 {m} 元。"
TERMS = {
    "charged": fact("heat_min_other_2023"),
    "line": fact("guarantee_line_2023"),
    "least": fact("guarantee_orders_full_2023"),
    "hours": fact("guarantee_hours_2023"),
    "beans": fact("beans_android"),
}

q = form.question(
    "traffic-economics/p4",
    see="讲一讲 四",
    scenes=[
        form.scene("超了线", RULE + "推腊肉，" + PUSH, bid=300, ran=3, orders=6, spent=[310, 315], price=118, m=[34, 35], limit=250, **TERMS),
        form.scene("出价太高", RULE + "推香肠，" + PUSH, bid=400, ran=3, orders=5, spent=[275, 295], price=110, m=[32, 34], limit=600, **TERMS),
        form.scene("没到线", RULE + "推干莲子礼盒，" + PUSH, bid=200, ran=5, orders=10, spent=[232, 235], price=128, m=[28, 29], limit=600, **TERMS),
        form.scene("单数不够", RULE + "推香肠礼盒，" + PUSH, bid=300, ran=4, orders=2, spent=[260, 270], price=168, m=[47, 48], limit=300, **TERMS),
        form.scene("没投满", RULE + "推渣海椒礼盒，" + PUSH + "停电关播，没再投。", bid=200, ran=0.5, orders=6, spent=[186, 196], price=142, m=[38, 39], limit=600, **TERMS),
    ],
    fields=[
        form.number("refund", "① 平台退几元？（不退写 0）", unit="元"),
        form.gain("profit", "② 退完再算，这一笔推广赚还是亏几元？", unit="元"),
        form.choice(
            "again",
            "③ 今天最多亏得起 {limit} 元闲钱。再充 {charged} 元照样投，投不投？",
            {"try": "可以，亏到写好的数就停", "no": "不投", "promised": "投，有成本保障，亏不了"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import traffic

OVER, DEAR, UNDER, FEW, SHORT = "超了线", "出价太高", "没到线", "单数不够", "没投满"
REFUSED = (UNDER, FEW, SHORT)
IPHONE_BEANS = fact("beans_iphone")


def of_paid(change):
    """A change where the platform pays back."""
    return dict.fromkeys((OVER, DEAR), change)


work = form.work(
    {
        "each": lambda s: traffic.yuan_for_beans(s.bid, s.beans),
        "due": lambda s: s.each * s.orders,
        "edge": lambda s: s.due * s.line / 100,
        "refund": lambda s: traffic.guarantee_refund(s.each, s.orders, s.spent, s.charged, s.ran, s.least, s.line / 100),
        "real": lambda s: s.spent - s.refund,
        "profit": lambda s: s.orders * s.m - s.real,
        "again": lambda s: "try" if s.profit > 0 and s.limit >= s.charged else "no",
    },
    [
        form.slip("refund_forgotten", "忘了退回来的钱", "平台退了 {refund} 元。花掉的减一回退的，真花 {real} 元，只减这个。", at="profit", real=lambda s: s.spent),
        form.slip("refund_for_spent", "退的当成花的", "退的是回来的。花掉的减去退的，才是真花的。", at="profit", real=of_paid(lambda s: s.refund)),
        form.slip("ad_cost_forgotten", "忘了推广钱", "毛利里还没扣推广的钱。真花 {real} 元，要减。", at="profit", real=0),
        form.slip("refund_alone_counted", "只加了退的没减花的", "先减花掉的 {spent} 元，退的再加回来。", at="profit", real=of_paid(lambda s: -s.refund)),
        form.slip("refund_spent_again", "退的又减了一遍", "退的是回来的钱。花掉的减去退的，才是真花的。", at="profit", real=lambda s: s.spent + s.refund),
        form.slip("spend_added", "推广钱加上去了", "推广是花出去的。要减，不是加。", at="profit", real=lambda s: s.refund - s.spent),
        form.slip("spend_by_hours", "花的又乘了钟点", "{spent} 元是一共花的，不用再照钟点算。", at="profit", real=lambda s: s.spent * s.ran),
        form.slip("edge_for_spent", "照线算花的钱", "线只看过没过。花掉的是 {spent} 元。", at="profit", real=dict.fromkeys(REFUSED, lambda s: s.edge)),
        form.slip("one_order_share", "只算了一单摊的", "这是一单的。问的是这一笔，{orders} 单一起算。", at="profit", profit=lambda s: s.m - s.real / s.orders),
        form.slip("margin_less_bid", "一单毛利减一单出价", "{orders} 单的毛利，减真花的钱。出价不是花掉的。", at="profit", profit=dict.fromkeys(REFUSED, lambda s: s.m - s.each)),
        form.slip("spend_each_order", "推广钱每单都扣", "花掉的是 {orders} 单一共的。只减一回。", at="profit", profit=lambda s: s.orders * (s.m - s.real)),
        form.slip("unspent_as_gain", "写成了没花完的", "没花完的本来就是你的，不是赚的。", at="profit", profit=lambda s: s.charged - s.spent),
        form.slip("charged_as_spent", "充的都当花掉了", "花掉的才是 {spent} 元。没花的还在账上。", at="profit", real=lambda s: s.charged - s.refund),
        form.slip("bid_for_spent", "照出价算花的钱", "出价是你肯出的。花掉的是 {spent} 元，没有退。", at="profit", real=dict.fromkeys(REFUSED, lambda s: s.due)),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。乘的是毛利。", at="profit", m=lambda s: s.price),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。乘的是毛利。", at="profit", m=lambda s: s.price - s.m),
        form.slip("one_only", "只算了一单", "来了 {orders} 单，毛利先乘 {orders}。", at="profit", profit=lambda s: s.m - s.real),
        form.slip("spent_as_loss", "花的都当亏的", "{orders} 单还带来毛利。先加上毛利，再减花的。", at="profit", profit=lambda s: -s.real),
        form.slip("guarantee_full", "保障当成全退", "它只管花得比出价多的那一截，不是花了就退。", refund=lambda s: s.spent),
        form.slip("guarantee_always", "没到条件也以为退", "过线、够单、投满钟点，三样都要。少一样，一分不退。", refund=dict.fromkeys(REFUSED, lambda s: s.spent - s.due)),
        form.slip("refund_never", "三样都够却写不退", "{each} 元 × {orders} 单，是 {due} 元。过线、够单、投满钟点都够，多花的那截退给你。", refund={OVER: 0, DEAR: 0}),
        form.slip("over_line_only", "只退超线的那截", "过了线，就退到「出价 × 单数」为止，不是退到线上。", refund=of_paid(lambda s: s.spent - s.edge)),
        form.slip("over_line_anyway", "没到条件也退超线的", "过线、够单、投满钟点，三样都要。少一样，一分不退。", refund={FEW: lambda s: s.spent - s.edge, SHORT: lambda s: s.spent - s.edge}),
        form.slip("charged_not_spent", "按充的钱算", "没花掉的不算。从花掉的 {spent} 元算起。", refund=lambda s: s.charged - s.due),
        form.slip("charged_less_edge", "充的减去了线", "没花掉的不算。线只看花掉的过没过。", refund=lambda s: s.charged - s.edge),
        form.slip("unspent_back", "没花完的当成退的", "没花完的本来就是你的。问的是花掉的里头退几元。", refund=lambda s: s.charged - s.spent),
        form.slip("share_paid_back", "当成退两成", "{line}% 是一条线，不是退几成。", refund=lambda s: s.spent * (s.line / 100 - 1)),
        form.slip("due_paid_back", "退成了出价 × 单数", "「出价 × 单数」是你该花的。退的是多花的那一截。", refund=lambda s: s.due),
        form.slip("spent_by_line", "花的除以了线", "线是「出价 × 单数」的 {line}%：{edge} 元。花掉的先跟它比，过没过。", refund=lambda s: s.spent - s.spent * 100 / s.line),
        form.slip("edge_paid_back", "把线当成退的钱", "{edge} 元是一条线：花掉的过没过。过了线，退多花的那一截。", refund=lambda s: s.edge),
        form.slip("line_gap_paid", "退成了线和出价之间", "线只看过没过。过了线，从花掉的退到「出价 × 单数」。", refund=lambda s: s.edge - s.due),
        form.slip("one_bid_only", "只照一单的出价算", "来了 {orders} 单。先乘 {orders}，再比。", at="refund", refund=lambda s: s.spent - s.each),
        form.slip("least_orders_counted", "只照门槛的单数算", "{least} 单是门槛。来了 {orders} 单，乘 {orders}。", at="refund", refund=lambda s: s.spent - s.each * s.least),
        form.slip("bid_back", "写成了一单的出价", "这是一单的出价。先乘 {orders} 单，再看花掉的过没过线。", at="refund",
            refund=dict.fromkeys((OVER, *REFUSED), lambda s: s.each)),
        form.slip("each_order_back", "只算了一单多花的", "这是一单多花的。{orders} 单合起来算。", at="refund", refund=of_paid(lambda s: (s.spent - s.due) / s.orders)),
        form.slip("half_back", "只退了一半", {
            **of_paid("过了线，多花的那一截全退。"), **dict.fromkeys(REFUSED, "少一样，一分不退，没有退一半。")}, refund=lambda s: (s.spent - s.due) / 2),
        form.slip("back_to_no_loss", "退到不亏为止", "它退到「出价 × 单数」为止，不看你的毛利。", refund=lambda s: max(s.spent - s.orders * s.m, 0)),
        form.slip("margin_back", "写成了几单的毛利", "退不退，看线、单数、钟点，和毛利无关。", at="refund", refund=lambda s: s.orders * s.m),
        form.slip("beans_less_yuan", "颗和元直接减", "出价是颗，花掉的是元。先把 {bid} 颗换成元。", at="refund", refund=lambda s: s.bid * s.orders - s.spent),
        form.slip("iphone_for_all", "安卓也按苹果算", "安卓手机 1 元有 {beans} 颗。", refund=lambda s: s.spent - s.bid / IPHONE_BEANS * s.orders),
        form.slip("bean_as_fen", "一颗当成一分", "1 元是 {beans} 颗，不是一百颗。{bid} 颗是 {each} 元。", refund=of_paid(lambda s: s.spent - s.bid / 100 * s.orders)),
    ],
)

NONE = {UNDER: "没到线", FEW: "过了线，可不满 {least} 单", SHORT: "过了线，可没投满 {hours} 小时"}
LINE = "{each} 元 × {orders} 单 = {due} 元，线是 {edge} 元。"
WHY_AGAIN = {
    OVER: "最坏 {charged} 元全没，你只亏得起 {limit} 元。赚过一回，也不投。",
    DEAR: "出价 {each} 元，毛利才 {m} 元。退完还是亏。",
    UNDER: "最坏 {charged} 元全没，你亏得起，这一笔又是赚的。",
    FEW: "最坏 {charged} 元全没，你只亏得起 {limit} 元，这一笔又亏了。",
    SHORT: "最坏 {charged} 元全没，你亏得起，这一笔又是赚的。",
}
q.mark(
    form.rule_number(
        "refund",
        points=2,
        of=work,
        within=1,
        why={
            **{name: LINE + "过了线，退 {spent} − {due} = {key_said}。" for name in (OVER, DEAR)},
            **{name: LINE + said + "，一分不退。" for name, said in NONE.items()},
        },
    ),
    form.rule_number("profit", points=2, of=work, within=1, why="毛利 {orders} × {m}，减真花的 {real} 元，{key_said}。"),
    form.rule_choice(
        "again",
        points=1,
        of=work,
        why=WHY_AGAIN,
        wrong=[
            form.wrong("guarantee_as_promise", "成本保障当成保本", "promised", "成本保障不管你的毛利。不够条件，一分不退。"),
            form.wrong("limit_ignored", "忘了自己亏得起几元", {OVER: "try", FEW: "try"}, "先看最坏：{charged} 元全没。你只亏得起 {limit} 元。"),
            form.wrong("loss_not_seen", "没看见已经亏了", {DEAR: "try"}, "退完还{profit:gain}。照样投，照样亏。"),
            form.wrong("paid_is_always_bad", "有剩的也不投", {UNDER: "no", SHORT: "no"}, "这一笔{profit:gain}，钱又亏得起。可以再小试一回。"),
        ],
    ),
)
