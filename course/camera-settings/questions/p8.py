# %% tags=["question"]
# 第 8 题：一秒几张
from nongju import form

q = form.question(
    "camera-settings/p8",
    see="讲一讲 四",
    scenes=[
        form.scene(
            "灯下说话",
            "晚上灯下说话，拍 {sec} 秒，光不太足，不放慢。30 帧一秒占 {m30} 兆位，{fast} 帧一秒占 {m60} 兆位。\n"
            "有本手册（2023年）说，人出镜用 {book} 帧。",
            sec=20,
            fast=60,
            m30=18,
            m60=[29, 31],
            book=fact("handbook_fps_2023"),
        ),
        form.scene(
            "太阳下倒黄豆",
            "大太阳下倒黄豆，拍 {sec} 秒，想放慢一半看豆子跳。30 帧一秒占 {m30} 兆位，{fast} 帧一秒占 {m60} 兆位。",
            sec=12,
            fast=60,
            m30=18,
            m60=[29, 31],
        ),
        form.scene(
            "夜里打糍粑",
            "夜里灯下打糍粑，拍 {sec} 秒，照常速放。有人说 {fast} 帧高级。30 帧一秒占 {m30} 兆位，{fast} 帧一秒占 {m60} 兆位。",
            sec=12,
            fast=240,
            m30=18,
            m60=[62, 66],
        ),
        form.scene(
            "荷叶上的水珠",
            "大太阳下，水珠从荷叶上滚下来，拍 {sec} 秒，想放慢到八分之一。30 帧一秒占 {m30} 兆位，{fast} 帧一秒占 {m60} 兆位。",
            sec=6,
            fast=240,
            m30=18,
            m60=[62, 66],
        ),
    ],
    fields=[
        form.number("size", "① {fast} 帧那条，多大？", unit="MB"),
        form.number("more", "② 比 30 帧的，多占几 MB？", unit="MB"),
        form.choice("which", "③ 用哪种？", {"f30": "30 帧", "f60": "60 帧", "f240": "240 帧"}),
    ],
)

# %% tags=["key"] points=5
from nongju.models import transfer

SIXTY, FAST = ("灯下说话", "太阳下倒黄豆"), ("夜里打糍粑", "荷叶上的水珠")  # 60 frames, and eight times 30

