# %% tags=["question"]
# 第 5 题：只能重拍一次，先改哪样
from nongju import form

q = form.question(
    "camera-settings/p5",
    scenes=[
        form.scene(
            "堂屋",
            "堂屋里讲香肠。说话 −{s} 分贝，杂音 −{z} 分贝（数越小越响）。杂音是街上的，关不掉。画面稍微歪。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=34,
            z=[51, 52],
            a=80,
            b=20,
            up=18,
            off="街上的车声",
        ),
        form.scene(
            "灶屋",
            "灶屋里讲腊肉，抽油烟机开着。说话 −{s} 分贝，杂音 −{z} 分贝（数越小越响）。关了它，杂音少 {quiet} 分贝。画面稍微歪。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=30,
            z=[37, 38],
            a=40,
            b=20,
            up=14,
            quiet=20,
            off="抽油烟机",
        ),
        form.scene(
            "门口背光",
            "门口讲莲子。说话 −{s} 分贝，杂音 −{z} 分贝（数越小越响），够清楚了。可背后太亮，脸是黑的。画面也稍微歪。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=26,
            z=[50, 51],
            a=40,
            b=10,
            up=18,
            off="门口的鸡叫",
        ),
        form.scene(
            "镜头有油",
            "屋里讲渣海椒。说话 −{s} 分贝，杂音 −{z} 分贝（数越小越响），够清楚了。可整个画面像起了雾，灯都拖着光。画面也稍微歪。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=24,
            z=[50, 52],
            a=50,
            b=25,
            up=12,
            off="隔壁的电视",
        ),
    ],
    fields=[
        form.number("now", "① 现在，说话比杂音高几分贝？", unit="分贝"),
        form.number("near", "② 照这样挪近，约高几分贝？（近一半约多 6）", unit="分贝"),
        form.choice(
            "first",
            "③ 只能重拍一次，先改哪样？",
            {
                "louder": "不重拍，后期把音量加 {up} 分贝",
                "closer": "手机挪到 {b} 厘米",
                "off": "关掉{off}",
                "light": "转个身，让光照着脸",
                "lens": "擦镜头",
                "tilt": "把画面扶正",
            },
        ),
    ],
)

# %% tags=["key"] points=5
import math

from nongju.marking import plain
from nongju.models import framing


def n(value):
    return plain(value, 1)


FIRST = {"堂屋": "closer", "灶屋": "off", "门口背光": "light", "镜头有油": "lens"}
TWICE = ("堂屋", "门口背光")


def now(s):
    return s.z - s.s


def near(s):
    return now(s) + framing.decibels_nearer(s.a, s.b)


def halves(s):
    return math.log2(s.a / s.b)


def told(s):
    if s.name == "堂屋":
        return f"挪近，从高 {n(now(s))} 变成约高 {n(near(s))}。后期加音量，还是 {n(now(s))}。歪一点，人听得下去；听不清，人就走了。"
    if s.name == "灶屋":
        return f"挪近约高 {n(near(s))}；关掉抽油烟机，高 {n(now(s) + s.quiet)}。手边能关的，先关。"
    if s.name == "门口背光":
        return "声音已经够清楚，再近也只是更清楚。脸黑看不见人，先转身。"
    return "声音够清楚。镜头有油，什么都是糊的，擦一下就好。歪不歪，在后头。"


q.mark(
    form.rule_number(
        "now",
        points=1,
        within=0.4,
        key=now,
        why=lambda s: f"−{n(s.s)} 比 −{n(s.z)} 响。{n(s.z)} − {n(s.s)} = {n(now(s))} 分贝。",
        wrong=[
            form.wrong("levels_added", "两个数加起来", lambda s: s.s + s.z, "都是负的，问的是差几。大的减小的。"),
            form.wrong("speech_alone", "只看说话多响", lambda s: s.s, "光看说话不够，要比杂音高才清楚。"),
            form.wrong("noise_alone", "只看杂音多响", lambda s: s.z, "光看杂音不够，看说话高出它几分贝。"),
        ],
    ),
    form.rule_number(
        "near",
        points=2,
        within=0.45,
        key=near,
        why=lambda s: (
            f"{n(s.a)} 到 {n(s.b)} 厘米，近了 {n(halves(s))} 个一半，多 {n(halves(s) * 6)} 分贝。"
            f"{n(now(s))} + {n(halves(s) * 6)}，约 {n(near(s))} 分贝。屋里有回音，会少一点。"
        ),
        wrong=[
            form.wrong("volume_clears", "大声就清楚", lambda s: now(s) + s.up, "加音量，杂音一起大。要算的是嘴近了。"),
            form.wrong("times_added", "几倍就加几", lambda s: now(s) + s.a / s.b, "近几倍，不是加几。一个一半加 6。"),
            form.wrong("halved_once", "只近了一个一半", {name: lambda s: now(s) + 6 for name in TWICE}, "{a} 到 {b}，近了两个一半。加两回 6。"),
            form.wrong("nothing_gained", "以为挪近没用", now, "嘴近了，说话大了，杂音没变。会清楚的。"),
        ],
    ),
    form.rule_choice(
        "first",
        points=2,
        key=lambda s: FIRST[s.name],
        why=told,
        wrong=[
            form.wrong("volume_clears", "大声就清楚", "louder", "杂音一起大，一点没清楚。"),
            form.wrong("looks_first", "先顾好看", "tilt", "歪是真的歪。可还有一样，比歪更赶人走。"),
            form.wrong(
                "nearer_always",
                "总是先挪近",
                {"灶屋": "closer", "门口背光": "closer", "镜头有油": "closer"},
                "近了是清楚些，这是真的。可这回有一样更要紧。",
            ),
            form.wrong("cannot_be_off", "想关关不掉的", {"堂屋": "off"}, "街上的声音关不掉。能做的是嘴近一点。"),
        ],
    ),
)
