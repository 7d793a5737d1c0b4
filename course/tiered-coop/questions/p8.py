# %% tags=["question"]
# 第 8 题：两个数对不上，先问哪一句
from nongju import form

q = form.question(
    "tiered-coop/p8",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "村里和报表",
            "村里说一年卖了 {total} 万元。县里的报表上，这个村的数小得多。\n你翻账本：里头退掉的 {x} 万元，批给贩子的 {y} 万元。\n"
            "报表写明：只数直接卖给吃的人、没退的。",
            ask="退的、批给贩子的，算不算？", what="照报表的数法，该是几万元？", total=[32.6, 32.9], x=3.5, y=5.8,
        ),
        form.scene(
            "合作社两头记",
            "合作社说一年做了 {total} 万元的生意。供销社报表上的数小得多。\n"
            "你翻账本：收社员的货记了 {x} 万元，同一批货卖出去又记了一回。卖出去的里，还有 {y} 万元没收到钱。\n"
            "报表写明：只数卖到社外、钱到了账的。",
            ask="收进来的算不算，没到账的算不算？", what="照报表的数法，该是几万元？", total=[47.5, 47.9], x=16.4, y=4.4,
        ),
        form.scene(
            "零售点",
            "供销社零售点说一年卖了 {total} 万元。报表的「本县农产品」小得多。\n你翻账本：里头化肥、日用品 {x} 万元，替邻县串货卖的土豆 {y} 万元。\n"
            "报表写明：只数本县出的农产品。",
            ask="农产品以外的、外县的货，算不算？", what="照报表的数法，该是几万元？", total=[28.7, 29], x=11.6, y=4.8,
        ),
        form.scene(
            "直播两场",
            "主播说这一场卖了 {total} 万元，说好只数付了款、没退的。后台结算也是这个数法，数小一些。\n"
            "你翻后台：主播把上一场的 {x} 万元也加了进来，退了的 {y} 万元也没拿掉。",
            ask="付款的、退了的，怎么算？", what="照后台结算的数法，该是几万元？", total=[14.2, 14.4], x=4.2, y=2.4,
        ),
        form.scene(
            "漏了两个月",
            "村里说一年卖了 {total} 万元，说好只数卖给吃的人、没退的。县里的报表也是这个数法，数小一些。\n"
            "你翻底稿：十一月的 {x} 万元、十二月的 {y} 万元，没人填进报表。村里的数，一笔一笔都对得上。",
            ask="退的、批给贩子的，算不算？", what="报表上现在写的是几万元？", total=[25.6, 25.9], x=2.8, y=4.6,
        ),
    ],
    fields=[
        form.number("counted", "① {what}", unit="万元"),
        form.choice("ask", "② 两个数对不上，先问哪一句？", {"count": "{ask}", "who": "哪几笔是谁填的？", "more": "能不能往高里报？"}),
        form.choice("fault", "③ 那到底谁的数要改？", {"none": "都不改，数的东西不一样", "big": "改大的那个", "small": "改小的那个"}),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain

OUT = {
    "村里和报表": ("退掉的", "批给贩子的"),
    "合作社两头记": ("收社员的", "没到账的"),
    "零售点": ("化肥、日用品", "邻县的货"),
    "直播两场": ("上一场的", "退了的"),
    "漏了两个月": ("十一月的", "十二月的"),
}
OTHER_COUNT = ("村里和报表", "合作社两头记", "零售点")
TWO, GAP = "直播两场", "漏了两个月"

work = form.work(
    {"out": lambda s: s.x + s.y, "counted": lambda s: s.total - s.out},
    [
        form.slip("first_part_only", "只拿掉了头一样", "小的那个数里，两样都没有。两样都要减。", y=0),
        form.slip("second_part_only", "只拿掉了后一样", "小的那个数里，两样都没有。两样都要减。", x=0),
        form.slip("nothing_taken_out", "一样也没拿掉", "这还是大的那个数。小的那个数里，两样都没有，都要减。", out=0),
        form.slip("taken_out_not_left", "写成了拿掉的数", "问的是剩下的。用总数减掉它。", counted=lambda s: s.out),
        form.slip("added_not_taken", "该减的加了", "这两样已经在大的那个数里头。要减，不是再加。", counted=lambda s: s.total + s.out),
        form.slip("taken_out_twice", "多减了一回", "两样各拿掉一回就够了。", counted=lambda s: s.total - 2 * s.out),
        form.slip("first_taken_twice", "头一样减了两回", "两样各拿掉一回就够了。", counted=lambda s: s.total - 2 * s.x - s.y),
        form.slip("second_taken_twice", "后一样减了两回", "两样各拿掉一回就够了。", counted=lambda s: s.total - s.x - 2 * s.y),
        form.slip("first_twice_alone", "只拿掉头一样，还减了两回", "两样都要减，各减一回。", counted=lambda s: s.total - 2 * s.x),
        form.slip("second_twice_alone", "只拿掉后一样，还减了两回", "两样都要减，各减一回。", counted=lambda s: s.total - 2 * s.y),
        form.slip("second_added_back", "后一样加回来了", "两样都在大的那个数里，小的那个里没有。两样都要减。", counted=lambda s: s.total - s.x + s.y),
        form.slip("first_added_back", "头一样加回来了", "两样都在大的那个数里，小的那个里没有。两样都要减。", counted=lambda s: s.total + s.x - s.y),
        form.slip("first_added_alone", "头一样加上去了", "两样都在大的那个数里，小的那个里没有。两样都要减。", counted=lambda s: s.total + s.x),
        form.slip("second_added_alone", "后一样加上去了", "两样都在大的那个数里，小的那个里没有。两样都要减。", counted=lambda s: s.total + s.y),
        form.slip("between_the_two", "两样互相减了", "两样都要从总数里减。", counted=lambda s: abs(s.x - s.y)),
        form.slip("halved", "总数除了二", "不用除二。上头写了几万元的，就减几万元。", counted=lambda s: s.total / 2),
        form.slip("halved_less_first", "总数除了二，再减头一样", "不用除二。上头写了几万元的，就减几万元。", counted=lambda s: s.total / 2 - s.x),
        form.slip("halved_less_second", "总数除了二，再减后一样", "不用除二。上头写了几万元的，就减几万元。", counted=lambda s: s.total / 2 - s.y),
        form.slip("halved_less_both", "总数除了二，再减两样", "不用除二。从总数里减两样，就好了。", counted=lambda s: s.total / 2 - s.out),
        form.slip("first_out_then_halved", "减了头一样，又除了二", "不用除二。再减后一样，就好了。", counted={"合作社两头记": lambda s: (s.total - s.x) / 2}),
        form.slip("second_out_then_halved", "减了后一样，又除了二", "不用除二。再减头一样，就好了。", counted={"合作社两头记": lambda s: (s.total - s.y) / 2}),
        form.slip("ten_months_of_twelve", "当成月月卖得一样多", "一个月卖的，有多有少。两个月各减各的几万元。", counted={GAP: lambda s: s.total / 12 * 10}),
        form.slip("half_taken_out", "只拿掉了一半", "这两样要全减，不是减一半。", counted=lambda s: s.total - s.out / 2),
        form.slip("share_counted", "写成了百分之几", "这是占总数的百分之几。问的是几万元。", counted=lambda s: (s.total - s.out) / s.total * 100),
        form.slip("yuan_for_wan", "写成了几元", "格子后面写着万元。照万元填。", counted=lambda s: (s.total - s.out) * 10000),
    ],
)


def told(s):
    one, other = OUT[s.name]
    return f"{plain(s.total)} 万元里，拿掉{one} {plain(s.x)} 万元，再拿掉{other} {plain(s.y)} 万元，剩 {plain(s.counted, 2)} 万元。"


q.mark(
    form.rule_number("counted", points=2, of=work, within=0.05, why=told),
    form.rule_choice(
        "ask",
        points=2,
        key={name: "count" for name in OTHER_COUNT} | {TWO: "who", GAP: "who"},
        why=lambda s: (
            f"先问数的是什么：「{s.ask}」问清了，两个数差在哪里，一眼就看见。"
            if s.name in OTHER_COUNT
            else "怎么数，两边说好了，是一样的。差的是哪几笔，找填的人对一对。"
        ),
        wrong=[
            form.wrong("person_before_count", "没问怎么数先追人", {name: "who" for name in OTHER_COUNT}, "换个人填，照那个口径还是那个数。先问数的是什么。"),
            form.wrong("count_asked_again", "说好的数法又问一遍", {TWO: "count", GAP: "count"}, "怎么数，两边早说好了。这回差的是填漏、填多的那几笔。"),
            form.wrong("higher_looks_better", "往高里报", "more", "往高里报是作假。先问怎么数，再填真数。"),
        ],
    ),
    form.rule_choice(
        "fault",
        points=2,
        key={name: "none" for name in OTHER_COUNT} | {TWO: "big", GAP: "small"},
        why={name: "一边数全部，一边只数一部分。都没错，不能直接比，更不能相除。" for name in OTHER_COUNT}
        | {TWO: "上一场的不该算进这一场，退了的也不该算。改大的那个。", GAP: "两个月没填进去。报表补上，就和村里的一样了。"},
        wrong=[
            form.wrong("bigger_is_boast", "大的就是多报", {name: "big" for name in (*OTHER_COUNT, GAP)}, "大的那个，一笔一笔都对得上。"),
            form.wrong("smaller_is_missing", "小的就是漏报", {name: "small" for name in (*OTHER_COUNT, TWO)}, "小的那个，照说好的数法数的。没数的，不是漏。"),
            form.wrong("mistake_left", "填错的也当口径不同", {TWO: "none", GAP: "none"}, "数法说好了是一样的。填多、填漏的，就要改过来。"),
        ],
    ),
)
