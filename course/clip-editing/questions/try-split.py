# %% tags=["practice"]
# 练一练：一个镜头留几秒
from nongju import form

q = form.question(
    "clip-editing/try-split",
    scenes=[
        form.scene(
            "藠头",
            "成片 {film} 秒。说话拍了 {raw} 秒，留 {talk} 秒，不加速。另外 {k} 个镜头平分剩下的。",
            film=24,
            raw=15,
            talk=9,
            k=5,
        ),
    ],
    fields=[form.number("each", "一个镜头留几秒？", unit="秒")],
)
q.practice(
    form.rule_number(
        "each",
        points=1,
        within=0.06,
        key=lambda s: (s.film - s.talk) / s.k,
        why="24 − 9 = 15 秒，五个镜头分，一个 {key} 秒。",
        wrong=[
            form.wrong("talk_as_one_shot", "说话也当一个镜头平分", lambda s: s.film / (s.k + 1), "说话先留够 {talk} 秒，剩下的才平分。"),
            form.wrong("talk_uncut", "说话一秒没剪", lambda s: (s.film - s.raw) / s.k, "说话只留 {talk} 秒。"),
            form.wrong("talk_forgotten", "忘了说话也要时间", lambda s: s.film / s.k, "先减掉说话的 {talk} 秒。"),
        ],
    ),
)
