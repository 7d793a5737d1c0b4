# %% tags=["question"]
# 运镜：推、拉、摇、移，任交两种
from nongju import form

q = form.question(
    "clip-editing/moves",
    text="停三秒，慢慢动，再停三秒。一条只动一种。推和拉，背后要有东西：墙、架子、院坝。手指别放大。",
    fields=[
        form.clip("push", "推镜头：慢慢走近，看细处", seconds=60, kind="product", move="push"),
        form.clip("pull", "拉镜头：慢慢退开，看在哪里", seconds=60, kind="product", move="pull"),
        form.clip("pan", "摇镜头：人站着，身子慢慢转，看多大", seconds=60, kind="product", move="pan"),
        form.clip("truck", "移镜头：手机不转，人横着走，挨个看", seconds=60, kind="product", move="truck"),
    ],
    enough=2,
)

# %% tags=["key"] points=10
WHY = {
    "push": "推镜头是人走近：近的大得多，后面的大一点点。给人凑近看的感觉。",
    "pull": "拉镜头是人退开：近的小得多，后面的小一点点。看得出货在哪里。",
    "pan": "摇镜头是人站着转：远近一起跑，看得出地方多大。",
    "truck": "移镜头是人横着走：近的跑得快，远的跑得慢。一样一样看过去。",
}

q.mark(
    *(
        form.rule_clip(move, points=5, kind="product", wants=("shape", "middle"), move=move, why=why)
        for move, why in WHY.items()
    ),
)
