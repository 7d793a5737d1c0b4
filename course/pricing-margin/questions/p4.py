# %% tags=["question"]
# 第 4 题：箱子封好再称
from nongju import form

BILL = "快递首重（头一公斤）{first} 元，往后每公斤 {step} 元。不足一公斤按一公斤收。"

q = form.question(
    "pricing-margin/p4",
    see="讲一讲 四",
    scenes=[
        form.scene(
            "土豆",
            "一筐土豆 {jin} 斤，发省外。木筐自重 {box} 公斤。" + BILL,
            together=[{"jin": 15, "first": 8, "step": 3.5}, {"jin": 17, "first": 9, "step": 3.5}, {"jin": 19, "first": 8, "step": 3.5}],
            case="木筐", box=2.6,
            cold=0,
        ),
        form.scene(
            "黑老虎",
            "一箱黑老虎 {jin} 斤，发省内。泡沫箱和冰瓶共重 {box} 公斤。" + BILL + "每箱另收保鲜费 {cold} 元。",
            together=[{"jin": 12, "step": 2, "cold": 3.5}, {"jin": 16, "step": 1.5, "cold": 3}, {"jin": 18, "step": 1.5, "cold": 3}],
            first=5,
            case="泡沫箱和冰瓶", box=3.6,
        ),
        form.scene(
            "山药",
            "一箱山药 {jin} 斤，发省内。怕断，长木箱加泡沫共重 {box} 公斤。" + BILL,
            together=[{"jin": 15, "first": 6.5, "step": 2}, {"jin": 17, "first": 6.5, "step": 1.8}, {"jin": 19, "first": 5.5, "step": 2}],
            case="木箱和泡沫", box=2.6,
            cold=0,
        ),
        form.scene(
            "渣海椒",
            "一单渣海椒 {jin} 斤，装土坛，发省外。坛子和箱共重 {box} 公斤。" + BILL,
            together=[{"jin": 13, "first": 7.5, "step": 3}, {"jin": 13, "first": 7.5, "step": 3.5}, {"jin": 15, "first": 8, "step": 3.5}],
            case="坛子和箱", box=4.2,
            cold=0,
        ),
    ],
    fields=[
        form.number("kg", "① 快递按几公斤收钱？", unit="公斤"),
        form.number("freight", "② 这一单，快递一共收几元？", unit="元"),
        form.choice(
            "more",
            "③ 顾客想多加 1 斤货。快递费要多收他几元？",
            {"none": "一分不用多收", "half": "{step} 元的一半", "step": "{step} 元"},
        ),
    ],
)

# %% tags=["key"] points=5
import math

from nongju.models import pricing

FIRST = "{first} 元只管头一公斤。后面 {further} 公斤，每公斤 {step} 元。"

