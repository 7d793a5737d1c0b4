# %% tags=["practice"]
# 练一练：服务费收几元
from nongju import form
from nongju.models import pricing

RULE = "2023 年 1 月公布的规矩。{who}，按 {rate}% 收。藠头卖 {goods} 元，顾客另付运费 {ship} 元。"

q = form.question(
    "pricing-margin/try-fee",
    scenes=[
        form.scene("新店", RULE, who="新店", rate=fact("fee_new_shop"), other=fact("fee_2023_high"), goods=62, ship=18),
        form.scene("最高的一档", RULE, who="最高的一档", rate=fact("fee_2023_high"), other=fact("fee_new_shop"), goods=62, ship=18),
    ],
    fields=[form.number("fee", "这一单收几元服务费？", unit="元")],
)
work = form.work(
    {
        "base": lambda s: pricing.fee_base(s.goods, s.ship, 0),
        "fee": lambda s: pricing.platform_fee(s.base, s.rate / 100),
    },
    [
        form.slip("freight_left_out", "没算运费", "顾客付的运费，也要收服务费。", base=lambda s: s.goods),
        form.slip("freight_taken_off", "把运费先减了", "运费也是顾客付的，要加上，不是减掉。", base=lambda s: s.goods - s.ship),
        form.slip("fee_of_freight", "只照运费收了", "卖的货和运费，加起来再收。", base=lambda s: s.ship),
        form.slip("fee_as_yuan", "几个点当成几元", "几个点是百分之几，要乘上顾客付的钱。", fee=lambda s: s.rate),
        form.slip("other_rate", "用了另一档的数", "这家店按 {rate}% 收。", fee=lambda s: (s.goods + s.ship) * s.other / 100),
        form.slip("freight_at_other_rate", "运费按另一档收了", "货和运费加起来，一样收 {rate}%。", fee=lambda s: s.goods * s.rate / 100 + s.ship * s.other / 100),
        form.slip("yuan_on_each", "货和运费各收了几元", "几个点是百分之几，要乘上顾客付的钱。", fee=lambda s: 2 * s.rate),
        form.slip("fee_by_division", "该乘的用了除", "收几元，拿顾客付的钱乘 {rate}%。", fee=lambda s: (s.goods + s.ship) / (1 - s.rate / 100) - s.goods - s.ship),
        form.slip("fee_inside", "除成了一加百分之几", "收几元，拿顾客付的钱乘 {rate}%。", fee=lambda s: (s.goods + s.ship) * s.rate / (100 + s.rate)),
        form.slip("divided_by_rate", "拿几个点去除了", "{rate}% 是一百元收 {rate} 元。拿顾客付的钱去乘。", fee={"最高的一档": lambda s: (s.goods + s.ship) / s.rate}),
        form.slip("freight_added_twice", "运费加了两回", "运费加一回：{goods} + {ship}。", base=lambda s: s.goods + 2 * s.ship),
        form.slip("customer_paid", "写成了顾客付的", "这是顾客一共付的。问的是平台收走几元：再乘 {rate}%。", fee=lambda s: s.goods + s.ship),
        form.slip("paid_with_fee", "写成了加上服务费的", "这是付的钱加上服务费。问的是收走几元。", fee=lambda s: (s.goods + s.ship) * (1 + s.rate / 100)),
        form.slip("fee_free_for_ever", "以为一直免收", "2022 年免收。2023 年 1 月起收了。看后台。", fee=0),
        form.slip("rest_not_fee", "写成了剩下的", "这是扣完剩下的。问的是收走几元。", fee=lambda s: (s.goods + s.ship) * (1 - s.rate / 100)),
        form.slip("rest_of_goods", "写成了货钱扣完剩下的", "这是货钱扣完剩下的。问的是收走几元，运费也要收。", fee=lambda s: s.goods * (1 - s.rate / 100)),
        form.slip("freight_all_taken", "运费全算进服务费了", "运费也只收 {rate}%。货和运费加起来，再乘。", fee=lambda s: s.goods * s.rate / 100 + s.ship),
        form.slip("point_as_tenth", "几个点当成几成", "{rate}% 是一百元收 {rate} 元，不是收 {rate} 成。", fee=lambda s: (s.goods + s.ship) * s.rate / 10),
    ],
)
q.practice(
    form.rule_number("fee", points=1, of=work, within=0.003, why="平台照顾客付的全部收，运费也在里头。（{goods} + {ship}）× {rate}%，收 {key_said}。"),
)
