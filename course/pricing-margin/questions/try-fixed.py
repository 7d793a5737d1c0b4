# %% tags=["practice"]
# 练一练：一天卖到几单才不亏
import math

from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-fixed",
    scenes=[
        form.scene(
            "赶场",
            "年前赶大场卖藠头。摊位 {stall} 元，来回车钱 {bus} 元。一单卖 {price} 元，活钱 {cost} 元。",
            stall=84,
            bus=12,
            price=24,
            cost=17,
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
        form.slip("bus_alone", "只算了车钱", "摊位也是卖不卖都要花的，{stall} 元。", fixed=lambda s: s.bus),
        form.slip("bus_twice", "车钱又算了一趟", "{bus} 元是来回一共的，不用再乘 2。", fixed=lambda s: s.stall + 2 * s.bus),
        form.slip("variable_as_fixed", "活钱加进死钱了", "活钱卖一单才花一份，已经从卖价里减过了。死钱只有 {fixed} 元。", fixed=lambda s: s.stall + s.bus + s.cost),
        form.slip("price_as_fixed", "卖价加进死钱了", "死钱只有摊位和车钱，{fixed} 元。除以一单毛利 {margin} 元。", fixed=lambda s: s.stall + s.bus + s.price),
        form.slip("all_costs_by_price", "活钱加进死钱，再除卖价", "活钱卖一单才花一份。先拿卖价减活钱，剩下的 {margin} 元去付死钱。", even=form.up(lambda s: (s.stall + s.bus + s.cost) / s.price)),
        form.slip("price_and_cost_added", "卖价和活钱加起来了", "一单毛利是卖价减活钱，{margin} 元。", margin=lambda s: s.price + s.cost),
        form.slip("bus_taken_off", "车钱从摊位里减了", "摊位和车钱都要付，加起来 {fixed} 元。", fixed=lambda s: s.stall - s.bus),
        form.slip("margin_as_orders", "写成了一单毛利", "这是几元。死钱 {fixed} 元除以它，才是几单。", even=lambda s: s.margin),
        form.slip("fixed_times_margin", "该除的用了乘", "一单挣 {margin} 元，几单才够 {fixed} 元？用除。", even=lambda s: s.fixed * s.margin),
        form.slip("one_order_more", "多卖了一单", "{fixed} ÷ {margin}，零头往上进一单就够。", even=lambda s: math.ceil(s.fixed / s.margin) + 1),
        form.slip("fixed_as_orders", "写成了死钱", "{fixed} 元是一天的死钱。除以一单毛利 {margin} 元，才是几单。", even=lambda s: s.fixed),
    ],
)
q.practice(
    form.rule_number("even", points=1, of=work, within=0.4, why="死钱 {fixed} 元，一单毛利 {margin} 元。{fixed} ÷ {margin}，零头往上进，{key_said}。"),
)
