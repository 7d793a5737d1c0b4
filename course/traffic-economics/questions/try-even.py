# %% tags=["practice"]
# 练一练：投产比到几才不亏
from nongju import form

q = form.question(
    "traffic-economics/try-even",
    scenes=[
        form.scene(
            "山药礼盒",
            "山药礼盒卖 {price} 元，毛利 {m} 元。推广花了 {spent} 元，卖出 {sold} 元的货。",
            price=100,
            m=20,
            spent=100,
            sold=400,
        ),
    ],
    fields=[
        form.number("even", "① 花 1 元推广，至少卖出几元才不亏？", unit="元"),
        form.gain("left", "② 这一回，扣了推广钱，赚还是亏几元？", unit="元"),
    ],
)
q.practice(
    form.rule_number(
        "even",
        points=1,
        within=0.05,
        key=lambda s: s.price / s.m,
        why="卖 100 元才有 20 元毛利。100 ÷ 20 = {key} 元。卖出 {key} 元，毛利才有 1 元。",
        wrong=[
            form.wrong("return_of_one", "以为卖回 1 元就回本", 1, "卖出不是赚到。1 元货里，毛利只有两角。"),
            form.wrong("margin_share_as_return", "把毛利率当投产比", lambda s: s.m / s.price, "除反了。卖价除以毛利。"),
        ],
    ),
    form.rule_number(
        "left",
        points=1,
        within=0.5,
        key=lambda s: s.sold * s.m / s.price - s.spent,
        why="卖出 400 元，是 4 单，毛利 4 × 20 = 80 元。减推广 100 元，{key_said}。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: s.sold - s.spent, "卖出的钱里，八成是本钱。"),
            form.wrong("ad_cost_forgotten", "忘了推广钱", lambda s: s.sold * s.m / s.price, "毛利里还没扣推广的钱。"),
        ],
    ),
)
