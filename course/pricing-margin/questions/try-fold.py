# %% tags=["practice"]
# 练一练：打八折，要卖几单
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-fold",
    scenes=[
        form.scene(
            "山药",
            "山药卖 {price} 元一单，本钱 {cost} 元。平时一场 {n} 单。这回打 {fold} 折。",
            price=45,
            cost=30,
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
        form.slip("discount_on_cost", "折打在本钱上", "打折打的是卖价。本钱一分不少，照原样减。", left=lambda s: s.price - s.cost * s.fold / 10),
        form.slip("fold_taken_off", "几折当成减几元", "打 {fold} 折，是卖价乘 {fold} 再除以 10，不是减 {fold} 元。", sold=lambda s: s.price - s.fold),
        form.slip("fold_as_yuan", "一折当成十元", "打 {fold} 折，是卖价乘 {fold} 再除以 10。一成不是 10 元。", sold=lambda s: s.price - 10 * (10 - s.fold)),
        form.slip("off_as_paid", "便宜的那份当成付的", "几折是付几成，不是便宜几成。打 {fold} 折，付的是大头。", sold=lambda s: s.price * (1 - s.fold / 10), at="left"),
        form.slip("off_for_left", "写成了让掉的钱", "这是一单让掉的。问的是减完本钱，还赚几元。", at="left", left=lambda s: s.price - s.sold),
        form.slip("usual_session", "写成了平时那么多单的", "这是 {n} 单一共的。①问的是一单，不用乘单数。", at="left", left=lambda s: s.n * (s.sold - s.cost)),
        form.slip("usual_cost_left_in", "平时的没减本钱", "平时那 {n} 单，也要先减掉本钱：一单赚 {before} 元。", need=form.up(lambda s: s.n * s.price / s.left)),
        form.slip("sold_for_margin", "除以了卖价", "卖一单，只赚 {left} 元。原来一共赚的，除以它。", need=form.up(lambda s: s.n * s.before / s.sold)),
        form.slip("divided_by_off", "除成了让掉的钱", "卖一单，只赚 {left} 元。原来一共赚的，除以它，不是除以让掉的。", need=form.up(lambda s: s.n * s.before / (s.price - s.sold))),
        form.slip("turnover_made_up", "补的是流水", "要补平的是毛利，不是流水。收来的钱里有本钱，先减掉。", need=form.up(lambda s: s.n * 10 / s.fold)),
        form.slip("extra_by_old_margin", "少赚的除了原来的毛利", "打折以后，一单只赚 {left} 元。原来一共赚的，除以它。", need=form.up(lambda s: s.n * (s.before - s.left) / s.before)),
        form.slip("old_and_extra", "又加了平时的单数", "算出来的已经是一共的单数。平时的 {n} 单就在里头，不用再加。", need=form.up(lambda s: s.n + s.n * s.before / s.left)),
        form.slip("read_as_percent", "8 折读成 8%", "八折是付八成，便宜两成。", sold=lambda s: s.price * (1 - s.fold / 100)),
        form.slip("less_as_loss", "把少赚的当成亏的", "这是一单少收的钱。少收不等于亏，减完本钱再看。", at="left", left=lambda s: s.sold - s.price),
        form.slip("old_margin", "还照原来一单赚的算", "打了折，一单只赚 {left} 元。往后都照它算。", left=lambda s: s.before),
        form.slip("same_share", "降几成就多卖几成", "让掉的是毛利，不是卖价。先看毛利剩几成。", need=form.up(lambda s: s.n * (2 - s.fold / 10))),
        form.slip("margin_share_added", "毛利少几成就多卖几成", "毛利只剩四成，不是多卖六成就够。拿要赚的钱，除以 {left} 元。", need=form.up(lambda s: s.n * (2 - s.left / s.before))),
        form.slip("upside_down", "除反了", "一单少赚了，就要多卖。拿要赚的钱，除以 {left} 元。", need=form.up(lambda s: s.n * s.left / s.before)),
        form.slip("extra_only", "只算了多卖的", "这是要多卖的。问的是一共几单，再加上平时的 {n} 单。", need=lambda s: pricing.whole_units(s.n * s.before / s.left) - s.n),
    ],
)
q.practice(
    form.rule_number("left", points=1, of=work, within=0.05, why="45 元打八折是 36 元，减本钱 30 元，剩 {key} 元。原来赚 15 元，只剩四成。"),
    form.rule_number("need", points=1, of=work, within=0.4, why="原来 20 单赚 300 元。现在一单 6 元，300 ÷ 6 = {key} 单。降两成，要卖两倍半。"),
)
