# %% tags=["question"]
# 第 1 题：一斤摊多少货钱，备几斤鲜货
from nongju import form

q = form.question(
    "pricing-margin/p1",
    see="讲一讲 二",
    scenes=[
        form.scene(
            "腊肉",
            "鲜猪肉 {pork} 元一斤。上一批 10 斤鲜肉，熏出 {made} 斤腊肉。有人订了 {want} 斤{goods}。",
            together=[
                {"pork": 13, "made": 6, "want": 36},
                {"pork": 13.5, "made": 6.2, "want": 31},
                {"pork": 14.5, "made": 6.4, "want": 32},
            ],
            goods="腊肉",
            raw="鲜肉",
            ten=10,
        ),
        form.scene(
            "干莲子",
            "带壳的鲜莲子 {fresh} 元一斤。剥壳、晒干，{ratio} 斤鲜的才得 1 斤干的。有人订了 {want} 斤{goods}。",
            together=[
                {"fresh": 4.2, "ratio": 2.8, "want": 20},
                {"fresh": 3.6, "ratio": 3.2, "want": 15},
                {"fresh": 3.4, "ratio": 3.6, "want": 25},
            ],
            goods="干莲子",
            raw="鲜莲子",
        ),
        form.scene(
            "香肠",
            "猪肉 {pork} 元一斤。每 10 斤肉，配肠衣和料 {casing} 元。灌好晾干，得 {made} 斤香肠。有人订了 {want} 斤{goods}。",
            together=[
                {"pork": 13, "made": 7.5, "casing": 18, "want": 45},
                {"pork": 14, "made": 7.6, "casing": 15, "want": 38},
                {"pork": 15, "made": 7.8, "casing": 16, "want": 39},
            ],
            goods="香肠",
            raw="猪肉",
            ten=10,
        ),
        form.scene(
            "渣海椒",
            "上一坛下了 {chili} 斤红辣椒，{pepper} 元一斤；{corn} 斤玉米面，{flour} 元一斤。"
            "开坛挖掉面上坏的，好的有 {made} 斤。有人订了 {want} 斤{goods}。",
            together=[
                {"pepper": 3.5, "flour": 2, "want": 27},
                {"pepper": 4, "flour": 2.2, "want": 30},
                {"pepper": 5, "flour": 2.2, "want": 36},
            ],
            goods="渣海椒",
            raw="料（辣椒加玉米面）",
            made=15,
            chili=14,
            corn=6,
        ),
    ],
    fields=[
        form.number("cost", "① 一斤{goods}，光货钱几元？", unit="元"),
        form.number("need", "② 要交 {want} 斤{goods}，得备几斤{raw}？", unit="斤"),
    ],
)

# %% tags=["key"] points=4
from nongju.models import pricing

