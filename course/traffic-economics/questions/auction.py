# %% tags=["question"]
# 挑战：流量竞价，喊价排队，谁还有得赚
from nongju import form, simulators

q = simulators.question(
    "traffic-economics/auction",
    simulators.TRAFFIC_AUCTION,
    after="guess-2",
    scenes=[
        form.scene(
            "没有补贴",
            "一 自己试，把三颗星拿齐。\n"
            "二 照这样放好，再答下面两问：卖腊肉，最多出 {bid:.2f} 元，没有补贴，钱包 {wallet} 元。",
            goods="bacon",
            bid=[1, 1.2],
            subsidy="off",
            wallet=100,
        ),
        form.scene(
            "开了补贴",
            "一 自己试，把三颗星拿齐。\n"
            "二 照这样放好，再答下面两问：卖腊肉，最多出 {bid:.2f} 元，每单补 5 元，钱包 {wallet} 元。",
            goods="bacon",
            bid=[1.1, 1.3],
            subsidy="on",
            wallet=100,
        ),
        form.scene(
            "土豆也来抢",
            "一 自己试，把三颗星拿齐。\n"
            "二 照这样放好，再答下面两问：卖土豆，最多出 {bid:.2f} 元，没有补贴，钱包 {wallet} 元。",
            goods="potato",
            bid=[0.4, 0.5],
            subsidy="off",
            wallet=[100, 150],
        ),
    ],
    fields=[
        form.number("pay", "① 进来一个人，我付几元？", unit="元"),
        form.gain("gain", "② 播完（钱包空了就停），钱包比开始多了还是少了几元？多了选赚，少了选亏。", unit="元"),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.simulators import TRAFFIC_AUCTION, rule_stars


def outcome(s):
    return TRAFFIC_AUCTION.outcome({name: s.numbers[name] for name in ("goods", "bid", "subsidy", "wallet")})


def pay(s):
    return outcome(s)["rows"][1][1]


def wallet(s):
    return outcome(s)["wallet"]


def gain(s):
    return wallet(s)[-1] - s.wallet


def why_gain(s):
    if s.name == "土豆也来抢":
        return f"进来一个人付 {plain(pay(s), 2)} 元，只值一分多。{len(wallet(s)) - 1} 晚就空了，{s.wallet} 元全亏。"
    return f"从 {s.wallet} 元到 {plain(wallet(s)[-1], 0)} 元，多 {plain(gain(s), 0)} 元。排第二来的人少，一个人付得更少，反倒多。"


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
    form.rule_number(
        "pay",
        points=1,
        within=0.004,
        key=pay,
        why={
            "没有补贴": "付后面一家喊的：甲喊 {key} 元。",
            "开了补贴": "补贴一开，甲也多喊 0.15 元。付他喊的 {key} 元。",
            "土豆也来抢": "排第二，付后面一家喊的：乙喊 {key} 元。",
        },
        wrong=[
            form.wrong("own_call_paid", "喊多少就付多少", lambda s: s.bid, "照这里的规矩，付的是下一家的价，不是自己喊的。"),
            form.wrong("third_call_paid", "付成了最低那家的", {"没有补贴": 0.3, "开了补贴": 0.45}, "付的是紧跟在后头那一家的价。"),
            form.wrong("subsidy_taken_off", "把补贴先减了", {"开了补贴": 0.7}, "问的是价钱，里头有平台替你付的那份。"),
            form.wrong("first_call_paid", "付成了头一家的", {"土豆也来抢": 0.7}, "头一家在你前面。你付的是后面一家喊的。"),
        ],
    ),
    form.rule_number(
        "gain",
        points=1,
        within=1,
        key=gain,
        why=why_gain,
        wrong=[
            form.wrong("wallet_as_gain", "本钱也算成赚的", lambda s: wallet(s)[-1], "钱包里有你自己放进去的。减掉开始的数。"),
            form.wrong("one_evening", "只算了一晚", lambda s: wallet(s)[1] - s.wallet, "图上一根是一晚。看最后一根，减去开始那一根。"),
        ],
    ),
)
