# %% tags=["question"]
# 第 11 题：折到底能到几元
from nongju import form

q = form.question(
    "pricing-margin/p11",
    see="讲一讲 三",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉 2 斤平时卖 {price} 元，一单本钱 {cost} 元。服务费收货款的 {fee}%。\n"
            "双十一先打折，再用店里 {coupon} 元券，都是你让的。\n"
            "前 7 天成交过 {high}、{low}、{mid} 元。标过 {tag} 元，没人买。",
            price=140, cost=[110, 113], keep=0, fee=5, coupon=[9, 12], own=1, fold=8, tag=168, high=140, mid=134, low=[116, 114],
        ),
        form.scene(
            "香肠",
            "香肠 2 斤平时卖 {price} 元，一单本钱 {cost} 元。服务费收货款的 {fee}%。\n"
            "双十一先打折，再用平台 {coupon} 元券。券钱平台出，补给你，也算你的货款。\n"
            "9 天前卖过 {low} 元，前 7 天成交过 {high}、{mid} 元。标过 {tag} 元，没人买。",
            price=94, cost=[70, 71], keep=0, fee=5, coupon=[9, 10], own=0, fold=8, tag=118, high=94, mid=[88, 90], low=82,
        ),
        form.scene(
            "干莲子",
            "干莲子 2 斤平时卖 {price} 元，一单本钱 {cost} 元。另外每单要留 {keep} 元工钱，少了不干。\n"
            "服务费收货款的 {fee}%。双十一先打折，再用店里 {coupon} 元券，都是你让的。\n"
            "前 7 天一单没卖。上一单 12 天前，{mid} 元；更早卖过 {high}、{low} 元。标过 {tag} 元，没人买。",
            price=90, cost=[60, 62], keep=8, fee=5, coupon=3, own=1, fold=8, tag=118, high=92, mid=[86, 88], low=81,
        ),
    ],
    fields=[
        form.number("floor", "① 一单至少收几元货款才不亏？（写到分）", unit="元"),
        form.number("lowest", "② 打完折、还没减券，最低几元？", unit="元"),
        form.choice("ok", "③ 帮手说打 {fold} 折，行不行？", {"yes": "行", "no": "不行，会亏"}),
        form.choice(
            "line",
            "④ 只写「原价」两个字，最多写哪个价？",
            {"tag": "{tag} 元", "high": "{high} 元", "mid": "{mid} 元", "low": "{low} 元"},
        ),
    ],
)

# %% tags=["key"] points=6
# 第 11 题的算法
from nongju.models import pricing

COUPON = "券不进本钱。底价是收到的货款，算②再加券。"
UPWARD = "从卖价往下减，看不出亏不亏。最少几元，要从本钱往上算。"

