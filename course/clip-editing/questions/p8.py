# %% tags=["question"]
# 第 8 题：哪几段能用，露了怎么办
from nongju import form

q = form.question(
    "clip-editing/p8",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "灶屋",
            "许可都问清、办齐了，要发一条腊肉的片子。手上有五段。打包那段，快递单从头露到尾。纸箱和单子都还在手边。",
            c1="自己的手切肉",
            c2="邻居家小孩跑进来，脸很清楚",
            c3="打包，快递单的电话看得见",
            c4="老伴尝一口，她说可以发",
            c5="配一首网上下的热门歌",
            doubt="打包那段",
        ),
        form.scene(
            "院坝",
            "要发一条土豆的片子，手上有五段。收土豆那段，末尾两秒才露出车牌。车开走了，土豆也收完了。",
            c1="隔壁婶子的脸，没问过她",
            c2="自家土豆倒进筐",
            c3="收土豆，末尾一辆车，车牌清楚",
            c4="自己对着镜头说话",
            c5="自己录的鸡叫和雨声",
            doubt="收土豆那段",
        ),
        form.scene(
            "塘边",
            "要发一条莲子的片子，手上有五段。摘莲蓬那段，几个帮工的脸都看得见。发之前问过，都点头说行。",
            c1="几个帮工摘莲蓬，都点头说行",
            c2="塘里的莲花",
            c3="别家店的片子，剪了两秒",
            c4="检测报告，身份证号露着",
            c5="自家小孙女举着莲子喊买",
            doubt="摘莲蓬那段",
        ),
    ],
    fields=[
        form.choices("use", "① 哪几段，就这样能用？", {f"c{k}": "{c" + str(k) + "}" for k in range(1, 6)}),
        form.choice(
            "mend",
            "② {doubt}，怎么办？",
            {"use": "照用", "again": "遮好、挪开，再拍一遍", "cut": "剪掉露出来的那两秒", "blur": "糊掉那一块就发"},
        ),
    ],
)

# %% tags=["key"] points=5
KITCHEN, YARD, POND = "灶屋", "院坝", "塘边"
USE = {KITCHEN: {"c1", "c4"}, YARD: {"c2", "c4", "c5"}, POND: {"c1", "c2"}}
MEND = {KITCHEN: "again", YARD: "cut", POND: "use"}
TOLD = {
    KITCHEN: "自己的手，点了头的老伴，能用。小孩的脸、别人的电话、没买过的歌，不用。",
    YARD: "自己的土豆、自己的脸、自己录的声音，能用。没问过的婶子、露着的车牌，不这样用。",
    POND: "点了头的帮工、塘里的花，能用。别家的片子、身份证号、小孩喊卖货，不用。",
}
SHOWN = {
    KITCHEN: "单子从头露到尾，剪不掉。东西在手边，撕下单子再拍一遍，半分钟的事。",
    YARD: "只有末尾两秒露了，剪掉就行。土豆收完了，拍不回来。",
    POND: "大人的脸，问过、点了头，就能用。",
}

q.mark(
    form.rule_choices(
        "use",
        points=3,
        key=lambda s: frozenset(USE[s.name]),
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("child_on_camera", "小孩也拍进来了", {KITCHEN: "c2", POND: "c5"}, "小孩的脸不进画面，更不拿来卖货。自家的也一样。"),
            form.wrong("numbers_shown", "单子、车牌没遮", {KITCHEN: "c3", YARD: "c3", POND: "c4"}, "别人的电话、车牌、身份证号，一个都不露。"),
            form.wrong("others_work_used", "拿别人的来用", {KITCHEN: "c5", POND: "c3"}, "别人的歌、别人的片子，没答应就不能用，剪两秒也不行。"),
            form.wrong("not_asked", "没问就发", {YARD: "c1"}, "问一句：可不可以发？点了头再用。"),
            form.wrong("agreed_left_out", "点了头的没用上", {KITCHEN: "c4", POND: "c1"}, "大人点了头，就能用。"),
            form.wrong("own_left_out", "自家的没用上", {KITCHEN: "c1", YARD: "c2", POND: "c2"}, "自家的货、自己的手，放心用。"),
            form.wrong("own_face_left_out", "自己的脸没用上", {YARD: "c4"}, "自己愿意上镜，就能用。"),
            form.wrong("own_sound_left_out", "自己录的声音没用上", {YARD: "c5"}, "自己录的声音，没有别人的份，放心用。"),
        ],
    ),
    form.rule_choice(
        "mend",
        points=2,
        key=lambda s: MEND[s.name],
        why=lambda s: SHOWN[s.name],
        wrong=[
            form.wrong("blur_is_enough", "糊掉一块就当遮住了", "blur", {POND: "都点了头，不用糊。糊了，也看不清谁在摘。"} | dict.fromkeys((KITCHEN, YARD), "东西一动，糊的地方跟不上。漏一张，停下来就看见了。")),
            form.wrong("too_quick_to_see", "露出来的没当回事", {KITCHEN: "use", YARD: "use"}, "片子能停、能放大。发出去就收不回来。"),
            form.wrong("shown_throughout", "从头露到尾的去剪两秒", {KITCHEN: "cut"}, "单子从头露到尾，剪两秒，别处还露着。"),
            form.wrong("past_done_again", "拍不回来的还去重来", {YARD: "again"}, "土豆收完了，拍不回来。只露两秒，剪掉就行。"),
            form.wrong("agreed_done_again", "点了头的也去重拍", {POND: "again"}, "都问过、点了头。这段照用。"),
            form.wrong("agreed_cut_away", "点了头的也剪掉", {POND: "cut"}, "都问过、点了头。剪了反倒看不见摘莲蓬。"),
        ],
    ),
)
