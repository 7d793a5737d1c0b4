# %% tags=["question"]
# 第 6 题：照谁的话标价
from nongju import form

SAY = "一单{goods}本钱 {cost} 元。甲说：卖价里要留 {m}% 的毛利。乙说：本钱上加价 {k}%。"

q = form.question(
    "pricing-margin/p6",
    see="讲一讲 五",
    scenes=[
        form.scene("香肠", SAY, own="本钱", goods="香肠", cost=[63, 84, 91], m=30, k=35),
        form.scene("干莲子", SAY, own="本钱", goods="干莲子", cost=[24, 32, 36], m=20, k=27),
        form.scene(
            "腊肉代卖",
            "两家副食店想替你代卖腊肉，你要到手 {cost} 元一单。甲店说：从卖价里抽 {m}%。"
            "乙店说：在你的 {cost} 元上加 {k}%。",
            own="你要到手的", cost=[56, 60, 84],
            m=20,
            k=22,
        ),
        form.scene("渣海椒", SAY, own="本钱", goods="渣海椒", cost=[28, 35, 42], m=30, k=49),
    ],
    fields=[
        form.number("price", "① 照甲的话，标几元？", unit="元"),
        form.number("markup", "② 甲这个价，合在 {cost} 元上加了百分之几？", unit="%"),
        form.choice("higher", "③ 谁标得高？", {"a": "甲高", "b": "乙高", "same": "一样高"}),
    ],
)

# %% tags=["key"] points=5
from nongju.models import pricing

