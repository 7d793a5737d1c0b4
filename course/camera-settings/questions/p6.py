# %% tags=["question"]
# 第 6 题：还装得下几条
from nongju import form

q = form.question(
    "camera-settings/p6",
    scenes=[
        form.scene(
            "今晚拍货",
            "手机还空 {free} GB，要留 {keep} GB 给微信。今晚要拍 {need} 条，一条 {sec} 秒，一秒占 {m} 兆位。",
            free=[2, 2.6],
            keep=0.5,
            need=20,
            sec=30,
            m=16,
        ),
        form.scene(
            "4K 拍货",
            "手机还空 {free} GB，要留 {keep} GB 给微信。今晚要拍 {need} 条发视频号，一条 {sec} 秒，用 4K，一秒占 {m} 兆位。",
            free=[6, 6.5],
            keep=1,
            need=20,
            sec=60,
            m=45,
        ),
        form.scene(
            "全班收作业",
            "一个 U 盘空 {free} GB，不用留。全班 {need} 条都拍好了，一条 {sec} 秒，一秒占 {m} 兆位。",
            free=[8, 7.5],
            keep=0,
            need=40,
            sec=120,
            m=16,
        ),
        form.scene(
            "录试播",
            "手机还空 {free} GB，要留 {keep} GB 给微信。试播要录 {need} 场，一场 {sec} 秒，一秒占 {m} 兆位。录完一场，有半小时空。",
            free=[4, 4.5],
            keep=1,
            need=2,
            sec=1200,
            m=16,
        ),
    ],
    fields=[
        form.number("size", "① 一条多大？", unit="MB"),
        form.number("fit", "② 装得下几条？（整条）", unit="条"),
        form.choice(
            "act",
            "③ 怎么办？",
            {
                "shoot": "够，直接拍",
                "lower": "改成 1080P 再拍",
                "move": "装满先搬走，再装下一批",
                "delete": "把老照片删了",
            },
        ),
    ],
)

# %% tags=["key"] points=5
import math

from nongju.marking import plain
from nongju.models import transfer


def n(value):
    return plain(value, 2)


KEY = {"今晚拍货": "shoot", "4K 拍货": "lower", "全班收作业": "move", "录试播": "move"}


def size(s):
    return transfer.clip_megabytes(s.m, s.sec)


def fit(s, one=None, keep=None):
    return transfer.clips_that_fit(s.free * 1000, (s.keep if keep is None else keep) * 1000, one or size(s))


def told(s):
    said = f"装得下 {n(fit(s))} 条，要 {n(s.need)} 条。"
    return said + {
        "今晚拍货": "够了，直接拍。",
        "4K 拍货": "4K 装不下。发视频号用 1080P 就清楚，小一大半。",
        "全班收作业": "拍好的改不小。先装一批，搬到电脑上，再装下一批。",
        "录试播": "录完一场，先搬到电脑上，再录第二场。半小时够了。",
    }[s.name]


q.mark(
    form.rule_number(
        "size",
        points=1,
        within=0.5,
        key=size,
        why=lambda s: f"{n(s.m)} × {n(s.sec)} ÷ 8 = {n(size(s))} MB。",
        wrong=[
            form.wrong("bits_as_bytes", "位当成字节", lambda s: s.m * s.sec, "这是多少兆位。一个字节八位，要除以 8。"),
            form.wrong("one_second_only", "只算了一秒", lambda s: s.m / 8, "这是一秒占的。还要乘几秒。"),
            form.wrong("eight_times", "该除 8 的乘了 8", lambda s: s.m * s.sec * 8, "八位才是一个字节。位变字节，是除。"),
        ],
    ),
    form.rule_number(
        "fit",
        points=2,
        within=0.4,
        key=fit,
        why=lambda s: f"({n(s.free)} − {n(s.keep)}) × 1000 = {n((s.free - s.keep) * 1000)} MB。除以 {n(size(s))}，只数整条，{n(fit(s))} 条。",
        wrong=[
            form.wrong("bits_as_bytes", "位当成字节", lambda s: fit(s, s.m * s.sec), "一条没那么大。先除以 8。"),
            form.wrong(
                "reserve_forgotten",
                "忘了要留空",
                {"今晚拍货": lambda s: fit(s, keep=0), "4K 拍货": lambda s: fit(s, keep=0)},
                "要留 {keep} GB 给微信。装满了，手机会卡。",
            ),
            form.wrong(
                "half_a_clip",
                "半条也算一条",
                {name: lambda s: math.ceil((s.free - s.keep) * 1000 / size(s)) for name in ("4K 拍货", "全班收作业", "录试播")},
                "装不下整条，就拍到一半停了。只数整条。",
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=2,
        key=lambda s: KEY[s.name],
        why=told,
        wrong=[
            form.wrong("old_photos_deleted", "删老照片", "delete", "照片删了回不来。先搬走、先改小，微信缓存也能清。"),
            form.wrong("small_always", "总是选小的", {"今晚拍货": "lower"}, "已经是 1080P 了，装得下。再小就糊。"),
            form.wrong(
                "need_not_counted",
                "没数要几条",
                {"4K 拍货": "shoot", "全班收作业": "shoot", "录试播": "shoot"},
                "装得下的比要的少。先数一数。",
            ),
            form.wrong("shrunk_after", "以为拍完还能改", {"全班收作业": "lower"}, "都拍好了，改设置管不到已经拍的。"),
        ],
    ),
)
