# %% tags=["practice"]
# 练一练：苹果手机充豆，多花几元
from nongju import form

q = form.question(
    "traffic-economics/try-beans",
    scenes=[
        form.scene(
            "一单两百颗",
            "推广按成交收，一单出价 {bid} 颗豆。安卓手机 1 元 {android} 颗，苹果手机 1 元 {iphone} 颗。",
            bid=210,
            android=fact("beans_android"),
            iphone=fact("beans_iphone"),
        ),
    ],
    fields=[form.number("more", "苹果比安卓，一单多花几元？", unit="元")],
)
q.practice(
    form.rule_number(
        "more",
        points=1,
        within=0.05,
        key=lambda s: s.bid / s.iphone - s.bid / s.android,
        why="苹果：210 ÷ 7 = 30 元。安卓：210 ÷ 10 = 21 元。多花 {key} 元。充之前看一块钱几颗。",
        wrong=[
            form.wrong("beans_alike", "以为豆子一个价", 0, "同样的豆，两种手机价钱不一样。"),
            form.wrong("share_of_price", "按少三颗算三成", lambda s: s.bid / s.android * 0.3, "一元少得三颗，要多花的不止三成。各算各的，再减。"),
            form.wrong("whole_price", "忘了减", lambda s: s.bid / s.iphone, "这是苹果一单的钱。问的是多花几元，再减安卓的。"),
        ],
    ),
)
