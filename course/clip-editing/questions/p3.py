# %% tags=["question"]
# 第 3 题：真走还是假走
from nongju import form

q = form.question(
    "clip-editing/p3",
    scenes=[
        form.scene(
            "推近看肉",
            "腊肉离你 {d1} 米，墙 {d2} 米，墙上的钟宽 {p} 个点。两条片子里，腊肉都大了一倍。\n"
            "甲里，钟也大了一倍。乙里，钟只大了一点。走近的那条，走了 {w} 米。",
            d1=1,
            d2=4,
            p=[150, 180],
            w=0.5,
            far="钟",
            want="觉得走过去凑近看肉",
        ),
        form.scene(
            "拉开看灶屋",
            "坛子离你 {d1} 米，墙 {d2} 米，墙上的窗宽 {p} 个点。两条片子里，坛子都小了一半。\n"
            "甲里，窗只小了一点。乙里，窗也小了一半。退着走的那条，退了 {w} 米。",
            d1=0.5,
            d2=4,
            p=[270, 360],
            w=0.5,
            far="窗",
            want="觉得人退出来，看见整间灶屋",
        ),
        form.scene(
            "一排坛子",
            "近处的坛子离你 {d1} 米，后面的山墙 {d2} 米。两条片子里，近处的坛子都往左跑了 {p} 个点。\n"
            "甲里，山墙也跑了一样多。乙里，山墙跑得慢。横着走的那条，走了 {w} 米。",
            d1=1,
            d2=[3, 4],
            p=300,
            w=0.3,
            far="山墙",
            want="觉得人沿着坛子走过去",
        ),
        form.scene(
            "看一圈院坝",
            "近处的桌子离你 {d1} 米，后面的山 {d2} 米。两条片子里，近处的桌子都往左跑了 {p} 个点。\n"
            "甲里，山也跑了一样多。乙里，山跑得慢。横着走的那条，走了 {w} 米。",
            d1=2,
            d2=[8, 10],
            p=400,
            w=0.8,
            far="山",
            want="站在原地，看一圈院坝有多大",
        ),
    ],
    fields=[
        form.number("after", "① 人走的那条里，{far}变成（跑了）几个点？", unit="点"),
        form.choice("walk", "② 人走的是哪条？", {"a": "甲", "b": "乙", "both": "分不出来"}),
        form.choice("use", "③ 要让人{want}，用哪条？", {"a": "甲", "b": "乙", "any": "都一样"}),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import framing


def n(value):
    return plain(value, 1)


SIDEWAYS = ("一排坛子", "看一圈院坝")


def walked(s):
    return -s.w if s.name == "拉开看灶屋" else s.w


def after(s):
    if s.name in SIDEWAYS:
        return framing.shift_after_step(s.w, s.d2, s.p * s.d1 / s.w)
    return framing.size_after_walk(s.p, s.d2, walked(s))


def same(s):
    """What a finger or a turn does to the far thing: the same as to the near one."""
    return {"推近看肉": s.p * 2, "拉开看灶屋": s.p / 2}.get(s.name, s.p)


def told(s):
    if s.name in SIDEWAYS:
        return f"远 {n(s.d2 / s.d1)} 倍，就慢 {n(s.d2 / s.d1)} 倍：{n(s.p)} ÷ {n(s.d2 / s.d1)} = {n(after(s))} 个点。"
    return f"{n(s.p)} × {n(s.d2)} ÷ {n(s.d2 - walked(s))} = {n(after(s))} 个点。"


USE = {
    "推近看肉": ("b", "走近，墙几乎不动，肉扑到眼前。放大，像一张画拉大了。"),
    "拉开看灶屋": ("a", "退着走，灶屋一样一样进来，人觉得自己在屋里。"),
    "一排坛子": ("b", "横着走是移镜头，近的快，远的慢，像人沿着走。"),
    "看一圈院坝": ("a", "站着转是摇镜头，远近一起跑，正好看一圈。横着走，反倒看不出多大。"),
}

q.mark(
    form.rule_number(
        "after",
        points=2,
        within=3,
        key=after,
        why=told,
        wrong=[
            form.wrong("zoom_for_walk", "当成放大一倍", {"推近看肉": same}, "放大才什么都大一倍。走近，远的大得少。"),
            form.wrong("shrunk_like_a_finger", "当成手指缩小", {"拉开看灶屋": same}, "手指缩才什么都小一半。退着走，远的小得少。"),
            form.wrong("far_as_fast", "远近跑得一样快", {name: same for name in SIDEWAYS}, "横着走，远的跑得慢。远几倍，慢几倍。"),
            form.wrong(
                "background_stays",
                "后面一点不变",
                {"推近看肉": lambda s: s.p, "拉开看灶屋": lambda s: s.p, "一排坛子": 0, "看一圈院坝": 0},
                "人走了，远的也动，只是动得少。",
            ),
            form.wrong(
                "walked_away",
                "走反了",
                {
                    "推近看肉": lambda s: framing.size_after_walk(s.p, s.d2, -s.w),
                    "拉开看灶屋": lambda s: framing.size_after_walk(s.p, s.d2, s.w),
                },
                "走近了除以小的，退远了除以大的。",
            ),
            form.wrong("far_is_faster", "当成远的跑得快", {name: lambda s: s.p * s.d2 / s.d1 for name in SIDEWAYS}, "反了。远的跑得慢，用除。"),
        ],
    ),
    form.rule_choice(
        "walk",
        points=1,
        key=lambda s: "a" if s.name == "拉开看灶屋" else "b",
        why="人走了，远的和近的就不一样。一样的，是手指，或者是人站着转。",
        wrong=[
            form.wrong("same_for_eyes", "看主角不看后面", "both", "主角一样，看后面。后面动得少的，是人走的。"),
            form.wrong("finger_taken_for_feet", "手指当成脚", lambda s: "b" if s.name == "拉开看灶屋" else "a", "远近变得一样多，人没走。"),
        ],
    ),
    form.rule_choice(
        "use",
        points=2,
        key=lambda s: USE[s.name][0],
        why=lambda s: USE[s.name][1],
        wrong=[
            form.wrong("moves_all_the_same", "运镜都一样", "any", "看起来差得远。一个像走过去，一个像拉大一张画。"),
            form.wrong("finger_is_easier", "手指省事", {"推近看肉": "a", "拉开看灶屋": "b", "一排坛子": "a"}, "省事是真的。可看的人不觉得走过去了。"),
            form.wrong("walking_always", "总是走着拍", {"看一圈院坝": "b"}, "走着拍，远的几乎不动，看不出院坝多大。站着转。"),
        ],
    ),
)
