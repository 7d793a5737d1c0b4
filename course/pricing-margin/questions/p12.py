# %% tags=["question"]
# 第 12 题：包邮包到哪里
from nongju import form

PRICES = {"near1": 4, "near2": 1.5, "far1": 9, "far2": 4, "fee": 5}
CONTRACT = (
    "省内首重 {near1} 元、续重一公斤 {near2} 元；省外首重 {far1} 元、续重 {far2} 元。\n"
    "首重一公斤，不足一公斤按一公斤。服务费收货款的 {fee}%。"
)

q = form.question(
    "pricing-margin/p12",
    see="讲一讲 四",
    scenes=[
        form.scene(
            "土豆",
            "土豆 {jin} 斤一箱，包邮卖 {price} 元。收购 {buy} 元一斤，挑掉 {loss}%。厚箱加防冻棉 {box} 元，重 {box_kg} 公斤。\n" + CONTRACT,
            jin=6, price=[24, 26], buy=[0.9, 1], loss=15, case="厚箱和防冻棉", box=3.8, box_kg=1.1, near3=0, far3=0,
            **PRICES,
        ),
        form.scene(
            "山药",
            "山药 {jin} 斤一箱，包邮卖 {price} 元。收购 {buy} 元一斤，断的、挑掉的占 {loss}%。长箱加泡沫 {box} 元，重 {box_kg} 公斤。\n" + CONTRACT,
            jin=6, price=[37, 38], buy=[3.4, 3.6], loss=10, case="长箱和泡沫", box=6.5, box_kg=[1.2, 1.3], near3=0, far3=0,
            **PRICES,
        ),
        form.scene(
            "黑老虎",
            "黑老虎 {jin} 斤一箱，包邮卖 {price} 元。果子 {buy} 元一斤，烂掉的占 {loss}%。泡沫箱加冰袋 {box} 元，重 {box_kg} 公斤。\n"
            "另收保鲜费：省内 {near3} 元、省外 {far3} 元。" + CONTRACT,
            jin=4, price=[130, 131], buy=[21, 22], loss=10, case="泡沫箱和冰袋", box=8.8, box_kg=[1.2, 1.3], near3=2, far3=6,
            **PRICES,
        ),
        form.scene(
            "干莲子",
            "干莲子一单两罐，一共 {jin} 斤，包邮卖 {price} 元。进货 {buy} 元一斤，挑掉 {loss}%。罐和礼盒一单共 {box} 元，重 {box_kg} 公斤。\n" + CONTRACT,
            jin=4, price=[174, 176], buy=[28, 29], loss=4, case="罐和礼盒", box=10, box_kg=[1.2, 1.3], near3=0, far3=0,
            **PRICES,
        ),
    ],
    fields=[
        form.number("kg", "① 快递按几公斤收钱？", unit="公斤"),
        form.gain("near", "② 省内一单，赚还是亏几元？", unit="元"),
        form.gain("far", "③ 省外一单，赚还是亏几元？", unit="元"),
        form.choice("where", "④ 照这个卖价，包邮写成哪一条？", {"all": "全国包邮", "near": "只包省内", "none": "都不包，运费另收"}),
    ],
)

# %% tags=["key"] points=7
# 第 12 题的算法
from nongju.models import pricing


def earned(s, freight):
    """Yuan left of one parcel after goods, box and freight."""
    return pricing.zone_margins(s.price, s.fee / 100, s.goods + s.box, [freight])[0]


def before_fee(s, freight):
    """Yuan left of one parcel before the fee."""
    return s.price - s.goods - s.box - freight


FEE = "服务费收货款的 {fee}%。货款是 {price} 元，先从它里头扣。"

