# %% tags=["question"]
# 第 5 题：这条声音怎么办，为什么
from nongju import form

q = form.question(
    "clip-editing/p5",
    see="讲一讲 五",
    scenes=[
        form.scene("报价那句", "看上面第一条。一句报价，人还在，手机还在。整条片子要一样响。", strip="第一条"),
        form.scene("锅边说话", "看上面第二条。边炒边说，锅铲敲了一下。人还在，手机还在。", strip="第二条"),
        form.scene("隔远了说", "看上面第三条。人站在两米外说，抽油烟机开着。人还在，手机还在。", strip="第三条"),
        form.scene("集上吆喝", "看上面第四条。赶场天的一声吆喝，别的几段都轻。场已经散了。", strip="第四条"),
        form.scene("切肉", "看上面第五条。切肉的镜头，没人说话，电扇一直转。肉已经切完了。", strip="第五条"),
    ],
    fields=[
        form.choice(
            "act",
            "① {strip}，怎么办？",
            {"gain": "整段加大", "down": "整段减小", "again": "嘴凑近，重录一遍", "mute": "静音，配字"},
        ),
        form.choice(
            "why",
            "② 为什么？",
            {
                "clean": "话清楚、没杂音，最响的一下离 0 还远",
                "spike": "有一下已经快碰 0，再加就炸",
                "noise": "杂音和话差不多高，加大一起大",
                "loud": "整段比 −16 那条线高，人家要去调音量",
                "hum": "没有人说话，只有杂音",
            },
        ),
    ],
)

# %% tags=["key"] points=5
QUIET, SPIKE, FAR, SHOUT, FAN = "报价那句", "锅边说话", "隔远了说", "集上吆喝", "切肉"
ACT = {QUIET: "gain", SPIKE: "again", FAR: "again", SHOUT: "down", FAN: "mute"}
WHY = {QUIET: "clean", SPIKE: "spike", FAR: "noise", SHOUT: "loud", FAN: "hum"}
TOLD = {
    QUIET: "话清楚，就是轻。加大了，最响的一下也碰不到 0。",
    SPIKE: "加大了，锅铲那一下就过 0，会炸。人还在，凑近重录，别敲锅。",
    FAR: "加大了，抽油烟机一起大，还是听不清。关了它，凑近重录。",
    SHOUT: "没有杂音，也没碰到 0，就是响。减小，和别的几段一样响。",
    FAN: "加大了，只是电扇更响。肉切完了，拍不回来。静音，写几个字。",
}


def in_scenes(option, *names):
    """An option that is wrong in these scenes."""
    return dict.fromkeys(names, option)


q.mark(
    form.rule_choice(
        "act",
        points=3,
        key=lambda s: ACT[s.name],
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("peaks_forgotten", "没看最响的一下", {SPIKE: "gain"}, "整段加大，最响的一下也加。锅铲那一下会过 0。"),
            form.wrong("noise_lifted", "杂音也一起加", {FAR: "gain", FAN: "gain"}, "加大的是全部声音，杂音一起大。"),
            form.wrong("loud_made_louder", "响的又加了", {SHOUT: "gain"}, "它已经比 −16 那条线高。再加，更吵，也快碰 0 了。"),
            form.wrong("quiet_made_quieter", "轻的又减了", {QUIET: "down", SPIKE: "down", FAR: "down"}, "话已经比 −16 那条线低。再减，更听不见。"),
            form.wrong("noise_made_lower", "杂音减一减就留下", {FAN: "down"}, "减小了，也还是只有电扇。没人说话，用不着它。"),
            form.wrong("good_sound_done_again", "能调的也去重录", {QUIET: "again"}, "话清楚，没杂音。加一加就行，不用重录。"),
            form.wrong("past_done_again", "拍不回来的还去重来", {SHOUT: "again", FAN: "again"}, {SHOUT: "场散了，录不回来。没有杂音，减小就能用。", FAN: "肉切完了，录不回来。没人说话，静音就能用。"}),
            form.wrong("voice_muted", "有话的也静音", {QUIET: "mute", SPIKE: "mute", FAR: "mute", SHOUT: "mute"}, "里头有人说话，看的人要听。静音了，话就没了。"),
        ],
    ),
    form.rule_choice(
        "why",
        points=2,
        key=lambda s: WHY[s.name],
        why={
            QUIET: "第一条，杂音低，柱子都在线下，离 0 还远。",
            SPIKE: "第二条，别的都低，只有一下快碰 0。",
            FAR: "第三条，灰的杂音和话的柱子差不多高。",
            SHOUT: "第四条，柱子都高过 −16 那条线，离 0 还有一截。",
            FAN: "第五条，只有灰的杂音，没有说话的柱子。",
        },
        wrong=[
            form.wrong("peaks_forgotten", "没看最响的一下", {SPIKE: "clean"}, "看最高那一下，快碰到 0 了。"),
            form.wrong("noise_not_seen", "没看灰的杂音", {FAR: "clean"}, "灰的是杂音，和话差不多高。"),
            form.wrong("line_not_seen", "没和 −16 那条线比", {SHOUT: "clean"}, "柱子都比 −16 那条线高。话是清楚，可太响。"),
            form.wrong("voice_not_there", "没人说话也当有话", {FAN: "clean"}, "灰的是电扇。这条里没有说话的柱子。"),
            form.wrong("noise_beside_no_voice", "拿杂音和没有的话比", {FAN: "noise"}, "没有人说话，就没有话可比。只有杂音。"),
            form.wrong("peak_imagined", "没碰 0 的说成快碰了", in_scenes("spike", QUIET, FAR, SHOUT, FAN), "看最高的地方，离 0 还有一截。"),
            form.wrong("noise_imagined", "没有的杂音算进来了", in_scenes("noise", QUIET, SPIKE, SHOUT), "灰的杂音很低，比话低得多。"),
            form.wrong("low_read_as_high", "线下的看成线上的", in_scenes("loud", QUIET, SPIKE, FAR, FAN), "看 −16 那条线。这条多半在线下，是轻，不是响。"),
            form.wrong("voice_not_seen", "有话看成没话", in_scenes("hum", QUIET, SPIKE, FAR, SHOUT), "黑的柱子就是说话。这条里有人说话。"),
        ],
    ),
)
