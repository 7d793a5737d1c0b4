# %% tags=["question"]
# 第 7 题：一年几吨，走哪条路
from nongju import form

q = form.question(
    "tiered-coop/p7",
    scenes=[
        form.scene(
            "山药",
            "你家一年出 {t} 吨山药，一箱装 {jin} 斤。你一天包得了 {per} 箱。放得住 {keep} 天。\n"
            "装箱卖老顾客，一箱落 {mb} 元。同样的斤数整袋给食堂，落 {mk} 元。\n"
            "大姐说：装箱落得多。姐夫说：整袋省工夫。两句都是真的。",
            t=1,
            jin=5,
            per=[8, 10],
            keep=90,
            mb=9,
            mk=6,
        ),
        form.scene(
            "土豆",
            "你家和邻居一年出 {t} 吨土豆，一箱装 {jin} 斤。几个人一天包得了 {per} 箱。放得住 {keep} 天。\n"
            "装箱发快递，一箱落 {mb} 元。同样的斤数整车给食堂、邻县，落 {mk} 元。\n"
            "大姐说：装箱落得多。姐夫说：包不过来要烂。两句都是真的。",
            t=10,
            jin=[5, 8],
            per=25,
            keep=90,
            mb=3,
            mk=2,
        ),
        form.scene(
            "藠头",
            "合作社一年出 {t} 吨藠头，一箱装 {jin} 斤。一天包得了 {per} 箱。放得住 {keep} 天。\n"
            "装箱发快递，一箱落 {mb} 元。同样的斤数整车给邻县、万州，落 {mk} 元。\n"
            "社长说：装箱卖，名声传得远。会计说：整车走，落得多。两句都是真的。",
            t=50,
            jin=5,
            per=[120, 150],
            keep=30,
            mb=2,
            mk=3,
        ),
        form.scene(
            "黑老虎",
            "你家一年出 {t} 吨黑老虎，差不多一起熟，一箱装 {jin} 斤。一天包得了 {per} 箱。放得住 {keep} 天。\n"
            "装箱卖，一箱落 {mb} 元。同样的斤数整筐给水果店，落 {mk} 元。\n"
            "大姐说：装箱落得多。姐夫说：包不过来要烂。两句都是真的。",
            t=1,
            jin=4,
            per=[15, 20],
            keep=6,
            mb=12,
            mk=8,
        ),
    ],
    fields=[
        form.number("boxes", "① 全装箱，一共几箱？", unit="箱"),
        form.number("days", "② 照现在的手，几天包得完？", unit="天"),
        form.choice(
            "way",
            "③ 走哪条？",
            {"box": "全装箱卖", "mix": "包得完的装箱，别的整袋整车走", "bulk": "全整袋整车走"},
        ),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain
from nongju.models import growth


def n(value):
    return plain(value, 1)


def boxes(s):
    return growth.boxes_per_year(s.t, s.jin)


def days(s):
    return growth.days_to_clear(boxes(s), s.per)


def way(s):
    if s.mb <= s.mk:
        return "bulk"
    return "box" if days(s) <= s.keep else "mix"


def told(s):
    if way(s) == "bulk":
        return (
            f"名声传得远，是真的。可装箱一箱落 {n(s.mb)} 元，整车落 {n(s.mk)} 元。"
            f"包完还要 {n(days(s))} 天，只放得住 {n(s.keep)} 天。整车走，又多又快。"
        )
    if way(s) == "box":
        return f"省工夫，是真的。可 {n(days(s))} 天就包得完，放得住 {n(s.keep)} 天，一箱还多落 {n(s.mb - s.mk)} 元。这回没被手卡住。"
    return (
        f"装箱一箱多落 {n(s.mb - s.mk)} 元，是真的。可包完要 {n(days(s))} 天，只放得住 {n(s.keep)} 天。"
        f"包得完的 {n(s.per * s.keep)} 箱装箱，别的整袋整车走。"
    )


q.mark(
    form.rule_number(
        "boxes",
        points=2,
        within=0.5,
        key=boxes,
        why=lambda s: f"{n(s.t)} 吨是 {n(s.t * 2000)} 斤。{n(s.t * 2000)} ÷ {n(s.jin)} = {n(boxes(s))} 箱。",
        wrong=[
            form.wrong("jin_as_kilogram", "斤当成公斤", lambda s: s.t * 1000 / s.jin, "一吨是 1000 公斤，2000 斤。"),
            form.wrong("one_jin_a_box", "一斤当成一箱", lambda s: s.t * 2000, "一箱装 {jin} 斤，要除一除。"),
            form.wrong("year_average", "摊到了一整年", lambda s: boxes(s) / 365, "这是一年里一天合几箱。问的是一共几箱。"),
        ],
    ),
    form.rule_number(
        "days",
        points=2,
        within=0.9,
        key=days,
        why=lambda s: f"{n(boxes(s))} 箱 ÷ 一天 {n(s.per)} 箱 = {n(days(s))} 天。",
        wrong=[
            form.wrong(
                "jin_as_kilogram",
                "斤当成公斤",
                lambda s: s.t * 1000 / s.jin / s.per,
                "照你的箱数没除错。可一吨是 2000 斤，箱数少了一半。",
                credit=0.5,
            ),
            form.wrong(
                "one_jin_a_box",
                "一斤当成一箱",
                lambda s: s.t * 2000 / s.per,
                "照你的箱数没除错。可一箱装 {jin} 斤。",
                credit=0.5,
            ),
            form.wrong("year_average", "摊到了一整年", lambda s: boxes(s) / 365, "这是一年里一天合几箱。问的是几天包得完。"),
        ],
    ),
    form.rule_choice(
        "way",
        points=2,
        key=way,
        why=told,
        wrong=[
            form.wrong(
                "bulk_is_easier",
                "图省事",
                {"山药": "bulk", "土豆": "bulk", "黑老虎": "bulk"},
                "省工夫是真的。可包得完的那些，装箱多落钱。先数手够不够。",
            ),
            form.wrong(
                "hands_forgotten",
                "忘了手包不过来",
                {"土豆": "box", "黑老虎": "box"},
                "多落钱是真的。可还没包完，货先坏了。数一数几天。",
            ),
            form.wrong("half_and_half", "两头都要一点", {"山药": "mix", "藠头": "mix"}, "这回没卡在手上。看哪条落得多，就走哪条。"),
            form.wrong("fame_first", "先图名声", {"藠头": "box"}, "名声好是真的。可一箱还少落，又包不完。"),
        ],
    ),
)
