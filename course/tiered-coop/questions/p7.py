# %% tags=["question"]
# 第 7 题：一年几吨，走哪条路
from nongju import form

BOX = "{whose}一年出 {t} 吨{goods}，一箱装 {jin} 斤。{hands}一天包得了 {per} 箱。放得住 {keep} 天。\n"
END = "装箱卖，一箱落 {mb} 元。同样的斤数{bulk}，落 {mk} 元。\n{one}。{other}。两句都是真的。"

q = form.question(
    "tiered-coop/p7",
    see="讲一讲 五",
    scenes=[
        form.scene("山药", BOX + END, whose="你家", goods="山药", hands="你", bulk="整袋给食堂", one="大姐说：装箱落得多", other="姐夫说：整袋省工夫",
            t=1, jin=5, per=[11, 13], keep=100, mb=9, mk=6),
        form.scene("土豆", BOX + END, whose="你家和邻居合起来", goods="土豆", hands="几个人合起来", bulk="整车给食堂、邻县", one="大姐说：装箱落得多", other="姐夫说：包不过来要烂",
            t=10, jin=[5, 8], per=27, keep=80, mb=3, mk=2),
        form.scene("藠头", BOX + END, whose="合作社", goods="藠头", hands="社里", bulk="整车给邻县、万州", one="社长说：装箱卖，名声传得远", other="会计说：整车走，落得多",
            t=50, jin=5, per=[120, 155], keep=30, mb=2, mk=3),
        form.scene("黑老虎", BOX + END, whose="你家", goods="黑老虎，差不多一起熟", hands="你", bulk="整筐给水果店", one="大姐说：装箱落得多", other="姐夫说：包不过来要烂",
            t=1, jin=4, per=[15, 22], keep=7, mb=12, mk=8),
    ],
    fields=[
        form.number("boxes", "① 全装箱，一共几箱？", unit="箱"),
        form.number("days", "② 照现在的手，几天包得完？（不满一天，也算一天）", unit="天"),
        form.choice("way", "③ 走哪条？", {"box": "全装箱卖", "mix": "包得完的装箱，别的整袋整车走", "bulk": "全整袋整车走"}),
    ],
)

# %% tags=["key"] points=6
import math

from nongju.marking import plain
from nongju.models import growth

YAM, POTATO, SCALLION, FRUIT = "山药", "土豆", "藠头", "黑老虎"

