# %% tags=["question"]
# 挑战：分级消化，车按趟收钱，在家放着会坏，先给谁
from nongju import form, simulators

q = simulators.question(
    "tiered-coop/clearing",
    simulators.TIERED_CLEARING,
    after="guess-1",
    scenes=[
        form.scene(
            "车钱涨了",
            "一 自己试，把三颗星拿齐。\n"
            "二 照这样放好，再答下面两问：近的先装，找 {reach} 家，一趟车每 100 公里 {truck} 元，存一周烂 {loss} 斤。",
            reach=6,
            truck=[500, 600],
            loss=8,
        ),
        form.scene(
            "存不住",
            "一 自己试，把三颗星拿齐。\n"
            "二 照这样放好，再答下面两问：近的先装，找 {reach} 家，一趟车每 100 公里 {truck} 元，存一周烂 {loss} 斤。",
            reach=6,
            truck=300,
            loss=[11, 12],
        ),
        form.scene(
            "只找四家",
            "一 自己试，把三颗星拿齐。\n"
            "二 照这样放好，再答下面两问：近的先装，只找 {reach} 家，一趟车每 100 公里 {truck} 元，存一周烂 {loss} 斤。",
            reach=4,
            truck=[300, 400],
            loss=8,
        ),
    ],
    fields=[
        form.number("rotten", "① 一共烂掉几万斤？", unit="万斤"),
        form.number("each", "② 挖出来的每斤合几元？", unit="元/斤"),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.simulators import TIERED_CLEARING, rule_stars


def outcome(s):
    return TIERED_CLEARING.outcome({"how": "near", "reach": s.reach, "truck": s.truck, "loss": s.loss})


def rotten(s):
    return outcome(s)["rotten"] / 10000


def each(s):
    return outcome(s)["by_jin"]


def why_rotten(s):
    left = outcome(s)["left"] / 10000
    words = f"没人要的 {plain(left, 1)} 万斤，加上路上和存着坏的，" if left else "都装走了，可路上和存着坏的，"
    return f"{words}一共烂掉 {plain(rotten(s), 1)} 万斤。"


q.mark(
    rule_stars(
        TIERED_CLEARING,
        points=3,
        by={"how": "best", "reach": 6, "truck": 300, "loss": 8},
        why="六家都找，到手多的先装。县门店要一周一周存着等，坏得多，留给主城反倒多落。",
        wrong=[
            form.wrong("one_national_market", "当成全国一个大市场", lambda s: {"how": "nation"}, "一单土豆剩几角，广告要十元。卖得越多贴得越多。"),
            form.wrong("near_ones_enough", "只找近处几家", lambda s: {"how": "near", "reach": 3}, "近处就要那么多。装满了，再往外走一级。"),
        ],
    ),
    form.rule_number(
        "rotten",
        points=1,
        within=0.06,
        key=rotten,
        why=why_rotten,
        wrong=[
            form.wrong("unloaded_only", "只数没装走的", lambda s: outcome(s)["left"] / 10000, "装走的，路上和存着也会坏。都算烂掉的。"),
            form.wrong("sold_not_rotten", "卖出的当成烂掉的", lambda s: 10 - rotten(s), "问的是烂掉的。十万斤减去卖出好的。"),
        ],
    ),
    form.rule_number(
        "each",
        points=1,
        within=0.006,
        key=each,
        why=lambda s: f"一共到手 {plain(outcome(s)['total'] / 10000, 2)} 万元，除以挖出来的 10 万斤，合 {plain(each(s), 2)} 元。",
        wrong=[
            form.wrong("per_jin_sold", "只摊到卖出的", lambda s: outcome(s)["total"] / (100000 - outcome(s)["rotten"]), "烂掉的也是挖出来的。除以十万斤。"),
            form.wrong("total_not_each", "总数当成一斤的", lambda s: outcome(s)["total"] / 10000, "这是一共几万元。再除以十万斤。"),
        ],
    ),
)
