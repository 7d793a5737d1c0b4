# %% tags=["practice"]
# 练一练：店里的折和平台的券
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/try-coupon",
    scenes=[
        form.scene(
            "藠头",
            "藠头标 {price} 元。先打店里 {fold} 折，再用平台 {theirs} 元券。折是你让的。券钱平台补给你。",
            price=40,
            fold=9,
            theirs=2,
        ),
    ],
    fields=[
        form.number("paid", "① 顾客付几元？", unit="元"),
        form.number("gave", "② 你自己让了几元？", unit="元"),
    ],
)

work = form.work(
    {
        "sold": lambda s: pricing.after_coupons(s.price, [s.fold / 10], []),
        "paid": lambda s: s.sold - s.theirs,
        "gave": lambda s: s.price - s.sold,
    },
    [
        form.slip("platform_as_own", "平台券当自己亏", "谁出的券，亏谁的。平台补的，不是你让的。", gave=lambda s: s.price - s.paid),
        form.slip("order_swapped", "先后弄反", "题上写着先折后减。顺序换了，价就变了。", sold=lambda s: pricing.after_coupons(s.price, [s.fold / 10], [s.theirs], True) + s.theirs),
        form.slip("fold_taken_off", "几折当成减几元", "打 {fold} 折，是卖价乘 {fold} 再除以 10，不是减 {fold} 元。", sold=lambda s: s.price - s.fold),
        form.slip("off_as_paid", "便宜的那份当成付的", "几折是付几成，不是便宜几成。打 {fold} 折，付的是大头。", sold=lambda s: s.price * (1 - s.fold / 10)),
        form.slip("coupon_multiplied", "满减当折乘", "减几元就是少几元。用减，不用乘。", paid=lambda s: s.sold * (1 - s.theirs / 100)),
        form.slip("fold_missed_or_coupon_added", "没打折，或者券加上去了", "先打 {fold} 折，是 {sold} 元。再减 {theirs} 元券，用减，不是加。", at="paid", theirs=lambda s: -s.theirs),
        form.slip("platform_halved", "平台券当成一家一半", "这张券平台出，全补给你。你一分不出。", gave=lambda s: s.price - s.sold + s.theirs / 2),
        form.slip("coupon_in_given", "让的里头算进了平台券", "券是平台出的，不加、不减，也不是你让的。你让的只有打折那一截：{price} − {sold}。", gave=lambda s: s.theirs),
        form.slip("only_one", "只用了一样", "两样都能用。折完还要减。", at="paid", theirs=0),
        form.slip("second_only", "只用了后一样", "前一样也要算。先打折，再减券。", at="gave", fold=10),
        form.slip("read_as_percent", "8 折读成 8%", "九折是付九成，便宜一成，不是 9%。", sold=lambda s: s.price * (1 - s.fold / 100)),
        form.slip("fold_as_yuan", "一折当成十元", "九折是卖价乘 0.9。一成不是 10 元。", sold=lambda s: s.price - 10 * (10 - s.fold)),
        form.slip("paid_for_off", "付的和让的弄反", "①问顾客掏出几元，②问你少收几元。别填反了。", paid=lambda s: s.price - s.sold + s.theirs, gave=lambda s: s.sold),
    ],
)
q.practice(
    form.rule_number("paid", points=1, of=work, within=0.05, why="40 × 0.9 = 36 元，再减 2 元，顾客付 {key} 元。"),
    form.rule_number("gave", points=1, of=work, within=0.05, why="你只让了打折那一截：40 − 36 = {key} 元。平台那 2 元会补给你。"),
)
