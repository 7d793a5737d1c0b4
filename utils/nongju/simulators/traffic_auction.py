"""流量竞价: three sellers in a queue who each call a price for a visit; ten evenings with one wallet.

Invented for the exercise, and labelled so on the page: the rivals and what they call, the visits of a
place, what an order leaves, 3 orders of 100 visits. The rule is the generalized second-price auction
(nongju.models.traffic.position_auction): who calls most stands first and pays what the next one called.
"""

from collections.abc import Mapping
from typing import Any

from nongju.models.traffic import break_even_bid, funnel, position_auction
from nongju.models.traffic.checks import _amount, _share
from nongju.simulators.control import Pick, Slider
from nongju.simulators.saying import said
from nongju.simulators.simulation import Simulation


def market() -> dict[str, Any]:
    """The queue of the exercise.

    Returns:
        click_rate, buy_rate: shares, as of every seller; clicks: visits of each place, best first;
            reserve: least price of a visit, yuan; rivals: [name, margin of an order, bid], yuan;
            subsidy: what the platform adds to an order, yuan; evenings: how many are played.
    """
    return {
        "click_rate": 0.1,
        "buy_rate": 0.3,
        "clicks": [200, 100, 40],
        "reserve": 0.05,
        "rivals": [["甲 卖礼盒", 30, 0.7], ["乙 卖水果", 12, 0.3]],
        "subsidy": 5,
        "evenings": 10,
    }


def play(wallet: float, price: float, visits: float, earned_by_visit: float, evenings: float) -> list[float]:
    """The wallet after each evening, yuan, the start first; it is played until it is empty.

    Arguments:
        wallet: what one can lose, yuan, at least 0.
        price: of a visit, yuan, at least 0.
        visits: that the place brings in an evening, at least 0; fewer when the wallet ends.
        earned_by_visit: margin of a visit before advertising, yuan.
        evenings: how many, at least 0.
    """
    _amount("wallet", wallet)
    _amount("price", price)
    _amount("visits", visits)
    left = [wallet]
    now = wallet
    for _evening in range(int(evenings)):
        bought = visits
        if price * visits > now:
            bought = now / price
        now = now - price * bought + earned_by_visit * bought
        if now < 1:
            now = 0.0
        left.append(now)
        if now <= 0:
            break
    return left


def queue(goods: str, bid: float, subsidised: bool) -> list[list[Any]]:
    """The places from the first: [name, call, price, visits, left in an evening, worth of a visit].

    Arguments:
        goods: "potato" or "bacon", one's own.
        bid: one's own call, yuan a visit, above 0.
        subsidised: whether the platform adds to each order of every seller.
    """
    game = market()
    extra = game["subsidy"] if subsidised else 0
    orders_of_one = funnel(1, 1, game["click_rate"], game["buy_rate"])[3]
    # Rivals stand first in the list: of two equal calls theirs came first.
    names = []
    margins = []
    bids = []
    for rival in game["rivals"]:
        names.append(rival[0])
        margins.append(rival[1] + extra)
        # A rival who is paid more for an order calls more for a visit: all of the subsidy.
        bids.append(rival[2] + extra * orders_of_one)
    names.append("我")
    margins.append((30 if goods == "bacon" else 0.44) + extra)
    bids.append(bid)
    places = []
    for row in position_auction(bids, [1, 1, 1], game["clicks"], game["reserve"]):
        seller = int(row[0])
        worth = break_even_bid(margins[seller], game["click_rate"], game["buy_rate"])
        places.append([names[seller], bids[seller], row[1], row[2], row[2] * (worth - row[1]), worth])
    return places


def auction_stars(worth: float, price: float, gain: float) -> list[Any]:
    """Stars and the next hint, as [stars, hint].

    Arguments:
        worth: of a visit, yuan.
        price: of a visit, yuan.
        gain: of the wallet over all evenings, yuan.
    """
    if worth < price:
        return [0, "先让进来一个人付的，不比他值的多。"]
    if gain < 300:
        return [1, "再让钱包 10 晚多出 300 元。"]
    if gain < 500:
        return [2, "再让钱包 10 晚多出 500 元。一定要排第一吗？"]
    return [3, "都做到了。再开关一下补贴：钱包变了吗？"]