work = form.work(
    {
        "need": lambda s: s.cost + s.keep,
        "floor": lambda s: pricing.lowest_price(s.need, s.fee / 100),
        "lowest": lambda s: s.floor + s.coupon * s.own,
        "sold": lambda s: s.price * s.fold / 10,
        "ok": lambda s: "yes" if s.sold >= s.lowest else "no",
    },
    [
        form.slip("fee_forgotten", "忘了服务费", "收 100 元货款，平台先扣走 {fee} 元。本钱要用剩下的钱来付。", fee=0),
        form.slip("fee_multiplied", "该除的用了乘", "服务费从货款里抽，不从本钱里抽。用除：除以 0.95。", floor=lambda s: s.need * (1 + s.fee / 100)),
        form.slip("fee_taken_off", "把服务费从本钱里减", "付了服务费，要多收才够本。底价比本钱高。", floor=lambda s: s.need * (1 - s.fee / 100)),
        form.slip("fee_divided_wrong", "除以了一加百分之几", "收 100 元货款，到手 95 元。除以 0.95，不是除以 1.05。", floor=lambda s: s.need / (1 + s.fee / 100)),
        form.slip("fee_of_price_left", "从平时的价里扣了服务费", "这是平时卖一单到手的。①问最少收几元：从本钱往上算。", floor=lambda s: s.price * (1 - s.fee / 100)),
        form.slip("fee_itself", "写成了服务费的钱", "这是本钱的 {fee}%。问的是最少收几元，扣掉服务费还够本。", at="floor", floor=lambda s: s.need * s.fee / 100),
        form.slip("fee_as_tenths", "百分之几当成几成", "{fee}% 是一百元抽 {fee} 元，不是十元抽 {fee} 元。", fee=lambda s: 10 * s.fee),
        form.slip("fee_as_yuan", "几个点当成几元", "{fee}% 是一百元抽 {fee} 元，不是一单抽 {fee} 元。", floor=lambda s: s.need + s.fee),
        form.slip("fee_as_yuan_off", "几个点当成几元，又减了", "{fee}% 是一百元抽 {fee} 元。付了服务费，要多收才够本：不是减，也不是加 {fee} 元。", floor=lambda s: s.need - s.fee),
        form.slip("coupon_off_floor", "券早减了一步", "①先不管券。只问收几元货款，扣完服务费够本。", at="floor", floor=lambda s: s.need / (1 - s.fee / 100) - s.coupon),
        form.slip("fee_of_usual_price", "服务费照平时的卖价算", "卖得低，服务费也抽得少。照底价抽，用除。", floor=lambda s: s.need + s.price * s.fee / 100),
        form.slip("own_work_free", "自家的工没算钱", "要留的工钱 {keep} 元，先加进本钱，再除。", keep=0),
        form.slip("wage_after_fee", "工钱放到除完才加", "工钱也从货款里出。先加进本钱，再一起除。", floor={"干莲子": lambda s: s.cost / (1 - s.fee / 100) + s.keep}),
        form.slip("coupon_as_cost", "券当成本钱", {"腊肉": COUPON, "干莲子": COUPON, "香肠": "这张券平台出，会补给你。不是你的本钱。"}, own=0, need=lambda s: s.cost + s.keep + s.coupon),
        form.slip("coupon_off_cost", "从本钱里减了券", "券不进本钱。①先不管券，只用本钱和要留的钱算。", need={"腊肉": lambda s: s.cost - s.coupon, "干莲子": lambda s: s.cost + s.keep - s.coupon}),
        form.slip("subsidy_off_cost", "平台补的从本钱里减了", "平台补的，是顾客少付的那份货款。一单的本钱没有少。", need={"香肠": lambda s: s.cost - s.coupon}),
        form.slip("platform_halved", "平台券当成一家一半", "这张券平台出，全补给你。你一分不出。", own={"香肠": 0.5}),
        form.slip("wage_twice", "工钱又加了一遍", "工钱 {keep} 元，①里已经算进去了。②只加券。", at="lowest", own={"干莲子": lambda s: 1 + s.keep / s.coupon}),
        form.slip("coupon_forgotten", "忘了再减的券", "折完还要减 {coupon} 元券。折后的价，要比底价高出一张券。", own={"腊肉": 0, "干莲子": 0}),
        form.slip("coupon_wrong_way", "券的加减弄反", "券还要往下减。折后的价要高出一张券：用加。", own={"腊肉": -1, "干莲子": -1}),
        form.slip("platform_as_own", "平台券当自己亏", "这张券平台出，会补给你。你的货款没有少。", own={"香肠": 1}),
        form.slip("subsidy_twice", "补的钱算了两遍", "平台补的钱，就是顾客少付的货款。不是另外多给你的。", own={"香肠": -1}),
        form.slip("coupon_too_early", "券早加了一步", "①先不管券。只问收几元货款，扣完服务费够本。", at="floor", floor=lambda s: pricing.lowest_price(s.need, s.fee / 100) + s.coupon),
        form.slip("usual_less_coupon", "平时的价减了券", UPWARD, lowest=lambda s: s.price - s.coupon, floor=lambda s: s.price - s.coupon),
        form.slip("tried_less_coupon", "打折的价减了券", UPWARD, lowest=lambda s: s.price * s.fold / 10 - s.coupon, floor=lambda s: s.price * s.fold / 10 - s.coupon),
        form.slip("fold_taken_off", "几折当成减几元", UPWARD + "打 {fold} 折，也不是减 {fold} 元。", at="lowest", lowest=lambda s: s.price - s.fold),
        form.slip("fold_and_coupon_off", "几折当成减几元，又减了券", UPWARD + "打 {fold} 折，也不是减 {fold} 元。", at="lowest", lowest=lambda s: s.price - s.fold - s.coupon),
        form.slip("fold_undone", "又除以了折", "②问的就是打完折的价。不用再除以折。", at="lowest", lowest=lambda s: (s.floor + s.coupon * s.own) * 10 / s.fold),
        form.slip("floor_discounted", "底价又打了折", "底价是不能再低的价，不打折。", at="lowest", floor=lambda s: s.need / (1 - s.fee / 100) * s.fold / 10),
        form.slip("lowest_past", "写成了成交过的最低价", "成交过的价，④才用。不亏的价，从①往上算。", at="lowest", lowest=lambda s: s.low),
        form.slip("tried_for_lowest", "把想打的价当成最低价", "这是打 {fold} 折的价。最低几元，要从①往上算。", at="lowest", lowest=lambda s: s.price * s.fold / 10),
        form.slip("tried_for_floor", "把想打的价当成底价", "这是打 {fold} 折的价。底价要从本钱往上算。", at="floor", floor=lambda s: s.price * s.fold / 10),
        form.slip("tried_net", "打折的价扣了服务费", "这是打 {fold} 折卖一单到手的。①问最少收几元：从本钱往上算。", at="floor", floor={"香肠": lambda s: s.price * s.fold / 10 * (1 - s.fee / 100)}),
        form.slip("gain_for_floor", "写成了一单赚几元", "这是平时一单赚的。问的是最少收几元才够本。", at="floor", floor=lambda s: s.price * (1 - s.fee / 100) - s.need),
    ],
)

