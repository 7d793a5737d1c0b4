# %% tags=["question"]
# 第 6 题：一单广告费合几元
from nongju import form

q = form.question(
    "traffic-economics/p6",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "香肠用苹果",
            "推香肠，按成交收：一单出价 {bid} 颗豆。你手上是苹果手机，1 元 {beans} 颗；侄儿的安卓手机，1 元 {other} 颗。"
            "香肠一单卖 {price} 元，毛利 {m} 元。",
            bid=[280, 294], beans=fact("beans_iphone"), other=fact("beans_android"), price=108, m=[35, 37],
        ),
        form.scene(
            "土豆用安卓",
            "推土豆，按成交收：一单出价 {bid} 颗豆（2023 年手册里最低的一档）。安卓手机，1 元 {beans} 颗。土豆一箱卖 {price} 元，毛利 {m} 元。",
            bid=fact("heat_order_low_2023"), beans=fact("beans_android"), price=15, m=[0.44, 0.48, 0.55],
        ),
        form.scene(
            "莲子按人收",
            "推干莲子，按人收：进来一个人 {bid} 颗豆，不管买不买。安卓手机，1 元 {beans} 颗。一百个人进来，买 {sold} 单。"
            "干莲子一单卖 {price} 元，毛利 {m} 元。",
            bid=[5, 6], beans=fact("beans_android"), sold=4, price=48, m=[17, 22],
        ),
        form.scene(
            "腊肉看导出表",
            "推腊肉。后台导出的表，钱记成分：上一场推广花费写着 {fen}，推来 {came} 单。腊肉一单卖 {price} 元，毛利 {m} 元。"
            "帮手说：再投一样多，这回就赚回来了。",
            together=[{"fen": 84000, "came": 12}, {"fen": 77000, "came": 14}],
            price=128, m=[30, 32],
        ),
    ],
    fields=[
        form.number("ad", "① 一单广告费，合几元？", unit="元"),
        form.gain("left", "② 扣了广告费，一单赚还是亏几元？", unit="元"),
        form.choice(
            "act",
            "③ 怎么办？",
            {"go": "照这样小试，亏到写好的数就停", "android": "先换安卓手机充，再小试", "no": "不投", "chase": "再投一回，把亏的追回来"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import traffic

IPHONE, POTATO, LOTUS, SHEET = "香肠用苹果", "土豆用安卓", "莲子按人收", "腊肉看导出表"
ONE, SHARED = (IPHONE, POTATO), (LOTUS, SHEET)
ANDROID_BEANS, IPHONE_BEANS = fact("beans_android"), fact("beans_iphone")

def act(s):
    """Go on where an order leaves something, else with the phone whose beans are cheaper, else not at all."""
    if s.left > 0:
        return "go"
    return "android" if s.name == IPHONE and s.m > traffic.yuan_for_beans(s.bid, s.other) else "no"

work = form.work(
    {
        "spent": {
            **dict.fromkeys(ONE, lambda s: traffic.yuan_for_beans(s.bid, s.beans)),
            LOTUS: lambda s: traffic.yuan_for_beans(100 * s.bid, s.beans),
            SHEET: lambda s: s.fen / 100,
        },
        "count": {IPHONE: 1, POTATO: 1, LOTUS: lambda s: s.sold, SHEET: lambda s: s.came},
        "ad": lambda s: traffic.cost_per_order(s.spent, s.count),
        "left": lambda s: s.m - s.ad,
        "act": act,
    },
    [
        form.slip("android_for_all", "苹果也按安卓算", "苹果手机 1 元只有 {beans} 颗。同样的豆，贵四成多。", beans={IPHONE: ANDROID_BEANS}),
        form.slip("iphone_for_all", "安卓也按苹果算", "安卓手机 1 元有 {beans} 颗。", beans={POTATO: IPHONE_BEANS, LOTUS: IPHONE_BEANS}),
        form.slip("beans_as_yuan", "豆当成了元", "这是颗数。1 元 {beans} 颗，再除以 {beans}。", beans={IPHONE: 1, POTATO: 1, LOTUS: 1}),
        form.slip("bean_as_fen", "一颗当成一分", "1 元是 {beans} 颗，不是一百颗。", beans=dict.fromkeys(ONE, 100)),
        form.slip("beans_multiplied", "乘成了颗数", "豆换成元，要除。一元能换几颗，就除以几。", spent={
            **dict.fromkeys(ONE, lambda s: s.bid * s.beans), LOTUS: lambda s: 100 * s.bid * s.beans}),
        form.slip("upside_down", "除反了", {
            **dict.fromkeys(ONE, "颗数在上，1 元几颗在下：{bid} ÷ {beans}。"), **dict.fromkeys(SHARED, "钱在上，单数在下：{spent} ÷ {count}。"),
        }, at="ad", ad=dict.fromkeys(ONE, lambda s: s.beans / s.bid) | dict.fromkeys(SHARED, lambda s: s.count / s.spent)),
        form.slip("phones_compared", "写成了两部手机差几元", "问的是用手上的苹果充，一单几元。", at="ad", ad={IPHONE: lambda s: s.bid / s.beans - s.bid / s.other}),
        form.slip("phones_added", "两部手机加起来了", "只用一部充。手上是苹果，除以 {beans}。", ad={IPHONE: lambda s: s.bid / s.beans + s.bid / s.other}),
        form.slip("phones_averaged", "两部手机取平均", "只用一部充。手上是苹果，除以 {beans}。", ad={IPHONE: lambda s: (s.bid / s.beans + s.bid / s.other) / 2}),
        form.slip("mean_bean_price", "两样颗数取平均去除", "只用一部充。手上是苹果，除以 {beans}。", ad={IPHONE: lambda s: 2 * s.bid / (s.beans + s.other)}),
        form.slip("bean_prices_added", "两样颗数加起来除", "只用一部充。手上是苹果，除以 {beans}。", ad={IPHONE: lambda s: s.bid / (s.beans + s.other)}),
        form.slip("beans_by_orders", "一个人的颗数除以单数", "先换成元，再乘一百个人，最后除以 {sold} 单。", ad={LOTUS: lambda s: s.bid / s.sold}),
        form.slip("entry_by_orders", "一个人的钱除以单数", "一百个人才买 {sold} 单。先乘 100，再除。", ad={LOTUS: lambda s: s.bid / s.beans / s.sold}),
        form.slip("people_an_order", "写成了几个人买一单", "这是几个人里买一单。再乘请一个人的钱。", at="ad", ad={LOTUS: lambda s: 100 / s.sold}),
        form.slip("entry_as_order", "一个人的钱当成一单的", "来的人不都买。一百个人的钱，摊到 {sold} 单上。", ad={LOTUS: lambda s: s.bid / s.beans}),
        form.slip("only_buyers_paid", "只算了买的人", "没买的人也收了钱。一百个人的钱，摊到 {sold} 单上。", ad={LOTUS: lambda s: s.bid / s.beans * s.sold}),
        form.slip("total_as_one", "一共花的当成一单的", "这是一共花的。再除以单数。", ad=dict.fromkeys(SHARED, lambda s: s.spent)),
        form.slip("times_for_divide", "该除的乘了", "一共花的，摊到几单上，用除。", ad=dict.fromkeys(SHARED, lambda s: s.spent * s.count)),
        form.slip("ad_by_margin", "拿毛利去除", "这是几单的毛利抵得回。一单几元，除以来的单数。", at="ad", ad=dict.fromkeys(SHARED, lambda s: s.spent / s.m)),
        form.slip("fen_as_yuan", "分当成了元", "表里的钱记成分。先除以一百，才是元。", spent={SHEET: lambda s: s.fen}),
        form.slip("fen_as_jiao", "分当成了角", "1 元是一百分。先除以一百。", spent={SHEET: lambda s: s.fen / 10}),
        form.slip("ten_too_many", "多除了一个十", "表里是分。除以一百就是元，不用再除。", spent={SHEET: lambda s: s.fen / 1000}),
        form.slip("price_on_ad", "又加了卖价", "问的是一单的广告费。卖价是顾客付你的，不用加。", at="ad", ad=dict.fromkeys(ONE, lambda s: s.spent + s.price)),
        form.slip("price_by_orders", "拿卖价除了单数", "要摊的是推广的钱。一共花的，除以单数。", at="ad", ad=dict.fromkeys(SHARED, lambda s: s.price / s.count)),
        form.slip("ad_by_price", "拿卖价去比", "广告费跟卖价没有关系，不用除卖价。看一单花几元。", at="ad", ad=dict.fromkeys((*ONE, SHEET), lambda s: s.spent / s.price)),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。从毛利里减。", at="left", m=lambda s: s.price),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。从毛利里减广告费。", at="left", m=lambda s: s.price - s.m),
        form.slip("ad_cost_forgotten", "忘了推广钱", "毛利还没扣广告费。一单要扣 {ad} 元。", at="left", left=lambda s: s.m),
        form.slip("spent_as_loss", "花的都当亏的", "一单还有毛利 {m} 元。毛利减广告费，才是赚亏。", at="left", left=lambda s: -s.ad),
        form.slip("price_added_to_margin", "卖价又加上了毛利", "毛利本来就在卖价里。毛利减广告费就好。", at="left", left=lambda s: s.price + s.m - s.ad),
        form.slip("two_margins_counted", "当成能赚两单", "广告费是一单的，毛利也只算一单。", at="left", left={SHEET: lambda s: 2 * s.m - s.ad}),
        form.slip("ad_added", "广告费加上去了", "广告费是花的。要减，不是加。", at="left", left=lambda s: s.m + s.ad),
        form.slip("all_not_one", "算成了一共的", "这是一共的。问的是一单：毛利减一单的广告费。", at="left", left=dict.fromkeys(SHARED, lambda s: s.count * s.m - s.spent)),
        form.slip("margins_less_one_ad", "几单毛利减一单广告费", "广告费算了一单的，毛利也算一单的。", at="left", left=dict.fromkeys(SHARED, lambda s: s.count * s.m - s.ad)),
        form.slip("left_of_a_visit", "算成了一个人的", "这是进来一个人的。问的是卖一单。", at="left", left={LOTUS: lambda s: s.sold * s.m / 100 - s.bid / s.beans}),
        form.slip("jiao_as_yuan", "几角当成了几元", "毛利是 {m} 元，不到一元。", at="left", m={POTATO: lambda s: 10 * s.m}),
        form.slip("fen_of_margin_as_yuan", "几分当成了几元", "毛利是 {m} 元，不到一元。", at="left", m={POTATO: lambda s: 100 * s.m}),
    ],
)

q.mark(
    form.rule_number("ad", points=2, of=work, relative=0.001, why={
        **dict.fromkeys(ONE, "{bid} ÷ {beans} = {key_said}。"),
        LOTUS: "一百个人 100 × {bid} ÷ {beans} = {spent} 元，只买 {sold} 单。{spent} ÷ {sold} = {key_said}一单。",
        SHEET: "{fen} 分是 {spent} 元。{spent} ÷ {came} = {key_said}一单。",
    }),
    form.rule_number("left", points=2, of=work, within=0.1, why="毛利 {m} − 广告费 {ad}，一单{left:gain}。"),
    form.rule_choice(
        "act",
        points=1,
        of=work,
        why={
            IPHONE: "苹果充，一单{left:gain}。安卓充，{bid} ÷ {other}，比毛利少。先换手机，用闲钱小试。",
            POTATO: "一单{left:gain}，手册里最低的价也出不起。不投，走近路卖。",
            LOTUS: "一单{left:gain}，可以小试。攒够三十单再下结论。",
            SHEET: "一单{left:gain}。再投一样多，又亏一样多。停。",
        },
        wrong=[
            form.wrong("chase_losses", "追亏", "chase", {
                IPHONE: "一单的广告费比毛利高，投得越多亏得越多。先换个便宜的充法。",
                POTATO: "一单的广告费比毛利高，投得越多亏得越多。",
                LOTUS: "这一单有剩，没有亏可追。小试，到数就停。",
                SHEET: "一单的广告费比毛利高，投得越多亏得越多。",
            }),
            form.wrong("loss_not_seen", "没看见已经亏了", {IPHONE: "go", POTATO: "go", SHEET: "go"}, "照这样，一单{left:gain}。"),
            form.wrong("phone_not_the_cause", "以为换手机就行", {POTATO: "android", LOTUS: "android", SHEET: "android"}, {
                POTATO: "你用的就是安卓。毛利太薄，换哪部都出不起。",
                LOTUS: "你用的就是安卓，一单还有剩。照这样小试就行。",
                SHEET: "表里已经是钱，不是豆。亏在一单广告费比毛利高。",
            }),
            form.wrong("paid_is_always_bad", "有剩的也不投", {LOTUS: "no", IPHONE: "no"}, {
                LOTUS: "一单{left:gain}，可以小试。",
                IPHONE: "安卓充，一单的广告费比毛利少。换部手机，可以小试。",
            }),
        ],
    ),
)
