# %% tags=["question"]
# 第 6 题：还装得下几条
from nongju import form

q = form.question(
    "camera-settings/p6",
    see="讲一讲 四",
    scenes=[
        form.scene(
            "今晚拍货",
            "手机还空 {free} GB，要留 {keep} GB 给微信。今晚用 1080P 拍 {need} 条，一条 {sec} 秒，一秒占 {m} 兆位。",
            free=[2.2, 2.6],
            keep=0.5,
            need=20,
            sec=30,
            m=18,
        ),
        form.scene(
            "4K 拍货",
            "手机还空 {free} GB，要留 {keep} GB 给微信。今晚要拍 {need} 条发视频号，一条 {sec} 秒。用 4K，一秒占 {m} 兆位。",
            free=[6.2, 6.8],
            keep=1,
            need=25,
            sec=50,
            m=48,
        ),
        form.scene(
            "全班收作业",
            "一个 U 盘空 {free} GB，不用留。全班 {need} 条都拍好了，一条 {sec} 秒，一秒占 {m} 兆位。",
            free=[8, 7.6],
            keep=0,
            need=30,
            sec=200,
            m=15,
        ),
        form.scene(
            "录试播",
            "手机还空 {free} GB，要留 {keep} GB 给微信。试播用 1080P，分 {need} 条录，一条 {long} 分钟，一秒占 {m} 兆位。两条中间有空。",
            free=[5.4, 5.8],
            keep=1.5,
            need=9,
            long=5,
            sec=300,
            m=18,
        ),
    ],
    fields=[
        form.number("size", "① 一条多大？", unit="MB"),
        form.number("fit", "② 装得下几条？（整条）", unit="条"),
        form.choice(
            "act",
            "③ 怎么办？",
            {
                "shoot": "够，直接来",
                "lower": "改成 1080P 再拍",
                "move": "装满先搬走，再装下一批",
                "delete": "把老照片删了",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import transfer

MB = 1000
HOW = {"今晚拍货": "move", "4K 拍货": "lower", "全班收作业": "move", "录试播": "move"}
KEPT, SECONDS = ("今晚拍货", "4K 拍货", "录试播"), ("今晚拍货", "4K 拍货", "全班收作业")

work = form.work(
    {
        "bits": lambda s: s.m * s.sec,
        "size": lambda s: transfer.clip_megabytes(s.m, s.sec),
        "room": lambda s: (s.free - s.keep) * MB,
        "fit": form.down(lambda s: s.room / s.size),
        "act": lambda s: "shoot" if s.fit >= s.need else HOW[s.name],
    },
    [
        form.slip("bits_as_bytes", "位当成字节", "{bits} 是兆位。八位才是一个字节，要除以 8。", at="size", size=lambda s: s.bits),
        form.slip("eight_times", "该除 8 的乘了 8", "位变字节，数变小。除以 8。", at="size", size=lambda s: s.bits * 8),
        form.slip("ten_for_eight", "八位当成十位", "八位才是一个字节。除以 8，不除 10。", at="size", size=lambda s: s.bits / 10),
        form.slip("thousand_for_eight", "除的是一千", "兆位变兆字节，除以 8，不除一千。", at="size", size=lambda s: s.bits / 1000),
        form.slip("one_second_only", "只算了一秒", "只算了一秒的。一条有 {sec} 秒，还要乘。", at="size", sec=1),
        form.slip("rate_as_size", "一秒占的当成一条的", "{m} 是一秒占的兆位。乘 {sec} 秒，再除以 8。", at="size", size=lambda s: s.m),
        form.slip("minute_counted", "当成拍了一分钟", "一条是 {sec} 秒，不是一分钟。", at="size", sec=60),
        form.slip("two_minutes_counted", "当成拍了两分钟", "一条是 {sec} 秒，两分钟才 120 秒。", at="size", sec={"全班收作业": 120}),
        form.slip("length_in_minutes", "秒先换成了分钟", "一秒占几兆位，就乘几秒：{sec} 秒。", at="size", sec=dict.fromkeys(SECONDS, lambda s: s.sec / 60)),
        form.slip("minutes_as_seconds", "分钟没换成秒", "{long} 分钟是 {sec} 秒。一秒占几兆位，就乘几秒。", at="size", sec={"录试播": lambda s: s.long}),
        form.slip("hundred_seconds", "一分钟当成一百秒", "六十秒是一分钟。{long} 分钟是 {sec} 秒。", at="size", sec={"录试播": lambda s: s.long * 100}),
        form.slip("count_as_seconds", "条数当成了秒", "一条 {sec} 秒，乘秒数。要几条，先不管。", at="size", sec=lambda s: s.need),
        form.slip("all_clips", "算成了一共多大", "这是 {need} 条一共的。问的是一条。", at="size", size=lambda s: s.bits / 8 * s.need),
        form.slip("room_shared", "拿空的去分", "这是一条最多能占多少。一条多大，看一秒占的和几秒。", at="size", size=lambda s: (s.free - s.keep) * MB / s.need),
        form.slip("reserve_forgotten", "忘了要留空", "要留 {keep} GB 给微信。装满了，手机会卡。", keep=dict.fromkeys(KEPT, 0)),
        form.slip("reserve_added", "要留的加上了", "要留的不能装，从空的里减。", room=dict.fromkeys(KEPT, lambda s: (s.free + s.keep) * MB)),
        form.slip("reserve_made_up", "多留了 1 GB", "U 盘不用留，空的都能装。", keep={"全班收作业": 1}),
        form.slip("half_a_clip", "半条也算一条", "装不下整条，拍到一半就停了。只数整条。", fit=form.up(lambda s: s.room / s.size)),
        form.slip("need_as_fit", "写成了要几条", "这是要几条。问的是装得下几条。", fit=lambda s: s.need),
        form.slip("need_and_fit_apart", "写成了差几条", "这是和要的 {need} 条差几条。问的是装得下几条。", fit=lambda s: abs(s.need - s.room // s.size)),
        form.slip("fit_by_bits", "装的时候又忘了除 8", "用 {size} MB 去除，不用兆位。", fit=dict.fromkeys(SECONDS, form.down(lambda s: s.room / s.bits))),
        form.slip("fit_by_seconds", "写成了装得下几秒", "这是装得下几秒。一条 {sec} 秒，还要除。", fit=form.down(lambda s: s.room * 8 / s.m)),
        form.slip("room_over_seconds", "拿秒数去除", "空的 {room} MB，除以一条的 {size} MB。", fit=form.down(lambda s: s.room / s.sec)),
        form.slip("all_in_all", "算成了一共占多少", "这是 {need} 条一共占多少。问的是装得下几条。", fit=lambda s: s.need * s.size),
        form.slip("room_written", "写成了能装多少", "{room} MB 是能装的。还要除以一条的 {size} MB。", fit=lambda s: s.room),
        form.slip("gigabytes_over_megabytes", "GB 没换成 MB", "能装的是 {room} MB。换好了，再除以一条的 {size} MB。", at="fit", room=lambda s: s.free - s.keep),
        form.slip("times_need", "拿要的条数去除", "先看一条多大：{size} MB。空的除以它。", fit=form.down(lambda s: s.room / s.need)),
    ],
)
q.mark(
    form.rule_number("size", points=1, of=work, within=0.5, why="{m} × {sec} 秒 = {bits} 兆位。除以 8，{key_said}。"),
    form.rule_number("fit", points=2, of=work, within=0.05, why="能装的有 {room} MB，除以 {size}，只数整条，{key_said}。"),
    form.rule_choice(
        "act",
        points=2,
        of=work,
        why={
            "今晚拍货": "装得下 {fit} 条，要 {need} 条。够了，直接拍。",
            "4K 拍货": "4K 装得下 {fit} 条，要 {need} 条。视频号用 1080P 就清楚，小一大半。",
            "全班收作业": "装得下 {fit} 条，要 {need} 条。拍好的改不小：先装一批，搬到电脑上，再装。",
            "录试播": "装得下 {fit} 条，要 {need} 条。录满了先搬到电脑上，再录剩下的。",
        },
        wrong=[
            form.wrong("old_photos_deleted", "删老照片", "delete", "照片删了回不来。先搬走、先改小，微信缓存也能清。"),
            form.wrong("small_always", "总是选小的", {"今晚拍货": "lower", "录试播": "lower"}, "已经是 1080P 了，再小就糊。"),
            form.wrong("shrunk_after", "以为拍完还能改", {"全班收作业": "lower"}, "都拍好了，改设置管不到已经拍的。"),
            form.wrong(
                "need_not_counted", "没数要几条", {name: "shoot" for name in ("4K 拍货", "全班收作业", "录试播")}, "装得下的比要的少。先数一数。"
            ),
            form.wrong("moved_for_nothing", "装得下还去搬", {"今晚拍货": "move"}, "装得下的比要的多。不用搬。"),
            form.wrong("moved_not_lowered", "能改小的去搬", {"4K 拍货": "move"}, "拍到一半要停下来搬。先改 1080P，一趟就够。"),
        ],
    ),
)
