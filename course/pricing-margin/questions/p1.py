# %% tags=["question"]
# 第 1 题：一斤摊多少货钱，备几斤鲜货
from nongju import form

q = form.question(
    "pricing-margin/p1",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "腊肉",
            "鲜猪肉 {raw} 元一斤。上一批 {put_in} 斤鲜肉，熏出 {made} 斤腊肉。有人订了 {want} 斤{goods}。",
            together=[{"raw": 13, "made": 6, "want": 33}, {"raw": 13.5, "made": 6.4, "want": 24}, {"raw": 14.5, "made": 6.4, "want": 40}],
            goods="腊肉",
            fresh="鲜肉",
            put_in=10,
        ),
        form.scene(
            "干莲子",
            "带壳的鲜莲子 {raw} 元一斤。剥壳、晒干，{put_in} 斤鲜的才得 {made} 斤干的。有人订了 {want} 斤{goods}。",
            together=[{"raw": 4.2, "put_in": 2.8, "want": 20}, {"raw": 3.6, "put_in": 3.2, "want": 15}, {"raw": 3.4, "put_in": 3.6, "want": 25}],
            goods="干莲子",
            fresh="鲜莲子",
            made=1,
        ),
        form.scene(
            "香肠",
            "猪肉 {raw} 元一斤。每 {put_in} 斤肉，配肠衣和料 {casing} 元。灌好晾干，得 {made} 斤香肠。有人订了 {want} 斤{goods}。",
            together=[{"raw": 13, "made": 7.6, "casing": 17, "want": 19}, {"raw": 14, "made": 7.6, "casing": 15, "want": 57}, {"raw": 15, "made": 7.8, "casing": 16, "want": 52}],
            goods="香肠",
            fresh="猪肉",
            put_in=10,
        ),
        form.scene(
            "渣海椒",
            "上一坛下了 {chili} 斤红辣椒，{raw} 元一斤；{corn} 斤玉米面，{flour} 元一斤。"
            "开坛挖掉面上坏的，好的有 {made} 斤。有人订了 {want} 斤{goods}。",
            together=[{"raw": 3.6, "flour": 2.5, "want": 24}, {"raw": 4, "flour": 2.2, "want": 33}, {"raw": 5, "flour": 2.2, "want": 36}],
            goods="渣海椒",
            fresh="料（辣椒加玉米面）",
            made=15,
            chili=14,
            corn=6,
            put_in=20,
        ),
    ],
    fields=[
        form.number("cost", "① 一斤{goods}，光货钱几元？", unit="元"),
        form.number("need", "② 要交 {want} 斤{goods}，得备几斤{fresh}？", unit="斤"),
    ],
)

# %% tags=["key"] points=4
from nongju.models import pricing

BATCH = ("腊肉", "香肠", "渣海椒")
LESS = "掉的那份没得卖。照剩下的 {came_out} 斤去算。"
APART = "下的斤数不一样多。先各算各的钱，加起来再除。"
SPREAD = "{casing} 元是 {put_in} 斤肉的料。先加进总钱，再除以 {came_out} 斤。"
LONGER = "{put_in} 斤出 {came_out} 斤，中间别先凑整。多留两位，算到最后再取。"

