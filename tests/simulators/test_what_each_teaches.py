"""What a learner can find out in each simulation, and that no setting is left without a sentence."""

import itertools

import pytest

from nongju.building.checks.prose import HALF_WIDTH
from nongju.models.clearing import most_brought_home
from nongju.models.cooperative import best_net_first
from nongju.simulators import ALL, LIVE_FUNNEL, PHONE_CAMERA, TIERED_CLEARING, TRAFFIC_AUCTION
from nongju.simulators.control import Pick
from nongju.simulators.saying import said
from nongju.simulators.tiered_clearing import harvest, lost_in_all, priced_buyers, trip_cost
from nongju.simulators.traffic_auction import play


def positions(control, most=13):
    """Values of a control: all of a pick, ends and evenly spaced ones of a slider."""
    if isinstance(control, Pick):
        return [slug for slug, _ in control.options]
    steps = round((control.high - control.low) / control.step)
    at = sorted({round(i * steps / most) for i in range(most + 1)})
    return [round(control.low + i * control.step, 6) for i in at]


def settings(simulation):
    for values in itertools.product(*(positions(control) for control in simulation.controls)):
        yield dict(zip((control.key for control in simulation.controls), values, strict=True))


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
def test_every_setting_has_a_sentence_and_finite_numbers(simulation):
    for values in settings(simulation):
        outcome = simulation.outcome(values)
        if "problem" in outcome:
            assert outcome["problem"].endswith("。")
            continue
        assert "nan" not in outcome["sentence"], values
        assert all(abs(row[1]) < 1e7 for row in outcome["rows"]), values
        assert 0 <= outcome["stars"] <= 3


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
def test_what_a_simulation_says_is_punctuated_in_full_width_however_it_is_put_together(simulation):
    for values in settings(simulation):
        outcome = simulation.outcome(values)
        texts = [outcome.get(key, "") for key in ("sentence", "hint", "problem")]
        assert [text for text in texts if HALF_WIDTH.search(text)] == [], values


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
def test_three_stars_can_be_reached_but_not_at_the_start(simulation):
    assert simulation.outcome(simulation.start()).get("stars", 0) < 3
    assert max(simulation.outcome(values).get("stars", 0) for values in settings(simulation)) == 3


def test_halves_go_up_in_a_sentence():
    assert f"{said(2.5):.0f}" == "3"
    assert f"{said(0.0):.1f}" == "0.0"


# ---- 相机 ----


def stars_by_shutter(place, kelvin):
    """The most stars that each shutter can earn in a place, at the best ISO."""
    return {
        shutter: max(
            PHONE_CAMERA.outcome({"place": place, "shutter": shutter, "iso": iso, "kelvin": kelvin})["stars"]
            for iso in range(100, 3300, 100)
        )
        for shutter in ("30", "50", "60", "100", "125", "250")
    }


def test_each_place_wants_its_own_shutter():
    by_place = {place: stars_by_shutter(place, kelvin) for place, kelvin in PLACES.items()}
    full = {place: [one for one, stars in found.items() if stars == 3] for place, found in by_place.items()}
    assert full == {"window": ["250"], "lamp": ["100"], "dim": ["50"]}


PLACES = {"window": 5500, "lamp": 4000, "dim": 3000}


def test_more_iso_brightens_and_cleans_nothing():
    low, high = (
        PHONE_CAMERA.outcome({"place": "dim", "shutter": "100", "iso": iso, "kelvin": 3000})["look"]
        for iso in (400, 1600)
    )
    assert high["stops"] == pytest.approx(low["stops"] + 2)
    assert high["noise"] == low["noise"]


def test_bands_need_a_lamp_and_blur_needs_a_knife_that_moves():
    looks = {
        place: PHONE_CAMERA.outcome({"place": place, "shutter": "30", "iso": 400, "kelvin": 5500})["look"]
        for place in PLACES
    }
    assert looks["window"]["bands"] == 0
    assert looks["dim"]["blur"] == 0
    assert looks["lamp"]["bands"] > 0 < looks["lamp"]["blur"]


# ---- 直播间漏斗 ----


def test_a_room_without_viewers_is_named():
    assert "没有人" in LIVE_FUNNEL.outcome({**LIVE_FUNNEL.start(), "impressions": 0})["problem"]
    assert "划走" in LIVE_FUNNEL.outcome({**LIVE_FUNNEL.start(), "entry": 0})["problem"]


def test_the_room_follows_littles_law():
    rows = LIVE_FUNNEL.outcome({"goods": "bacon", "impressions": 6000, "entry": 20, "stay": 60})["rows"]
    assert rows[4] == ["场里平时有", pytest.approx(1200 / 7200 * 60), "人"]
    assert rows[5][1] == pytest.approx(0.9)  # 30 yuan x 10 % x 30 %


def test_potatoes_cannot_pay_for_the_evening_with_few_impressions():
    few = {"goods": "potato", "impressions": 5000, "entry": 30, "stay": 180}
    assert LIVE_FUNNEL.outcome(few)["stars"] == 0
    assert LIVE_FUNNEL.outcome({**few, "goods": "bacon"})["stars"] == 2


# ---- 流量竞价 ----

BACON = {"goods": "bacon", "bid": 0.5, "subsidy": "off", "wallet": 100}


def gain(**changes):
    wallet = TRAFFIC_AUCTION.outcome({**BACON, **changes})["wallet"]
    return wallet[-1] - wallet[0]


