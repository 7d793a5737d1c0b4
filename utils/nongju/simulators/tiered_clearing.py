"""分级消化: 100,000 jin of potatoes and six buyers from near to far: trucks cost, waiting rots.

The 100,000 jin are the essay's; buyers, prices, distances and demands are invented for the exercise and
labelled so on the page. Loads are chosen by nongju.models.cooperative: nearest first, or by what a jin
brings home (with one place of supply the optimum; see there). A truck is paid by the trip; near buyers take
a little every week, so that what is kept for them rots a little every week.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nongju.models.cooperative import _check, _ordered, _take, best_net_first, nearest_first, net_price
from nongju.models.freshness import left_after
from nongju.simulators.control import Pick, Slider
from nongju.simulators.saying import said
from nongju.simulators.simulation import Simulation


def harvest() -> dict[str, Any]:
    """The exercise's harvest and its buyers.

    Returns:
        jin: to clear; truck: jin that one holds; buyers, nearest first: [name, tier, price of a jin that
            arrives (yuan), km there and back, share lost on the way, jin kept for them, weeks in which
            they take it]. All loads come out as whole trucks' worth, so that no truck goes half empty
            on the far roads.
    """
    return {
        "jin": 100000.0,
        "truck": 5000.0,
        "buyers": [
            ["机关学校食堂", 0, 1.3, 10, 0.02, 15000, 6],
            ["企业发福利", 0, 1.4, 10, 0.02, 5000, 1],
            ["县供销社门店", 1, 1.2, 20, 0.03, 15000, 6],
            ["邻县供销社", 2, 1.45, 120, 0.05, 20000, 2],
            ["万州批发", 3, 1.5, 300, 0.08, 30000, 1],
            ["主城批发", 4, 1.8, 600, 0.15, 50000, 1],
        ],
    }


def national() -> dict[str, float]:
    """Sending 5-jin boxes to the whole country with paid visits, yuan and jin.

    Returns:
        margin: what an order leaves before advertising; advertising: yuan an order (0.3 yuan a visit,
            3 orders of 100 visits); jin: in a box; wanted: jin in all.
    """
    return {"margin": 0.44, "advertising": 10.0, "jin": 5.0, "wanted": 60000.0}


def trip_cost(load: float, weeks: float, truck: float, yuan_per_trip: float) -> float:
    """Trucks for a load that goes in equal parts, one a week, yuan: whole trips, full or not.

    Arguments:
        load: jin in all, at least 0.
        weeks: at least 1.
        truck: jin that one holds, above 0.
        yuan_per_trip: at least 0.
    """
    trips = 0.0
    while trips * truck < load / weeks:
        trips = trips + 1
    return weeks * trips * yuan_per_trip


def lost_in_all(loss: float, weeks: float, road: float) -> float:
    """Share lost of what is kept for a buyer that takes equal parts, the first at once: wait, then road.

    Arguments:
        loss: share that rots in a week, 0 to 1.
        weeks: in which it is taken, at least 1.
        road: share lost on the way, 0 to 1.
    """
    left = 0.0
    for week in range(int(weeks)):
        left = left + left_after(loss, week) / weeks
    return 1 - left * (1 - road)


def priced_buyers(yuan_per_100_km: float, loss: float, reach: float) -> list[list[float]]:
    """The nearest buyers as `nongju.models.cooperative` reads them, freight shared over what they take.

    Arguments:
        yuan_per_100_km: of a truck, at least 0.
        loss: share that rots in a week, 0 to 1.
        reach: how many buyers, nearest first.
    """
    crop = harvest()
    found: list[list[float]] = []
    for buyer in crop["buyers"]:
        if len(found) < reach:
            cost = trip_cost(buyer[5], buyer[6], crop["truck"], yuan_per_100_km * buyer[3] / 100)
            lost = lost_in_all(loss, buyer[6], buyer[4])
            found.append([buyer[1], buyer[2], cost / buyer[5], lost, buyer[5]])
    return found


def flows_of(values: Mapping[str, Any]) -> list[list[Any]]:
    """What each buyer gets: [name, jin loaded or kept, yuan a jin brings home, jin of it lost, yuan in all].

    Arguments:
        values: as `tiered_clearing_outcome`.
    """
    crop = harvest()
    if values["how"] == "nation":
        nation = national()
        wanted = nation["wanted"]
        each = (nation["margin"] - nation["advertising"]) / nation["jin"]
        return [["全国包邮", wanted, each, 0.0, wanted * each]]
    buyers = priced_buyers(values["truck"], values["loss"] / 100, values["reach"])
    if values["how"] == "best":
        loads = best_net_first(crop["jin"], buyers, 0.0)
    else:
        loads = nearest_first(crop["jin"], buyers, 0.0)
    flows = []
    for i in range(len(buyers)):
        buyer = crop["buyers"][i]
        load = loads[i]
        lost = buyers[i][3]
        cost = trip_cost(load, buyer[6], crop["truck"], values["truck"] * buyer[3] / 100)
        money = load * net_price(buyer[2], 0.0, lost) - cost
        each = net_price(buyer[2], buyers[i][2], lost)
        if load > 0:
            each = money / load
        flows.append([buyer[0], load, each, load * lost, money])
    return flows


def clearing_stars(rotten: float, by_jin: float, truck: float, loss: float) -> list[Any]:
    """Stars and the next hint, as [stars, hint].

    Arguments:
        rotten: share of the harvest, 0 to 1.
        by_jin: yuan that a jin dug brings home.
        truck: yuan for 100 km.
        loss: jin of a hundred that rot in a week.
    """
    if rotten >= 0.5 or by_jin <= 0:
        return [0, "先让烂掉的不到一半。"]
    if rotten >= 0.1 or truck < 300 or loss < 1:
        return [1, "再让烂掉的不到一成。车钱不低于 300 元，一周烂的不少于 1 斤。"]
    if by_jin < 1.2:
        return [2, "再让挖出来的每斤合 1.20 元。车钱往左移一点，或者少烂一点。"]
    return [3, "都做到了。再把「存一周烂几斤」移到 8：先撑不住的，是哪几家？"]


def tiered_clearing_outcome(values: Mapping[str, Any]) -> dict[str, Any]:
    """What goes where, what rots, and what the farmer gets for a jin that was dug.

    Arguments:
        values: how ("near", "best" or "nation"), reach (buyers), truck (yuan for 100 km),
            loss (of 100 jin that wait for a week).
    """
    if values["how"] != "nation" and values["reach"] < 1:
        return {"problem": "一家也没找，10 万斤全烂在地里。把「从近到远，找几家」往右移。"}
    jin = harvest()["jin"]
    flows = flows_of(values)
    total = 0.0
    gone = 0.0
    arrived = 0.0
    rows = []
    for flow in flows:
        gone = gone + flow[1]
        arrived = arrived + flow[1] - flow[3]
        total = total + flow[4]
        rows.append([flow[0], flow[1], "斤"])
    left = jin - gone
    rotten = jin - arrived
    rows.append(["其中烂掉", -rotten, "斤"])
    by_jin = total / jin
    sentence = f"卖出好的 {said(arrived / 10000):.1f} 万斤，烂掉 {said(rotten / 10000):.1f} 万斤。"
    sentence = sentence + f"一共到手 {said(total / 10000):.2f} 万元，挖出来的每斤合 {said(by_jin):.2f} 元。"
    if values["how"] == "nation":
        nation = national()
        each = nation["advertising"] - nation["margin"]
        sentence = (
            f"做广告卖全国，每单 5 斤倒贴 {said(each):.2f} 元。一共倒贴 {said(-total / 10000):.1f} 万元，"
        )
        sentence = sentence + f"还有 {said(left / 10000):.1f} 万斤没人要，烂在地里。"
    earned = clearing_stars(rotten / jin, by_jin, values["truck"], values["loss"])
    return {
        "sentence": sentence,
        "rows": rows,
        "flows": flows,
        "left": left,
        "rotten": rotten,
        "total": total,
        "by_jin": by_jin,
        "stars": earned[0],
        "hint": earned[1],
    }


TIERED_CLEARING = Simulation(
    name="分级消化",
    title="分级消化：10 万斤土豆，先给谁",
    goal="车钱每百公里 300 元以上，一周烂 1 斤以上，挖出来的每斤还合 1.20 元。",
    controls=(
        Pick(
            "how",
            "怎么装车",
            (("near", "近的先装"), ("best", "到手多的先装"), ("nation", "做广告卖全国")),
            "near",
        ),
        Slider("reach", "从近到远，找几家", "家", 0, 6, 1, 3),
        Slider("truck", "一趟车，每 100 公里几元", "元", 100, 1500, 50, 300),
        Slider("loss", "存一周，100 斤烂几斤", "斤", 0, 15, 1, 1),
    ),
    model=(
        said,
        net_price,
        _check,
        _ordered,
        _take,
        nearest_first,
        best_net_first,
        left_after,
        harvest,
        national,
        trip_cost,
        lost_in_all,
        priced_buyers,
        flows_of,
        clearing_stars,
    ),
    outcome=tiered_clearing_outcome,
    view="trucks.js",
    note="图上一格是一车，5000 斤，一趟一趟收钱。近的买家一周一周地拿，给他们留的要存，存着会烂。"
    "买家、价钱、路程、要的斤数都是练习用的数。",
)

CLEARING_FLOWS = replace(TIERED_CLEARING, name="分级消化流向", view="flows.js")
"""The same as a Sankey diagram, for the instructor's projector."""
