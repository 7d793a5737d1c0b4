# %% tags=["question"]
# 第 4 题：箱子封好再称
from nongju import form

q = form.question(
    "pricing-margin/p4",
    scenes=[
        form.scene(
            "土豆",
            "一箱土豆 {jin} 斤，发省外。纸箱自重 {box} 公斤。快递首重（头一公斤）{first} 元，"
            "往后一公斤 {step} 元。不足一公斤按一公斤收。",
            jin=[6, 8, 10],
            box=0.4,
            first=[8, 9],
            step=[4, 3.5],
            cold=0,
        ),
        form.scene(
            "黑老虎",
            "一箱黑老虎 {jin} 斤，发省内。泡沫箱和冰袋共重 {box} 公斤。快递首重（头一公斤）{first} 元，"
            "往后一公斤 {step} 元，不足一公斤按一公斤收。每箱另收保鲜费 {cold} 元。",
            jin=[4, 6],
            box=0.9,
            first=[4, 5],
            step=[1.5, 2],
            cold=3,
        ),
        form.scene(
            "山药",
            "一箱山药 {jin} 斤，发省内。怕断，长纸箱加泡沫共重 {box} 公斤。快递首重（头一公斤）{first} 元，"
            "往后一公斤 {step} 元。不足一公斤按一公斤收。",
            jin=[5, 7],
            box=0.7,
            first=[4, 5],
            step=[1.5, 2],
            cold=0,
        ),
        form.scene(
            "香肠",
            "一单香肠 {jin} 斤，发省外。袋和箱共重 {box} 公斤。快递首重（头一公斤）{first} 元，"
            "往后一公斤 {step} 元。不足一公斤按一公斤收。",
            jin=[3, 5],
            box=0.3,
            first=[8, 9],
            step=[4, 5],
            cold=0,
        ),
    ],
    fields=[
        form.number("kg", "① 快递按几公斤收钱？", unit="公斤"),
        form.number("freight", "② 这一箱，快递一共收几元？", unit="元"),
        form.choice(
            "more",
            "③ 顾客想多加 1 斤货。快递费要多收他几元？",
            {"none": "一分不用多收", "half": "{step} 元的一半", "step": "{step} 元"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def sealed(s, jin):
    return pricing.sealed_weight(jin, s.box)


def billed(s, jin):
    return pricing.billed_weight(sealed(s, jin))


def pays(s, kg):
    return pricing.freight(kg, s.first, s.step) + s.cold


def key_more(s):
    return "none" if billed(s, s.jin + 1) == billed(s, s.jin) else "step"


def goods_only(s):
    return pricing.billed_weight(s.jin / 2)


def as_kilograms(s):
    return pricing.billed_weight(s.jin + s.box)


q.mark(
    form.rule_number(
        "kg",
        points=1,
        within=0.04,
        key=lambda s: billed(s, s.jin),
        why=lambda s: (
            f"{n(s.jin)} 斤是 {n(s.jin / 2)} 公斤，加箱子 {n(s.box)} 公斤，一共 {n(sealed(s, s.jin))} 公斤。"
            f"零头往上进，按 {n(billed(s, s.jin))} 公斤收。"
        ),
        wrong=[
            form.wrong("box_forgotten", "只称了货", lambda s: s.jin / 2, "快递称的是封好的箱子，箱和冰都在里头。"),
            form.wrong(
                "not_rounded_up",
                "零头没往上进",
                lambda s: sealed(s, s.jin),
                "不足一公斤按一公斤收。零头往上进。",
            ),
            form.wrong("jin_as_kilogram", "斤当成公斤", as_kilograms, "一公斤是两斤。先把斤数除以 2。"),
        ],
    ),
    form.rule_number(
        "freight",
        points=2,
        within=0.05,
        key=lambda s: pays(s, billed(s, s.jin)),
        why=lambda s: (
            f"头一公斤 {n(s.first)} 元。后面 {n(billed(s, s.jin) - 1)} 公斤，每公斤 {n(s.step)} 元。"
            + (f"再加保鲜费 {n(s.cold)} 元。" if s.cold else "")
            + f"一共 {n(pays(s, billed(s, s.jin)))} 元。"
        ),
        wrong=[
            form.wrong(
                "box_forgotten",
                "只称了货",
                lambda s: pays(s, s.jin / 2),
                "快递称的是封好的箱子。装好再称，再往上进。",
            ),
            form.wrong(
                "box_forgotten_rounded",
                "只称货，再进位",
                {"山药": lambda s: pays(s, goods_only(s))},
                "进位进对了，可箱子也有重量。装好再称。",
            ),
            form.wrong(
                "not_rounded_up",
                "零头没往上进",
                lambda s: pays(s, sealed(s, s.jin)),
                "不足一公斤按一公斤收。{step} 元一档，不拆开收。",
            ),
            form.wrong(
                "jin_as_kilogram",
                "斤当成公斤",
                lambda s: pays(s, as_kilograms(s)),
                "一公斤是两斤。先把斤数除以 2，再加箱子。",
            ),
            form.wrong(
                "first_kilogram_twice",
                "头一公斤算了两回",
                lambda s: s.first + s.step * billed(s, s.jin) + s.cold,
                "首重的 {first} 元，已经管了头一公斤。后面才按 {step} 元加。",
            ),
            form.wrong(
                "cold_forgotten",
                "漏了保鲜费",
                {"黑老虎": lambda s: pays(s, billed(s, s.jin)) - s.cold},
                "鲜果多一笔保鲜费，每箱 {cold} 元。",
            ),
        ],
    ),
    form.rule_choice(
        "more",
        points=2,
        key=key_more,
        why=lambda s: (
            f"加 1 斤，箱子从 {n(sealed(s, s.jin))} 公斤变 {n(sealed(s, s.jin + 1))} 公斤，"
            + (
                f"还是按 {n(billed(s, s.jin))} 公斤收。这一斤不多花快递费。"
                if key_more(s) == "none"
                else f"过了 {n(billed(s, s.jin))} 公斤这道线，多收一档 {n(s.step)} 元。"
            )
        ),
        wrong=[
            form.wrong(
                "proportional_freight",
                "一斤就加半公斤的钱",
                "half",
                "快递一公斤一档，不拆开收。看过没过那道线。",
            ),
            form.wrong(
                "every_jin_costs_a_step",
                "多一斤就多一档",
                {"土豆": "step", "山药": "step"},
                "这一档还没装满。没过线，就不加钱。",
            ),
            form.wrong(
                "one_jin_is_free",
                "就一斤，不碍事",
                {"黑老虎": "none", "香肠": "none"},
                "这一斤正好过线，快递多收一档。加之前先称。",
            ),
        ],
    ),
)
