# %% tags=["question"]
# 第 16 题：两句都是真话，听哪一句
from nongju import form

q = form.question(
    "pricing-margin/p16",
    see="讲一讲 一",
    scenes=[
        form.scene(
            "腊肉",
            "今年只熏了够发 {stock} 单的腊肉。这一场没卖完的，过后照原价也卖得掉。一单 {price} 元，本钱 {cost} 元。\n"
            "甲说：打 {fold} 折，有 {many} 个人要买。乙说：不打折，只有 {few} 个人买，可一单赚得多。两句都是真话。",
            stock=40, price=98, cost=[71, 72], fold=9, many=[63, 62], few=[34, 35],
        ),
        form.scene(
            "香肠",
            "家里两个人打包，到期限最多发得出 {stock} 单，多接的只能退款。一单 {price} 元，不算运费的本钱 {cost} 元，运费 {ship} 元。\n"
            "甲说：包邮，运费我们出，有 {many} 单。乙说：运费顾客另付，只有 {few} 单，可一单赚得多。两句都是真话。",
            stock=45, price=98, cost=[79, 80], ship=7, many=[70, 72], few=[40, 39],
        ),
        form.scene(
            "土豆和腊肉",
            "平时一场卖 {few} 单腊肉，一单赚 {margin} 元。甲说：上 {bait} 单便宜土豆招人，来的人里有 {extra} 个会再买一单腊肉。\n"
            "乙说：土豆一单亏 {loss} 元，不上。货都够，也发得出。两句都是真话。",
            few=12, margin=[28, 30], bait=25, loss=3, extra=[4, 5],
        ),
    ],
    fields=[
        form.gain("a", "① 照甲的办，一场赚还是亏几元？", unit="元"),
        form.gain("b", "② 照乙的办，一场赚还是亏几元？", unit="元"),
        form.choice("pick", "③ 听谁的？", {"a": "听甲的", "b": "听乙的"}),
        form.choice(
            "why",
            "④ 这一回，哪一样卡住了手脚？",
            {"stock": "货就这么多，人多也没用", "hands": "打包发货忙不过来", "nothing": "没卡住，多来的人真能多赚", "turnover": "什么都没卡，谁的流水多听谁的"},
        ),
    ],
)

# %% tags=["key"] points=6
# 第 16 题的算法
CAP = lambda s: min(s.many, s.stock)
FULL = lambda s: s.price - s.cost
WITH_SHIP = lambda s: s.price - s.cost + s.ship
UNSENT = "发不出的单，货没发，运费和本钱都没花。不用减。"

