# %% tags=["question"]
# 第 4 题：光不对，先动哪样
from nongju import form

q = form.question(
    "camera-settings/p4",
    scenes=[
        form.scene(
            "背着窗说话",
            "你背着窗说话。窗外白花花，脸是黑的。\n晚上补拍，只有一盏小台灯。台灯从离脸 {a} 厘米挪到 {b} 厘米。",
            a=[100, 120],
            b=50,
            on="脸",
        ),
        form.scene(
            "油亮的腊肉",
            "头顶一盏灯，腊肉上头一块白得看不见纹路，下头一片黑。\n换成一盏小台灯，从离肉 {a} 厘米挪到 {b} 厘米。",
            a=[90, 120],
            b=40,
            on="肉",
        ),
        form.scene(
            "窗光加黄灯",
            "左边窗光，右边黄灯泡。莲子一半发蓝，一半发黄，白平衡怎么调都不对。\n"
            "晚上只用一盏小台灯，从离莲子 {a} 厘米挪到 {b} 厘米。",
            a=[80, 100],
            b=25,
            on="莲子",
        ),
        form.scene(
            "太阳正中",
            "中午在院坝拍土豆。太阳正照，一半晃眼，一半是死黑的影子。\n"
            "收摊后在屋里补拍，小台灯从离土豆 {a} 厘米挪到 {b} 厘米。",
            a=[60, 90],
            b=30,
            on="土豆",
        ),
    ],
    fields=[
        form.number("times", "① 挪近以后，台灯照在{on}上，亮几倍？", unit="倍"),
        form.choice(
            "first",
            "② 光不对，先动哪样？",
            {
                "turn": "转个身，让窗在前头侧边",
                "side": "灯从头顶挪到侧边",
                "one": "关掉一样，只留一种光",
                "shade": "挪到阴凉处",
                "front": "再加一盏灯，正对着照",
                "edit": "先拍了，回头再修",
            },
        ),
        form.choice(
            "lock",
            "③ 亮度（曝光）锁在哪里？",
            {"bright": "长按最亮的地方", "goods": "长按{on}", "none": "不锁，随它变"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import camera


def n(value):
    return plain(value, 2)


FIRST = {"背着窗说话": "turn", "油亮的腊肉": "side", "窗光加黄灯": "one", "太阳正中": "shade"}
TOLD = {
    "背着窗说话": "光在背后，脸就黑。转个身，一分钱不花，脸亮了，眼睛也亮。",
    "油亮的腊肉": "头顶的光，上头晃，下头黑。挪到侧边，肥瘦和纹路就出来了。",
    "窗光加黄灯": "两种颜色的光混着，白平衡只能顾一头。关掉灯，只留窗光，再对着白碗调。",
    "太阳正中": "正午的太阳又硬又直。阴凉处的光软，影子淡，颜色也正。",
}


def times(s):
    return camera.lamp_nearer(s.a, s.b)


q.mark(
    form.rule_number(
        "times",
        points=2,
        within=0.1,
        key=times,
        why=lambda s: f"{n(s.a)} ÷ {n(s.b)} = {n(s.a / s.b)}，再自己乘自己，{n(times(s))} 倍。",
        wrong=[
            form.wrong("lamp_linear", "近几倍就亮几倍", lambda s: s.a / s.b, "光往四面散。近一半，亮四倍：自己乘自己。"),
            form.wrong("lamp_the_same", "灯没换就一样亮", 1, "灯没换，可挪近了。近一半，亮四倍。"),
            form.wrong("upside_down", "除反了", lambda s: s.b / s.a, "近了是更亮，不会变少。大的除以小的。"),
        ],
    ),
    form.rule_choice(
        "first",
        points=2,
        key=lambda s: FIRST[s.name],
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("mend_later", "想着后期修", "edit", "黑成一片、白成一片的地方，里头没有东西，修不回来。"),
            form.wrong("light_in_front", "光正对着照", "front", "正对着照是平的，油的地方还晃眼。光要从侧边来。"),
            form.wrong("only_turned", "只想着转身", {"窗光加黄灯": "turn", "太阳正中": "turn"}, "转过去，两种光还是混着，太阳还是直晒。"),
            form.wrong(
                "lamp_before_window",
                "有窗不用，先动灯",
                {"背着窗说话": "side"},
                "灯哪有窗亮。先转身，让窗照着脸。",
            ),
        ],
    ),
    form.rule_choice(
        "lock",
        points=1,
        key="goods",
        why="要人看哪里，就锁哪里。锁好了，手进画面也不会一亮一暗。",
        wrong=[
            form.wrong("lock_on_brightest", "锁在最亮处", "bright", "锁在最亮处，要看的就黑了。要看哪里，锁哪里。"),
            form.wrong("leave_it_auto", "随它自动", "none", "手一进画面，它就一亮一暗。先锁住。"),
        ],
    ),
)
