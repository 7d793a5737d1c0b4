# %% tags=["question"]
# 第 13 题：这一场到手几元
from nongju import form

FEE = "服务费收没退货款的 {fee}%。"

q = form.question(
    "pricing-margin/p13",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "黑老虎",
            "编一个卖家：第 5 场卖黑老虎。{n} 单，每单 {price} 元。有 {back} 单压坏了、熟过了，顾客退款，果子不寄回。\n"
            "一单的货 {goods} 元，包装快递 {ship} 元。请帮手 {fixed} 元。" + FEE,
            n=80, price=62, back=[15, 17], goods=35, ship=15, fixed=[90, 110], fee=2, again=0,
        ),
        form.scene(
            "香肠",
            "编一个卖家：第 6 场卖真空香肠。{n} 单，每单 {price} 元。有 {back} 单没拆封、没胀袋，退回来还能卖。\n"
            "一单的货 {goods} 元，包装快递 {ship} 元，退回的运费一单 {again} 元，都是卖家出。报名费 {fixed} 元。" + FEE,
            n=60, price=[96, 98], back=[6, 8], goods=66, ship=13, again=7, fixed=180, fee=2,
        ),
        form.scene(
            "干莲子",
            "编一个卖家：第 4 场卖干莲子。{n} 单，每单 {price} 元。有 {back} 单还没发货就退了款，货没动。\n"
            "一单的货 {goods} 元，包装快递 {ship} 元。报名费和帮手 {fixed} 元。" + FEE,
            n=50, price=[86, 88], back=[10, 12], goods=60, ship=10, fixed=[280, 300], fee=2, again=0,
        ),
    ],
    fields=[
        form.number("received", "① 退完款、扣完服务费，收到货款几元？", unit="元"),
        form.gain("left", "② 这一场，手里赚还是亏几元？", unit="元"),
        form.choice(
            "next",
            "③ 下一场怎么办？（只看这笔账）",
            {"same": "照这个样子再办一场", "fix": "先不办，把退货的事弄好再说", "cheaper": "再便宜点，冲更多单"},
        ),
    ],
)

# %% tags=["key"] points=7
# 第 13 题的算法
ALL = lambda s: s.n
KEPT = lambda s: s.kept
REFUND = "退款是把顾客付的 {price} 元还回去，一单一份，不是只退本钱。"
EARLY = "①只问收到的货款。货、快递、死钱，到②再减。"

