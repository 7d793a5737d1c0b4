# %% tags=["practice"]
# 练一练：一天卖到几单才不亏
import math

from nongju import form

q = form.question(
    "pricing-margin/try-fixed",
    scenes=[
        form.scene(
            "赶场",
            "赶场卖藠头。摊位 {stall} 元，来回车钱 {bus} 元。一单卖 {price} 元，活钱 {cost} 元。",
            stall=20,
            bus=15,
            price=18,
            cost=12,
        ),
    ],
    fields=[form.number("even", "这一天至少卖几单？", unit="单")],
)
q.practice(
    form.rule_number(
        "even",
        points=1,
        within=0.4,
        key=lambda s: math.ceil((s.stall + s.bus) / (s.price - s.cost) - 1e-9),
        why="死钱 {stall} + {bus} = 35 元。一单毛利 {price} − {cost} = 6 元。35 ÷ 6 = 5.8，零头往上进，{key} 单。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: math.ceil((s.stall + s.bus) / s.price), "卖价里有本钱。要用毛利去除。"),
            form.wrong("rounded_down", "往下取了整", lambda s: (s.stall + s.bus) // (s.price - s.cost), "差一点也是亏。零头往上进。"),
            form.wrong("part_of_fixed", "只算了摊位", lambda s: math.ceil(s.stall / (s.price - s.cost)), "车钱也是卖不卖都要花的。"),
        ],
    ),
)
