# %% tags=["question"]
# 第一条：货的镜头
from nongju import form

q = form.question(
    "camera-settings/shot",
    text="竖着拿，手机靠稳，光从侧边来。长按货锁住，拍 10 秒上下，手别动。没有自己的货，拍灶屋里的一样也行。",
    fields=[form.clip("clip", "货的镜头，10 秒上下", seconds=60, kind="product")],
)

# %% tags=["key"] points=10
q.mark(
    form.rule_clip(
        "clip",
        points=10,
        kind="product",
        wants=("shape", "points", "length", "middle", "burnt", "blur", "shake", "flicker"),
        why="看五样：竖着，清楚，亮度合适，手稳，没有横纹。",
    ),
)
