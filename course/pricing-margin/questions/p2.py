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
            "一单 {jin} 斤，卖 {price} 元。盐和香料 {spice} 元，袋、箱、快递 {ship} 元。你忙 {minutes} 分钟。" + SELL,
            together=[
                {"raw": 13.5, "batch": 16, "price": 96, "minutes": 24},
                {"raw": 14.5, "batch": 17, "price": 104, "minutes": 48},
                {"raw": 15, "batch": 15, "price": 98, "minutes": 42},
            ],
            thing="盐和香料",
            out=10,
            jin=2,
            spice=9,
            ship=13,
            wage=15,
        ),
        form.scene(
            "土豆",
            "自家种的土豆。贩子来地头收，{raw} 元一斤。自己卖，一箱 {jin} 斤，卖 {price} 元。"
            "箱子 {spice} 元，快递 {ship} 元。挑拣打包 {minutes} 分钟。" + SELL,
            together=[
                {"raw": 1.2, "price": 21.8, "minutes": 18, "ship": 12},
                {"raw": 1.4, "price": 22.8, "minutes": 27, "ship": 11},
                {"raw": 1.6, "price": 23.8, "minutes": 18, "ship": 13},
            ],
            thing="箱子",
            jin=5,
            spice=2.4,
            wage=15,
        ),
        form.scene(
            "干莲子",
            "自家塘里的鲜莲子，有人来收，{raw} 元一斤。{batch} 斤鲜的晒出 {out} 斤干的。一单 {jin} 斤干莲子，卖 {price} 元。"
            "袋 {spice} 元，快递 {ship} 元。剥壳、去芯、晒，合 {minutes} 分钟。" + SELL,
            together=[
                {"raw": 3.4, "batch": 32, "price": 37, "minutes": 78},
                {"raw": 3.8, "batch": 30, "price": 37, "minutes": 75},
                {"raw": 4.2, "batch": 28, "price": 38, "minutes": 90},
            ],
            thing="袋子",
            out=10,
            jin=1,
            spice=2,
            ship=7,
            wage=16,
        ),
        form.scene(
            "山药",
            "自家挖的山药，有人上门收，{raw} 元一斤。自己卖，一箱 {jin} 斤，卖 {price} 元。"
            "长箱加泡沫 {spice} 元，快递 {ship} 元。挑拣打包 {minutes} 分钟。" + SELL,
            together=[
                {"raw": 3.5, "price": 55, "minutes": 24},
                {"raw": 4, "price": 59, "minutes": 33},
                {"raw": 4.5, "price": 63, "minutes": 36},
            ],
            thing="长箱和泡沫",
            jin=6,
            spice=6,
            ship=11,
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

work = form.work(
    {
        "used": lambda s: s.jin * s.batch / s.out if s.name in ("腊肉", "干莲子") else s.jin,
        "goods": lambda s: pricing.own_goods_cost(s.used, s.raw),
        "labour": lambda s: pricing.own_time_cost(s.minutes, s.wage),
        "left": lambda s: s.price - s.spice - s.ship - s.goods - s.labour,
        "way": lambda s: "make" if s.left > 0 else "raw",
    },
    [
        form.slip("own_goods_free", "自家的货没算钱", "这些鲜货不用，也能卖 {goods} 元。自家的货，按卖给别人的价算。", goods=0),
        form.slip("own_work_free", "自家的工没算钱", "这些时间去帮工，能挣 {labour} 元。自家的工也要记。", labour=0),
        form.slip("own_goods_and_work_free", "货和工都没算钱", "手里多的这些钱，里头有你的货 {goods} 元、你的工 {labour} 元。", goods=0, labour=0),
        form.slip("yield_ignored", "忘了缩水", "一单 {jin} 斤成品，要用 {used} 斤鲜货。先算用了几斤鲜的。", used={"腊肉": lambda s: s.jin, "干莲子": lambda s: s.jin}),
        form.slip(
            "yield_multiplied",
            "乘除弄反了",
            "{batch} 斤鲜的才出 {out} 斤。一单用的鲜货，一定比 {jin} 斤多。",
            used={"腊肉": lambda s: s.jin * s.out / s.batch, "干莲子": lambda s: s.jin * s.out / s.batch},
        ),
        form.slip("one_jin_only", "一单只算了一斤的货", "一单用鲜货 {used} 斤，值 {goods} 元。", used={"腊肉": lambda s: s.batch / s.out, "土豆": 1, "山药": 1}),
        form.slip("whole_batch", "一整批的货都算上了", "一单只用鲜货 {used} 斤，不是一批的 {batch} 斤。", used={"腊肉": lambda s: s.batch, "干莲子": lambda s: s.batch}),
        form.slip("goods_counted_twice", "货钱又扣了一回", "自家的货值 {goods} 元，扣一回就够了。", goods=lambda s: 2 * s.raw * s.used),
        form.slip("packing_forgotten", "漏了箱子和料", "还有{thing}，{spice} 元。", spice=0),
        form.slip("freight_forgotten", "没扣运费", "快递也是这一单花的，{ship} 元。", ship=0),
        form.slip("packing_and_freight_forgotten", "箱和快递都没扣", "{thing} {spice} 元、快递 {ship} 元，也要减。", spice=0, ship=0),
        form.slip("only_cash_goods", "只减了货钱", "还有{thing} {spice} 元、快递 {ship} 元、工 {labour} 元。", left=lambda s: s.price - s.goods),
        form.slip("only_work_taken", "只减了工钱", "还有货 {goods} 元、{thing} {spice} 元、快递 {ship} 元。", left=lambda s: s.price - s.labour),
        form.slip("work_counted_twice", "工钱又扣了一回", "工值 {labour} 元，扣一回就够了。", labour=lambda s: 2 * s.minutes / 60 * s.wage, at="left"),
        form.slip("whole_hour", "按一小时算了工", "忙了 {minutes} 分钟，不是一小时。工值 {labour} 元。", labour=lambda s: s.wage),
        form.slip("minutes_as_yuan", "几分钟当成几元", "先把 {minutes} 分钟换成小时，再乘 {wage} 元。工值 {labour} 元。", labour=lambda s: s.minutes),
        form.slip("minutes_in_hundred", "六十分钟当成一百分钟", "一小时是 60 分钟。工值 {labour} 元。", labour=lambda s: s.minutes / 100 * s.wage),
        form.slip("minutes_not_turned", "分钟没换成小时", "{minutes} 分钟先除以 60，再乘 {wage} 元。工值 {labour} 元。", labour=lambda s: s.minutes * s.wage),
        form.slip("price_as_gain", "卖价当成赚的", "卖价里有货、有工、有快递。一样一样减完，才是赚的。", left=lambda s: s.price),
        form.slip("costs_as_gain", "写成了一共花的", "这是一单花掉的。拿卖价 {price} 元去减它。", left=lambda s: s.spice + s.ship + s.goods + s.labour),
    ],
)
q.mark(
    form.rule_number(
        "left",
        points=3,
        of=work,
        within=0.08,
        why="这一单用鲜货 {used} 斤，值 {goods} 元。工 {minutes} 分钟，值 {labour} 元。{price} − {spice} − {ship} − {goods} − {labour}，{left:gain}。",
    ),
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
