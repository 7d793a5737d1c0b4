# %% tags=["question"]
# 第 3 题：推广钱加到哪一档
from nongju import form

LADDER = "推广花 200 元来 {o1} 单，花 400 元来 {o2} 单，花 600 元来 {o3} 单。"
MORE = "多带来的单"
q = form.question(
    "traffic-economics/p3",
    see="讲一讲 四",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉一单卖 {price} 元，毛利 {m} 元。" + LADDER + "不花，一单也没有。",
            together=[
                {"o1": 10, "o2": 14, "o3": 16, "m": 32},
                {"o1": 10, "o2": 15, "o3": 18, "m": 30},
                {"o1": 10, "o2": 15, "o3": 18, "m": 31},
            ],
            which="第二个 200 元", more=MORE, k=2, price=120, own=0, stock=99,
        ),
        form.scene(
            "香肠礼盒",
            "香肠礼盒一单卖 {price} 元，毛利 {m} 元。" + LADDER + "不花，一单也没有。",
            which="第二个 200 元", more=MORE, k=2, price=198, m=[56, 58, 60], o1=[8, 9], o2=14, o3=17, own=0, stock=99,
        ),
        form.scene(
            "干莲子老街坊",
            "干莲子一单卖 {price} 元，毛利 {m} 元。推广花 200 元，那天共卖 {o1} 单；花 400 元，共 {o2} 单；花 600 元，共 {o3} 单。"
            "不花钱的日子，老街坊自己来，也卖 {own} 单。",
            together=[{"own": 5, "o1": 11, "o2": 15, "o3": 17}, {"own": 3, "o1": 9, "o2": 13, "o3": 15}],
            which="头一个 200 元", more=MORE, k=1, price=118, m=[31, 32], stock=99,
        ),
        form.scene(
            "渣海椒货不够",
            "渣海椒十瓶装，一单卖 {price} 元，毛利 {m} 元。" + LADDER + "可坛里的只够 {stock} 单，多的只能退钱。不花，一单也没有。",
            which="第二个 200 元", more="多带来、又发得出的单", k=2, price=128, m=[36, 37, 38], o1=8, o2=15, o3=19, own=0, stock=13,
        ),
    ],
    fields=[
        form.gain("step", "① {which}{more}，扣了这 200 元，赚还是亏几元？", unit="元"),
        form.choice("stop", "② 停在哪一档？", {"0": "一分不花", "200": "200 元", "400": "400 元", "600": "600 元"}),
    ],
)

# %% tags=["key"] points=5
from nongju.marking.scene import gain_words
from nongju.models import traffic

BACON, GIFT, LOTUS, SHORT = "腊肉", "香肠礼盒", "干莲子老街坊", "渣海椒货不够"
SPENDS = [0, 200, 400, 600]


def came(s):
    """Orders that come in at each budget, whatever goods there are."""
    return [s.own, s.o1, s.o2, s.o3]

def sold(s):
    """Orders that can be sent at each budget: never more than there are goods."""
    return [min(count, s.stock) for count in came(s)]


def of_second(change):
    """A change where the second step is asked for."""
    return dict.fromkeys((BACON, GIFT, SHORT), change)

def gains(s):
    """What each further 200 yuan leaves, the one that is asked for as the learner has it."""
    steps = traffic.marginal_gains(SPENDS, sold(s), s.m)
    return [*steps[: s.k - 1], s.step, *steps[s.k :]]


def best(s):
    """The budget at which the sum of the steps is largest."""
    totals = [sum(gains(s)[:count]) for count in range(4)]
    return str(SPENDS[totals.index(max(totals))])


