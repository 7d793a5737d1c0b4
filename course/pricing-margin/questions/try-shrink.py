# %% tags=["practice"]
# 练一练：晒干以后，一斤货钱几元
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-shrink",
    scenes=[
        form.scene("干豇豆", "鲜豇豆 {fresh} 元一斤。{batch} 斤鲜的，晒出 {out} 斤干豇豆。", fresh=2.4, batch=12, out=1.6),
    ],
    fields=[form.number("cost", "一斤干豇豆，光货钱几元？", unit="元")],
)
LONGER = "{batch} 斤出 {out} 斤，中间别先凑整。先算总钱，最后再除。"

work = form.work(
    {"paid": lambda s: s.batch * s.fresh, "cost": lambda s: pricing.spread_cost(s.paid, s.out)},
    [
        form.slip("yield_ignored", "忘了缩水", "钱花在 {batch} 斤鲜的上，要摊到剩下的 {out} 斤上。", cost=lambda s: s.fresh),
        form.slip("yield_multiplied", "乘除弄反了", "斤数变少，一斤只会更贵。用除，不用乘。", cost=lambda s: s.fresh * s.out / s.batch),
        form.slip("loss_added", "掉几成就加几成", "掉的越多，差得越远。拿总钱数，除以剩下的斤数。", cost=lambda s: s.fresh * (2 - s.out / s.batch)),
        form.slip("divided_by_lost", "除成了掉的那份", "掉的那份没得卖。除以剩下的 {out} 斤。", cost=lambda s: s.paid / (s.batch - s.out)),
        form.slip("raw_price_over_out", "一斤鲜的价去除了", "先算一批花的钱：{batch} 斤，{paid} 元。再除以晒出的 {out} 斤。", cost=lambda s: s.fresh / s.out),
        form.slip("raw_price_times_out", "晒出的斤数去乘了", "晒出的 {out} 斤，摊的是一批的 {paid} 元。用除，不用乘。", cost=lambda s: s.fresh * s.out),
        form.slip("paid_times_out", "该除的用了乘", "一批花了 {paid} 元，只剩 {out} 斤。用除，不用乘。", cost=lambda s: s.paid * s.out),
        form.slip("divided_by_both", "鲜的和成品加起来除", "鲜的变成了干的，斤数不能加在一起。除以晒出的 {out} 斤。", cost=lambda s: s.paid / (s.batch + s.out)),
        form.slip("lost_jin_paid", "只算了掉的那几斤", "剩下的那些也花了钱。一批的钱全算上，再除以 {out} 斤。", cost=lambda s: s.fresh * (s.batch - s.out) / s.out),
        form.slip("lost_money", "写成了掉的那几斤的钱", "这是掉的那几斤值的钱。一批的 {paid} 元，除以 {out} 斤。", cost=lambda s: s.fresh * (s.batch - s.out)),
        form.slip("ratio_rounded", "几斤出一斤先凑了整", LONGER, cost=lambda s: s.fresh * round(s.batch / s.out)),
        form.slip("ratio_rounded_to_tenth", "几斤出一斤先凑了整", LONGER, cost=lambda s: s.fresh * round(s.batch / s.out, 1)),
        form.slip("share_rounded", "几成先凑了整", LONGER, cost=lambda s: s.fresh / round(s.out / s.batch, 1)),
        form.slip("dried_added", "干的又加了一份钱", "晒出来的就是那 {batch} 斤变的，钱不再加。{paid} ÷ {out}。", cost=lambda s: s.paid + s.fresh * s.out),
        form.slip("share_only", "写成了一斤鲜的出几斤", "这是一斤鲜的出几斤。拿总钱数，除以晒出的斤数。", cost=lambda s: s.out / s.batch),
        form.slip("kilogram_reversed", "斤和公斤换反了", "一公斤是两斤。题里的价和斤数都是按斤说的，不用换。", cost=lambda s: s.paid / s.out / 2),
        form.slip("batch_as_one", "一批的当成一斤的", "这是一整批的钱。再除以晒出的 {out} 斤。", cost=lambda s: s.paid),
        form.slip("step_short", "少乘了一步", "这是一斤干的要几斤鲜的。再乘鲜货一斤的价。", cost=lambda s: s.batch / s.out),
        form.slip("added_for_multiplied", "用了加，没用乘", "一斤干的要几斤鲜的，就乘几，不能直接加。", cost=lambda s: s.fresh + s.batch / s.out),
        form.slip("jin_as_kilogram", "斤当成公斤", "一公斤是两斤。题里说的、问的都是斤。", cost=lambda s: 2 * s.paid / s.out),
    ],
)
q.practice(
    form.rule_number("cost", points=1, of=work, within=0.05, why="{batch} 斤鲜豇豆花了 {paid} 元，只剩 {out} 斤。{paid} ÷ {out}，一斤 {key_said}。"),
)
