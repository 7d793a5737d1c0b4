# %% tags=["question"]
# 第 12 题：包邮包到哪里
from nongju import form

q = form.question(
    "pricing-margin/p12",
    scenes=[
        form.scene(
            "土豆",
            "土豆 {jin} 斤一箱，包邮卖 {price} 元。收购 {buy} 元一斤，挑掉 {loss}%。箱子 {box} 元，空箱重 {box_kg} 公斤。\n"
            "省内首重 {near1} 元、续重一公斤 {near2} 元；省外首重 {far1} 元、续重 {far2} 元。\n"
            "首重一公斤，不足一公斤按一公斤。服务费按货款收 {fee}%。",
            jin=5,
            price=[15, 16],
            buy=[1, 1.05],
            loss=5,
            box=2,
            box_kg=[0.4, 0.45],
            near1=4,
            near2=1.5,
            far1=8,
            far2=4,
            fee=2,
        ),
        form.scene(
            "山药",
            "山药 {jin} 斤一箱，包邮卖 {price} 元。收购 {buy} 元一斤，路上断的、挑掉的占 {loss}%。\n"
            "箱子加泡沫 {box} 元，重 {box_kg} 公斤。\n"
            "省内首重 {near1} 元、续重一公斤 {near2} 元；省外首重 {far1} 元、续重 {far2} 元。\n"
            "首重一公斤，不足一公斤按一公斤。服务费按货款收 {fee}%。",
            jin=5,
            price=[32, 33],
            buy=3.5,
            loss=10,
            box=5,
            box_kg=[0.7, 0.8],
            near1=4,
            near2=1.5,
            far1=8,
            far2=4,
            fee=2,
        ),
        form.scene(
            "黑老虎",
            "黑老虎 {jin} 斤一箱，包邮卖 {price} 元。果子 {buy} 元一斤，烂掉的占 {loss}%。\n"
            "箱子加冰袋 {box} 元，重 {box_kg} 公斤。\n"
            "省内首重 {near1} 元、续重一公斤 {near2} 元；省外首重 {far1} 元、续重 {far2} 元。\n"
            "首重一公斤，不足一公斤按一公斤。另收保鲜费：省内 {near3} 元、省外 {far3} 元。服务费按货款收 {fee}%。",
            jin=2,
            price=[60, 62],
            buy=20,
            loss=10,
            box=3,
            box_kg=[0.5, 0.6],
            near1=4,
            near2=1.5,
            near3=3,
            far1=8,
            far2=4,
            far3=5,
            fee=2,
        ),
        form.scene(
            "干莲子",
            "干莲子 {jin} 斤一袋，包邮卖 {price} 元。进货 {buy} 元一斤，挑掉 {loss}%。袋子 {box} 元，重 {box_kg} 公斤。\n"
            "省内首重 {near1} 元、续重一公斤 {near2} 元；省外首重 {far1} 元、续重 {far2} 元。\n"
            "首重一公斤，不足一公斤按一公斤。服务费按货款收 {fee}%。",
            jin=2,
            price=[84, 86],
            buy=29,
            loss=2,
            box=2,
            box_kg=[0.2, 0.3],
            near1=4,
            near2=1.5,
            far1=8,
            far2=4,
            fee=2,
        ),
    ],
    fields=[
        form.number("kg", "① 快递按几公斤收钱？", unit="公斤"),
        form.gain("near", "② 省内一单，赚还是亏几元？", unit="元"),
        form.gain("far", "③ 省外一单，赚还是亏几元？", unit="元"),
        form.choice(
            "where",
            "④ 照这个卖价，包邮写成哪一条？",
            {"all": "全国包邮", "near": "只包省内", "none": "都不包，运费另收"},
        ),
    ],
)

# %% tags=["key"] points=7
# 第 12 题的算法
import math

from nongju.marking import plain


def up(x):
    return math.ceil(x - 1e-9)


def sealed(s):
    """Kilograms on the scale: 2 jin to the kilogram, and the box."""
    return s.jin / 2 + s.box_kg


def kg(s):
    return up(sealed(s))


def goods(s, *, loss=True):
    return s.jin * s.buy / (1 - s.loss / 100 if loss else 1)


def freight(s, where, weight, *, cold=True):
    first, step = s.numbers[where + "1"], s.numbers[where + "2"]
    extra = s.numbers.get(where + "3", 0) if cold else 0
    return first + step * max(0, weight - 1) + extra


def earned(s, where, *, weight=None, loss=True, cold=True):
    """Yuan left of one parcel sent `where`, by default counted rightly."""
    weight = kg(s) if weight is None else weight
    return s.price * (1 - s.fee / 100) - goods(s, loss=loss) - s.box - freight(s, where, weight, cold=cold)


def best(s):
    if earned(s, "far") >= 0:
        return "all"
    return "near" if earned(s, "near") >= 0 else "none"


