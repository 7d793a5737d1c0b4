# %% tags=["practice"]
# 练一练：要几个老顾客
from nongju import form

q = form.question(
    "tiered-coop/try-fans",
    scenes=[
        form.scene(
            "老顾客",
            "你不想做大，一年落下 {income} 元就够。一个老顾客一年买 {turnover} 元，你落 {margin} 元。",
            income=30000,
            turnover=240,
            margin=60,
        ),
    ],
    fields=[form.number("fans", "要几个老顾客？", unit="个")],
)
q.practice(
    form.rule_number(
        "fans",
        points=1,
        within=0.4,
        key=lambda s: s.income / s.margin,
        why="30000 ÷ 60 = {key} 个。有本书说一千个铁杆就够。你要几个，拿自己的数除。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: s.income / s.turnover, "他花的钱里有本钱。用落下的 {margin} 元去除。"),
            form.wrong("thousand_for_all", "一千个当成定数", 1000, "一千是个说法。落得多的，几百个就够。"),
            form.wrong("month_as_year", "按月算成了按年", lambda s: s.income / s.margin / 12, "两个数都是一年的，不用再除十二。"),
        ],
    ),
)