work = form.work(
    {
        "other": lambda s: pricing.price_for_markup(s.cost, s.k / 100),
        "rest": lambda s: 1 - s.m / 100,
        "price": lambda s: pricing.price_for_margin(s.cost, s.m / 100),
        "more": lambda s: s.price - s.cost,
        "markup": lambda s: s.more / s.cost * 100,
        "higher": lambda s: "same" if abs(s.price - s.other) < 0.05 else "a" if s.price > s.other else "b",
    },
    [
        form.slip("markup_as_margin", "占卖价的当成往上加的", "甲的 {m}% 照卖价算，不照 {cost} 元算。底下的数不一样：{cost} ÷ {rest}。", price=lambda s: s.cost * (1 + s.m / 100)),
        form.slip("percent_as_yuan", "百分之几当成几元", "{m}% 是卖价的 {m}%，不是 {m} 元。{cost} ÷ {rest}。", price=lambda s: s.cost + s.m),
        form.slip("other_percent_as_yuan", "百分之几当成几元", "百分之几不是几元。看甲的 {m}%：{cost} ÷ {rest}。", price=lambda s: s.cost + s.k),
        form.slip("divided_by_margin", "除错了那一头", "{cost} 元占的是剩下那份。除以 {rest}。", price=lambda s: s.cost / s.m * 100),
        form.slip("divided_by_markup", "除成了乙的百分数", "{k}% 是乙说的。甲是从卖价里去掉 {m}%：{cost} ÷ {rest}。", price=lambda s: s.cost / s.k * 100),
        form.slip("below_cost_by_other", "标价反倒标低了", "乙的 {k}% 是往上加的。甲是从卖价里去掉 {m}%：{cost} ÷ {rest}。", price=lambda s: s.cost * (1 - s.k / 100)),
        form.slip("percents_apart_added", "加了两个百分数的差", "甲和乙各标各的。甲只看 {m}%：{cost} ÷ {rest}。", price=lambda s: s.cost * (1 + abs(s.k - s.m) / 100)),
        form.slip("mean_of_two_prices", "甲乙两个价平均了", "问的是照甲的话标几元，不用平均。{cost} ÷ {rest}。", price=lambda s: (s.cost / (1 - s.m / 100) + s.cost * (1 + s.k / 100)) / 2, at="price"),
        form.slip("gap_of_two", "写成了两家差几元", "问的是照甲的话标几元。{cost} ÷ {rest}。", price=lambda s: abs(s.cost / (1 - s.m / 100) - s.cost * (1 + s.k / 100)), at="price"),
        form.slip("tag_below_cost", "标价反倒标低了", "卖价里去掉 {m}%，还要剩下 {cost} 元，所以一定比它高。{cost} ÷ {rest}。", price=lambda s: s.cost * (1 - s.m / 100)),
        form.slip("divided_by_more", "除成了一加百分之几", "卖价里去掉 {m}%，还要剩下 {cost} 元，所以一定比它高。{cost} ÷ {rest}。", price=lambda s: s.cost / (1 + s.m / 100)),
        form.slip("other_seller", "算成了乙的价", "乙是在 {cost} 元上加 {k}%。甲是从卖价里去掉 {m}%：{cost} ÷ {rest}。", price=lambda s: s.cost * (1 + s.k / 100)),
        form.slip("other_percent", "甲的算法，乙的百分数", "除对了，数换一个：甲说的是 {m}%，{cost} ÷ {rest}。", price=lambda s: s.cost / (1 - s.k / 100)),
        form.slip("both_percents", "两个百分数都加上了", "甲和乙各标各的。甲只看 {m}%：{cost} ÷ {rest}。", price=lambda s: s.cost * (1 + (s.m + s.k) / 100)),
        form.slip("one_after_other", "甲的价上又加了乙的", "甲和乙各标各的。甲只看 {m}%：{cost} ÷ {rest}。", price=lambda s: s.cost / (1 - s.m / 100) * (1 + s.k / 100)),
        form.slip("margin_twice", "百分之几加了两回", "甲的 {m}% 只算一回：{cost} ÷ {rest}。", price=lambda s: s.cost * (1 + 2 * s.m / 100)),
        form.slip("gain_not_price", "只写了多出来的", "这是多出来的那份。标的是一单的价，{price} 元。", price=lambda s: s.cost / (1 - s.m / 100) - s.cost, at="price"),
        form.slip("margin_of_cost", "只写了百分之几的那份", "这是 {cost} 元的 {m}%。标价是 {cost} ÷ {rest}。", price=lambda s: s.cost * s.m / 100, at="price"),
        form.slip("other_gain", "写成了乙多出来的", "这是 {cost} 元的 {k}%，乙多出来的。甲的标价是 {cost} ÷ {rest}。", price=lambda s: s.cost * s.k / 100, at="price"),
        form.slip("margin_as_markup", "占卖价的当成加上去的", "{m}% 是占卖价的。问的是多出来的 {more} 元，占 {cost} 元百分之几。", markup=lambda s: s.m),
        form.slip("other_markup", "写成了乙的", "{k}% 是乙说的。问的是甲：{more} ÷ {cost}。", markup=lambda s: s.k),
        form.slip("margin_read_backwards", "换算换反了", "{cost} 元比卖价小，除出来的数要大些。{more} ÷ {cost}。", markup=lambda s: s.m / (100 + s.m) * 100),
        form.slip("rest_of_hundred", "写成了占卖价百分之几", "这是 {cost} 元占卖价百分之几。问的是多出来的 {more} 元，占 {cost} 元百分之几。", markup=lambda s: 100 - s.m),
        form.slip("cost_counted_in", "原来的也算成加的了", "只看多出来的 {more} 元，除以 {cost}。", markup=lambda s: s.price / s.cost * 100),
        form.slip("yuan_as_percent", "几元当成百分之几", "多出来 {more} 元。除以 {cost}，才是百分之几。", markup=lambda s: s.price - s.cost),
        form.slip("price_as_percent", "写成了标价", "这是几元。多出来的 {more} 元除以 {cost}，才是百分之几。", markup=lambda s: s.price),
        form.slip("turned_share", "除的两个数换了位", "要拿多出来的 {more} 元，去除以 {cost} 元，不是反过来。", markup=lambda s: s.cost / (s.price - s.cost) * 100),
        form.slip("percents_added", "两个百分数加起来", "甲和乙各说各的。只看甲：{more} ÷ {cost}。", markup=lambda s: s.m + s.k),
        form.slip("percents_apart", "写成了两个百分数的差", "甲和乙各说各的。只看甲：{more} ÷ {cost}。", markup=lambda s: abs(s.m - s.k)),
        form.slip("beyond_other", "写成了和乙差的", "问的是甲一共加了百分之几，不减 {k}%。{more} ÷ {cost}。", markup=lambda s: (s.price - s.cost) / s.cost * 100 - s.k),
        form.slip("markup_read_backwards", "换算了乙的百分数", "{k}% 是乙说的。问的是甲：{more} ÷ {cost}。", markup=lambda s: s.k / (100 + s.k) * 100),
        form.slip("times_of_cost", "写成了几倍", "这是标价是 {cost} 元的几倍。问的是多出来的占百分之几：{more} ÷ {cost}。", markup=lambda s: s.price / s.cost),
        form.slip("beyond_margin", "减掉了占卖价的那份", "问的是一共加了百分之几，不减 {m}%。{more} ÷ {cost}。", markup=lambda s: (s.price - s.cost) / s.cost * 100 - s.m),
    ],
)
q.mark(
    form.rule_number("price", points=2, of=work, within=0.1, why="卖价里去掉 {m}%，剩下的就是那 {cost} 元。{cost} ÷ {rest}，标 {key_said}。"),
    form.rule_number("markup", points=2, of=work, within=0.2, why="多出来 {more} 元。除以{own} {cost} 元：{more} ÷ {cost}，{key_said}。"),
    form.rule_choice(
        "higher",
        points=1,
        of=work,
        why="甲 {price} 元，乙 {other} 元。先换成元，再比。",
        wrong=[
            form.wrong("bigger_percent_is_dearer", "看谁的百分数大", {"香肠": "b", "腊肉代卖": "b"}, "两个百分数，底下除的不一样。先换成元，再比。"),
            form.wrong("percents_are_alike", "差不多就当一样", "same", "听着差不多，换成元就分开了。"),
            form.wrong("margin_always_dearer", "以为抽卖价的总是高", {"干莲子": "a", "渣海椒": "a"}, "哪个高要算。先换成元，再比。"),
        ],
    ),
)
