# %% tags=["question"]
# 第二条：说话的镜头
from nongju import form

q = form.question(
    "camera-settings/talk",
    text="脸朝着窗，嘴离手机一胳膊以内，先关电扇。拍 15 秒上下，说三句：怎么来的，怎么吃，谁爱吃。不露脸也行，拍手、拍货。说家乡话就好。",
    fields=[form.clip("clip", "说话的镜头，15 秒上下", seconds=60, kind="talking")],
)

# %% tags=["key"] points=10
q.mark(
    form.rule_clip(
        "clip",
        points=10,
        kind="talking",
        wants=("shape", "points", "length", "middle", "blur", "loudness"),
        why="看四样：竖着，清楚，亮度合适，听得见。说得快慢、响不响，只是提个醒。",
    ),
)
