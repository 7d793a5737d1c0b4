# %% tags=["question"]
# 第 3 题：快门调几
from nongju import form

q = form.question(
    "camera-settings/p3",
    scenes=[
        form.scene(
            "灯下切香肠",
            "晚上灯下切香肠，灯够亮，手机有专业模式。灯一秒亮暗 {f} 下。\n"
            "{what}一秒走 {speed} 厘米。糊过 {most} 厘米，就看得出来。",
            f=100,
            a=60,
            b=50,
            what="刀",
            speed=[45, 50],
            most=0.6,
        ),
        form.scene(
            "一坛渣海椒",
            "夜里一盏小灯，拍一坛渣海椒，坛子不动。手机有专业模式，光有点不够。灯一秒亮暗 {f} 下。\n"
            "{what}，一秒晃 {speed} 厘米。糊过 {most} 厘米，就看得出来。",
            f=100,
            a=30,
            b=50,
            what="手拿着",
            speed=[3, 4],
            most=0.1,
        ),
        form.scene(
            "窗边倒莲子",
            "白天窗边，灯关了，光很足。手机有专业模式。\n"
            "{what}往下倒，一秒走 {speed} 厘米。糊过 {most} 厘米，就看得出来。",
            f=100,
            a=125,
            b=100,
            what="莲子",
            speed=[120, 140],
            most=0.6,
        ),
        form.scene(
            "老手机",
            "灯下切山药，画面一道一道。手机没有专业模式，调不了快门，查出来它自己用的是 1/{a}。\n"
            "灯一秒亮暗 {f} 下。{what}一秒走 {speed} 厘米，糊过 {most} 厘米就看得出来。",
            f=100,
            a=125,
            b=60,
            what="刀",
            speed=[30, 40],
            most=0.6,
        ),
    ],
    fields=[
        form.number("count", "① 快门开 1/{a} 秒，灯闪几下？（没开灯写 0）", unit="下"),
        form.number("blur", "② 快门开 1/{b} 秒，糊几厘米？", unit="厘米"),
        form.choice(
            "shutter",
            "③ 怎么调？",
            {
                "s30": "1/30",
                "s50": "1/50",
                "s60": "1/60",
                "s100": "1/100",
                "s250": "1/250",
                "other": "打开「防闪烁 50 赫兹」，没有就白天靠窗",
                "phone": "换一部手机",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import camera


def n(value):
    return plain(value, 2)


LAMP = ("灯下切香肠", "一坛渣海椒", "老手机")
KEY = {"灯下切香肠": "s100", "一坛渣海椒": "s50", "窗边倒莲子": "s250", "老手机": "other"}


def count(s):
    return camera.flashes(1 / s.a, s.f / 2) if s.name in LAMP else 0


def blur(s, parts=None):
    return camera.motion_blur(s.speed, 1 / (parts or s.b))


def for_lamps(predict):
    return {name: predict for name in LAMP}


def told(s):
    if s.name == "灯下切香肠":
        return f"1/100 灯闪一下，1/50 闪两下，都没横纹。可 1/50 刀糊 {n(blur(s, 50))} 厘米，1/100 只糊 {n(blur(s, 100))} 厘米。"
    if s.name == "一坛渣海椒":
        return f"坛子不动，手晃在 1/50 里只糊 {n(blur(s, 50))} 厘米。1/50 灯闪两下，没横纹，光比 1/100 多一倍。"
    if s.name == "窗边倒莲子":
        return f"窗光不闪。莲子快，1/100 糊 {n(blur(s, 100))} 厘米，1/250 只糊 {n(blur(s, 250))} 厘米。"
    return "调不了快门，就从灯下手：防闪烁会让快门装整数下。没有这一项，窗光不闪，也不花钱。"


q.mark(
    form.rule_number(
        "count",
        points=2,
        within=0.04,
        key=count,
        why=lambda s: (
            f"一秒 {n(s.f)} 下，{n(s.f)} ÷ {n(s.a)} = {n(count(s))} 下。" if s.name in LAMP else "灯关了，窗光不闪，0 下。"
        ),
        wrong=[
            form.wrong("mains_not_doubled", "一个来回只算亮一下", for_lamps(lambda s: s.f / 2 / s.a), "电一个来回，灯亮两下。一秒一百下。"),
            form.wrong("upside_down", "除反了", for_lamps(lambda s: s.a / s.f), "一秒一百下，再除以快门那个数。"),
            form.wrong("flicker_in_daylight", "窗光也当成会闪", {"窗边倒莲子": lambda s: s.f / s.a}, "灯关了，只有窗光。窗光不闪。"),
            form.wrong("frames_for_flashes", "把一秒 30 帧当成灯闪", {"窗边倒莲子": 30}, "帧是手机拍几张，灯闪是灯的事。灯关了就是 0。"),
        ],
    ),
    form.rule_number(
        "blur",
        points=1,
        within=0.012,
        key=blur,
        why=lambda s: f"{n(s.speed)} ÷ {n(s.b)} = {n(blur(s))} 厘米。",
        wrong=[
            form.wrong("whole_second", "当成开了一整秒", lambda s: s.speed, "快门只开 1/{b} 秒。要除一除。"),
            form.wrong("frame_time", "当成开满一帧", lambda s: blur(s, 30), "一秒 30 帧，不等于快门开 1/30。问的是 1/{b}。"),
            form.wrong("times_ten", "小数点看错一位", lambda s: blur(s) * 10, "再除一遍。小数点往前一位。"),
        ],
    ),
    form.rule_choice(
        "shutter",
        points=2,
        key=lambda s: KEY[s.name],
        why=told,
        wrong=[
            form.wrong("sixty_hertz_shutter", "照外国的灯选快门", "s60", "1/60 是六十赫兹的电用的。我们的灯一秒闪一百下。"),
            form.wrong("bright_before_bands", "只图亮，快门放慢", "s30", "亮是亮了，灯闪三下又多，有横纹；动的也糊。"),
            form.wrong("phone_blamed", "怪手机不好", "phone", "再贵的手机，灯还是那样闪。先动快门，先动灯。"),
            form.wrong(
                "fastest_always",
                "快门越快越好",
                {"灯下切香肠": "s250", "一坛渣海椒": "s250", "老手机": "s250"},
                "快了装不下整整一下灯，横纹更深，还暗。",
            ),
            form.wrong("movement_forgotten", "忘了会动", {"灯下切香肠": "s50", "窗边倒莲子": "s50"}, "会动的东西，开久了就糊。先算糊几厘米。"),
            form.wrong("less_light_than_could", "光少收了一半", {"一坛渣海椒": "s100"}, "没横纹，也不糊，可光少一半，麻点多。1/50 更好。"),
            form.wrong("flicker_in_daylight", "窗光也当成会闪", {"窗边倒莲子": "s100"}, "窗光不闪，不用凑整数。莲子快，再短些。"),
            form.wrong("setting_not_there", "选了手机上没有的", {"老手机": "s100"}, "1/100 是对的，可这部手机调不了。换个办法。"),
        ],
    ),
)
