# %% tags=["question"]
# 挑战：流量竞价，喊价排队，谁还有得赚
from nongju import form, simulators

STORY = "一 自己试，把三颗星拿齐。\n二 再照这样放：卖{said}，{help}。把价往右移，看排在哪里一晚剩得最多。"

q = simulators.question(
    "traffic-economics/auction",
    simulators.TRAFFIC_AUCTION,
    see="讲一讲 三",
    after="guess-2",
    scenes=[
        form.scene("腊肉", STORY, said="腊肉", help="没有补贴", goods="bacon", subsidy="off"),
        form.scene("土豆", STORY, said="土豆", help="没有补贴", goods="potato", subsidy="off"),
        form.scene("土豆有补贴", STORY, said="土豆", help="每单补 5 元", goods="potato", subsidy="on"),
    ],
    fields=[
        form.choice(
            "place",
            "站哪里，一晚剩得最多？",
            {"first": "排第一", "second": "排第二", "last": "排最后", "out": "一分不喊"},
        ),
    ],
)

# %% tags=["key"] points=4
from nongju.simulators import TRAFFIC_AUCTION, rule_stars

BACON, POTATO, HELPED = "腊肉", "土豆", "土豆有补贴"
CALLS = {"first": 1.5, "second": 0.6, "last": 0.1}


def left(s, call):
    """Yuan that I am left with in an evening when I call so much."""
    at = TRAFFIC_AUCTION.outcome({"goods": s.goods, "bid": call, "subsidy": s.subsidy, "wallet": 500})
    return next(row[4] for row in at["places"] if row[0] == "我")


def best(s):
    """The place that leaves most; none where each loses."""
    place = max(CALLS, key=lambda name: left(s, CALLS[name]))
    return place if left(s, CALLS[place]) > 0 else "out"


q.mark(
    rule_stars(
        TRAFFIC_AUCTION,
        points=3,
        by={"goods": "bacon", "bid": 0.5, "subsidy": "off", "wallet": 100},
        why="卖腊肉，喊低一点，排第二。来的人少一半，一个人付的少一大半，钱包多得多。",
        wrong=[
            form.wrong("call_to_the_top", "以为排第一最赚", lambda s: {"goods": "bacon", "bid": 1.5}, "排第一，付得也最多。看一晚剩几元，不看排第几。"),
            form.wrong("thin_margin_bids", "薄利的货也来抢", lambda s: {"goods": "potato"}, "土豆一单剩几角，一个人只值一分多。换一样货。"),
        ],
    ),
    form.rule_choice(
        "place",
        points=1,
        key=best,
        why={
            BACON: "排第二。来的人少一半，一个人付的少一大半。",
            POTATO: "一个人只值一分多，最便宜的位置也要 5 分。一分不喊。",
            HELPED: "排最后，一晚剩几元。别家也多喊了，前头照样排不起。补贴一停，一分不剩。",
        },
        wrong=[
            form.wrong("call_to_the_top", "以为排第一最赚", "first", "排第一，付得也最多。看一晚剩几元，不看排第几。"),
            form.wrong("cheap_place_always", "只看一个人付得少", {BACON: "last"}, "付得少，来的人也少。看一晚剩几元。"),
            form.wrong("thin_margin_bids", "薄利的货也来抢", {POTATO: "last", HELPED: "second"}, "一个人值的，比付的少。来一个亏一点。"),
            form.wrong("bacon_place_for_all", "腊肉站哪里土豆也站哪里", {POTATO: "second"}, "腊肉毛利厚，土豆一个人只值一分多。"),
            form.wrong("paid_is_always_bad", "有剩的也不投", {BACON: "out", HELPED: "out"}, "有个位置是有剩的。把价移一移，看看一晚剩几元。"),
        ],
    ),
)
