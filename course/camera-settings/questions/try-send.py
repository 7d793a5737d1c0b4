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
    {
        "sent": lambda s: s.mb,
        "bits": lambda s: s.sent * 8,
        "speed": lambda s: s.line,
        "seconds": lambda s: transfer.upload_seconds(s.sent, s.speed),
    },
    [
        form.slip("eight_left_out", "传的时候忘了 8", "文件说字节，网速说位。先乘 8，再除网速。", sent=lambda s: s.mb / 8),
        form.slip("eight_the_wrong_way", "该乘 8 的除了 8", "字节变位，数变大：乘 8。", sent=lambda s: s.mb / 64),
        form.slip("eight_twice", "多乘了一回 8", "字节变位，乘一回 8。网速已经是位。", sent=lambda s: s.mb * 8),
        form.slip("ten_bits_a_byte", "一个字节当成十位", "八位是一个字节。乘 8，不乘 10。", sent=lambda s: s.mb * 10 / 8),
        form.slip("thousand_bits_a_byte", "乘的是一千", "字节变位，乘 8，不乘一千。", sent=lambda s: s.mb * 1000 / 8),
        form.slip("thousand_and_24", "按 1024 换了", "这里不换 1024。{mb} MB 乘 8，再除以网速。", seconds=lambda s: s.mb * 1.024 * 8 / s.line),
        form.slip("line_not_divided", "没除网速", "这是多少兆位。还要除以一秒传几兆位。", speed=1),
        form.slip("times_for_divide", "该除的乘了", "网越快，时间越短。除以网速。", speed=lambda s: 1 / s.line),
        form.slip("only_divided_by_eight", "只除了 8", "大小乘 8，是兆位。还要除以网速。", seconds=lambda s: s.mb / 8),
        form.slip("upside_down", "除反了", "拿要传的兆位，除以一秒传的。", seconds=lambda s: s.line / s.mb),
        form.slip("line_taken_off", "拿大小减了网速", "网速是一秒传多少。要用除的，看要几秒。", seconds=lambda s: s.mb - s.line),
        form.slip("size_as_time", "大小当成了时间", "{mb} 是大小。乘 8，再除以网速。", seconds=lambda s: s.mb),
        form.slip("size_in_sixties", "大小除了 60", "{mb} 是大小，不是秒。乘 8，再除以网速。", seconds=lambda s: s.mb / 60),
        form.slip("minutes_for_seconds", "分钟写成了秒", "问的是几秒。一分钟六十秒。", seconds=lambda s: s.bits / s.speed / 60),
        form.slip("eight_and_minutes", "忘了 8，又除了 60", "先乘 8，再除网速，就是几秒。不用除 60。", seconds=lambda s: s.mb / s.line / 60),
        form.slip("sixty_times", "多乘了 60", "除以网速，就是几秒。不用再乘 60。", seconds=lambda s: s.bits / s.speed * 60),
        form.slip("eight_left_out_sixty_times", "忘了 8，又乘了 60", "先乘 8，再除网速，就是几秒。不用乘 60。", seconds=lambda s: s.mb / s.line * 60),
    ],
)
q.practice(
    form.rule_number("seconds", points=1, of=work, within=0.05, why="{mb} × 8 = {bits} 兆位。{bits} ÷ {line} = {key} 秒，正好两分钟。"),
)
