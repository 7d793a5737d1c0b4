# %% tags=["practice"]
# 练一练：走近一步，后面大多少
from nongju import form

q = form.question(
    "clip-editing/try-walk",
    scenes=[
        form.scene(
            "灶台",
            "推镜头。后面的门离你 {d} 米，在画面里高 {p} 个点。你往前走 {w} 米。",
            d=5,
            p=400,
            w=1,
        ),
    ],
    fields=[form.number("after", "门变成几个点高？", unit="点")],
)
q.practice(
    form.rule_number(
        "after",
        points=1,
        within=2,
        key=lambda s: s.p * s.d / (s.d - s.w),
        why="400 × 5 ÷ 4 = {key} 个点。远的东西，只大一点点。",
        wrong=[
            form.wrong("background_stays", "后面一点不变", lambda s: s.p, "你走近了，离门也近了 {w} 米。大一点点。"),
            form.wrong("zoom_for_walk", "当成放大一倍", lambda s: s.p * 2, "放大才什么都大一倍。走近，远的大得少。"),
            form.wrong("walked_away", "走反了", lambda s: s.p * s.d / (s.d + s.w), "往前走，是近了。除以现在的远近。"),
        ],
    ),
)
