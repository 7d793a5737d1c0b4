# %% tags=["question"]
# 第 2 题：自家的货、自家的工
from nongju import form

q = form.question(
    "pricing-margin/p2",
    scenes=[
        form.scene(
            "腊肉",
            "自家杀的年猪。肉贩上门收鲜肉，{raw} 元一斤。10 斤鲜肉熏出 {out} 斤腊肉。"
            "一单 2 斤，卖 {price} 元。盐和香料 {spice} 元，袋、箱、快递 {ship} 元。"
            "你忙 {minutes} 分钟；去镇上帮工，一小时 {wage} 元。服务费先不算。",
            raw=[13.5, 14],
            out=[6, 6.2],
            price=[92, 96, 105],
            spice=10,
            ship=14,
            minutes=[24, 28],
            wage=15,
        ),
        form.scene(
            "土豆",
            "自家种的土豆。贩子来地头收，{raw} 元一斤。你也能自己卖：一箱 5 斤，卖 {price} 元。"
            "箱子 {spice} 元，快递 {ship} 元。挑拣打包 {minutes} 分钟；去镇上帮工，一小时 {wage} 元。服务费先不算。",
            raw=[1.2, 1.4],
            price=[19.8, 20.8],
            spice=2,
            ship=11,
            minutes=20,
            wage=15,
        ),
        form.scene(
            "干莲子",
            "自家塘里的鲜莲子，有人来收，{raw} 元一斤。3 斤鲜的晒出 1 斤干的。一单 1 斤干莲子，卖 {price} 元。"
            "袋 {spice} 元，快递 {ship} 元。剥壳、去芯、晒，合 {minutes} 分钟；去镇上帮工，一小时 {wage} 元。服务费先不算。",
            raw=[3.5, 4],
            price=[36, 38],
            spice=2,
            ship=7,
            minutes=[40, 44],
            wage=15,
        ),
    ],
    fields=[
        form.gain("left", "① 自家的货和工都算上，一单真赚还是亏几元？", unit="元"),
        form.choice(
            "way",
            "② 手上的鲜货，怎么卖划算？",
            {
                "make": "做好、打包，自己卖",
                "raw": "直接卖给上门收的",
                "same": "自家的东西，怎么卖都是赚",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def jin(s):
    """Raw jin in one parcel."""
    return {"腊肉": lambda: 2 / (s.out / 10), "土豆": lambda: 5, "干莲子": lambda: 3}[s.name]()


def goods(s):
    return pricing.own_goods_cost(jin(s), s.raw)


def work(s):
    return pricing.own_time_cost(s.minutes, s.wage)


def cash(s):
    """What is left in hand before one's own goods and hours."""
    return s.price - s.spice - s.ship


def left(s):
    return cash(s) - goods(s) - work(s)


def told(s):
    return (
        f"收进 {n(s.price)} 元，花出去 {n(s.spice + s.ship)} 元。这一单用鲜货 {n(jin(s))} 斤，卖给别人值 {n(goods(s))} 元。"
        f"工 {n(s.minutes)} 分钟值 {n(work(s))} 元。一减，一单{'赚' if left(s) > 0 else '亏'} {n(abs(left(s)))} 元。"
    )


q.mark(
    form.rule_number(
        "left",
        points=3,
        within=0.05,
        key=left,
        why=told,
        wrong=[
            form.wrong(
                "own_goods_free",
                "自家的货没算钱",
                lambda s: cash(s) - work(s),
                lambda s: f"这些鲜货不用，也能卖 {n(goods(s))} 元。自家的货，按卖给别人的价算。",
            ),
            form.wrong(
                "own_work_free",
                "自家的工没算钱",
                lambda s: cash(s) - goods(s),
                lambda s: f"这些时间去帮工，能挣 {n(work(s))} 元。自家的工也要记。",
            ),
            form.wrong(
                "own_goods_and_work_free",
                "货和工都没算钱",
                cash,
                "手里多的这些钱，里头有你的货、你的工。",
            ),
            form.wrong(
                "yield_ignored",
                "忘了缩水",
                {
                    "腊肉": lambda s: cash(s) - 2 * s.raw - work(s),
                    "干莲子": lambda s: cash(s) - s.raw - work(s),
                },
                "一单成品，要用更多的鲜货。先算用了几斤鲜的。",
            ),
            form.wrong(
                "one_jin_only",
                "一箱当成一斤",
                {"土豆": lambda s: cash(s) - s.raw - work(s)},
                "一箱是 5 斤，货钱要乘 5。",
            ),
        ],
    ),
    form.rule_choice(
        "way",
        points=2,
        key=lambda s: "make" if left(s) > 0 else "raw",
        why=lambda s: (
            "货和工的钱都扣了，还有剩。自己做、自己卖划算。"
            if left(s) > 0
            else "扣了货和工，是亏的。卖给上门收的，一分不亏，还省工夫。"
        ),
        wrong=[
            form.wrong(
                "own_is_always_gain", "自家的怎么卖都赚", "same", "自家的东西也值钱。看哪条路到手多。"
            ),
            form.wrong(
                "price_not_take_home",
                "看卖价高，不看到手",
                {"土豆": "make"},
                "卖价高，花出去的也多。比的是落到手里的。",
            ),
            form.wrong(
                "work_counted_twice",
                "嫌费工，把工又扣一回",
                {"腊肉": "raw", "干莲子": "raw"},
                "第①问里，工钱已经扣过了。有剩就划算。",
            ),
        ],
    ),
)
