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
work = form.work(
    {"fans": form.up(lambda s: s.income / s.margin)},
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "他花的钱里有本钱。用落下的 {margin} 元去除。", fans=form.up(lambda s: s.income / s.turnover)),
        form.slip("cost_not_margin", "拿本钱去除", "这是他花的钱里的本钱。落在你手上的是 {margin} 元，用它去除。", fans=form.up(lambda s: s.income / (s.turnover - s.margin))),
        form.slip("turnover_and_margin", "流水和落下的加在一起了", "落下的 {margin} 元，就在他花的 {turnover} 元里头。只用 {margin} 元去除。", fans=form.up(lambda s: s.income / (s.turnover + s.margin))),
        form.slip("by_ratio", "除了流水是落下的几倍", "这是他花的钱，是你落下的几倍。用 {margin} 元去除就好。", fans=form.up(lambda s: s.income * s.margin / s.turnover)),
        form.slip("ratio_alone", "写成了流水是落下的几倍", "这是一个人花的钱，是你落下的几倍。一年要落的 {income} 元，还没用上。", fans=lambda s: s.turnover / s.margin),
        form.slip("multiplied", "该除的乘了", "一个人落 {margin} 元。几个人才凑得够，用除。", fans=lambda s: s.income * s.margin),
        form.slip("turnover_multiplied", "拿流水去乘了", "几个人才凑得够，用除。除的是落下的 {margin} 元。", fans=lambda s: s.income * s.turnover),
        form.slip("thousand_for_all", "一千个当成定数", "一千是个说法。落得多的，几百个就够。", fans=1000),
        form.slip("month_share", "按月算了", "两个数都是一年的，不用再除十二。", fans=form.up(lambda s: s.income / s.margin / 12)),
        form.slip("margin_by_month", "落下的又除了十二", "{margin} 元是一年落的。两个数都是一年的。", fans=form.up(lambda s: s.income / (s.margin / 12))),
        form.slip("turnover_by_month", "拿一个月的流水去除", "{turnover} 元是一年的，里头还有本钱。用一年落下的 {margin} 元去除。", fans=lambda s: s.income / (s.turnover / 12)),
        form.slip("all_to_sell", "写成了一共要卖几元", "这是一共要卖的钱。问的是几个人：一年要落的，除以一个人落的 {margin} 元。", fans=lambda s: s.income * s.turnover / s.margin),
        form.slip("by_day", "按天算了", "两个数都是一年的，不用再除三百六十五。", fans=form.up(lambda s: s.income / s.margin / 365)),
        form.slip("margin_taken_off", "用减不用除", "问的是几个人。一个人落 {margin} 元，用除。", fans=lambda s: s.income - s.margin),
    ],
)
q.practice(
    form.rule_number("fans", points=1, of=work, within=0.4, why="30000 ÷ 60 = {key} 个。有本书说一千个铁杆就够。你要几个，拿自己的数除。"),
)
