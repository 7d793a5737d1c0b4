# %% tags=["question"]
# 第 8 题：30 帧还是 60 帧
from nongju import form

q = form.question(
    "camera-settings/p8",
    scenes=[
        form.scene(
            "灯下说话",
            "晚上灯下说话，拍 {sec} 秒，光不太足。30 帧一秒占 {m30} 兆位，60 帧一秒占 {m60} 兆位。\n"
            "有本手册（2023年）说，人出镜用 {book} 帧。",
            sec=20,
            fast=60,
            m30=16,
            m60=[24, 26],
            book=fact("handbook_fps_2023"),
        ),
        form.scene(
            "太阳下倒黄豆",
            "大太阳下倒黄豆，拍 {sec} 秒，想放慢一半看豆子跳。30 帧一秒占 {m30} 兆位，{fast} 帧一秒占 {m60} 兆位。",
            sec=10,
            fast=60,
            m30=16,
            m60=[24, 26],
        ),
        form.scene(
            "夜里打糍粑",
            "夜里灯下打糍粑，拍 {sec} 秒。有人说 {fast} 帧慢动作高级。30 帧一秒占 {m30} 兆位，{fast} 帧一秒占 {m60} 兆位。",
            sec=15,
            fast=240,
            m30=16,
            m60=[60, 64],
        ),
    ],
    fields=[
        form.number("frames", "① {fast} 帧拍完，一共几张？", unit="张"),
        form.number("more", "② 比 30 帧多占几 MB？", unit="MB"),
        form.choice("which", "③ 用哪种？", {"f30": "30 帧", "f60": "60 帧", "f240": "240 帧"}),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import transfer


def n(value):
    return plain(value, 2)


KEY = {"灯下说话": "f30", "太阳下倒黄豆": "f60", "夜里打糍粑": "f30"}
TOLD = {
    "灯下说话": "手册说的顺滑是真的。可灯下光不足，60 帧开不了 1/50，麻点多，文件又大。说话 30 帧够顺。",
    "太阳下倒黄豆": "要放慢一半，60 帧放慢了，一秒还有 30 张，不卡。太阳足，也不怕灯闪。",
    "夜里打糍粑": "240 帧，一张最多开 1/240 秒，灯不够闪一下，横纹更深，又暗。用 30 帧，照常速。",
}


def more(s):
    return transfer.clip_megabytes(s.m60, s.sec) - transfer.clip_megabytes(s.m30, s.sec)


q.mark(
    form.rule_number(
        "frames",
        points=1,
        within=0.5,
        key=lambda s: s.fast * s.sec,
        why=lambda s: f"一秒 {n(s.fast)} 张，{n(s.sec)} 秒，{n(s.fast * s.sec)} 张。",
        wrong=[
            form.wrong("thirty_counted", "照 30 帧数的", lambda s: 30 * s.sec, "这是 30 帧的。问的是 {fast} 帧。"),
            form.wrong("one_second_only", "只算了一秒", lambda s: s.fast, "这是一秒的。还要乘几秒。"),
            form.wrong("minute_counted", "当成拍了一分钟", lambda s: s.fast * 60, "只拍 {sec} 秒。"),
        ],
    ),
    form.rule_number(
        "more",
        points=2,
        within=0.5,
        key=more,
        why=lambda s: f"一秒多 {n(s.m60 - s.m30)} 兆位，{n(s.sec)} 秒多 {n((s.m60 - s.m30) * s.sec)} 兆位。除以 8，{n(more(s))} MB。",
        wrong=[
            form.wrong("bits_as_bytes", "位当成字节", lambda s: more(s) * 8, "这是多少兆位。一个字节八位，要除以 8。"),
            form.wrong("whole_not_more", "写成了一共多大", lambda s: transfer.clip_megabytes(s.m60, s.sec), "问的是多占的。减掉 30 帧那份。"),
            form.wrong(
                "frames_for_size",
                "张数几倍就大几倍",
                lambda s: transfer.clip_megabytes(s.m30, s.sec) * (s.fast / 30 - 1),
                "张数多一倍，文件不会正好大一倍。照一秒占的数算。",
            ),
        ],
    ),
    form.rule_choice(
        "which",
        points=2,
        key=lambda s: KEY[s.name],
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("more_frames_better", "帧越多越好", {"灯下说话": "f60", "夜里打糍粑": "f60"}, "顺滑是真的。可光不够，又在灯下，先用 30 帧。"),
            form.wrong("slow_motion_fancier", "慢动作更高级", "f240", "一张只开 1/240 秒，又暗。不放慢那么多，就用不着。"),
            form.wrong("thirty_always", "总是 30 帧", {"太阳下倒黄豆": "f30"}, "平常是 30 帧。可要放慢一半，一秒只剩 15 张，会卡。"),
        ],
    ),
)
