# %% tags=["practice"]
# 练一练：服务费收几元
from nongju import form

q = form.question(
    "pricing-margin/try-fee",
    scenes=[
        form.scene(
            "新店",
            "2023 年 1 月公布的规矩。新店，按 {rate}% 收。藠头卖 {goods} 元，顾客另付运费 {ship} 元。",
            rate=fact("fee_new_shop"),
            goods=38,
            ship=12,
        ),
        form.scene(
            "最高的一档",
            "2023 年 1 月公布的规矩。按最高的 {rate}% 收。藠头卖 {goods} 元，顾客另付运费 {ship} 元。",
            rate=fact("fee_2023_high"),
            goods=38,
            ship=12,
        ),
    ],
    fields=[form.number("fee", "这一单收几元服务费？", unit="元")],
)
q.practice(
    form.rule_number(
        "fee",
        points=1,
        within=0.02,
        key=lambda s: (s.goods + s.ship) * s.rate / 100,
        why="平台照顾客付的全部收，运费也在里头。（{goods} + {ship}）× {rate}% = {key} 元。",
        wrong=[
            form.wrong("freight_left_out", "没算运费", lambda s: s.goods * s.rate / 100, "顾客付的运费，也要收服务费。"),
            form.wrong("fee_as_yuan", "几个点当成几元", lambda s: s.rate, "几个点是百分之几，要乘上顾客付的钱。"),
            form.wrong("fee_free_for_ever", "以为一直免收", 0, "2022 年免收。2023 年 1 月起收了。看后台。"),
        ],
    ),
)
