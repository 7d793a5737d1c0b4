# %% tags=["practice"]
# 练一练：快门里灯闪几下
from nongju import form

q = form.question(
    "camera-settings/try-flash",
    scenes=[form.scene("堂屋", "堂屋的灯，一秒亮暗 {f} 下。快门开 1/{d} 秒。", f=100, d=40)],
    fields=[
        form.number("count", "灯闪几下？", unit="下"),
        form.choice("bands", "有没有横纹？", {"yes": "有", "no": "没有"}),
    ],
)
q.practice(
    form.rule_number(
        "count",
        points=1,
        within=0.04,
        key=lambda s: s.f / s.d,
        why="100 ÷ 40 = {key} 下。",
        wrong=[
            form.wrong("mains_not_doubled", "一个来回只算亮一下", lambda s: s.f / 2 / s.d, "电一个来回，灯亮两下。一秒一百下。"),
            form.wrong("upside_down", "除反了", lambda s: s.d / s.f, "一秒一百下，再除以快门那个数。"),
            form.wrong("one_a_shutter", "开一下就闪一下", 1, "开得久，闪得多。数一数才晓得。"),
        ],
    ),
    form.rule_choice(
        "bands",
        points=1,
        key="yes",
        why="两下又多半截，每一行收到的光不一样多，就有横纹。",
        wrong=[form.wrong("any_shutter_will_do", "快门随便开", "no", "要正好整数下才没有。两下半，不是整数。")],
    ),
)