def traffic_auction_outcome(values: Mapping[str, Any]) -> dict[str, Any]:
    """The queue, what each seller is left with in an evening, and the wallet over ten evenings.

    Arguments:
        values: goods ("potato" or "bacon"), bid (yuan a visit), subsidy ("off" or "on"), wallet (yuan).
    """
    if values["wallet"] <= 0:
        return {"problem": "亏得起 0 元，那就一分不投。这也是一种好决定：借来的钱不投。"}
    if values["bid"] <= 0:
        return {"problem": "你没有喊价，这一列里没有你。把「我最多出几元」往右移一格试试。"}
    subsidised = values["subsidy"] == "on"
    places = queue(values["goods"], values["bid"], subsidised)
    place = 0
    while places[place][0] != "我":
        place = place + 1
    price = places[place][2]
    visits = places[place][3]
    worth = places[place][5]
    wallet = play(values["wallet"], price, visits, worth, market()["evenings"])
    nights = len(wallet) - 1
    last = wallet[nights]
    gain = last - values["wallet"]
    words = f"{said(worth):.3f}" if worth < 0.1 else f"{said(worth):.2f}"
    sentence = f"你排第 {place + 1}，进来一个人付 {said(price):.2f} 元，可一个人只值 {words} 元。"
    if worth >= price:
        sentence = f"你排第 {place + 1}，进来一个人付 {said(price):.2f} 元，一个人值 {words} 元。"
    if last <= 0:
        sentence = sentence + f"第 {nights} 晚，钱包空了。"
    elif abs(gain) < 0.5:
        sentence = sentence + f"{nights} 晚以后，钱包没多也没少。"
    elif gain >= 0:
        sentence = sentence + f"{nights} 晚以后，钱包多 {said(gain):.0f} 元。"
    else:
        sentence = sentence + f"{nights} 晚以后，钱包少 {said(-gain):.0f} 元。"
    if subsidised:
        sentence = sentence + "有了补贴，人人都敢多喊，位置也跟着贵了。"
    earned = auction_stars(worth, price, gain)
    return {
        "sentence": sentence,
        "rows": [
            ["我排第几", place + 1, "位"],
            ["进来一个人，我付", price, "元"],
            ["进来一个人，我值", worth, "元"],
            ["一晚进来", visits, "人次"],
            ["钱包开始", values["wallet"], "元"],
            ["钱包最后", last, "元"],
        ],
        "places": places,
        "wallet": wallet,
        "stars": earned[0],
        "hint": earned[1],
    }


TRAFFIC_AUCTION = Simulation(
    name="流量竞价",
    title="流量竞价：喊价排队，谁先被看到，谁还有得赚",
    goal="喊一个价，10 晚以后，钱包多出 500 元。",
    controls=(
        Pick(
            "goods", "卖什么", (("potato", "土豆：一单剩 0.44 元"), ("bacon", "腊肉：一单剩 30 元")), "potato"
        ),
        Slider("bid", "进来一个人，我最多出几元", "元", 0, 1.5, 0.05, 0.5, 2),
        Pick("subsidy", "平台补贴", (("off", "没有补贴"), ("on", "每单补 5 元")), "off"),
        Slider("wallet", "钱包：我亏得起几元", "元", 0, 500, 50, 100),
    ),
    model=(
        said,
        _amount,
        _share,
        funnel,
        break_even_bid,
        position_auction,
        market,
        play,
        queue,
        auction_stars,
    ),
    outcome=traffic_auction_outcome,
    view="auction.js",
    note="练习用的数：对手喊的价、每个位置来的人、一单剩几元、进来 100 人成 3 单。"
    "练习的规矩：喊得高的排前面，付后面一家喊的价。真平台的规矩各不相同。",
)