work = form.work(
    {
        "each": {"腊肉": lambda s: s.price * s.fold / 10 - s.cost, "香肠": lambda s: s.price - s.cost - s.ship, "土豆和腊肉": lambda s: s.margin},
        "sent": {"腊肉": CAP, "香肠": CAP, "土豆和腊肉": lambda s: s.few + s.extra},
        "hole": {"腊肉": 0, "香肠": 0, "土豆和腊肉": lambda s: s.bait * s.loss},
        "full": {"腊肉": FULL, "香肠": FULL, "土豆和腊肉": lambda s: s.margin},
        "a": lambda s: s.sent * s.each - s.hole,
        "b": lambda s: s.few * s.full,
        "pick": lambda s: "a" if s.a > s.b else "b",
    },
    [
        form.slip("uncapped", "忘了只有这么多", "要的人多，发不出就不是钱。最多发得出 {stock} 单。", sent={"腊肉": lambda s: s.many, "香肠": lambda s: s.many}),
        form.slip("unsent_as_loss", "没发出的也减了", "发不出的单，没赚也没亏。只看发得出的 {stock} 单。", at="a", a={"腊肉": lambda s: (2 * s.sent - s.many) * s.each, "香肠": lambda s: (2 * s.sent - s.many) * s.each}),
        form.slip("unsent_refund", "退款从赚的里减了", {"腊肉": "没货的人没付钱，也不用退。不从赚的里减。", "香肠": "退的是顾客自己的钱，货没发。不从赚的里减。"}, at="a", a={name: lambda s: s.sent * s.each - (s.many - s.sent) * s.price for name in ("腊肉", "香肠")}),
        form.slip("unsent_cost", "没发的也花了本钱", {"腊肉": "货只有 {stock} 单，本钱就减 {stock} 份。多的人没货卖，没花本钱。", "香肠": UNSENT}, at="a", a={name: lambda s: s.sent * s.each - (s.many - s.sent) * s.cost for name in ("腊肉", "香肠")}),
        form.slip("unsent_parcel", "没发的也花了本钱和运费", UNSENT, at="a", a={"香肠": lambda s: s.sent * s.each - (s.many - s.sent) * (s.cost + s.ship)}),
        form.slip("unsent_freight", "没发的也付了运费", UNSENT, at="a", a={"香肠": lambda s: s.sent * s.each - (s.many - s.sent) * s.ship}),
        form.slip("unsent_income", "发不出的也收了钱", "发不出的单，收不到钱。最多发得出 {stock} 单。", at="a", a={"腊肉": lambda s: s.many * (s.each + s.cost) - s.sent * s.cost, "香肠": lambda s: s.many * s.price - s.sent * (s.cost + s.ship)}),
        form.slip("spare_only", "只算了发不出的单", "多出来的单发不出，不算。发得出的 {stock} 单，才是一场的。", at="a", sent={name: lambda s: s.many - s.stock for name in ("腊肉", "香肠")}),
        form.slip("more_sent_only", "只算了多卖的", "发得出的 {stock} 单都是甲的。不只比乙多的那几单。", at="a", sent={name: lambda s: s.stock - s.few for name in ("腊肉", "香肠")}),
        form.slip("wanted_gap_only", "只算了比乙多的人", "发得出的 {stock} 单都是甲的。不只比乙多的那几单。", at="a", sent={name: lambda s: s.many - s.few for name in ("腊肉", "香肠")}),
        form.slip("spent_once", "花费只减了一单", "一单花一份本钱。卖几单，减几份。", a={"腊肉": lambda s: s.sent * (s.each + s.cost) - s.cost, "香肠": lambda s: s.sent * s.price - s.cost - s.ship}, b={name: lambda s: s.few * s.price - s.cost for name in ("腊肉", "香肠")}),
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。减了再乘单数。", at=("a", "b"), cost={"腊肉": 0, "香肠": 0}),
        form.slip("discount_forgotten", "忘了这单少赚的", "照甲的办，一单只赚 {each} 元。拿它乘单数。", each={"腊肉": FULL}),
        form.slip("fold_taken_off", "几折当成减几元", "打 {fold} 折，是卖价乘 {fold} 再除以 10，不是减 {fold} 元。", each={"腊肉": lambda s: s.price - s.fold - s.cost}),
        form.slip("fold_as_yuan", "一折当成十元", "打几折，是卖价乘几，再除以 10。一成不是 10 元。", each={"腊肉": lambda s: s.price - 10 * (10 - s.fold) - s.cost}),
        form.slip("discount_on_margin", "把毛利打了折", "打折打的是卖价。本钱一分不少，少的全是毛利。", each={"腊肉": lambda s: (s.price - s.cost) * s.fold / 10}),
        form.slip("discount_on_cost", "折打在本钱上", "打折打的是卖价。本钱一分不少，照原样减。", each={"腊肉": lambda s: s.price - s.cost * s.fold / 10}),
        form.slip("read_as_percent", "8 折读成 8%", "几折是付几成。九折便宜一成，是 10%，不是 9%。", each={"腊肉": lambda s: s.price * (1 - s.fold / 100) - s.cost}),
        form.slip("off_as_paid", "便宜的那份当成付的", "几折是付几成，不是便宜几成。打 {fold} 折，付的是大头。", each={"腊肉": lambda s: s.price * (1 - s.fold / 10) - s.cost}),
        form.slip("off_for_left", "写成了让掉的钱", "这是一场让掉的。问的是减完本钱，赚还是亏几元。", at="a", each={"腊肉": lambda s: s.price * (1 - s.fold / 10), "香肠": lambda s: s.ship}),
        form.slip("freight_forgotten", "没扣运费", "包邮是你付运费。一单再减 {ship} 元。", at="a", each={"香肠": FULL}),
        form.slip("freight_once", "运费只减了一份", "发一单付一份运费。{stock} 单，要减 {stock} 份。", at="a", a={"香肠": lambda s: s.sent * s.full - s.ship}),
        form.slip("freight_added", "运费加上去了", "照甲的办，运费你付：从一单里减。照乙的办，顾客付：不加也不减。", each={"香肠": WITH_SHIP}, full={"香肠": WITH_SHIP}),
        form.slip("freight_taken_twice", "顾客付的运费又减一遍", "乙的办法里，运费顾客付了。你不用再减。", full={"香肠": lambda s: s.each}),
        form.slip("discount_on_both", "不打折的也算了折", "乙不打折，一单赚 {full} 元。", full={"腊肉": lambda s: s.each}),
        form.slip("orders_swapped", "两家的单数用反", "乙才卖 {few} 单。照甲的办，发得出几单就乘几单。", sent={"腊肉": lambda s: s.few, "香肠": lambda s: s.few}, b={name: lambda s: s.many * s.full for name in ("腊肉", "香肠")}),
        form.slip("whole_stock", "以为要全卖光", "照乙的办，只有 {few} 个人买。卖几单，乘几单。", at="b", b={"腊肉": lambda s: s.stock * s.full, "香肠": lambda s: s.stock * s.full}),
        form.slip("left_cost", "没卖的也减了本钱", "没卖出的货还在手里，没有花掉。卖几单，减几份本钱。", at="b", b={name: lambda s: s.few * s.full - (s.stock - s.few) * s.cost for name in ("腊肉", "香肠")}),
        form.slip("left_as_loss", "少卖的当成亏的", "少卖不等于亏。卖出 {few} 单，就算 {few} 单。", at="b", b={name: lambda s: (2 * s.few - s.stock) * s.full for name in ("腊肉", "香肠")}),
        form.slip("compared_only", "写成了两家差几元", "这是两家差的。问的是照这个办，一场一共几元。", at=("a", "b"), a={name: lambda s: s.sent * s.each - s.few * s.full for name in ("腊肉", "香肠")}, b=lambda s: s.few * s.full - s.sent * s.each + s.hole),
        form.slip("one_only", "只算了一单", "这是一单的。一场有好多单，再乘单数。", at=("a", "b"), sent=1, few=1, hole={"土豆和腊肉": lambda s: s.loss}),
        form.slip("bait_only", "只看招人的货", "土豆是来招人的。招来的腊肉单，要一起算。", at="a", a={"土豆和腊肉": lambda s: -s.hole}),
        form.slip("bait_loss_forgotten", "忘了招人亏的", "土豆一单亏 {loss} 元，{bait} 单都要减。", loss={"土豆和腊肉": 0}),
        form.slip("bait_loss_once", "土豆只减了一单的亏", "上了 {bait} 单土豆，亏 {bait} 份。", hole={"土豆和腊肉": lambda s: s.loss}),
        form.slip("bait_loss_added", "土豆亏的加上去了", "土豆一单亏 {loss} 元，是减，不是加。", at="a", loss={"土豆和腊肉": lambda s: -s.loss}),
        form.slip("bait_buyers_free", "又买腊肉的没算土豆亏", "土豆卖一单就亏一份，{bait} 单都亏，又买了腊肉的也一样。", at="a", hole={"土豆和腊肉": lambda s: (s.bait - s.extra) * s.loss}),
        form.slip("bait_buyers_only", "只减了几单土豆的亏", "上了 {bait} 单土豆，就亏 {bait} 份。不只那 {extra} 个人的。", at="a", hole={"土豆和腊肉": lambda s: s.extra * s.loss}),
        form.slip("bait_loss_on_meat", "土豆的亏按腊肉的单数减", "亏的是土豆：{bait} 单，一单亏 {loss} 元。不按腊肉的单数。", hole={"土豆和腊肉": lambda s: s.sent * s.loss}),
        form.slip("bait_loss_on_all", "腊肉单也减了土豆的亏", "一单亏 {loss} 元的，只有 {bait} 单土豆。腊肉单不亏。", at="a", hole={"土豆和腊肉": lambda s: (s.bait + s.sent) * s.loss}),
        form.slip("bait_loss_on_usual", "平时的单也减了亏", "一单亏 {loss} 元的，只有 {bait} 单土豆。腊肉单不亏。", at="a", hole={"土豆和腊肉": lambda s: (s.bait + s.few) * s.loss}),
        form.slip("everyone_buys", "当成人人都买", "买土豆的有 {bait} 个，再买腊肉的只有 {extra} 个。", extra={"土豆和腊肉": lambda s: s.bait}),
        form.slip("brought_orders_forgotten", "没算招来的单", "土豆招来 {extra} 个人再买腊肉。这几单也要算。", at="a", sent={"土豆和腊肉": lambda s: s.few}),
        form.slip("extra_only", "只算了多卖的", "平时那 {few} 单也照样卖。一场的都要加上。", at="a", sent={"土豆和腊肉": lambda s: s.extra}),
        form.slip("brought_orders_on_both", "没上土豆也算了招来的", "照乙的办不上土豆，就没有招来的 {extra} 单。", at="b", b={"土豆和腊肉": lambda s: s.sent * s.margin}),
        form.slip("less_as_loss", "把少赚的当成亏的", "没招来的单，没赚也没亏，不用减。卖几单，乘几单。", at="b", b={"土豆和腊肉": lambda s: (s.few - s.extra) * s.margin}),
        form.slip("bait_loss_on_both", "没上土豆也扣了亏", "照乙的办不上土豆，就没有土豆的亏。", at="b", b={"土豆和腊肉": lambda s: s.few * s.full - s.hole}),
        form.slip("bait_loss_each_on_both", "没上土豆，一单也扣了亏", "照乙的办不上土豆，就没有土豆的亏。", at="b", full={"土豆和腊肉": lambda s: s.margin - s.loss}),
        form.slip("saved_only", "写成了省下的亏", "这是不上土豆省下的。平时卖的 {few} 单腊肉，赚的才是乙的。", at="b", b={"土豆和腊肉": lambda s: s.hole}),
        form.slip("nothing_done", "没上土豆就当没赚", "不上土豆，平时那 {few} 单腊肉照样卖。赚的就是乙的。", at="b", b={"土豆和腊肉": 0}),
    ],
)

