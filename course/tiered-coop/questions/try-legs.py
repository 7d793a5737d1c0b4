# %% tags=["practice"]
# 练一练：倒几回车，还剩几成
from nongju import form

q = form.question(
    "tiered-coop/try-legs",
    scenes=[
        form.scene(
            "三段路",
            "村到县坏 {a}%。县到万州，又坏剩下的 {b}%。万州到主城，再坏剩下的 {c}%。",
            a=10,
            b=10,
            c=20,
        ),
    ],
    fields=[form.number("left", "一百斤装车，到主城还剩百分之几？", unit="%")],
)
q.practice(
    form.rule_number(
        "left",
        points=1,
        within=0.3,
        key=lambda s: (1 - s.a / 100) * (1 - s.b / 100) * (1 - s.c / 100) * 100,
        why="一段一段乘：0.9 × 0.9 × 0.8 = 0.648。剩 {key}%。",
        wrong=[
            form.wrong("losses_summed", "几段损耗直接相加", lambda s: 100 - s.a - s.b - s.c, "后一段坏的，是前一段剩下的。用乘，不用加。"),
            form.wrong("last_leg_only", "只算最后一段", lambda s: 100 - s.c, "前面几段已经坏了一些。都要乘进去。"),
            form.wrong("average_leg", "几段取了平均", lambda s: 100 - (s.a + s.b + s.c) / 3, "三段都走了，不是走一段。一段一段乘。"),
        ],
    ),
)
