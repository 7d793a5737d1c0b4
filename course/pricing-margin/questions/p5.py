# %% tags=["question"]
# 第 5 题：退的和拒收的
from nongju import form

q = form.question(
    "pricing-margin/p5",
    see="讲一讲 四",
    scenes=[
        form.scene(
            "黑老虎",
            "一单黑老虎卖 {price} 元。果子 {goods} 元，箱和冰 {pack} 元，快递 {ship} 元。"
            "一百单里有 {ret} 单{what}：钱退给顾客，果子坏了，箱子没了，快递费照付。服务费先不算。",
            together=[{"price": 58, "goods": 28, "pack": 6, "ship": 11, "ret": 24}, {"price": 62, "goods": 32, "pack": 6, "ship": 11, "ret": 28}, {"price": 64, "goods": 31, "pack": 5, "ship": 13, "ret": 28}],
            what="拒收",
        ),
        form.scene(
            "腊肉",
            "一单真空腊肉卖 {price} 元。肉和工 {goods} 元，袋箱 {pack} 元，快递 {ship} 元。"
            "一百单里{what} {ret} 单。钱退给顾客。肉没拆封，回来还能卖；袋箱不能再用。回程运费每单 {back} 元，你出。服务费先不算。",
            together=[{"price": 102, "goods": 72, "pack": 4, "ship": 9, "back": 12, "ret": 9}, {"price": 104, "goods": 70, "pack": 6, "ship": 9, "back": 12, "ret": 12}, {"price": 106, "goods": 62, "pack": 4, "ship": 10, "back": 11, "ret": 9}],
            what="退",
        ),
        form.scene(
            "土豆",
            "一箱土豆卖 {price} 元。土豆 {goods} 元，箱 {pack} 元，快递 {ship} 元。"
            "一百单里有 {ret} 单{what}。货不用退，每单赔顾客一半的钱。服务费先不算。",
            together=[{"price": 17.6, "goods": 6, "pack": 2, "ship": 7, "ret": 13}, {"price": 17.6, "goods": 6, "pack": 2.4, "ship": 7.4, "ret": 12}, {"price": 18.4, "goods": 6.5, "pack": 2.4, "ship": 7.8, "ret": 14}],
            what="磕坏",
        ),
    ],
    fields=[
        form.gain("total", "① 发 100 单，一共赚还是亏几元？", unit="元"),
        form.number("most", "② 一百单里，最多{what}几单，还不亏？", unit="单"),
        form.choice(
            "act",
            "③ 照现在这样，怎么办？",
            {"go": "照样发，慢慢改包装", "fix": "先停，把包装和说明改好再发", "more": "多发些单，总会赚回来"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import pricing

NOT_LOST = "货不用退，本钱没丢。一单只赔 {hurt} 元。"
LOST = "不退的话，这一单还有赚。算上它，一单少 {hurt} 元。"

work = form.work(
    {
        "cost": lambda s: s.goods + s.pack + s.ship,
        "margin": lambda s: pricing.contribution_margin(s.price, s.cost),
        "one": {
            "黑老虎": lambda s: s.price,
            "腊肉": lambda s: s.price - s.goods + s.back,
            "土豆": lambda s: s.price / 2,
        },
        "hurt": lambda s: s.one,
        "kept": lambda s: 100 * s.margin,
        "total": lambda s: s.kept - s.ret * s.hurt,
        "most": form.down(lambda s: s.kept / s.hurt),
        "act": lambda s: "go" if s.total > 0 else "fix",
    },
    [
        form.slip("returns_as_sales", "退的也算卖出", "付了款不算完。退的、赔的那 {ret} 单，一单少 {hurt} 元。", ret=0),
        form.slip("only_margin_lost", "退一单只当少赚一单", "出一单事，少的不止那点赚头。一单少 {hurt} 元。", hurt=lambda s: s.margin),
        form.slip(
            "only_cost_lost",
            "退一单只当丢了本钱",
            {"黑老虎": LOST, "腊肉": LOST, "土豆": NOT_LOST},
            hurt={"黑老虎": lambda s: s.cost, "腊肉": lambda s: s.pack + s.ship + s.back, "土豆": lambda s: s.cost},
        ),
        form.slip("way_there_saved", "发出去的快递当成没花", "发出去的快递费，退了也要不回来。", hurt={name: lambda s: s.one - s.ship for name in ("黑老虎", "腊肉")}),
        form.slip("box_saved", "箱子当成还能用", "袋和箱用过就没了，{pack} 元要不回来。", hurt={name: lambda s: s.one - s.pack for name in ("黑老虎", "腊肉")}),
        form.slip("box_and_freight_saved", "箱子和快递当成没花", "箱子 {pack} 元、快递 {ship} 元，发出去就花掉了。", hurt={name: lambda s: s.one - s.pack - s.ship for name in ("黑老虎", "腊肉")}),
        form.slip("margin_taken_twice", "退的那份赚头减了两回", "已经只算收下的，就别再减整份。一百单都收下赚 {kept} 元，再减 {ret} 个 {hurt} 元。", total=lambda s: (100 - s.ret) * s.margin - s.ret * s.hurt),
        form.slip("refund_and_cost_twice", "退款和本钱扣了两遍", "一百单的本钱，前面扣过了。一单只再少 {hurt} 元。", hurt=lambda s: s.one + s.pack + s.ship + (0 if s.name == "腊肉" else s.goods)),
        form.slip("spoiled_goods_saved", "拒收的果子当成还在", "鲜果拒收就坏了，货钱也没了。", hurt={"黑老虎": lambda s: s.price - s.goods}),
        form.slip("good_return_thrown_away", "能再卖的也当扔了", "没拆封的腊肉回来还能卖，{goods} 元没丢。", hurt={"腊肉": lambda s: s.price + s.back}),
        form.slip("way_back_forgotten", "忘了回程运费", "回来也要运费，每单 {back} 元，是你出的。", back={"腊肉": 0}),
        form.slip("refund_alone", "只看退的卖价", "货回来值 {goods} 元，回程花 {back} 元。一单少 {hurt} 元。", hurt={"腊肉": lambda s: s.price}),
        form.slip("freight_once_more", "又多算了一趟快递", "发出去的快递费，一百单里都算过了。一单只再少 {hurt} 元。", hurt={name: lambda s: s.one + s.ship for name in ("黑老虎", "腊肉")}),
        form.slip("box_once_more", "箱子又减了一回", "一百单的箱子前面都算过了。一单只再少 {hurt} 元。", hurt=lambda s: s.one + s.pack),
        form.slip("way_back_twice", "回程算了两趟", "回程一单只有一趟，{back} 元。一单少 {hurt} 元。", hurt={"腊肉": lambda s: s.one + s.back}),
        form.slip("only_pack_and_freight", "只当丢了箱子和快递", {"黑老虎": LOST, "土豆": NOT_LOST}, hurt={name: lambda s: s.pack + s.ship for name in ("黑老虎", "土豆")}),
        form.slip("only_freight_lost", "只当丢了快递费", {"黑老虎": LOST, "腊肉": LOST, "土豆": NOT_LOST}, hurt={"黑老虎": lambda s: s.ship, "腊肉": lambda s: s.ship + s.back, "土豆": lambda s: s.ship}),
        form.slip("only_way_back", "只减了回程运费", "回程花 {back} 元，卖的钱也没了。一单少 {hurt} 元。", hurt={"腊肉": lambda s: s.back}),
        form.slip("only_goods_lost", "只当丢了货钱", {"黑老虎": LOST, "腊肉": "肉没拆封，回来还能卖。一单少 {hurt} 元。", "土豆": NOT_LOST}, hurt=lambda s: s.goods),
        form.slip("half_of_margin", "按赚头赔一半", "顾客付的是卖价，赔的也是卖价的一半。", hurt={"土豆": lambda s: s.margin / 2}),
        form.slip("margin_and_half", "赔一半，赚头也减了", "磕坏的那单，赚头没丢，只多赔 {hurt} 元。", hurt={"土豆": lambda s: s.one + s.margin}),
        form.slip("goods_and_half", "赔一半，货也当丢了", "货不用退，本钱前面算过了。一单只多赔 {hurt} 元。", hurt={"土豆": lambda s: s.one + s.goods}),
        form.slip("lost_added", "退的、赔的加上了", "退的、赔的都是少的。{ret} 个 {hurt} 元，要减。", total=lambda s: s.kept + s.ret * s.hurt),
        form.slip("count_as_yuan", "几单当成几元", "{ret} 单不是 {ret} 元。一单少 {hurt} 元，先乘再减。", total=lambda s: s.kept - s.ret),
        form.slip("one_margin_only", "赚的只算了一单的", "赚的是一百单的，{kept} 元。", total=lambda s: s.margin - s.ret * s.hurt),
        form.slip("of_what_is_left", "用减过的钱再去除", "问的是最多能{what}几单，要用一百单都收下赚的 {kept} 元去除。", most=form.down(lambda s: (100 - s.ret) * s.margin / s.hurt), at="most"),
        form.slip("divided_by_returns", "除成了现在的单数", "{ret} 单是现在的单数。一百单赚的 {kept} 元，除以一单少的 {hurt} 元。", most=form.down(lambda s: s.kept / s.ret), at="most"),
        form.slip("half_refund_as_whole", "赔一半当成全退", "只赔一半。一单赔 {hurt} 元。", hurt={"土豆": lambda s: s.price}),
        form.slip("half_of_cost", "按本钱赔一半", "顾客付的是卖价，赔的也是卖价的一半。", hurt={"土豆": lambda s: s.cost / 2}),
        form.slip("half_of_goods", "按货钱赔一半", "顾客付的是卖价，赔的也是卖价的一半。", hurt={"土豆": lambda s: s.goods / 2}),
        form.slip("one_return_only", "只扣了一单退的", "一百单里有 {ret} 单，一单少 {hurt} 元。", total=lambda s: s.kept - s.hurt),
        form.slip("only_returns_counted", "只算了退的", "收下的那些还在赚。先算一百单都收下赚几元，再减。", total=lambda s: -s.ret * s.hurt),
        form.slip("lost_over_gain", "一单少的除以一单赚的", "这是几单的赚头补得上一单。一百单赚的 {kept} 元，除以一单少的 {hurt} 元。", most={name: form.down(lambda s: s.hurt / s.margin) for name in ("腊肉", "土豆")}, at="most"),
        form.slip("average_parcel", "写成了平均一单的", "问的是一百单一共。", total=lambda s: s.margin - s.ret / 100 * s.hurt),
        form.slip("turnover_as_income", "成交额当到手", "这是收进来的钱。一百单的本钱还没减。", total=lambda s: 100 * s.price - s.ret * (s.price / 2 if s.name == "土豆" else s.price)),
        form.slip("sold_only", "写成了收下的卖价", "这是收下的那些卖的钱。一百单的本钱还没减。", total={"腊肉": lambda s: (100 - s.ret) * s.price - s.ret * s.back, "土豆": lambda s: (100 - s.ret) * s.price}),
        form.slip("cost_forgotten", "本钱没减", "一百单的货、箱、快递都花了钱，一单 {cost} 元，先减。", margin={"腊肉": lambda s: s.price}),
        form.slip("costs_of_hundred", "写成了一百单的本钱", "这是一百单花的。卖的钱减它，再减退的、赔的。", total=lambda s: 100 * s.cost),
        form.slip("cost_over_loss", "拿本钱去除了", "拿去除的是一百单赚的 {kept} 元，不是本钱。", most=form.down(lambda s: 100 * s.cost / s.hurt), at="most"),
        form.slip("margin_of_returns", "只算了退的、赔的那几单的赚头", "这是 {ret} 单的赚头。算的是一百单，一单少的是 {hurt} 元。", total=lambda s: s.ret * s.margin),
        form.slip("nothing_taken", "退的和本钱都没减", "这是一百单的卖价。本钱没减，退的 {ret} 单也没减。", total=lambda s: 100 * s.price),
        form.slip("goods_forgotten", "漏了货钱", "一百单的货钱也要减，一单 {goods} 元。", margin=lambda s: s.price - s.pack - s.ship),
        form.slip("packing_forgotten", "漏了箱子和料", "一百单的箱子也要减，一单 {pack} 元。", margin=lambda s: s.price - s.goods - s.ship),
        form.slip("freight_forgotten", "没扣运费", "一百单的快递也要减，一单 {ship} 元。", margin=lambda s: s.price - s.goods - s.pack),
        form.slip("yuan_as_parcels", "几元当成几单", "一单赚 {margin} 元，不是 {margin} 单。一百单赚的 {kept} 元，除以 {hurt} 元。", most=form.down(lambda s: s.margin), at="most"),
        form.slip("story_number", "抄了题里的数", "{ret} 单是现在的。拿一百单赚的，除以一单少的 {hurt} 元。", most=lambda s: s.ret),
        form.slip("kept_not_returned", "写成了收下的单数", "这是收下的。问的是最多{what}几单。", most=lambda s: 100 - s.kept / s.hurt // 1),
        form.slip("more_not_all", "写成了差几单", "这是跟现在的 {ret} 单比，差几单。问的是一共最多几单。", most=lambda s: abs(s.total) / s.hurt // 1),
    ],
)
ALL = "都收下，一单赚 {margin} 元，一百单 {kept} 元。"
ONE = {
    "黑老虎": ALL + "拒收一单，{hurt} 元收不到，花的一分不少。{ret} 单一减，{total:gain}。",
    "腊肉": ALL + "退一单少 {price} − {goods} + {back} = {hurt} 元。{ret} 单一减，{total:gain}。",
    "土豆": ALL + "磕坏一单赔一半，{hurt} 元。{ret} 单一减，{total:gain}。",
}
q.mark(
    form.rule_number("total", points=2, of=work, within=0.5, why=ONE),
    form.rule_number("most", points=2, of=work, within=0.4, why="{kept} ÷ {hurt}，零头舍掉，最多 {key_said}。"),
    form.rule_choice(
        "act",
        points=1,
        of=work,
        why=lambda s: "还有剩，照样发，边发边改。" if s.total > 0 else "过线了，发得越多亏得越多。先停下来改。",
        wrong=[
            form.wrong("volume_cures_loss", "走量就赚", "more", "单多了，退的也跟着多。先看一百单剩几元。"),
            form.wrong("loss_not_seen", "没看见已经亏了", {"黑老虎": "go"}, "成交额好看，一百单下来是亏的。"),
            form.wrong("any_return_is_disaster", "有退的就停", {"腊肉": "fix", "土豆": "fix"}, "退是常有的。算过还有剩，就不用停。"),
        ],
    ),
)
