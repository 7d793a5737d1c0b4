# %% tags=["question"]
# 第 6 题：毛利率和加价率
from nongju import form

q = form.question(
    "pricing-margin/p6",
    scenes=[
        form.scene(
            "香肠",
            "一单香肠本钱 {cost} 元。甲说：卖价里要留 {m}% 的毛利。乙说：本钱上加价 {k}%。",
            cost=[78, 81],
            m=25,
            k=30,
        ),
        form.scene(
            "干莲子",
            "一单干莲子本钱 {cost} 元。甲说：卖价里要留 {m}% 的毛利。乙说：本钱上加价 {k}%。",
            cost=[24, 26],
            m=20,
            k=25,
        ),
        form.scene(
            "腊肉代卖",
            "两家副食店想替你代卖腊肉，你要到手 {cost} 元一单。甲店说：从卖价里抽 {m}%。"
            "乙店说：在你的 {cost} 元上加 {k}%。",
            cost=[72, 76],
            m=20,
            k=22,
        ),
        form.scene(
            "渣海椒",
            "一单渣海椒本钱 {cost} 元。甲说：卖价里要留 {m}% 的毛利。乙说：本钱上加价 {k}%。",
            cost=[21, 28],
            m=30,
            k=45,
        ),
    ],
    fields=[
        form.number("price", "① 照甲的话，标几元？", unit="元"),
        form.number("markup", "② 甲这个价，合在 {cost} 元上加了百分之几？", unit="%"),
        form.choice("higher", "③ 谁标得高？", {"a": "甲高", "b": "乙高", "same": "一样高"}),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def price(s):
    return pricing.price_for_margin(s.cost, s.m / 100)


def other(s):
    return pricing.price_for_markup(s.cost, s.k / 100)


def markup(s):
    return pricing.markup_from_margin(s.m / 100) * 100


def higher(s):
    if abs(price(s) - other(s)) < 0.005:
        return "same"
    return "a" if price(s) > other(s) else "b"


q.mark(
    form.rule_number(
        "price",
        points=2,
        within=0.3,
        key=price,
        why=lambda s: (
            f"卖价里留 {n(s.m)}%，剩下的 {n(100 - s.m)}% 就是那 {n(s.cost)} 元。"
            f"{n(s.cost)} ÷ {n(1 - s.m / 100)} = {n(price(s))} 元。"
        ),
        wrong=[
            form.wrong(
                "markup_as_margin",
                "加价率当成毛利率",
                lambda s: s.cost * (1 + s.m / 100),
                "这样多出来的，是 {cost} 元的 {m}%，不是卖价的 {m}%。用除，不用乘。",
            ),
            form.wrong(
                "percent_as_yuan",
                "百分之几当成几元",
                lambda s: s.cost + s.m,
                "{m}% 要乘上卖价，不是直接加 {m} 元。",
            ),
            form.wrong(
                "divided_by_margin",
                "除错了那一头",
                lambda s: s.cost / (s.m / 100),
                lambda s: f"{n(s.cost)} 元占的是剩下的 {n(100 - s.m)}%，除以 {n(1 - s.m / 100)}。",
            ),
        ],
    ),
    form.rule_number(
        "markup",
        points=2,
        within=0.5,
        key=markup,
        why=lambda s: (
            f"多出来 {n(price(s) - s.cost)} 元。加价率除以本钱：{n(price(s) - s.cost)} ÷ {n(s.cost)} = {n(markup(s))}%。"
        ),
        wrong=[
            form.wrong("markup_as_margin", "加价率当成毛利率", lambda s: s.m, "毛利率除以卖价，加价率除以本钱。底下的数不一样。"),
            form.wrong(
                "margin_read_backwards",
                "换算换反了",
                lambda s: s.m / (100 + s.m) * 100,
                "本钱比卖价小，除出来的数要大些。加价率总比毛利率大。",
            ),
            form.wrong("rest_of_hundred", "拿一百去减", lambda s: 100 - s.m, "一百减它，是本钱占卖价几成。不是加了几成。"),
        ],
    ),
    form.rule_choice(
        "higher",
        points=1,
        key=higher,
        why=lambda s: f"甲 {n(price(s))} 元，乙 {n(s.cost)} × {n(1 + s.k / 100)} = {n(other(s))} 元。先换成元，再比。",
        wrong=[
            form.wrong(
                "bigger_percent_is_dearer",
                "看谁的百分数大",
                {"香肠": "b", "干莲子": "b", "腊肉代卖": "b"},
                "两个百分数，底下除的不一样。先换成元，再比。",
            ),
            form.wrong(
                "percents_are_alike",
                "差不多就当一样",
                {"香肠": "same", "腊肉代卖": "same", "渣海椒": "same"},
                "听着差不多，换成元就分开了。",
            ),
            form.wrong(
                "margin_always_dearer",
                "以为抽卖价的总是高",
                {"干莲子": "a", "渣海椒": "a"},
                "哪个高要算。先换成元，再比。",
            ),
        ],
    ),
)
