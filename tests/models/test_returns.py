"""What comes back, tied to what one paid order leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.models import pricing, returns

share = st.floats(0, 1)
yuan = st.floats(0, 200)


def test_twelve_of_a_hundred_sent_back_are_six_hundred_of_five_thousand():
    # Published example: codingace.net/ecm/return_cost.html, 5,000 orders, 12 % returned, of which
    # 25 % exchanged and 15 % of the rest refunded without sending back: 382.5 travel back.
    assert returns.parcels_by_fate(5000, 0, 0.12) == pytest.approx([4400, 0, 600])
    assert 5000 * returns.share_sent_back(0, 0.12, 0.75 * 0.85) == pytest.approx(382.5)


def test_seven_days_there_and_seven_back_leave_little_of_fresh_fruit():
    # The essay's township: 7 days there, 7 back; two days with the buyer; 5 % a day is an assumption.
    assert returns.resalable_share(0.05, 7, 2, 7) == pytest.approx(0.95**16)
    assert returns.resalable_share(0, 7, 7, 7) == 1


def test_the_return_that_ruins_a_box_of_potatoes_and_hardly_hurts_cured_pork():
    # Teaching notes P3 and P1: a potato box leaves 0.44 yuan, a pork parcel at 98 yuan 26.88.
    potato = returns.bearable_returns(15, 0.02, 5 / 0.95, 2, 7, 7, 0)
    pork = returns.bearable_returns(98, 0.02, 55.16, 5, 9, 9, 0.9)
    assert potato == pytest.approx(0.4368 / (0.4368 + 5 / 0.95 + 16), abs=1e-5)
    assert potato < 0.03 < 0.4 < pork


@given(st.floats(0, 1e6), share, share)
def test_every_parcel_has_one_fate(parcels, refused, returned):
    fates = returns.parcels_by_fate(parcels, refused, returned)
    assert min(fates) >= 0
    assert sum(fates) == pytest.approx(parcels)
    assert fates[1] + fates[2] == pytest.approx(parcels * returns.share_refunded(refused, returned))


@given(share, share, share)
def test_no_more_travels_back_than_is_refunded(refused, returned, seller_pays):
    back = returns.share_sent_back(refused, returned, seller_pays)
    assert refused <= back + 1e-12
    assert back <= returns.share_refunded(refused, returned) + 1e-12


@given(yuan, st.floats(0, 0.3), yuan, yuan, yuan, share, share, share)
def test_an_order_leaves_the_kept_margin_less_the_cost_of_returns(
    price, fee, goods, packing, freight, returned, seller_pays, recovered
):
    kept = price * (1 - fee) - goods - packing - freight
    lost = returns.cost_of_one_return(goods, packing, freight, freight * seller_pays, recovered)
    left = pricing.margin_after_returns(
        price, fee, goods, packing, freight, returned, returned * seller_pays, recovered
    )
    assert left == pytest.approx((1 - returned) * kept - returned * lost, abs=1e-6)


@given(yuan, st.floats(0, 0.3), yuan, yuan, yuan, share, share)
def test_at_the_bearable_share_an_order_leaves_nothing(
    price, fee, goods, packing, freight, seller_pays, recovered
):
    most = returns.bearable_returns(price, fee, goods, packing, freight, freight * seller_pays, recovered)
    left = pricing.margin_after_returns(
        price, fee, goods, packing, freight, most, most * seller_pays, recovered
    )
    assert 0 <= most <= 1
    if most > 0:
        assert left == pytest.approx(0, abs=1e-6)
    else:
        assert left <= 1e-6


@pytest.mark.parametrize(
    "call",
    [
        lambda: returns.parcels_by_fate(-1, 0, 0),
        lambda: returns.parcels_by_fate(1, 12, 0),
        lambda: returns.share_refunded(0, 1.1),
        lambda: returns.share_sent_back(0, 0.1, 2),
        lambda: returns.resalable_share(0.1, -1, 0, 0),
        lambda: returns.cost_of_one_return(1, 1, 1, -1, 0),
        lambda: returns.bearable_returns(10, 1, 1, 1, 1, 1, 0),
    ],
)
def test_settings_that_make_no_sense_are_refused(call):
    with pytest.raises(ValueError, match=r"must|share"):
        call()
