# %% tags=["predict"]
# 猜一猜：同一筐土豆，哪张点开的人多，好在哪里
from nongju import form

q = form.question(
    "camera-settings/guess-1",
    scenes=[form.scene("两张土豆", "同一筐土豆，一样的价，排在一起。买的人先点开哪一张？")],
    fields=[
        form.choice("pick", "我猜先点开的是：", {"right": "右边", "left": "左边", "same": "都一样，土豆是一样的"}),
        form.choice(
            "why",
            "右边那张，跟左边差在哪里？",
            {
                "phone": "换了一部贵手机",
                "lamp": "加了一盏亮灯",
                "set": "手机没换，只是靠窗、走近、锁住亮度",
                "later": "拍完再修的",
            },
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=0.5,
        key="right",
        why="没有人替这两张数过。可买的人摸不到货，看得清皮、看得出大小的，多半先点。",
        wrong=[
            form.wrong("plain_looks_real", "以为暗一点才真", "left", "看不清的，人家当成藏着什么。看得清才信。"),
            form.wrong("picture_not_counted", "没算照片", "same", "土豆一样，买的人却只看得到照片。"),
        ],
    ),
    form.rule_guess(
        "why",
        points=0.5,
        key="set",
        why="同一部手机。挪到窗边，走近两步，长按锁住亮度，旁边放个蛋比大小。",
        wrong=[
            form.wrong("dear_phone_needed", "以为要换贵手机", "phone", "同一部手机，摆好了就清楚。先学会用手里这部。"),
            form.wrong("more_lamp_needed", "以为只差一盏灯", "lamp", "没加灯，是窗光。光从侧边来，皮上的纹路才看得见。"),
            form.wrong("mend_afterwards", "以为拍完再修", "later", "太远、太暗的，后头修不出来。拍之前弄好。"),
        ],
    ),
)
