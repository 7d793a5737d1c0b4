# %% tags=["predict"]
# 猜一猜：两张差在哪里
from nongju import form

q = form.question(
    "camera-settings/guess-1",
    scenes=[form.scene("两张腊肉", "晚上，同一张桌子，同一盏灯。左边一张，右边一张。")],
    fields=[
        form.choice(
            "pick",
            "右边那张好，我猜是因为：",
            {
                "phone": "换了一部贵手机",
                "lamp": "换了一盏亮灯",
                "set": "手机和灯没换，动了相机里几样",
                "later": "拍完再修的",
            },
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="set",
        why="手机和灯都没换。快门、白平衡、亮度动了三样。后面讲怎么动。",
        wrong=[
            form.wrong("dear_phone_needed", "以为要换贵手机", "phone", "同一部手机，设好了就清楚。先学会用手里这部。"),
            form.wrong("more_lamp_needed", "以为只差一盏灯", "lamp", "灯没换。黄和闪，在相机里就改得过来。"),
            form.wrong("mend_afterwards", "以为拍完再修", "later", "闪的、糊的，后头修不回来。拍之前弄好。"),
        ],
    ),
)
