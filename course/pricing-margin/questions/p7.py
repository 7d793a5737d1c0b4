# %% tags=["question"]
# 第 7 题：自家门面和租来的铺
from nongju import form

q = form.question(
    "pricing-margin/p7",
    scenes=[
        form.scene(
            "香肠",
            "香肠一单卖 {price} 元，毛利 {u} 元。一月开 {days} 天。办证印标签一年 {year} 元，两条路都要。"
            "甲：街上租铺，月租 {rent} 元。街上人多，一天 {na} 单。"
            "乙：自家楼下卖，不交租，一天 {nb} 单。这门面租给别人，一月收 {let} 元。自家门面也要记钱。",
            price=108,
            u=[22, 24],
            days=26,
            year=600,
            rent=[1600, 1700],
            let=400,
            na=3,
            nb=2,
        ),
        form.scene(
            "干莲子",
            "干莲子一单卖 {price} 元，毛利 {u} 元。一月开 {days} 天。印标签一年 {year} 元，两条路都要。"
            "甲：景区门口租摊，月租 {rent} 元，一天 {na} 单。"
            "乙：自家门面卖，不交租，一天 {nb} 单。这门面租给别人，一月收 {let} 元。自家门面也要记钱。",
            price=36,
            u=[9, 10],
            days=26,
            year=240,
            rent=[1400, 1500],
            let=300,
            na=12,
            nb=5,
        ),
        form.scene(
            "渣海椒",
            "渣海椒一单卖 {price} 元，毛利 {u} 元。一月开 {days} 天。办证印标签一年 {year} 元，两条路都要。"
            "甲：自家临街门面开店，一天 {na} 单。这门面租给别人，一月收 {rent} 元。自家门面也要记钱。"
            "乙：门面租出去，人在屋里打包发货，一天 {nb} 单。租金那份先不往乙里加。",
            price=25,
            u=[6, 6.5],
            days=28,
            year=720,
            rent=[900, 1000],
            let=0,
            na=8,
            nb=4,
        ),
    ],
    fields=[
        form.number("even", "① 走甲，一天至少卖几单才不亏？", unit="单"),
        form.gain("first", "② 照上面的单数，甲一个月赚还是亏几元？", unit="元"),
        form.gain("second", "③ 乙一个月赚还是亏几元？", unit="元"),
        form.choice("way", "④ 走哪条路？", {"a": "甲", "b": "乙", "both": "两条一起走"}),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def papers(s):
    """Licence and labels, yuan a month."""
    return pricing.spread_cost(s.year, 12)


def fixed(s):
    return s.rent + papers(s)


def month(s):
    """Yuan a month that one parcel a day brings."""
    return s.u * s.days


def even(s):
    return pricing.whole_units(pricing.break_even_units(fixed(s), month(s)))


def first(s):
    return pricing.profit(s.na * s.days, s.u, fixed(s))


def second(s):
    return pricing.profit(s.nb * s.days, s.u, s.let + papers(s))


def said(value):
    return f"{'赚' if value >= 0 else '亏'} {n(abs(value))} 元"


q.mark(
    form.rule_number(
        "even",
        points=2,
        within=0.4,
        key=even,
        why=lambda s: (
            f"一月死钱：{n(s.rent)} + {n(s.year)} ÷ 12 = {n(fixed(s))} 元。"
            f"一天一单，一月毛利 {n(s.u)} × {n(s.days)} = {n(month(s))} 元。"
            f"{n(fixed(s))} ÷ {n(month(s))} = {n(fixed(s) / month(s))}，往上进，{n(even(s))} 单。"
        ),
        wrong=[
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: pricing.whole_units(fixed(s) / (s.price * s.days)),
                "卖价里有本钱。死钱要靠毛利来出。",
            ),
            form.wrong(
                "month_as_day",
                "一个月当成一天",
                lambda s: pricing.whole_units(fixed(s) / s.u),
                "这是一个月要卖的单数。再除以 {days} 天。",
            ),
            form.wrong(
                "year_as_month",
                "一年的证钱压在一个月",
                lambda s: pricing.whole_units((s.rent + s.year) / month(s)),
                "证和标签管一年，一个月只摊十二分之一。",
            ),
            form.wrong(
                "own_house_free",
                "自家屋子不算钱",
                {"渣海椒": lambda s: pricing.whole_units(papers(s) / month(s))},
                "门面不开店，一月能收 {rent} 元租。这份也是死钱。",
            ),
            form.wrong(
                "rounded_down",
                "往下取了整",
                lambda s: fixed(s) / month(s) // 1,
                "少一点也是亏。零头往上进。",
            ),
        ],
    ),
    form.rule_number(
        "first",
        points=1,
        within=1,
        key=first,
        why=lambda s: (
            f"一月 {n(s.na * s.days)} 单，毛利 {n(s.na * month(s))} 元。减死钱 {n(fixed(s))} 元，{said(first(s))}。"
        ),
        wrong=[
            form.wrong(
                "fixed_forgotten",
                "忘了死钱",
                lambda s: s.na * month(s),
                "毛利还不是你的。先把租金、办证的钱扣掉。",
            ),
            form.wrong(
                "year_as_month",
                "一年的证钱压在一个月",
                lambda s: s.na * month(s) - s.rent - s.year,
                "证和标签管一年，一个月只摊十二分之一。",
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                lambda s: s.na * s.days * s.price - fixed(s),
                "卖价里有本钱。用毛利 {u} 元去算。",
            ),
            form.wrong(
                "own_house_free",
                "自家屋子不算钱",
                {"渣海椒": lambda s: s.na * month(s) - papers(s)},
                "门面不开店，一月能收 {rent} 元租。这份要记上。",
            ),
        ],
    ),
    form.rule_number(
        "second",
        points=1,
        within=1,
        key=second,
        why=lambda s: (
            f"一月 {n(s.nb * s.days)} 单，毛利 {n(s.nb * month(s))} 元。减证和标签 {n(papers(s))} 元"
            + (f"，再减门面的 {n(s.let)} 元" if s.let else "")
            + f",{said(second(s))}。"
        ),
        wrong=[
            form.wrong(
                "own_house_free",
                "自家屋子不算钱",
                {
                    "香肠": lambda s: s.nb * month(s) - papers(s),
                    "干莲子": lambda s: s.nb * month(s) - papers(s),
                },
                "这门面租出去，一月能收 {let} 元。自己用了，就少了这份。",
            ),
            form.wrong(
                "year_as_month",
                "一年的证钱压在一个月",
                lambda s: s.nb * month(s) - s.let - s.year,
                "证和标签管一年，一个月只摊十二分之一。",
            ),
            form.wrong(
                "fixed_forgotten",
                "忘了死钱",
                lambda s: s.nb * month(s),
                "不交租，也有死钱：证、标签要摊。",
            ),
            form.wrong(
                "rent_counted_twice",
                "租金算了两回",
                {"渣海椒": lambda s: second(s) + s.rent},
                "租金已经记在甲的死钱里。再加给乙，就算了两回。",
            ),
        ],
    ),
    form.rule_choice(
        "way",
        points=1,
        key=lambda s: "a" if first(s) > second(s) else "b",
        why=lambda s: (
            f"甲{said(first(s))}，乙{said(second(s))}。人多是真的，租金也是真的。"
            f"算完，走{'甲' if first(s) > second(s) else '乙'}。"
        ),
        wrong=[
            form.wrong(
                "busy_street_wins",
                "人多就好",
                {"香肠": "a"},
                "街上人多是真的。多出来的毛利，还不够租金。",
            ),
            form.wrong(
                "rent_is_waste",
                "付租就是亏",
                {"干莲子": "b"},
                "租金贵是真的。多卖的毛利更多，租得值。",
            ),
            form.wrong(
                "own_house_free",
                "自家屋子不算钱",
                {"渣海椒": "a"},
                "门面租给别人也来钱。自己用，就要比它挣得多。",
            ),
            form.wrong(
                "both_at_once",
                "两头都要",
                "both",
                "一个人两头跑，死钱是两份。先走剩得多的那条。",
            ),
        ],
    ),
)
