# %% tags=["practice"]
# 练一练：两部手机，请一百个人各花几元
from nongju import form
from nongju.models import traffic

q = form.question(
    "traffic-economics/try-beans",
    scenes=[
        form.scene(
            "一人十四颗",
            "年货节人多价高，平台请一个人要 {ask} 颗豆。安卓手机 1 元 {android} 颗，苹果手机 1 元 {iphone} 颗。",
            ask=14,
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
        form.slip("ask_as_yuan", "一个人的颗数当成了元", "这是一个人的颗数。除以 {iphone} 才是元，再乘一百个人。", at="cost", cost=lambda s: s.ask),
        form.slip("beans_upside_down", "两个颗数除反了", "要的颗数在上，1 元几颗在下。", at="cost", cost=lambda s: 100 * s.iphone / s.ask),
        form.slip("ask_left_out", "一个人只算了一颗", "请一个人要 {ask} 颗。一百个人，先乘 {ask}。", cost=lambda s: 100 / s.iphone, android_cost=lambda s: 100 / s.android),
        form.slip("phones_added", "两部手机加起来了", "①只问苹果；②问多花几元，用减。", cost=lambda s: 100 * s.ask / s.iphone + 100 * s.ask / s.android,
            android_cost=lambda s: 0),
        form.slip("phones_averaged", "两部手机取平均", "只问苹果。1 元 {iphone} 颗，就除以 {iphone}。", at="cost", cost=lambda s: 50 * s.ask / s.iphone + 50 * s.ask / s.android),
        form.slip("bean_prices_added", "两样颗数加起来除", "只问苹果。1 元 {iphone} 颗，就除以 {iphone}。", at="cost", cost=lambda s: 100 * s.ask / (s.android + s.iphone)),
        form.slip("mean_bean_price", "两样颗数取平均去除", "只问苹果。1 元 {iphone} 颗，就除以 {iphone}。", at="cost", cost=lambda s: 200 * s.ask / (s.android + s.iphone)),
        form.slip("times_for_divide", "该除的乘了", "豆换成元，要除。苹果 1 元 {iphone} 颗，就除以 {iphone}，花的只会比安卓多。", at="cost", cost=lambda s: 100 * s.ask * s.iphone / s.android**2),
        form.slip("beans_by_tenths", "颗数打了七折", "这还是颗数。1 元 {iphone} 颗，用除，不是打七折。", at="cost", cost=lambda s: 100 * s.ask * s.iphone / s.android),
        form.slip("android_and_three_tenths", "照安卓换，再加三成", "一元少得三颗，要多花的不止三成。直接除以 {iphone}。", at="cost", cost=lambda s: 100 * s.ask / s.android * (2 - s.iphone / s.android)),
        form.slip("bean_prices_apart", "拿差的颗数去除", "1 元换几颗，就除以几。", at="cost", cost=lambda s: 100 * s.ask / (s.android - s.iphone)),
        form.slip("android_multiplied", "乘了安卓的颗数", "豆换成元，要除。苹果 1 元 {iphone} 颗，就除以 {iphone}。", at="cost", cost=lambda s: 100 * s.ask * s.android),
        form.slip("percent_more", "写成了多百分之几", "这是多百分之几。问的是多花几元：苹果的减安卓的。", at="more", more=lambda s: 100 * (s.cost / s.android_cost - 1)),
        form.slip("beans_short", "差的颗数当成了元", "差的是 1 元几颗。各自换成元，再减。", at="more", more=lambda s: s.android - s.iphone),
        form.slip("hundred_beans_short", "差的颗数乘了一百个人", "差的是 1 元几颗，不是一个人几颗。各自换成元，再减。", at="more", more=lambda s: 100 * (s.android - s.iphone)),
        form.slip("hundred_short_by_ten", "拿差的三颗来算", "少三颗、少三成，都不是多花的元。各自换成元，再减。", at="more", more=lambda s: 100 * (s.android - s.iphone) / s.android),
        form.slip("beans_less_yuan", "颗和元直接减", "一个是颗，一个是元。都换成元，再减。", at="more", more=lambda s: 100 * s.ask - s.android_cost),
        form.slip("all_by_beans_short", "拿差的颗数去除", "1 元换几颗，就除以几。各自换成元，再减。", at="more", more=lambda s: 100 * s.ask / (s.android - s.iphone)),
        form.slip("beans_alike", "以为豆子一个价", "同样的豆，两种手机价钱不一样。", at="more", more=0),
        form.slip("share_of_price", "按少三颗算三成", "一元少得三颗，要多花的不止三成。各算各的，再减。", at="more", more=lambda s: s.android_cost * 0.3),
        form.slip("whole_price", "忘了减", "这是苹果的钱。问的是多花几元，再减安卓的。", at="more", android_cost=0),
        form.slip("other_phone_only", "写成了安卓的钱", "这是安卓的钱。苹果的减安卓的，才是多花的。", at="more", more=lambda s: s.android_cost),
    ],
)
q.practice(
    form.rule_number("cost", points=1, of=work, within=0.05, why="一百个人 100 × {ask} 颗，除以 {iphone}，{key_said}。"),
    form.rule_number("more", points=1, of=work, within=0.05, why="安卓 100 × {ask} ÷ {android} = {android_cost} 元。多花 {key_said}。充之前看一块钱几颗。"),
)
