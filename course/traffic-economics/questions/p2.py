# %% tags=["question"]
# 第 2 题：平台要的价，出不出得起
from nongju import form

q = form.question(
    "traffic-economics/p2",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "腊肉",
            "腊肉一单卖 {price} 元，毛利 {m} 元。进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。"
            "安卓手机，1 元 {beans} 颗豆。平台请一个人要 {ask} 颗。",
            price=[118, 120, 128], m=[30, 31, 32], c=15, b=20, beans=fact("beans_android"), ask=[4, 5],
        ),
        form.scene(
            "土豆",
            "土豆一箱卖 {price} 元，毛利 {m} 元。进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。"
            "安卓手机，1 元 {beans} 颗豆。平台请一个人要 {ask} 颗。",
            price=15, m=[0.44, 0.48, 0.55], c=6, b=50, beans=fact("beans_android"), ask=2,
        ),
        form.scene(
            "黑老虎",
            "黑老虎一单卖 {price} 元。十单里 {ret} 单拒收：收下的一单赚 {m} 元，拒收的一单倒亏 {loss} 元。"
            "进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。安卓手机，1 元 {beans} 颗豆。平台请一个人要 {ask} 颗。",
            price=68, ret=2, m=[26, 28], loss=40, c=12, b=25, beans=fact("beans_android"), ask=5,
        ),
        form.scene(
            "香肠老顾客",
            "香肠一单卖 {price} 元，毛利 {m} 元。照去年的账：买过的人，平均还会自己再来 {again} 回，不用再推。"
            "进来的一百个人里，{c} 个点商品；点的一百个里，{b} 个付钱。苹果手机，1 元 {beans} 颗豆。平台请一个人要 {ask} 颗。",
            price=108, m=[24, 25, 26], again=2, c=8, b=25, beans=fact("beans_iphone"), ask=8,
        ),
    ],
    fields=[
        form.number("hundred", "① 请一百个人进来，最多花几元才不亏？", unit="元"),
        form.number("cost", "② 照平台要的价，请一百个人，要花几元？", unit="元"),
        form.choice(
            "act",
            "③ 投不投？",
            {
                "try": "可以小试，先写好亏到几元就停",
                "no": "不投",
                "volume": "先投着，人多了总会赚",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import traffic

BACON, POTATO, REFUSED, REPEAT = "腊肉", "土豆", "黑老虎", "香肠老顾客"
ANDROID, IPHONE = fact("beans_android"), fact("beans_iphone")

work = form.work(
    {
        "bought": lambda s: traffic.funnel(100, 1, s.c / 100, s.b / 100)[3],
        "kept": lambda s: 10 - s.numbers.get("ret", 0),
        "worth": {
            BACON: lambda s: s.m,
            POTATO: lambda s: s.m,
            REFUSED: lambda s: (s.kept * s.m - s.ret * s.loss) / 10,
            REPEAT: lambda s: s.m * (1 + s.again),
        },
        "hundred": lambda s: s.bought * s.worth,
        "cost": lambda s: traffic.yuan_for_beans(100 * s.ask, s.beans),
        "act": lambda s: "try" if s.hundred >= s.cost else "no",
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。广告钱只能从毛利里出。", worth={BACON: lambda s: s.price, POTATO: lambda s: s.price}, m={
            REFUSED: lambda s: s.price, REPEAT: lambda s: s.price}),
        form.slip("orders_at_price", "看流水不看毛利", "卖价里有本钱，拒收的还要倒贴。先算一单剩几元。", hundred={REFUSED: lambda s: s.bought * s.price}),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。广告钱从毛利里出。", worth={
            BACON: lambda s: s.price - s.m, POTATO: lambda s: s.price - s.m, REPEAT: lambda s: s.price - s.m}),
        form.slip("last_gate_only", "只看最后一关", "点的人里才有这么多买。没点的，也是花钱请来的。", c=100),
        form.slip("click_as_order", "点了就当买了", "点开看看，还没付钱。再乘付款的那一关。", b=100),
        form.slip("rates_added", "几个比例加起来", "先有人点，点了才有人买。用乘，不用加。", bought=lambda s: s.c + s.b),
        form.slip("rates_averaged", "几个比例取平均", "先有人点，点了才有人买。用乘，不取平均。", bought=lambda s: (s.c + s.b) / 2),
        form.slip("everyone_buys", "当成人人都买", "一百个人进来，只买 {bought} 单。先乘两关。", bought=100, at=("hundred", "act")),
        form.slip("one_only", "只算了一单", "一百个人里有 {bought} 单。再乘 {bought}。", bought=1, at=("hundred", "act")),
        form.slip("one_not_hundred", "只算了一个人", "这是一个人的。问的是一百个人，再乘 100。",
            hundred=lambda s: s.bought * s.worth / 100, cost=lambda s: s.ask / s.beans),
        form.slip("orders_as_yuan", "单数当成了钱", "这是几单。一单有毛利，再乘上去。", hundred=lambda s: s.bought),
        form.slip("returns_as_sales", "退的也算卖出", "拒收的不算卖出，还倒亏 {loss} 元。先平均，再乘。", ret={REFUSED: 0}),
        form.slip("only_margin_lost", "退一单只当少赚一单", "拒收一单，不光少赚 {m} 元，还倒贴 {loss} 元。", loss={REFUSED: 0}),
        form.slip("refused_left_out", "只摊到收下的单上", "拒收的单也是花钱请来的。除以十单，不是除以收下的。", worth={
            REFUSED: lambda s: (s.kept * s.m - s.ret * s.loss) / s.kept}),
        form.slip("one_refused_only", "只减了一单的倒亏", "十单里拒收 {ret} 单，倒亏也有 {ret} 单。", worth={
            REFUSED: lambda s: (s.kept * s.m - s.loss) / 10}),
        form.slip("refusal_loss_added", "倒亏的加成赚了", "倒亏是贴出去的。要减，不是加。", loss={REFUSED: lambda s: -s.loss}),
        form.slip("refused_earn", "拒收的也算赚了", "收下的只有 {kept} 单。拒收的没赚到，还倒贴。", kept={REFUSED: 10}),
        form.slip("one_of_each", "一赚一亏直接减", "十单里 {kept} 单赚、{ret} 单亏。照单数加减，再除以十。", worth={REFUSED: lambda s: s.m - s.loss}),
        form.slip("mean_of_each", "一赚一亏取平均", "十单里 {kept} 单赚、{ret} 单亏。照单数加减，再除以十。", worth={REFUSED: lambda s: (s.m - s.loss) / 2}),
        form.slip("refused_of_ten", "十单的倒亏全减了", "{ret} 单拒收，是十单里的。先算十单平均，再乘。", hundred={
            REFUSED: lambda s: s.bought * s.m - s.ret * s.loss}),
        form.slip("refused_taken_twice", "拒收扣了两遍", "一单 {worth} 元里，拒收已经扣过。", hundred={REFUSED: lambda s: s.bought * s.kept / 10 * s.worth}),
        form.slip("ten_as_one", "十单的钱当成一单的", "这是十单一共剩的。先除以十。", worth={
            REFUSED: lambda s: s.kept * s.m - s.ret * s.loss}),
        form.slip("first_order_only", "只算头一单", "这些人会自己再来 {again} 回，不用再推。一起算。", again={REPEAT: 0}),
        form.slip("one_first_order_only", "头一单只算了一个人的", "{bought} 个买主，个个都有头一单。一个买主 {worth} 元，再乘。", hundred={REPEAT: lambda s: s.m + s.bought * s.m * s.again}),
        form.slip("first_order_left_out", "头一单没算", "头一单也赚钱。一共是 1 加 {again} 单。", worth={REPEAT: lambda s: s.m * s.again}),
        form.slip("margin_and_again_added", "毛利加上了回数", "再来 {again} 回，是再赚 {again} 个毛利。用乘。", worth={REPEAT: lambda s: s.m + s.again}),
        form.slip("compared_already", "写成了①和②差几元", "这是①和②差的。先各算各的，再比。",
            hundred=lambda s: s.bought * s.worth - 100 * s.ask / s.beans, cost=lambda s: s.bought * s.worth - 100 * s.ask / s.beans),
        form.slip("android_for_all", "苹果也按安卓算", "苹果手机 1 元只有 {beans} 颗。充之前看一块钱几颗。", beans={REPEAT: ANDROID}),
        form.slip("times_for_divide", "该除的乘了", "豆换成元，要除。苹果 1 元 {beans} 颗，就除以 {beans}，花的只会比安卓多。", cost={REPEAT: lambda s: 100 * s.ask * s.beans / ANDROID**2}),
        form.slip("android_and_three_tenths", "照安卓换，再加三成", "一元少得三颗，要多花的不止三成。直接除以 {beans}。", cost={REPEAT: lambda s: 100 * s.ask / ANDROID * (2 - s.beans / ANDROID)}),
        form.slip("iphone_for_all", "安卓也按苹果算", "安卓手机 1 元有 {beans} 颗。", beans={BACON: IPHONE, POTATO: IPHONE, REFUSED: IPHONE}),
        form.slip("beans_as_yuan", "豆当成了元", "这是颗数。1 元 {beans} 颗，再除以 {beans}。", beans=1),
        form.slip("ask_as_yuan", "一个人的颗数当成了元", "这是一个人的颗数。除以 {beans} 才是元，再乘一百个人。", at="cost", cost=lambda s: s.ask),
        form.slip("beans_upside_down", "两个颗数除反了", "要的颗数在上，1 元几颗在下。", at="cost", cost=lambda s: 100 * s.beans / s.ask),
        form.slip("beans_for_ask", "拿 1 元几颗当要几颗", "平台请一个人要 {ask} 颗。1 元 {beans} 颗，是用来除的。", at="cost", cost=lambda s: 100 * s.beans),
        form.slip("beans_multiplied", "乘成了颗数", "豆换成元，要除。1 元几颗，就除以几。", cost=lambda s: 100 * s.ask * s.beans),
        form.slip("cost_of_one_order", "算成了一单的广告费", "这是一单摊的。问的是一百个人一共要花几元。", at="cost", cost=lambda s: 100 * s.ask / s.beans / s.bought),
        form.slip("cost_of_each_return", "摊到了回头的单上", "这是一单摊的。问的是一百个人一共要花几元。", at="cost", cost={
            REPEAT: lambda s: 100 * s.ask / s.beans / s.bought / (1 + s.again)}),
        form.slip("returns_paid", "回头的也付了推广钱", "自己再来的不用推，不收钱。", cost={REPEAT: lambda s: 100 * s.ask / s.beans * (1 + s.again)}),
        form.slip("only_clickers_paid", "只算了点的人", "来一个人收一个人的钱，点不点都收。照一百个人算。", cost=lambda s: s.c * s.ask / s.beans),
        form.slip("rate_as_people", "拿付钱的比例当人数", "请来的是一百个人，买不买都收。照一百个人算。", cost=lambda s: s.b * s.ask / s.beans),
        form.slip("only_buyers_paid", "只算了买的人", "来一个人收一个人的钱，买不买都收。照一百个人算。", cost=lambda s: s.bought * s.ask / s.beans),
    ],
)

