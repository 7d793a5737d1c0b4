# %% tags=["question"]
# 第 1 题：这一条，用哪种拍
from nongju import form

q = form.question(
    "camera-settings/p1",
    see="讲一讲 四",
    scenes=[
        form.scene(
            "县里收片子",
            "县展会收片子，在大屏上放：4K 最好，1080P 也收。{left} 分钟后截止。\n"
            "一条 {sec} 秒。4K 一秒占 {m4} 兆位，1080P 占 {m1} 兆位。网一秒传得出去 {line} 兆位。",
            together=[
                {"left": 6, "sec": 40, "m4": 48, "line": 4},
                {"left": 5, "sec": 35, "m4": 48, "line": 4},
            ],
            m1=15,
            people=1,
            data=9999,
        ),
        form.scene(
            "全班一起传",
            "展会收片子：4K 最好，1080P 也收。{left} 分钟后下课，{people} 个人同时传，网大家平分。\n"
            "一人一条 {sec} 秒。4K 一秒占 {m4} 兆位，1080P 占 {m1} 兆位。全班的网一秒传得出去 {line} 兆位。",
            left=8,
            sec=45,
            m4=48,
            m1=15,
            line=16,
            people=[5, 10],
            data=9999,
        ),
        form.scene(
            "流量快完了",
            "展会收片子：4K 最好，1080P 也收。时间有 {left} 分钟，可流量只剩 {data} MB，今晚不买。\n"
            "一条 {sec} 秒。4K 一秒占 {m4} 兆位，1080P 占 {m1} 兆位。网一秒传得出去 {line} 兆位。",
            left=90,
            sec=50,
            m4=[48, 54],
            m1=15,
            line=5,
            people=1,
            data=[220, 260],
        ),
        form.scene(
            "展会大屏",
            "展会收片子，在大屏上放：4K 最好，1080P 也收。明早截止，今晚有 {left} 分钟慢慢传。\n"
            "一条 {sec} 秒。4K 一秒占 {m4} 兆位，1080P 占 {m1} 兆位。网一秒传得出去 {line} 兆位。",
            left=150,
            sec=90,
            m4=[48, 54],
            m1=15,
            line=2.4,
            people=1,
            data=9999,
        ),
    ],
    fields=[
        form.number("size", "① 4K 那条，多大？", unit="MB"),
        form.number("minutes", "② 4K 那条，传完要几分钟？", unit="分钟"),
        form.choice("which", "③ 用哪一种拍？", {"k4": "4K", "p1080": "1080P", "part": "4K，传到哪里算哪里"}),
    ],
)

# %% tags=["key"] points=5
from nongju.models import transfer

CLASS = "全班一起传"

