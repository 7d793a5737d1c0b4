# %% tags=["practice"]
# 练一练：店里的券和平台的券
from nongju import form

q = form.question(
    "pricing-margin/try-coupon",
    scenes=[
        form.scene(
            "藠头",
            "藠头标 {price} 元。先打店里 {fold} 折，再用平台 {theirs} 元券。折是你让的。券钱平台补给你。",
            price=40,
            fold=9,
            theirs=3,
        ),
    ],
    fields=[
        form.number("paid", "① 顾客付几元？", unit="元"),
        form.number("gave", "② 你自己让了几元？", unit="元"),
    ],
)
q.practice(
    form.rule_number(
        "paid",
        points=1,
        within=0.05,
        key=lambda s: s.price * s.fold / 10 - s.theirs,
        why="40 × 0.9 = 36 元，再减 3 元，顾客付 {key} 元。",
        wrong=[
            form.wrong("order_swapped", "先后弄反", lambda s: (s.price - s.theirs) * s.fold / 10, "题上写着先折后减。顺序换了，价就变了。"),
            form.wrong("only_one", "只用了一样", lambda s: s.price * s.fold / 10, "两样都能用。折完还要减。"),
        ],
    ),
    form.rule_number(
        "gave",
        points=1,
        within=0.05,
        key=lambda s: s.price * (1 - s.fold / 10),
        why="你只让了打折那一截：40 − 36 = {key} 元。平台那 3 元会补给你。",
        wrong=[
            form.wrong("platform_as_own", "平台券当自己亏", lambda s: s.price * (1 - s.fold / 10) + s.theirs, "谁出的券，亏谁的。平台补的，不是你让的。"),
        ],
    ),
)
