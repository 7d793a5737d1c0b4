# %% tags=["question"]
# 第 6 题：照谁的话标价
from nongju import form

SAY = "一单{goods}本钱 {cost} 元。甲说：卖价里要留 {m}% 的毛利。乙说：本钱上加价 {k}%。"

q = form.question(
    "pricing-margin/p6",
    see="讲一讲 五",
    scenes=[
        form.scene("香肠", SAY, goods="香肠", cost=[63, 77, 91], m=30, k=35),
        form.scene("干莲子", SAY, goods="干莲子", cost=[24, 32, 36], m=20, k=25),
        form.scene(
            "腊肉代卖",
            "两家副食店想替你代卖腊肉，你要到手 {cost} 元一单。甲店说：从卖价里抽 {m}%。"
            "乙店说：在你的 {cost} 元上加 {k}%。",
            cost=[72, 76, 84],
            m=20,
            k=22,
        ),
        form.scene("渣海椒", SAY, goods="渣海椒", cost=[28, 35, 42], m=30, k=46),
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
        form.slip("markup_as_margin", "加价率当成毛利率", "甲的 {m}% 照卖价算，加价率照本钱算。底下的数不一样。", price=lambda s: s.cost * (1 + s.m / 100)),
        form.slip("percent_as_yuan", "百分之几当成几元", "{m}% 是卖价的 {m}%，不是 {m} 元。{cost} ÷ {rest}。", price=lambda s: s.cost + s.m),
        form.slip("divided_by_margin", "除错了那一头", "{cost} 元占的是剩下那份。除以 {rest}。", price=lambda s: s.cost / s.m * 100),
        form.slip("tag_below_cost", "标到本钱下面了", "要留毛利，卖价一定比 {cost} 元高。{cost} ÷ {rest}。", price=lambda s: s.cost * (1 - s.m / 100)),
        form.slip("other_seller", "算成了乙的价", "乙是本钱上加 {k}%。甲是卖价里留 {m}%。", price=lambda s: s.cost * (1 + s.k / 100)),
        form.slip("gain_not_price", "只写了多出来的", "这是赚的那份。标的是一单的价，{price} 元。", price=lambda s: s.cost / (1 - s.m / 100) - s.cost, at="price"),
        form.slip("margin_of_cost", "写成了本钱的百分之几", "这是 {cost} 元的 {m}%。标价是 {cost} ÷ {rest}。", price=lambda s: s.cost * s.m / 100, at="price"),
        form.slip("margin_read_backwards", "换算换反了", "本钱比卖价小，除出来的数要大些。{more} ÷ {cost}。", markup=lambda s: s.m / (100 + s.m) * 100),
        form.slip("rest_of_hundred", "拿一百去减", "一百减它，是本钱占卖价几成。加价率是 {more} ÷ {cost}。", markup=lambda s: 100 - s.m),
        form.slip("cost_counted_in", "本钱也算成加的了", "只看多出来的 {more} 元，除以 {cost}。", markup=lambda s: s.price / s.cost * 100),
        form.slip("yuan_as_percent", "几元当成百分之几", "多出来 {more} 元。除以 {cost}，才是百分之几。", markup=lambda s: s.price - s.cost),
        form.slip("percents_added", "两个百分数加起来", "甲和乙各说各的。只看甲：{more} ÷ {cost}。", markup=lambda s: s.m + s.k),
    ],
)
q.mark(
    form.rule_number("price", points=2, of=work, within=0.1, why="卖价里去掉 {m}%，剩下的就是那 {cost} 元。{cost} ÷ {rest}，标 {key_said}。"),
    form.rule_number("markup", points=2, of=work, within=0.4, why="多出来 {more} 元。加价率除以本钱：{more} ÷ {cost}，{key_said}。"),
    form.rule_choice(
        "higher",
        points=1,
        of=work,
        why="甲 {price} 元，乙 {other} 元。先换成元，再比。",
        wrong=[
            form.wrong("bigger_percent_is_dearer", "看谁的百分数大", {"香肠": "b", "干莲子": "b", "腊肉代卖": "b"}, "两个百分数，底下除的不一样。先换成元，再比。"),
            form.wrong("percents_are_alike", "差不多就当一样", {"香肠": "same", "腊肉代卖": "same", "渣海椒": "same"}, "听着差不多，换成元就分开了。"),
            form.wrong("margin_always_dearer", "以为抽卖价的总是高", {"干莲子": "a", "渣海椒": "a"}, "哪个高要算。先换成元，再比。"),
        ],
    ),
)
