# %% tags=["question"]
# 第 8 题：两个数对不上，先问哪一句
from nongju import form

q = form.question(
    "tiered-coop/p8",
    scenes=[
        form.scene(
            "村里和报表",
            "村里说一年卖了 {total} 万元。县里的报表上，这个村的数小得多。\n"
            "你翻账本：里头退掉的 {x} 万元，批给贩子的 {y} 万元。\n"
            "报表写明：只数直接卖给吃的人、没退的。",
            ask="退的、批给贩子的，算不算？",
            total=[30, 32],
            x=[3, 2.5],
            y=[5, 6],
        ),
        form.scene(
            "合作社两头记",
            "合作社说一年做了 {total} 万元的生意。供销社报表上的数小得多。\n"
            "你翻账本：收社员的货记了 {x} 万元，同一批货卖出去又记了一回。卖出去的里，还有 {y} 万元没收到钱。\n"
            "报表写明：只数卖到社外、钱到了账的。",
            ask="收进来的算不算，没到账的算不算？",
            total=[45, 46],
            x=[15, 16],
            y=[4, 5],
        ),
        form.scene(
            "直播一场",
            "主播说一场卖了 {total} 万元。后台结算的数小得多。\n"
            "你翻后台：下了单没付款的 {x} 万元，付了款又退的 {y} 万元。\n"
            "结算写明：只数付了款、没退的。",
            ask="没付款的、退了的，算不算？",
            total=[12, 13],
            x=[3, 3.5],
            y=[1.5, 2],
        ),
        form.scene(
            "零售点",
            "供销社零售点说一年卖了 {total} 万元。报表的「本县农产品」小得多。\n"
            "你翻账本：里头化肥、日用品 {x} 万元，替邻县串货卖的土豆 {y} 万元。\n"
            "报表写明：只数本县出的农产品。",
            ask="农产品以外的、外县的货，算不算？",
            total=[26, 28],
            x=[13, 14],
            y=[3, 4],
        ),
    ],
    fields=[
        form.number("counted", "① 照报表的数法，该是几万元？", unit="万元"),
        form.choice(
            "ask",
            "② 两个数对不上，先问哪一句？",
            {"count": "{ask}", "who": "是谁填的表？", "more": "能不能往高里报？"},
        ),
        form.choice(
            "fault",
            "③ 那到底谁的数错了？",
            {"none": "都没错，数的东西不一样", "big": "大的那个吹牛", "small": "小的那个漏报"},
        ),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain


def n(value):
    return plain(value, 2)


def counted(s):
    return s.total - s.x - s.y


OUT = {
    "村里和报表": ("退掉的", "批给贩子的"),
    "合作社两头记": ("收社员的（同一批货记了两回）", "没到账的"),
    "直播一场": ("没付款的", "退了的"),
    "零售点": ("化肥、日用品", "邻县的货"),
}

q.mark(
    form.rule_number(
        "counted",
        points=2,
        within=0.05,
        key=counted,
        why=lambda s: (
            f"{n(s.total)} 万元里，拿掉{OUT[s.name][0]} {n(s.x)} 万元，再拿掉{OUT[s.name][1]} {n(s.y)} 万元，"
            f"剩 {n(counted(s))} 万元。"
        ),
        wrong=[
            form.wrong("first_part_only", "只拿掉了头一样", lambda s: s.total - s.x, "报表写了两个条件。两样都要拿掉。"),
            form.wrong("second_part_only", "只拿掉了后一样", lambda s: s.total - s.y, "报表写了两个条件。两样都要拿掉。"),
            form.wrong("nothing_taken_out", "没照口径拿掉", lambda s: s.total, "照报表的数法，有两样不算。"),
            form.wrong("taken_out_not_left", "写成了拿掉的数", lambda s: s.x + s.y, "问的是剩下的。用总数减掉它。"),
        ],
    ),
    form.rule_choice(
        "ask",
        points=2,
        key="count",
        why=lambda s: f"先问数的是什么：「{s.ask}」问清了，两个数差在哪里，一眼就看见。",
        wrong=[
            form.wrong("person_before_count", "先追是谁填的", "who", "换个人填，照那个口径还是那个数。先问数的是什么。"),
            form.wrong("higher_looks_better", "往高里报", "more", "往高里报是作假。先问怎么数，再填真数。"),
        ],
    ),
    form.rule_choice(
        "fault",
        points=2,
        key="none",
        why=lambda s: f"一边数全部，{n(s.total)} 万元；一边只数一部分，{n(counted(s))} 万元。都没错，不能直接比，更不能相除。",
        wrong=[
            form.wrong("bigger_is_boast", "大的就是吹牛", "big", "账本上都有。只是他把退的、转手的那些也数进去了。"),
            form.wrong("smaller_is_missing", "小的就是漏报", "small", "报表写明了只数哪些。没数的，不是漏。"),
        ],
    ),
)