work = form.work(
    {
        "boxes": lambda s: growth.boxes_per_year(s.t, s.jin),
        "days": form.up(lambda s: growth.days_to_clear(s.boxes, s.per)),
        "way": lambda s: "bulk" if s.mb <= s.mk else "box" if s.days <= s.keep else "mix",
    },
    [
        form.slip("jin_as_kilogram", "斤当成公斤", "一吨是 1000 公斤，2000 斤。", boxes=lambda s: s.t * 1000 / s.jin),
        form.slip("one_jin_a_box", "一斤当成一箱", "一箱装 {jin} 斤，要除一除。", boxes=lambda s: s.t * 2000),
        form.slip("jin_multiplied", "该除的乘了", "一箱装得多，箱数就少。用除。", boxes=lambda s: s.t * 2000 * s.jin, at="boxes"),
        form.slip("hundred_jin_a_ton", "一吨当成一百斤", "一吨是 2000 斤。", boxes=lambda s: s.t * 100 / s.jin, at="boxes"),
        form.slip("one_ton_only", "只算了一吨", "一共 {t} 吨，都要算。", boxes={name: lambda s: 2000 / s.jin for name in (POTATO, SCALLION)}),
        form.slip("five_jin_a_box", "照五斤一箱算", "这回一箱装 {jin} 斤。照题里的算。", boxes={name: lambda s: s.t * 400 for name in (POTATO, FRUIT)}),
        form.slip("five_hundred_jin_a_ton", "一吨当成五百斤", "一吨是 1000 公斤，2000 斤。", boxes=lambda s: s.t * 500 / s.jin, at="boxes"),
        form.slip("month_boxes", "按月算了", "问的是一共几箱，不用除十二。", boxes=lambda s: s.t * 2000 / s.jin / 12, at="boxes"),
        form.slip("packed_in_time", "写成了包得完的箱数", "这是放得住的那些天里包得完的。问的是全装箱，一共几箱。", boxes=lambda s: s.per * s.keep, at="boxes"),
        form.slip("packed_all_year", "一天包的乘了一整年", "货有多少，才装得出多少箱。用斤数除以一箱几斤。", boxes=lambda s: s.per * 365, at="boxes"),
        form.slip("left_unpacked", "写成了包不完的箱数", "问的是全装箱，一共几箱。", boxes={name: lambda s: s.t * 2000 / s.jin - s.per * s.keep for name in (POTATO, SCALLION, FRUIT)}, at="boxes"),
        form.slip("jin_by_hands", "斤数除了一天包的箱数", "一箱装 {jin} 斤，斤数除以它，才是箱数。", boxes=lambda s: s.t * 2000 / s.per, at="boxes"),
        form.slip("jin_a_day", "写成了一天包几斤", "这是一天包得了的斤数。问的是一共几箱。", boxes=lambda s: s.per * s.jin, at="boxes"),
        form.slip("days_for_boxes", "写成了几天", "这是几天。问的是几箱，不用再除一天包的。", boxes=lambda s: s.t * 2000 / s.jin / s.per, at="boxes"),
        form.slip("a_day_wanted", "写成了一天要包几箱", "这是放得住的天数里，一天要包几箱。问的是一共几箱。", boxes=lambda s: s.t * 2000 / s.jin / s.keep, at="boxes"),
        form.slip("box_money", "写成了几元", "这是装箱落的钱。问的是几箱。", boxes=lambda s: s.t * 2000 / s.jin * s.mb, at="boxes"),
        form.slip("year_average", "摊到了一整年", "这是一年里一天合几箱。货一起熟，不等你一年。",
                  boxes=lambda s: s.t * 2000 / s.jin / 365, days=form.up(lambda s: s.t * 2000 / s.jin / 365)),
        form.slip("boxes_by_keeping", "箱数除了放得住的天数", "这是一天要包几箱。问的是几天：除以一天包得了的 {per} 箱。", days=form.up(lambda s: s.boxes / s.keep), at="days"),
        form.slip("jin_by_keeping", "斤数除了放得住的天数", "问的是几天。箱数除以一天包得了的 {per} 箱。", days=form.up(lambda s: s.t * 2000 / s.keep), at="days"),
        form.slip("jin_of_day_taken", "箱数除了一天包的斤数", "箱数要除以箱数：一天 {per} 箱。", days=form.up(lambda s: s.boxes / s.per / s.jin), at="days"),
        form.slip("kilograms_packed", "公斤数除了一天包的箱数", "先把斤数除以一箱 {jin} 斤，得箱数，再除。", days=form.up(lambda s: s.t * 1000 / s.per), at="days"),
        form.slip("days_over", "写成了跟放得住的天数差几天", "这是跟放得住的差几天。问的是包完一共要几天。", days=lambda s: abs(math.ceil(s.boxes / s.per) - s.keep), at="days"),
        form.slip("keeping_added", "加上了放得住的天数", "放得住几天，是另一回事。箱数除以一天包的就好。", days=lambda s: math.ceil(s.boxes / s.per) + s.keep, at="days"),
        form.slip("packed_boxes", "写成了包得完的箱数", "这是放得住的那些天里包得完的箱数。问的是几天。", days=lambda s: s.per * s.keep, at="days"),
        form.slip("unpacked_boxes", "写成了包不完的箱数", "这是箱数。问的是包完要几天。", days=lambda s: abs(s.boxes - s.per * s.keep), at="days"),
        form.slip("boxes_less_a_day", "箱数减了一天包的", "一天包 {per} 箱，一天一天包下去。用除。", days=lambda s: s.boxes - s.per, at="days"),
        form.slip("whole_year", "写成了一整年", "货一起熟，不等你一年。箱数除以一天包的。", days=365, at="days"),
        form.slip("days_multiplied", "箱数乘了一天包的", "一天包得多，天数就少。用除。", days=lambda s: s.boxes * s.per, at="days"),
        form.slip("jin_packed", "一天包的箱当成斤", "一天包的是 {per} 箱，不是 {per} 斤。", days=form.up(lambda s: s.t * 2000 / s.per), at="days"),
        form.slip("hands_doubled", "一天包的又乘了两家", "{per} 箱，是几个人合起来一天包的。不用再乘二。", days={POTATO: form.up(lambda s: s.boxes / s.per / 2)}, at="days"),
        form.slip("keeping_days", "写成了放得住的天数", "这是放得住几天。问的是包完要几天。", days=lambda s: s.keep, at="days"),
    ],
)


def told(s):
    if s.mb <= s.mk:
        return f"名声传得远，是真的。可装箱一箱落 {plain(s.mb)} 元，整车落 {plain(s.mk)} 元。包完还要 {plain(s.days)} 天。整车走，又多又快。"
    if s.days <= s.keep:
        return f"省工夫，是真的。可 {plain(s.days)} 天就包得完，放得住 {plain(s.keep)} 天，一箱还多落 {plain(s.mb - s.mk)} 元。这回没被手卡住。"
    return (
        f"装箱一箱多落 {plain(s.mb - s.mk)} 元，是真的。可包完要 {plain(s.days)} 天，只放得住 {plain(s.keep)} 天。"
        f"包得完的 {plain(s.per * s.keep)} 箱装箱，别的整袋整车走。"
    )


q.mark(
    form.rule_number("boxes", points=2, of=work, within=0.4, why="一吨 2000 斤，{t} 吨除以 {jin} 斤一箱，{key_said}。"),
    form.rule_number("days", points=2, of=work, within=0.4, why="{boxes} 箱 ÷ 一天 {per} 箱，不满一天算一天，{key_said}。"),
    form.rule_choice(
        "way",
        points=2,
        of=work,
        why=told,
        wrong=[
            form.wrong("work_saved_counted", "只看省工夫", {YAM: "bulk", POTATO: "bulk", FRUIT: "bulk"}, "省工夫是真的。可包得完的那些，装箱多落钱。先数手够不够。"),
            form.wrong("hands_forgotten", "忘了手包不过来", {POTATO: "box", FRUIT: "box"}, "多落钱是真的。可还没包完，货先坏了。数一数几天。"),
            form.wrong("half_and_half", "两头都要一点", {YAM: "mix", SCALLION: "mix"}, "这回没卡在手上。看哪条落得多，就走哪条。"),
            form.wrong("fame_counted", "只看名声", {SCALLION: "box"}, "名声好是真的。可一箱还少落，又包不完。"),
        ],
    ),
)