def test_second_place_leaves_more_than_first():
    assert gain(bid=0.5) == pytest.approx(600)
    assert gain(bid=1.0) < gain(bid=0.5)
    assert TRAFFIC_AUCTION.outcome({**BACON, "bid": 1.0})["rows"][0][1] == 1


def test_potatoes_empty_the_wallet_in_any_place_that_is_contested():
    outcome = TRAFFIC_AUCTION.outcome({**BACON, "goods": "potato"})
    assert outcome["wallet"][-1] == 0
    assert "第 4 晚，钱包空了" in outcome["sentence"]
    assert "只值 0.013 元" in outcome["sentence"]


def test_a_subsidy_that_everyone_gets_ends_in_the_price_of_the_place():
    off, on = TRAFFIC_AUCTION.outcome(BACON), TRAFFIC_AUCTION.outcome({**BACON, "bid": 0.6, "subsidy": "on"})
    assert on["rows"][1][1] == pytest.approx(off["rows"][1][1] + 0.15)
    assert on["wallet"][-1] == pytest.approx(off["wallet"][-1])


def test_an_equal_call_stands_behind_the_one_that_came_first():
    assert TRAFFIC_AUCTION.outcome({**BACON, "bid": 0.3})["rows"][0][1] == 3


def test_no_more_is_spent_than_the_wallet_holds():
    assert play(10, 0.5, 100, 0.0, 10) == [10, 0.0]
    assert play(100, 0.2, 100, 0.0, 3) == pytest.approx([100, 80, 60, 40])
    assert play(0, 0.5, 100, 0.0, 10) == [0, 0.0]
    with pytest.raises(ValueError, match="wallet"):
        play(-1, 0.5, 100, 0.0, 10)


def test_nothing_to_lose_and_no_call_are_named():
    assert "一分不投" in TRAFFIC_AUCTION.outcome({**BACON, "wallet": 0})["problem"]
    assert "没有喊价" in TRAFFIC_AUCTION.outcome({**BACON, "bid": 0})["problem"]


# ---- 分级消化 ----

ALL_SIX = {"how": "near", "reach": 6, "truck": 300, "loss": 8}


def test_no_buyer_asked_is_named():
    assert "全烂在地里" in TIERED_CLEARING.outcome({**ALL_SIX, "reach": 0})["problem"]


def test_what_brings_home_most_first_is_never_worse_than_nearest_first():
    for values in settings(TIERED_CLEARING):
        if values["reach"] >= 1:
            near = TIERED_CLEARING.outcome({**values, "how": "near"})["total"]
            assert TIERED_CLEARING.outcome({**values, "how": "best"})["total"] >= near - 1e-6, values


def test_near_and_best_agree_when_trucks_are_dear_and_differ_when_waiting_rots():
    def apart(**changes):
        near, best = (TIERED_CLEARING.outcome({**ALL_SIX, **changes, "how": how}) for how in ("near", "best"))
        return best["by_jin"] - near["by_jin"]

    assert apart(truck=800) == pytest.approx(0)
    assert apart(loss=15) > 0.09


def test_one_national_market_with_advertising_loses_on_each_jin():
    outcome = TIERED_CLEARING.outcome({**ALL_SIX, "how": "nation"})
    assert outcome["total"] == pytest.approx(-12000 * 9.56)
    assert outcome["left"] == 40000


def test_every_jin_is_sold_or_rots_and_nobody_gets_more_than_wanted():
    wanted = {buyer[0]: buyer[5] for buyer in harvest()["buyers"]}
    for values in settings(TIERED_CLEARING):
        outcome = TIERED_CLEARING.outcome(values)
        if "problem" in outcome or values["how"] == "nation":
            continue
        flows = outcome["flows"]
        assert sum(flow[1] for flow in flows) + outcome["left"] == pytest.approx(100000)
        assert sum(flow[3] for flow in flows) + outcome["left"] == pytest.approx(outcome["rotten"])
        assert all(0 <= flow[1] <= wanted[flow[0]] for flow in flows)
        assert all(flow[1] % 5000 == 0 for flow in flows)  # whole trucks: none goes half empty far away


@pytest.mark.parametrize(("truck", "loss", "reach"), [(100, 0, 6), (300, 8, 6), (700, 3, 5), (1500, 15, 6)])
def test_the_browsers_sort_and_the_solver_agree_on_these_buyers(truck, loss, reach):
    buyers = priced_buyers(truck, loss / 100, reach)
    net = [price * (1 - lost) - freight for _, price, freight, lost, _ in buyers]
    plan = most_brought_home([100000], [buyer[4] for buyer in buyers], [net])
    sorted_loads = best_net_first(100000, buyers, 0.0)
    assert sum(map(lambda load, by_jin: load * by_jin, sorted_loads, net)) == pytest.approx(plan.value)


def test_a_truck_is_paid_by_the_trip():
    assert trip_cost(5000, 1, 5000, 800) == 800
    assert trip_cost(5001, 1, 5000, 800) == 1600
    assert trip_cost(6000, 6, 5000, 800) == 4800
    assert trip_cost(0, 1, 5000, 800) == 0


def test_losses_of_waiting_and_of_the_road_compound():
    assert lost_in_all(0.1, 1, 0.05) == pytest.approx(0.05)
    assert lost_in_all(0.1, 2, 0.05) == pytest.approx(1 - (1 + 0.9) / 2 * 0.95)
