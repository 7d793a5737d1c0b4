# %% tags=["question"]
# 第 4 题：光不对，先动哪样
from nongju import form

q = form.question(
    "camera-settings/p4",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "背着窗说话",
            "你背着窗说话。窗外白花花，脸是黑的。\n"
            "晚上补拍，只有一盏小台灯。台灯从离脸 {a} 厘米挪到 {b} 厘米。",
            together=[{"a": 130, "b": 20}, {"a": 110, "b": 20}], on="脸",
        ),
        form.scene(
            "油亮的腊肉",
            "头顶一盏灯，腊肉上头一块白得看不见纹路，下头一片黑。\n"
            "换成一盏小台灯，从离肉 {a} 厘米挪到 {b} 厘米。",
            together=[{"a": 120, "b": 20}, {"a": 140, "b": 25}],
            on="肉",
        ),
        form.scene(
            "走进堂屋",
            "你举着手机，从院坝走进堂屋，边走边讲莲子。外头亮，里头暗。\n"
            "堂屋里左边窗光，右边黄灯泡，莲子一半发蓝，一半发黄。\n"
            "晚上补拍，只用一盏小台灯，从离莲子 {a} 厘米挪到 {b} 厘米。",
            together=[{"a": 130, "b": 25}, {"a": 165, "b": 30}],
            on="莲子",
        ),
        form.scene(
            "太阳正中",
            "中午在院坝拍土豆。太阳直晒，一半晃眼，一半是死黑的影子。\n"
            "收摊后在屋里补拍，小台灯从离土豆 {a} 厘米挪到 {b} 厘米。",
            together=[{"a": 65, "b": 10}, {"a": 60, "b": 10}],
            on="土豆",
        ),
    ],
    fields=[
        form.choice(
            "first",
            "① 光不对，先动哪样？",
            {
                "turn": "转个身，让窗在前头侧边",
                "side": "灯挪到侧边",
                "one": "关掉一样，只留一种光",
                "shade": "挪到阴凉处",
                "front": "再加一盏灯，正对着照",
                "edit": "先拍了，回头再修",
            },
        ),
        form.choice("lock", "② 亮度（曝光）锁在哪里？", {"bright": "长按最亮的地方", "goods": "长按{on}", "none": "这回不锁，随它变"}),
        form.number("times", "③ 补拍时挪近，{on}上的亮度约是原来的几倍？", unit="倍"),
    ],
)

# %% tags=["key"] points=5
from nongju.models import camera

TURN = {
    "油亮的腊肉": "灯在头顶，转到哪边，它都在头顶。",
    "走进堂屋": "转过去，两种光还是混着。",
    "太阳正中": "太阳在头顶，转到哪边都直晒。",
}
LAMP = {
    "背着窗说话": "窗比灯亮得多。转个身，让窗照着脸。",
    "走进堂屋": "灯挪到哪边，两种光还是混着。",
    "太阳正中": "院坝里晒的是太阳，挪灯管不到它。",
}
ONE = {
    "背着窗说话": "只有窗光一种，没有混。毛病是光在背后。",
    "油亮的腊肉": "只有一盏灯，没有混。毛病是光从头顶来。",
    "太阳正中": "只有太阳一种光，关不掉。人和货挪一挪。",
}
FRONT = {
    "背着窗说话": "灯压不住身后的窗。转个身，窗就照着脸。",
    "油亮的腊肉": "正对着照是平的，油的地方更晃。",
    "走进堂屋": "又多了一样光，更混。",
    "太阳正中": "灯比不过太阳，影子还是死黑。",
}
SHADE = {
    "背着窗说话": "屋里没有太阳直晒。毛病是光在背后。",
    "油亮的腊肉": "没有太阳直晒。毛病是光从头顶来。",
    "走进堂屋": "堂屋里没有太阳直晒。毛病是两种光混着。",
}
LOCKED = "要人看{on}，就长按{on}。手进画面，也不会一亮一暗。"

