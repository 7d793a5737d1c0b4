# %% tags=["question"]
# 第 3 题：这一单开不开
from nongju import form

FEE = "服务费按最高的一档想，收实付的 {fee}%。你想卖 {price} 元。"

q = form.question(
    "pricing-margin/p3",
    see="讲一讲 一",
    scenes=[
        form.scene(
            "腊肉",
            "鲜猪肉 {raw} 元一斤，10 斤熏成 {out} 斤腊肉。盐、香料、柴、工，合每斤腊肉 {extra} 元。"
            "一单 {jin} 斤，袋、箱、快递共 {pack} 元。" + FEE,
            together=[{"raw": 13.5, "out": 6.4, "extra": 5, "pack": 13, "price": 67}, {"raw": 14.5, "out": 6, "extra": 4, "pack": 16, "price": 74}, {"raw": 14.5, "out": 6.2, "extra": 6, "pack": 15, "price": 76}],
            batch=10, jin=2, fee=fact("fee_2023_high"),
        ),
        form.scene(
            "干莲子",
            "鲜莲子 {raw} 元一斤，{batch} 斤晒出 1 斤干的。剥、晒的工，合每斤干的 {extra} 元。"
            "一单 {jin} 斤，袋、箱、快递共 {pack} 元。" + FEE,
            together=[{"raw": 3.4, "extra": 5, "pack": 11, "price": 47}, {"raw": 3.8, "extra": 4, "pack": 12, "price": 49}, {"raw": 4.2, "extra": 5, "pack": 12, "price": 53}],
            batch=3, out=1, jin=2, fee=fact("fee_2023_high"),
        ),
        form.scene(
            "香肠",
            "猪肉 {pork} 元一斤，每 10 斤配肠衣和料 {casing} 元，晾干得 {out} 斤。灌的工、电，合每斤香肠 {extra} 元。"
            "一单 {jin} 斤，袋、箱、快递共 {pack} 元。" + FEE,
            together=[{"pork": 13, "casing": 12, "out": 7.6, "extra": 5, "pack": 14, "price": 70}, {"pork": 14, "casing": 16, "out": 7.8, "extra": 5, "pack": 12, "price": 69}, {"pork": 15, "casing": 14, "out": 7.8, "extra": 5, "pack": 13, "price": 71}],
            batch=10, jin=2, fee=fact("fee_2023_high"),
        ),
        form.scene(
            "渣海椒",
            "一坛下料 {batch} 斤，料钱合一斤 {raw} 元。开坛挖掉坏的，剩 {out} 斤好的。瓶子和工，合每斤好的 {extra} 元。"
            "一单 {jin} 斤，箱和快递共 {pack} 元。" + FEE,
            together=[{"raw": 5.5, "out": 14, "extra": 5, "pack": 9, "price": 45}, {"raw": 6, "out": 14, "extra": 5, "pack": 12, "price": 50}, {"raw": 6.5, "out": 15.5, "extra": 4, "pack": 13, "price": 48}],
            batch=20, jin=3, fee=fact("fee_2023_high"),
        ),
    ],
    fields=[
        form.number("cost", "① 一单本钱几元？（服务费先不算）", unit="元"),
        form.gain("profit", "② 卖 {price} 元，扣了服务费，一单赚还是亏几元？", unit="元"),
        form.choice(
            "open",
            "③ 这个价，开不开？",
            {"yes": "开", "no": "不开，改了价再开", "volume": "先开着，走量就赚回来了"},
        ),
        form.number("floor", "④ 要不亏，最低标几元？（写到分，先不凑整）", unit="元"),
    ],
)

# %% tags=["key"] points=6
from nongju.models import pricing

BATCH = ("腊肉", "香肠", "渣海椒")
LESS = "掉的那份没得卖。照剩下的 {out} 斤去算，一斤货钱 {per_jin} 元。"
LONGER = "{batch} 斤出 {out} 斤，中间别先凑整。多留两位，算到最后再取。"
SPREAD = "{casing} 元是 {batch} 斤肉的料。先加进总钱，再除以 {out} 斤。"

