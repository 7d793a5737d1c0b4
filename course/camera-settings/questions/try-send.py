# %% tags=["practice"]
# 练一练：一条视频传多久
from nongju import form

q = form.question(
    "camera-settings/try-send",
    scenes=[
        form.scene(
            "糍粑",
            "一条打糍粑的视频，大 {mb} MB。家里的网，一秒传得出去 {line} 兆位。",
            mb=90,
            line=6,
        ),
    ],
    fields=[form.number("seconds", "传完要几秒？", unit="秒")],
)
q.practice(
    form.rule_number(
        "seconds",
        points=1,
        within=1,
        key=lambda s: s.mb * 8 / s.line,
        why="90 × 8 = 720 兆位。720 ÷ 6 = {key} 秒，正好两分钟。",
        wrong=[
            form.wrong("bits_as_bytes", "位当成字节", lambda s: s.mb / s.line, "网速那个数，除以 8 才是一秒传几 MB。"),
            form.wrong("eight_the_wrong_way", "除成了 8", lambda s: s.mb / 8 / s.line, "文件说的是字节，先乘 8 变成位。"),
            form.wrong("line_not_divided", "没除网速", lambda s: s.mb * 8, "这是多少兆位。还要除以一秒传几兆位。"),
        ],
    ),
)
