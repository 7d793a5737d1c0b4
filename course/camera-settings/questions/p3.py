# %% tags=["question"]
# 第 3 题：三条里发哪一条，毛病怎么改
from nongju import form

q = form.question(
    "camera-settings/p3",
    see="讲一讲 三",
    scenes=[
        form.scene(
            "灯下切香肠",
            "晚上灯下切香肠，灯够亮，刀在动。手机有专业模式。\n三条里只发一条：甲像图一，乙像图二，丙像图五。",
            at="一",
        ),
        form.scene(
            "一坛渣海椒",
            "夜里一盏小灯，拍一坛渣海椒，坛子不动。手机有专业模式。\n三条里只发一条：甲像图五，乙像图三，丙像图一。",
            at="三",
        ),
        form.scene(
            "窗边倒莲子",
            "白天窗边，灯关了，莲子往下倒，快得很。手机有专业模式。\n三条里只发一条：甲像图二，乙像图五，丙像图四。",
            at="二",
        ),
        form.scene(
            "老手机",
            "灯下切山药。手机没有专业模式，调不了快门。\n拍了三条：甲像图一，乙像图二，丙像图四。还来得及重拍。",
            at="一",
        ),
        form.scene(
            "窗边的土豆",
            "白天窗边拍一筐土豆，土豆不动。相机全自动。\n三条里只发一条：甲像图四，乙像图五，丙像图三。",
            at="四",
        ),
    ],
    fields=[
        form.choice("send", "① 发哪一条？", {"a": "甲", "b": "乙", "c": "丙", "none": "都不发，重拍"}),
        form.choice(
            "cause",
            "② 像图{at}的那一条，毛病怪哪样？",
            {
                "lamp": "快门里，灯闪的不是整数下",
                "long": "东西在动，快门开久了",
                "dark": "光收少了，感光调得高",
                "bright": "亮度没锁，亮过了头",
                "phone": "手机不好",
            },
        ),
        form.choice(
            "next",
            "③ 那一条重拍，先改哪样？",
            {
                "one": "快门 1/100",
                "two": "快门 1/50",
                "fast": "快门 1/250",
                "guard": "打开「防闪烁」，没有就靠窗",
                "lock": "长按货，锁亮度，往下滑",
                "iso": "感光再调高",
                "phone": "换一部手机",
            },
        ),
    ],
)

# %% tags=["key"] points=5
LOOK = {
    "灯下切香肠": "图一是一道一道的横纹。刀边是清楚的，板子不白也不黑：怪灯。",
    "一坛渣海椒": "图三是满画面的麻点，没有横纹，也没拖影：光收少了。",
    "窗边倒莲子": "图二没有横纹，也没有麻点，动的拖了影：快门开久了。",
    "老手机": "图一是一道一道的横纹。刀边是清楚的，板子不白也不黑：怪灯。",
    "窗边的土豆": "图四是中间白成一片，没横纹，没麻点：亮过了头。",
}
STILL = {
    "灯下切香肠": "横纹还在。先调快门，装下整数下灯。",
    "一坛渣海椒": "麻点还在。要的是多收光：坛子不动，用 1/50。",
    "窗边倒莲子": "莲子还是糊的。快门再短些。",
    "老手机": "横纹还在。靠窗，或者打开「防闪烁」。",
    "窗边的土豆": "还是白的。长按土豆，往下滑。",
}
GUARD = {**STILL, "灯下切香肠": "防闪烁管横纹，不管刀糊。调得了快门，就直接用 1/100。"}
ISO = {**STILL, "一坛渣海椒": "感光不生光，麻点也跟着亮。", "窗边的土豆": "已经白过头，再调高更白。"}
SHORT = "开得太短，装不下整整一下灯，横纹更深。"
CAUSE = {"灯下切香肠": "lamp", "一坛渣海椒": "dark", "窗边倒莲子": "long", "老手机": "lamp", "窗边的土豆": "bright"}


def others(key):
    """The option in every scene where something else is to blame."""
    return {name: key for name in LOOK if CAUSE[name] != key}


