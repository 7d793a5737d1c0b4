# %% tags=["question"]
# 第 6 题：名额和订单
from nongju import form

q = form.question(
    "tiered-coop/p6",
    scenes=[
        form.scene(
            "一户人家",
            "县医院食堂一年买菜 {buy} 万元。照 2024 年的说法，至少留 {share}% 在 832 平台买脱贫县的货。"
            "土豆在平台上 {price} 元一斤。你一个人种，没入合作社，没上平台。",
            buy=[50, 60],
            share=fact("reserve_share_2024"),
            price=[1.25, 1.3],
        ),
        form.scene(
            "合作社",
            "县医院食堂一年买菜 {buy} 万元。照 2024 年的说法，至少留 {share}% 在 832 平台买脱贫县的货。"
            "你们合作社由县里推荐，上了平台，山药 {price} 元一斤。医院和社里签了 {order} 斤的单。"
            "采购口头说：好吃的话，再要 {talk} 斤。",
            buy=[80, 90],
            share=fact("reserve_share_2024"),
            price=2.5,
            order=[2400, 3000],
            talk=2000,
        ),
        form.scene(
            "家庭农场",
            "安徽一所大学食堂一年买菜 {buy} 万元。安徽 2025 年的说法，至少留 {share}% 在 832 平台买脱贫县的货。"
            "你家办了家庭农场，县里推荐，莲子挂上了平台，{price} 元一斤。页面有 {views} 人次看过，还没人下单。",
            buy=[200, 240],
            share=fact("reserve_share_anhui_2025"),
            price=32,
            views=[300, 400],
        ),
    ],
    fields=[
        form.number("share", "① 这份预留的钱，一年是几元？", unit="元"),
        form.number("sure", "② 照这些，你今年能算准的是几斤？", unit="斤"),
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


def n(value):
    return plain(value, 1)


def budget(s):
    """Yuan a year for all food."""
    return s.buy * 10000


def reserved(s):
    return budget(s) * s.share / 100


def sure(s):
    return s.order if s.name == "合作社" else 0


def tenths(s):
    return f"{n(s.buy)} 万元 × {n(s.share)}%"


q.mark(
    form.rule_number(
        "share",
        points=2,
        within=1,
        key=reserved,
        why=lambda s: f"{tenths(s)} = {n(reserved(s))} 元。这是留给所有脱贫县的货的，不是留给你一家的。",
        wrong=[
            form.wrong("whole_budget", "把全部菜钱当成预留", budget, "只留 {share}%，不是全部。"),
            form.wrong(
                "tenth_as_hundredth",
                "成和百分之几弄混",
                lambda s: reserved(s) / 10,
                lambda s: f"{n(s.share)}% 是一百元里留 {n(s.share)} 元，就是{'一成' if s.share == 10 else '一成半'}。",
            ),
            form.wrong("wan_dropped", "漏了「万」", lambda s: s.buy * s.share / 100, "菜钱是 {buy} 万元。一万是 10000。"),
        ],
    ),
    form.rule_number(
        "sure",
        points=2,
        within=1,
        key=sure,
        why={
            "一户人家": lambda s: "没入社、没上平台、没人下单，能算准的是 0 斤。832 平台的供货商要是企业、合作社、家庭农场。",
            "合作社": lambda s: f"签了字的 {n(s.order)} 斤算数。口头的、预留的，都还不是订单。",
            "家庭农场": lambda s: f"看过 {n(s.views)} 人次，没人下单，能算准的是 0 斤。",
        },
        wrong=[
            form.wrong(
                "share_is_order",
                "预留份额当成有人包买",
                lambda s: reserved(s) / s.price,
                "有名额，不等于有订单。那份钱，832 个县的货都来争。",
            ),
            form.wrong(
                "budget_is_order",
                "菜钱全当成自己的",
                {
                    "一户人家": lambda s: budget(s) / s.price,
                    "家庭农场": lambda s: budget(s) / s.price,
                },
                "食堂买的菜有几十样，哪能都是你家的。",
            ),
            form.wrong(
                "shared_by_counties",
                "832 个县平分",
                {
                    "一户人家": lambda s: reserved(s) / s.price / 832,
                    "家庭农场": lambda s: reserved(s) / s.price / 832,
                },
                "没有谁来平分。谁被选中、下了单，才算。",
            ),
            form.wrong(
                "word_is_order",
                "口头的也算订单",
                {"合作社": lambda s: s.order + s.talk},
                "「好吃的话再要」，是下回的事。签了字再备货。",
            ),
            form.wrong(
                "views_as_orders",
                "看过的当成要买的",
                {"家庭农场": lambda s: s.views},
                "{views} 人次是看，不是买。没下单就是 0。",
            ),
        ],
    ),
    form.rule_choice(
        "step",
        points=2,
        key={"一户人家": "join", "合作社": "sign", "家庭农场": "ask"},
        why={
            "一户人家": "单个人上不了 832 平台。先有个身份，再谈份额。村里有社的，先问怎么入。",
            "合作社": "签了的 {order} 斤先备好。多的货，照到手价另找去处。",
            "家庭农场": "身份、平台都有了，缺的是有人选你。拿样品、报价、检测单，去找管采购的人。",
        },
        wrong=[
            form.wrong("share_is_order", "预留份额当成有人包买", "wait", "份额在那里，人家不一定选你。要去找。"),
            form.wrong("plant_before_order", "没单先种", "plant", "先有单，再多种。种出来没人要，全压在自己手里。"),
            form.wrong("not_listed_yet", "没上平台先谈份额", {"一户人家": "ask"}, "货还没挂上。这一条路，先要有身份、有推荐。"),
            form.wrong(
                "asks_again_only",
                "签了的还当没签",
                {"合作社": "ask"},
                "单已经签了。先把这一单备好、交好，下回自然来。",
            ),
            form.wrong(
                "order_not_there",
                "没单当有单",
                {"一户人家": "sign", "家庭农场": "sign"},
                "还没有谁签字。备多了，砸在手里。",
            ),
        ],
    ),
)
