# %% tags=["practice"]
# 练一练：一条视频传多久
from nongju import form
from nongju.models import transfer

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
work = form.work(
    {"bits": lambda s: s.mb * 8, "seconds": lambda s: transfer.upload_seconds(s.mb, s.line)},
    [
        form.slip("eight_left_out", "传的时候忘了 8", "文件说字节，网速说位。先乘 8，再除网速。", seconds=lambda s: s.mb / s.line),
        form.slip("eight_the_wrong_way", "该乘 8 的除了 8", "字节变位，数变大：乘 8。", seconds=lambda s: s.mb / 8 / s.line),
        form.slip("line_not_divided", "没除网速", "这是多少兆位。还要除以一秒传几兆位。", seconds=lambda s: s.bits),
        form.slip("times_for_divide", "该除的乘了", "网越快，时间越短。除以网速。", seconds=lambda s: s.bits * s.line),
        form.slip("size_as_time", "大小当成了时间", "{mb} 是大小。乘 8，再除以网速。", seconds=lambda s: s.mb),
        form.slip("minutes_for_seconds", "分钟写成了秒", "问的是几秒。一分钟六十秒。", seconds=lambda s: s.bits / s.line / 60),
    ],
)
q.practice(
    form.rule_number("seconds", points=1, of=work, within=0.05, why="{mb} × 8 = {bits} 兆位。{bits} ÷ {line} = {key} 秒，正好两分钟。"),
)