work = form.work(
    {
        "paid": lambda s: s.batch * s.pork + s.casing if s.name == "香肠" else s.batch * s.raw,
        "came_out": lambda s: s.out,
        "per_jin": lambda s: pricing.spread_cost(s.paid, s.came_out),
        "cost": lambda s: s.jin * (s.per_jin + s.extra) + s.pack,
        "taken": lambda s: pricing.platform_fee(s.price, s.fee / 100),
        "profit": lambda s: s.price - s.taken - s.cost,
        "open": lambda s: "yes" if s.profit > 0 else "no",
        "one_yuan": lambda s: s.fee / 100,
        "rest": lambda s: 1 - s.fee / 100,
        "floor": lambda s: pricing.lowest_price(s.cost, s.fee / 100),
    },
    [
        form.slip("yield_ignored", "忘了缩水", "{batch} 斤只剩 {out} 斤能卖。一斤货钱是 {per_jin} 元。", came_out=lambda s: s.batch),
        form.slip("yield_multiplied", "乘除弄反了", "斤数变少，一斤只会更贵。算小了，就是弄反了：一斤货钱是 {per_jin} 元。", per_jin=lambda s: s.paid / s.batch * s.out / s.batch),
        form.slip("loss_added", "掉几成就加几成", "掉几成，不是贵几成。总钱除以剩下的斤数，一斤货钱 {per_jin} 元。", per_jin=lambda s: s.paid / s.batch * (2 - s.out / s.batch)),
        form.slip("extra_divided_too", "料和工也跟着缩水算了", "料和工说的就是每斤成品几元，不用再除，也不用再乘。", cost=lambda s: s.jin * (s.per_jin + s.extra / s.out * s.batch) + s.pack),
        form.slip("extra_forgotten", "漏了料和工", "还有料和工，每斤 {extra} 元。", extra=0),
        form.slip("extra_once", "料和工只加了一斤的", "一单 {jin} 斤，每斤都要 {extra} 元的料和工。", cost=lambda s: s.jin * s.per_jin + s.extra + s.pack),
        form.slip("pack_each_jin", "每斤都加了一回箱和快递", "箱和快递一单只花一回，{pack} 元。", cost=lambda s: s.jin * (s.per_jin + s.extra + s.pack)),
        form.slip("packing_and_freight_left_out", "漏了箱和快递", "箱和快递也是本钱，{pack} 元。", pack=0),
        form.slip("one_jin_only", "一单只算了一斤的货", "一单是 {jin} 斤，货钱、料和工都乘 {jin}。", jin=1),
        form.slip("goods_alone", "只算了货钱", "货钱外头，还有料和工、箱和快递。", cost=lambda s: s.jin * s.per_jin),
        form.slip("goods_alone_per_jin", "写成了一斤的货钱", "这是一斤的货钱。一单 {jin} 斤，还有料和工、箱和快递。", cost=lambda s: s.per_jin),
        form.slip("made_cost_alone", "写成了一斤的", "一单 {jin} 斤，货钱、料和工都乘 {jin}，再加箱和快递。", cost=lambda s: s.per_jin + s.extra),
        form.slip("divided_by_lost", "除成了掉的那份", LESS, per_jin={name: lambda s: s.paid / (s.batch - s.out) for name in BATCH}),
        form.slip("lost_share_taken", "乘成了掉的那份", LESS, per_jin=lambda s: s.paid / s.batch * (1 - s.out / s.batch)),
        form.slip("lost_jin_paid", "只算了掉的那几斤", "剩下的那些也花了钱。一批的钱全算上，除以 {out} 斤。", per_jin=lambda s: s.paid / s.batch * (s.batch - s.out) / s.out),
        form.slip("share_rounded", "几成先凑了整", LONGER, per_jin={name: lambda s: s.paid / s.batch / round(s.out / s.batch, 1) for name in BATCH}),
        form.slip("ratio_rounded", "几斤出一斤先凑了整", LONGER, per_jin={name: lambda s: s.paid / s.batch * round(s.batch / s.out, 1) for name in BATCH}),
        form.slip("batch_as_one", "一批的当成一斤的", "{paid} 元是一整批的。除以 {out} 斤，一斤 {per_jin} 元。", per_jin={name: lambda s: s.paid for name in BATCH}),
        form.slip("batch_as_order", "一批的当成一单的", "{paid} 元是一整批的。一单只有 {jin} 斤。", cost={name: lambda s: s.paid + s.extra + s.pack for name in BATCH}),
        form.slip("extra_on_batch", "料和工摊到一批上了", "料和工说的是每斤成品 {extra} 元，不是一批的。", cost={name: lambda s: s.jin * (s.paid + s.extra) / s.out + s.pack for name in BATCH}),
        form.slip("casing_whole", "一批的料全加在一斤上", SPREAD, per_jin={"香肠": lambda s: s.batch * s.pork / s.out + s.casing}),
        form.slip("casing_on_raw", "料没跟着缩水摊", SPREAD, per_jin={"香肠": lambda s: s.batch * s.pork / s.out + s.casing / s.batch}),
        form.slip("casing_each_jin", "一批的料每斤都加了", SPREAD, per_jin={"香肠": lambda s: s.batch * (s.pork + s.casing) / s.out}),
        form.slip("casing_alone_shrunk", "肉没跟着缩水摊", SPREAD, per_jin={"香肠": lambda s: s.pork + s.casing / s.out}),
        form.slip("casing_forgotten", "漏了肠衣和料", "每 10 斤肉还有肠衣和料 {casing} 元。先加齐，再除。", casing={"香肠": 0}),
        form.slip("goods_of_one_jin", "斤数没乘在货钱上", "一斤货钱 {per_jin} 元，一单 {jin} 斤。", cost=lambda s: s.per_jin + s.jin * s.extra + s.pack),
        form.slip("fee_in_cost", "服务费也算进本钱了", "这一问先不算服务费，下一问再扣。", cost=lambda s: s.jin * (s.per_jin + s.extra) + s.pack + s.price * s.fee / 100, at="cost"),
        form.slip("fee_of_cost_in_cost", "服务费也算进本钱了", "这一问先不算服务费，下一问再扣。", cost=lambda s: (s.jin * (s.per_jin + s.extra) + s.pack) * (1 + s.fee / 100), at="cost"),
        form.slip("fee_on_freight", "服务费照卖价加箱和快递收了", "服务费收的是顾客实付的 {price} 元。箱和快递是你花的，不加进去。", taken=lambda s: (s.price + s.pack) * s.fee / 100),
        form.slip("fee_forgotten", "忘了服务费", "平台先从卖价里扣 {fee}%，剩下的才来付本钱。", fee=0),
        form.slip("fee_point_moved", "服务费少算了一位", "{fee}% 是每一百元收 {fee} 元，一元收 {one_yuan} 元。", fee=lambda s: s.fee / 10),
        form.slip("fee_as_yuan", "几个点当成几元", "{fee}% 是每一百元收 {fee} 元。要乘上卖价。", taken=lambda s: s.fee, floor=lambda s: s.cost + s.fee),
        form.slip("fee_on_cost", "服务费照本钱收了", "服务费收的是卖价 {price} 元的 {fee}%，不是本钱的。", taken=lambda s: s.cost * s.fee / 100),
        form.slip("fee_multiplied", "该除的用了乘", "标高了，服务费也跟着多抽。用除：本钱 ÷ {rest}。", floor=lambda s: s.cost * (1 + s.fee / 100)),
        form.slip("gap_only", "差几元就只补几元", "标高了，服务费也跟着多抽。用除：本钱 ÷ {rest}。", floor=lambda s: s.price - s.profit),
        form.slip("whole_yuan", "凑成了整元", "标价往上凑整是对的。这里先写准：{floor} 元。", floor=form.up(lambda s: s.cost / s.rest), at="floor"),
        form.slip("price_less_fee", "写成了扣掉服务费的卖价", "这是卖 {price} 元到手的。不亏的价，拿本钱 {cost} 元去除：÷ {rest}。", floor=lambda s: s.price * s.rest),
        form.slip("cost_as_floor", "写成了本钱", "标 {cost} 元，扣了服务费就不够本钱。用除：本钱 ÷ {rest}。", floor=lambda s: s.cost),
        form.slip("price_raised", "卖价上加了服务费", "要不亏，看的是本钱 {cost} 元，不是想卖的价。本钱 ÷ {rest}。", floor=lambda s: s.price * (1 + s.fee / 100)),
        form.slip("price_over_rest", "卖价除了一遍", "要不亏，看的是本钱 {cost} 元，不是想卖的价。本钱 ÷ {rest}。", floor=lambda s: s.price / s.rest),
        form.slip("floor_of_one_jin", "写成了一斤的", "问的是一单的价，{jin} 斤一起，不用除。", floor=lambda s: s.cost / s.rest / s.jin, profit=lambda s: (s.price - s.taken - s.cost) / s.jin),
        form.slip("cost_cut_by_fee", "本钱打了折", "要从卖价里扣，所以标得比本钱高。用除：本钱 ÷ {rest}。", floor=lambda s: s.cost * (1 - s.fee / 100)),
        form.slip("fee_on_gain", "服务费照赚的收了", "服务费收的是卖价 {price} 元的 {fee}%，亏了也照收。", taken=lambda s: (s.price - s.cost) * s.fee / 100),
        form.slip("fee_added", "服务费当成收进来的", "服务费是平台拿走的，要减。", taken=lambda s: -s.price * s.fee / 100, floor=lambda s: s.cost / (1 + s.fee / 100)),
        form.slip("point_as_tenth", "几个点当成几成", "{fee}% 是一百元收 {fee} 元，不是收 {fee} 成。", fee=lambda s: 10 * s.fee),
        form.slip("price_as_gain", "卖价当成赚的", "卖价里大半是本钱。减掉服务费，再减本钱。", profit=lambda s: s.price),
        form.slip("fee_as_gain", "写成了服务费", "这是平台收走的。问的是一单剩几元：卖价减服务费，再减本钱。", profit=lambda s: s.taken),
        form.slip("cost_as_gain", "写成了花的", "这是花掉的。拿卖价去减服务费和本钱。", profit=lambda s: s.cost + s.taken),
        form.slip("fee_taken_twice", "服务费扣了两回", "服务费 {taken} 元，扣一回就够了。", profit=lambda s: s.price - 2 * s.taken - s.cost),
        form.slip("pack_taken_twice", "箱和快递又减了一回", "箱和快递已经在本钱里了，不用再减。", profit=lambda s: s.price - s.taken - s.cost - s.pack),
        form.slip("price_each_jin", "卖价当成一斤的", "{price} 元是一单 {jin} 斤的价，不用再乘。", price=lambda s: s.jin * s.price, at="profit"),
        form.slip("cost_not_taken", "只扣服务费，没减本钱", "扣完服务费，还要减一单本钱。", profit=lambda s: s.price - s.taken),
    ],
)
q.mark(
    form.rule_number(
        "cost",
        points=2,
        of=work,
        within=0.05,
        why=lambda s: (f"一斤干的用 3 斤鲜的，{s.per_jin:g} 元" if s.name == "干莲子" else f"一斤货钱 {s.paid:g} ÷ {s.out:g} = {s.per_jin:.2f} 元")
        + f"，加料和工 {s.extra:g} 元。乘 {s.jin} 斤，再加箱和快递 {s.pack:g} 元，一单 {s.cost:.2f} 元。",
    ),
    form.rule_number("profit", points=2, of=work, within=0.04, why="服务费 {taken} 元。{price} − {taken} − {cost}，{profit:gain}。"),
    form.rule_choice(
        "open",
        points=1,
        of=work,
        why=lambda s: "每单都有剩，可以开。" if s.profit > 0 else "卖一单亏一单。改了价再开。",
        wrong=[
            form.wrong("volume_cures_loss", "走量就赚", "volume", lambda s: "这一单本来就赚，不靠走量。先看一单，再看多少单。" if s.profit > 0 else "一单亏的，卖得越多亏得越多。"),
            form.wrong("turnover_not_margin", "看流水不看毛利", {"腊肉": "yes", "渣海椒": "yes"}, "收到的钱里，大半是本钱。减完还有剩，才开。"),
            form.wrong("thin_is_loss", "赚得少就当亏", {"干莲子": "no", "香肠": "no"}, "扣完还有剩，就不是亏。少赚和亏是两回事。"),
        ],
    ),
    form.rule_number("floor", points=1, of=work, within=0.04, why="收一元，到手 {rest} 元。{cost} ÷ {rest}，最低 {key_said}。标价再往上凑整。"),
)