q.mark(
    form.rule_choice(
        "send",
        points=2,
        key={"灯下切香肠": "c", "一坛渣海椒": "a", "窗边倒莲子": "b", "老手机": "none", "窗边的土豆": "b"},
        why={
            **dict.fromkeys(LOOK, "图五只是歪一点，裁一下就正。别的，后头都修不好。"),
            "老手机": "横纹、糊、白成一片，后头都修不回来。来得及，就重拍。",
        },
        wrong=[
            form.wrong("bands_overlooked", "没看横纹", {"灯下切香肠": "a", "一坛渣海椒": "c", "老手机": "a"}, "图一有横纹，一动就一闪一闪的，修不掉。"),
            form.wrong("blur_overlooked", "没看动的糊了", {"灯下切香肠": "b", "窗边倒莲子": "a", "老手机": "b"}, "图二动的拖了影，糊的修不清楚。"),
            form.wrong("noise_overlooked", "没看麻点", {"一坛渣海椒": "b", "窗边的土豆": "c"}, "图三满是麻点。抹掉麻点，细处也一起抹了。"),
            form.wrong("burnt_overlooked", "没看白了一大块", {"窗边倒莲子": "c", "老手机": "c", "窗边的土豆": "a"}, "图四白的地方，里头没有东西，调暗也出不来。"),
            form.wrong("tilt_thrown_away", "歪一点就不要了", {name: "none" for name in LOOK if name != "老手机"}, "图五只是歪一点，裁一下就正。能用的别扔。"),
        ],
    ),
    form.rule_choice(
        "cause",
        points=1,
        key=CAUSE,
        why=LOOK,
        wrong=[
            form.wrong("lamp_blamed", "没看有没有横纹", others("lamp"), LOOK),
            form.wrong("speed_blamed", "没看有没有拖影", others("long"), LOOK),
            form.wrong("dark_blamed", "没看有没有麻点", others("dark"), LOOK),
            form.wrong("burnt_blamed", "没看有没有白成一片", others("bright"), LOOK),
            form.wrong("phone_blamed", "怪手机不好", "phone", "换了手机，这样拍还是这样。先看画面上是哪种毛病。"),
        ],
    ),
    form.rule_choice(
        "next",
        points=2,
        key={"灯下切香肠": "one", "一坛渣海椒": "two", "窗边倒莲子": "fast", "老手机": "guard", "窗边的土豆": "lock"},
        why={
            "灯下切香肠": "1/100 里灯正好闪一下，刀也只走半厘米。",
            "一坛渣海椒": "1/50 里灯正好闪两下。坛子不动，光多收一倍，麻点就少。",
            "窗边倒莲子": "窗光不闪，不用凑整数下。动得快，就开短些。",
            "老手机": "调不了快门，就从灯下手：防闪烁会去凑整数下，窗光根本不闪。",
            "窗边的土豆": "土豆不动，光也够。按住它锁亮度，往下滑，纹路就回来了。",
        },
        wrong=[
            form.wrong("movement_forgotten", "忘了会动", {name: "two" for name in ("灯下切香肠", "窗边倒莲子", "老手机")}, "东西在动，1/50 开得久，要糊。"),
            form.wrong("fastest_always", "快门越快越好", {name: "fast" for name in ("灯下切香肠", "一坛渣海椒", "老手机")}, SHORT),
            form.wrong("less_light_than_could", "光少收了一半", {"一坛渣海椒": "one"}, "没横纹，可光少一半，麻点还多。坛子不动，开久些。"),
            form.wrong("flicker_in_daylight", "窗光也当成会闪", {"窗边倒莲子": "one"}, "窗光不闪，不用凑整数下。莲子快，再短些。"),
            form.wrong("setting_not_there", "选了手机上没有的", {"老手机": "one", "窗边的土豆": "fast"}, "这样拍，快门由手机自己定，调不了。换个办法。"),
            form.wrong("shutter_for_burnt", "白过头去调快门", {"窗边的土豆": "one"}, "相机全自动，快门调不了。长按土豆，往下滑。"),
            form.wrong("longer_when_burnt", "白过头还开久", {"窗边的土豆": "two"}, "开得久，光收得多，只会更白。"),
            form.wrong("guard_for_everything", "样样都靠防闪烁", {name: "guard" for name in LOOK if name != "老手机"}, GUARD),
            form.wrong("lock_for_everything", "样样都靠锁亮度", {name: "lock" for name in LOOK if name != "窗边的土豆"}, STILL),
            form.wrong("iso_makes_light", "感光调高就有光", "iso", ISO),
            form.wrong("phone_blamed", "怪手机不好", "phone", STILL),
        ],
    ),
)