CAPPED = "一单剩 {each} 元。要的人有 {many} 个，只发得出 {stock} 单。{stock} × {each}，{a:gain}。"

q.mark(
    form.rule_number("a", points=2, of=work, within=0.5, why={"腊肉": CAPPED, "香肠": CAPPED, "土豆和腊肉": "腊肉 {sent} 单，一单赚 {margin} 元。土豆亏 {hole} 元，减掉：{a:gain}。"}),
    form.rule_number("b", points=1, of=work, within=0.5, why="{few} × {full} 元，{b:gain}。"),
    form.rule_choice(
        "pick",
        points=1,
        of=work,
        why="甲{a:gain}，乙{b:gain}。两句都真，比的是最后剩几元。",
        wrong=[
            form.wrong("more_orders_better", "单多就选它", {"腊肉": "a", "香肠": "a"}, "想买的人多是真的，赚得少也是真的。比最后剩几元。"),
            form.wrong("never_below_cost", "一单亏就不做", {"土豆和腊肉": "b"}, "单看土豆是亏。一起看，多来的腊肉补得回。"),
        ],
    ),
    form.rule_choice(
        "why",
        points=2,
        key={"腊肉": "stock", "香肠": "hands", "土豆和腊肉": "nothing"},
        why={
            "腊肉": "货只够 {stock} 单。人再多，也只能卖这些。那就别降价。",
            "香肠": "只发得出 {stock} 单。多接的要退款，还伤人心。",
            "土豆和腊肉": "土豆一单亏 {loss} 元是真的。多来的 {extra} 单腊肉补得回，也是真的。",
        },
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", "turnover", "流水多不等于剩得多。先看货够不够、发不发得出。"),
            form.wrong("demand_is_enough", "有人买就够了", {"腊肉": "nothing", "香肠": "nothing"}, "有人要，还得有货、发得出。先找卡脖子的那一样。"),
            form.wrong("not_the_hands", "当成人手不够", {"腊肉": "hands", "土豆和腊肉": "hands"}, "再读一遍题。打包的人手，这回够不够？"),
            form.wrong("not_the_stock", "当成货不够", {"香肠": "stock", "土豆和腊肉": "stock"}, "再读一遍题。货，这回够不够？"),
        ],
    ),
)
