# %% tags=["practice"]
# 练一练：晒干以后，一斤货钱几元
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-shrink",
    scenes=[
        form.scene("干豇豆", "鲜豇豆 {fresh} 元一斤。{batch} 斤鲜的，晒出 {out} 斤干豇豆。", fresh=2.4, batch=10, out=1.2),
    ],
    fields=[form.number("cost", "一斤干豇豆，光货钱几元？", unit="元")],
)
work = form.work(
    {"paid": lambda s: s.batch * s.fresh, "cost": lambda s: pricing.spread_cost(s.paid, s.out)},
    [
        form.slip("yield_ignored", "忘了缩水", "钱花在十斤鲜的上，要摊到剩下的 {out} 斤上。", cost=lambda s: s.fresh),
        form.slip("yield_multiplied", "乘除弄反了", "斤数变少，一斤只会更贵。用除，不用乘。", cost=lambda s: s.fresh * s.out / s.batch),
        form.slip("loss_added", "掉几成就加几成", "掉的越多，差得越远。拿总钱数，除以剩下的斤数。", cost=lambda s: s.fresh * (2 - s.out / s.batch)),
        form.slip("divided_by_lost", "除成了掉的那份", "掉的那份没得卖。除以剩下的 {out} 斤。", cost=lambda s: s.paid / (s.batch - s.out)),
        form.slip("batch_as_one", "一批的当成一斤的", "这是一整批的钱。再除以晒出的 {out} 斤。", cost=lambda s: s.paid),
        form.slip("step_short", "少乘了一步", "这是一斤干的要几斤鲜的。再乘鲜货一斤的价。", cost=lambda s: s.batch / s.out),
        form.slip("jin_as_kilogram", "斤当成公斤", "一公斤是两斤。题里说的、问的都是斤。", cost=lambda s: 2 * s.paid / s.out),
    ],
)
q.practice(
    form.rule_number("cost", points=1, of=work, within=0.05, why="{batch} 斤鲜豇豆花了 {paid} 元，只剩 {out} 斤。{paid} ÷ {out}，一斤 {key_said}。"),
)
