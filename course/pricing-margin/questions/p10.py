# %% tags=["question"]
# 第 10 题：折和券叠起来
from nongju import form

q = form.question(
    "pricing-margin/p10",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉 2 斤标 {price} 元，一单本钱 {cost} 元。先打店里 {a} 折，折完的价再打会员 {b} 折。\n"
            "两个折都是你让的。服务费先不算。",
            price=[128, 138], cost=[96, 103], a=8, b=9, mine=0, theirs=0, ours=0,
        ),
        form.scene(
            "香肠",
            "香肠 2 斤标 {price} 元，一单本钱 {cost} 元。先用店里的满 100 元减 {mine} 元，你出。\n"
            "再用平台 {theirs} 元券，平台出，会补给你。服务费先不算。",
            price=[112, 118], cost=[78, 80], a=10, b=10, mine=15, theirs=[7, 9], ours=0,
        ),
        form.scene(
            "干莲子",
            "干莲子 2 斤标 {price} 元，一单本钱 {cost} 元。先打店里 {a} 折。\n"
            "折完满 80 元，再减 {mine} 元。两样都是你让的。服务费先不算。",
            cost=[60, 62], a=9, b=10, theirs=0, ours=0,
            together=[{"price": 96, "mine": 8}, {"price": 92, "mine": 7}],
        ),
        form.scene(
            "山药",
            "山药 5 斤标 {price} 元，一单本钱 {cost} 元。先打店里 {a} 折，你让。\n"
            "再用平台 {theirs} 元券，说好你和平台一家出一半。服务费先不算。",
            price=[76, 78], cost=[52, 54], a=9.5, b=10, mine=0, theirs=[12, 14], ours=0.5,
        ),
    ],
    fields=[
        form.number("paid", "① 顾客付几元？", unit="元"),
        form.number("gave", "② 你自己一共让了几元？", unit="元"),
        form.gain("profit", "③ 这一单，你赚还是亏几元？", unit="元"),
    ],
)

# %% tags=["key"] points=6
# 第 10 题的算法
from nongju.models import pricing


def as_percent(s):
    """The 折 of who takes 8 折 for 8 per cent off."""
    return 10 - s.a / 10


