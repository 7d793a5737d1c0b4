# %% tags=["question"]
# 第 15 题：送一袋，等于打几折
from nongju import form

COURIER = "快递首重一公斤 {first} 元，续重一公斤 {step} 元，不足一公斤按一公斤。服务费先不算。"

q = form.question(
    "pricing-margin/p15",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "渣海椒",
            "渣海椒一瓶 {price} 元，本钱 {goods} 元。平时三瓶一套，纸箱 {box} 元，封好 {light} 公斤，一场卖 {n} 套。\n"
            "想做「买三送一」：四瓶收三瓶的钱，封好 {heavy} 公斤，估计卖 {hope} 套。\n" + COURIER,
            price=[22, 23], goods=10, box=3.5, light=1.9, heavy=2.4, n=20, hope=[25, 27], first=4, step=1.5, before=3, paid=3, got=4,
        ),
        form.scene(
            "腊肉",
            "腊肉一斤装 {price} 元，本钱 {goods} 元。平时一单一袋，纸箱 {box} 元，封好 {light} 公斤，一场卖 {n} 单。\n"
            "想做「第二件 {second} 折」：全改成两袋一单，封好 {heavy} 公斤，估计卖 {hope} 单。\n" + COURIER,
            price=[62, 66], goods=38, box=3, light=0.7, heavy=1.3, n=30, second=7, hope=[21, 22], first=4, step=1.5, before=1, paid=1.7, got=2,
        ),
        form.scene(
            "干莲子",
            "干莲子一斤一袋 {price} 元，本钱一斤 {goods} 元。袋子 {box} 元，封好 {light} 公斤，一场卖 {n} 袋。\n"
            "想做「加二两不加价」：一斤二两还收一斤的钱，封好 {heavy} 公斤，估计卖 {hope} 袋。\n" + COURIER,
            price=[48, 49], goods=30, box=1.7, light=0.6, heavy=0.7, n=20, hope=[47, 48], first=4, step=1.5, before=1, paid=1, got=1.2,
        ),
    ],
    fields=[
        form.number("fold", "① 顾客等于打了几折买到？（像 6.4 折这样写）", unit="折"),
        form.gain("set", "② 做了活动，一单（一套、一袋）赚还是亏几元？", unit="元"),
        form.choice("do", "③ 照估计的数，做不做？", {"yes": "做", "no": "不做"}),
    ],
)

# %% tags=["key"] points=6
# 第 15 题的算法
from nongju.models import pricing

SINGLE = "这是一场的。②问的是一单，不用乘单数。"
GIFT_PRICE = lambda s: s.paid * s.goods + (s.got - s.paid) * s.price
ONE_FOLD = lambda s: s.price * s.paid / s.got