work = form.work(
    {
        "bits": lambda s: s.m4 * s.sec,
        "size": lambda s: transfer.clip_megabytes(s.m4, s.sec),
        "share": lambda s: s.line / s.people,
        "sent": lambda s: s.size,
        "seconds": lambda s: transfer.upload_seconds(s.sent, s.line, s.people),
        "minutes": lambda s: s.seconds / 60,
        "which": lambda s: "k4" if s.minutes <= s.left and s.size <= s.data else "p1080",
    },
    [
        form.slip("bits_as_bytes", "位当成字节", "{bits} 是兆位。八位才是一个字节，要除以 8。", at="size", size=lambda s: s.bits),
        form.slip("eight_times", "该除 8 的乘了 8", "位变字节，数变小。除以 8。", at="size", size=lambda s: s.bits * 8),
        form.slip("one_second_only", "只算了一秒", "只算了一秒的。一条有 {sec} 秒，还要乘。", sec=1),
        form.slip("rate_as_size", "一秒占的当成一条的", "{m4} 是一秒占的兆位。乘 {sec} 秒，再除以 8。", at="size", size=lambda s: s.m4),
        form.slip("other_setting", "拿错了那一种", "这是 1080P 那条。问的是 4K，一秒占 {m4} 兆位。", m4=lambda s: s.m1),
        form.slip("minute_counted", "当成拍了一分钟", "这一条是 {sec} 秒，不是一分钟。", sec=60),
        form.slip("length_in_minutes", "秒先换成了分钟", "一秒占几兆位，就乘几秒。不用先换分钟。", at="size", sec=lambda s: s.sec / 60),
        form.slip("eight_left_out", "传的时候忘了 8", "文件说字节，网速说位。先乘 8，再除网速。", sent=lambda s: s.size / 8),
        form.slip("line_not_shared", "照一个人独用网算的", "{people} 个人同时传，一人一秒只分到 {share} 兆位，要更久。", people={CLASS: 1}),
        form.slip("seconds_for_minutes", "秒写成了分钟", "这是秒。六十秒一分钟，再除以 60。", minutes=lambda s: s.seconds),
        form.slip("eight_and_sixty_left_out", "忘了 8，也没换成分钟", "先乘 8，再除网速，是几秒。再除以 60，才是几分钟。", minutes=lambda s: s.size / s.share),
        form.slip("alone_in_seconds", "照一个人独用网算的，也没换成分钟", "一人一秒只分到 {share} 兆位。算出来是秒，再除以 60。", minutes={CLASS: lambda s: s.size * 8 / s.line}),
        form.slip("line_not_divided", "没除网速", "要传 {bits} 兆位。还要除以一秒传几兆位。", seconds=lambda s: s.sent * 8),
        form.slip("times_for_divide", "该除的乘了", "网越快，时间越短。除以网速。", seconds=lambda s: s.sent * 8 * s.share),
        form.slip("size_times_line", "拿大小乘了网速", "先乘 8，再除网速。网越快，时间越短。", seconds=lambda s: s.size * s.share),
        form.slip("eight_the_wrong_way", "该乘 8 的除了 8", "字节变位，数变大：乘 8。", sent=lambda s: s.size / 64),
        form.slip("eight_twice", "多乘了一回 8", "{bits} 已经是兆位，直接除网速。不用再乘 8。", at="minutes", sent=lambda s: s.size * 8),
        form.slip("sixty_the_wrong_way", "该除 60 的乘了 60", "秒变分钟，数变小：除以 60。", minutes=lambda s: s.seconds * 60),
        form.slip("hundred_seconds", "一分钟当成一百秒", "六十秒是一分钟。除以 60。", minutes=lambda s: s.seconds / 100),
        form.slip("seconds_as_decimals", "几秒写成了小数", "一分钟是六十秒，45 秒是 0.75 分钟，不是 0.45。{seconds} 秒除以 60。", minutes={"展会大屏": lambda s: s.seconds // 60 + s.seconds % 60 / 100}),
        form.slip("upload_as_long_as_film", "以为拍多久传多久", "拍 {sec} 秒，不等于传 {sec} 秒。要看一秒传得走几兆位。", minutes=lambda s: s.sec / 60),
        form.slip("size_as_time", "大小当成了时间", "{size} 是大小。乘 8，除以网速，才是秒。", minutes=lambda s: s.size),
        form.slip("size_as_seconds", "大小当成了秒", "{size} 是大小，不是秒。乘 8，除以网速，才是秒。", minutes=lambda s: s.size / 60),
        form.slip("left_as_wait", "写成了还剩几分钟", "这是还剩几分钟。传多久，要拿 {bits} 兆位除网速。", minutes=lambda s: s.left),
        form.slip("wait_and_left_apart", "写成了差几分钟", "这是和还剩的差几分钟。问的是传完要几分钟。", minutes=lambda s: abs(s.left - s.seconds / 60)),
        form.slip("deadline_as_length", "剩的时间当成了片长", "乘的是片长 {sec} 秒，不是还剩的 {left} 分钟。", sec=lambda s: s.left * 60),
        form.slip("line_shared_twice", "网分了两回", "只分一回：一人一秒 {share} 兆位。", people={CLASS: lambda s: s.people**2}),
        form.slip("one_more_shared", "多分了一个人", "一共 {people} 个人传，自己也在里头。", people={CLASS: lambda s: s.people + 1}),
        form.slip("rest_of_data_sent", "传的当成剩下的流量", "要传的是这一条，{size} MB。", at="minutes", sent={"流量快完了": lambda s: s.data}),
        form.slip("everybody_s_size", "算成了全班的", "问的是一条，不是 {people} 条。", at="size", size={CLASS: lambda s: s.bits / 8 * s.people}),
        form.slip("one_person_s_part", "一条也平分了", "平分的是网，不是片子。一人一条，一条 {bits} 兆位，除以 8。", at="size", size={CLASS: lambda s: s.bits / 8 / s.people}),
        form.slip("size_over_line", "大小也除了网速", "除网速，是传多久。一条多大，除以 8 就是。", at="size", size=lambda s: s.bits / s.line),
        form.slip("wait_shared", "时间也平分了", "人多，网分薄了，一人要更久。不是少。", minutes={CLASS: lambda s: s.size * 8 / s.line / 60 / s.people}),
        form.slip("line_times_seconds", "网速乘了秒数", "网速管传多久。一条多大，看一秒占的 {m4} 兆位。", at="size", size=lambda s: s.line * s.sec),
        form.slip("two_settings_apart", "写成了两种差多少", "问的是 4K 一条，不是比 1080P 多的。", at="size", m4=lambda s: s.m4 - s.m1),
        form.slip("two_settings_added", "两种加起来了", "只拍一条。问的是 4K 那条。", at="size", m4=lambda s: s.m4 + s.m1),
        form.slip("four_times_1080", "当成 1080P 的四倍", "文件不正好大四倍。照一秒占的算：{m4} 兆位。", at="size", m4=lambda s: 4 * s.m1),
        form.slip("ten_for_eight", "八位当成十位", "八位才是一个字节。除以 8，不除 10。", at="size", size=lambda s: s.bits / 10),
        form.slip("thousand_for_eight", "除的是一千", "兆位变兆字节，除以 8，不除一千。", at="size", size=lambda s: s.bits / 1000),
    ],
)
q.mark(
    form.rule_number("size", points=1, of=work, within=0.5, why="{m4} × {sec} = {bits} 兆位。除以 8，{key_said}。"),
    form.rule_number(
        "minutes", points=2, of=work, within=0.05, why=lambda s: (f"{s.people} 个人平分，一人一秒传 {s.share:g} 兆位。" if s.people > 1 else "") + f"{s.bits:g} ÷ {s.share:g} = {s.seconds:g} 秒。再除以 60，{s.minutes:g} 分钟。"
    ),
    form.rule_choice(
        "which",
        points=2,
        of=work,
        why={
            "县里收片子": "4K 要 {minutes} 分钟，只有 {left} 分钟。1080P 小得多，传得完。",
            "全班一起传": "4K 一人要 {minutes} 分钟，只有 {left} 分钟。1080P 小得多，传得完。",
            "流量快完了": "4K 要 {size} MB，流量只剩 {data} MB。1080P 小得多，够。",
            "展会大屏": "4K 要 {minutes} 分钟，今晚有 {left} 分钟。大屏要 4K，就交 4K。",
        },
        wrong=[
            form.wrong("sharpest_always", "越清楚越好", {"县里收片子": "k4", "全班一起传": "k4"}, "传不完，再清楚那头也打不开。"),
            form.wrong("data_not_counted", "没算流量够不够", {"流量快完了": "k4"}, "时间够，流量不够。传到一半就断了。"),
            form.wrong("small_always", "总是选小的", {"展会大屏": "p1080"}, "人家要 4K，时间也够。这回该用大的。"),
            form.wrong("part_is_enough", "传一半也算", "part", "断在半路的文件，那头打不开。"),
        ],
    ),
)