work = form.work(
    {
        "sold": lambda s: pricing.after_coupons(s.price, [s.a / 10, s.b / 10], [s.mine]),
        "paid": lambda s: s.sold - s.theirs,
        "gave": lambda s: s.price - s.sold + s.theirs * s.ours,
        "profit": lambda s: s.price - s.gave - s.cost,
    },
    [
        form.slip("folds_added", "折扣相加", "折上折要乘。八折再九折是七二折，不是七折。", sold={"腊肉": lambda s: s.price * (s.a + s.b - 10) / 10}),
        form.slip("folds_averaged", "两折取了平均", "折上折要乘。先打第一折，折完的价再打第二折。", sold={"腊肉": lambda s: s.price * (s.a + s.b) / 20}),
        form.slip("fold_taken_off", "几折当成减几元", "打几折，是卖价乘几，再除以 10。不是减几元。", sold={"腊肉": lambda s: s.price - s.a - s.b, "干莲子": lambda s: s.price - s.a - s.mine, "山药": lambda s: s.price - s.a}),
        form.slip("off_as_paid", "便宜的那份当成付的", "几折是付几成，不是便宜几成。打 {a} 折，付的是大头。", a={name: lambda s: 10 - s.a for name in ("腊肉", "干莲子", "山药")}, b={"腊肉": lambda s: 10 - s.b}),
        form.slip("fold_twice", "打了两回折", "第二样是减 {mine} 元，不是再打一回折。", b={"干莲子": lambda s: s.a}, mine={"干莲子": 0}),
        form.slip("coupon_twice", "满减减了两回", "钱只满了一回，就只减一回。", mine={"香肠": lambda s: 2 * s.mine, "干莲子": lambda s: 2 * s.mine}),
        form.slip("coupon_halved", "券只减了一半", "顾客用券，{theirs} 元都少付。一家一半，是你和平台分。", at="paid", paid={"山药": lambda s: s.sold - s.theirs * s.ours}),
        form.slip("coupon_added", "券加上去了", "用了券，顾客付得更少。要减，不是加。", at="paid", theirs={"香肠": lambda s: -s.theirs, "山药": lambda s: -s.theirs}),
        form.slip("platform_halved", "平台券当成一家一半", "这张券平台出，全补给你。你一分不出。", ours={"香肠": 0.5}),
        form.slip("fold_halved", "打折也分了一半", "打折是你一个人让的。一家一半的，只有券。", gave={"山药": lambda s: (s.price - s.sold + s.theirs) / 2}),
        form.slip("second_cut_only", "只写了后一折让的", "前一折也是你让的。两折让的都要算。", at="gave", gave={"腊肉": lambda s: s.price * s.a / 10 * (1 - s.b / 10)}),
        form.slip("coupon_only", "只写了券", "打折也是你让的。折让的，加上券里你出的一半。", at="gave", gave={"山药": lambda s: s.theirs}),
        form.slip("given_twice", "让的减了两遍", "标价减一回让的，就是货款。再减本钱就好，不用再减让的。", at="profit", profit=lambda s: s.price - 2 * s.gave - s.cost),
        form.slip("given_from_paid", "从顾客付的里又减了让的", "货款是标价减你让的。平台补的那份也在里头。", at="profit", profit={"香肠": lambda s: s.paid - s.gave - s.cost, "山药": lambda s: s.paid - s.gave - s.cost}),
        form.slip("discount_on_margin", "把毛利打了折", "打折打的是卖价。本钱一分不少，少的全是毛利。", at="profit", profit={"腊肉": lambda s: (s.price - s.cost) * s.a * s.b / 100, "干莲子": lambda s: (s.price - s.cost) * s.a / 10 - s.mine, "山药": lambda s: (s.price - s.cost) * s.a / 10 - s.theirs * s.ours}),
        form.slip("platform_as_own", "平台券当自己亏", "谁出的券，亏谁的。平台补的那份，不是你让的。", ours={"香肠": 1, "山药": 1}),
        form.slip("half_forgotten", "忘了自己那一半", "说好一家一半。平台那半不算你的，你这半要算。", ours={"山药": 0}),
        form.slip("subsidy_twice", "补的钱算了两遍", "平台补的钱，是替顾客付的货款。不是另外多给你的。", profit={"香肠": lambda s: s.price - s.gave + s.theirs - s.cost}),
        form.slip("subsidy_too_much", "平台补的算多了", "平台只补它出的那一半。货款是标价减你让的 {gave} 元，补的已经在里头。", profit={"山药": lambda s: s.price - s.gave + s.theirs / 2 - s.cost}),
        form.slip("subsidy_taken_off", "平台补的也减了", "平台出的那一半会补给你。货款是标价减你让的 {gave} 元，再减本钱。", profit={"山药": lambda s: s.paid - s.theirs / 2 - s.cost}),
        form.slip("platform_off_own", "让的里头减了平台券", "平台的 {theirs} 元补给你，不抵你让的。你让的就是店里那 {mine} 元。", gave={"香肠": lambda s: s.mine - s.theirs}, at="gave"),
        form.slip("cost_each_jin", "一单的本钱当成一斤的", "{cost} 元就是一单的本钱，几斤都在里头，不用再乘。", cost=lambda s: s.cost * (5 if s.name == "山药" else 2)),
        form.slip("payer_swapped", "出钱的人弄反", "店里的券是你出，平台的券是平台出。你让的是自己那张。", gave={"香肠": lambda s: s.theirs}),
        form.slip("discount_forgotten", "忘了这单少赚的", "让掉的 {gave} 元没减。先减让的，再减本钱。", profit=lambda s: s.price - s.cost),
        form.slip(
            "coupon_multiplied",
            "满减当折乘",
            "减几元就是少几元。用减，不用乘。",
            sold={"香肠": lambda s: s.price * (1 - s.mine / 100), "干莲子": lambda s: s.price * s.a / 10 * (1 - s.mine / 100)},
            paid={"山药": lambda s: s.sold * (1 - s.theirs / 100)},
        ),
        form.slip(
            "order_swapped",
            "先后弄反",
            "题上写着先折后减。先减后折，价就不一样了。",
            sold={
                "干莲子": lambda s: pricing.after_coupons(s.price, [s.a / 10], [s.mine], True),
                "山药": lambda s: pricing.after_coupons(s.price, [s.a / 10], [s.theirs], True) + s.theirs,
            },
        ),
        form.slip("fold_as_yuan", "一折当成十元", "打几折，是卖价乘几，再除以 10。一成不是 10 元。", sold=lambda s: s.price - 10 * (10 - s.a) - 10 * (10 - s.b) - s.mine),
        form.slip(
            "read_as_percent",
            "8 折读成 8%",
            "八折是付八成，便宜两成。九五折是便宜半成。",
            a={"腊肉": as_percent, "干莲子": as_percent, "山药": as_percent},
            b={"腊肉": lambda s: 10 - s.b / 10},
        ),
        form.slip("only_one", "只用了一样", "题上两样都能用。算完第一样，接着算第二样。", b={"腊肉": 10}, mine={"干莲子": 0}, theirs={"香肠": 0, "山药": 0}),
        form.slip("second_only", "只用了后一样", "前一样也要算。先算第一样，再接着算第二样。", a={"腊肉": 10, "干莲子": 10, "山药": 10}, mine={"香肠": 0}),
        form.slip("paid_for_off", "付的和让的弄反", "①问顾客掏出几元，②问你少收几元。别填反了。", at=("paid", "gave"), paid=lambda s: s.price - s.sold + s.theirs, gave=lambda s: s.sold),
        form.slip(
            "fold_as_share",
            "几折当成百分之几",
            "八折是付百分之八十，不是百分之八。",
            a={"腊肉": lambda s: s.a / 10, "干莲子": lambda s: s.a / 10, "山药": lambda s: s.a / 10},
        ),
        form.slip("off_for_left", "写成了让掉的钱", "这是让掉的。从标价里减掉它，再减本钱。", at="profit", profit=lambda s: s.gave),
        form.slip("less_as_loss", "把少赚的当成亏的", "这是一单少收的钱。少收不等于亏，减完本钱再看。", at="profit", profit=lambda s: -s.gave),
        form.slip("turnover_not_margin", "看流水不看毛利", "收来的钱里有本钱。减掉本钱，才是赚的。", cost=0),
    ],
)

q.mark(
    form.rule_number(
        "paid",
        points=2, of=work, within=0.05,
        why={
            "腊肉": "{price} × 0.8 × 0.9 = {paid} 元。",
            "香肠": "{price} − {mine} − {theirs} = {paid} 元。",
            "干莲子": "先折：{price} × 0.9，再减 {mine} 元，是 {paid} 元。",
            "山药": "先折：{price} × 0.95 = {sold} 元。再减 {theirs} 元，是 {paid} 元。",
        },
    ),
    form.rule_number(
        "gave",
        points=2,
        of=work,
        within=0.05,
        why={
            "腊肉": "两个折都是你让的：{price} − {paid} = {gave} 元。",
            "香肠": "你只出了店里的 {mine} 元。平台的 {theirs} 元会补给你。",
            "干莲子": "折和减都是你让的：{price} − {paid} = {gave} 元。",
            "山药": "打折让了 {price} − {sold} 元，再加券的一半，共 {gave} 元。",
        },
    ),
    form.rule_number("profit", points=2, of=work, within=0.05, why="货款是 {price} − {gave} 元。再减本钱 {cost} 元，{profit:gain}。"),
)
