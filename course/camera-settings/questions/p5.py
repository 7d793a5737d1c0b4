# %% tags=["question"]
# 第 5 题：只能重拍一次，先改哪样
from nongju import form

q = form.question(
    "camera-settings/p5",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "堂屋",
            "堂屋里讲香肠，画面像图六。说话 −{s} 分贝，杂音 −{z} 分贝。杂音是街上的，管不了。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=32, z=[49, 51], a=80, b=20, up=14, quiet=0,
            bad="tilt", off="喊街上小声点",
        ),
        form.scene(
            "灶屋",
            "灶屋里讲腊肉，画面像图六。说话 −{s} 分贝，杂音 −{z} 分贝。杂音是抽油烟机，关了少 {quiet} 分贝。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=32, z=[40, 41], a=50, b=25, up=14, quiet=22,
            bad="tilt",
            off="关抽油烟机",
        ),
        form.scene(
            "门口背光",
            "门口讲莲子，画面像图七。说话 −{s} 分贝，杂音 −{z} 分贝。杂音是鸡叫，赶得走。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=21, z=[46, 49], a=60, b=15, up=14, quiet=10,
            bad="light",
            off="把鸡赶走",
        ),
        form.scene(
            "镜头有油",
            "屋里讲渣海椒，画面像图八。说话 −{s} 分贝，杂音 −{z} 分贝。杂音是隔壁的电视，能关。\n"
            "手机离嘴 {a} 厘米，可以挪到 {b} 厘米。",
            s=31, z=[53, 57], a=40, b=20, up=13, quiet=10,
            bad="lens",
            off="请隔壁关电视",
        ),
    ],
    fields=[
        form.number("now", "① 现在，说话比杂音高几分贝？", unit="分贝"),
        form.number("near", "② 照这样挪近，约高几分贝？", unit="分贝"),
        form.choice(
            "first",
            "③ 只能重拍一次，先改哪样？",
            {
                "louder": "不重拍，后期把音量加 {up} 分贝",
                "closer": "手机挪到 {b} 厘米",
                "off": "先去杂音：{off}",
                "light": "转个身，让光照着脸",
                "lens": "擦镜头",
                "tilt": "把画面扶正",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import framing

CLEAR = fact("speech_above_noise_assumed")


def first(s):
    """Heard first, seen second, straight last; where both help, what brings more."""
    if s.now >= CLEAR:
        return s.bad
    return "off" if s.now + s.quiet > s.near else "closer"


TWICE = ("堂屋", "门口背光")
ONCE = ("灶屋", "镜头有油")
SEEN = {"门口背光": "声音够了。看不清的是脸：背后太亮，转个身。", "镜头有油": "声音够了。看不清的是整个画面：镜头有油，擦一下。"}

work = form.work(
    {
        "now": lambda s: s.z - s.s,
        "more": form.near_whole(lambda s: framing.decibels_nearer(s.a, s.b)),
        "near": lambda s: s.now + s.more,
        "quieter": lambda s: s.now + s.quiet,
        "first": first,
    },
    [
        form.slip("noise_turned_off", "关了抽油烟机才算的", "①问现在，抽油烟机还开着，不加那 {quiet}：{z} − {s}。", at="now", now={"灶屋": lambda s: s.z - s.s + s.quiet}),
        form.slip("noise_off_taken_away", "拿关了少的去减", "①问现在，抽油烟机还开着，先不管那 {quiet}：{z} − {s}。", at="now", now={"灶屋": lambda s: abs(s.quiet - (s.z - s.s))}),
        form.slip("levels_added", "两个数加起来", "问的是差几，用减：{z} − {s}。", now=lambda s: s.s + s.z),
        form.slip("speech_alone", "只看说话多响", "这是说话的响。要看它比杂音高几分贝。", now=lambda s: s.s),
        form.slip("noise_alone", "只看杂音多响", "这是杂音的响。要看说话比它高几分贝。", now=lambda s: s.z),
        form.slip("gap_divided", "分贝拿来除", "分贝看差几，用减：{z} − {s}。", at="now", now=lambda s: s.z / s.s),
        form.slip("gap_averaged", "两个数取了平均", "问的是差几，不是平均：{z} − {s}。", now=lambda s: (s.z + s.s) / 2),
        form.slip("ten_off", "差了十", "{z} − {s}，十位再看一眼。", now=lambda s: s.z - s.s + 10),
        form.slip("ten_short", "少了十", "{z} − {s}，十位再看一眼。", at="now", now=dict.fromkeys(("堂屋", "门口背光", "镜头有油"), lambda s: s.z - s.s - 10)),
        form.slip("both_ends_counted", "头尾都数了", "差几，用减：{z} − {s}。不用再加一。", at="now", now=lambda s: s.z - s.s + 1),
        form.slip("centimetres_apart", "写成了近几厘米", "厘米是手机的。分贝看说话和杂音：{z} − {s}。", at="now", now={name: lambda s: s.a - s.b for name in TWICE}),
        form.slip("volume_clears", "大声就清楚", "加音量，杂音一起大。要算的是嘴近了。", at="near", more=lambda s: s.up),
        form.slip("times_added", "几倍就加几", "近几倍，不是加几。一个一半，加 6。", more=lambda s: s.a / s.b),
        form.slip("times_multiplied", "近几倍就乘几", "分贝不用乘。一个一半，加 6。", near=lambda s: s.now * s.a / s.b),
        form.slip("doubled", "近了就翻一倍", "不翻倍。一个一半，加 6：{a} 到 {b}，加 {more}。", near={name: lambda s: 2 * s.now for name in TWICE}),
        form.slip("six_times", "该加 6 的乘了 6", "一个一半，加 6。不是乘。", near=lambda s: 6 * s.now),
        form.slip("like_the_lamp", "照灯那样自己乘自己", "灯的亮度才自己乘自己。声音，一个一半加 6。", near=lambda s: s.now * (s.a / s.b) ** 2),
        form.slip("lamp_added", "照灯的倍数加", "灯的亮度才自己乘自己。声音，一个一半加 6。", more=lambda s: (s.a / s.b) ** 2),
        form.slip("halved_once", "只近了一个一半", "{a} 到 {b}，近了两个一半。加两回 6。", more=dict.fromkeys(TWICE, 6)),
        form.slip("halved_more", "多数了一个一半", "从 {a} 一半一半地数到 {b}，一个一半加 6：加 {more}。", more=dict.fromkeys(TWICE, 18) | dict.fromkeys(ONCE, 12)),
        form.slip("six_a_time", "近几倍就加几个 6", "一个一半加一个 6：{a} 到 {b} 是两个一半。", more=dict.fromkeys(TWICE, 24)),
        form.slip("ten_added", "加了 10", "近一个一半，加 6。{a} 到 {b}，加 {more}。", more=10),
        form.slip("nothing_gained", "以为挪近没用", "嘴近了，说话大了，杂音没变。会清楚的。", at="near", more=0),
        form.slip("gain_alone", "只写了多出来的", "这是多出来的。加上原来的 {now}。", at="near", now=0),
        form.slip("speech_after_alone", "只写了说话变多响", "这是说话的响。还要看比杂音高几分贝。", near=lambda s: s.s - s.more),
        form.slip("noise_after_alone", "从杂音里减了", "杂音没变，说话近了。拿原来高的 {now} 加上 {more}。", near=lambda s: s.z - s.more),
        form.slip("gain_taken_off", "该加的减了", "近了更清楚。是加，不是减。", near=lambda s: s.now - s.more),
        form.slip("noise_off_counted", "算成了去掉杂音", "这是去掉杂音的。问的是挪近。", near={"灶屋": lambda s: s.now + s.quiet}),
        form.slip("noise_off_too", "去杂音的也加上了", "问的是只挪近：加 {more}。关抽油烟机，另外算。", near={"灶屋": lambda s: s.now + s.more + s.quiet}),
        form.slip("volume_too", "加音量的也算上了", "加音量，杂音一起大。只算挪近：加 {more}。", near=lambda s: s.now + s.more + s.up),
        form.slip("centimetres_added", "把厘米加进去了", "厘米和分贝不能加。看近了几个一半。", more=lambda s: s.a - s.b),
    ],
)
q.mark(
    form.rule_number("now", points=1, of=work, within=0.4, why="离 0 近的响：−{s} 比 −{z} 响。{z} − {s} = {key_said}。"),
    form.rule_number("near", points=2, of=work, within=0.4, why="{a} 到 {b} 厘米，约多 {more}。{now} + {more}，约 {key_said}。屋里有回音，少一点。"),
    form.rule_choice(
        "first",
        points=2,
        of=work,
        why={
            "堂屋": "挪近，约高 {near}，听得清了。后期加音量，还是高 {now}。歪一点，不赶人。",
            "灶屋": "挪近约高 {near}，还不够。关掉抽油烟机，高 {quieter}。手边能关的，先关。",
            "门口背光": "高 {now}，听得清了。脸黑看不见人，先转身。",
            "镜头有油": "高 {now}，听得清了。镜头有油，什么都是糊的，擦一下。",
        },
        wrong=[
            form.wrong("volume_clears", "大声就清楚", "louder", "杂音一起大，说话还是高那么多。"),
            form.wrong("looks_first", "先扶正了画面", "tilt", "歪一点，人看得下去。还有一样，比歪更赶人走。"),
            form.wrong(
                "nearer_always",
                "没看清楚够不够，就挪近",
                {name: "closer" for name in ("灶屋", *SEEN)},
                {"灶屋": "近了是清楚些，可还不够。关掉抽油烟机，多得多。", **SEEN},
            ),
            form.wrong(
                "noise_first",
                "没看清楚够不够，就去杂音",
                {name: "off" for name in ("堂屋", *SEEN)},
                {"堂屋": "街上的声音管不了。能做的是嘴近一点。", **SEEN},
            ),
            form.wrong("face_is_lit", "脸不黑也转身", {name: "light" for name in ("堂屋", "灶屋", "镜头有油")}, "脸不黑。先看还有什么更赶人走。"),
            form.wrong("lens_is_clean", "没起雾，只擦镜头", {name: "lens" for name in ("堂屋", "灶屋", "门口背光")}, "擦是该擦，可画面没起雾。先改更赶人走的。"),
        ],
    ),
)
