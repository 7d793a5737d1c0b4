# %% tags=["question"]
# 第 5 题：声音加多少
from nongju import form

q = form.question(
    "clip-editing/p5",
    scenes=[
        form.scene(
            "说话轻了",
            "一段说话，响度 −{l}，最响的一下 −{p}。片子要 −16。话听得清，就是轻。",
            l=[24, 26],
            p=13,
        ),
        form.scene(
            "轻里有炸",
            "一段说话，响度 −{l}，敲了一下锅，最响的一下 −{p}。片子要 −16。离手机一米说的，杂音不小。",
            l=[27, 28],
            p=7,
        ),
        form.scene(
            "太响了",
            "一段吆喝，响度 −{l}，最响的一下 −{p}。片子要 −16。别的几段都轻。",
            l=[9, 10],
            p=2,
        ),
        form.scene(
            "只有电扇",
            "一段切肉的镜头，没人说话，只有电扇响。响度 −{l}，最响的一下 −{p}。片子要 −16。",
            l=[38, 40],
            p=30,
        ),
    ],
    fields=[
        form.number("gap", "① 响度离 −16 差几分贝？", unit="分贝"),
        form.number("room", "② 照差的加（减）了，最响的一下离 0 还有几分贝？（过了 0 写 0）", unit="分贝"),
        form.choice(
            "act",
            "③ 怎么办？",
            {
                "gain": "加上去",
                "again": "别硬加，嘴凑近重拍",
                "down": "减下来",
                "mute": "静音，配字",
                "most": "加到最大声",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain

ACT = {"说话轻了": "gain", "轻里有炸": "again", "太响了": "down", "只有电扇": "mute"}
TOLD = {
    "说话轻了": "加上去，最响的一下也没碰 0。话听得清，加就行。",
    "轻里有炸": "加上去，锅那一下过了 0，会炸。杂音也跟着大。嘴凑近，别敲锅，重拍。",
    "太响了": "减下来，和别的几段一样响。看的人不用调音量。",
    "只有电扇": "没人说话，加上去只是电扇更响。静音，写几个字。",
}


def n(value):
    return plain(value, 1)


def gap(s):
    return abs(s.l - 16)


def room(s):
    """Decibels left below 0 when the clip is brought to -16."""
    return max(0, s.p - (s.l - 16))


q.mark(
    form.rule_number(
        "gap",
        points=1,
        within=0.4,
        key=gap,
        why=lambda s: f"{n(max(s.l, 16))} − {n(min(s.l, 16))} = {n(gap(s))} 分贝。" + ("数越小越响，要减。" if s.l < 16 else "要加。"),
        wrong=[
            form.wrong("levels_added", "两个数加起来", lambda s: s.l + 16, "都是负的，问的是差几。大的减小的。"),
            form.wrong("level_for_gap", "写成了响度", lambda s: s.l, "问的是离 −16 差几。再减一减。"),
            form.wrong("peak_for_level", "拿最响的一下当响度", lambda s: abs(s.p - 16), "响度是整段的，最响的一下只是一下。"),
        ],
    ),
    form.rule_number(
        "room",
        points=2,
        within=0.4,
        key=room,
        why=lambda s: (
            f"最响的一下 −{n(s.p)}，{'减' if s.l < 16 else '加'} {n(gap(s))}："
            + (f"离 0 还有 {n(room(s))} 分贝。" if room(s) else "过了 0，会炸。")
        ),
        wrong=[
            form.wrong("peak_unmoved", "最响的一下没跟着动", lambda s: s.p, "整段加了，最响的一下也跟着加。"),
            form.wrong(
                "room_the_wrong_way",
                "加减弄反",
                lambda s: s.p + s.l - 16 if s.l > 16 else max(0, s.p - gap(s)),
                "加了声音，离 0 就近了；减了声音，离 0 就远了。",
            ),
            form.wrong("over_written_as_left", "过了的写成还有", {"轻里有炸": lambda s: s.l - 16 - s.p}, "已经过了 0，没有剩的了。"),
            form.wrong("room_to_target", "离 −16 的当成离 0 的", {"说话轻了": 16, "只有电扇": 16, "太响了": 16}, "−16 是整段的响度。这里问最响的一下。"),
        ],
    ),
    form.rule_choice(
        "act",
        points=2,
        key=lambda s: ACT[s.name],
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("loudest_is_best", "越响越好", "most", "太响会炸，看的人手一抖就划走了。到 −16 就够。"),
            form.wrong("peaks_forgotten", "没看最响的一下", {"轻里有炸": "gain"}, "加上去，敲锅那一下会炸。先看最响的一下。"),
            form.wrong("noise_lifted", "杂音也一起加", {"只有电扇": "gain", "太响了": "gain"}, "加的是全部声音，杂音也一起大。"),
            form.wrong("reshot_for_nothing", "能调的也去重拍", {"说话轻了": "again"}, "重拍更好，这是真的。可这段听得清，加一加就行。"),
        ],
    ),
)
