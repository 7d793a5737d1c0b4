# %% tags=["question"]
# 第 14 题：一场的死钱，几单才回得来
from nongju import form

q = form.question(
    "pricing-margin/p14",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "腊肉",
            "你播到第 5 场。腊肉一单卖 {price} 元，毛利 {margin} 元。甲说：去镇上直播间，一场租 {once} 元，网好灯好，估计卖 {many} 单。\n"
            "乙说：就在自家院坝播，不花钱，估计卖 {few} 单。院坝空着也没人租。",
            price=98, margin=[24, 26], once=[165, 190], many=20, few=16, month=0, times=1, hours=0, wage=0,
        ),
        form.scene(
            "香肠",
            "你播到第 6 场。香肠一单卖 {price} 元，毛利 {margin} 元（自己的工还没扣）。甲说：请个帮手，一场 {once} 元，自己专心讲。估计卖 {many} 单。\n"
            "乙说：不请人，自己多忙 {hours} 小时，估计卖 {few} 单。你去帮工，一小时挣 {wage} 元。",
            price=88, margin=[32, 34], once=140, many=20, few=16, month=0, times=1, hours=3, wage=[15, 17],
        ),
        form.scene(
            "渣海椒",
            "你播到第 7 场。渣海椒一套卖 {price} 元，毛利 {margin} 元。甲说：镇上直播间按月租，一月 {month} 元，一月播 {times} 场。\n"
            "每场再请帮手，{once} 元，估计卖 {many} 单。乙说：就在自家堂屋播，不请人，不花钱，估计卖 {few} 单。",
            price=27, month=960, once=82, many=42, few=[13, 14],
            together=[{"margin": 9, "times": 8}, {"margin": 9, "times": 10}, {"margin": 8, "times": 8}],
            hours=0, wage=0,
        ),
    ],
    fields=[
        form.number("even", "① 照甲的办，一场至少几单才保本？", unit="单"),
        form.gain("first", "② 照甲的办，一场赚还是亏几元？", unit="元"),
        form.gain("second", "③ 照乙的办，一场赚还是亏几元？", unit="元"),
        form.choice("way", "④ 只看这笔账，听谁的？", {"a": "听甲的", "b": "听乙的"}),
    ],
)

# %% tags=["key"] points=6
# 第 14 题的算法
from nongju.models import pricing

FIXED = "月租分到一场 {rent} 元，加帮手 {once} 元。除以一单的毛利 {margin} 元，不是本钱。"

