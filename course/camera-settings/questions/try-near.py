# %% tags=["practice"]
# 练一练：挪近了，清楚几分贝
from nongju import form

q = form.question(
    "camera-settings/try-near",
    scenes=[
        form.scene(
            "院坝",
            "院坝里说话。说话比杂音高 {d} 分贝。手机从 {a} 厘米挪到 {b} 厘米。近一半，约多 6 分贝。",
            d=12,
            a=100,
            b=25,
        ),
    ],
    fields=[form.number("after", "挪近以后，约高几分贝？", unit="分贝")],
)
q.practice(
    form.rule_number(
        "after",
        points=1,
        within=0.5,
        key=lambda s: s.d + 12,
        why="100 到 50 是一个一半，50 到 25 又是一个。12 + 6 + 6 = {key} 分贝。",
        wrong=[
            form.wrong("halved_once", "只近了一个一半", lambda s: s.d + 6, "100 到 25，近了两个一半。加两回 6。"),
            form.wrong("times_added", "几倍就加几", lambda s: s.d + s.a / s.b, "近四倍，不是加四。一个一半加 6。"),
            form.wrong("volume_clears", "大声就清楚", lambda s: s.d, "不是把音量拉大，是嘴真的近了。会清楚的。"),
        ],
    ),
)
