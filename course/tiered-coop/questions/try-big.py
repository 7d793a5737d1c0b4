# %% tags=["practice"]
# 练一练（选做）：报上的大数，能不能比
from nongju import form

q = form.question(
    "tiered-coop/try-big",
    scenes=[
        form.scene(
            "2021 年",
            "都说的是 2021 年。供销社全系统卖了 {total} 万亿元。\n"
            "里头的农产品：文章写 {essay} 万亿元，新闻写 {news} 万亿元。\n"
            "网上卖的农产品：文章引一份报告，{online} 亿元；商务部口径的网络零售额，{retail} 亿元。\n"
            "供销社的数多半含批发、系统里转卖（没核到）。",
            total=fact("coop_sales_2021"),
            essay=fact("coop_agri_2021_essay"),
            news=fact("coop_agri_2021_news"),
            online=fact("online_agri_2021_essay"),
            retail=fact("online_agri_2021_retail"),
        ),
    ],
    fields=[
        form.table(
            "pairs",
            "三对数，怎么看？",
            columns=[
                form.column(
                    "how",
                    "怎么看",
                    kind="choice",
                    options={
                        "same": "说的一件事，查原文",
                        "ask": "名字像，先问怎么数的",
                        "no": "一个含批发，一个只零售，不能比",
                    },
                ),
            ],
            rows=["{essay} 和 {news}（万亿元）", "{online} 和 {retail}（亿元）", "{news} 万亿元和 {retail} 亿元"],
        ),
    ],
)
q.practice(
    form.rule_table(
        "pairs",
        points=3,
        key=[{"how": "same"}, {"how": "ask"}, {"how": "no"}],
        row_names=("第一对", "第二对", "第三对"),
        why="第一对是同一件事，差三百亿元左右，去查原文。第二对差近一倍，怎么数的没弄清，先问。"
        "第三对一个多半含批发、转卖，一个只算零售，除出来的倍数不能当真。",
        wrong=[
            form.wrong("all_the_same", "数不一样就当有人错", [{"how": "same"}, {"how": "same"}, {"how": "same"}], "数不一样，多半是数的东西不一样。先问口径。"),
            form.wrong("big_beats_small", "大数压小数就直接比", [{}, {"how": "ask"}, {"how": "same"}], "一个把批发、转卖也数进去了。零售的只数一回。"),
            form.wrong("ask_only_the_far", "名字一样就直接比", [{}, {"how": "same"}, {"how": "no"}], "名字像，数的可能是两样。差一倍，先问怎么数的。"),
        ],
    ),
)
