# %% tags=["question"]
# 挑战：价格瀑布，一单的钱去哪了
from nongju import form, simulators

STORY = "一 自己试，把三颗星拿齐。\n二 照这样放好，再答下面两问：{said}，寄省外，每百单退 {returns} 单。"

q = simulators.question(
    "pricing-margin/waterfall",
    simulators.PRICE_WATERFALL,
    after="guess-1",
    scenes=[
        form.scene("腊肉", STORY, said="腊肉 2 斤", goods="bacon", zone="far", returns=[5, 10], price=[98, 110]),
        form.scene("干莲子", STORY, said="干莲子 1 斤", goods="lotus", zone="far", returns=[5, 6], price=[34, 40]),
        form.scene("土豆", STORY, said="土豆 5 斤", goods="potato", zone="far", returns=[5, 10], price=[18, 20]),
    ],
    fields=[
        form.gain("gain", "① 一单卖 {price} 元：每卖一单，赚还是亏？几元？", unit="元"),
        form.number("floor", "② 只动卖价：最低标几元才不亏？（标整元）", unit="元"),
    ],
)

# %% tags=["key"] points=5
import math

from nongju.simulators import PRICE_WATERFALL, rule_stars


def figure(s, **other):
    """The rows of the figure where the scene puts the controls, some of them elsewhere, by their names."""
    at = {name: s.numbers[name] for name in ("goods", "price", "zone", "returns")}
    return {name: value for name, value, _ in PRICE_WATERFALL.outcome({**at, **other})["rows"]}


def left(s, **other):
    """Yuan that a parcel leaves."""
    return figure(s, **other)["剩下"]


def goods_alone(s):
    """The cost of the goods in whole yuan, as if nothing else cost anything."""
    return math.ceil(-figure(s)["货"])


def floor(s, **other):
    """The lowest whole price at which nothing is lost."""
    return next(price for price in range(8, 141) if left(s, price=price, **other) >= 0)


q.mark(
    rule_stars(
        PRICE_WATERFALL,
        points=3,
        by={"goods": "bacon", "price": 120, "zone": "far", "returns": 5},
        why="挑腊肉，标 120 元上下。本来就贵的货，快递只占一小截。",
        wrong=[
            form.wrong("cheap_goods_by_post", "便宜的重货也寄远", lambda s: {"goods": "potato"}, "土豆要标到 27 元才不亏，可过了 18 元就少有人买。换一样货。"),
            form.wrong("freight_taken_near", "远近当一样", lambda s: {"zone": "near"}, "寄省外的快递贵一倍多。换成省外再看。"),
            form.wrong("returns_left_out", "没算退货", lambda s: {"returns": 0}, "总有人退。每百单退 5 单，再看剩几元。"),
        ],
    ),
    form.rule_number(
        "gain",
        points=1,
        within=0.06,
        key=left,
        why="最后一根就是。先退款，再服务费、货、工钱、包装、快递，一道一道减下来。",
        wrong=[
            form.wrong("freight_taken_near", "远近当一样", lambda s: left(s, zone="near"), "题里寄省外。省内的快递便宜，剩的就看多了。"),
            form.wrong("returns_left_out", "没算退货", lambda s: left(s, returns=0), "每百单退 {returns} 单。退的那几单收不到钱，快递照付，货也当没了。"),
            form.wrong("price_as_gain", "卖价当成赚的", lambda s: s.price, "卖价是最高那一根。看一道一道减完，剩下的那一根。"),
        ],
    ),
    form.rule_number(
        "floor",
        points=1,
        within=0.4,
        key=floor,
        why="卖价一元一元往上移。头一个不亏的是 {key} 元。再看看：这个价，还有人买吗？",
        wrong=[
            form.wrong("freight_taken_near", "远近当一样", lambda s: floor(s, zone="near"), "题里寄省外。换成省外，再找一次。"),
            form.wrong("returns_left_out", "没算退货", lambda s: floor(s, returns=0), "每百单退 {returns} 单，也要从卖价里带回来。"),
            form.wrong("cost_as_price", "只把货钱标回来", goods_alone, "光收回货钱不够。快递、服务费、退货都要从卖价里出。"),
        ],
    ),
)