work = form.work(
    {
        "kept": lambda s: s.n - s.back,
        "share": lambda s: 1 - s.fee / 100,
        "received": lambda s: s.kept * s.price * s.share,
        "goods_gone": {"黑老虎": ALL, "香肠": KEPT, "干莲子": KEPT},
        "parcels": {"黑老虎": ALL, "香肠": ALL, "干莲子": KEPT},
        "spent": lambda s: s.goods_gone * s.goods + s.parcels * s.ship + s.back * s.again,
        "left": lambda s: s.received - s.spent - s.fixed,
        "next": lambda s: "same" if s.left >= 0 else "fix",
    },
    [
        form.slip("returns_as_sales", "退的也算卖出", "退了款的单，钱要还回去。先减退的，再算。", at=("received", "left"), back=0),
        form.slip("turnover_as_income", "成交额当到手", "成交额里有要退的，还没扣服务费。", at=("received", "left"), received=lambda s: s.n * s.price),
        form.slip("fee_forgotten", "忘了服务费", "没退的货款里，平台还要扣 {fee}%。", fee=0),
        form.slip("fee_as_yuan", "几个点当成几元", "{fee}% 是一百元抽 {fee} 元，不是一单抽 {fee} 元。", fee=lambda s: 100 * s.fee / s.price),
        form.slip("fee_once", "服务费只扣了几元", "{fee}% 是一百元抽 {fee} 元。没退的货款有好几千，抽的不止 {fee} 元。", received=lambda s: s.kept * s.price - s.fee),
        form.slip("fee_as_tenths", "百分之几当成几成", "{fee}% 是一百元抽 {fee} 元，不是十元抽 {fee} 元。", fee=lambda s: 10 * s.fee),
        form.slip("back_as_percent", "退几单当成退百分之几", "退了 {back} 单，就是少 {back} 单。单数直接减。", kept=lambda s: s.n * (1 - s.back / 100)),
        form.slip("fee_added", "服务费当成收进来的", "服务费是平台扣走的。乘 {share}，钱会变少。", share=lambda s: 1 + s.fee / 100),
        form.slip("fee_on_refunds", "退掉的也扣了服务费", "退了款的单不收服务费。只按没退的货款扣。", share=lambda s: 1 - s.n / s.kept * s.fee / 100),
        form.slip("one_only", "只算了一单", "这是一单的。问的是一场一共几元，单数都要算上。", received=lambda s: s.price * s.share, left=lambda s: s.price * s.share - s.goods - s.ship),
        form.slip("refund_as_income", "写成了退掉的钱", "这是退掉的货款。问的是退完还剩几元。", at="received", received=lambda s: s.back * s.price),
        form.slip("fixed_early", "死钱早减了一步", EARLY, at="received", received=lambda s: s.kept * s.price * s.share - s.fixed),
        form.slip("parcels_early", "快递早减了一步", EARLY, at="received", received=lambda s: s.kept * (s.price * s.share - s.ship)),
        form.slip("goods_early", "货钱早减了一步", EARLY, at="received", received=lambda s: s.kept * (s.price * s.share - s.goods)),
        form.slip("way_back_early", "回程早减了一步", EARLY, at="received", received={"香肠": lambda s: s.kept * s.price * s.share - s.back * s.again}),
        form.slip("refund_at_cost", "退款只退了本钱", REFUND, at="received", received=lambda s: (s.n * s.price - s.back * (s.goods + s.ship)) * s.share),
        form.slip("refund_at_cost_no_fee", "退款只退了本钱，也没扣服务费", REFUND + "剩下的再扣 {fee}%。", at="received", received=lambda s: s.n * s.price - s.back * (s.goods + s.ship)),
        form.slip("spent_on_returned", "花费只减了退的单", "卖掉的单，货和快递也花了。不只退的那 {back} 单。", at="left", goods_gone=lambda s: s.back, parcels=lambda s: s.back),
        form.slip("returned_loss_only", "只算了退的单花的钱", "这是退的单花的。收到的货款，减掉所有花出去的，才是一场的。", at="left", left={name: lambda s: -s.back * (s.goods + s.ship) for name in ("黑老虎", "干莲子")}),
        form.slip("refund_after_fee", "写成了退掉的钱", "这是退掉的货款。问的是退完还剩几元。", at="received", received=lambda s: s.back * s.price * s.share),
        form.slip("back_as_yuan", "退几单当成退几元", "退一单，就退一单的钱。{back} 单的货款都要减。", received=lambda s: (s.n * s.price - s.back) * s.share),
        form.slip("turnover_not_margin", "看流水不看毛利", "收到的货款里有本钱。减掉货、快递、死钱，才是手里的。", at="left", left=lambda s: s.received),
        form.slip("fixed_forgotten", "忘了死钱", {"黑老虎": "请帮手的 {fixed} 元，卖不卖都要付。最后要减。", "香肠": "报名费 {fixed} 元，卖不卖都要交。最后要减。", "干莲子": "报名费和帮手 {fixed} 元，卖不卖都要付。最后要减。"}, fixed=0),
        form.slip("fixed_only", "只减了死钱", "货和快递也花了：{spent} 元。都要减。", at="left", spent=0),
        form.slip("spent_once", "花费只减了一单", "货和快递，一单花一份。要乘上单数。", at="left", goods_gone=1, parcels=1),
        form.slip("fixed_on_each", "死钱每单扣一遍", "死钱一场只付一回，不是一单一回。", at="left", fixed=lambda s: s.fixed * s.n),
        form.slip("goods_forgotten", "漏了货钱", "货也是花钱来的。货和快递都要减。", at="left", goods=0),
        form.slip("parcels_forgotten", "没扣包装快递", "包装快递一单 {ship} 元，发一单花一份，都要减。", at="left", ship=0),
        form.slip("fee_twice", "服务费扣了两遍", "①里已经扣过服务费了，不用再扣。", at="left", left=lambda s: s.received * s.share - s.spent - s.fixed),
        form.slip("spoiled_goods_saved", "拒收的果子当成还在", "果子寄出去坏了，货钱收不回。退款不等于货回来。", goods_gone={"黑老虎": KEPT}),
        form.slip("returned_parcels_free", "退的单没算快递", "退的单也发过。发了几单，就付几份快递。", parcels={"黑老虎": KEPT, "香肠": KEPT}),
        form.slip("returned_free", "退的单没算花费", {"黑老虎": "退的单，果子和快递也花出去了，一样收不回。{n} 单都要减。", "香肠": "退的单，去的快递、回来的运费都花了。货能再卖，才不用减。"}, goods_gone={"黑老虎": KEPT}, parcels={"黑老虎": KEPT, "香肠": KEPT}, again={"香肠": 0}),
        form.slip("margin_of_kept", "只拿没退的单乘毛利", "退的单也花了钱。收到的货款，减掉所有花出去的。服务费也别忘。", at="left", left={name: lambda s: s.kept * (s.price - s.goods - s.ship) - s.fixed for name in ("黑老虎", "香肠")}),
        form.slip("returned_spent_twice", "退的单花费减了两遍", "一单只花一份货、一份快递。{n} 单里已经有退的，不用再减。", goods_gone={"黑老虎": lambda s: s.n + s.back}, parcels={"黑老虎": lambda s: s.n + s.back, "香肠": lambda s: s.n + s.back}),
        form.slip("returned_parcels_twice", "退的快递减了两遍", "{n} 单的快递里，已经有退的 {back} 单。果子没寄回，没有回程。", parcels={"黑老虎": lambda s: s.n + s.back}),
        form.slip("returned_goods_twice", "坏的果子减了两遍", "{n} 单的货里，已经有退的 {back} 单。不用再减一遍。", goods_gone={"黑老虎": lambda s: s.n + s.back}),
        form.slip("parcels_of_returned", "只算了退的快递", "卖掉的单，快递也要付。发了 {n} 单，就是 {n} 份。", parcels={"黑老虎": lambda s: s.back, "香肠": lambda s: s.back}),
        form.slip("good_return_taken_twice", "退回的货又减了一遍", "卖掉 {kept} 单，就花 {kept} 份货。退回的不在里头，不用再减。", goods_gone={"香肠": lambda s: s.n - 2 * s.back}),
        form.slip("way_back_twice", "回程算了两趟", "去的那趟在快递里了。回程一单只有一趟，{again} 元。", again={"香肠": lambda s: 2 * s.again}),
        form.slip("way_back_on_all", "每单都算了回程", "退回来的只有 {back} 单。回程就算 {back} 份。", spent={"香肠": lambda s: s.goods_gone * s.goods + s.parcels * s.ship + s.n * s.again}),
        form.slip("way_back_once", "退的单运费没算齐", "去的快递，退的单也是 {ship} 元一单。回程也是 {back} 单，{again} 元一单。", spent={"香肠": lambda s: s.goods_gone * s.goods + s.parcels * s.ship + s.again}),
        form.slip("way_back_as_way_there", "回程照去的价算", "题上写着，退回的运费一单 {again} 元。", again={"香肠": lambda s: s.ship}),
        form.slip("unsent_goods_charged", "没发的也算了货钱", "还没发货，货没动，能接着卖。只算发出去的单。", goods_gone={"干莲子": ALL}),
        form.slip("unsent_parcels_charged", "没发的也算了快递", "还没发货，快递一分没花。只算发出去的单。", parcels={"干莲子": ALL}),
        form.slip("unsent_taken_again", "没发的又减了一遍", "没退的 {kept} 单，就花 {kept} 份。没发的不在里头，不用再减。", goods_gone={"干莲子": lambda s: s.kept - s.back}, parcels={"干莲子": lambda s: s.kept - s.back}),
        form.slip("good_return_thrown_away", "能再卖的也当扔了", "没拆封，还能卖，货钱没丢。丢的是来回的运费。", goods_gone={"香肠": ALL}),
        form.slip("way_back_forgotten", "忘了回程运费", "退回来的路费，题上说是卖家出。", again=0),
        form.slip("unsent_charged", "没发的也算了本钱", "还没发货，货和快递都没花。只算发出去的单。", goods_gone={"干莲子": ALL}, parcels={"干莲子": ALL}),
        form.slip("refund_taken_twice", "退款又减了一遍", "①里已经没有退掉的钱了，不用再减。", at="left", left=lambda s: s.received - s.back * s.price - s.spent - s.fixed),
    ],
)