work = form.work(
    {
        "size": lambda s: transfer.clip_megabytes(s.m60, s.sec),
        "usual": lambda s: transfer.clip_megabytes(s.m30, s.sec),
        "more": lambda s: s.size - s.usual,
    },
    [
        form.slip(
            "bits_as_bytes", "位当成字节", "这是兆位。八位才是一个字节，要除以 8。",
            size=dict.fromkeys(SIXTY, lambda s: s.m60 * s.sec), usual=dict.fromkeys(SIXTY, lambda s: s.m30 * s.sec),
        ),
        form.slip(
            "eight_times_too_big", "正好大了八倍", "兆位除以 8，才是 MB。张数再多、放得再慢，都已经算在一秒占的里。",
            size=dict.fromkeys(FAST, lambda s: s.m60 * s.sec), usual=dict.fromkeys(FAST, lambda s: s.m30 * s.sec),
        ),
        form.slip("one_eight_times", "大的那条大了八倍", "兆位除以 8，才是 MB。放得再慢，拍的还是 {sec} 秒。", at="more", size=dict.fromkeys(FAST, lambda s: s.m60 * s.sec)),
        form.slip("twice_too_big", "又翻了一倍", "一秒占 {m60} 兆位，就是 {fast} 帧的，不再翻倍。放慢不放慢，拍的都是 {sec} 秒。", size=dict.fromkeys(SIXTY, lambda s: s.m60 * s.sec / 4)),
        form.slip("both_twice", "两条都翻了一倍", "放慢不放慢，拍的都是 {sec} 秒。照拍的秒数乘。", at="more", sec=dict.fromkeys(SIXTY, lambda s: 2 * s.sec)),
        form.slip("eight_times", "该除 8 的乘了 8", "位变字节，数变小。除以 8。", size=lambda s: s.m60 * s.sec * 8, usual=lambda s: s.m30 * s.sec * 8),
        form.slip("ten_for_eight", "八位当成十位", "八位才是一个字节。除以 8，不除 10。", size=lambda s: s.m60 * s.sec / 10, usual=lambda s: s.m30 * s.sec / 10),
        form.slip("one_second_only", "只算了一秒", "只算了一秒的。拍了 {sec} 秒，还要乘。", sec=1),
        form.slip("rate_as_size", "一秒占的当成一条的", "这是一秒占的兆位。乘 {sec} 秒，再除以 8。", at="size", size=lambda s: s.m60),
        form.slip("minute_counted", "当成拍了一分钟", "只拍了 {sec} 秒。", sec=60),
        form.slip("length_in_minutes", "秒先换成了分钟", "一秒占几兆位，就乘几秒：{sec} 秒。", sec=lambda s: s.sec / 60),
        form.slip("frames_as_rate", "帧数当成了兆位", "帧数是一秒几张。大小照一秒占的算：{m60} 兆位。", m60=lambda s: s.fast, m30=30),
        form.slip("rate_times_frames", "又乘了张数", "{m60} 兆位，已经是一秒 {fast} 张合起来的。只乘秒数。", m60=lambda s: s.m60 * s.fast, m30=lambda s: s.m30 * 30),
        form.slip("thirty_counted", "照 30 帧算的", "这是 30 帧那条。问的是 {fast} 帧，一秒占 {m60} 兆位。", size=lambda s: s.m30 * s.sec / 8, at="size"),
        form.slip("frames_for_size", "张数几倍就大几倍", "张数多几倍，文件不会正好大几倍。照一秒占的算。", at="size", m60=lambda s: s.m30 * s.fast / 30),
        form.slip("frames_counted", "写成了一共几张", "这是一共几张。大小照一秒占的算：{m60} 兆位。", at="size", size=lambda s: s.fast * s.sec),
        form.slip("two_clips", "算成了两条一共", "问的是 {fast} 帧那一条。", at="size", size=lambda s: (s.m60 + s.m30) * s.sec / 8),
        form.slip("whole_not_more", "写成了一共多大", "问的是多占的。减掉 30 帧那条。", at="more", usual=0),
        form.slip("usual_not_more", "写成了 30 帧那条", "这是 30 帧那条。问的是多占的，两条减一减。", more=lambda s: s.usual),
        form.slip("both_added", "两条加起来了", "问的是多占的：减，不是加。", more=lambda s: s.size + s.usual),
        form.slip("more_a_second", "只算了一秒多的", "这是一秒多的兆位。乘 {sec} 秒，再除以 8。", more=lambda s: s.m60 - s.m30),
        form.slip("times_for_more", "写成了几倍", "这是几倍。问的是多几 MB：减。", more=lambda s: s.size / s.usual),
        form.slip("percent_for_more", "写成了多百分之几", "这是多百分之几。问的是多几 MB：减就是了。", more=lambda s: (s.size / s.usual - 1) * 100),
        form.slip("frames_more", "写成了多几帧", "这是一秒多几张。问的是多几 MB：两条减一减。", more=lambda s: s.fast - 30),
    ],
)
TOLD = {
    "灯下说话": "手册说的顺滑是真的。可灯下光不足，60 帧开不了 1/50，麻点多，文件又大。说话 30 帧够顺。",
    "太阳下倒黄豆": "放慢一半，60 帧一秒还有 30 张，不卡。太阳足，也不怕灯闪。",
    "夜里打糍粑": "240 帧，一张最多开 1/240 秒，灯不够闪一下，横纹更深，又暗。常速放，30 帧就够。",
    "荷叶上的水珠": "放慢到八分之一，240 帧一秒还有 30 张，不卡。太阳足，开得短也够亮。",
}
q.mark(
    form.rule_number("size", points=1, of=work, within=0.3, why="{m60} × {sec} ÷ 8，{key_said}。"),
    form.rule_number("more", points=2, of=work, within=0.3, why="30 帧那条 {usual} MB。{size} − {usual}，多 {key_said}。"),
    form.rule_choice(
        "which",
        points=2,
        key={"灯下说话": "f30", "太阳下倒黄豆": "f60", "夜里打糍粑": "f30", "荷叶上的水珠": "f240"},
        why=TOLD,
        wrong=[
            form.wrong(
                "more_frames_better",
                "帧越多越好",
                {"灯下说话": "f60", "夜里打糍粑": "f60"},
                "不放慢，30 帧就够顺。光又不够，帧多了更暗。",
            ),
            form.wrong(
                "slow_motion_fancier",
                "帧数多得用不上",
                {name: "f240" for name in ("灯下说话", "太阳下倒黄豆", "夜里打糍粑")},
                {
                    "灯下说话": "不放慢，用不上。一张只开 1/240 秒，又暗，灯下还有横纹。",
                    "太阳下倒黄豆": "只放慢一半，60 帧够了。再多，白占地方。",
                    "夜里打糍粑": "照常速放，用不上。一张只开 1/240 秒，又暗，灯下还有横纹。",
                },
            ),
            form.wrong(
                "thirty_always",
                "总是 30 帧",
                {"太阳下倒黄豆": "f30", "荷叶上的水珠": "f30"},
                {"太阳下倒黄豆": "放慢一半，一秒只剩 15 张，会卡。", "荷叶上的水珠": "放慢到八分之一，一秒只剩四张不到，卡得很。"},
            ),
            form.wrong("sixty_for_eighth", "没算放慢以后剩几张", {"荷叶上的水珠": "f60"}, "放慢到八分之一，60 帧一秒只剩七八张，会卡。"),
        ],
    ),
)
