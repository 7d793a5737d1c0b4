# %% tags=["practice"]
# 练一练：打八折，要卖几单
import math

from nongju import form

q = form.question(
    "pricing-margin/try-fold",
    scenes=[
        form.scene(
            "藠头",
            "藠头卖 {price} 元一单，本钱 {cost} 元。平时一场 {n} 单。这回打 {fold} 折。",
            price=40,
            cost=28,
            fold=8,
            n=20,
        ),
    ],
    fields=[
        form.gain("left", "① 打完折，一单赚还是亏几元？", unit="元"),
        form.number("need", "② 要卖几单，赚的才和原来一样多？", unit="单"),
    ],
)
q.practice(
    form.rule_number(
        "left",
        points=1,
        within=0.05,
        key=lambda s: s.price * s.fold / 10 - s.cost,
        why="40 元打八折是 32 元，减本钱 28 元，剩 {key} 元。毛利只剩三分之一。",
        wrong=[
            form.wrong("discount_on_margin", "把毛利打了折", lambda s: (s.price - s.cost) * s.fold / 10, "打折打的是卖价。本钱一分不少，少的全是毛利。"),
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: s.price * s.fold / 10, "收到的钱里有本钱。减掉本钱，才是赚的。"),
            form.wrong("read_as_percent", "8 折读成 8%", lambda s: s.price * (1 - s.fold / 100) - s.cost, "八折是付八成，便宜两成。"),
        ],
    ),
    form.rule_number(
        "need",
        points=1,
        within=0.4,
        key=lambda s: math.ceil(s.n * (s.price - s.cost) / (s.price * s.fold / 10 - s.cost) - 1e-9),
        why="原来 20 单赚 240 元。现在一单 4 元，240 ÷ 4 = {key} 单。降两成，要卖三倍。",
        wrong=[
            form.wrong("same_share", "降几成就多卖几成", lambda s: s.n * (2 - s.fold / 10), "让掉的是毛利，不是卖价。先看毛利剩几成。"),
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: s.n / (s.fold / 10), "这样补回的是流水。本钱也跟着多花了。"),
        ],
    ),
)