def why_kg(s):
    return f"{s.jin} 斤是 {plain(s.jin / 2)} 公斤，加箱子 {s.box_kg} 公斤，共 {plain(sealed(s), 2)} 公斤。不足一公斤按一公斤，收 {kg(s)} 公斤的钱。"


def why_leg(where):
    def why(s):
        extra = s.numbers.get(where + "3", 0)
        steps = kg(s) - 1
        sum_ = f"{s.numbers[where + '1']} + {s.numbers[where + '2']} × {steps}" + (f" + 保鲜费 {extra}" if extra else "")
        return (
            f"运费 {sum_} = {plain(freight(s, where, kg(s)), 2)} 元。货 {s.jin} × {s.buy} ÷ {plain(1 - s.loss / 100, 2)} = {plain(goods(s), 2)} 元。"
            f"货款扣掉服务费是 {plain(s.price * (1 - s.fee / 100), 2)} 元。减货、减箱 {s.box} 元、减运费，"
            f"{'赚' if earned(s, where) >= 0 else '亏'} {plain(abs(earned(s, where)), 2)} 元。"
        )

    return why


def why_where(s):
    near, far = earned(s, "near"), earned(s, "far")
    if best(s) == "near":
        return f"省外一单亏 {plain(-far, 2)} 元，要 {up(-far / near)} 个省内单才补平。只包省内，省外运费另收。"
    if best(s) == "all":
        return f"省外一单还赚 {plain(far, 2)} 元。货轻、价高，全国包得起。"
    return f"省内一单就亏 {plain(-near, 2)} 元。卖价不动，就别包邮；要包，先把运费加进价里。"


def legs(where):
    return [
        form.wrong(
            "box_forgotten",
            "只称了货",
            lambda s: earned(s, where, weight=s.jin / 2),
            "快递称的是封好的箱子。装好再称，零头往上进。",
        ),
        form.wrong(
            "box_forgotten_rounded",
            "只称货，再进位",
            {"山药": lambda s: earned(s, where, weight=up(s.jin / 2))},
            "进位进对了，可箱子也有分量。装好再称。",
        ),
        form.wrong(
            "jin_as_kilogram",
            "斤当成公斤",
            lambda s: earned(s, where, weight=up(s.jin + s.box_kg)),
            "快递按公斤收钱。{jin} 斤先除以 2，再加箱子。",
        ),
        form.wrong(
            "loss_forgotten",
            "挑掉的没算",
            lambda s: earned(s, where, loss=False),
            "挑掉的、坏掉的也是花钱买的。好货要摊坏货的钱：用除。",
            credit=0.5,
        ),
        form.wrong(
            "cold_forgotten",
            "漏了保鲜费",
            {"黑老虎": lambda s: earned(s, where, cold=False)},
            "鲜货一箱另收保鲜费，也跟着这单走。",
            credit=0.5,
        ),
    ]


q.mark(
    form.rule_number(
        "kg",
        points=1,
        within=0.02,
        key=kg,
        why=why_kg,
        wrong=[
            form.wrong(
                "not_rounded_up",
                "零头没往上进",
                sealed,
                "合同写不足一公斤按一公斤。多一两，也收一公斤。",
            ),
            form.wrong(
                "box_forgotten",
                "只称了货",
                lambda s: s.jin / 2,
                "快递称的是封好的箱子。箱子、冰、泡沫都有分量。",
            ),
            form.wrong(
                "box_forgotten_rounded",
                "只称货，再进位",
                {"山药": lambda s: up(s.jin / 2)},
                "进位进对了，可箱子加泡沫也有分量。",
            ),
            form.wrong(
                "jin_as_kilogram",
                "斤当成公斤",
                lambda s: up(s.jin + s.box_kg),
                "{jin} 斤不是 {jin} 公斤。两斤才是一公斤。",
            ),
        ],
    ),
    form.rule_number("near", points=2, within=0.05, key=lambda s: earned(s, "near"), why=why_leg("near"), wrong=legs("near")),
    form.rule_number("far", points=2, within=0.05, key=lambda s: earned(s, "far"), why=why_leg("far"), wrong=legs("far")),
    form.rule_choice(
        "where",
        points=2,
        key=best,
        why=why_where,
        wrong=[
            form.wrong(
                "volume_cures_loss",
                "走量就赚",
                {"土豆": "all", "山药": "all", "黑老虎": "all"},
                "一单亏，多卖就多亏。省外亏的，要好多省内单来补。",
            ),
            form.wrong(
                "not_counted",
                "没算就怕",
                {"干莲子": "near"},
                "省外这一单算下来还赚。算得过来，就不用怕远。",
            ),
            form.wrong(
                "near_always_pays",
                "以为省内总赚",
                {"山药": "near"},
                "②算出来省内也亏。近不等于赚，看数。",
            ),
        ],
    ),
)
