# %% tags=["question"]
# 第 7 题：自家门面和租来的铺
from nongju import form

OPEN = "{goods}一单卖 {price} 元，毛利 {u} 元。一月开 {days} 天。{papers_of}，一年 {year} 元，走哪条路都要花。"
LET = "这门面租给别人，一月收 {let} 元。自己用了，这份要记在乙的账里。"

q = form.question(
    "pricing-margin/p7",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "香肠",
            OPEN + "甲：街上租铺，月租 {rent} 元。街上人多，一天 {na} 单。乙：自家楼下卖，一天 {nb} 单。" + LET,
            together=[{"u": 22, "rent": 1800, "year": 720, "let": 400}, {"u": 23, "rent": 1600, "year": 1080, "let": 400}, {"u": 24, "rent": 1650, "year": 1080, "let": 400}],
            goods="香肠",
            papers_of="办证、送检、印标签",
            price=108,
            days=26,
            na=3,
            nb=2,
        ),
        form.scene(
            "干莲子",
            OPEN + "甲：景区门口租摊，月租 {rent} 元，一天 {na} 单。乙：自家门面卖，一天 {nb} 单。" + LET,
            together=[{"u": 11, "rent": 1450, "year": 480, "let": 300}, {"u": 13, "rent": 1400, "year": 600, "let": 350}],
            goods="干莲子",
            papers_of="送检、印标签",
            price=39,
            days=26,
            na=12,
            nb=5,
        ),
        form.scene(
            "渣海椒",
            OPEN + "甲：自家临街门面开店，一天 {na} 单。这门面租给别人，一月收 {rent} 元。自己用了，这份要记在甲的账里。"
            "乙：门面租出去，人在屋里打包发货，一天 {nb} 单。租金只在甲那边记一回。",
            together=[{"u": 6, "rent": 900, "year": 900}, {"u": 6.5, "rent": 1100, "year": 720}, {"u": 7, "rent": 1000, "year": 720}],
            goods="渣海椒",
            papers_of="办证、送检、印标签",
            price=25,
            days=28,
            let=0,
            na=8,
            nb=4,
        ),
    ],
    fields=[
        form.number("even", "① 走甲，一个月至少卖几单才不亏？", unit="单"),
        form.gain("first", "② 照上面的单数，甲一个月赚还是亏几元？", unit="元"),
        form.gain("second", "③ 乙一个月赚还是亏几元？", unit="元"),
        form.choice("way", "④ 走哪条路？", {"a": "甲", "b": "乙", "both": "两条一起走"}),
    ],
)

# %% tags=["key"] points=5
from nongju.models import pricing

