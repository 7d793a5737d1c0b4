# %% tags=["question"]
# 第 15 题：送一袋，等于打几折
from nongju import form

q = form.question(
    "pricing-margin/p15",
    scenes=[
        form.scene(
            "渣海椒",
            "渣海椒一瓶 {price} 元，本钱 {goods} 元。平时三瓶一套，纸箱 {box} 元，封好 {light} 公斤，一场卖 {n} 套。\n"
            "想做「买三送一」：四瓶收三瓶的钱，封好 {heavy} 公斤，估计卖 {hope} 套。\n"
            "快递首重一公斤 {first} 元，续重一公斤 {step} 元，不足一公斤按一公斤。服务费先不算。",
            price=[22, 23],
            goods=10,
            box=3,
            light=1.9,
            heavy=2.5,
            n=20,
            hope=[26, 28],
            first=4,
            step=1.5,
        ),
        form.scene(
            "腊肉",
            "腊肉一斤装 {price} 元，本钱 {goods} 元。平时一单一袋，纸箱 {box} 元，封好 {light} 公斤，一场卖 {n} 单。\n"
            "想做「第二件 {second} 折」：全改成两袋一单，封好 {heavy} 公斤，估计卖 {hope} 单。\n"
            "快递首重一公斤 {first} 元，续重一公斤 {step} 元，不足一公斤按一公斤。服务费先不算。",
            price=[62, 64],
            goods=38,
            box=3,
            light=0.7,
            heavy=1.3,
            n=30,
            second=7,
            hope=[22, 23],
            first=4,
            step=1.5,
        ),
        form.scene(
            "干莲子",
            "干莲子一斤一袋 {price} 元，本钱一斤 {goods} 元。袋子 {box} 元，封好 {light} 公斤，一场卖 {n} 袋。\n"
            "想做「加二两不加价」：一斤二两还收一斤的钱，封好 {heavy} 公斤，估计卖 {hope} 袋。\n"
            "快递首重一公斤 {first} 元，续重一公斤 {step} 元，不足一公斤按一公斤。服务费先不算。",
            price=[48, 49],
            goods=30,
            box=2,
            light=0.6,
            heavy=0.7,
            n=20,
            hope=[46, 48],
            first=4,
            step=1.5,
        ),
    ],
    fields=[
        form.number("fold", "① 顾客等于打了几折买到？（写到 7.5 折这样）", unit="折"),
        form.gain("set", "② 做了活动，一单（一套、一袋）赚还是亏几元？", unit="元"),
        form.choice("do", "③ 照估计的数，做不做？", {"yes": "做", "no": "不做"}),
    ],
)

# %% tags=["key"] points=6
# 第 15 题的算法
import math

from nongju.marking import plain


def up(x):
    return math.ceil(x - 1e-9)


def freight(s, weight):
    return s.first + s.step * (up(weight) - 1)


def pay(s):
    """Yuan a set brings with the offer."""
    return {"渣海椒": 3 * s.price, "腊肉": 1.7 * s.price, "干莲子": s.price}[s.name]


def units(s):
    """Units of goods in a set with the offer."""
    return {"渣海椒": 4, "腊肉": 2, "干莲子": 1.2}[s.name]


def base_units(s):
    return {"渣海椒": 3, "腊肉": 1, "干莲子": 1}[s.name]


def fold(s):
    return pay(s) / (units(s) * s.price)


def offer(s):
    return pay(s) - units(s) * s.goods - s.box - freight(s, s.heavy)


def unrounded(s):
    """Margin of a person who pays for the part of a kilogram only."""
    return pay(s) - units(s) * s.goods - s.box - s.first - s.step * (s.heavy - 1)


def usual(s):
    return base_units(s) * (s.price - s.goods) - s.box - freight(s, s.light)


def why_fold(s):
    return {
        "渣海椒": "三瓶的钱拿四瓶：3 ÷ 4 = 0.75，就是 7.5 折。便宜四分之一。",
        "腊肉": "两袋付 1 + 0.7 = 1.7 份的钱。1.7 ÷ 2 = 0.85，就是 8.5 折。",
        "干莲子": "一斤的钱拿一斤二两：1 ÷ 1.2 = 0.833，大约 8.3 折。",
    }[s.name]