work = form.work(
    {
        "sealed": lambda s: pricing.sealed_weight(s.jin, s.box_kg),
        "kg": form.up(lambda s: s.sealed),
        "goods": lambda s: s.jin * pricing.cost_after_loss(s.buy, s.loss / 100),
        "to_near": lambda s: pricing.freight(s.kg, s.near1, s.near2) + s.near3,
        "to_far": lambda s: pricing.freight(s.kg, s.far1, s.far2) + s.far3,
        "near": lambda s: earned(s, s.to_near),
        "far": lambda s: earned(s, s.to_far),
        "where": lambda s: "all" if s.far >= 0 else "near" if s.near >= 0 else "none",
    },
    [
        form.slip("box_forgotten", "只称了货", "快递连{case}一起称，共 {sealed} 公斤。再往上进。", box_kg=0),
        form.slip("not_rounded_up", "零头没往上进", "合同写不足一公斤按一公斤。多一两，也收一公斤。", kg=lambda s: s.sealed),
        form.slip("jin_as_kilogram", "斤当成公斤", "快递按公斤收钱。{jin} 斤先除以 2，再加{case}。", sealed=lambda s: s.jin + s.box_kg),
        form.slip("rounded_off", "零头丢掉了", "一共 {sealed} 公斤。不足一公斤按一公斤，往上进。", kg=form.down(lambda s: s.sealed)),
        form.slip("weight_in_jin", "按斤数付的运费", "快递按公斤收钱。斤数除以 2，才是公斤。", sealed=lambda s: s.jin + 2 * s.box_kg),
        form.slip("step_once", "续重只加了一回", "续重一公斤收一回。头一公斤以外，还有几公斤，就加几回。", to_near=lambda s: s.near1 + s.near2 + s.near3, to_far=lambda s: s.far1 + s.far2 + s.far3),
        form.slip("first_kilogram_twice", "头一公斤算了两回", "首重已经管了头一公斤。续重只算剩下的公斤。", near1=lambda s: s.near1 + s.near2, far1=lambda s: s.far1 + s.far2),
        form.slip("step_forgotten", "只付了首重", "首重只管头一公斤。后面每公斤，还要付续重。", near2=0, far2=0),
        form.slip("every_kilo_first", "每公斤都按首重算", "首重的价只收头一公斤。后面的按续重。", near2=lambda s: s.near1, far2=lambda s: s.far1),
        form.slip("first_price_forgotten", "每公斤都按续重算", "头一公斤有首重的价。后面的才按续重。", near1=lambda s: s.near2, far1=lambda s: s.far2),
        form.slip("first_forgotten", "忘了首重", "头一公斤的首重也要付。首重加续重，才是运费。", near1=0, far1=0),
        form.slip("freight_forgotten", "没扣运费", "包邮是你付快递。运费要从这一单里减。", at=("near", "far"), to_near=0, to_far=0),
        form.slip("fee_forgotten", "忘了服务费", "收 100 元货款，平台先扣走 {fee} 元。", fee=0),
        form.slip("fee_on_gain", "服务费照赚的收了", FEE, at=("near", "far"), near=lambda s: before_fee(s, s.to_near) * (1 - s.fee / 100), far=lambda s: before_fee(s, s.to_far) * (1 - s.fee / 100)),
        form.slip("fee_on_near_gain", "服务费照省内赚的收了", FEE, at="far", far=lambda s: before_fee(s, s.to_far) - before_fee(s, s.to_near) * s.fee / 100),
        form.slip("fee_on_goods", "服务费照货和包装的钱收了", FEE, at=("near", "far"), near=lambda s: before_fee(s, s.to_near) - (s.goods + s.box) * s.fee / 100, far=lambda s: before_fee(s, s.to_far) - (s.goods + s.box) * s.fee / 100),
        form.slip("fee_on_goods_alone", "服务费照货钱收了", FEE, at=("near", "far"), near={name: lambda s: before_fee(s, s.to_near) - s.goods * s.fee / 100 for name in ("山药", "黑老虎", "干莲子")}, far={name: lambda s: before_fee(s, s.to_far) - s.goods * s.fee / 100 for name in ("山药", "黑老虎", "干莲子")}),
        form.slip("fee_on_cost", "服务费照本钱收了", FEE, at=("near", "far"), near={name: lambda s: s.price - (s.price - before_fee(s, s.to_near)) * (1 + s.fee / 100) for name in ("土豆", "干莲子")}, far={name: lambda s: s.price - (s.price - before_fee(s, s.to_far)) * (1 + s.fee / 100) for name in ("土豆", "干莲子")}),
        form.slip("fee_as_tenths", "百分之几当成几成", "{fee}% 是一百元抽 {fee} 元，不是十元抽 {fee} 元。", fee=lambda s: 10 * s.fee),
        form.slip("fee_added", "服务费当成收进来的", "服务费是平台扣走的。从货款里减，钱会变少。", at=("near", "far"), near=lambda s: before_fee(s, s.to_near) + s.price * s.fee / 100, far=lambda s: before_fee(s, s.to_far) + s.price * s.fee / 100),
        form.slip("fee_as_yuan", "几个点当成几元", "{fee}% 是一百元抽 {fee} 元，不是一单抽 {fee} 元。", fee=lambda s: 100 * s.fee / s.price),
        form.slip("loss_forgotten", "挑掉的没算", "挑掉的、坏掉的也是花钱买的。好货要摊坏货的钱：用除。", loss=0),
        form.slip("loss_added", "掉几成就加几成", "钱没少花，摊到剩下的货上。除以（1 − 挑掉的）。", goods=lambda s: s.jin * s.buy * (1 + s.loss / 100)),
        form.slip("yield_multiplied", "乘除弄反了", "坏了一些，好货只会更贵。算便宜了，就是反了：用除。", goods=lambda s: s.jin * s.buy * (1 - s.loss / 100)),
        form.slip("one_jin_only", "一单只算了一斤的货", "一单有 {jin} 斤。一斤的货钱，再乘 {jin}。", goods=lambda s: pricing.cost_after_loss(s.buy, s.loss / 100)),
        form.slip("jin_price_by_kilogram", "一斤的价乘了公斤数", "收购价是一斤的。{jin} 斤货，就乘 {jin}。", goods=lambda s: s.jin / 2 * pricing.cost_after_loss(s.buy, s.loss / 100)),
        form.slip("goods_forgotten", "漏了货钱", "货也是花钱来的。先减货，再减{case}和快递。", at=("near", "far"), goods=0),
        form.slip("freight_only", "只减了运费", "货和{case}也要减。货 {goods} 元，{case} {box} 元。", at=("near", "far"), goods=0, box=0),
        form.slip("box_money_forgotten", "忘了箱盒钱", "{case} {box} 元，也跟着这单花掉了。", at=("near", "far"), box=0),
        form.slip("cold_forgotten", "漏了保鲜费", "鲜货一箱另收保鲜费，也跟着这单走。", near3={"黑老虎": 0}, far3={"黑老虎": 0}),
        form.slip("cold_each_kilo", "保鲜费每公斤都加了", "保鲜费一箱收一回，不按公斤。", to_near={"黑老虎": lambda s: pricing.freight(s.kg, s.near1, s.near2) + s.kg * s.near3}, to_far={"黑老虎": lambda s: pricing.freight(s.kg, s.far1, s.far2) + s.kg * s.far3}),
        form.slip("cold_both", "两样保鲜费都加了", "发省内收 {near3} 元，发省外收 {far3} 元。一箱只收一样。", near3={"黑老虎": lambda s: s.near3 + s.far3}, far3={"黑老虎": lambda s: s.near3 + s.far3}),
        form.slip("cold_taken_far", "保鲜费按省外的算了", "发省内的一箱，保鲜费收 {near3} 元。", at="near", near3={"黑老虎": lambda s: s.far3}),
        form.slip("cold_taken_near", "保鲜费还按省内的算", "发省外的一箱，保鲜费收 {far3} 元。", at="far", far3={"黑老虎": lambda s: s.near3}),
        form.slip("tins_twice", "罐盒钱算了两份", "罐和礼盒，一单一共 {box} 元。", box={"干莲子": lambda s: 2 * s.box}),
        form.slip("freight_alone", "写成了运费", "这是要付的运费。货款减掉服务费、货、{case}、运费，才是赚的。", at=("near", "far"), near=lambda s: -s.to_near, far=lambda s: -s.to_far),
        form.slip("freight_both", "远近运费都减了", "一单只发一处。发省外，只付省外的运费。", at="far", to_far=lambda s: pricing.freight(s.kg, s.far1, s.far2) + s.far3 + s.to_near),
        form.slip("freight_gap_only", "只写了运费的差", "这是省外多花的运费。从省内赚的里减掉它，才是省外的。", at="far", far=lambda s: s.to_near - s.to_far),
        form.slip("far_first_near", "首重还按省内的算", "省外的首重是 {far1} 元。首重、续重都要换。", at=("far", "where"), far1=lambda s: s.near1),
        form.slip("freight_taken_near", "远近当一样", "省外有省外的价。首重、续重都换成省外的再算。", at=("far", "where"), to_far=lambda s: s.to_near),
        form.slip("far_step_near", "续重还按省内的算", "省外的续重是 {far2} 元一公斤。首重、续重都要换。", at=("far", "where"), far2=lambda s: s.near2),
    ],
)

