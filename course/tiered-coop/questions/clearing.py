# %% tags=["question"]
# 挑战：分级消化，车按趟收钱，在家放着会坏，先给谁
from nongju import form, simulators

STORY = (
    "一 自己试，把三颗星拿齐。\n"
    "二 照这样放好：六家都找，一趟车每 100 公里 {truck} 元，存一周烂 {loss} 斤。"
    "先选「近的先装」，看一共到手。再选「到手多的先装」，比一比。"
)

q = simulators.question(
    "tiered-coop/clearing",
    simulators.TIERED_CLEARING,
    see="讲一讲 三",
    after="guess-1",
    scenes=[
        form.scene("存得住", STORY, truck=300, loss=[1, 2]),
        form.scene("存不住", STORY, truck=300, loss=[8, 9]),
        form.scene("车钱贵", STORY, truck=[600, 800], loss=2),
    ],
    fields=[
        form.choice(
            "gap",
            "① 到手多的先装，一共多落几元？",
            {"none": "一样多", "hundreds": "几百元到一千多元", "thousands": "五千元以上"},
        ),
        form.choice(
            "why",
            "② 差多差少，因为什么？",
            {
                "near": "近处省运费、少坏，先近后远本来就差不多",
                "wait": "有几家分六周拿，货在家里等，一周烂一回",
                "truck": "车钱一贵，跑远的到手就低，近的自己排到前头",
                "far": "主城卖价高，拉得越远越好",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.simulators import TIERED_CLEARING, rule_stars

KEPT, ROTS, DEAR = "存得住", "存不住", "车钱贵"


def gap(s):
    """Yuan that loading by what comes home brings more than loading the near ones first."""
    at = {"reach": 6, "truck": s.truck, "loss": s.loss}
    return TIERED_CLEARING.outcome({"how": "best", **at})["total"] - TIERED_CLEARING.outcome({"how": "near", **at})["total"]


def size(s):
    return "none" if gap(s) < 1 else "hundreds" if gap(s) < 2000 else "thousands"


q.mark(
    rule_stars(
        TIERED_CLEARING,
        points=3,
        by={"how": "near", "reach": 6, "truck": 300, "loss": 1},
        why="六家都找，近的先装就行。存得住的货，先近后远，本来就差不多。",
        wrong=[
            form.wrong("one_national_market", "当成全国一个大市场", lambda s: {"how": "nation"}, "一单土豆剩几角，广告要十元。卖得越多贴得越多。"),
            form.wrong("near_ones_enough", "只找近处几家", lambda s: {"how": "near", "reach": 3}, "近处就要那么多。装满了，再往外走一级。"),
        ],
    ),
    form.rule_choice(
        "gap",
        points=1,
        key=size,
        why=lambda s: f"到手多的先装，一共多落 {gap(s):.0f} 元。货有十万斤，{'差得不多' if gap(s) < 2000 else '这就差得多了'}。",
        wrong=[
            form.wrong("optimum_far_better", "以为算一晚差得远", {KEPT: "thousands", DEAR: "thousands"}, "两种都选一遍，一共到手减一减。"),
            form.wrong("nearest_costs_nothing", "以为近的先走不花代价", {KEPT: "none", ROTS: "none"}, "多半不差，不等于一分不差。两个总数减一减。"),
            form.wrong("waiting_rot_forgotten", "没算在家等着烂的", {ROTS: "hundreds"}, "存一周烂 {loss} 斤，分六周拿的就烂得多。"),
            form.wrong("truck_not_looked_at", "车钱变了没看", {DEAR: "hundreds"}, "车钱每 100 公里 {truck} 元，两种装法一样了。"),
        ],
    ),
    form.rule_choice(
        "why",
        points=1,
        key={KEPT: "near", ROTS: "wait", DEAR: "truck"},
        why={
            KEPT: "货存得住，近处又省运费、少坏。先近后远，本来就差不多。",
            ROTS: "食堂、门店分六周拿。给他们留的，在家等一周烂一回。一回拿完的，反倒好。",
            DEAR: "车按趟收钱，路越长车钱越多。远处到手低了，近的自己排到前头。",
        },
        wrong=[
            form.wrong("price_not_take_home", "看卖价高，不看到手", "far", "卖价高，路上丢的也多。看每家合几元一斤。"),
            form.wrong("waiting_rot_forgotten", "没算在家等着烂的", {ROTS: "near"}, "近是近，可货在家里等着烂。看看哪几家分六周拿。"),
            form.wrong("rot_where_it_keeps", "存得住的也当在烂", {KEPT: "wait", DEAR: "wait"}, "一周才烂 {loss} 斤，等几周也还好。看车钱和路。"),
            form.wrong("truck_not_dear", "车钱没贵也怪车", {KEPT: "truck", ROTS: "truck"}, "车钱还是 {truck} 元，没变。这回变的是别的。"),
            form.wrong("truck_not_looked_at", "车钱变了没看", {DEAR: "near"}, "这回车钱贵了，两种装法才变得一模一样。"),
        ],
    ),
)