BOUGHT = "一百个人进来，{bought} 个买。{bought} × {worth} = {key_said}。"
WHY = {
    BACON: BOUGHT,
    POTATO: BOUGHT,
    REFUSED: "十单：{kept} × {m} − {ret} × {loss}，除以十，一单 {worth} 元。" + BOUGHT,
    REPEAT: "连回头的 {again} 单，一个买主 {worth} 元，先用闲钱垫。" + BOUGHT,
}
q.mark(
    form.rule_number("hundred", points=2, of=work, relative=0.01, why=WHY),
    form.rule_number("cost", points=2, of=work, relative=0.004, why="一百个人 100 × {ask} 颗，除以 {beans}，合 {key_said}。"),
    form.rule_choice(
        "act",
        points=1,
        of=work,
        why=lambda s: (
            "①比②多，请得起。先小试，亏到数就停。" if s.act == "try" else "①比②少。来一个亏一点，来得越多亏得越多。"
        ),
        wrong=[
            form.wrong("volume_cures_loss", "走量就赚", "volume", "来一个人亏一点，来得多就亏得多。先看一个人。"),
            form.wrong("not_compared", "没拿①和②比", {POTATO: "try", REFUSED: "try"}, "请一百个人要 {cost} 元，只赚得回 {hundred} 元。"),
            form.wrong("paid_is_always_bad", "有剩的也不投", {BACON: "no", REPEAT: "no"}, "请一百个人要 {cost} 元，赚得回 {hundred} 元。可以小试。"),
        ],
    ),
)
