"""价格瀑布: where the money of one parcel goes, for three goods, near and far.

The goods' costs and the freight table are invented for the exercise and labelled so on the page;
the formulas are those that mark the week pricing-margin.
"""

from collections.abc import Mapping
from typing import Any

from nongju.digits import plain
from nongju.models.pricing import parcel_freight, parcel_margin, parcel_waterfall
from nongju.models.pricing.checks import (
    require_amount,
    require_coupons,
    require_part,
    require_positive,
    require_share,
)
from nongju.models.pricing.courier import billed_weight, freight, sealed_weight
from nongju.simulators.assumed import assumed_fee
from nongju.simulators.control import Pick, Slider
from nongju.simulators.saying import said
from nongju.simulators.simulation import Simulation

FEE_PERCENT = plain(100 * assumed_fee())


def parcel_of(goods: str) -> dict[str, float]:
    """What one parcel of each goods costs and weighs, and the price that buyers still accept.

    Returns:
        goods, own_time, packing in yuan; jin of goods; box_kg; cap: yuan a parcel.
    """
    if goods == "potato":  # 5 jin at 1.00, a twentieth sorted out
        return {"goods": 5 / 0.95, "own_time": 1.0, "packing": 2.0, "jin": 5.0, "box_kg": 0.4, "cap": 18}
    if goods == "lotus":  # 1 jin of dried seeds
        return {"goods": 24.0, "own_time": 1.0, "packing": 1.5, "jin": 1.0, "box_kg": 0.2, "cap": 42}
    # 2 jin of cured pork: fresh at 14 yuan, 10 jin smoke down to 6.2, spices 5 a jin
    return {
        "goods": 2 * (14 / 0.62 + 5),
        "own_time": 5.0,
        "packing": 4.0,
        "jin": 2.0,
        "box_kg": 0.4,
        "cap": 128,
    }


def waterfall_outcome(values: Mapping[str, Any]) -> dict[str, Any]:
    """Steps of one parcel, what they leave in words, and how far the challenge is met.

    Arguments:
        values: price (yuan), goods, zone ("near" or "far"), returns (of a hundred parcels).
    """
    parcel = parcel_of(values["goods"])
    far = values["zone"] == "far"
    courier = parcel_freight(parcel["jin"], parcel["box_kg"], 8 if far else 4, 4 if far else 1.5, 1.0, 1.0)
    price = values["price"]
    share = values["returns"] / 100
    goods = parcel["goods"]
    work = parcel["own_time"]
    box = parcel["packing"]
    fee = assumed_fee()
    steps = parcel_waterfall(price, 0, 0, 0, fee, goods, work, box, courier, share, share, 0, 0, 0)
    left = parcel_margin(steps)
    rows = [
        ["顾客付", price, "元"],
        ["退款", steps[2][1], "元"],
        ["服务费", steps[3][1], "元"],
        ["货", steps[4][1], "元"],
        ["工钱", steps[6][1], "元"],
        ["包装", steps[7][1], "元"],
        ["快递", float(steps[8][1]) + float(steps[9][1]), "元"],
        ["剩下", left, "元"],
    ]
    word = "赚" if left >= 0 else "亏"
    money = left if left >= 0 else -left
    where = "寄省外" if far else "寄省内"
    gained = f"{word} {said(money):.1f} 元" if money >= 0.05 else "不赚也不亏"
    sentence = f"卖 {said(price):.0f} 元，{where}，每卖一单{gained}。"
    if price > parcel["cap"]:
        sentence = sentence + f"可是这样货卖过 {said(parcel['cap']):.0f} 元，就少有人买了。"
    stars = 0
    hint = "先让省内不亏。"
    if left >= 0 and price <= parcel["cap"]:
        stars = 1
        hint = "再让省外也不亏，还算上每百单退 5 单。"
        if far and values["returns"] >= 5:
            stars = 2
            hint = "再让剩下的有卖价的一成。"
            if left >= 0.1 * price:
                stars = 3
                hint = "都做到了。想一想：哪样货做不到，为什么？"
    return {"sentence": sentence, "rows": rows, "stars": stars, "hint": hint}


PRICE_WATERFALL = Simulation(
    name="价格瀑布",
    title="价格瀑布：一单的钱去哪了",
    goal="挑一样货，寄省外、每百单退 5 单，剩下的还有卖价的一成。卖价别高到没人买。",
    controls=(
        Pick(
            "goods",
            "卖什么",
            (("potato", "土豆 5 斤"), ("lotus", "干莲子 1 斤"), ("bacon", "腊肉 2 斤")),
            "potato",
        ),
        Slider("price", "一单卖几元", "元", 8, 140, 1, 15),
        Pick("zone", "寄到哪里", (("near", "省内"), ("far", "省外")), "near"),
        Slider("returns", "每百单退几单", "单", 0, 30, 1, 0),
    ),
    model=(
        said,
        assumed_fee,
        require_amount,
        require_positive,
        require_share,
        require_part,
        require_coupons,
        sealed_weight,
        billed_weight,
        freight,
        parcel_freight,
        parcel_waterfall,
        parcel_margin,
        parcel_of,
    ),
    outcome=waterfall_outcome,
    view="waterfall.js",
    note=f"本钱、快递和包装是练习用的数，服务费按 {FEE_PERCENT}% 算。换成你家的数，结果会不一样。",
)
