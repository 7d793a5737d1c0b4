# %% tags=["question"]
# 第 2 题：照着那一张拍
from nongju import form
from nongju.simulators import PHONE_CAMERA, question

q = question(
    "camera-settings/p2",
    PHONE_CAMERA,
    see="讲一讲 三",
    held="place",
    scenes=[
        form.scene("靠窗剁肉", "白天靠窗，刀剁得快。快门、感光、白平衡，自己动。", place="window"),
        form.scene("灯下切肉", "晚上，一盏亮灯，慢慢切。快门、感光、白平衡，自己动。", place="lamp"),
        form.scene("灶屋小灯", "晚上，灶屋一盏小灯，肉摆着不动。快门、感光、白平衡，自己动。", place="dim"),
    ],
    fields=[
        form.choice(
            "why",
            "这个快门为什么合适？",
            {
                "one": "灯正好闪一下，刀也不糊",
                "two": "灯正好闪两下，不动的货，多收一倍光",
                "fast": "窗光不闪，开短些，刀才不糊",
                "iso": "感光调高，画面就干净",
                "phone": "好手机什么快门都行",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.simulators import PHONE_CAMERA, rule_stars

WHY = {
    "靠窗剁肉": "窗光不闪，不用管整数下。刀剁得快，1/250 里只走半厘米不到。感光补到两百。",
    "灯下切肉": "1/100 里灯正好闪一下，没有横纹；刀只走半厘米。1/50 也没横纹，可刀糊了。",
    "灶屋小灯": "肉不动，就用 1/50：灯闪两下，光多收一倍，麻点少。1/100 也没横纹，可麻点多。",
}
PLACE = {"靠窗剁肉": "fast", "灯下切肉": "one", "灶屋小灯": "two"}
BEST = {
    "window": {"shutter": "250", "iso": 200, "kelvin": 5500},
    "lamp": {"shutter": "100", "iso": 300, "kelvin": 4000},
    "dim": {"shutter": "50", "iso": 900, "kelvin": 3000},
}

q.mark(
    rule_stars(
        PHONE_CAMERA, points=3, held="place",
        by=lambda s: {"place": s.place, **BEST[s.place]},
        why=lambda s: WHY[s.name] + "再让白碗是白的，就齐了。",
        wrong=[
            form.wrong(
                "bright_before_bands",
                "只看亮，没看横纹和糊",
                lambda s: {"shutter": "30"},
                {
                    "靠窗剁肉": "1/30 里刀走三厘米多，糊了。亮度用感光补。",
                    "灯下切肉": "1/30 里灯闪三下又多，有横纹，刀也糊。亮度用感光补。",
                    "灶屋小灯": "1/30 里灯闪三下又多，有横纹。亮度用感光补。",
                },
            ),
            form.wrong("shutter_left_alone", "快门没动", {"靠窗剁肉": lambda s: {"shutter": "60"}}, "快门还在开头那一格。刀剁得快，要短些。"),
            form.wrong(
                "sixty_hertz_shutter",
                "照外国的灯选快门",
                {"灯下切肉": lambda s: {"shutter": "60"}, "灶屋小灯": lambda s: {"shutter": "60"}},
                "1/60 是六十赫兹的电用的。我们的灯一秒闪一百下。",
            ),
            form.wrong(
                "not_quite_a_flash",
                "差一点也当整数下",
                {"灯下切肉": lambda s: {"shutter": "125"}, "灶屋小灯": lambda s: {"shutter": "125"}},
                "1/125 里灯闪不到一下，还有横纹。要正好整数下。",
            ),
            form.wrong("still_blurred", "快门还不够短", {"靠窗剁肉": lambda s: {"shutter": "125"}}, "1/125 里刀还走八毫米。再短一格。"),
            form.wrong(
                "fastest_always",
                "快门越快越好",
                {"灯下切肉": lambda s: {"shutter": "250"}, "灶屋小灯": lambda s: {"shutter": "250"}},
                "开得太短，装不下整整一下灯，横纹更深。",
            ),
            form.wrong("flicker_in_daylight", "窗光也当成会闪", {"靠窗剁肉": lambda s: {"shutter": "100"}}, "窗光不闪，不用凑整数下。1/100 里刀走一厘米，糊了。"),
            form.wrong(
                "less_light_than_could",
                "光少收了一半",
                {"灶屋小灯": lambda s: {"shutter": "100"}},
                "肉不动，开久一点不会糊。1/50 收两下灯的光。",
            ),
            form.wrong(
                "movement_forgotten",
                "忘了会动",
                {"灯下切肉": lambda s: {"shutter": "50"}, "靠窗剁肉": lambda s: {"shutter": "50"}},
                {"灯下切肉": "没有横纹了，可刀在动，糊了一厘米。", "靠窗剁肉": "刀剁得快，1/50 里走两厘米，糊了。"},
            ),
            form.wrong(
                "white_not_set",
                "白平衡没动",
                {name: lambda s: {"shutter": BEST[s.place]["shutter"], "kelvin": 5500} for name in ("灯下切肉", "灶屋小灯")},
                "灯光发黄，白碗也黄。白平衡往小里调，调到碗是白的。",
            ),
        ],
    ),
    form.rule_choice(
        "why",
        points=2,
        key=lambda s: PLACE[s.name],
        why=lambda s: WHY[s.name],
        wrong=[
            form.wrong("iso_makes_light", "感光调高就有光", "iso", "感光不生光。光收少了，调高只是把麻点一起调亮。"),
            form.wrong(
                "phone_blamed",
                "怪手机不好",
                "phone",
                {
                    "靠窗剁肉": "再贵的手机，快门开久了，刀一样糊。",
                    "灯下切肉": "再贵的手机，灯还是那样闪。快门对了，便宜手机也没横纹。",
                    "灶屋小灯": "再贵的手机，灯还是那样闪。快门对了，便宜手机也没横纹。",
                },
            ),
            form.wrong(
                "flicker_in_daylight",
                "窗光也当成会闪",
                {"靠窗剁肉": "one"},
                "窗光不闪。这里要管的是刀快。",
            ),
            form.wrong(
                "movement_forgotten",
                "忘了会动",
                {"灯下切肉": "two", "靠窗剁肉": "two"},
                "刀在动。开得久，多收的光也是糊的。",
            ),
            form.wrong("lamp_as_window", "灯光当成窗光", {"灯下切肉": "fast", "灶屋小灯": "fast"}, "这里是灯，不是窗。灯会闪，太短就有横纹。"),
            form.wrong("less_light_than_could", "光少收了一半", {"灶屋小灯": "one"}, "这里没有刀在动。开久一点，光多收一倍。"),
        ],
    ),
)
