# %% tags=["question"]
# 第 9 题：打折做不做
from nongju import form

q = form.question(
    "pricing-margin/p9",
    see="讲一讲 一",
    scenes=[
        form.scene(
            "香肠",
            "香肠 2 斤卖 {price} 元，一单本钱 {each} 元，货、包装、快递都在里头。平时一场 {n} 单。\n"
            "帮手说：打 {fold} 折，能卖 {hope} 单。服务费先不算。",
            price=108,
            each=[78, 80],
            fold=[8.8, 8.5],
            n=40,
            entry=0,
            hope=[49, 51],
        ),
        form.scene(
            "腊肉",
            "腊肉 2 斤卖 {price} 元，一单本钱 {each} 元。老顾客群里，平时一场 {n} 单。\n"
            "这回只给老顾客打 {fold} 折。问了一圈，有 {hope} 个人要，一人一单。服务费先不算。",
            fold=9,
            n=20,
            entry=0,
            hope=[33, 36],
            together=[{"price": 128, "each": 90}, {"price": 134, "each": 94}, {"price": 138, "each": 94}],
        ),
        form.scene(
            "渣海椒",
            "渣海椒 3 瓶卖 {price} 元，一单本钱 {each} 元。平时一场 {n} 单。\n"
            "双十一打 {fold} 折，另交报名费 {entry} 元（①先不摊），估计卖 {hope} 单。服务费先不算。",
            price=66,
            fold=9,
            n=50,
            together=[{"each": 42, "entry": 280, "hope": 76}, {"each": 43, "entry": 280, "hope": 74}, {"each": 44, "entry": 300, "hope": 76}, {"each": 44, "entry": 280, "hope": 74}],
        ),
        form.scene(
            "干莲子",
            "干莲子还有 {stock} 包，四十天后到期。快递三天到，买回去来得及吃完。\n"
            "到期前只有这一场，剩下的只能扔。进货一包 {goods} 元，钱早付了。卖一包另花包装快递 {each} 元。\n"
            "照 {price} 元，只卖得出 {n} 包。写明临期、打 {fold} 折，估计卖 {hope} 包。服务费先不算。",
            price=45,
            goods=28,
            n=12,
            entry=0,
            stock=30,
            hope=[28, 29],
            together=[{"each": 8, "fold": 6.5}, {"each": 9, "fold": 6.5}, {"each": 8.5, "fold": 6.5}],
        ),
    ],
    fields=[
        form.gain("left", "① 打完折，每卖一单（一包），手里多几元（赚）还是少几元（亏）？", unit="元"),
        form.number("need", "② 至少卖几单（几包），手里的钱才和不打折一样多？", unit="单"),
        form.choice("do", "③ 这个折，打不打？", {"yes": "打", "no": "不打"}),
    ],
)

# %% tags=["key"] points=6
# 第 9 题的算法
from nongju.models import pricing

ENTRY = "报名费一场只交一回，先不摊。①只看一单，②再把它加进要挣的钱。"

