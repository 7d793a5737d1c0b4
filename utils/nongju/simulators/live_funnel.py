"""直播间漏斗: how few of those who see the cover buy, who stands in the room, what the evening leaves.

Invented for the exercise, and labelled so on the page: what an order leaves, that a longer stay means
more taps on the goods (CLICKS_PER_MINUTE), that 30 of 100 taps buy, and what an evening costs.
"""

from collections.abc import Mapping
from typing import Any

from nongju.models.traffic import average_online, break_even_bid, funnel
from nongju.models.traffic.checks import _amount, _share
from nongju.simulators.control import Pick, Slider
from nongju.simulators.saying import said
from nongju.simulators.simulation import Simulation


def evening() -> dict[str, float]:
    """One evening of the exercise.

    Returns:
        seconds: its length; clicks_per_second: share of visits that open the goods for each second
            of mean stay (a tenth a minute); buy_rate: share of those that pay; costs: yuan, two
            people for two hours and the phone's data.
    """
    return {"seconds": 7200.0, "clicks_per_second": 0.1 / 60, "buy_rate": 0.3, "costs": 120.0}


def live_funnel_outcome(values: Mapping[str, Any]) -> dict[str, Any]:
    """Counts at each gate, the room at an average moment, and the evening's money in words.

    Arguments:
        values: goods ("potato" or "bacon"), impressions (times), entry (of 100 impressions),
            stay (seconds of a visit).
    """
    if values["impressions"] <= 0:
        return {"problem": "封面一次也没被看到，场里没有人。把「被看到几次」往右移。"}
    if values["entry"] <= 0:
        return {"problem": "看到的人都划走了，场里没有人。把「几次点进来」往右移。"}
    show = evening()
    margin = 30.0 if values["goods"] == "bacon" else 0.44
    click_rate = values["stay"] * show["clicks_per_second"]
    gates = funnel(values["impressions"], values["entry"] / 100, click_rate, show["buy_rate"])
    visits = gates[1]
    orders = gates[3]
    room = average_online(visits, values["stay"], show["seconds"])
    worth = break_even_bid(margin, click_rate, show["buy_rate"])
    left = orders * margin - show["costs"]
    word = "赚" if left >= 0 else "亏"
    money = left if left >= 0 else -left
    sentence = f"进来 {said(visits):.0f} 人次，场里平时有 {said(room):.1f} 个人，成 {said(orders):.1f} 单。"
    each = "30" if values["goods"] == "bacon" else "0.44"
    gained = f"{word} {said(money):.0f} 元" if money >= 0.5 else "不赚也不亏"
    sentence = sentence + f"一单剩 {each} 元，减去这一晚的开销，{gained}。"
    stars = 0
    hint = "先让这一晚不亏。"
    if left >= 0:
        stars = 1
        hint = "再试试：封面只被看到 5000 次，也不亏。"
        if values["impressions"] <= 5000:
            stars = 2
            hint = "再试试：只被看到 1500 次，也不亏。靠什么？"
            if values["impressions"] <= 1500:
                stars = 3
                hint = "都做到了。想一想：土豆为什么做不到？"
    return {
        "sentence": sentence,
        "rows": [
            ["封面被看到", gates[0], "次"],
            ["点进来", visits, "人次"],
            ["点商品", gates[2], "人次"],
            ["下单", orders, "单"],
            ["场里平时有", room, "人"],
            ["每进来一个人次，值", worth, "元"],
            ["毛利", orders * margin, "元"],
            ["这一晚的开销", -show["costs"], "元"],
            ["剩下", left, "元"],
        ],
        "stars": stars,
        "hint": hint,
    }


LIVE_FUNNEL = Simulation(
    name="直播间漏斗",
    title="直播间漏斗：看到的人，几个会买",
    goal="让一晚 2 小时不亏。封面被看到的次数越少，星越多。",
    controls=(
        Pick(
            "goods", "卖什么", (("potato", "土豆：一单剩 0.44 元"), ("bacon", "腊肉：一单剩 30 元")), "potato"
        ),
        Slider("impressions", "封面被看到几次", "次", 0, 20000, 500, 5000),
        Slider("entry", "看到 100 次，几次点进来", "次", 0, 30, 1, 6),
        Slider("stay", "进来的人，平均停几秒", "秒", 5, 180, 5, 20),
    ),
    model=(said, _amount, _share, funnel, average_online, break_even_bid, evening),
    outcome=live_funnel_outcome,
    view="funnel.js",
    note="练习用的数：一单剩几元；停一分钟，100 人里 10 人点商品；点商品的 100 人里 30 人买；"
    "一晚开销 120 元。",
)
