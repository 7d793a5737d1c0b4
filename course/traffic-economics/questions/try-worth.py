# %% tags=["practice"]
# 练一练：一百个人进来，值几元
from nongju import form
from nongju.models import traffic

q = form.question(
    "traffic-economics/try-worth",
    scenes=[
        form.scene(
            "山药",
            "山药一箱卖 {price} 元。十单里 {ret} 单拒收：收下的一单赚 {m} 元，拒收的一单倒亏 {loss} 元。"
            "进来的一百个人里，{c} 个点商品。点的一百个里，{b} 个付钱。",
            price=45, ret=1, m=13, loss=27, c=8, b=50,
        ),
    ],
    fields=[
        form.number("each", "① 十单平均，一单剩几元？", unit="元"),
        form.number("hundred", "② 请一百个人进来，最多花几元？", unit="元"),
    ],
)
work = form.work(
    {
        "kept": lambda s: 10 - s.ret,
        "each": lambda s: (s.kept * s.m - s.ret * s.loss) / 10,
        "bought": lambda s: traffic.funnel(100, 1, s.c / 100, s.b / 100)[3],
        "hundred": lambda s: s.bought * s.each,
    },
    [
        form.slip("returns_as_sales", "退的也算卖出", "拒收的不算卖出，还倒亏 {loss} 元。先平均，再乘。", ret=0),
        form.slip("only_margin_lost", "退一单只当少赚一单", "拒收一单，不光少赚 {m} 元，还倒贴 {loss} 元。", loss=0),
        form.slip("refused_left_out", "只摊到收下的单上", "拒收的单也是花钱请来的。除以十单，不是除以收下的。",
            each=lambda s: ((10 - s.ret) * s.m - s.ret * s.loss) / (10 - s.ret)),
        form.slip("ten_as_one", "十单的钱当成一单的", "这是十单一共剩的。先除以十。", each=lambda s: (10 - s.ret) * s.m - s.ret * s.loss),
        form.slip("refusal_loss_added", "倒亏的加成赚了", "倒亏是贴出去的。要减，不是加。", loss=lambda s: -s.loss),
        form.slip("refused_earn", "拒收的也算赚了", "收下的只有 {kept} 单。拒收的没赚到，还倒贴。", kept=10),
        form.slip("one_of_each", "一赚一亏直接减", "十单里 {kept} 单赚、{ret} 单亏。照单数加减，再除以十。", each=lambda s: s.m - s.loss),
        form.slip("mean_of_each", "一赚一亏取平均", "十单里 {kept} 单赚、{ret} 单亏。照单数加减，再除以十。", each=lambda s: (s.m - s.loss) / 2),
        form.slip("sizes_averaged", "赚的和亏的加起来取半", "倒亏要减，不是加。十单里 {kept} 单赚、{ret} 单亏，照单数算。", each=lambda s: (s.m + s.loss) / 2),
        form.slip("price_lost", "拒收一单当亏了卖价", "拒收的货退回来了。倒亏的是 {loss} 元。", loss=lambda s: s.price),
        form.slip("refusal_added_by_kept", "倒亏的加上了，又只摊到收下的", "倒亏要减，不是加。再除以十单。", each=lambda s: (s.kept * s.m + s.ret * s.loss) / s.kept),
        form.slip("margin_lost_too", "拒收的又多减了一个毛利", "拒收的一单，倒亏 {loss} 元就是全部。少赚的那 {m} 元，本来就没加进来。", each=lambda s: (s.kept * s.m - s.ret * (s.loss + s.m)) / 10),
        form.slip("price_less_loss", "卖价减了倒亏", "赚的是 {m} 元，不是卖价。照单数加减，再除以十。", at="each", each=lambda s: s.price - s.loss),
        form.slip("refused_of_ten", "十单的倒亏全减了", "{ret} 单拒收，是十单里的。先算十单平均，再乘。", at="hundred", hundred=lambda s: s.bought * s.m - s.ret * s.loss),
        form.slip("refused_taken_twice", "拒收扣了两遍", "一单剩的钱里，拒收已经扣过。", at="hundred", hundred=lambda s: s.bought * s.kept / 10 * s.each),
        form.slip("orders_at_price", "看流水不看毛利", "卖价里有本钱，拒收的还要倒贴。①里一单剩几元，就乘几元。", at="hundred", hundred=lambda s: s.bought * s.price),
        form.slip("orders_as_yuan", "单数当成了钱", "这是几单。一单剩几元，再乘。", at="hundred", hundred=lambda s: s.bought),
        form.slip("rates_averaged", "几个比例取平均", "先有人点，点了才有人买。用乘，不取平均。", bought=lambda s: (s.c + s.b) / 2),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减赚的是本钱。收下的一单赚 {m} 元。", m=lambda s: s.price - s.m),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。广告钱只能从毛利里出。", m=lambda s: s.price),
        form.slip("last_gate_only", "只看最后一关", "点的人里才有这么多买。没点的，也是花钱请来的。", c=100),
        form.slip("click_as_order", "点了就当买了", "点开看看，还没付钱。再乘付款的那一关。", b=100),
        form.slip("rates_added", "几个比例加起来", "先有人点，点了才有人买。用乘，不用加。", bought=lambda s: s.c + s.b),
        form.slip("everyone_buys", "当成人人都买", "一百个人进来，只买 {bought} 单。先乘两关。", bought=100),
        form.slip("one_only", "只算了一单", "一百个人里有 {bought} 单。再乘 {bought}。", bought=1),
        form.slip("one_not_hundred", "只算了一个人", "这是一个人的。问的是一百个人，再乘 100。", at="hundred", hundred=lambda s: s.bought * s.each / 100),
    ],
)
q.practice(
    form.rule_number("each", points=1, of=work, within=0.05, why="十单：{kept} × {m} − {loss}，除以十，一单 {key_said}。"),
    form.rule_number("hundred", points=1, of=work, within=0.2, why="一百个人进来，{c} 个点，{bought} 个买。{bought} × {each} = {key_said}。"),
)