work = form.work(
    {
        "papers": lambda s: pricing.spread_cost(s.year, 12),
        "fixed": lambda s: s.rent + s.papers,
        "even": form.up(lambda s: pricing.break_even_units(s.fixed, s.u)),
        "first_sold": lambda s: s.na * s.days,
        "first": lambda s: pricing.profit(s.first_sold, s.u, s.fixed),
        "second_sold": lambda s: s.nb * s.days,
        "second_fixed": lambda s: s.let + s.papers,
        "second": lambda s: pricing.profit(s.second_sold, s.u, s.second_fixed),
        "way": lambda s: "a" if s.first > s.second else "b",
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。死钱要靠毛利来出，一单 {u} 元。", u=lambda s: s.price),
        form.slip("cost_not_margin", "拿本钱去除", "死钱要靠毛利来出，一单 {u} 元。", u=lambda s: s.price - s.u),
        form.slip("year_as_month", "一年的钱压在一个月", "{papers_of}的钱管一年，一个月只摊 {papers} 元。", papers=lambda s: s.year),
        form.slip("papers_forgotten", "漏了送检、标签的钱", "{papers_of}的钱也要摊，一个月 {papers} 元。", year=0),
        form.slip("rent_forgotten", "漏了租金", "卖不卖都要交租，一月 {rent} 元。", rent={"香肠": 0, "干莲子": 0}),
        form.slip(
            "own_house_free",
            "自家屋子不算钱",
            {"香肠": "门面租出去，一月能收 {let} 元。自己用了，就少了这份。", "干莲子": "门面租出去，一月能收 {let} 元。自己用了，就少了这份。", "渣海椒": "门面租出去，一月能收 {rent} 元。自己用了，就少了这份。"},
            rent={"渣海椒": 0},
            let={"香肠": 0, "干莲子": 0},
            at=("even", "first", "second"),
        ),
        form.slip("own_house_on_first", "自家门面也记在甲那边了", "门面的 {let} 元只记在乙那边。甲一月死钱 {fixed} 元。", fixed={name: lambda s: s.rent + s.papers + s.let for name in ("香肠", "干莲子")}),
        form.slip("own_house_off_first", "门面的租金从甲那边减掉了", "甲的死钱是租金 {rent} 元加一月 {papers} 元。门面只在乙那边记。", fixed={name: lambda s: s.rent + s.papers - s.let for name in ("香肠", "干莲子")}),
        form.slip("month_sold", "写成了一月卖的单数", "这是照现在卖的单数。问的是至少几单才不亏：{fixed} ÷ {u}。", even=lambda s: s.na * s.days, at="even"),
        form.slip("month_sold_other", "写成了乙一月的单数", "这是乙一月卖的单数。问的是甲至少几单才不亏：{fixed} ÷ {u}。", even=lambda s: s.nb * s.days, at="even"),
        form.slip("divided_by_orders", "拿一天的单数去除了", "死钱要靠毛利来出。除以一单的 {u} 元，不是 {na} 单。", even=form.up(lambda s: s.fixed / s.na), at="even"),
        form.slip("divided_by_month_sold", "除成了一月的单数", "死钱要靠毛利来出。除以一单的 {u} 元，不是一月的单数。", even={name: form.up(lambda s: s.fixed / (s.na * s.days)) for name in ("香肠", "渣海椒")}, at="even"),
        form.slip("month_margin", "写成了一月的毛利", "这是几元。问的是几单：{fixed} ÷ {u}。", even=lambda s: s.na * s.days * s.u, at="even"),
        form.slip("beyond_whole_even", "用凑过整的保本单数减", "保本的单数凑过整，会差一点。拿一月的毛利，直接减死钱 {fixed} 元。", first=lambda s: (s.first_sold - s.even) * s.u),
        form.slip("orders_beyond_even", "写成了多卖的单数", "这是几单。问的是几元：一月的毛利，减死钱 {fixed} 元。", first=lambda s: s.first_sold - s.even),
        form.slip("first_even_for_second", "乙也减了甲的保本单数", "乙的死钱 {second_fixed} 元，和甲不一样。一月的毛利减它。", second=lambda s: (s.second_sold - s.even) * s.u),
        form.slip("rent_saved_as_gain", "省下的租金当成赚的", "甲的租金不用付，也不是收进来的。乙一月毛利减死钱 {second_fixed} 元。", second={name: lambda s: s.second_sold * s.u - s.second_fixed + s.rent for name in ("香肠", "干莲子")}),
        form.slip("papers_halved", "送检、标签的钱一家一半", "走哪条路，一年都要花 {year} 元，一个月 {papers} 元。", papers=lambda s: s.year / 24),
        form.slip("papers_by_days", "一年的钱按天数摊了", "一年 12 个月，{year} ÷ 12，一个月 {papers} 元。", papers={"香肠": lambda s: s.year / s.days, "渣海椒": lambda s: s.year / s.days}),
        form.slip("papers_of_a_day", "一年的钱只摊了一天的", "一年 12 个月，{year} ÷ 12，一个月 {papers} 元。", papers={"香肠": lambda s: s.year / 365, "渣海椒": lambda s: s.year / 365}),
        form.slip("rent_each_day", "月租当成一天的租", "{rent} 元是一个月的，不用乘天数。", rent=lambda s: s.rent * s.days),
        form.slip("rent_of_a_day", "月租只算了一天的", "{rent} 元是一个月的，全月的单来付，不用除。", rent=lambda s: s.rent / s.days),
        form.slip("divided_by_days", "拿天数去除了", "死钱要靠毛利来出。除以一单的 {u} 元，不是 {days} 天。", even=form.up(lambda s: s.fixed / s.days), at="even"),
        form.slip("year_of_orders", "写成了一年的单数", "问的是一个月：{fixed} ÷ {u}。", even=form.up(lambda s: 12 * s.fixed / s.u), at="even"),
        form.slip("fixed_as_orders", "写成了死钱", "这是几元。问的是几单：除以一单毛利 {u} 元。", even=lambda s: s.fixed),
        form.slip("margin_and_rent_only", "一天赚的去除死钱", "问的是几单，不是几天。除以一单的 {u} 元。", even=form.up(lambda s: s.fixed / (s.u * s.na)), at="even"),
        form.slip("even_as_sold", "拿保本的单数当卖的", "甲一天 {na} 单，一月 {first_sold} 单，不是刚保本的那些。", first=lambda s: s.even * s.u - s.fixed, second=lambda s: s.even * s.u - s.second_fixed),
        form.slip("year_of_gain", "写成了一年的", "问的是一个月，不用乘 12。", first=lambda s: 12 * (s.first_sold * s.u - s.fixed), second=lambda s: 12 * (s.second_sold * s.u - s.second_fixed), at=("first", "second")),
        form.slip("gain_of_a_day", "写成了一天的", "问的是一个月，不用除以 {days} 天。", first=lambda s: (s.first_sold * s.u - s.fixed) / s.days, second=lambda s: (s.second_sold * s.u - s.second_fixed) / s.days),
        form.slip("both_ways_orders", "两条路的单加起来了", "只走一条路：甲一天 {na} 单，乙一天 {nb} 单。", first_sold=lambda s: (s.na + s.nb) * s.days, second_sold=lambda s: (s.na + s.nb) * s.days),
        form.slip("difference_of_ways", "写成了两条路差几元", "问的是这一条路一个月剩几元，先不比。", first=lambda s: s.first_sold * s.u - s.fixed - s.nb * s.days * s.u + s.let + s.papers, second=lambda s: abs(s.first_sold * s.u - s.fixed - s.second_sold * s.u + s.second_fixed)),
        form.slip("fixed_as_gain", "写成了死钱", "这是一月的死钱。拿一月的毛利去减它。", first=lambda s: s.fixed, second=lambda s: s.second_fixed),
        form.slip("per_day", "写成了一天几单", "这是一天的。问的是一个月：{fixed} ÷ {u}。", even=form.up(lambda s: s.fixed / s.u / s.days), at="even"),
        form.slip("fixed_forgotten", "忘了死钱", "毛利还不是你的。租金、{papers_of}的钱，要先扣掉。", fixed=0, second_fixed={"香肠": 0, "干莲子": 0}, at=("first", "second")),
        form.slip("turnover_as_income", "成交额当到手", "这是卖价加起来。一单只有毛利 {u} 元，还要减死钱。", first=lambda s: s.first_sold * s.price, second=lambda s: s.second_sold * s.price),
        form.slip("one_order_a_day", "一天只算了一单", "甲一天 {na} 单，乙一天 {nb} 单。", na=1, nb=1, at=("first", "second")),
        form.slip("thirty_days", "一个月按三十天算了", "一月只开 {days} 天。", days=30, at=("first", "second")),
        form.slip("day_as_month", "一天的当成一个月的", "死钱是一个月的。单数也要乘 {days} 天。", days=1, at=("first", "second")),
        form.slip("other_orders", "用了另一条路的单数", "甲一天 {na} 单，乙一天 {nb} 单。", na=lambda s: s.nb, nb=lambda s: s.na),
        form.slip(
            "rent_counted_twice",
            "租金算了两回",
            "租金 {rent} 元，只在甲那边记一回。",
            second={"香肠": lambda s: s.second_sold * s.u - s.second_fixed - s.rent, "干莲子": lambda s: s.second_sold * s.u - s.second_fixed - s.rent, "渣海椒": lambda s: s.second_sold * s.u - s.second_fixed + s.rent},
        ),
        form.slip("let_as_income", "门面租金当成收进来的", "门面自己用着，收不到 {let} 元。要减，不是加。", second={"香肠": lambda s: s.second_sold * s.u + s.let - s.papers, "干莲子": lambda s: s.second_sold * s.u + s.let - s.papers}),
        form.slip("rent_as_income", "门面租金当成收进来的", "门面自己用着，收不到 {rent} 元。要减，不是加。", first={"渣海椒": lambda s: s.first_sold * s.u + s.rent - s.papers}, at="first"),
        form.slip("rent_taken_from_both", "甲的租金也扣给了乙", "甲的租金 {rent} 元，只在甲那边扣。", second_fixed=lambda s: s.fixed),
    ],
)
q.mark(
    form.rule_number("even", points=2, of=work, within=0.4, why="一月死钱 {rent} + {papers} = {fixed} 元。{fixed} ÷ {u}，零头往上进，{key_said}。"),
    form.rule_number("first", points=1, of=work, within=0.6, why="一月 {first_sold} 单，一单毛利 {u} 元。减死钱 {fixed} 元，{first:gain}。"),
    form.rule_number("second", points=1, of=work, within=0.6, why="一月 {second_sold} 单，一单毛利 {u} 元。减死钱 {second_fixed} 元，{second:gain}。"),
    form.rule_choice(
        "way",
        points=1,
        of=work,
        why=lambda s: f"人多是真的，租金也是真的。算完，走{'甲' if s.way == 'a' else '乙'}。",
        wrong=[
            form.wrong("busy_street_wins", "人多就好", {"香肠": "a"}, "街上人多是真的。多出来的毛利，还不够租金。"),
            form.wrong("rent_is_waste", "付租就是亏", {"干莲子": "b"}, "租金贵是真的。多卖的毛利更多，租得值。"),
            form.wrong("own_house_free", "自家屋子不算钱", {"渣海椒": "a"}, "门面租给别人也来钱。自己用，就要比它挣得多。"),
            form.wrong("both_at_once", "两头都要", "both", "一个人两头跑，死钱是两份。先走剩得多的那条。"),
        ],
    ),
)
