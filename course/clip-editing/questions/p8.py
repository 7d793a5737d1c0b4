# %% tags=["question"]
# 第 8 题：哪几段能用
from nongju import form

q = form.question(
    "clip-editing/p8",
    scenes=[
        form.scene(
            "灶屋",
            "要发一条腊肉的片子，手上有五段。",
            c1="自己的手切肉",
            c2="邻居家小孩跑进来，脸很清楚",
            c3="打包，快递单的电话看得见",
            c4="老伴尝一口，她说可以发",
            c5="配一首网上下的热门歌",
            doubt="快递单那段",
        ),
        form.scene(
            "院坝",
            "要发一条土豆的片子，手上有五段。",
            c1="隔壁婶子的脸，没问过她",
            c2="自家土豆倒进筐",
            c3="路边一辆车，车牌清楚",
            c4="自己对着镜头说话",
            c5="自己录的鸡叫和雨声",
            doubt="车牌那段",
        ),
        form.scene(
            "塘边",
            "要发一条莲子的片子，手上有五段。",
            c1="几个帮工摘莲蓬，都点头说行",
            c2="塘里的莲花",
            c3="别家店的片子，剪了两秒",
            c4="检测报告，身份证号露着",
            c5="自家小孙女举着莲子喊买",
            doubt="检测报告那段",
        ),
    ],
    fields=[
        form.choices("use", "① 哪几段能用？", {f"c{k}": "{c" + str(k) + "}" for k in range(1, 6)}),
        form.choice(
            "mend",
            "② {doubt}，怎么办？",
            {"leave": "一晃就过，没人看", "blur": "糊掉那一块就发", "again": "遮好、挪开，再拍一遍"},
        ),
    ],
)

# %% tags=["key"] points=5
USE = {"灶屋": {"c1", "c4"}, "院坝": {"c2", "c4", "c5"}, "塘边": {"c1", "c2"}}
TOLD = {
    "灶屋": "自己的手，点了头的老伴，能用。小孩的脸、别人的电话、没买过的歌，不用。",
    "院坝": "自己的土豆、自己的脸、自己录的声音，能用。没问过的婶子、别人的车牌，不用。",
    "塘边": "点了头的帮工、塘里的花，能用。别家的片子、身份证号、小孩喊卖货，不用。",
}

q.mark(
    form.rule_choices(
        "use",
        points=3,
        key=lambda s: frozenset(USE[s.name]),
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("child_on_camera", "小孩可爱就上镜", {"灶屋": "c2", "塘边": "c5"}, "小孩的脸不进画面，更不拿来卖货。自家的也一样。"),
            form.wrong("numbers_shown", "单子、车牌没遮", {"灶屋": "c3", "院坝": "c3", "塘边": "c4"}, "别人的电话、车牌、身份证号，一个都不露。"),
            form.wrong("others_work_used", "拿别人的来用", {"灶屋": "c5", "塘边": "c3"}, "别人的歌、别人的片子，没答应就不能用，剪两秒也不行。"),
            form.wrong("not_asked", "没问就发", {"院坝": "c1"}, "问一句：可不可以发？点了头再用。"),
        ],
    ),
    form.rule_choice(
        "mend",
        points=2,
        key="again",
        why="再拍一遍，半分钟的事。糊掉那一块，漏一张就全看见了。",
        wrong=[
            form.wrong("blur_is_enough", "糊一下就放心", "blur", "东西一动，糊的地方就跟不上。漏一张，就能停下来看。"),
            form.wrong("too_quick_to_see", "一晃就没人看", "leave", "片子能停、能放大。发出去就收不回来。"),
        ],
    ),
)
