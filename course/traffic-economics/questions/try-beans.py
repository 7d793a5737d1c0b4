# %% tags=["practice"]
# 练一练：两部手机，请一百个人各花几元
from nongju import form
from nongju.models import traffic

q = form.question(
    "traffic-economics/try-beans",
    scenes=[
        form.scene(
            "一人七颗",
            "平台请一个人要 {ask} 颗豆。安卓手机 1 元 {android} 颗，苹果手机 1 元 {iphone} 颗。",
            ask=7,
            android=fact("beans_android"),
            iphone=fact("beans_iphone"),
        ),
    ],
    fields=[
        form.number("cost", "① 用苹果，请一百个人花几元？", unit="元"),
        form.number("more", "② 比安卓多花几元？", unit="元"),
    ],
)
work = form.work(
    {
        "cost": lambda s: traffic.yuan_for_beans(100 * s.ask, s.iphone),
        "android_cost": lambda s: traffic.yuan_for_beans(100 * s.ask, s.android),
        "more": lambda s: s.cost - s.android_cost,
    },
    [
        form.slip("android_for_all", "苹果也按安卓算", "苹果手机 1 元只有 {iphone} 颗。", at="cost", cost=lambda s: 100 * s.ask / s.android),
        form.slip("one_not_hundred", "只算了一个人", "这是一个人的。问的是一百个人，再乘 100。",
            cost=lambda s: s.ask / s.iphone, android_cost=lambda s: s.ask / s.android),
        form.slip("beans_as_yuan", "豆当成了元", "这是颗数。1 元几颗，就除以几。", at="cost", cost=lambda s: 100 * s.ask),
        form.slip("beans_multiplied", "乘成了颗数", "豆换成元，要除。1 元几颗，就除以几。",
            cost=lambda s: 100 * s.ask * s.iphone, android_cost=lambda s: 100 * s.ask * s.android),
        form.slip("bean_as_fen", "一颗当成一分", "1 元没有一百颗。", at="cost", cost=lambda s: s.ask),
        form.slip("beans_alike", "以为豆子一个价", "同样的豆，两种手机价钱不一样。", at="more", more=0),
        form.slip("share_of_price", "按少三颗算三成", "一元少得三颗，要多花的不止三成。各算各的，再减。", at="more", more=lambda s: s.android_cost * 0.3),
        form.slip("whole_price", "忘了减", "这是苹果的钱。问的是多花几元，再减安卓的。", at="more", android_cost=0),
        form.slip("other_phone_only", "写成了安卓的钱", "这是安卓的钱。苹果的减安卓的，才是多花的。", at="more", more=lambda s: s.android_cost),
    ],
)
q.practice(
    form.rule_number("cost", points=1, of=work, within=0.05, why="一百个人 700 颗。700 ÷ 7 = {key_said}。"),
    form.rule_number("more", points=1, of=work, within=0.05, why="安卓 700 ÷ 10 = 70 元。多花 {key_said}。充之前看一块钱几颗。"),
)