LEG = "货 {goods} 元，{case} {box} 元，"

q.mark(
    form.rule_number("kg", points=1, of=work, within=0.02, why="{jin} 斤除以 2，加{case} {box_kg} 公斤，共 {sealed} 公斤。零头往上，收 {kg} 公斤的钱。"),
    form.rule_number("near", points=2, of=work, within=0.03, why=LEG + "运费 {to_near} 元。货款扣掉服务费，再减这三样，{near:gain}。"),
    form.rule_number("far", points=2, of=work, within=0.03, why="只有运费变成 {to_far} 元。{far:gain}。"),
    form.rule_choice(
        "where",
        points=2,
        of=work,
        why={
            "土豆": "省内{near:gain}，省外{far:gain}。只包省内，省外运费另收。",
            "山药": "省内一单就{near:gain}。卖价不动，就别包邮。",
            "黑老虎": "省内{near:gain}，省外{far:gain}。只包省内，省外运费另收。",
            "干莲子": "省外一单还{far:gain}。货轻、价高，全国包得起。",
        },
        wrong=[
            form.wrong("volume_cures_loss", "走量就赚", {"土豆": "all", "山药": "all", "黑老虎": "all"}, "一单亏，多卖就多亏。省外亏的，要好多省内单来补。"),
            form.wrong("near_always_pays", "以为省内总赚", {"山药": "near"}, "②算出来省内也亏。近不等于赚，看数。"),
            form.wrong("far_always_loses", "以为省外总亏", {"干莲子": "near"}, "省外这一单算下来还赚。看数，不看远近。"),
            form.wrong("paying_parcel_not_covered", "赚的也没包进去", {"土豆": "none", "黑老虎": "none", "干莲子": "none"}, "省内这一单{near:gain}。包得起的，就包进去。"),
        ],
    ),
)