work = form.work(
    {
        "came_out": lambda s: s.made,
        "paid": {
            "腊肉": lambda s: s.put_in * s.raw,
            "干莲子": lambda s: s.put_in * s.raw,
            "香肠": lambda s: s.put_in * s.raw + s.casing,
            "渣海椒": lambda s: s.chili * s.raw + s.corn * s.flour,
        },
        "cost": lambda s: pricing.spread_cost(s.paid, s.came_out),
        "need": lambda s: s.want * s.put_in / s.came_out,
    },
    [
        form.slip("yield_ignored", "忘了缩水", "{put_in} 斤下去，只剩 {came_out} 斤能卖。钱和斤数都照这个摊。", came_out=lambda s: s.put_in),
        form.slip("yield_multiplied", "乘除弄反了", "斤数变少，一斤只会更贵，鲜货只会多备。算小了，就是弄反了。", cost=lambda s: s.paid / s.put_in * s.made / s.put_in, need=lambda s: s.want * s.made / s.put_in),
        form.slip("loss_added", "掉几成就加几成", "掉几成，不是加几成。照 {put_in} 斤出 {came_out} 斤去算。", cost=lambda s: s.paid / s.put_in * (2 - s.made / s.put_in), need=lambda s: s.want * (2 - s.made / s.put_in)),
        form.slip("divided_by_lost", "除成了掉的那份", LESS, came_out=lambda s: s.put_in - s.made),
        form.slip("divided_by_both", "鲜的和成品加起来除", "鲜的变成了成品，斤数不能加在一起。除以成品的 {came_out} 斤。", came_out=lambda s: s.put_in + s.made),
        form.slip("lost_share_taken", "乘成了掉的那份", LESS, cost=lambda s: s.paid / s.put_in * (1 - s.made / s.put_in), need=lambda s: s.want * (1 - s.made / s.put_in)),
        form.slip("lost_jin_paid", "只算了掉的那几斤", "剩下的那些也花了钱。一批的钱全算上，再除以 {came_out} 斤。", cost=lambda s: s.paid / s.put_in * (s.put_in - s.made) / s.made),
        form.slip("lost_money", "写成了掉的那几斤的钱", "这是掉的那几斤值的钱。一批的 {paid} 元，除以 {came_out} 斤。", cost={name: lambda s: s.paid / s.put_in * (s.put_in - s.made) for name in BATCH}),
        form.slip("share_rounded", "几成先凑了整", LONGER, cost={name: lambda s: s.paid / s.put_in / round(s.made / s.put_in, 1) for name in BATCH[:2]}, need={name: lambda s: s.want / round(s.made / s.put_in, 1) for name in BATCH[:2]}),
        form.slip("ratio_rounded", "几斤出一斤先凑了整", LONGER, cost=lambda s: s.paid / s.put_in * round(s.put_in / s.made, 0 if s.name == "干莲子" else 1), need=lambda s: s.want * round(s.put_in / s.made, 0 if s.name == "干莲子" else 1)),
        form.slip("lost_jin_added", "掉几斤就加几斤", "掉的斤数是一批的，订的不是一批。先看一斤成品要几斤鲜的。", need=lambda s: s.want + s.put_in - s.made),
        form.slip("lost_jin_as_yuan", "掉几斤就加几元", "掉的是斤数，不是元。一批的 {paid} 元，除以 {came_out} 斤。", cost={name: lambda s: s.raw + s.put_in - s.made for name in ("腊肉", "香肠")}),
        form.slip("added_for_multiplied", "用了加，没用乘", "{put_in} 斤出 {came_out} 斤，要跟着乘、跟着除，不能直接加。", cost={"干莲子": lambda s: s.raw + s.put_in}, need=lambda s: s.want + s.put_in),
        form.slip("more_only", "写成了多备的", "问的是一共备几斤。订的 {want} 斤也在里头。", need=lambda s: s.want * s.put_in / s.made - s.want),
        form.slip("step_short", "少乘了一步", "这是一斤成品要几斤鲜的。再往下乘一步，才是问的那个数。", cost=lambda s: s.put_in / s.made, need=lambda s: s.put_in / s.made),
        form.slip("share_only", "写成了一斤鲜的出几斤", "这是一斤鲜的出几斤。再往下算一步，才是问的那个数。", cost=lambda s: s.made / s.put_in, need=lambda s: s.made / s.put_in),
        form.slip("batches_not_jin", "写成了几批", "这是要做几批。再乘一批的 {put_in} 斤。", need={name: lambda s: s.want / s.made for name in BATCH}),
        form.slip("batches_rounded", "写成了几批，还凑了整", "这是要做几批。要几斤备几斤：批数不凑整，再乘 {put_in} 斤。", need={name: form.up(lambda s: s.want / s.made) for name in BATCH}),
        form.slip("whole_batches", "一批一批凑整了备", "一批不用非做满。{want} 斤要几斤鲜的，就备几斤。", need={name: lambda s: s.put_in * (s.want // s.made + 1) for name in BATCH}),
        form.slip("batch_as_one", "一批的当成一斤的", "这是照一整批算的。再除以做成的 {came_out} 斤。", came_out={name: 1 for name in BATCH}),
        form.slip("order_as_one", "整张单的当成一斤的", "问的是一斤几元，先不乘订的 {want} 斤。", cost=lambda s: s.want * s.paid / s.came_out, at="cost"),
        form.slip("order_at_raw_price", "订的斤数乘了鲜货价", "问的是一斤{goods}几元，先不乘订的 {want} 斤。一批的钱，除以 {came_out} 斤。", cost=lambda s: s.want * s.raw),
        form.slip("divided_by_order", "除成了订的斤数", "一批的钱，摊给这一批做成的 {came_out} 斤，不是订的 {want} 斤。", cost=lambda s: s.paid / s.want),
        form.slip("jin_in_yuan", "写成了钱", "这是几元。问的是备几斤{fresh}，用斤数去算。", need=lambda s: s.want * s.paid / s.came_out),
        form.slip("raw_jin_in_yuan", "写成了鲜货的钱", "这是几元。问的是备几斤{fresh}，用斤数去算。", need=lambda s: s.want * s.raw),
        form.slip("jin_as_kilogram", "斤当成公斤", "一公斤是两斤。题里说的、问的都是斤。", cost=lambda s: 2 * s.paid / s.made, need=lambda s: s.want * s.put_in / s.made / 2),
        form.slip("kilogram_reversed", "斤和公斤换反了", "一公斤是两斤。题里的价和斤数都是按斤说的，不用换。", cost=lambda s: s.paid / s.made / 2, need=lambda s: 2 * s.want * s.put_in / s.made),
        form.slip("story_price", "抄了题里的单价", "题里是鲜货、鲜料的价。加齐总钱，再除以好的 {came_out} 斤。", cost={"香肠": lambda s: s.raw, "渣海椒": lambda s: s.raw}),
        form.slip("casing_forgotten", "漏了肠衣和料", "肠衣和料也是货钱，{casing} 元。先加齐，再除。", paid={"香肠": lambda s: s.put_in * s.raw}),
        form.slip("casing_whole", "一批的料全加在一斤上", SPREAD, cost={"香肠": lambda s: s.put_in * s.raw / s.came_out + s.casing}),
        form.slip("casing_added_to_raw", "一斤肉加一批的料", SPREAD, cost={"香肠": lambda s: s.raw + s.casing}),
        form.slip("casing_each_jin", "一批的料每斤都加了", SPREAD, paid={"香肠": lambda s: s.put_in * (s.raw + s.casing)}),
        form.slip("casing_on_raw", "料没跟着缩水摊", "料也摊到剩下的 {came_out} 斤上。先加齐，再除。", cost={"香肠": lambda s: s.put_in * s.raw / s.made + s.casing / s.put_in}),
        form.slip("casing_alone_shrunk", "肉没跟着缩水摊", "肉钱也摊到剩下的 {came_out} 斤上。先加齐，再除。", cost={"香肠": lambda s: s.raw + s.casing / s.made}),
        form.slip("one_jin_of_meat", "肉只算了一斤的", "料是 {put_in} 斤肉的，肉也要算 {put_in} 斤的钱。加齐再除。", cost={"香肠": lambda s: (s.raw + s.casing) / s.made}),
        form.slip("corn_forgotten", "漏了玉米面", "玉米面也是料：{corn} 斤，一斤 {flour} 元。钱要算上，斤数也要算上。", paid={"渣海椒": lambda s: s.chili * s.raw}, need={"渣海椒": lambda s: s.want * s.chili / s.came_out}),
        form.slip("divided_by_chili", "除成了辣椒的斤数", "开坛以后，好的有 {came_out} 斤。总钱除以它。", cost={"渣海椒": lambda s: s.paid / s.chili}),
        form.slip("corn_at_chili_price", "两样都按辣椒价", "玉米面一斤 {flour} 元，不是 {raw} 元。" + APART, paid={"渣海椒": lambda s: s.put_in * s.raw}),
        form.slip("prices_swapped", "两样的价换了位", "辣椒 {chili} 斤，一斤 {raw} 元；玉米面 {corn} 斤，一斤 {flour} 元。", paid={"渣海椒": lambda s: s.chili * s.flour + s.corn * s.raw}),
        form.slip("simple_mean", "两样价钱直接平均", APART, paid={"渣海椒": lambda s: (s.raw + s.flour) / 2 * s.put_in}),
        form.slip("simple_mean_ignored", "两样平均，也没算缩水", "先各算各的钱，加起来，再除以好的 {came_out} 斤。", cost={"渣海椒": lambda s: (s.raw + s.flour) / 2}),
        form.slip("prices_added", "两样单价直接加", APART, paid={"渣海椒": lambda s: (s.raw + s.flour) * s.put_in}),
        form.slip("prices_added_plain", "两样单价直接加", APART, cost={"渣海椒": lambda s: s.raw + s.flour}),
        form.slip("prices_over_jin", "两样单价加起来除", APART, cost={"渣海椒": lambda s: (s.raw + s.flour) / s.came_out}),
    ],
)
q.mark(
    form.rule_number(
        "cost",
        points=2,
        of=work,
        within=0.05,
        why={
            "腊肉": "{put_in} 斤鲜肉花 {paid} 元，只剩 {came_out} 斤腊肉。{paid} ÷ {came_out}，一斤 {key_said}。",
            "干莲子": "一斤干的要用 {put_in} 斤鲜的。{raw} × {put_in}，一斤 {key_said}。",
            "香肠": "肉、肠衣和料，一共 {paid} 元。除以晾干的 {came_out} 斤，一斤 {key_said}。",
            "渣海椒": "辣椒和玉米面，一共 {paid} 元。除以好的 {came_out} 斤，一斤 {key_said}。",
        },
    ),
    form.rule_number(
        "need",
        points=2,
        of=work,
        within=0.12,
        why="{put_in} 斤下去，出 {came_out} 斤成品。{want} × {put_in} ÷ {came_out}，备 {key_said}。",
    ),
)
