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
            d=14,
            a=100,
            b=25,
        ),
    ],
    fields=[form.number("after", "挪近以后，约高几分贝？", unit="分贝")],
)
work = form.work(
    {"more": form.near_whole(lambda s: framing.decibels_nearer(s.a, s.b)), "after": lambda s: s.d + s.more},
    [
        form.slip("halved_once", "只近了一个一半", "100 到 25，近了两个一半。加两回 6。", more=6),
        form.slip("halved_more", "多数了一个一半", "100 到 50，50 到 25：近了两个一半。加两回 6。", more=18),
        form.slip("six_a_time", "近几倍就加几个 6", "一个一半加一个 6：100 到 25 是两个一半。", more=24),
        form.slip("times_added", "几倍就加几", "近四倍，不是加四。一个一半，加 6。", more=lambda s: s.a / s.b),
        form.slip("times_multiplied", "近几倍就乘几", "分贝不用乘。一个一半，加 6。", after=lambda s: s.d * s.a / s.b),
        form.slip("doubled", "近了就翻一倍", "不翻倍。一个一半，加 6：加两回。", after=lambda s: 2 * s.d),
        form.slip("six_times", "该加 6 的乘了 6", "一个一半，加 6。不是乘。", after=lambda s: 6 * s.d),
        form.slip("like_the_lamp", "照灯那样自己乘自己", "灯的亮度才自己乘自己。声音，一个一半加 6。", after=lambda s: s.d * (s.a / s.b) ** 2),
        form.slip("lamp_added", "照灯的倍数加", "灯的亮度才自己乘自己。声音，一个一半加 6。", more=lambda s: (s.a / s.b) ** 2),
        form.slip("times_divided", "近几倍就除几", "近了更清楚，数会变大。一个一半，加 6。", after=lambda s: s.d * s.b / s.a),
        form.slip("ten_added", "加了 10", "近一个一半，加 6。近了两个，加 12。", more=10),
        form.slip("half_as_much_again", "近了就多一半", "一个一半，加 6。不是多一半。", after=lambda s: s.d * 1.5),
        form.slip("nothing_gained", "以为挪近没用", "嘴近了，说话大了，杂音没变。会清楚的。", more=0),
        form.slip("gain_alone", "只写了多出来的", "这是多出来的。加上原来的 {d}。", d=0),
        form.slip("gain_taken_off", "该加的减了", "近了更清楚。是加，不是减。", after=lambda s: s.d - s.more),
        form.slip("six_taken_off", "减了一个 6", "近了更清楚，是加。100 到 25，加两回 6。", after=lambda s: s.d - 6),
        form.slip("six_alone", "只写了一个 6", "6 是近一个一半多出来的。近了两个，再加上原来的 {d}。", after=6),
        form.slip("six_squared", "6 自己乘了自己", "近了两个一半，是 6 加 6，不是 6 乘 6。", more=36),
        form.slip("half_a_six", "只加了 3", "近一个一半，加 6，不是加 3。近了两个，加 12。", more=3),
        form.slip("centimetres_added", "把厘米加进去了", "厘米和分贝不能加。看近了几个一半。", more=lambda s: s.a - s.b),
        form.slip("new_centimetres_added", "加的是挪到的厘米", "厘米和分贝不能加。看近了几个一半。", more=lambda s: s.b),
    ],
)
q.practice(
    form.rule_number("after", points=1, of=work, within=0.4, why="100 到 50 是一个一半，50 到 25 又是一个。{d} + 6 + 6，约 {key} 分贝。"),
)
