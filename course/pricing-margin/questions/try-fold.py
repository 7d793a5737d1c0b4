# %% tags=["practice"]
# 练一练：打八折，要卖几单
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-fold",
    scenes=[
        form.scene(
            "藠头",
            "藠头卖 {price} 元一单，本钱 {cost} 元。平时一场 {n} 单。这回打 {fold} 折。",
            price=40,
            cost=28,
            fold=8,
            n=20,
        ),
    ],
    fields=[
        form.gain("left", "① 打完折，一单赚还是亏几元？", unit="元"),
        form.number("need", "② 要卖几单，赚的才和原来一样多？", unit="单"),
    ],
)

work = form.work(
    {
        "before": lambda s: pricing.contribution_margin(s.price, s.cost),
        "sold": lambda s: s.price * s.fold / 10,
        "left": lambda s: pricing.contribution_margin(s.sold, s.cost),
        "need": form.up(lambda s: s.n * s.before / s.left),
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "收到的钱里有本钱。先减本钱，再看补不补得回。", cost=0),
        form.slip("discount_on_margin", "把毛利打了折", "打折打的是卖价。本钱一分不少，少的全是毛利。", left=lambda s: s.before * s.fold / 10),
        form.slip("read_as_percent", "8 折读成 8%", "八折是付八成，便宜两成。", sold=lambda s: s.price * (1 - s.fold / 100)),
        form.slip("less_as_loss", "把少赚的当成亏的", "这是一单少收的钱。少收不等于亏，减完本钱再看。", at="left", left=lambda s: s.sold - s.price),
        form.slip("old_margin", "还照原来一单赚的算", "打了折，一单只赚 {left} 元。往后都照它算。", left=lambda s: s.before),
        form.slip("same_share", "降几成就多卖几成", "让掉的是毛利，不是卖价。先看毛利剩几成。", need=form.up(lambda s: s.n * (2 - s.fold / 10))),
        form.slip("margin_share_added", "毛利少几成就多卖几成", "毛利只剩三分之一，要卖三倍。用除，不用加。", need=form.up(lambda s: s.n * (2 - s.left / s.before))),
        form.slip("upside_down", "除反了", "一单少赚了，就要多卖。拿要赚的钱，除以 {left} 元。", need=form.up(lambda s: s.n * s.left / s.before)),
        form.slip("extra_only", "只算了多卖的", "这是要多卖的。问的是一共几单，再加上平时的 {n} 单。", need=lambda s: pricing.whole_units(s.n * s.before / s.left) - s.n),
    ],
)
q.practice(
    form.rule_number("left", points=1, of=work, within=0.05, why="40 元打八折是 32 元，减本钱 28 元，剩 {key} 元。毛利只剩三分之一。"),
    form.rule_number("need", points=1, of=work, within=0.4, why="原来 20 单赚 240 元。现在一单 4 元，240 ÷ 4 = {key} 单。降两成，要卖三倍。"),
)
