# %% tags=["question"]
# 第 1 题：先传哪一种
from nongju import form

q = form.question(
    "camera-settings/p1",
    scenes=[
        form.scene(
            "赶场前",
            "{left} 分钟后散场，一条 {sec} 秒的视频要在散场前传完。\n"
            "你的手机：4K 一秒占 {m4} 兆位，1080P 一秒占 {m1} 兆位。网一秒传得出去 {line} 兆位。",
            left=8,
            sec=60,
            m4=45,
            m1=16,
            line=[4, 5],
            people=1,
        ),
        form.scene(
            "全班一起传",
            "{left} 分钟后下课，{people} 个人同时传，网大家平分。每人一条 {sec} 秒。\n"
            "你的手机：4K 一秒占 {m4} 兆位，1080P 一秒占 {m1} 兆位。服务中心的网，一共一秒传得出去 {line} 兆位。",
            left=6,
            sec=30,
            m4=45,
            m1=16,
            line=20,
            people=[6, 10],
        ),
        form.scene(
            "流量快完了",
            "手机流量只剩 {data} MB，今晚不买。山上没有别的网，信号倒好，一秒传得出去 {line} 兆位。\n"
            "一条 {sec} 秒：4K 一秒占 {m4} 兆位，1080P 一秒占 {m1} 兆位。",
            data=[200, 250],
            sec=60,
            m4=[45, 48],
            m1=16,
            line=8,
            people=1,
        ),
        form.scene(
            "展会大屏",
            "县里展会的大屏是 4K 的，要一条 {sec} 秒的，指明要 4K，明早交。今晚网空着，有 {left} 分钟慢慢传。\n"
            "4K 一秒占 {m4} 兆位，1080P 一秒占 {m1} 兆位。网一秒传得出去 {line} 兆位。",
            left=120,
            sec=60,
            m4=[45, 50],
            m1=16,
            line=4,
            people=1,
        ),
    ],
    fields=[
        form.number("size", "① 4K 那条，多大？", unit="MB"),
        form.number("seconds", "② 1080P 那条，传完要几秒？", unit="秒"),
        form.choice("which", "③ 这回用哪种拍？", {"k4": "4K", "p1080": "1080P", "later": "4K，边开播边传"}),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import transfer


def n(value):
    return plain(value, 2)


def size(s, rate):
    return transfer.clip_megabytes(rate, s.sec)


def wait(s, rate, people=None):
    return transfer.upload_seconds(size(s, rate), s.line, people or s.people)


def which(s):
    """4K where it gets through in time, and is asked for."""
    return "k4" if s.name == "展会大屏" and wait(s, s.m4) <= s.left * 60 else "p1080"


def told(s):
    four, small = wait(s, s.m4), wait(s, s.m1)
    if s.name == "流量快完了":
        return f"4K 要 {n(size(s, s.m4))} MB，流量只剩 {n(s.data)} MB。1080P 只要 {n(size(s, s.m1))} MB，够。"
    if s.name == "展会大屏":
        return f"4K 要 {n(four)} 秒，{n(four / 60)} 分钟。今晚有 {n(s.left)} 分钟，又指明要 4K，就用 4K。"
    return f"4K 要 {n(four)} 秒，{n(four / 60)} 分钟，来不及。1080P 只要 {n(small)} 秒，{n(small / 60)} 分钟。"


q.mark(
    form.rule_number(
        "size",
        points=1,
        within=0.5,
        key=lambda s: size(s, s.m4),
        why=lambda s: f"{n(s.m4)} × {n(s.sec)} = {n(s.m4 * s.sec)} 兆位。除以 8，是 {n(size(s, s.m4))} MB。",
        wrong=[
            form.wrong("bits_as_bytes", "位当成字节", lambda s: s.m4 * s.sec, "这是多少兆位。一个字节八位，要除以 8。"),
            form.wrong("one_second_only", "只算了一秒", lambda s: s.m4 / 8, "这是一秒占的。还要乘几秒。"),
            form.wrong("other_setting", "拿错了那一种", lambda s: size(s, s.m1), "这是 1080P 那条。问的是 4K。"),
        ],
    ),
    form.rule_number(
        "seconds",
        points=2,
        within=1.5,
        key=lambda s: wait(s, s.m1),
        why=lambda s: (
            f"1080P 一条 {n(size(s, s.m1))} MB，乘 8 是 {n(size(s, s.m1) * 8)} 兆位。"
            + (f"网 {n(s.people)} 个人分，一人 {n(s.line / s.people)} 兆位。" if s.people > 1 else "")
            + f"除一除，{n(wait(s, s.m1))} 秒。"
        ),
        wrong=[
            form.wrong("bits_as_bytes", "位当成字节", lambda s: wait(s, s.m1) / 8, "文件说字节，网速说位。先乘 8。"),
            form.wrong("other_setting", "拿错了那一种", lambda s: wait(s, s.m4), "这是 4K 那条。问的是 1080P。"),
            form.wrong(
                "line_not_shared",
                "忘了网是大家分的",
                {"全班一起传": lambda s: wait(s, s.m1, 1)},
                "{people} 个人同时传，一个人只分到一份。",
            ),
        ],
    ),
    form.rule_choice(
        "which",
        points=2,
        key=which,
        why=told,
        wrong=[
            form.wrong(
                "sharpest_always",
                "越清楚越好",
                {"赶场前": "k4", "全班一起传": "k4", "流量快完了": "k4"},
                "手机上看，1080P 够了。传不出去，再清楚也没人看见。",
            ),
            form.wrong("small_always", "总是选小的", {"展会大屏": "p1080"}, "人家指明要 4K，时间也够。这回该用大的。"),
            form.wrong("upload_while_live", "边播边传", "later", "传文件抢开播的网，直播会卡。先传完，再开播。"),
        ],
    ),
)