def why_set(s):
    step = "还在这一档" if freight(s, s.heavy) == freight(s, s.light) else "多进了一档"
    return (
        f"收 {plain(pay(s), 2)} 元。货 {units(s)} × {s.goods} = {plain(units(s) * s.goods, 2)} 元，箱袋 {s.box} 元。"
        f"{s.heavy} 公斤按 {up(s.heavy)} 公斤收，运费 {plain(freight(s, s.heavy), 2)} 元，{step}。剩 {plain(offer(s), 2)} 元。"
    )


def why_do(s):
    a, b = s.hope * offer(s), s.n * usual(s)
    return f"做：{s.hope} × {plain(offer(s), 2)} = {plain(a, 2)} 元。不做：{s.n} × {plain(usual(s), 2)} = {plain(b, 2)} 元。{'做。' if a > b else '不做。'}"


q.mark(
    form.rule_number(
        "fold",
        points=2,
        within=0.005,
        key=fold,
        why=why_fold,
        wrong=[
            form.wrong("third_off", "买三送一当便宜三分之一", {"渣海椒": 2 / 3}, "拿到手是四瓶。送的一瓶要除以四，不是除以三。"),
            form.wrong("one_of_ten", "送一份当打九折", {"渣海椒": 0.9, "腊肉": 0.9, "干莲子": 0.9}, "付的钱，除以按原价该付的钱，才是几折。"),
            form.wrong("second_for_all", "当成两件都打折", {"腊肉": 0.7}, "只有第二件打折。两件合起来再算是几折。"),
            form.wrong("share_left_off", "便宜的那份当成折", {"渣海椒": 0.25, "腊肉": 0.15, "干莲子": 0.167}, "几折说的是付几成，不是便宜几成。"),
            form.wrong("extra_subtracted", "送两成当打八折", {"干莲子": 0.8}, "多给两成，不是少收两成。用除：1 ÷ 1.2。"),
        ],
    ),
    form.rule_number(
        "set",
        points=2,
        within=0.05,
        key=offer,
        why=why_set,
        wrong=[
            form.wrong(
                "gift_free",
                "送的不算本钱",
                {"渣海椒": lambda s: offer(s) + s.goods, "干莲子": lambda s: offer(s) + 0.2 * s.goods},
                "送出去的那份，也是花钱做的。",
            ),
            form.wrong("second_for_all", "当成两件都打折", {"腊肉": lambda s: offer(s) - 0.3 * s.price}, "第一件是原价。只有第二件打折。"),
            form.wrong(
                "freight_same",
                "多一份还按老运费",
                {"渣海椒": lambda s: pay(s) - units(s) * s.goods - s.box - freight(s, s.light), "腊肉": lambda s: pay(s) - units(s) * s.goods - s.box - freight(s, s.light)},
                "重了就可能多进一档。封好 {heavy} 公斤，再算一遍运费。",
                credit=0.5,
            ),
            form.wrong("not_rounded_up", "零头没往上进", {"渣海椒": unrounded, "腊肉": unrounded}, "零头也按一公斤收。{heavy} 公斤要往上进。"),
            form.wrong("extra_parcel", "送一份多算一趟快递", {"干莲子": lambda s: offer(s) - s.step}, "{heavy} 公斤没过一公斤，运费没变。"),
        ],
    ),
    form.rule_choice(
        "do",
        points=2,
        key=lambda s: "yes" if s.hope * offer(s) > s.n * usual(s) else "no",
        why=why_do,
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", {"渣海椒": "yes", "腊肉": "yes"}, "多卖了几单，可一单剩得少。乘出来再比。"),
            form.wrong("gift_is_loss", "送就是亏", {"干莲子": "no"}, "一袋少赚几元，多卖的补得回。乘出来再比。"),
        ],
    ),
)
