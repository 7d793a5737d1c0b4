# %% tags=["predict"]
# 猜一猜：一分钟的 4K，传多久
from nongju import form

q = form.question(
    "camera-settings/guess-2",
    scenes=[
        form.scene(
            "服务中心",
            "用 4K 拍一分钟，一秒占 {rate} 兆位。服务中心的网，一秒传得出去 {line} 兆位。",
            rate=fact("bitrate_4k_assumed"),
            line=fact("line_up_assumed"),
        ),
    ],
    fields=[
        form.choice(
            "pick",
            "我猜要：",
            {"half": "半分钟", "one": "一分半", "five": "五分钟", "ten": "十分钟还多"},
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="ten",
        why="一分钟有 60 × {rate} 兆位，一秒传 {line} 兆位，要十分钟还多。",
        wrong=[
            form.wrong("bits_as_bytes", "位当成字节", "one", "兆位、兆字节差 8 倍。两边都用兆位，再除。"),
            form.wrong("upload_faster_than_film", "以为传比拍快", "half", "服务中心往外传的线细。先看一秒传得走几兆位。"),
            form.wrong("as_for_1080", "照 1080P 想的", "five", "4K 一秒占的，差不多是 1080P 的三倍。"),
        ],
    ),
)