work = form.work(
    {
        "rent": lambda s: pricing.fixed_cost_per_day(s.month, s.times),
        "fixed": lambda s: s.rent + s.once,
        "even": form.up(lambda s: pricing.break_even_units(s.fixed, s.margin)),
        "first": lambda s: pricing.profit(s.many, s.margin, s.fixed),
        "own": lambda s: s.hours * s.wage,
        "second": lambda s: pricing.profit(s.few, s.margin, s.own),
        "way": lambda s: "a" if s.first > s.second else "b",
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。付死钱的，只有毛利 {margin} 元一单。", at=("even", "first", "second"), margin=lambda s: s.price),
        form.slip("cost_as_margin", "本钱当成了毛利", "本钱是要还的。付死钱的，只有毛利 {margin} 元一单。", margin={"腊肉": lambda s: s.price - s.margin, "香肠": lambda s: s.price - s.margin}),
        form.slip("cost_as_margin_later", "本钱当成了毛利", "本钱是要还的。付死钱的，只有毛利 {margin} 元一单。", at=("first", "second"), margin={"渣海椒": lambda s: s.price - s.margin}),
        form.slip("hope_taken", "把估计的单数当答案", "{many} 是估计卖得出的。几单才保本，拿死钱除以毛利。", at="even", even=lambda s: s.many),
        form.slip("fixed_spread", "死钱分到了每一单", "这是一单要分几元死钱。问几单才保本：死钱除以一单的毛利。", at="even", even=form.up(lambda s: s.fixed / s.many)),
        form.slip("one_more", "保本又多加了一单", "零头往上取，就够本了。不用再加一单。", at="even", even=lambda s: pricing.whole_units(s.fixed / s.margin) + 1),
        form.slip("orders_after", "写成了过了保本的单数", "这是保本以后还能卖的。问的是卖到几单才够本。", at="even", even=lambda s: s.many - pricing.whole_units(s.fixed / s.margin)),
        form.slip("whole_month", "算成了一个月的", "问的是一场。一月播 {times} 场，租金分给 {times} 场。", fixed={"渣海椒": lambda s: s.month + s.times * s.once}, first={"渣海椒": lambda s: s.times * (s.many * s.margin - s.once) - s.month}, second={"渣海椒": lambda s: s.times * s.few * s.margin}),
        form.slip("month_less_one", "一场里减了一月的死钱", "问的是一场。一月的租，分给 {times} 场再减。", at="first", first={"渣海椒": lambda s: s.many * s.margin - s.month - s.times * s.once}),
        form.slip("rent_by_week", "按周分了租金", "一月播 {times} 场，租金就分给 {times} 场。不按周分。", rent={"渣海椒": lambda s: s.month / 4}),
        form.slip("helper_by_month", "帮手钱也按场数分了", "帮手是每场都付 {once} 元，不用再分。要分的只有月租。", once={"渣海椒": lambda s: s.once / s.times}),
        form.slip("own_work_on_both", "请了人也扣自己的工", "请了帮手，自己不用多忙。照甲的办，只减帮手的钱。", fixed={"香肠": lambda s: s.once + s.hours * s.wage}),
        form.slip("month_on_one_session", "一月的租压在一场", "一月播 {times} 场，租金分给 {times} 场。", rent={"渣海椒": lambda s: s.month}),
        form.slip("rent_by_day", "按天分了租金", "没播的日子收不到钱。租金分给播的 {times} 场。", rent={"渣海椒": lambda s: s.month / 30}),
        form.slip("month_rent_forgotten", "忘了月租", "一月 {month} 元的租，也要分到这一场。", at="first", rent={"渣海椒": 0}),
        # In two of three draws both ways give the same whole number.
        form.slip("rent_or_margin_missed", "漏了月租，或除成了本钱", FIXED, at="even", rent={"渣海椒": 0}),
        form.slip("cost_or_rent_missed", "漏了月租，或除成了本钱", FIXED, at="even", margin={"渣海椒": lambda s: s.price - s.margin}),
        form.slip("own_work_off_fixed", "省下的工从死钱里减了", "请帮手的 {once} 元要全付。自己的工，到乙那边再算。", fixed={"香肠": lambda s: s.once - s.hours * s.wage}),
        form.slip("helper_forgotten", "忘了帮手钱", "帮手一场 {once} 元，卖不卖都要付，也是死钱。", once={"渣海椒": 0}),
        form.slip("fixed_forgotten", "忘了死钱", "毛利还没付死钱。一场的死钱要减掉。", at="first", first=lambda s: s.many * s.margin),
        form.slip("fixed_on_each", "死钱每单扣一遍", "死钱一场只付一回，不是一单一回。", at="first", first=lambda s: s.many * (s.margin - s.fixed)),
        form.slip("fixed_added", "死钱加上去了", "死钱是花出去的。从毛利里减，不是加。", at="first", first=lambda s: s.many * s.margin + s.fixed),
        form.slip("beyond_even", "只数了过了保本的单", "保本的单数取过整，零头那点也是赚的。一共的毛利，减死钱。", at="first", first=lambda s: (s.many - s.even) * s.margin),
        form.slip("compared_only", "写成了两家差几元", "这是两家差的。问的是照这个办，一场一共几元。", at=("first", "second"), first=lambda s: s.many * s.margin - s.fixed - s.few * s.margin + s.hours * s.wage, second=lambda s: s.few * s.margin - s.own - s.many * s.margin + s.fixed),
        form.slip("extra_only", "只算了多卖的", "一共 {many} 单的毛利都是甲这一场的。不只多卖的那几单。", at="first", first=lambda s: (s.many - s.few) * s.margin - s.fixed),
        form.slip("orders_swapped", "两家的单数用反", "甲卖 {many} 单，乙卖 {few} 单。各算各的。", at=("first", "second"), many=lambda s: s.few, few=lambda s: s.many),
        form.slip("own_work_free", "自家的工没算钱", "多忙 {hours} 小时，就少挣了帮工的钱。这份也要减。", at="second", hours={"香肠": 0}),
        form.slip("one_hour_only", "只算了一小时", "多忙的是 {hours} 小时。一小时的工钱，再乘 {hours}。", hours={"香肠": 1}),
        form.slip("wage_each_order", "一单扣了一小时的工", "多忙的是 {hours} 小时，不是一单一小时。", own={"香肠": lambda s: s.few * s.wage}),
        form.slip("hours_each_order", "自己的工每单扣一遍", "多忙 {hours} 小时，是一场一共的。只减一回。", own={"香肠": lambda s: s.few * s.hours * s.wage}),
        form.slip("hours_as_yuan", "小时当成了元", "多忙 {hours} 小时，一小时值 {wage} 元。先乘，再减。", own={"香肠": lambda s: s.hours}),
        form.slip("rent_on_both", "没租也扣了租金", "照乙的办，在自家播，没有租金。", at="second", second={"渣海椒": lambda s: s.few * s.margin - s.rent}),
        form.slip("helper_on_both", "没请人也扣了帮手钱", "照乙的办，没请人，没有帮手钱。", at="second", second={"渣海椒": lambda s: s.few * s.margin - s.once, "香肠": lambda s: s.few * s.margin - s.own - s.once}),
        form.slip("wage_added", "自己的工钱加上去了", "这份钱是你没挣到的。从毛利里减。", at="second", second={"香肠": lambda s: s.few * s.margin + s.own}),
        form.slip("fixed_everywhere", "没花的死钱也扣了", "照乙的办，甲那笔死钱就不用付。", at="second", second={"腊肉": lambda s: s.few * s.margin - s.fixed, "渣海椒": lambda s: s.few * s.margin - s.fixed}),
        form.slip("one_only", "只算了一单", "这是一单的毛利。一场有好多单，先乘单数。", at=("first", "second"), many=1, few=1),
    ],
)

