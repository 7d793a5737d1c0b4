"""What must hold of prices and costs whatever the numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.models import pricing

yuan = st.floats(0, 10_000)
some_yuan = st.floats(0.01, 10_000)
part = st.floats(0, 0.9)
share = st.floats(0, 1)
discount = st.floats(0.1, 1)
kilogram = st.floats(0.01, 100)
DUST = 1e-6


@given(st.floats(0.01, 1), yuan)
def test_shrinking_goods_never_get_cheaper(yield_share, raw):
    assert pricing.cost_per_finished(raw, yield_share) >= raw


@given(yuan, part, part)
def test_more_loss_never_costs_less(cost, loss, more):
    low, high = sorted((loss, more))
    assert pricing.cost_after_loss(cost, low) <= pricing.cost_after_loss(cost, high)


@given(kilogram, st.sampled_from([0.1, 0.5, 1.0]))
def test_billed_weight_is_the_next_step_at_or_above_the_box(kg, step):
    billed = pricing.billed_weight(kg, step)
    assert -DUST <= billed - kg < step + DUST
    assert billed / step == pytest.approx(round(billed / step))


@pytest.mark.parametrize(
    ("kg", "step", "billed"), [(0.1 + 0.2, 0.1, 0.3), (3.0, 1, 3), (3.0001, 1, 4), (2.9, 0, 2.9), (0.2, 1, 1)]
)
def test_billed_weight_forgives_float_dust_only(kg, step, billed):
    assert pricing.billed_weight(kg, step) == pytest.approx(billed)


@given(kilogram, kilogram, some_yuan, yuan)
def test_a_heavier_box_never_ships_cheaper(one, other, first, step):
    light, heavy = sorted((one, other))
    cheap = pricing.freight(pricing.billed_weight(light), first, step)
    assert first <= cheap <= pricing.freight(pricing.billed_weight(heavy), first, step) + DUST


@given(some_yuan, st.floats(0, 5))
def test_margin_and_markup_turn_into_one_another(cost, markup):
    price = pricing.price_for_markup(cost, markup)
    margin = pricing.margin_from_markup(markup)
    assert pricing.margin_share(price, cost) == pytest.approx(margin, abs=DUST)
    assert pricing.markup_from_margin(margin) == pytest.approx(markup, abs=DUST)
    assert margin <= markup


@given(yuan, st.floats(0, 0.5), st.floats(0, 0.4))
def test_price_for_margin_leaves_that_share_after_the_fee(cost, margin, fee):
    price = pricing.price_for_margin(cost, margin, fee)
    assert price - pricing.platform_fee(price, fee) - cost == pytest.approx(margin * price, abs=DUST)


@given(yuan, part, yuan)
def test_lowest_price_leaves_exactly_what_was_wanted(cost, fee, wanted):
    price = pricing.lowest_price(cost, fee, wanted)
    assert price - pricing.platform_fee(price, fee) - cost == pytest.approx(wanted, abs=1e-5)


@given(st.floats(0, 1e6), st.floats(0.01, 1e4))
def test_break_even_covers_fixed_cost_and_one_less_does_not(fixed, margin):
    parcels = pricing.break_even_parcels(fixed, margin)
    scale = max(1.0, fixed) * 1e-6
    assert pricing.profit(parcels, margin, fixed) >= -scale
    if parcels >= 1:
        assert pricing.profit(parcels - 1, margin, fixed) < scale


@given(st.floats(1, 1000), some_yuan, some_yuan, yuan)
def test_discounted_units_earn_what_was_earned_before(units, before, after, extra):
    needed = pricing.discounted_units(units, before, after, extra)
    assert needed * after - extra == pytest.approx(units * before, rel=1e-6, abs=1e-6)


@given(some_yuan, st.lists(discount, max_size=4), st.lists(st.floats(0, 500), max_size=3))
def test_buyers_pay_no_less_when_reductions_come_off_first(listed, shares, reductions):
    folds_first = pricing.after_coupons(listed, shares, reductions)
    reductions_first = pricing.after_coupons(listed, shares, reductions, True)
    assert 0 <= folds_first <= reductions_first + DUST
    assert reductions_first <= listed + DUST


@given(some_yuan, st.lists(discount, max_size=4), st.lists(st.floats(0, 500), max_size=3))
def test_the_order_among_discounts_and_among_reductions_does_not_matter(listed, shares, reductions):
    there = pricing.after_coupons(listed, shares, reductions)
    back = pricing.after_coupons(listed, shares[::-1], reductions[::-1])
    assert there == pytest.approx(back, rel=1e-9, abs=DUST)


@given(yuan, st.lists(discount, max_size=4), st.lists(st.floats(0, 500), max_size=3), st.booleans())
def test_lowest_listed_price_comes_down_to_the_floor(floor, shares, reductions, first):
    listed = pricing.lowest_listed_price(floor, shares, reductions, first)
    assert pricing.after_coupons(listed, shares, reductions, first) == pytest.approx(
        floor, rel=1e-6, abs=1e-4
    )


@given(some_yuan, share, share)
def test_the_platforms_coupon_is_not_the_sellers_loss(listed, seller, platform):
    seller_off, platform_off = listed * seller * 0.5, listed * platform * 0.5
    assert pricing.seller_takes(listed, seller_off, platform_off) == pytest.approx(listed - seller_off)
    paid = pricing.buyer_pays(listed, seller_off, platform_off)
    assert paid == pytest.approx(listed - seller_off - platform_off)
    assert pricing.fee_base(paid, 0, platform_off) == pytest.approx(listed - seller_off)


def test_a_threshold_coupon_waits_for_its_threshold():
    assert pricing.threshold_reduction(99.99, 100, 20) == 0
    assert pricing.threshold_reduction(100, 100, 20) == 20
    assert pricing.threshold_reduction(5, 0, 20) == 5


@given(yuan, part, yuan, yuan, yuan, share, share, share)
def test_margin_after_returns_without_returns_is_the_plain_margin(
    price, fee, goods, pack, freight, r, back, kept
):
    plain = pricing.margin_after_returns(price, fee, goods, pack, freight, 0, 0, kept)
    assert plain == pytest.approx(price * (1 - fee) - goods - pack - freight, abs=1e-5)
    some = pricing.margin_after_returns(price, fee, goods, pack, freight, r, r * back, 0)
    assert some <= plain + 1e-5


@given(yuan, part, yuan, yuan, yuan, share, share, share, share)
def test_goods_that_can_be_sold_again_never_lower_the_margin(
    price, fee, goods, pack, freight, r, back, one, two
):
    low, high = sorted((one, two))
    less = pricing.margin_after_returns(price, fee, goods, pack, freight, r, r * back, low)
    more = pricing.margin_after_returns(price, fee, goods, pack, freight, r, r * back, high)
    assert less <= more + 1e-5


STEPS = [
    "paid",
    "platform_coupon",
    "refunds",
    "fee",
    "goods",
    "recovered_goods",
    "own_time",
    "packing",
    "freight",
    "freight_back",
    "spread",
    "waiting",
]


@given(yuan, share, share, part, yuan, yuan, yuan, share, share, share)
def test_waterfall_steps_sum_to_the_margin_after_returns(
    listed, seller, platform, fee, goods, packing, freight, returned, back, recovered
):
    seller_off, platform_off = listed * seller * 0.5, listed * platform * 0.5
    steps = pricing.parcel_waterfall(
        listed,
        6,
        seller_off,
        platform_off,
        fee,
        goods,
        5,
        packing,
        freight,
        returned,
        returned * back,
        recovered,
        1,
        0.5,
    )
    assert [name for name, _ in steps] == STEPS
    reaching = pricing.seller_takes(listed, seller_off, platform_off) + 6
    expected = pricing.margin_after_returns(
        reaching, fee, goods, packing, freight, returned, returned * back, recovered
    )
    assert pricing.parcel_margin(steps) == pytest.approx(expected - 5 - 1 - 0.5, abs=1e-5)


@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 50)), min_size=1, max_size=5))
def test_a_mixed_margin_lies_between_the_worst_and_the_best_zone(zones):
    margins = [margin for margin, _ in zones]
    mixed = pricing.mixed_margin(margins, [weight for _, weight in zones])
    assert min(margins) - DUST <= mixed <= max(margins) + DUST


@given(st.floats(0.01, 100), st.floats(-100, -0.01))
def test_free_shipping_everywhere_leaves_nothing_at_the_allowed_share(near, far):
    allowed = pricing.far_share_allowed(near, far)
    assert pricing.mixed_margin([near, far], [1 - allowed, allowed]) == pytest.approx(0, abs=DUST)
    assert pricing.far_share_allowed(near, 1) == 1


def test_no_rent_to_pay_is_not_no_cost():
    own = dict(pricing.shop_in_own_house(400, 10, 1500, 2000))
    rented = dict(pricing.rented_shop(400, 10, 1500, 2000))
    assert own["cash"] == 2000
    assert own["left"] == rented["left"] == 500


def test_fixed_costs_of_a_day_and_of_a_session():
    assert pricing.fixed_cost_per_day(1500, 30) == 50
    assert pricing.session_fixed_cost(3, 2, 15, 30) == 120
    assert pricing.break_even_parcels(120, 30) == 4


def test_small_formulas_by_hand():
    assert pricing.spread_cost(600, 300) == 2
    assert pricing.waiting_cost(365, 10, 0.1) == pytest.approx(1)
    assert pricing.freight_share(80, 100) == 0.8
    assert pricing.kept_after_returns(200, 0.1) == pytest.approx(180)
    assert pricing.discount_room(100, 72) == 0.72


NAN, INFINITY = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: pricing.cost_per_finished(14, 62), "yield_share"),
        (lambda: pricing.cost_per_finished(14, 0), "yield_share"),
        (lambda: pricing.cost_per_finished(NAN, 0.6), "raw_price"),
        (lambda: pricing.cost_per_finished(INFINITY, 0.6), "raw_price"),
        (lambda: pricing.cost_after_loss(1, 1), "loss_share"),
        (lambda: pricing.billed_weight(0), "kg"),
        (lambda: pricing.platform_fee(100, 2), "fee_rate"),
        (lambda: pricing.lowest_price(10, 0.02, -11), "wanted"),
        (lambda: pricing.price_for_margin(10, 0.6, 0.5), r"margin \+ fee_rate"),
        (lambda: pricing.stacked_share([8]), "0.8 for 8 zhe"),
        (lambda: pricing.buyer_pays(10, 8, 3), "coupons"),
        (lambda: pricing.margin_after_returns(10, 0, 1, 1, 1, 0.1, 0.2, 0), "sent_back"),
        (lambda: pricing.break_even_units(100, 0), "unit_margin"),
        (lambda: pricing.break_even_turnover(100, 25), "margin_share"),
        (lambda: pricing.discounted_units(40, 30, -1), "margin_after"),
        (lambda: pricing.mixed_margin([1, 2], [1]), "one weight"),
        (lambda: pricing.mixed_margin([1, 2], [0, 0]), "sum of weights"),
        (lambda: pricing.profit(1, NAN, 0), "unit_margin"),
        (lambda: pricing.parcel_margin([["a", "b"]]), "a step is"),
    ],
)
def test_input_out_of_range_says_what_to_do(call, word):
    with pytest.raises(ValueError, match=word):
        call()


@given(yuan, st.floats(0, 1))
def test_coupons_that_just_fit_are_no_fault(listed, seller):
    seller_off = listed * seller
    assert pricing.buyer_pays(listed, seller_off, listed - seller_off) == pytest.approx(0, abs=DUST)


def test_every_public_name_is_exported_and_documented():
    for name in pricing.__all__:
        documented = getattr(pricing, name).__doc__
        assert documented and len(documented) > 40, name
