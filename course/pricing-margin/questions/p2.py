# %% tags=["question"]
# 第 2 题：自家的货、自家的工
from nongju import form

SELL = "去镇上帮工，一小时 {wage} 元。服务费先不算。"

q = form.question(
    "pricing-margin/p2",
    see="讲一讲 三",
    scenes=[
        form.scene(
            "腊肉",
            "自家杀的年猪。肉贩上门收鲜肉，{raw} 元一斤。{batch} 斤鲜肉熏出 {out} 斤腊肉。"
            "一单 {jin} 斤，卖 {price} 元。一单用盐和香料 {spice} 元，袋、箱、快递 {ship} 元，自己忙 {minutes} 分钟。" + SELL,
            together=[{"raw": 13.5, "batch": 16, "price": 119, "minutes": 24}, {"raw": 14.5, "batch": 17, "price": 128, "minutes": 36}, {"raw": 15, "batch": 14, "price": 121, "minutes": 42}],
            thing="盐和香料", carry="袋、箱、快递",
            out=10,
            jin=3,
            spice=8.6,
            ship=15.4,
            wage=15,
        ),
        form.scene(
            "土豆",
            "自家种的土豆。贩子来地头收，{raw} 元一斤。自己卖，一箱 {jin} 斤，卖 {price} 元。"
            "一箱用纸箱 {spice} 元，快递 {ship} 元，挑拣打包 {minutes} 分钟。" + SELL,
            together=[{"raw": 1.2, "price": 23.8, "minutes": 21, "ship": 13}, {"raw": 1.4, "price": 22.6, "minutes": 27, "ship": 11}, {"raw": 1.6, "price": 24.2, "minutes": 21, "ship": 13}],
            thing="纸箱", carry="快递",
            jin=5,
            spice=2.4,
            wage=15,
        ),
        form.scene(
            "干莲子",
            "自家塘里的鲜莲子，有人来收，{raw} 元一斤。{batch} 斤鲜的晒出 {out} 斤干的。一单 {jin} 斤干莲子，卖 {price} 元。"
            "一单用袋 {spice} 元，快递 {ship} 元。剥壳、去芯、晒，一单合 {minutes} 分钟。" + SELL,
            together=[{"raw": 3.4, "batch": 32, "price": 37, "minutes": 81}, {"raw": 3.6, "batch": 30, "price": 37, "minutes": 84}, {"raw": 4.1, "batch": 28, "price": 39, "minutes": 96}],
            thing="袋子", carry="快递",
            out=10,
            jin=1,
            spice=1.8,
            ship=6.6,
            wage=16,
        ),
        form.scene(
            "山药",
            "自家挖的山药，有人上门收，{raw} 元一斤。自己卖，一箱 {jin} 斤，卖 {price} 元。"
            "一箱用长箱加泡沫 {spice} 元，快递 {ship} 元，挑拣打包 {minutes} 分钟。" + SELL,
            together=[{"raw": 3.5, "price": 54, "minutes": 24}, {"raw": 4, "price": 59, "minutes": 33}, {"raw": 4.5, "price": 63, "minutes": 36}],
            thing="长箱和泡沫", carry="快递",
            jin=6,
            spice=5.8,
            ship=10.6,
            wage=16,
        ),
    ],
    fields=[
        form.gain("left", "① 自家的货和工都算上，一单真赚还是亏几元？", unit="元"),
        form.choice(
            "way",
            "② 手上的鲜货，怎么卖划算？",
            {"make": "打包好，自己卖", "raw": "直接卖给上门收的", "same": "自家的东西，怎么卖都是赚"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import pricing

MANY = ("腊肉", "土豆", "山药")
DRIED = ("腊肉", "干莲子")
ONCE = "说的是一单的，一单只花一回。"
NEEDED = "一单 {jin} 斤成品，要用 {used} 斤鲜货。先算用了几斤鲜的。"
MINUTES = "{minutes} 分钟先除以 60，再乘 {wage} 元。工值 {labour} 元。"
MORE = "一单花的有货 {goods} 元、{thing} {spice} 元、{carry} {ship} 元、工 {labour} 元，都要减。"
PART = "这只是一单花掉的一份。从卖价 {price} 元里，把花的一样一样减完，才是赚的。"

work = form.work(
    {
        "used": lambda s: s.jin * s.batch / s.out if s.name in DRIED else s.jin,
        "goods": lambda s: pricing.own_goods_cost(s.used, s.raw),
        "labour": lambda s: pricing.own_time_cost(s.minutes, s.wage),
        "left": lambda s: s.price - s.spice - s.ship - s.goods - s.labour,
        "way": lambda s: "make" if s.left > 0 else "raw",
    },
    [
        form.slip("own_goods_free", "自家的货没算钱", "这些鲜货不用，也能卖 {goods} 元。自家的货，按卖给别人的价算。", goods=0),
        form.slip("own_work_free", "自家的工没算钱", "这些时间去帮工，能挣 {labour} 元。自家的工也要记。", labour=0),
        form.slip("own_goods_and_work_free", "货和工都没算钱", "手里多的这些钱，里头有你的货 {goods} 元、你的工 {labour} 元。", goods=0, labour=0),
        form.slip("yield_ignored", "忘了缩水", NEEDED, used={name: lambda s: s.jin for name in DRIED}),
        form.slip("yield_multiplied", "乘除弄反了", "{batch} 斤鲜的才出 {out} 斤。一单用的鲜货，一定比 {jin} 斤多。", used={name: lambda s: s.jin * s.out / s.batch for name in DRIED}),
        form.slip("loss_added", "掉几成就加几成", "掉几成，不是加几成。" + NEEDED, used={name: lambda s: s.jin * (2 - s.out / s.batch) for name in DRIED}),
        form.slip("lost_jin_paid", "只算了掉的那几斤", "掉的、剩下的，都是鲜货变来的。" + NEEDED, used={name: lambda s: s.jin * s.batch / s.out - s.jin for name in DRIED}),
        form.slip("one_jin_only", "一单只算了一斤的货", "一单 {jin} 斤，用鲜货 {used} 斤，值 {goods} 元。", used={"腊肉": lambda s: s.batch / s.out, "土豆": 1, "山药": 1}),
        form.slip("one_raw_jin", "只算了一斤鲜货", NEEDED, used={"腊肉": 1}),
        form.slip("whole_batch", "一整批的货都算上了", "一单只用鲜货 {used} 斤，不是一批的 {batch} 斤。", used={name: lambda s: s.batch for name in DRIED}),
        form.slip("jin_turned_to_kilogram", "斤换成了公斤", "收的价是按斤说的，斤数不用换。鲜货 {used} 斤，值 {goods} 元。", goods=lambda s: s.used / 2 * s.raw),
        form.slip("goods_counted_twice", "货钱扣了两份", "这一单用鲜货 {used} 斤，值 {goods} 元，只扣这一份。", goods=lambda s: 2 * s.raw * s.used),
        form.slip("own_goods_added", "货钱加上了", "用掉的货值 {goods} 元，是花出去的。要减。", goods=lambda s: -s.raw * s.used),
        form.slip("own_work_added", "工钱加上了", "工值 {labour} 元，是花出去的。要减。", labour=lambda s: -s.minutes / 60 * s.wage),
        form.slip("packing_forgotten", "漏了箱子和料", "还有{thing}，{spice} 元。", spice=0),
        form.slip("freight_forgotten", "没扣运费", "{carry}也是这一单花的，{ship} 元。", ship=0),
        form.slip("packing_and_freight_forgotten", "箱和快递都没扣", "{thing} {spice} 元、{carry} {ship} 元，也要减。", spice=0, ship=0),
        form.slip("only_cash_goods", "只减了货钱", MORE, left=lambda s: s.price - s.goods),
        form.slip("only_work_taken", "只减了工钱", MORE, left=lambda s: s.price - s.labour),
        form.slip("only_packing_taken", "只减了箱子和料", MORE, left=lambda s: s.price - s.spice),
        form.slip("only_freight_taken", "只减了快递", MORE, left=lambda s: s.price - s.ship),
        form.slip("work_counted_twice", "工钱又扣了一回", "工值 {labour} 元，扣一回就够了。", labour=lambda s: 2 * s.minutes / 60 * s.wage, at="left"),
        form.slip("freight_counted_twice", "快递又扣了一回", ONCE + "{carry} {ship} 元。", ship=lambda s: 2 * s.ship),
        form.slip("packing_counted_twice", "箱子和料又扣了一回", ONCE + "{thing} {spice} 元。", spice=lambda s: 2 * s.spice),
        form.slip("price_over_jin", "卖价除成了一斤的", "花的是一单的，卖价也用一单的 {price} 元，不用除。", price={name: lambda s: s.price / s.jin for name in MANY}),
        form.slip("work_each_jin", "每斤都扣了一回工", ONCE + "工值 {labour} 元。", labour={name: lambda s: s.jin * s.minutes / 60 * s.wage for name in MANY}),
        form.slip("packing_each_jin", "每斤都扣了一回箱子和料", ONCE + "{thing} {spice} 元。", spice={name: lambda s: s.jin * s.spice for name in MANY}),
        form.slip("freight_each_jin", "每斤都扣了一回快递", ONCE + "{carry} {ship} 元。", ship={name: lambda s: s.jin * s.ship for name in MANY}),
        form.slip("pack_each_jin", "每斤都加了一回箱和快递", ONCE, spice={name: lambda s: s.jin * s.spice for name in MANY}, ship={name: lambda s: s.jin * s.ship for name in MANY}),
        form.slip("price_each_jin", "卖价当成一斤的", "{price} 元是一单 {jin} 斤的价，不用再乘。", price={name: lambda s: s.jin * s.price for name in MANY}),
        form.slip("gain_of_one_jin", "写成了一斤的", "问的是一单。一单 {jin} 斤，不用再除。", left={name: lambda s: (s.price - s.spice - s.ship - s.goods - s.labour) / s.jin for name in MANY}),
        form.slip("whole_hour", "按一小时算了工", "忙了 {minutes} 分钟，不是一小时。工值 {labour} 元。", labour=lambda s: s.wage),
        form.slip("two_hours", "按两小时算了工", "忙了 {minutes} 分钟，不到两小时。工值 {labour} 元。", labour={"干莲子": lambda s: 2 * s.wage}),
        form.slip("minutes_rounded", "分钟先凑了整", MINUTES, labour=lambda s: (0.5 if s.minutes < 60 else 1.5) * s.wage),
        form.slip("minutes_as_yuan", "几分钟当成几元", MINUTES, labour=lambda s: s.minutes),
        form.slip("minutes_in_hundred", "六十分钟当成一百分钟", "一小时是 60 分钟。" + MINUTES, labour=lambda s: s.minutes / 100 * s.wage),
        form.slip("minutes_as_decimals", "几分写成了小数", "一小时是 60 分钟，比如 36 分钟是 0.6 小时，不是 0.36。" + MINUTES, labour={"干莲子": lambda s: (s.minutes // 60 + s.minutes % 60 / 100) * s.wage}),
        form.slip("work_hours_as_yuan", "几小时当成几元", MINUTES, labour=lambda s: s.minutes / 60),
        form.slip("jin_as_yuan", "几斤当成几元", "鲜货 {used} 斤，一斤 {raw} 元，值 {goods} 元。", goods=lambda s: s.used),
        form.slip("minutes_not_turned", "分钟没换成小时", MINUTES, labour=lambda s: s.minutes * s.wage),
        form.slip("price_as_gain", "卖价当成赚的", "卖价里有货、有工、有快递。一样一样减完，才是赚的。", left=lambda s: s.price),
        form.slip("costs_as_gain", "写成了一共花的", "这是一单花掉的。拿卖价 {price} 元去减它。", left=lambda s: s.spice + s.ship + s.goods + s.labour),
        form.slip("cash_as_gain", "写成了箱子和快递的钱", PART, left=lambda s: s.spice + s.ship),
        form.slip("goods_as_gain", "写成了货钱", PART, left=lambda s: s.goods),
        form.slip("work_as_gain", "写成了工钱", PART, left=lambda s: s.labour),
        form.slip("own_share_as_gain", "写成了货和工的钱", PART, left=lambda s: s.goods + s.labour),
    ],
)
q.mark(
    form.rule_number("left", points=3, of=work, within=0.04, why="这一单用鲜货 {used} 斤，值 {goods} 元。工 {minutes} 分钟，值 {labour} 元。{price} − {spice} − {ship} − {goods} − {labour}，{left:gain}。"),
    form.rule_choice(
        "way",
        points=2,
        of=work,
        why=lambda s: "货和工的钱都扣了，还有剩。自己卖划算。" if s.left > 0 else "扣了货和工，是亏的。卖给上门收的，一分不亏，还省工夫。",
        wrong=[
            form.wrong("own_is_always_gain", "自家的怎么卖都赚", "same", "自家的东西也值钱。看哪条路到手多。"),
            form.wrong("price_not_take_home", "看卖价高，不看到手", {"土豆": "make", "干莲子": "make"}, "卖价高，花出去的也多。比的是落到手里的。"),
            form.wrong("work_counted_twice", "工钱又扣了一回", {"腊肉": "raw", "山药": "raw"}, "第①问里，工钱已经扣过了。还有剩，就划算。"),
        ],
    ),
)
