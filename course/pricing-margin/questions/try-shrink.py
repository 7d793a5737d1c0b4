# %% tags=["practice"]
# 练一练：晒干以后，一斤货钱几元
from nongju import form

q = form.question(
    "pricing-margin/try-shrink",
    scenes=[
        form.scene(
            "干豇豆",
            "鲜豇豆 {fresh} 元一斤。10 斤鲜的，晒出 {out} 斤干豇豆。",
            fresh=2.4,
            out=1.2,
        ),
    ],
    fields=[form.number("cost", "一斤干豇豆，光货钱几元？", unit="元")],
)
q.practice(
    form.rule_number(
        "cost",
        points=1,
        within=0.05,
        key=lambda s: s.fresh * 10 / s.out,
        why="10 斤鲜豇豆花了 24 元，只剩 {out} 斤。24 ÷ {out} = {key} 元一斤。",
        wrong=[
            form.wrong("yield_ignored", "忘了缩水", lambda s: s.fresh, "钱花在十斤鲜的上，要摊到剩下的斤数上。"),
            form.wrong("yield_multiplied", "乘除弄反了", lambda s: s.fresh * s.out / 10, "斤数变少，一斤只会更贵。用除，不用乘。"),
            form.wrong("loss_added", "掉几成就加几成", lambda s: s.fresh * (2 - s.out / 10), "掉的越多，差得越远。拿总钱数，除以剩下的斤数。"),
        ],
    ),
)
