# %% tags=["predict"]
# 猜一猜：走近和放大，后面的墙一样不一样
from nongju import form

q = form.question(
    "clip-editing/guess-1",
    scenes=[form.scene("坛子", "坛子离你一米，墙在四米外，墙上有个钟。你走近半米，坛子在画面里大了一倍。")],
    fields=[
        form.choice(
            "pick",
            "我猜，墙上的钟：",
            {"double": "也大一倍", "little": "只大一点点", "same": "一点不变", "less": "反而小了"},
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="little",
        why="坛子近了一半，大一倍。墙从四米变三米半，钟只大一点点。",
        wrong=[
            form.wrong("zoom_for_walk", "走近当成放大", "double", "手指放大，才什么都大一倍。走近，远的大得少。"),
            form.wrong("background_stays", "后面一点不变", "same", "你也离墙近了半米，钟会大一点点。"),
            form.wrong("far_shrinks", "远的当成变小", "less", "往前走，什么都不会变小。远的只是大得少。"),
        ],
    ),
)