work = form.work(
    {
        "goods_kg": lambda s: s.jin * 0.5,
        "sealed": lambda s: s.goods_kg + s.box,
        "kg": form.up(lambda s: s.sealed),
        "further": lambda s: s.kg - 1,
        "freight": lambda s: pricing.freight(s.kg, s.first, s.step) + s.cold,
        "heavier": lambda s: pricing.sealed_weight(s.jin + 1, s.box),
        "more": lambda s: "none" if pricing.billed_weight(s.heavier) == pricing.billed_weight(pricing.sealed_weight(s.jin, s.box)) else "step",
    },
    [
        form.slip("box_forgotten", "只称了货", "快递连{case}一起称，共 {sealed} 公斤，再往上进。", kg=lambda s: s.goods_kg),
        form.slip("box_forgotten_rounded", "只称货，再进位", "进位进对了，可{case}也有重量。一共 {sealed} 公斤，再进位。", box={"山药": 0, "土豆": 0, "渣海椒": 0}),
        form.slip("not_rounded_up", "零头没往上进", "{sealed} 公斤，不足一公斤按一公斤收。零头往上进。", kg=lambda s: s.sealed),
        form.slip("dropped_below", "零头丢掉了", "零头不丢，往上进：{sealed} 公斤按 {kg} 公斤收。", kg=form.down(lambda s: s.sealed)),
        form.slip("jin_as_kilogram", "斤当成公斤", "一公斤是两斤。{jin} 斤货是 {goods_kg} 公斤，再加{case}。", goods_kg=lambda s: s.jin),
        form.slip("kilogram_reversed", "斤和公斤换反了", "一公斤是两斤。斤数除以 2 才是公斤，不是乘 2。", goods_kg=lambda s: s.jin * 2),
        form.slip("jin_without_box", "斤当成公斤，包装也没称", "{jin} 斤货是 {goods_kg} 公斤。再加{case} {box} 公斤。", kg=lambda s: s.jin),
        form.slip("box_halved_too", "包装的重量也除了 2", "{case}的 {box} 公斤不是斤，不用再除。{goods_kg} + {box} = {sealed} 公斤，再往上进。", box=lambda s: s.box / 2),
        form.slip("box_halved_plain", "包装也除了 2，没往上进", "{case}的 {box} 公斤不是斤，不用再除。{goods_kg} + {box} = {sealed} 公斤，再往上进。", kg=lambda s: s.goods_kg + s.box / 2),
        form.slip("rounded_apart", "货和包装各自进位", "先加起来，再进一回位：{sealed} 公斤按 {kg} 公斤收。", kg={"渣海椒": lambda s: math.ceil(s.goods_kg) + math.ceil(s.box)}),
        form.slip("box_weighed_twice", "包装称了两回", "{case} {box} 公斤，加一回：{sealed} 公斤，再往上进。", box=lambda s: 2 * s.box),
        form.slip("box_taken_off", "包装的重量减掉了", "快递连{case}一起称，要加：{sealed} 公斤，再往上进。", sealed=lambda s: s.goods_kg - s.box),
        form.slip("box_alone", "只称了包装", "货也要称：{goods_kg} 公斤，连{case} {sealed} 公斤，再往上进。", kg=form.up(lambda s: s.box)),
        form.slip("one_more_kilogram", "进位多进了一公斤", "{sealed} 公斤往上进一级，是 {kg} 公斤。", kg={name: lambda s: math.ceil(s.sealed) + 1 for name in ("土豆", "黑老虎", "山药")}),
        form.slip("written_in_jin", "写成了斤", "这是斤数。除以 2 才是公斤：{sealed} 公斤，再往上进。", kg=lambda s: 2 * s.sealed),
        form.slip("first_kilogram_twice", "头一公斤算了两回", "首重的 {first} 元，已经管了头一公斤。后面才按 {step} 元加。", freight=lambda s: s.first + s.step * s.kg + s.cold),
        form.slip("first_kilogram_forgotten", "漏了首重", "头一公斤的 {first} 元也要加。", freight=lambda s: s.step * (s.kg - 1) + s.cold),
        form.slip("further_forgotten", "漏了续重", "后面的每公斤，还要收 {step} 元。", freight=lambda s: s.first + s.cold),
        form.slip("further_short", "续重少算了一公斤", FIRST, freight=lambda s: s.first + s.step * (s.kg - 2) + s.cold),
        form.slip("further_by_jin", "续重按斤算了", "续重按公斤收，不按斤。" + FIRST, freight=lambda s: s.first + s.step * s.jin + s.cold),
        form.slip("further_by_jin_less_one", "续重按斤算了", "续重按公斤收，不按斤。" + FIRST, freight=lambda s: s.first + s.step * (s.jin - 1) + s.cold),
        form.slip("further_unrounded", "续重按零头收了", "不足一公斤按一公斤收，先进位。" + FIRST, freight=lambda s: s.first + s.step * (s.sealed - 1) + s.cold),
        form.slip("further_of_all", "首重外头没减那一公斤，也没进位", "先进位，再减头一公斤。" + FIRST, freight=lambda s: s.first + s.step * s.sealed + s.cold),
        form.slip("first_and_step_swapped", "首重续重的价换了位", FIRST, freight=lambda s: s.step + s.first * (s.kg - 1) + s.cold),
        form.slip("step_alone", "只算了一公斤续重", FIRST, freight=lambda s: s.step + s.cold),
        form.slip("prices_times_further", "首重续重加起来再乘", FIRST, freight=lambda s: (s.first + s.step) * (s.kg - 1) + s.cold),
        form.slip("divided_by_jin", "写成了一斤的", "问的是一单一共几元，不用除。", freight=lambda s: (s.first + s.step * (s.kg - 1) + s.cold) / s.jin, at="freight"),
        form.slip("per_kilogram", "写成了一公斤的", "问的是一单一共几元，不用除。", freight=lambda s: (s.first + s.step * (s.kg - 1) + s.cold) / s.kg, at="freight"),
        form.slip("every_jin_as_first", "每斤都按首重", "快递按公斤收，不按斤。" + FIRST, freight=lambda s: s.first * s.jin + s.cold),
        form.slip("every_jin_as_step", "每斤都按续重", "快递按公斤收，不按斤。" + FIRST, freight=lambda s: s.step * s.jin + s.cold),
        form.slip("two_as_first", "头两公斤都按首重", FIRST, freight=lambda s: 2 * s.first + s.step * (s.kg - 2) + s.cold),
        form.slip("cold_alone", "只写了保鲜费", FIRST + "再加保鲜费。", freight={"黑老虎": lambda s: s.cold}),
        form.slip("cold_twice", "保鲜费加了两回", "保鲜费一箱只收一回，{cold} 元。", cold={"黑老虎": lambda s: 2 * s.cold}),
        form.slip("cold_taken_off", "保鲜费减掉了", "保鲜费是多收的，要加，{cold} 元。", cold={"黑老虎": lambda s: -s.cold}),
        form.slip("cold_each_jin", "保鲜费每斤都加了", "保鲜费一箱只收一回，{cold} 元。", cold={"黑老虎": lambda s: s.jin * s.cold}),
        form.slip("cold_each_further", "保鲜费每公斤续重都加了", "保鲜费一箱只收一回，{cold} 元。", freight={"黑老虎": lambda s: s.first + (s.kg - 1) * (s.step + s.cold)}),
        form.slip("one_step_only", "续重只加了一公斤", "头一公斤外头，剩下的每公斤都收 {step} 元。", freight=lambda s: s.first + s.step + s.cold),
        form.slip("every_kilo_as_first", "每公斤都按首重", "{first} 元只管头一公斤。后面每公斤 {step} 元。", freight=lambda s: s.first * s.kg + s.cold),
        form.slip("every_kilo_as_step", "每公斤都按续重", "头一公斤收 {first} 元，后面才按 {step} 元。", freight=lambda s: s.step * s.kg + s.cold),
        form.slip("first_and_step_each", "首重续重加起来再乘", "{first} 元只收一回，{step} 元才按公斤加。", freight=lambda s: (s.first + s.step) * s.kg + s.cold),
        form.slip("cold_forgotten", "漏了保鲜费", "鲜果多一笔保鲜费，每箱 {cold} 元。", cold=0),
        form.slip("cold_each_kilo", "保鲜费每公斤都加了", "保鲜费一箱只收一回，{cold} 元。", freight={"黑老虎": lambda s: s.first + (s.kg - 1) * s.step + s.kg * s.cold}),
    ],
)
q.mark(
    form.rule_number("kg", points=1, of=work, within=0.04, why="{jin} 斤是 {goods_kg} 公斤，加{case} {box} 公斤，一共 {sealed} 公斤。零头往上进，{key_said}。"),
    form.rule_number(
        "freight",
        points=2,
        of=work,
        within=0.05,
        why=lambda s: f"头一公斤 {s.first:g} 元，后面 {s.kg - 1:g} 公斤，每公斤 {s.step:g} 元。" + (f"再加保鲜费 {s.cold:g} 元。" if s.cold else "") + f"一共 {s.freight:g} 元。",
    ),
    form.rule_choice(
        "more",
        points=2,
        of=work,
        why=lambda s: f"多 1 斤，从 {s.sealed:g} 公斤变 {s.heavier:g} 公斤。" + ("还是那一档，不多收。" if s.more == "none" else f"过了线，多收一档 {s.step:g} 元。"),
        wrong=[
            form.wrong("proportional_freight", "一斤就加半公斤的钱", "half", "快递一公斤一档，不拆开收。看过没过那道线。"),
            form.wrong("every_jin_costs_a_step", "多一斤就多一档", {"土豆": "step", "山药": "step"}, "这一档还没装满。没过线，就不加钱。"),
            form.wrong("one_jin_is_free", "就一斤，不碍事", {"黑老虎": "none", "渣海椒": "none"}, "这一斤正好过线，快递多收一档。加之前先称。"),
        ],
    ),
)
