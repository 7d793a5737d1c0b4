# %% tags=["practice"]
# 练一练：引流品亏的钱，几单补得回
import math

from nongju import form

q = form.question(
    "pricing-margin/try-bait",
    scenes=[
        form.scene(
            "土豆招人",
            "引流品就是便宜拿来招人的货。一场卖了 {n} 单引流土豆，一单亏 {loss} 元。腊肉一单赚 {margin} 元。",
            n=25,
            loss=3,
            margin=30,
        ),
    ],
    fields=[
        form.number("hole", "① 土豆一共亏几元？", unit="元"),
        form.number("need", "② 要多卖几单腊肉才补平？", unit="单"),
    ],
)
q.practice(
    form.rule_number(
        "hole",
        points=1,
        within=0.05,
        key=lambda s: s.n * s.loss,
        why="25 单，一单亏 3 元：25 × 3 = {key} 元。",
        wrong=[form.wrong("one_only", "只算了一单", lambda s: s.loss, "亏是一单一单亏的。卖几单，就亏几份。")],
    ),
    form.rule_number(
        "need",
        points=1,
        within=0.4,
        key=lambda s: math.ceil(s.n * s.loss / s.margin),
        why="75 ÷ 30 = 2.5，没有半单，要 {key} 单。多出来的腊肉才算数，本来就要卖的不算。",
        wrong=[
            form.wrong("every_order", "一单补一单", lambda s: s.n, "一单腊肉赚的多，不用一单补一单。用除。"),
            form.wrong("rounded_down", "往下取了整", lambda s: s.n * s.loss // s.margin, "差半单也没补平。往上取。"),
        ],
    ),
)