FLOOR = "收 100 元到手 95 元。本钱 {cost} ÷ 0.95 = {floor} 元。"

q.mark(
    form.rule_number(
        "floor",
        points=2,
        of=work,
        within=0.05,
        why={"腊肉": FLOOR, "香肠": FLOOR, "干莲子": "本钱加工钱，{cost} + {keep} = {need} 元。除以 0.95，是 {floor} 元。"},
    ),
    form.rule_number(
        "lowest",
        points=1,
        of=work,
        within=0.05,
        why={
            "腊肉": "还要减券 {coupon} 元：{floor} + {coupon} = {lowest} 元。",
            "香肠": "平台的券补给你，不用再加：还是 {lowest} 元。",
            "干莲子": "还要减券 {coupon} 元：{floor} + {coupon} = {lowest} 元。",
        },
    ),
    form.rule_choice(
        "ok",
        points=1,
        of=work,
        why="打 {fold} 折是 {sold} 元，最低要 {lowest} 元。先比这两个数。",
        wrong=[form.wrong("floor_not_compared", "没和最低价比", {"腊肉": "yes", "香肠": "no", "干莲子": "yes"}, "打 {fold} 折是 {sold} 元。跟②的 {lowest} 元比一比。")],
    ),
    form.rule_choice(
        "line",
        points=2,
        key={"腊肉": "low", "香肠": "mid", "干莲子": "mid"},
        why={
            "腊肉": "没写明哪天的价，只能按前 7 天最低的成交价：{low} 元。",
            "香肠": "9 天前的不算。前 7 天最低的成交价是 {mid} 元。",
            "干莲子": "前 7 天没卖出，就不能高过上一单的 {mid} 元。再早的不看。",
        },
        wrong=[
            form.wrong("tag_as_past", "标价当成交价", "tag", "标过，没人买，就不能说是「原价」。看真正成交的那几单。"),
            form.wrong("highest_past", "挑了最高的一单", "high", "没写清比哪一天，就不能挑最高的。"),
            form.wrong("not_the_lowest", "没挑最低的一单", {"腊肉": "mid"}, "没写清比哪一天，就按前 7 天最低的那一单。"),
            form.wrong("too_old", "日子太早的也算", {"香肠": "low", "干莲子": "low"}, "只看前 7 天。7 天没卖，才看上一单。更早的不看。"),
        ],
    ),
)