EVEN = "{fixed} ÷ {margin}，零头往上，要 {even} 单。"

q.mark(
    form.rule_number(
        "even",
        points=1,
        of=work,
        within=0.4,
        why={"腊肉": EVEN, "香肠": EVEN, "渣海椒": "租金摊到一场：{month} ÷ {times} = {rent} 元，加帮手 {once} 元，死钱 {fixed} 元。" + EVEN},
    ),
    form.rule_number("first", points=2, of=work, within=0.5, why="{many} × {margin} 元，减死钱 {fixed} 元，{first:gain}。"),
    form.rule_number(
        "second",
        points=2,
        of=work,
        within=0.5,
        why={
            "腊肉": "{few} × {margin} 元。没有死钱，全剩下：{second:gain}。",
            "香肠": "{few} × {margin} 元。自己的 {hours} 小时值 {own} 元，要减：{second:gain}。",
            "渣海椒": "{few} × {margin} 元。没有死钱，全剩下：{second:gain}。",
        },
    ),
    form.rule_choice(
        "way",
        points=1,
        of=work,
        why="甲{first:gain}，乙{second:gain}。比剩下的钱，不比单数。单数是估的，一两场不算数，接着记。",
        wrong=[
            form.wrong("more_orders_better", "单多就选它", {"腊肉": "a"}, "甲的单多，死钱也多。比剩下的钱，不比单数。"),
            form.wrong("own_work_free", "自家的工没算钱", {"香肠": "b"}, "自己的工也值钱。算进去再比。"),
            form.wrong("never_pay_fixed", "花死钱就是亏", {"渣海椒": "b"}, "死钱花得值不值，看付完还剩几元。"),
        ],
    ),
)
