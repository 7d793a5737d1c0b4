# %% tags=["practice"]
# 练一练：投产比到几才不亏
from nongju import form
from nongju.models import traffic

q = form.question(
    "traffic-economics/try-even",
    scenes=[
        form.scene(
            "山药礼盒",
            "山药礼盒卖 {price} 元，毛利 {m} 元。推广花了 {spent} 元，卖出 {sold} 元的货。",
            price=75, m=15, spent=140, sold=525,
        ),
    ],
    fields=[
        form.number("even", "① 花 1 元推广，至少卖出几元才不亏？", unit="元"),
        form.gain("left", "② 这一回，扣了推广钱，赚还是亏几元？", unit="元"),
    ],
)
work = form.work(
    {
        "even": lambda s: traffic.break_even_return(s.price, s.m),
        "orders": lambda s: s.sold / s.price,
        "left": lambda s: s.orders * s.m - s.spent,
    },
    [
        form.slip("return_of_one", "以为卖回 1 元就回本", "卖出不是赚到。1 元货里，毛利只有两角。", at="even", even=1),
        form.slip("margin_share_as_return", "把毛利率当投产比", "除反了。卖价除以毛利。", at="even", even=lambda s: s.m / s.price),
        form.slip("share_on_top", "1 元加上那几角毛利", "1 元货里，毛利才两角。要卖到毛利有 1 元。", at="even", even=lambda s: 1 + s.m / s.price),
        form.slip("one_yuan_on_top", "又加了花的 1 元", "卖价除以毛利，已经抵回了花的 1 元。不用再加。", at="even", even=lambda s: s.price / s.m + 1),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。推广的钱从毛利里出。", m=lambda s: s.price - s.m),
        form.slip("cost_by_margin", "拿本钱除以毛利", "卖出的是卖价，不是本钱。卖价除以毛利。", at="even", even=lambda s: (s.price - s.m) / s.m),
        form.slip("times_for_divide", "该除的乘了", "卖出几元，毛利才有 1 元？卖价除以毛利。", at="even", even=lambda s: s.price * s.m),
        form.slip("margin_as_return", "写成了一单的毛利", "这是一单赚的。卖价除以毛利。", at="even", even=lambda s: s.m),
        form.slip("cost_as_return", "写成了一单的本钱", "这是一单的本钱。卖价除以毛利。", at="even", even=lambda s: s.price - s.m),
        form.slip("this_time_as_even", "写成了这一回的投产比", "这是这一回卖出几元。不亏的线，看卖价除以毛利。", at="even", even=lambda s: s.sold / s.spent),
        form.slip("orders_as_return", "写成了这一回几单", "这是这一回卖了几单。不亏的线，看卖价除以毛利。", at="even", even=lambda s: s.sold / s.price),
        form.slip("orders_to_earn_back", "算成了几单抵得回", "这是几单的毛利抵得回推广。问的是花 1 元，要卖出几元。", at="even", even=lambda s: s.spent / s.m),
        form.slip("spent_by_orders", "算成了一单摊的推广钱", "这是一单摊的推广钱。问的是花 1 元，要卖出几元。", at="even", even=lambda s: s.spent * s.price / s.sold),
        form.slip("all_to_sell", "写成了一共要卖几元", "这是花 {spent} 元要卖出的。问的是花 1 元要卖出几元。", at="even", even=lambda s: s.spent * s.price / s.m),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖出的钱里，八成是本钱。", at="left", m=lambda s: s.price),
        form.slip("ad_cost_forgotten", "忘了推广钱", "毛利里还没扣推广的钱。", at="left", spent=0),
        form.slip("spend_added", "推广钱加上去了", "推广是花出去的。要减，不是加。", at="left", spent=lambda s: -s.spent),
        form.slip("spent_as_loss", "花的都当亏的", "卖出的货有毛利。先加上毛利，再减花的。", at="left", orders=0),
        form.slip("one_only", "只算了一单", "卖出 {sold} 元，是 {orders} 单。毛利先乘 {orders}。", at="left", orders=1),
        form.slip("one_order_share", "只算了一单摊的", "这是一单的。问的是这一回，{orders} 单一起算。", at="left", left=lambda s: s.m - s.spent / s.orders),
        form.slip("each_times_spent", "推广钱每单都扣", "推广一共花 {spent} 元，只减一回。", at="left", left=lambda s: s.orders * (s.m - s.spent)),
        form.slip("margin_as_goods_cost", "毛利当本钱减了", "毛利是赚的，不用减。{orders} 单的毛利，减推广的钱。", at="left", left=lambda s: s.sold - s.m - s.spent),
        form.slip("one_cost_taken", "本钱只减了一单的", "卖出 {sold} 元，是 {orders} 单，本钱也有 {orders} 单。乘毛利，再减推广的钱。", at="left", left=lambda s: s.sold - (s.price - s.m) - s.spent),
        form.slip("one_price_taken", "卖出的减了一个卖价", "卖价不是本钱。{orders} 单的毛利，减推广的钱。", at="left", left=lambda s: s.sold - s.price - s.spent),
        form.slip("returns_apart", "写成了两个投产比的差", "这是比不亏的线差几元。{orders} 单的毛利，减推广的钱。", at="left", left=lambda s: s.sold / s.spent - s.price / s.m),
        form.slip("goods_short", "写成了还差几元货", "这是还差的货款，不是亏的钱。毛利减推广，才是赚亏。", at="left", left=lambda s: s.sold - s.spent * s.price / s.m),
        form.slip("spend_by_return", "推广钱除以了投产比", "推广花的一分不少。{orders} 单的毛利，减 {spent} 元。", at="left", left=lambda s: -s.spent * s.m / s.price),
    ],
)
q.practice(
    form.rule_number("even", points=1, of=work, within=0.02, why="卖 {price} 元才有 {m} 元毛利。{price} ÷ {m} = {key_said}。卖出 {key_said}，毛利才有 1 元。"),
    form.rule_number("left", points=1, of=work, within=0.5, why="卖出 {sold} 元，是 {orders} 单，毛利 {orders} × {m}。减推广 {spent} 元，{key_said}。"),
)
