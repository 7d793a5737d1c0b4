# %% tags=["question"]
# 挑战：价格瀑布，一单的钱去哪了
from nongju import form, simulators

STORY = (
    "一 自己试，把三颗星拿齐。\n"
    "二 再看另一家：{said}，卖 {price} 元，寄省外，每百单退 {returns} 单。照样放上去，再答下面一问。"
)

q = simulators.question(
    "pricing-margin/waterfall",
    simulators.PRICE_WATERFALL,
    see="讲一讲 一",
    after="guess-1",
    scenes=[
        form.scene("土豆", STORY, said="土豆 5 斤", goods="potato", price=[14, 16], returns=[5, 6], cap=18),
        form.scene("干莲子", STORY, said="干莲子 1 斤", goods="lotus", price=[30, 32], returns=[5, 6], cap=42),
        form.scene("腊肉", STORY, said="腊肉 2 斤", goods="bacon", price=[115, 120], returns=[15, 18], cap=128),
    ],
    fields=[
        form.choice(
            "first",
            "只改一样，改哪样，一单多剩得最多？",
            {"near": "改成只寄省内", "price": "把价抬到 {cap} 元", "returns": "改包装，每百单只退 2 单"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.simulators import PRICE_WATERFALL, rule_stars

CHANGES = {"near": {"zone": "near"}, "price": {"price": None}, "returns": {"returns": 2}}


def left(s, **changed):
    """Yuan that a parcel leaves where the scene puts the controls, some of them elsewhere."""
    at = {"goods": s.goods, "price": s.price, "zone": "far", "returns": s.returns, **changed}
    return {name: value for name, value, _ in PRICE_WATERFALL.outcome(at)["rows"]}["剩下"]


def gained(s, change):
    """Yuan more that one change leaves."""
    changed = {name: s.cap if value is None else value for name, value in CHANGES[change].items()}
    return left(s, **changed) - left(s)


def best(s):
    """The one change that leaves most."""
    return max(CHANGES, key=lambda change: gained(s, change))


def told(s):
    """What each change brings, in words."""
    near, price, returns = (f"{gained(s, change):.1f}" for change in ("near", "price", "returns"))
    return f"改成省内，多剩 {near} 元。抬到 {s.cap:g} 元，多 {price} 元。退货减到 2 单，多 {returns} 元。挑多得最多的那样。"


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
    form.rule_choice(
        "first",
        points=2,
        key=best,
        why=told,
        wrong=[
            form.wrong("only_freight_seen", "只看快递", {"干莲子": "near", "腊肉": "near"}, "快递不是最大的一道。三样各改一回，看哪样多剩得多。"),
            form.wrong("only_price_seen", "只看卖价", {"土豆": "price", "腊肉": "price"}, "价只能抬到有人买。三样各改一回，看哪样多剩得多。"),
            form.wrong("only_returns_seen", "只看退货", {"土豆": "returns", "干莲子": "returns"}, "退得本来不多。三样各改一回，看哪样多剩得多。"),
        ],
    ),
)
