# %% tags=["practice"]
# 练一练：引流品亏的钱，几单补得回
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-bait",
    scenes=[
        form.scene(
            "土豆招人",
            "引流品就是便宜拿来招人的货。一场卖了 {n} 单引流土豆，一单亏 {loss} 元。腊肉一单卖 {price} 元，赚 {margin} 元。",
            n=50,
            loss=6,
            price=108,
            margin=28,
        ),
    ],
    fields=[
        form.number("hole", "① 土豆一共亏几元？", unit="元"),
        form.number("need", "② 要多卖几单腊肉才补平？", unit="单"),
    ],
)

work = form.work(
    {
        "hole": lambda s: s.n * s.loss,
        "need": form.up(lambda s: pricing.break_even_units(s.hole, s.margin)),
    },
    [
        form.slip("one_only", "只算了一单", "亏是一单一单亏的。卖几单，就亏几份。", n=1),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。补亏的，只有赚的那 {margin} 元。", need=form.up(lambda s: s.hole / s.price)),
        form.slip("loss_off_margin", "赚的里又减了亏的", "土豆亏的已经算在①里了。腊肉一单补 {margin} 元，整份拿来补。", need=form.up(lambda s: s.hole / (s.margin - s.loss))),
        form.slip("loss_on_margin", "赚的和亏的加到一起", "土豆亏的已经算在①里了。腊肉一单补的，就是赚的 {margin} 元。", need=form.up(lambda s: s.hole / (s.margin + s.loss))),
        form.slip("margin_less_loss", "腊肉赚的减了土豆亏的", "①只看土豆。一单亏 {loss} 元，乘单数。", hole=lambda s: s.n * (s.margin - s.loss)),
        form.slip("cost_as_margin", "本钱当成了毛利", "补亏的，只有腊肉赚的那 {margin} 元。", need=form.up(lambda s: s.hole / (s.price - s.margin))),
        form.slip("meat_cost_as_loss", "腊肉的本钱当成亏的", "①只看土豆。一单亏 {loss} 元，乘单数。", hole=lambda s: s.n * (s.price - s.margin)),
        form.slip("meat_margin_as_loss", "乘了腊肉赚的", "①只看土豆。一单亏 {loss} 元，乘单数。", hole=lambda s: s.n * s.margin),
        form.slip("upside_down_orders", "一单赚的除以了亏的单数", "要补的是一共亏的钱。拿它除以腊肉一单赚的。", need=form.up(lambda s: s.n / s.margin)),
        form.slip("every_order", "一单补一单", "一单腊肉赚的多，不用一单补一单。用除。", need=lambda s: s.n),
        form.slip("upside_down", "除反了", "腊肉一单补好几单土豆。拿亏的钱，除以腊肉一单赚的。", need=form.up(lambda s: s.margin / s.loss)),
        form.slip("added_not_multiplied", "该乘的用了加", "一单亏 {loss} 元，{n} 单就是 {n} 个 {loss} 元。用乘。", hole=lambda s: s.n + s.loss),
        form.slip("rounded_down", "往下取了整", "差一点也没补平。往上取。", need=lambda s: (s.hole - s.hole % s.margin) / s.margin),
    ],
)
q.practice(
    form.rule_number("hole", points=1, of=work, within=0.05, why="50 单，一单亏 6 元：50 × 6 = {key} 元。"),
    form.rule_number("need", points=1, of=work, within=0.4, why="300 ÷ 28 = 10.71，不够的也要补，要 {key} 单。多出来的腊肉才算数，本来就要卖的不算。"),
)
