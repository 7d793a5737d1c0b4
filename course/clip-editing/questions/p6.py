# %% tags=["question"]
# 第 6 题：字放哪里，放几行
from nongju import form

q = form.question(
    "clip-editing/p6",
    see="讲一讲 四",
    scenes=[
        form.scene("报货名", "一筐土豆摆在画面中间。字幕 {k} 个字，镜头 {sec} 秒。", k=[8, 9], sec=3),
        form.scene("讲怎么吃", "一筐土豆摆在画面中间。字幕 {k} 个字，镜头 {sec} 秒。", k=[18, 20], sec=6),
        form.scene("讲来历", "一筐土豆摆在画面中间。字幕 {k} 个字，镜头 {sec} 秒。", k=[32, 34], sec=5),
        form.scene("货在下头", "一袋土豆立在画面下半截。字幕 {k} 个字，镜头 {sec} 秒。", k=[8, 9], sec=3),
    ],
    fields=[
        form.choice(
            "still",
            "① 上面五张，照哪张放？",
            {
                "a": "甲：一行，在斜线上边",
                "b": "乙：两行，在斜线上边",
                "c": "丙：一行，贴着最底下",
                "d": "丁：字缩小，塞成一行",
                "e": "戊：一行，在货的上头",
                "cut": "都不行，先删字",
            },
        ),
        form.choice(
            "why",
            "② 为什么？",
            {
                "one": "一行放得下，念得完，不挡货",
                "two": "一行放不下，两行念得完",
                "long": "念不完，行数又多",
                "goods": "字放老地方，正好盖住货",
                "small": "字小一点，就都放得下",
                "low": "放得越低，货露得越多",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import framing

NAME, EAT, ORIGIN, LOW = "报货名", "讲怎么吃", "讲来历", "货在下头"
STILL = {NAME: "a", EAT: "b", ORIGIN: "cut", LOW: "e"}
WHY = {NAME: "one", EAT: "two", ORIGIN: "long", LOW: "goods"}


def seconds(s):
    """Seconds to read the caption."""
    return plain(framing.speaking_seconds(s.k, fact("speech_rate_assumed")), 2)


def told(s):
    """Why the caption stands as the key says."""
    return {
        NAME: f"一行十来个字，{s.k} 个字一行够。念 {seconds(s)} 秒，镜头 {s.sec} 秒，来得及。",
        EAT: f"{s.k} 个字，一行放不下，分两行。念 {seconds(s)} 秒，镜头 {s.sec} 秒，来得及。",
        ORIGIN: f"{s.k} 个字要三行，盖住货。念 {seconds(s)} 秒，镜头只有 {s.sec} 秒。先删字，别的话用嘴说。",
        LOW: f"货立在下半截，字放老地方就盖住它。{s.k} 个字一行够，挪到货的上头。",
    }[s.name]


q.mark(
    form.rule_choice(
        "still",
        points=3,
        key=lambda s: STILL[s.name],
        why=told,
        wrong=[
            form.wrong("captions_at_the_bottom", "贴着最底下放", "c", "下头五分之一，被名字和文案盖住。"),
            form.wrong("smaller_letters", "字缩小塞进去", "d", "手机上看，字小了看不清。写多了删，不缩小。"),
            form.wrong("lines_not_counted", "没数要几行", {NAME: "b", EAT: "a", ORIGIN: "a", LOW: "b"}, "一行十来个字。{k} 个字，先数要几行。"),
            form.wrong("seconds_not_counted", "没数念不念得完", {ORIGIN: "b"}, "一秒四个字。镜头 {sec} 秒，{k} 个字念不完。"),
            form.wrong("goods_covered", "没看货在哪里", {LOW: "a"}, "货立在下半截。字放在那里，正好盖住它。"),
            form.wrong("captions_over_head", "不挡货也挪到上头", {NAME: "e", EAT: "e"}, "货在中间，老地方不挡它。挪上去，人要两头看。"),
            form.wrong("moved_not_cut", "只挪地方，没删字", {ORIGIN: "e"}, "挪上去，{k} 个字还是念不完。先删字。"),
            form.wrong("cut_for_nothing", "放得下的也删", {NAME: "cut", EAT: "cut", LOW: "cut"}, "念得完，也不挡货，不用删。"),
        ],
    ),
    form.rule_choice(
        "why",
        points=2,
        key=lambda s: WHY[s.name],
        why="先数念不念得完，再数要几行，最后看挡不挡货。",
        wrong=[
            form.wrong("captions_at_the_bottom", "贴着最底下放", "low", "最底下被名字和文案盖住，字等于没写。"),
            form.wrong("smaller_letters", "字缩小塞进去", "small", "放得下，可看不清。写多了删。"),
            form.wrong("lines_not_counted", "没数要几行", {EAT: "one", ORIGIN: "one", NAME: "two", LOW: "two"}, "一行十来个字。{k} 个字，先数要几行。"),
            form.wrong("goods_covered", "没看货在哪里", {LOW: "one"}, "一行是够。可货在下半截，字放老地方就挡住了。"),
            form.wrong("seconds_not_counted", "没数念不念得完", {ORIGIN: "two"}, "一秒四个字。镜头 {sec} 秒，{k} 个字念不完。"),
            form.wrong("cut_for_nothing", "放得下的也删", {NAME: "long", EAT: "long", LOW: "long"}, "一秒四个字。{k} 个字，{sec} 秒念得完。"),
            form.wrong("captions_over_head", "不挡货也挪到上头", {NAME: "goods", EAT: "goods"}, "货在画面中间，老地方不挡它。"),
            form.wrong("moved_not_cut", "只挪地方，没删字", {ORIGIN: "goods"}, "挪开了，{k} 个字还是念不完。先删字。"),
        ],
    ),
)
