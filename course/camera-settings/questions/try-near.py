# %% tags=["practice"]
# 练一练：挪近了，清楚几分贝
from nongju import form
from nongju.models import framing

q = form.question(
    "camera-settings/try-near",
    scenes=[
        form.scene(
            "院坝",
            "院坝里说话。说话比杂音高 {d} 分贝。手机从 {a} 厘米挪到 {b} 厘米。近一半，约多 6 分贝。",
            d=11,
            a=100,
            b=25,
        ),
    ],
    fields=[form.number("after", "挪近以后，约高几分贝？", unit="分贝")],
)
work = form.work(
    {"after": form.near_whole(lambda s: s.d + framing.decibels_nearer(s.a, s.b))},
    [
        form.slip("halved_once", "只近了一个一半", "100 到 25，近了两个一半。加两回 6。", after=lambda s: s.d + 6),
        form.slip("times_added", "几倍就加几", "近四倍，不是加四。一个一半，加 6。", after=lambda s: s.d + s.a / s.b),
        form.slip("times_multiplied", "近几倍就乘几", "分贝不用乘。一个一半，加 6。", after=lambda s: s.d * s.a / s.b),
        form.slip("six_a_time", "近几倍就加几个 6", "一个一半加一个 6：100 到 25 是两个一半。", after=lambda s: s.d + 24),
        form.slip("nothing_gained", "以为挪近没用", "嘴近了，说话大了，杂音没变。会清楚的。", after=lambda s: s.d),
        form.slip("gain_alone", "只写了多出来的", "这是多出来的。加上原来的 {d}。", after=lambda s: 12),
        form.slip("gain_taken_off", "该加的减了", "近了更清楚。是加，不是减。", after=lambda s: s.d - 12),
        form.slip("centimetres_added", "把厘米加进去了", "厘米和分贝不能加。看近了几个一半。", after=lambda s: s.d + s.a - s.b),
    ],
)
q.practice(
    form.rule_number("after", points=1, of=work, within=0.4, why="100 到 50 是一个一半，50 到 25 又是一个。{d} + 6 + 6，约 {key} 分贝。"),
)