SAME = "退了 {back} 单，还{left:gain}。可以照样再办，退货接着数。再便宜就要重算。"

q.mark(
    form.rule_number("received", points=2, of=work, within=0.5, why="{n} 单退了 {back} 单，剩 {kept} 单。{kept} × {price} × {share} = {received} 元。"),
    form.rule_number(
        "left",
        points=3,
        of=work,
        within=0.5,
        why={
            "黑老虎": "果子不寄回，{n} 单的货和快递全花了：{spent} 元。再减死钱 {fixed} 元，{left:gain}。",
            "香肠": "货花了 {kept} 单，快递花了 {n} 单，回程 {back} 单，共 {spent} 元。再减死钱 {fixed} 元，{left:gain}。",
            "干莲子": "没发的 {back} 单一分没花。{kept} 单花了 {spent} 元。再减死钱 {fixed} 元，{left:gain}。",
        },
    ),
    form.rule_choice(
        "next",
        points=2,
        of=work,
        why={"黑老虎": "这一场{left:gain}。退得太多，先换箱子、挑熟度，再办。", "香肠": SAME, "干莲子": SAME},
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", "cheaper", "单多不等于赚多。再便宜，一单剩得更少。"),
            form.wrong("turnover_as_income", "成交额当到手", {"黑老虎": "same"}, "成交额好看，手里却亏了。照样再办，照样再亏。"),
            form.wrong("any_return_is_disaster", "有退的就停", {"香肠": "fix", "干莲子": "fix"}, "退货已经算进去了，还是赚的。看剩几元，不看有没有退。"),
        ],
    ),
)
