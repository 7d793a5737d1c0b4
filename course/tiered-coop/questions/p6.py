# %% tags=["question"]
# 第 6 题：名额和订单
from nongju import form

RULE = "{who}一年买菜 {buy} 万元。{when}的说法，至少留 {part}% 在 832 平台买脱贫县的货。"

q = form.question(
    "tiered-coop/p6",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "一户人家", RULE + "土豆在平台上 {price} 元一斤。你一个人种，没入合作社，没上平台。",
            who="县医院食堂", when="照 2024 年", buy=[50, 60], part=fact("reserve_share_2024"), price=[1.25, 1.3], whose="你",
        ),
        form.scene(
            "合作社", RULE + "你们合作社由县里推荐，上了平台，山药 {price} 元一斤。医院和你们社签了 {order} 斤的单。"
            "采购口头说：好吃的话，再要 {talk} 斤。",
            who="县医院食堂", when="照 2024 年", buy=[80, 90], part=fact("reserve_share_2024"), price=2.5, order=[2400, 2800], talk=2000, whose="你们社",
        ),
        form.scene(
            "家庭农场", RULE + "你家办了家庭农场，县里推荐，莲子挂上了平台，{price} 元一斤。页面有 {views} 人次看过，还没人下单。",
            who="安徽一所大学食堂", when="安徽 2025 年", buy=[200, 240], part=fact("reserve_share_anhui_2025"), price=32, views=[300, 400], whose="你家",
        ),
    ],
    fields=[
        form.number("share", "① 这份预留的钱，一年是几元？", unit="元"),
        form.number("sure", "② 照这些，{whose}今年能算准的是几斤？", unit="斤"),
        form.choice(
            "step",
            "③ 下一步做哪样？",
            {
                "join": "先入社或办家庭农场，请县里推荐",
                "ask": "货挂好了，拿样品去找采购谈",
                "sign": "照签了的单备货，多的另找去处",
                "plant": "先多种几亩，不愁卖",
                "wait": "份额在那里，等食堂来找",
            },
        ),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain

ONE, COOP, FARM = "一户人家", "合作社", "家庭农场"
NO_ORDER = (ONE, FARM)

work = form.work(
    {
        "budget": lambda s: s.buy * 10000,
        "share": lambda s: s.budget * s.part / 100,
        "sure": {ONE: 0, FARM: 0, COOP: lambda s: s.order},
    },
    [
        form.slip("whole_budget", "把全部菜钱当成预留", "只留 {part}%，不是全部。", share=lambda s: s.budget, at="share"),
        form.slip("rest_of_budget", "写成了不预留的那些", "这是可以随便买的钱。预留的是那 {part}%。", share=lambda s: s.budget * (1 - s.part / 100), at="share"),
        form.slip("wan_dropped", "漏了「万」", "菜钱是 {buy} 万元。一万是 10000。", budget=lambda s: s.buy, at="share"),
        form.slip("wan_as_thousand", "一万当成一千", "一万是 10000，四个零。", budget=lambda s: s.buy * 1000, at="share"),
        form.slip("percent_as_yuan", "百分之几当成几元", "{part}% 是一百元里留 {part} 元。", share=lambda s: s.part, at="share"),
        form.slip("share_in_jin", "把钱换成了斤", "问的是几元。不用除单价。", share=lambda s: s.budget * s.part / 100 / s.price, at="share"),
        form.slip("share_times_price", "把钱乘了单价", "问的是食堂留的钱，跟你的单价没有关系。", share=lambda s: s.budget * s.part / 100 * s.price, at="share"),
        form.slip("other_share", "用了别处的百分之几", "各处、各年的说法不一样。照题里写的 {part}% 算。", share={ONE: lambda s: s.budget * 0.15, COOP: lambda s: s.budget * 0.15, FARM: lambda s: s.budget * 0.1}, at="share"),
        form.slip("part_of_ten", "百分之几当成几成", "{part}% 是一百元里留 {part} 元。", share={FARM: lambda s: s.budget * s.part / 10}, at="share"),
        form.slip("divided_by_part", "该乘的除了", "要的是一百份里的 {part} 份。先乘，再除以一百。", share=lambda s: s.budget / s.part, at="share"),
        form.slip("month_share", "按月算了", "买菜钱是一年的，问的也是一年。不用除十二。", share=lambda s: s.budget * s.part / 1200, at="share"),
        form.slip("month_as_year", "按月算成了按年", "{buy} 万元就是一年的，不用再乘十二。", share=lambda s: s.budget * s.part / 100 * 12, at="share"),
        form.slip("day_share", "按天算了", "买菜钱是一年的，问的也是一年。不用再除。", share=lambda s: s.budget * s.part / 36500, at="share"),
        form.slip("budget_by_counties", "菜钱除了 832", "832 是脱贫县的个数。问的是食堂一共留几元，乘 {part}% 就好。", share=lambda s: s.budget / 832, at="share"),
        form.slip("part_on_top", "预留的加到菜钱上了", "预留的就在菜钱里头。问的是那 {part}% 有几元。", share=lambda s: s.budget * (1 + s.part / 100), at="share"),
        form.slip("order_money", "写成了单子上的钱", "问的是食堂留了几元，不是你们社签了几元。", share={COOP: lambda s: s.order * s.price}, at="share"),
        form.slip("order_and_word_money", "写成了签的和口头的钱", "问的是食堂留了几元，不是你们社要卖几元。", share={COOP: lambda s: (s.order + s.talk) * s.price}, at="share"),
        form.slip("share_less_order_money", "预留的减掉了签了的钱", "问的是食堂一共留几元。签了的，也在这里头。", share={COOP: lambda s: s.budget * s.part / 100 - s.order * s.price}, at="share"),
        form.slip("share_less_all_money", "预留的减掉了签的和口头的钱", "问的是食堂一共留几元。不用减哪一家的单。", share={COOP: lambda s: s.budget * s.part / 100 - (s.order + s.talk) * s.price}, at="share"),
        form.slip("share_is_order", "预留份额当成有人包买", "有名额，不等于有订单。那份钱，832 个县的货都来争。", sure=lambda s: s.share / s.price, at="sure"),
        form.slip("share_part", "预留的当有一成归自己", "没有谁说要分给你。被选中、下了单，才算。", sure=lambda s: s.share / s.price / 10, at="sure"),
        form.slip("share_half", "预留的当有一半归自己", "没有谁说要分给你。被选中、下了单，才算。", sure=lambda s: s.share / s.price / 2, at="sure"),
        form.slip("share_priced_up", "预留的钱乘了单价", "这是钱。能算准的，要看签了几斤。", sure=lambda s: s.share * s.price, at="sure"),
        form.slip("share_a_month", "预留的当成一个月有一份", "没有谁说要分给你。被选中、下了单，才算。", sure=lambda s: s.share / s.price / 12, at="sure"),
        form.slip("order_and_word_priced", "签的、口头的都换成了钱", "问的是几斤。签了字的才算准。", sure={COOP: lambda s: (s.order + s.talk) * s.price}, at="sure"),
        form.slip("share_and_order", "签了的又加上预留的", "签了字的才算准。预留的那份，大家都来争。", sure={COOP: lambda s: s.share / s.price + s.order}, at="sure"),
        form.slip("share_less_order", "预留的减掉签了的", "剩下的份额没人许给你。签了字的 {order} 斤才算准。", sure={COOP: lambda s: s.share / s.price - s.order}, at="sure"),
        form.slip("share_less_all", "预留的减掉签的和口头的", "剩下的份额没人许给你。签了字的 {order} 斤才算准。", sure={COOP: lambda s: s.share / s.price - s.order - s.talk}, at="sure"),
        form.slip("all_added", "预留的、签的、口头的都加了", "签了字的才算准。", sure={COOP: lambda s: s.share / s.price + s.order + s.talk}, at="sure"),
        form.slip("nothing_sure", "没交货就当没有", "签了字的单，就算准了。", sure={COOP: 0}, at="sure"),
        form.slip("order_money_sure", "把斤数换成了钱", "问的是几斤。签了几斤就是几斤。", sure={COOP: lambda s: s.order * s.price}, at="sure"),
        form.slip("order_divided", "斤数又除了单价", "签的就是斤数，不用再除。", sure={COOP: lambda s: s.order / s.price}, at="sure"),
        form.slip("word_half", "口头的算一半", "口头的还没签，一斤也不算准。", sure={COOP: lambda s: s.order + s.talk / 2}, at="sure"),
        form.slip("word_taken_off", "签了的减掉口头的", "口头的是另外的，不用减。签了 {order} 斤就是 {order} 斤。", sure={COOP: lambda s: s.order - s.talk}, at="sure"),
        form.slip("views_share_buy", "看过的当有几成会买", "{views} 人次是看，不是买。没下单就是 0。", sure={FARM: lambda s: s.views * s.part / 100}, at="sure"),
        form.slip("views_tenth_buy", "看过的当有一成会买", "{views} 人次是看，不是买。没下单就是 0。", sure={FARM: lambda s: s.views / 10}, at="sure"),
        form.slip("views_priced", "看过的乘了单价", "{views} 人次是看，不是买。没下单就是 0。", sure={FARM: lambda s: s.views * s.price}, at="sure"),
        form.slip("views_half_buy", "看过的当有一半会买", "{views} 人次是看，不是买。没下单就是 0。", sure={FARM: lambda s: s.views / 2}, at="sure"),
        form.slip("share_by_price_and_views", "预留的又分给了看过的人", "看过的没人下单。没下单就是 0。", sure={FARM: lambda s: s.share / s.price / s.views}, at="sure"),
        form.slip("share_by_views", "预留的钱除以看过的人", "看过的没人下单。没下单就是 0。", sure={FARM: lambda s: s.share / s.views}, at="sure"),
        form.slip("budget_is_order", "菜钱全当成自己的", "食堂买的菜有几十样，哪能都是{whose}的。", sure=lambda s: s.budget / s.price, at="sure"),
        form.slip("shared_by_counties", "832 个县平分", "没有谁来平分。谁被选中、下了单，才算。", share=lambda s: s.budget * s.part / 100 / 832, sure=lambda s: s.share / s.price),
        form.slip("yuan_as_jin", "把钱数当成斤数", "这是钱。能算准的，要看签了几斤。", sure=lambda s: s.share, at="sure"),
        form.slip("word_is_order", "口头的也算订单", "「好吃的话再要」，是下回的事。签了字再备货。", sure={COOP: lambda s: s.order + s.talk}, at="sure"),
        form.slip("word_alone", "只数了口头的", "口头的还没签。签了字的 {order} 斤才算。", sure={COOP: lambda s: s.talk}, at="sure"),
        form.slip("views_as_orders", "看过的当成要买的", "{views} 人次是看，不是买。没下单就是 0。", sure={FARM: lambda s: s.views}, at="sure"),
    ],
)

q.mark(
    form.rule_number("share", points=2, of=work, within=0.4, why="{buy} 万元里留 {part}%，就是 {key_said}。这是留给所有脱贫县的货的，不是专留给{whose}的。"),
    form.rule_number(
        "sure",
        points=2,
        of=work,
        within=0.4,
        why={
            ONE: "没入社、没上平台、没人下单，能算准的是 0 斤。832 平台的供货商要是企业、合作社、家庭农场。",
            COOP: lambda s: f"签了字的 {plain(s.order)} 斤算数。口头的、预留的，都还不是订单。",
            FARM: lambda s: f"看过 {plain(s.views)} 人次，没人下单，能算准的是 0 斤。",
        },
    ),
    form.rule_choice(
        "step",
        points=2,
        key={ONE: "join", COOP: "sign", FARM: "ask"},
        why={
            ONE: "单个人上不了 832 平台。先有个身份，再谈份额。村里有社的，先问怎么入。",
            COOP: "签了的 {order} 斤先备好。多的货，照到手价另找去处。",
            FARM: "身份、平台都有了，缺的是有人选你。拿样品、报价、检测单，去找管采购的人。",
        },
        wrong=[
            form.wrong("share_is_order", "预留份额当成有人包买", "wait", "份额在那里，人家不一定选你。要去找。"),
            form.wrong("plant_before_order", "没单先种", "plant", "先有单，再多种。种出来没人要，全压在自己手里。"),
            form.wrong("not_listed_yet", "没上平台先谈份额", {ONE: "ask"}, "货还没挂上。这一条路，先要有身份、有推荐。"),
            form.wrong("asks_again_only", "签了的还当没签", {COOP: "ask"}, "单已经签了。先把这一单备好、交好，下回自然来。"),
            form.wrong("order_not_there", "没单当有单", {ONE: "sign", FARM: "sign"}, "还没有谁签字。备多了，砸在手里。"),
            form.wrong("joined_already", "身份有了还去办身份", {COOP: "join", FARM: "join"}, "社、农场都办好了，县里也推荐了。接着走下一步。"),
        ],
    ),
)
