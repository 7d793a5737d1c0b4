"""Published break-even examples, and the answer keys of the teaching notes."""

import json
from pathlib import Path

import pytest

from nongju.models import pricing

EXAMPLES = json.loads((Path(__file__).parent / "worked_examples.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES["break_even"], ids=lambda example: example["source"])
def test_published_break_even_examples(example):
    margin = pricing.contribution_margin(example["price"], example["variable_cost"])
    assert margin == example["unit_margin"]
    units = pricing.break_even_units(example["fixed_cost"], margin)
    assert units == pytest.approx(example["units"], abs=example["units_tolerance"] or 1e-9)
    for sold, expected in example.get("profit_at", {}).items():
        assert pricing.profit(float(sold), margin, example["fixed_cost"]) == expected
    if "turnover" in example:
        share = pricing.margin_share(example["price"], example["variable_cost"])
        assert pricing.break_even_turnover(example["fixed_cost"], share) == pytest.approx(example["turnover"])


def test_p1_cured_pork_at_69_yuan():
    goods = 2 * (pricing.cost_per_finished(14, 0.62) + 5)
    cost = goods + 14
    assert cost == pytest.approx(69.1613, abs=5e-5)
    margin = 69 - pricing.platform_fee(pricing.fee_base(69, 0, 0), 0.02) - cost
    assert margin == pytest.approx(-1.5413, abs=5e-5)
    floor = pricing.lowest_price(cost, 0.02)
    assert floor == pytest.approx(70.5727, abs=5e-5)
    assert pricing.whole_units(floor) == 71


def test_p2_sausage_at_nine_tenths():
    before = pricing.contribution_margin(108, 78)
    price = pricing.after_coupons(108, [0.9], [])
    after = pricing.contribution_margin(price, 78)
    units = pricing.discounted_units(40, before, after)
    assert units == pytest.approx(62.5)
    assert pricing.whole_units(units) == 63
    assert pricing.profit(55, after, 0) == pytest.approx(1056)
    assert pricing.profit(40, before, 0) == 1200
    assert 55 * price == pytest.approx(5346)


def potato_box(first, step, **changes):
    jin, price, fee, loss = changes.get("jin", 5), changes.get("price", 15), 0.02, changes.get("loss", 0.05)
    freight = pricing.parcel_freight(jin, 0.4, first, step)
    goods = jin * pricing.cost_after_loss(1.0, loss)
    return pricing.zone_margins(price, fee, goods + 2, [freight])[0]


def test_p3_potatoes_with_free_shipping():
    assert pricing.billed_weight(pricing.sealed_weight(5, 0.4)) == 3
    near, far = potato_box(4, 1.5), potato_box(8, 4)
    assert near == pytest.approx(0.4368, abs=5e-5)
    assert far == pytest.approx(-8.5632, abs=5e-5)
    assert pricing.break_even_units(-far, near) == pytest.approx(19.6, abs=0.01)
    assert pricing.break_even_parcels(-far, near) == 20


def test_p3_wrong_answers_that_leave_out_a_cost():
    assert potato_box(4, 1.5, loss=0) == pytest.approx(0.70)
    weighed_as_kilogram = pricing.billed_weight(pricing.sealed_weight(5, 0.4, 1.0))
    assert weighed_as_kilogram == 6
    goods = 5 * pricing.cost_after_loss(1.0, 0.05)
    as_kilogram = pricing.zone_margins(15, 0.02, goods + 2, [pricing.freight(6, 4, 1.5)])[0]
    assert as_kilogram == pytest.approx(-4.06, abs=0.005)
    by_goods_weight = pricing.zone_margins(15, 0.02, goods + 2, [pricing.freight(2.5, 4, 1.5)])[0]
    assert by_goods_weight == pytest.approx(1.19, abs=0.005)


def test_yield_divides_the_raw_price():
    assert pricing.cost_per_finished(14, 0.62) == pytest.approx(22.58, abs=0.005)
    assert pricing.cost_per_finished(14, 0.62) - 14 == pytest.approx(8.58, abs=0.005)


def test_own_pig_and_own_minutes_count_at_what_others_would_pay():
    fresh = 2 / 0.62
    assert fresh == pytest.approx(3.23, abs=0.005)
    pig = pricing.own_goods_cost(fresh, 14)
    minutes = pricing.own_time_cost(20, 15)
    assert pig == pytest.approx(45.16, abs=0.005)
    assert minutes == 5
    assert pricing.contribution_margin(98, 14 + 10 + pig + minutes) == pytest.approx(23.84, abs=0.005)


def test_sealed_box_with_ice_is_billed_above_its_goods():
    sealed = pricing.sealed_weight(5, 0.4 + 0.4)
    assert sealed == pytest.approx(3.3)
    assert pricing.freight(pricing.billed_weight(sealed), 4, 1.5) == 8.5
    assert pricing.freight(2.5, 4, 1.5) == 6.25


def test_money_is_tied_up_until_the_platform_pays():
    assert pricing.money_tied_up(20, 80, 12) == 19200
    assert pricing.parcels_affordable(19200, 80, 12) == pytest.approx(20)
    assert pricing.days_affordable(1600, 20, 80) == 1


def test_discounts_multiply_and_reductions_add():
    assert pricing.stacked_share([0.8, 0.9]) == pytest.approx(0.72)
    assert pricing.after_coupons(100, [], [20, 10]) == 70
    assert pricing.extra_free_share(3, 1) == 0.75


def test_margin_and_markup_of_the_same_twenty_yuan():
    assert pricing.margin_share(100, 80) == pytest.approx(0.20)
    assert pricing.markup_share(100, 80) == pytest.approx(0.25)
