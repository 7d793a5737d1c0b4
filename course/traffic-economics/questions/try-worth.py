# %% tags=["practice"]
# 练一练：进来一个人，值几元
from nongju import form

q = form.question(
    "traffic-economics/try-worth",
    scenes=[
        form.scene(
            "山药",
            "山药一箱卖 {price} 元，毛利 {m} 元。进来的一百个人里，{c} 个点商品。点的一百个里，{b} 个付钱。",
            price=45,
            m=12,
            c=10,
            b=20,
        ),
    ],
    fields=[form.number("hundred", "请一百个人进来，最多花几元？", unit="元")],
)
q.practice(
    form.rule_number(
        "hundred",
        points=1,
        within=0.3,
        key=lambda s: 100 * s.c / 100 * s.b / 100 * s.m,
        why="一百个人进来，10 个点，10 × 20% = 2 个买。2 × 12 = {key} 元。一个人 2 角 4 分。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: s.c * s.b / 100 * s.price, "卖价里有本钱。花广告的钱，只能从毛利里出。"),
            form.wrong("last_gate_only", "只看最后一关", lambda s: s.b * s.m, "点的人里才有两成买。没点的也是花钱请来的。"),
            form.wrong("rates_added", "几个比例加起来", lambda s: (s.c + s.b) * s.m, "一关一关少下去。用乘，不用加。"),
        ],
    ),
)