work = form.work(
    {
        "sold": lambda s: s.price * s.fold / 10,
        "before": lambda s: pricing.contribution_margin(s.price, s.each),
        "left": lambda s: pricing.contribution_margin(s.sold, s.each),
        "goal": lambda s: s.n * s.before + s.entry,
        "need": form.up(lambda s: s.goal / s.left),
        "do": lambda s: "yes" if s.hope >= s.need else "no",
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "收来的钱里有本钱。先减掉本钱，再看补不补得回。", each={"香肠": 0, "腊肉": 0, "渣海椒": 0}),
        form.slip("pack_forgotten", "忘了包装快递", "进货钱不用减。包装快递 {each} 元还没花，卖一包花一份，要减。", at=("left", "need"), each={"干莲子": 0}),
        form.slip("usual_cost_left_in", "平时的没减本钱", "不打折那 {n} 单，也要先减掉要花的钱：一单多 {before} 元。", need=form.up(lambda s: (s.n * s.price + s.entry) / s.left)),
        form.slip("turnover_made_up", "补的是流水", "要补平的是毛利，不是流水。收来的钱里有本钱，先减掉。", need={"渣海椒": form.up(lambda s: s.n * 10 / s.fold), "干莲子": form.up(lambda s: s.n * 10 / s.fold)}),
        form.slip("sold_for_margin", "除以了卖价", "卖一单，手里只多 {left} 元。要挣的 {goal} 元，除以它。", need=form.up(lambda s: s.goal / s.sold)),
        form.slip("divided_by_off", "除成了让掉的钱", "卖一单，手里只多 {left} 元。要挣的 {goal} 元，除以它，不是除以让掉的。", need={name: form.up(lambda s: s.goal / (s.price - s.sold)) for name in ("香肠", "腊肉", "渣海椒")}),
        form.slip("discount_on_margin", "把毛利打了折", "打折打的是卖价。本钱一分不少，少的全是毛利。", left=lambda s: s.before * s.fold / 10),
        form.slip("discount_on_cost", "折打在本钱上", "打折打的是卖价。要花的钱一分不少，照原样减。", at="left", left=lambda s: s.price - s.each * s.fold / 10),
        form.slip("fold_taken_off", "几折当成减几元", "打 {fold} 折，是卖价乘 {fold} 再除以 10，不是减 {fold} 元。", sold=lambda s: s.price - s.fold),
        form.slip("fold_as_yuan", "一折当成十元", "打 {fold} 折，是卖价乘 {fold} 再除以 10。一成不是 10 元。", sold=lambda s: s.price - 10 * (10 - s.fold)),
        form.slip("read_as_percent", "8 折读成 8%", "几折是付几成。九折便宜一成，是 10%，不是 9%。", sold=lambda s: s.price * (1 - s.fold / 100)),
        form.slip("fold_as_share", "几折当成百分之几", "打 {fold} 折，是卖价乘 {fold} 再除以 10，不是除以 100。", sold=lambda s: s.price * s.fold / 100, at="left"),
        form.slip("off_as_paid", "便宜的那份当成付的", "几折是付几成，不是便宜几成。打 {fold} 折，付的是大头。", sold=lambda s: s.price * (1 - s.fold / 10), at="left"),
        form.slip("off_for_left", "写成了让掉的钱", "这是一单让掉的。问的是减完本钱，手里还多几元。", at="left", left=lambda s: s.price - s.sold),
        form.slip("less_as_loss", "把少赚的当成亏的", "这是一单少收的钱。少收不等于亏，减完本钱再看。", at="left", left=lambda s: s.sold - s.price),
        form.slip("whole_session", "写成了一场的", "这是一场的。①问的是一单，不用乘单数。", at="left", left=lambda s: s.hope * (s.sold - s.each)),
        form.slip("compared_only", "写成了两家差几元", "这是一场里打折和不打折差的。①问的是打完折，一单多几元。", at="left", left=lambda s: s.hope * (s.sold - s.each) - s.n * s.before),
        form.slip("usual_session", "写成了平时那么多单的", "这是 {n} 单一共的。①问的是一单，不用乘单数。", at="left", left=lambda s: s.n * (s.sold - s.each)),
        form.slip("sunk_cost", "花掉的钱又算一遍", "进货的 {goods} 元早花了，卖不卖都一样。只看从今天起多收几元。", at="left", each={"干莲子": lambda s: s.each + s.goods}),
        form.slip("sunk_in_usual", "平时的又减了进货钱", "进货的 {goods} 元早花了，卖不卖都一样。平时一包多 {before} 元。", at="need", before={"干莲子": lambda s: s.price - s.goods - s.each}),
        form.slip("stock_not_pack", "只减了进货钱", "进货钱早花了，不用减。包装快递 {each} 元还没花，要减。", at="left", each={"干莲子": lambda s: s.goods}),
        form.slip("stock_bought_back", "要挣回全部进货钱", "进货的钱早花了，两边一样。只和不打折的 {n} 包比。", need={"干莲子": form.up(lambda s: s.stock * s.goods / s.left)}),
        form.slip("entry_fee_forgotten", "忘了报名费", "报名费 {entry} 元也要挣回来。先加进要挣的钱，再除。", entry=0),
        form.slip("entry_on_each", "一单减了整份报名费", ENTRY, at="left", left={"渣海椒": lambda s: s.sold - s.each - s.entry}),
        form.slip("entry_spread", "报名费摊进了一单", ENTRY, goal={"渣海椒": lambda s: s.n * s.before}, left={"渣海椒": lambda s: s.sold - s.each - s.entry / s.hope}),
        form.slip("entry_spread_usual", "报名费按平时的单数摊了", ENTRY, goal={"渣海椒": lambda s: s.n * s.before}, left={"渣海椒": lambda s: s.sold - s.each - s.entry / s.n}),
        form.slip("entry_subtracted", "报名费减掉了", "报名费也要挣回来。是加进要挣的钱，不是减。", need={"渣海椒": form.up(lambda s: (s.n * s.before - s.entry) / s.left)}),
        form.slip("entry_only", "只补了报名费", "不打折的那些单，一单也少赚了。这份也要补。", need={"渣海椒": form.up(lambda s: s.n + s.entry / s.left)}),
        form.slip("entry_alone", "只挣回了报名费", "平时那份钱也要挣到。加上报名费，再除。", need={"渣海椒": form.up(lambda s: s.entry / s.left)}),
        form.slip("same_share", "降几成就多卖几成", "让掉的是毛利，不是卖价。先看毛利剩几成，再看要多卖几成。", need=form.up(lambda s: s.n * (2 - s.fold / 10))),
        form.slip("margin_share_added", "毛利少几成就多卖几成", "毛利少一半，要卖两倍，不是多一半。用除：{goal} ÷ {left}。", need=form.up(lambda s: s.n * (2 - s.left / s.before))),
        form.slip("old_margin", "还照原来一单赚的算", "打了折，一单只剩 {left} 元。往后都照它算。", left=lambda s: s.before),
        form.slip("upside_down", "除反了", "一单少赚了，就要多卖。拿要挣的 {goal} 元，除以 {left} 元。", need=form.up(lambda s: s.n * s.left / s.before)),
        form.slip("extra_only", "只算了多卖的", "这是要多卖的。问的是一共几单，平时的 {n} 单也要算上。", need=lambda s: pricing.whole_units(s.goal / s.left) - s.n),
        form.slip("extra_by_old_margin", "少赚的除了原来的毛利", "打折以后，一单只多 {left} 元。不打折一共赚的，除以它。", need={name: form.up(lambda s: s.n * (s.price - s.sold) / s.before) for name in ("香肠", "渣海椒")}),
        form.slip("hope_taken", "把估计的单数当答案", "{hope} 是估计卖得出的。要卖几单才补得回，得另外算。", need=lambda s: s.hope),
        form.slip("whole_stock", "以为要全卖光", "不用全卖光。和不打折的 {n} 包比，一样多就够。", need={"干莲子": lambda s: s.stock}),
    ],
)

