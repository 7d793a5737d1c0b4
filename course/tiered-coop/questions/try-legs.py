# %% tags=["practice"]
# 练一练：倒几回车，还剩几成
from nongju import form

q = form.question(
    "tiered-coop/try-legs",
    scenes=[
        form.scene(
            "三段路",
            "村到县坏 {a}%。县到万州，又坏剩下的 {b}%。万州到主城，再坏剩下的 {c}%。",
            a=10,
            b=20,
            c=25,
        ),
    ],
    fields=[form.number("left", "一百斤装车，到主城还剩百分之几？", unit="%")],
)
work = form.work(
    {
        "town": lambda s: 1 - s.a / 100,
        "wanzhou": lambda s: s.town * (1 - s.b / 100),
        "left": lambda s: s.wanzhou * (1 - s.c / 100) * 100,
    },
    [
        form.slip("losses_summed", "几段损耗直接相加", "后一段坏的，是前一段剩下的。用乘，不用加。", left=lambda s: 100 - s.a - s.b - s.c),
        form.slip("first_leg_left_out", "漏了头一段", "三段都走了。头一段坏的，也要乘进去。", a=0),
        form.slip("second_leg_left_out", "漏了中间一段", "三段都走了。中间一段坏的，也要乘进去。", b=0),
        form.slip("last_leg_left_out", "漏了最后一段", "问的是到主城。最后一段坏的，也要乘进去。", c=0),
        form.slip("last_leg_only", "只算最后一段", "前面几段已经坏了一些。都要乘进去。", left=lambda s: 100 - s.c),
        form.slip("first_leg_only", "只算头一段", "后面还有两段，也坏。都要乘进去。", left=lambda s: 100 - s.a),
        form.slip("middle_leg_only", "只算中间一段", "三段都走了。一段一段乘。", left=lambda s: 100 - s.b),
        form.slip("average_leg", "几段取了平均", "三段都走了，不是走一段。一段一段乘。", left=lambda s: 100 - (s.a + s.b + s.c) / 3),
        form.slip("last_two_summed", "后两段的损耗加起来了", "最后一段坏的，是前一段剩下的。用乘，不用加。", left=lambda s: s.town * (100 - s.b - s.c)),
        form.slip("first_two_summed", "前两段的损耗加起来了", "第二段坏的，是头一段剩下的。用乘，不用加。", left=lambda s: (100 - s.a - s.b) * (1 - s.c / 100)),
        form.slip("lost_not_left", "写成了坏掉的", "这是坏掉的。问的是还剩的，用 100 减掉它。", left=lambda s: 100 - s.wanzhou * (100 - s.c)),
        form.slip("lost_summed", "把坏的加起来了", "加起来的是坏的，还多加了。先看一段剩几成，再一段一段乘。", left=lambda s: s.a + s.b + s.c),
        form.slip("lost_multiplied", "把坏的成数乘起来了", "要乘的是剩下的成数，不是坏掉的。", left=lambda s: s.a * s.b * s.c / 10000),
        form.slip("lost_multiplied_then_taken", "坏的乘起来，再用 100 减", "要乘的是剩下的成数：0.9、0.8、0.75。", left=lambda s: 100 - s.a * s.b * s.c / 10000),
        form.slip("kept_averaged_over_legs", "剩的又平分给三段", "一段一段乘，乘完就是剩的。", left=lambda s: (s.wanzhou * (100 - s.c)) / 3),
    ],
)
q.practice(
    form.rule_number("left", points=1, of=work, within=0.3, why="一段一段乘：0.9 × 0.8 × 0.75 = 0.54。剩 {key}%。"),
)
