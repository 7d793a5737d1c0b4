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
            price=100, m=20, spent=110, sold=400,
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
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。推广的钱从毛利里出。", m=lambda s: s.price - s.m),
        form.slip("margin_as_return", "写成了一单的毛利", "这是一单赚的。卖价除以毛利。", at="even", even=lambda s: s.m),
        form.slip("this_time_as_even", "写成了这一回的投产比", "这是这一回卖出几元。不亏的线，看卖价除以毛利。", at="even", even=lambda s: s.sold / s.spent),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖出的钱里，八成是本钱。", at="left", left=lambda s: s.sold - s.spent),
        form.slip("ad_cost_forgotten", "忘了推广钱", "毛利里还没扣推广的钱。", at="left", spent=0),
        form.slip("spent_as_loss", "花的都当亏的", "卖出的货有毛利。先加上毛利，再减花的。", at="left", orders=0),
        form.slip("one_only", "只算了一单", "卖出 400 元，是 4 单。毛利先乘 4。", at="left", orders=1),
        form.slip("each_times_spent", "推广钱每单都扣", "推广一共花 110 元，只减一回。", at="left", left=lambda s: s.orders * (s.m - s.spent)),
    ],
)
q.practice(
    form.rule_number("even", points=1, of=work, within=0.05, why="卖 100 元才有 20 元毛利。100 ÷ 20 = {key_said}。卖出 {key_said}，毛利才有 1 元。"),
    form.rule_number("left", points=1, of=work, within=0.5, why="卖出 400 元，是 4 单，毛利 4 × 20 = 80 元。减推广 110 元，{key_said}。"),
)