work = form.work(
    {
        "put_in": {
            "腊肉": lambda s: s.ten,
            "干莲子": lambda s: s.ratio,
            "香肠": lambda s: s.ten,
            "渣海椒": lambda s: s.chili + s.corn,
        },
        "good": lambda s: 1 if s.name == "干莲子" else s.made,
        "came_out": lambda s: s.good,
        "paid": {
            "腊肉": lambda s: s.ten * s.pork,
            "干莲子": lambda s: s.ratio * s.fresh,
            "香肠": lambda s: s.ten * s.pork + s.casing,
            "渣海椒": lambda s: s.chili * s.pepper + s.corn * s.flour,
        },
        "cost": lambda s: pricing.spread_cost(s.paid, s.came_out),
        "need": lambda s: s.want * s.put_in / s.came_out,
    },
    [
        form.slip("yield_ignored", "忘了缩水", "{put_in} 斤鲜的，只剩 {came_out} 斤能卖。钱和斤数都照这个摊。", came_out=lambda s: s.put_in),
        form.slip(
            "yield_multiplied",
            "乘除弄反了",
            "斤数变少，一斤只会更贵，鲜货只会多备。算小了，就是弄反了。",
            cost=lambda s: s.paid / s.put_in * s.came_out / s.put_in,
            need=lambda s: s.want * s.came_out / s.put_in,
        ),
        form.slip(
            "loss_added",
            "掉几成就加几成",
            "掉几成，不是加几成。照 {put_in} 斤出 {came_out} 斤去算。",
            cost=lambda s: s.paid / s.put_in * (2 - s.came_out / s.put_in),
            need=lambda s: s.want * (2 - s.came_out / s.put_in),
        ),
        form.slip("divided_by_lost", "除成了掉的那份", "掉的那份没得卖。照剩下的 {came_out} 斤去算。", came_out=lambda s: s.put_in - s.good),
        form.slip(
            "lost_share_taken",
            "乘成了掉的那份",
            "掉的那份没得卖。照剩下的 {came_out} 斤去算。",
            cost=lambda s: s.paid / s.put_in * (1 - s.came_out / s.put_in),
            need=lambda s: s.want * (1 - s.came_out / s.put_in),
        ),
        form.slip("lost_jin_added", "掉几斤就加几斤", "掉的斤数是一批的，订的不是一批。先看一斤成品要几斤鲜的。", need=lambda s: s.want + s.put_in - s.came_out),
        form.slip("more_only", "写成了多备的", "问的是一共备几斤。订的 {want} 斤也在里头。", need=lambda s: s.want * s.put_in / s.came_out - s.want),
        form.slip("step_short", "少乘了一步", "这是一斤成品要几斤鲜的。再往下乘一步，才是问的那个数。", cost=lambda s: s.put_in / s.came_out, need=lambda s: s.put_in / s.came_out),
        form.slip("batches_not_jin", "写成了几批", "这是要做几批。再乘一批的 {put_in} 斤。", need={name: lambda s: s.want / s.came_out for name in ("腊肉", "香肠", "渣海椒")}),
        form.slip("batch_as_one", "一批的当成一斤的", "这是照一整批算的。再除以做成的 {came_out} 斤。", came_out={"腊肉": 1, "香肠": 1, "渣海椒": 1}),
        form.slip("order_as_one", "整张单的当成一斤的", "问的是一斤几元，先不乘订的 {want} 斤。", cost=lambda s: s.want * s.paid / s.came_out, at="cost"),
        form.slip("jin_as_kilogram", "斤当成公斤", "一公斤是两斤。题里说的、问的都是斤。", cost=lambda s: 2 * s.paid / s.came_out, need=lambda s: s.want * s.put_in / s.came_out / 2),
        form.slip("kilogram_reversed", "斤和公斤换反了", "一公斤是两斤。题里的价和斤数都是按斤说的，不用换。", cost=lambda s: s.paid / s.came_out / 2, need=lambda s: 2 * s.want * s.put_in / s.came_out),
        form.slip("story_price", "抄了题里的单价", "题里是鲜货、鲜料的价。加齐总钱，再除以好的 {came_out} 斤。", cost={"香肠": lambda s: s.pork, "渣海椒": lambda s: s.pepper}),
        form.slip("casing_forgotten", "漏了肠衣和料", "肠衣和料也是货钱，{casing} 元。先加齐，再除。", paid={"香肠": lambda s: s.ten * s.pork}),
        form.slip("casing_whole", "一批的料全加在一斤上", "{casing} 元是 10 斤肉的料。先加进总钱，再除。", cost={"香肠": lambda s: s.ten * s.pork / s.came_out + s.casing}),
        form.slip("casing_on_raw", "料没跟着缩水摊", "料也摊到剩下的 {came_out} 斤上。先加齐，再除。", cost={"香肠": lambda s: (s.ten * s.pork / s.came_out) + s.casing / s.ten}),
        form.slip("corn_forgotten", "漏了玉米面", "玉米面也是料：{corn} 斤，一斤 {flour} 元。", corn={"渣海椒": 0}),
        form.slip("simple_mean", "两样价钱直接平均", "辣椒下得多，玉米面下得少。先各算各的钱，加起来再除。", paid={"渣海椒": lambda s: (s.pepper + s.flour) / 2 * s.put_in}),
        form.slip("prices_added", "两样单价直接加", "下的斤数不一样多。先各算各的钱，加起来再除。", cost={"渣海椒": lambda s: s.pepper + s.flour}),
        form.slip("simple_mean_ignored", "两样平均，也没算缩水", "先各算各的钱，加起来，再除以好的 {came_out} 斤。", cost={"渣海椒": lambda s: (s.pepper + s.flour) / 2}),
    ],
)
q.mark(
    form.rule_number(
        "cost",
        points=2,
        of=work,
        within=0.05,
        why={
            "腊肉": "10 斤鲜肉花 {paid} 元，只剩 {came_out} 斤腊肉。{paid} ÷ {came_out}，一斤 {key_said}。",
            "干莲子": "一斤干的要用 {ratio} 斤鲜的。{fresh} × {ratio}，一斤 {key_said}。",
            "香肠": "肉、肠衣和料，一共 {paid} 元。除以晾干的 {came_out} 斤，一斤 {key_said}。",
            "渣海椒": "辣椒和玉米面，一共 {paid} 元。除以好的 {came_out} 斤，一斤 {key_said}。",
        },
    ),
    form.rule_number(
        "need",
        points=2,
        of=work,
        within=0.5,
        why="{put_in} 斤下去，出 {came_out} 斤成品。{want} × {put_in} ÷ {came_out}，备 {key_said}。",
    ),
)
