# %% tags=["question"]
# 第 4 题：哪个用途配哪种运镜
from nongju import form

q = form.question(
    "clip-editing/p4",
    scenes=[
        form.scene(
            "腊肉",
            "拍腊肉。一条动 {move} 秒，头尾各停 3 秒。",
            move=[4, 5],
            r1="看清肥瘦、纹路",
            r2="从一块肉，到整间灶屋",
            r3="挂着的一排，挨个看",
            r4="报价钱、几斤装",
        ),
        form.scene(
            "土豆",
            "拍土豆。一条动 {move} 秒，头尾各停 3 秒。",
            move=[5, 6],
            r1="站在地头，看这块地多大",
            r2="刚挖的一个，看皮和泥",
            r3="沿着一垄，一路看过去",
            r4="上秤，看斤数",
        ),
        form.scene(
            "莲子",
            "拍莲子。一条动 {move} 秒，头尾各停 3 秒。",
            move=[4, 6],
            r1="手里剥莲子",
            r2="从一颗莲子，到整个塘",
            r3="站在塘边，看塘多大",
            r4="一袋一袋排着，挨个看",
        ),
    ],
    fields=[
        form.table(
            "moves",
            "① 一样用途，配一种",
            columns=[
                form.column(
                    "how",
                    "怎么动",
                    kind="choice",
                    options={
                        "push": "推镜头：走近",
                        "pull": "拉镜头：退着走",
                        "pan": "摇镜头：站着转",
                        "truck": "移镜头：横着走",
                        "static": "固定：不动",
                    },
                ),
            ],
            rows=["{r1}", "{r2}", "{r3}", "{r4}"],
        ),
        form.number("total", "② 照「头尾各停 3 秒」，三条运镜一共要拍几秒？（固定的不算）", unit="秒"),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain

MOVES = {
    "腊肉": ("push", "pull", "truck", "static"),
    "土豆": ("pan", "push", "truck", "static"),
    "莲子": ("static", "pull", "pan", "truck"),
}
NAMES = {"push": "推", "pull": "拉", "pan": "摇", "truck": "移", "static": "固定"}


def n(value):
    return plain(value, 1)


def rows(change):
    """A row a use: what somebody answers who mixes moves up, where that differs from the key."""
    return lambda s: [{"how": change[one]} if one in change else {} for one in MOVES[s.name]]


q.mark(
    form.rule_table(
        "moves",
        points=4,
        key=lambda s: [{"how": one} for one in MOVES[s.name]],
        row_names=("第一样", "第二样", "第三样", "第四样"),
        why=lambda s: "从上到下：" + "、".join(NAMES[one] for one in MOVES[s.name]) + "。细处走近，全景退开；多大站着转，一排横着走；手里的活和报数，别动。",
        wrong=[
            form.wrong("pan_and_truck_mixed", "摇和移弄混", rows({"pan": "truck", "truck": "pan"}), "人站着转是摇，看多大。人横着走是移，挨个看。"),
            form.wrong("push_and_pull_mixed", "推和拉弄混", rows({"push": "pull", "pull": "push"}), "走近看细处是推。退开看全是拉。"),
            form.wrong("always_moving", "总要动一动", rows({"static": "push"}), "手里的活、秤上的数，一动就看不清。靠稳别动。"),
        ],
    ),
    form.rule_number(
        "total",
        points=2,
        within=0.4,
        key=lambda s: 3 * (s.move + 6),
        why=lambda s: f"一条 3 + {n(s.move)} + 3 = {n(s.move + 6)} 秒，三条 {n(3 * (s.move + 6))} 秒。",
        wrong=[
            form.wrong("stops_forgotten", "忘了头尾要停", lambda s: 3 * s.move, "头尾不停，剪的时候没处下刀。"),
            form.wrong("one_stop_only", "只停了一头", lambda s: 3 * (s.move + 3), "头停三秒，尾也停三秒。"),
            form.wrong("one_clip_only", "只算了一条", lambda s: s.move + 6, "问的是三条一共。"),
        ],
    ),
)