work = form.work(
    {
        "before": lambda s: sold(s)[int(s.k) - 1],
        "after": lambda s: sold(s)[int(s.k)],
        "extra": lambda s: s.after - s.before,
        "paid": 200,
        "step": lambda s: s.extra * s.m - s.paid,
        "stop": best,
    },
    [
        form.slip("average_not_marginal", "看总账，不看多花的那一截", "前几档赚的，和这一档无关。只看这 200 元多带来几单。", at="step", extra=of_second(lambda s: s.after), paid=of_second(400)),
        form.slip("later_total", "算到了后一档的总账", "问的是{which}。后一档的单和钱，先放一边。", at="step",
            extra=lambda s: sold(s)[int(s.k) + 1] - s.own, paid=lambda s: 200 * (s.k + 1)),
        form.slip("average_step", "总账除以几档", "每一档来的单不一样多。只看这一档多来几单。", at="step", extra=of_second(lambda s: s.after / 2)),
        form.slip("average_of_all", "三档一平均", "每一档来的单不一样多。只看这一档多来几单。", at="step", extra=lambda s: sold(s)[3] / 3),
        form.slip("all_orders_on_step", "全部的单都算给这 200 元", "前面那几单，前面的钱已经带来了。只算多出来的 {extra} 单。", at="step", extra=of_second(lambda s: s.after)),
        form.slip("steps_added", "两档的单加起来了", "{after} 单里已经有前一档的 {before} 单。是减，不是加。", at="step", extra=of_second(lambda s: s.after + s.before)),
        form.slip("two_steps_as_one", "两档多来的单当成一档", "问的是{which}。后一档多来的单，先放一边。", at="step", extra=lambda s: came(s)[int(s.k) + 1] - s.before),
        form.slip("all_spend_on_step", "多来的单减了全部推广钱", "前面的钱，前面的单已经背了。这一档只减 200 元。", at="step", paid=of_second(400)),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。多来的单，乘的是毛利。", m=lambda s: s.price),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。多来的单，乘的是毛利。", m=lambda s: s.price - s.m),
        form.slip("ad_cost_forgotten", "忘了推广钱", "毛利里还要扣这 200 元。", at="step", paid=0),
        form.slip("spend_added", "推广钱加上去了", "推广是花出去的。要减，不是加。", at="step", paid=-200),
        form.slip("spent_as_loss", "花的都当亏的", "多来的 {extra} 单有毛利。先加上，再减 200。", at="step", step=-200),
        form.slip("orders_as_yuan", "单数当成了钱", "这是几单。一单毛利 {m} 元，先乘，再减 200。", at="step", step=lambda s: s.extra),
        form.slip("one_only", "只算了一单", "这一档多来 {extra} 单。先乘 {extra}，再减 200。", at="step", extra=1),
        form.slip("one_order_share", "只算了一单摊的", "这是一单的。这一档多来 {extra} 单，都要算。", at="step", step=lambda s: s.m - s.paid / s.extra),
        form.slip("spend_each_order", "推广钱每单都扣", "这一档一共花 200 元，只减一回。", at="step", step=lambda s: s.extra * (s.m - s.paid)),
        form.slip("earlier_step", "算成了前一档", "问的是{which}。看这一档前后差几单。", at="step", extra=of_second(lambda s: s.o1)),
        form.slip("later_step", "算成了后一档", "问的是{which}。看这一档前后差几单。", at="step", extra=lambda s: came(s)[int(s.k) + 1] - came(s)[int(s.k)]),
        form.slip("less_the_step_before", "又减了前一档赚的", "前一档赚的还在。只看这 200 元多带来的单，减 200。", at="step", step=of_second(lambda s: s.extra * s.m - s.o1 * s.m)),
        form.slip("organic_credited", "自己来的也记在推广头上", "不花钱也有 {own} 单。推广带来的，只是多出来的。", at="step", own={LOTUS: 0}),
        form.slip("organic_added", "自己来的又加了一遍", "{o1} 单里已经有自己来的 {own} 单。是减，不是加。", at="step", extra={LOTUS: lambda s: s.o1 + s.own}),
        form.slip("organic_only", "只算了自己来的", "自己来的不花钱也来。推广带来的，是多出来的 {extra} 单。", at="step", extra={LOTUS: lambda s: s.own}),
        form.slip("uncapped", "忘了只有这么多", "坛里只够 {stock} 单。来了也没货发。", at="step", stock={SHORT: 99}),
        form.slip("stock_cut_off", "拿没货的单来算", "没货的单发不出。货够 {stock} 单，前一档已经卖 {before} 单，还能多卖 {extra} 单。", at="step", extra={SHORT: lambda s: s.o2 - s.stock}),
        form.slip("short_taken_off", "没货的单减了两回", "多来的单算到 {stock} 单为止，没货的已经不在里头。", at="step", extra={SHORT: lambda s: 2 * s.stock - s.before - s.o2}),
        form.slip("refunds_as_loss", "退的钱当成亏的", "退的是他付的钱，原样还他。没卖成，一分不亏。", at="step", paid={
            SHORT: lambda s: 200 + (s.o2 - s.stock) * s.price}),
        form.slip("unmade_goods_paid", "没货的也算了本钱", "没货的单没发，没花本钱。", at="step", paid={SHORT: lambda s: 200 + (s.o2 - s.stock) * (s.price - s.m)}),
    ],
)


def why_stop(s):
    steps = "，".join(f"第 {place} 个{gain_words(gain)}" for place, gain in enumerate(gains(s), 1))
    return f"{steps}。赚的才加。" + ("一分不花。" if s.stop == "0" else f"停在 {s.stop} 元。")


EXTRA = "多来 {extra} 单。{extra} × {m} − 200，{key_said}。"
q.mark(
    form.rule_number(
        "step",
        points=2,
        of=work,
        within=1,
        why={BACON: EXTRA, GIFT: EXTRA, LOTUS: "{own} 单本来就会来。" + EXTRA, SHORT: "货只够 {stock} 单。" + EXTRA.replace("多来", "多卖")},
    ),
    form.rule_choice(
        "stop",
        points=3,
        of=work,
        why=why_stop,
        wrong=[
            form.wrong("average_not_marginal", "看总账，不看多花的那一截", {BACON: "400", LOTUS: "400"}, "总账也许还好看。可后面这 200 元，自己是亏的。"),
            form.wrong("more_orders_better", "单多就选它", "600", "单最多是真的。最后几单，是贴钱换来的。"),
            form.wrong("paid_is_always_bad", "有剩的也不投", {BACON: "0", GIFT: "0", SHORT: "0"}, "头一个 200 元是赚的。该花的花，到线就停。"),
            form.wrong("best_ratio_only", "只认头一档最划算", {GIFT: "200"}, "第二档单子少了些，可还是赚的。赚就再加一档。"),
            form.wrong("organic_credited", "自己来的也记在推广头上", {LOTUS: "200"}, "减掉自己来的 {own} 单，头一个 200 元就亏了。"),
            form.wrong("uncapped", "忘了只有这么多", {SHORT: "400"}, "货只够 {stock} 单。人请来了，没货卖。"),
        ],
    ),
)