work = form.work(
    {"near": lambda s: s.a / s.b, "times": lambda s: camera.lamp_nearer(s.a, s.b)},
    [
        form.slip("lamp_linear", "近几倍就亮几倍", "光往四面散。{a} ÷ {b} 是 {near}，还要自己乘自己。", times=lambda s: s.near),
        form.slip("square_as_double", "自己乘自己当成乘 2", "是自己乘自己，不是乘 2。", times=lambda s: 2 * s.near),
        form.slip("four_a_time", "近几倍就乘几个 4", "4 是近两倍时的。这回近 {near} 倍，自己乘自己。", times=lambda s: 4 * s.near),
        form.slip("four_for_all", "样样都当四倍", "近一半才是四倍。这回近了 {near} 倍，自己乘自己。", times=4),
        form.slip("four_times_near", "当成近了四倍", "近四倍才是 16 倍。这回 {a} ÷ {b} 是 {near}，拿它自己乘自己。", times=16),
        form.slip("eight_times_near", "当成近了八倍", "近八倍才是 64 倍。这回 {a} ÷ {b} 是 {near}，拿它自己乘自己。", times=64),
        form.slip("near_cut_off", "近的倍数丢了零头", "{a} ÷ {b} 是 {near}，零头也要。拿 {near} 自己乘自己。", times=lambda s: (s.a // s.b) ** 2),
        form.slip("near_made_whole", "近的倍数取了整", "{a} ÷ {b} 是 {near}，不用取整。拿 {near} 自己乘自己。", times=lambda s: (-(-s.a // s.b)) ** 2),
        form.slip("four_too_much", "又多乘了一个 4", "{near} 自己乘自己，就是了。4 是近两倍时的。", times=lambda s: 4 * s.near**2),
        form.slip("double_for_all", "近了就当亮两倍", "这回近 {near} 倍，再自己乘自己。", times=2),
        form.slip("share_nearer", "写成了近了百分之几", "问的是几倍：{a} ÷ {b}，再自己乘自己。", times=lambda s: (1 - s.b / s.a) * 100),
        form.slip("lamp_the_same", "灯没换就一样亮", "灯没换，可挪近了。近了就亮。", times=1),
        form.slip("upside_down", "除反了", "挪近了是更亮。大的除以小的，再自己乘自己。", times=lambda s: (s.b / s.a) ** 2),
        form.slip("upside_down_once", "除反了，也没自己乘", "大的除以小的，再自己乘自己。", times=lambda s: s.b / s.a),
        form.slip("more_not_times", "写成了多出几倍", "问的是「是原来的几倍」，不减 1。", times=lambda s: s.near**2 - 1),
        form.slip("one_more_than_times", "又加了 1", "问的是「是原来的几倍」，不加 1。", times=lambda s: s.near**2 + 1),
        form.slip("one_less_than_near", "近几倍就多几倍", "近几倍，再自己乘自己。也不减 1。", times=lambda s: s.near - 1),
        form.slip("walked_over_distance", "拿挪了的厘米去除", "除的是两头的距离：{a} ÷ {b}。再自己乘自己。", times=lambda s: (s.near - 1) ** 2),
        form.slip("centimetres_for_times", "写成了近几厘米", "这是近了几厘米。要用除的，看近了几倍。", times=lambda s: s.a - s.b),
        form.slip("centimetres_squared", "厘米自己乘了自己", "自己乘自己的，是近了几倍：{near}。不是厘米。", times=lambda s: (s.a - s.b) ** 2),
        form.slip("old_distance_squared", "原来的厘米自己乘了", "自己乘自己的，是近了几倍：{near}。不是厘米。", times=lambda s: s.a**2),
        form.slip("old_distance_over_new", "只拿一头自己乘了", "先除，{a} ÷ {b}。再拿除出来的自己乘自己。", times=lambda s: s.a**2 / s.b),
        form.slip("walked_for_times", "除的是挪了多远", "除以挪到的 {b} 厘米，不是挪了的厘米数。", times=lambda s: s.a / (s.a - s.b)),
        form.slip("walked_squared", "除的是挪了多远，又自己乘", "除以挪到的 {b} 厘米，再自己乘自己。", times=lambda s: (s.a / (s.a - s.b)) ** 2),
        form.slip("cubed", "多乘了一回", "自己乘自己，只乘一回。", times=lambda s: s.near**3),
        form.slip("squares_apart", "自己乘完再相减", "问的是几倍，用除：{a} ÷ {b}，再自己乘自己。", times=lambda s: s.a**2 - s.b**2),
    ],
)
q.mark(
    form.rule_choice(
        "first",
        points=2,
        key={"背着窗说话": "turn", "油亮的腊肉": "side", "走进堂屋": "one", "太阳正中": "shade"},
        why={
            "背着窗说话": "光在背后，脸就黑。转个身，一分钱不花，脸亮了，眼睛也亮。",
            "油亮的腊肉": "头顶的光，上头晃，下头黑。挪到侧边，肥瘦和纹路就出来了。",
            "走进堂屋": "两种颜色的光混着，白平衡只能顾一头。关掉灯，只留窗光。",
            "太阳正中": "正午的太阳又硬又直。阴凉处的光软，影子淡，颜色也正。",
        },
        wrong=[
            form.wrong("mend_later", "留给后期修", "edit", "黑成一片、白成一片、颜色混的，后头都修不好。先动光。"),
            form.wrong("light_in_front", "光正对着照", "front", FRONT),
            form.wrong("only_turned", "转了身，光没变", dict.fromkeys(TURN, "turn"), TURN),
            form.wrong("lamp_moved", "挪灯，没看光从哪来", dict.fromkeys(LAMP, "side"), LAMP),
            form.wrong("light_not_mixed", "只有一种光也去关", dict.fromkeys(ONE, "one"), ONE),
            form.wrong("no_sun_there", "没有太阳也找阴凉", dict.fromkeys(SHADE, "shade"), SHADE),
        ],
    ),
    form.rule_choice(
        "lock",
        points=1,
        key={"背着窗说话": "goods", "油亮的腊肉": "goods", "走进堂屋": "none", "太阳正中": "goods"},
        why={**dict.fromkeys(("背着窗说话", "油亮的腊肉", "太阳正中"), LOCKED), "走进堂屋": "从亮处走到暗处，锁住了，进屋就一片黑。这回让它自己变。"},
        wrong=[
            form.wrong("lock_on_brightest", "锁在最亮处", "bright", "锁在最亮处，别的就都黑了。"),
            form.wrong("leave_it_auto", "随它自动", {name: "none" for name in ONE}, "手一进画面，它就一亮一暗。先锁住。"),
            form.wrong("locked_on_the_way", "光变了还锁着", {"走进堂屋": "goods"}, "在外头锁住，走进屋就黑。光要变，就不锁。"),
        ],
    ),
    form.rule_number("times", points=2, of=work, within=0.06, why="{a} ÷ {b} = {near}，再自己乘自己，约是原来的 {key_said}。"),
)
