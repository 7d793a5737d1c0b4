# %% tags=["question"]
# 挑战：直播间漏斗，看到的人，几个会买
from nongju import form, simulators

STORY = (
    "一 自己试，把三颗星拿齐。\n二 替{who}看一晚，照她的放好：卖{said}，被看到 {impressions} 次，"
    "一百次进来 {entry} 次，平均停 {stay} 秒。"
)

q = simulators.question(
    "traffic-economics/funnel",
    simulators.LIVE_FUNNEL,
    see="讲一讲 一",
    after="guess-1",
    scenes=[
        form.scene("进来的少", STORY, who="张孃", said="腊肉", goods="bacon", impressions=[2500, 3000], entry=[1, 2], stay=[90, 100]),
        form.scene("停得短", STORY, who="李嫂", said="腊肉", goods="bacon", impressions=[2500, 3000], entry=[20, 22], stay=[5, 10]),
        form.scene("货太薄", STORY, who="陈孃", said="土豆", goods="potato", impressions=[9000, 10000], entry=[24, 25], stay=[90, 100]),
    ],
    fields=[
        form.choice(
            "mend",
            "这一晚，先改哪一样？",
            {
                "cover": "重拍封面，让看到的进来",
                "stay": "开头先亮货，让人停住",
                "goods": "换毛利厚的货，土豆走近路",
                "push": "花钱让更多人看到",
            },
        ),
    ],
)

# %% tags=["key"] points=4
from nongju.simulators import LIVE_FUNNEL, rule_stars

FEW, SHORT, THIN = "进来的少", "停得短", "货太薄"

q.mark(
    rule_stars(
        LIVE_FUNNEL,
        points=3,
        by={"goods": "bacon", "impressions": 1500, "entry": 12, "stay": 60},
        why="卖腊肉，让人多停一会儿。看到的人不用多，停下来的才会买。",
        wrong=[
            form.wrong("thin_margin_live", "薄利的货指望人多", lambda s: {"goods": "potato"}, "土豆一单剩四角。人再多，也难抵一晚的开销。换一样货。"),
            form.wrong("seen_is_sold", "只求被看到", lambda s: {"impressions": 20000}, "被看到不等于买。减下来，试试让人多停一会儿。"),
        ],
    ),
    form.rule_choice(
        "mend",
        points=1,
        key={FEW: "cover", SHORT: "stay", THIN: "goods"},
        why={
            FEW: "停得久，进来的太少。漏在第二道门，先改封面。",
            SHORT: "进来的不少，坐不住。漏在第三道门，先改开头。",
            THIN: "每道门都不差，还是亏。一单只剩四角多，改门没用。",
        },
        wrong=[
            form.wrong("seen_is_sold", "只求被看到", "push", "多看到的人，照样从那道门漏掉。先补门，再请人。"),
            form.wrong("leak_not_found", "没找最漏的那道门", {FEW: "stay", SHORT: "cover", THIN: "stay"}, {
                FEW: "停了 {stay} 秒，不短。一百次只进来 {entry} 次，漏在这里。",
                SHORT: "一百次进来 {entry} 次，不少。只停 {stay} 秒，漏在这里。",
                THIN: "停了 {stay} 秒，不短。看看一单剩几元。",
            }),
            form.wrong("thin_margin_live", "薄利的货指望人多", {THIN: "cover"}, "进来的已经不少。一单剩四角，人再多也难抵开销。"),
            form.wrong("goods_blamed", "一亏就换货", {FEW: "goods", SHORT: "goods"}, "腊肉一单剩 30 元，货没毛病。先找漏在哪道门。"),
        ],
    ),
)
