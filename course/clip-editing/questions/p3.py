# %% tags=["question"]
# 第 3 题：真走还是假走，用哪条
from nongju import form

q = form.question(
    "clip-editing/p3",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "凑近看肉",
            "看上面图一。开头是同一个画面。两条片子里，肉都大了一倍。想让人觉得：人走过去，凑近看肉。",
            pic="图一",
            near="肉",
            far="招牌",
        ),
        form.scene(
            "肉和招牌一起看",
            "看上面图一。开头是同一个画面。两条片子里，肉都大了一倍。想让人看清墙上的招牌，它要和肉一起变大。",
            pic="图一",
            near="肉",
            far="招牌",
        ),
        form.scene(
            "退出来看灶屋",
            "看上面图二。开头是同一个画面。两条片子里，坛子都小了一半。想让人觉得：人一步步退出来，看见灶屋。",
            pic="图二",
            near="坛子",
            far="窗",
        ),
        form.scene(
            "沿着坛子走",
            "看上面图三。开头是同一个画面。两条片子里，坛子都往左跑了一样多。想让人觉得：人沿着坛子走过去。",
            pic="图三",
            near="坛子",
            far="亭子",
        ),
        form.scene(
            "看院坝多大",
            "看上面图三。开头是同一个画面。两条片子里，坛子都往左跑了一样多。想站在原地，让人看院坝有多大。",
            pic="图三",
            near="坛子",
            far="亭子",
        ),
    ],
    fields=[
        form.choice("walk", "① {pic}里，人走动了的是哪条？", {"a": "甲", "b": "乙", "both": "{near}一样，分不出来"}),
        form.choice("use", "② 用哪条？", {"a": "甲", "b": "乙", "any": "哪条都一样"}),
        form.choice(
            "why",
            "③ 为什么用它？",
            {
                "depth": "{far}变得少、{near}变得多，像人在走",
                "even": "{far}和{near}变得一样多",
                "near": "只看{near}，哪条都行",
                "sharp": "放大的比走近的清楚",
            },
        ),
    ],
)

# %% tags=["key"] points=5
WALKED = {"凑近看肉": "b", "肉和招牌一起看": "b", "退出来看灶屋": "a", "沿着坛子走": "a", "看院坝多大": "a"}
EVEN = ("肉和招牌一起看", "看院坝多大")  # the purposes for which far and near should change alike
SIDEWAYS = ("沿着坛子走", "看院坝多大")
OTHER = {"a": "b", "b": "a"}


def only(names, answer):
    """An answer by scene, in some scenes alone."""
    return {name: answer(name) if callable(answer) else answer for name in names}


def still(name):
    """The clip in which nobody walked."""
    return OTHER[WALKED[name]]


WALKS = [name for name in WALKED if name not in EVEN]
TOLD = {
    "凑近看肉": "走近，招牌几乎不动，肉扑到眼前。放大，像把一张画拉大。",
    "肉和招牌一起看": "走近，招牌只大一点点，字还是看不清。放大，两样一起大。",
    "退出来看灶屋": "退着走，灶屋一样一样进来，像人在屋里退。手指缩小，像一张画变小。",
    "沿着坛子走": "横着走，坛子跑得快，亭子跑得慢，像人沿着走。",
    "看院坝多大": "站着转，远近一起跑，正好看一圈。横着走，远处几乎不动，看不出多大。",
}

q.mark(
    form.rule_choice(
        "walk",
        points=1,
        key=lambda s: WALKED[s.name],
        why="看后面的{far}。它变得少，是人走了。它和{near}变得一样多，人没走。",
        wrong=[
            form.wrong("same_for_eyes", "只看前头，没看后面", "both", "前头一样。看后面：{far}变得少的，是人走的。"),
            form.wrong("finger_taken_for_feet", "手指动的当成人走的", only([name for name in WALKED if name not in SIDEWAYS], still), "这条里，{far}和{near}变得一样多。人没走，是手指动的。"),
            form.wrong("pan_and_truck_mixed", "摇和移弄混", only(SIDEWAYS, still), "这条里，远近一起跑。人没走，是站着转的。"),
        ],
    ),
    form.rule_choice(
        "use",
        points=2,
        key=lambda s: still(s.name) if s.name in EVEN else WALKED[s.name],
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("same_for_eyes", "只看前头，没看后面", "any", "看后面的{far}。两条里，它变得不一样多。"),
            form.wrong("finger_for_walk", "要走动，却用了手指", only(("凑近看肉", "退出来看灶屋"), still), "这条里，什么都变得一样多，像一张画。看的人不觉得人在走。"),
            form.wrong("turn_for_walk", "要走动，却用了转身", only(("沿着坛子走",), still), "这条里，远近一起跑，像人站着转头。不像沿着走。"),
            form.wrong("walk_for_all", "不用走的也用了走", only(EVEN, lambda name: WALKED[name]), "这条里，{far}几乎没变。这回要的，是它也跟着变。"),
        ],
    ),
    form.rule_choice(
        "why",
        points=2,
        key=lambda s: "even" if s.name in EVEN else "depth",
        why=lambda s: f"{s.far}和{s.near}变得一样多，才合这回要的。" if s.name in EVEN else f"{s.far}变得少、{s.near}变得多，看的人才觉得人在走。",
        wrong=[
            form.wrong("same_for_eyes", "只看前头，没看后面", "near", "前头两条一样，分不出来。差别在后面的{far}。"),
            form.wrong("zoom_is_sharper", "以为放大更清楚", "sharp", lambda s: (
                "这两条都没有放大。差别在后面的亭子。" if s.name in SIDEWAYS else f"放大是大，不是清楚，暗处还多麻点。差别在后面的{s.far}。"
            )),
            form.wrong("even_for_depth", "说成了远近一样变", only(WALKS, "even"), "远近一样变，是人没走。这回要像人在走。"),
            form.wrong("walk_for_all", "不用走的也用了走", only(EVEN, "depth"), "这回不要像人在走。{far}要和{near}变得一样多。"),
        ],
    ),
)
