# %% tags=["question"]
# 第 6 题：字幕放得下吗
from nongju import form

q = form.question(
    "clip-editing/p6",
    scenes=[
        form.scene(
            "报货名",
            "竖屏宽 1080 个点。左边留 {left}%，右边留 {right}%（点赞那一排）。一个字宽 {size} 个点。字幕 {k} 个字。",
            left=8,
            right=fact("cover_right_assumed"),
            size=72,
            k=[9, 10],
        ),
        form.scene(
            "讲怎么吃",
            "竖屏宽 1080 个点。左边留 {left}%，右边留 {right}%（点赞那一排）。一个字宽 {size} 个点。字幕 {k} 个字，念 5 秒。",
            left=8,
            right=fact("cover_right_assumed"),
            size=72,
            k=[18, 20],
        ),
        form.scene(
            "讲来历",
            "竖屏宽 1080 个点。左边留 {left}%，右边留 {right}%（点赞那一排）。一个字宽 {size} 个点。字幕 {k} 个字，镜头只有 4 秒。",
            left=8,
            right=fact("cover_right_assumed"),
            size=72,
            k=[29, 32],
        ),
    ],
    fields=[
        form.number("line", "① 一行最多几个字？", unit="个"),
        form.number("lines", "② 这段字要几行？", unit="行"),
        form.choice(
            "place",
            "③ 怎么放？",
            {
                "one": "一行，放在下头五分之一的上边",
                "two": "分两行，放在下头五分之一的上边",
                "cut": "太长，先删字",
                "low": "贴着最底下放",
                "small": "字缩小，塞成一行",
            },
        ),
    ],
)

# %% tags=["key"] points=5
import math

from nongju.marking import plain

PLACE = {"报货名": "one", "讲怎么吃": "two", "讲来历": "cut"}
TOLD = {
    "报货名": "一行放得下。贴着最底下，会被名字和文案盖住。",
    "讲怎么吃": "两行，念 5 秒，来得及。照意思断开，别把一个词拆成两行。",
    "讲来历": "三行盖了半个画面，4 秒也念不完。删到一行，别的话用嘴说。",
}


def n(value):
    return plain(value, 1)


def fits(s, left, right):
    return math.floor(1080 * (100 - left - right) / 100 / s.size)


def line(s):
    return fits(s, s.left, s.right)


def lines(s):
    return math.ceil(s.k / line(s))


q.mark(
    form.rule_number(
        "line",
        points=2,
        within=0.4,
        key=line,
        why=lambda s: f"1080 里去掉 {n(s.left + s.right)}%，剩 {n(1080 * (100 - s.left - s.right) / 100)} 个点。除以 {n(s.size)}，只数整字，{n(line(s))} 个。",
        wrong=[
            form.wrong("sides_forgotten", "两边没留", lambda s: fits(s, 0, 0), "右边有点赞那一排，左边也要留一点。"),
            form.wrong("left_forgotten", "左边没留", lambda s: fits(s, 0, s.right), "左边也要留 {left}%。"),
            form.wrong("right_forgotten", "右边没留", lambda s: fits(s, s.left, 0), "右边 {right}% 被点赞那一排盖住。"),
        ],
    ),
    form.rule_number(
        "lines",
        points=1,
        within=0.4,
        key=lines,
        why=lambda s: f"{n(s.k)} ÷ {n(line(s))}，往上取，{n(lines(s))} 行。",
        wrong=[
            form.wrong("rest_dropped", "多出来的字丢了", lambda s: math.floor(s.k / line(s)), "多出来几个字，也要占一行。"),
            form.wrong("seconds_for_lines", "把秒数当行数", lambda s: math.ceil(s.k / 4), "一秒四个字是念的。放几行，看一行几个字。"),
            form.wrong("one_line_always", "总当一行", {"讲来历": 1}, "一行只放得下那么多。"),
        ],
    ),
    form.rule_choice(
        "place",
        points=2,
        key=lambda s: PLACE[s.name],
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("captions_at_the_bottom", "贴着最底下放", "low", "下头五分之一，被名字和文案盖住。"),
            form.wrong("smaller_letters", "字缩小塞进去", "small", "手机上看，字小了看不清。写多了删。"),
            form.wrong("lines_not_counted", "没数几行", {"讲怎么吃": "one", "讲来历": "two"}, "先数几行，再看念不念得完。"),
        ],
    ),
)
