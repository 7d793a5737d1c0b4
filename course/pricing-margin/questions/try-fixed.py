# %% tags=["practice"]
# 练一练：一天卖到几单才不亏
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-fixed",
    scenes=[
        form.scene(
            "赶场",
            "赶场卖藠头。摊位 {stall} 元，来回车钱 {bus} 元。一单卖 {price} 元，活钱 {cost} 元。",
            stall=20,
            bus=13,
            price=18,
            cost=12,
        ),
    ],
    fields=[form.number("even", "这一天至少卖几单？", unit="单")],
)
work = form.work(
    {
        "fixed": lambda s: s.stall + s.bus,
        "margin": lambda s: pricing.contribution_margin(s.price, s.cost),
        "even": form.up(lambda s: pricing.break_even_units(s.fixed, s.margin)),
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。要用毛利 {margin} 元去除。", margin=lambda s: s.price),
        form.slip("cost_not_margin", "拿本钱去除", "死钱要靠毛利来出。除以 {margin} 元。", margin=lambda s: s.cost),
        form.slip("rounded_down", "往下取了整", "差一点也是亏。零头往上进。", even=form.down(lambda s: s.fixed / s.margin)),
        form.slip("part_of_fixed", "只算了摊位", "车钱也是卖不卖都要花的。", fixed=lambda s: s.stall),
        form.slip("fixed_on_each", "死钱每单扣一遍", "死钱一天只付一回。先算一单毛利 {margin} 元，再除。", even=lambda s: s.fixed),
    ],
)
q.practice(
    form.rule_number("even", points=1, of=work, within=0.4, why="死钱 {fixed} 元，一单毛利 {margin} 元。{fixed} ÷ {margin}，零头往上进，{key_said}。"),
)
