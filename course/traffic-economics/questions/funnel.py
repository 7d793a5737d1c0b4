# %% tags=["question"]
# 挑战：直播间漏斗，看到的人，几个会买
from nongju import form, simulators

STORY = (
    "一 自己试，把三颗星拿齐。\n二 照这样放好，再答下面两问："
    "卖{said}，被看到 {impressions} 次，一百次进来 {entry} 个，平均停 {stay} 秒。"
)

q = simulators.question(
    "traffic-economics/funnel",
    simulators.LIVE_FUNNEL,
    after="guess-1",
    scenes=[
        form.scene("腊肉，停得久", STORY, said="腊肉", goods="bacon", impressions=[3000, 4000], entry=[8, 10], stay=90),
        form.scene("腊肉，停得短", STORY, said="腊肉", goods="bacon", impressions=[4000, 5000], entry=5, stay=[20, 25]),
        form.scene("土豆", STORY, said="土豆", goods="potato", impressions=[10000, 15000], entry=[6, 8], stay=45),
    ],
    fields=[
        form.number("room", "① 场里平时有几个人？", unit="人"),
        form.gain("gain", "② 这一晚赚还是亏？几元？", unit="元"),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.simulators import LIVE_FUNNEL, rule_stars


def evening(s):
    """The rows of the figure where the scene puts the controls, by their names."""
    at = {name: s.numbers[name] for name in ("goods", "impressions", "entry", "stay")}
    return {name: value for name, value, _ in LIVE_FUNNEL.outcome(at)["rows"]}


def margin(s):
    """Yuan that one order leaves."""
    return evening(s)["毛利"] / evening(s)["下单"]


def why_gain(s):
    shown = evening(s)
    return f"{plain(shown['下单'], 1)} 单，一单剩 {plain(margin(s), 2)} 元，合 {plain(shown['毛利'], 0)} 元。再减这一晚的开销 120 元。"


q.mark(
    rule_stars(
        LIVE_FUNNEL,
        points=3,
        by={"goods": "bacon", "impressions": 1500, "entry": 12, "stay": 60},
        why="卖腊肉，让人多停一会儿。看到的人不用多，停下来的才会买。",
        wrong=[
            form.wrong("thin_margin_live", "薄利的货指望人多", lambda s: {"goods": "potato"}, "土豆一单剩四角。人再多，也难抵一晚的开销。换一样货。"),
            form.wrong("seen_is_sold", "只求被看到", lambda s: {"impressions": 20000}, "被看到不等于买。减下来，试试让人多停一会儿。"),
        ],
    ),
    form.rule_number(
        "room",
        points=1,
        within=0.06,
        key=lambda s: evening(s)["场里平时有"],
        why="一晚 7200 秒，来的人每人停 {stay} 秒。人次 × {stay} ÷ 7200 = {key} 人。",
        wrong=[
            form.wrong("all_at_once", "当大家同时在场", lambda s: evening(s)["点进来"], "这是一晚进来的人次。有人来，有人走，同时在场的少得多。"),
            form.wrong("came_each_minute", "一分钟进来的当成在场的", lambda s: evening(s)["点进来"] / 120, "还要看停多久。停半分钟，在场的只有一分钟来的一半。"),
        ],
    ),
    form.rule_number(
        "gain",
        points=1,
        within=1,
        key=lambda s: evening(s)["剩下"],
        why=why_gain,
        wrong=[
            form.wrong("evening_costs_left_out", "没减一晚的开销", lambda s: evening(s)["毛利"], "两个人忙一晚，还有话费。这 120 元也要减。"),
            form.wrong("click_as_order", "点了就当买了", lambda s: evening(s)["点商品"] * margin(s) - 120, "点商品的一百个人里，只有三十个买。看下单那一层。"),
        ],
    ),
)
