# %% tags=["practice"]
# 练一练：哪几样是红牌
from nongju import form

q = form.question(
    "traffic-economics/try-cards",
    scenes=[form.scene("一天的消息", "下面是一天里收到的六条。哪几条要停下来，不照办？")],
    fields=[
        form.choices(
            "red",
            "红牌（能选几样）：",
            {
                "course": "交 2980 元学直播，保证月入三千",
                "robots": "30 元买两百个人气，直播间热闹",
                "friends": "把新货发给买过的老顾客",
                "refund": "叫亲戚下假单，骗推广的退款",
                "center": "县电商中心的免费课，自愿来",
                "loan": "先刷信用卡投一千，卖了再还",
            },
        ),
    ],
)
q.practice(
    form.rule_choices(
        "red",
        points=1,
        key={"course", "robots", "refund", "loan"},
        why="包赚的课、买来的人气、骗来的退款、借来的推广钱，都停。发给老顾客、上免费课，放心去。",
        wrong=[
            form.wrong("promise_believed", "把保证当真", "course", "没有人保证能赚钱。敢保证的，先收了你的钱。"),
            form.wrong("faking_is_usual", "别人都刷，我也刷", "robots", "买来的人气是假的。骗顾客，也犯规。"),
            form.wrong("refund_is_clever", "骗退款当成会算账", "refund", "单是假的，退款就是骗的。平台封号，还可能犯法。"),
            form.wrong("borrow_to_push", "借钱投广告", "loan", "是借的钱？不投。亏了，债还在。"),
            form.wrong("near_help_refused", "近处的人也当红牌", "center", "不收钱、自愿来的课，去听听不亏。"),
            form.wrong("old_buyers_refused", "发给老顾客也当红牌", "friends", "买过的人认得你，不花推广钱。是头一步。"),
        ],
    ),
)