work = form.work(
    {
        "fold": lambda s: pricing.extra_free_share(s.paid, s.got - s.paid),
        "income": lambda s: s.paid * s.price,
        "spent": lambda s: s.got * s.goods,
        "kg_before": form.up(lambda s: s.light),
        "kg": form.up(lambda s: s.heavy),
        "freight": lambda s: pricing.freight(s.kg, s.first, s.step),
        "usual": lambda s: s.before * (s.price - s.goods) - s.box - pricing.freight(s.kg_before, s.first, s.step),
        "set": lambda s: s.income - s.spent - s.box - s.freight,
        "gain": lambda s: s.hope * s.set,
        "gain_before": lambda s: s.n * s.usual,
        "do": lambda s: "yes" if s.gain > s.gain_before else "no",
    },
    [
        form.slip("third_off", "买三送一当便宜三分之一", "拿到手是四瓶。送的那瓶是四份里的一份，不是三份里的。", fold={"渣海椒": 2 / 3}),
        form.slip("gift_over_paid", "送的除以了买的", "这是送的占买的几成。几折，是付几份，除以拿几份。", at="fold", fold={"渣海椒": lambda s: (s.got - s.paid) / s.paid, "干莲子": lambda s: (s.got - s.paid) / s.paid}),
        form.slip("bought_as_off", "买几份当成便宜几成", "买三送一，是三份的钱拿四份。付几份，除以拿几份。", at="fold", fold={"渣海椒": lambda s: 1 - s.paid / 10}),
        form.slip("extra_as_percent", "二两当成百分之二", "一斤是十两。二两是十分之二斤，不是百分之二。", got={"干莲子": 1.02}),
        form.slip("old_jin", "一斤当成十六两", "现在一斤是十两。一斤二两，是 1.2 斤。", got={"干莲子": 1 + 2 / 16}),
        form.slip("off_as_paid", "便宜的那份当成付的", "几折是付几成，不是便宜几成。第二件打 {second} 折，付的是大头。", paid={"腊肉": lambda s: 2 - s.second / 10}),
        form.slip("fold_taken_off", "几折当成减几元", "打 {second} 折，是卖价乘 {second} 再除以 10，不是减 {second} 元。", paid={"腊肉": lambda s: 2 - s.second / s.price}),
        form.slip("second_halved", "只把折除以了二", "第一件付的是一整份。两件加起来，再除以二。", at="fold", fold={"腊肉": lambda s: s.second / 20}),
        form.slip("fold_twice", "打了两回折", "第一件是原价，第二件打一回折。付几份，除以拿几份。", at="fold", fold={"腊肉": lambda s: (s.second / 10) ** 2}),
        form.slip("one_of_ten", "送一份当打九折", "付几份，除以拿几份，才是几折。", fold=0.9),
        form.slip("second_for_all", "当成两件都打折", "第一件是原价。只有第二件打折。", paid={"腊肉": lambda s: 2 * s.second / 10}),
        form.slip("share_left_off", "便宜的那份当成折", "几折说的是付几成，不是便宜几成。", fold=lambda s: 1 - s.paid / s.got),
        form.slip("extra_subtracted", "送两成当打八折", "多给两成，不是少收两成。用除：1 ÷ 1.2。", fold={"干莲子": 0.8}),
        form.slip("gift_not_counted", "没把送的算进去", "送的也是货。付几份，除以拿几份。", fold={"渣海椒": 1.0, "干莲子": 1.0}),
        form.slip("not_divided", "没除以拿到的份数", "这是付了几份的钱。再除以拿到几份，才是几折。", at="fold", fold=lambda s: s.paid / 10),
        form.slip("upside_down", "除反了", "拿的比付的多，折就低。付几份，除以拿几份。", at="fold", fold=lambda s: s.got / s.paid / 10),
        form.slip("upside_down_tens", "除反了", "拿的比付的多，折就低。付几份，除以拿几份。", at="fold", fold=lambda s: s.got / s.paid),
        form.slip("paid_as_fold", "没除以拿到的份数", "这是付了几份的钱。再除以拿到几份，才是几折。", at="fold", fold={"腊肉": lambda s: s.paid}),
        form.slip("whole_session", "写成了一场的", SINGLE, at="set", set=lambda s: s.hope * (s.income - s.spent - s.box - s.freight)),
        form.slip("session_compared", "写成了一场比平时差几元", SINGLE, at="set", set=lambda s: s.hope * (s.income - s.spent - s.box - s.freight) - s.n * s.usual),
        form.slip("usual_compared", "写成了比平时差几元", "问的是做了活动，一单赚还是亏。不用减平时的。", at="set", set=lambda s: s.income - s.spent - s.box - s.freight - s.usual),
        form.slip("piece_only", "写成了一份的", "一单里不止一份。合起来才是一单的。", at="set", set={name: lambda s: (s.income - s.spent - s.box - s.freight) / s.got for name in ("渣海椒", "腊肉")}),
        form.slip("discounted_again", "又打了一回折", "少收的已经在里头了：只收 {income} 元。不用再打折。", at="set", income=lambda s: s.paid * s.price * s.paid / s.got),
        form.slip("discount_on_margin", "把毛利打了折", "少收的已经在里头了。一单赚的，不用再打折。", at="set", set=lambda s: (s.income - s.spent - s.box - s.freight) * s.paid / s.got),
        form.slip("gift_at_price", "送的按卖价减了", "送出去的那份，花的是本钱，不是卖价。", spent={"渣海椒": GIFT_PRICE, "干莲子": GIFT_PRICE}),
        form.slip("usual_less_gift", "平时赚的减了送的卖价", "送出去的那份，花的是本钱，不是卖价。重了，运费也要重算。", at="set", set={"渣海椒": lambda s: s.usual - s.price}),
        form.slip("gift_price_too", "送的又按卖价减了一回", "送的没收钱，本来就没算进来。只减它的本钱。", spent={"渣海椒": lambda s: s.got * s.goods + (s.got - s.paid) * s.price, "干莲子": lambda s: s.got * s.goods + (s.got - s.paid) * s.price}),
        form.slip("discount_on_cost", "折打在本钱上", "打折打的是卖价。两袋的本钱一分不少。", spent={"腊肉": lambda s: s.paid * s.goods}),
        form.slip("one_at_fold", "当成卖一份打折", "一单里不止一份。收的钱、货的本钱，都按一单的算。", at="set", income={"渣海椒": ONE_FOLD, "腊肉": ONE_FOLD}, spent={"渣海椒": lambda s: s.goods, "腊肉": lambda s: s.goods}),
        form.slip("second_bare", "只算了第二件", "一单是两袋。收的是两袋的钱，箱子和运费也要减。", at="set", set={"腊肉": lambda s: s.price * s.second / 10 - s.goods}),
        form.slip("second_alone", "只算了打折的那件", "一单是两袋。第一件的钱和本钱，也要算上。", at="set", income={"腊肉": lambda s: s.price * s.second / 10}, spent={"腊肉": lambda s: s.goods}),
        form.slip("box_each", "一份算了一个纸箱", "一起装一单，纸箱只用一个。", at="set", box={"腊肉": lambda s: s.box * s.got}),
        form.slip("box_twice", "箱袋算了两份", "一单只用一个，箱袋 {box} 元。", box={"渣海椒": lambda s: 2 * s.box, "干莲子": lambda s: 2 * s.box}),
        form.slip("every_kilo_first", "每公斤都按首重算", "首重的价只收头一公斤。后面的按续重。", step={"渣海椒": lambda s: s.first, "腊肉": lambda s: s.first}),
        form.slip("first_price_forgotten", "每公斤都按续重算", "头一公斤有首重的价。后面的才按续重。", first=lambda s: s.step),
        form.slip("weight_by_first", "公斤数乘了首重", "首重 {first} 元管头一公斤，不满也收整的。后面的按续重。", freight=lambda s: s.heavy * s.first),
        form.slip("turnover_not_margin", "看流水不看毛利", "收来的钱里有本钱。减掉货、箱、快递，才是赚的。", at="set", spent=0, box=0, freight=0),
        form.slip("old_margin", "还照原来一单赚的算", "做了活动，收的、花的都变了。要重新算。", at="set", set={"渣海椒": lambda s: s.usual, "腊肉": lambda s: s.usual}),
        form.slip("gift_free", "送的不算本钱", "送出去的那份，也是花钱做的。", spent={"渣海椒": lambda s: s.paid * s.goods, "干莲子": lambda s: s.paid * s.goods}),
        form.slip("gift_paid", "送的也当收了钱", "送的不收钱。只收 {income} 元。", income={"渣海椒": lambda s: s.got * s.price, "干莲子": lambda s: s.got * s.price}),
        form.slip("discount_forgotten", "忘了这单少赚的", "第二件打了 {second} 折。两袋只收 {income} 元。", income={"腊肉": lambda s: 2 * s.price}),
        form.slip("one_pack_only", "只算了一份货", "一单有好几份。货的本钱要乘上份数。", spent={"渣海椒": lambda s: s.goods, "腊肉": lambda s: s.goods}),
        form.slip("freight_same", "多一份还按老运费", "重了就可能多进一档。封好 {heavy} 公斤，再算一遍运费。", kg=lambda s: s.kg_before),
        form.slip("not_rounded_up", "零头没往上进", "零头也按一公斤收。{heavy} 公斤要往上进。", kg={"渣海椒": lambda s: s.heavy, "腊肉": lambda s: s.heavy}),
        form.slip("first_kilogram_twice", "头一公斤算了两回", "首重已经管了头一公斤。续重只算剩下的公斤。", first={"渣海椒": lambda s: s.first + s.step, "腊肉": lambda s: s.first + s.step}),
        form.slip("extra_parcel", "没过一公斤，也加了续重", "{heavy} 公斤没过一公斤，只付首重 {first} 元。", first={"干莲子": lambda s: s.first + s.step}),
        form.slip("step_forgotten", "只付了首重", "首重只管头一公斤。后面每公斤，还要付续重。", step={"渣海椒": 0}),
        form.slip("freight_forgotten", "没扣运费", "快递是你付的。运费也要减。", at="set", freight=0),
        form.slip("box_money_forgotten", "忘了箱盒钱", "箱袋 {box} 元，也跟着这单花掉了。", at="set", box=0),
    ],
)

q.mark(
    form.rule_number(
        "fold",
        points=2,
        of=work,
        within=0.005,
        why={
            "渣海椒": "三瓶的钱拿四瓶：3 ÷ 4，就是 7.5 折。便宜四分之一。",
            "腊肉": "两袋付 1 + 0.7 = 1.7 份的钱。1.7 ÷ 2，就是 8.5 折。",
            "干莲子": "一斤的钱拿一斤二两：1 ÷ 1.2，大约 8.3 折。",
        },
    ),
    form.rule_number("set", points=2, of=work, within=0.05, why="收 {income} 元。货 {spent} 元，箱袋 {box} 元，按 {kg} 公斤付运费 {freight} 元，{set:gain}。"),
    form.rule_choice(
        "do",
        points=2,
        of=work,
        why="做：{hope} 单共{gain:gain}。不做：{n} 单共{gain_before:gain}。听多的那头。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", {"渣海椒": "yes", "腊肉": "yes"}, "多卖了几单，可一单剩得少。乘出来再比。"),
            form.wrong("gift_is_loss", "送就是亏", {"干莲子": "no"}, "一袋少赚几元，多卖的补得回。乘出来再比。"),
        ],
    ),
)