LEFT = "打 {fold} 折收 {sold} 元，减 {each} 元，{left:gain}。原来一单赚 {before} 元。"
NEED = "不打折赚 {n} × {before} = {goal} 元。{goal} ÷ {left}，零头往上，{need} 单。"
NO = "估计能卖 {hope} 单，不到 {need} 单。流水多了，赚的反而少。不打。"
YES = "估计能卖 {hope} 单，过了 {need} 单。打。"

q.mark(
    form.rule_number("left", points=2, of=work, within=0.05, why={"香肠": LEFT, "腊肉": LEFT, "渣海椒": LEFT, "干莲子": LEFT + "进货钱早花了，不再算。"}),
    form.rule_number(
        "need",
        points=2,
        of=work,
        within=0.4,
        why={"香肠": NEED, "腊肉": NEED, "干莲子": NEED, "渣海椒": "不打折赚 {n} × {before} 元，加报名费 {entry} 元，是 {goal} 元。{goal} ÷ {left}，零头往上，{need} 单。"},
    ),
    form.rule_choice(
        "do",
        points=2,
        of=work,
        why={"香肠": NO, "腊肉": YES, "渣海椒": NO, "干莲子": YES},
        wrong=[
            form.wrong("hope_not_compared", "没和要卖的单数比", {"香肠": "yes", "渣海椒": "yes"}, "估计能卖 {hope} 单，要 {need} 单才补得回。先比这两个数。"),
            form.wrong("margin_each_only", "只看一单少赚", {"腊肉": "no"}, "一单是少赚了。再看多来的人，合起来够不够。"),
            form.wrong("sunk_cost", "花掉的钱又算一遍", {"干莲子": "no"}, "低过进货价，也比扔了强。不卖，这包一分也收不回。"),
        ],
    ),
)
