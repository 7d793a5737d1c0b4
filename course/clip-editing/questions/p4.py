# %% tags=["question"]
# 第 4 题：哪个用途配哪种运镜
from nongju import form

q = form.question(
    "clip-editing/p4",
    see="讲一讲 一",
    scenes=[
        form.scene(
            "腊肉",
            "许可都问清、办齐了，拍腊肉。三条要动，一条不动。要动的，一条动 {move} 秒，头尾各停 {stop} 秒。",
            move=[7, 8, 10],
            stop=3,
            r1="看清肥瘦、纹路",
            r2="从一块肉，到整间灶屋",
            r3="挂着的一排，挨个看",
            r4="报价钱、几斤装",
        ),
        form.scene(
            "土豆",
            "拍土豆。三条要动，一条不动。要动的，一条动 {move} 秒，头尾各停 {stop} 秒。走得不稳，每条拍两遍，挑好的。",
            move=[7, 11],
            stop=3,
            r1="站在地头，看这块地多大",
            r2="刚挖的一个，看皮和泥",
            r3="沿着一垄，一路看过去",
            r4="上秤，看斤数",
        ),
        form.scene(
            "莲子",
            "拍莲子。三条要动，一条不动。塘大，看塘的那条动 {turn} 秒，另外两条各动 {move} 秒。要动的，头尾各停 {stop} 秒。",
            together=[{"turn": 13, "move": 8}, {"turn": 19, "move": 8}],
            stop=3,
            r1="手里剥莲子",
            r2="从一颗莲子，退到院坝",
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
        form.number("total", "② 三条要动的，连头尾停的，一共要拍几秒？", unit="秒"),
    ],
)

# %% tags=["key"] points=6
MOVES = {
    "腊肉": ("push", "pull", "truck", "static"),
    "土豆": ("pan", "push", "truck", "static"),
    "莲子": ("static", "pull", "pan", "truck"),
}
NAMES = {"push": "推", "pull": "拉", "pan": "摇", "truck": "移", "static": "固定"}
ALIKE = ("腊肉", "土豆")  # scenes in which each clip moves as long as the others


def rows(change):
    """A row a use: what somebody answers who mixes moves up, where that differs from the key."""
    return lambda s: [{"how": change[one]} if one in change else {} for one in MOVES[s.name]]


work = form.work(
    {
        "moved": lambda s: 3 * s.move if s.name in ALIKE else s.turn + 2 * s.move,
        "stopped": lambda s: 3 * 2 * s.stop,
        "once": lambda s: s.moved + s.stopped,
        "takes": {"腊肉": 1, "土豆": 2, "莲子": 1},
        "total": lambda s: s.takes * s.once,
    },
    [
        form.slip("stops_forgotten", "忘了头尾要停", "头尾不停，剪的时候没处下刀。一条多停 6 秒。", stopped=0),
        form.slip("one_stop_only", "只停了一头", "头停三秒，尾也停三秒。", stopped=dict.fromkeys(("腊肉", "莲子"), lambda s: 3 * s.stop)),
        form.slip("stops_halved", "停的只算了一半", "一条头尾都停，停 6 秒。拍两遍，停也是两遍。", stopped={"土豆": lambda s: 3 * s.stop}),
        form.slip("stops_shared", "前一条的尾当后一条的头", "一条一条分开拍。每条头尾都停，停 6 秒。", stopped=lambda s: 4 * s.stop),
        form.slip("stops_once", "头尾只停了一回", "三条都要停，一条停 6 秒。", stopped=lambda s: 2 * s.stop),
        form.slip("stops_once_in_all", "头尾一共只加了一回", "三条都要停，一条停 6 秒。拍两遍，停也是两遍。", total={"土豆": lambda s: 2 * s.moved + 2 * s.stop}),
        form.slip("one_clip_twice", "只算了一条的两遍", "要动的有三条，每条拍两遍。", total={"土豆": lambda s: 2 * (s.move + 2 * s.stop)}),
        form.slip("stop_three_in_all", "一共只停了三秒", "三条，每条头尾都停，一条停 6 秒。", stopped=dict.fromkeys(("腊肉", "莲子"), lambda s: s.stop)),
        form.slip("stops_only", "只算了停的", "停的加上动的，才是要拍的。", moved=0),
        form.slip("stopping_taken_off", "停的减掉了", "停的也要时间，是加上去。", once=lambda s: abs(s.moved - s.stopped)),
        form.slip("one_clip_only", "只算了一条", "问的是三条一共。", total=lambda s: s.move + 2 * s.stop),
        form.slip("one_move_written", "写成了一条动几秒", "这是一条动的。三条的动和停，都要加上。", total=lambda s: s.move),
        form.slip("moved_once", "动的只算了一条", "三条都要动。动的一共 {moved} 秒。", moved=lambda s: s.move),
        form.slip("two_clips_only", "只算了两条", "要动的有三条。一条 {move} 秒，再停 6 秒。", once=dict.fromkeys(ALIKE, lambda s: 2 * (s.move + 2 * s.stop))),
        form.slip("still_one_counted", "固定的也算进去了", "问的是要动的三条。固定的另算。", once=lambda s: s.moved + s.stopped + s.move + 2 * s.stop),
        form.slip("still_one_moves", "固定的也算了动", "要动的只有三条。固定的那条不动。", once=lambda s: s.moved + s.stopped + s.move),
        form.slip("still_one_stops", "固定的也算了头尾", "头尾要停的，只有要动的三条。", stopped=lambda s: 4 * 2 * s.stop),
        form.slip("one_take_only", "只拍了一遍", "每条拍两遍，都要时间。", takes={"土豆": 1}),
        form.slip("stops_twice_moves_once", "动的只算了一遍", "拍两遍，动的也是两遍。", total={"土豆": lambda s: s.moved + 2 * s.stopped}),
        form.slip("all_as_short", "长的那条也照短的算", "看塘的那条动 {turn} 秒。", moved={"莲子": lambda s: 3 * s.move}),
        form.slip("all_as_long", "都照长的那条算", "另外两条只动 {move} 秒。", moved={"莲子": lambda s: 3 * s.turn}),
        form.slip("turn_left_out", "长的那条没算", "看塘的那条也要拍，动 {turn} 秒。", moved={"莲子": lambda s: 2 * s.move}),
        form.slip("turn_left_out_whole", "长的那条没算", "看塘的那条也要拍：动 {turn} 秒，停 6 秒。", once={"莲子": lambda s: 2 * (s.move + 2 * s.stop)}),
        form.slip("long_one_only", "只算了长的那条", "另外两条也要拍，各动 {move} 秒。", moved={"莲子": lambda s: s.turn}),
        form.slip("long_one_whole", "只算了长的那条", "另外两条也要拍：各动 {move} 秒，停 6 秒。", once={"莲子": lambda s: s.turn + 2 * s.stop}),
        form.slip("one_of_two_left_out", "两条只算了一条", "另外两条，各动 {move} 秒。", moved={"莲子": lambda s: s.turn + s.move}),
        form.slip("one_of_two_left_out_whole", "两条只算了一条", "另外两条，各动 {move} 秒，停 6 秒。", once={"莲子": lambda s: s.turn + s.move + 4 * s.stop}),
    ],
)
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
            form.wrong("always_moving", "不该动的也动了", rows({"static": "push"}), "手里的活、秤上的数，一动就看不清。靠稳别动。"),
            form.wrong("truck_for_still", "不该动的也横着走", rows({"static": "truck"}), "手里的活、秤上的数，一动就看不清。靠稳别动。"),
            form.wrong("turn_for_pull", "看全景用了站着转", rows({"pull": "pan"}), "要从一样东西看到全景，人退着走。站着转，看的是一圈。"),
        ],
    ),
    form.rule_number(
        "total",
        points=2,
        of=work,
        within=0.4,
        why={
            "腊肉": "动的 {moved} 秒，停的 {stopped} 秒，一共 {key_said}。",
            "土豆": "一遍，动的 {moved} 秒，停的 {stopped} 秒。拍两遍，{key_said}。",
            "莲子": "动的 {turn} + {move} + {move} = {moved} 秒，停的 {stopped} 秒，一共 {key_said}。",
        },
    ),
)
