# %% tags=["question"]
# 第 5 题：先找老顾客，还是花钱找生人
from nongju import form

STRANGERS = "甲：花 {spend} 元推给生人，来 {new} 单。\n"
BUYERS = "乙：给买过的 {old} 人发消息，一百个里 {pct} 个再买。每单送一小份，本钱 {gift} 元；工钱 {work} 元。\n"
BOTH = "帮手说：不找生人，永远就这些人。嫂子说：老顾客不花推广钱。两句都对。"

q = form.question(
    "traffic-economics/p5",
    see="讲一讲 一",
    scenes=[
        form.scene(
            "腊肉",
            "冬天腊肉足，一单卖 {price} 元，毛利 {m} 元。今天只忙得过来一样。\n" + STRANGERS + BUYERS + BOTH,
            price=120, m=[32, 34], spend=[380, 400], new=25, old=[60, 70], pct=30, gift=4, work=50, stock=999,
        ),
        form.scene(
            "干莲子",
            "干莲子放得住，一屋子货。一单卖 {price} 元，毛利 {m} 元。今天只忙得过来一样。\n" + STRANGERS + BUYERS + BOTH,
            price=58, m=[18, 20], spend=[270, 290], new=[30, 32], old=10, pct=40, gift=3, work=20, stock=999,
        ),
        form.scene(
            "黑老虎",
            "熟透的黑老虎，只够 {stock} 单，三天要发完。一单卖 {price} 元，毛利 {m} 元。今天只忙得过来一样。\n" + STRANGERS + BUYERS + BOTH,
            price=66, m=[15, 17], spend=[120, 130], new=[29, 30], old=50, pct=40, gift=2, work=20, stock=14,
        ),
    ],
    fields=[
        form.gain("a", "① 走甲，手里多几元（赚）还是少几元（亏）？", unit="元"),
        form.gain("b", "② 走乙，手里多几元（赚）还是少几元（亏）？", unit="元"),
        form.choice(
            "pick",
            "③ 今天先走哪一条？为什么？",
            {
                "few": "甲：老顾客太少，货还有得是",
                "turnover": "甲：卖得多，流水大",
                "old": "乙：老顾客够多，不付推广钱",
                "stock": "乙：货就这么多，不缺买的人",
            },
        ),
    ],
)

# %% tags=["key"] points=6
BACON, LOTUS, FRUIT = "腊肉", "干莲子", "黑老虎"

work = form.work(
    {
        "again": lambda s: s.old * s.pct / 100,
        "back": lambda s: min(s.again, s.stock),
        "strangers": lambda s: min(s.new, s.stock),
        "a": lambda s: s.strangers * s.m - s.spend,
        "b": lambda s: s.back * (s.m - s.gift) - s.work,
        "pick": lambda s: "few" if s.a > s.b else "stock" if s.again > s.stock else "old",
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。乘的是毛利。", at=("a", "b"), m=lambda s: s.price),
        form.slip("cost_for_margin", "拿本钱当毛利", "卖价减毛利是本钱。乘的是毛利。", at=("a", "b"), m=lambda s: s.price - s.m),
        form.slip("ad_cost_forgotten", "忘了推广钱", "生人是花钱请来的。推广的 {spend} 元要减。", at="a", spend=0),
        form.slip("spent_as_loss", "花的都当亏的", "卖的单还带来毛利。先加上毛利，再减花的。", at=("a", "b"),
            a=lambda s: -s.spend, b=lambda s: -s.back * s.gift - s.work),
        form.slip("one_only", "只算了一单", "这只是一单的。卖几单，毛利就乘几。", at=("a", "b"),
            a=lambda s: s.m - s.spend, b=lambda s: s.m - s.gift - s.work),
        form.slip("one_order_share", "只算了一单摊的", "这是一单剩的。问的是这一条一共多几元。", at=("a", "b"),
            a=lambda s: s.m - s.spend / s.strangers, b=lambda s: s.m - s.gift - s.work / s.back),
        form.slip("ad_each_order", "推广钱每单都扣", "推广一共花 {spend} 元，只减一回。", at="a", a=lambda s: s.strangers * (s.m - s.spend)),
        form.slip("short_taken_off", "没货的单减了两回", "单算到 {stock} 为止，没货的已经不在里头。", at="a", strangers={FRUIT: lambda s: 2 * s.stock - s.new}),
        form.slip("stock_cut_off", "拿没货的单来算", "没货的单发不出。货够 {stock} 单，照这个算。", at="a", strangers={FRUIT: lambda s: s.new - s.stock}),
        form.slip("spend_added", "推广钱加上去了", "推广是花出去的。要减，不是加。", at="a", spend=lambda s: -s.spend),
        form.slip("ad_shared", "推广钱只算了一截", "钱已经花了。没货给的人，也是花钱请来的。", at="a", spend={FRUIT: lambda s: s.spend * s.stock / s.new}),
        form.slip("share_of_strangers", "生人也乘了几成", "{new} 单已经是买了的。一百个里 {pct} 个，说的是老顾客。", at="a",
            strangers=lambda s: min(s.new * s.pct / 100, s.stock)),
        form.slip("percent_as_strangers", "拿老顾客的几成当单数", "甲请来的是生人，{new} 单。{pct} 个说的是老顾客。", at="a", strangers=lambda s: min(s.pct, s.stock)),
        form.slip("second_road_orders", "拿了乙的单数", "甲请来的是生人，{new} 单。", at="a", strangers=lambda s: s.back),
        form.slip("first_road_orders", "拿了甲的单数", "乙的单，是老顾客里再买的。{old} 个里 {again} 个。", at="b", back=lambda s: min(s.new, s.stock)),
        form.slip("roads_compared", "写成了两条差几元", "这是两条路差的。问的是走这一条，手里多几元。", at=("a", "b"),
            a=lambda s: s.strangers * s.m - s.spend - s.back * (s.m - s.gift) + s.work, b=lambda s: s.back * (s.m - s.gift) - s.work - s.strangers * s.m + s.spend),
        form.slip("roads_added", "两条加起来了", "今天只走一条。两条各算各的。", at=("a", "b"),
            a=lambda s: s.strangers * s.m - s.spend + s.back * (s.m - s.gift) - s.work, b=lambda s: s.back * (s.m - s.gift) - s.work + s.strangers * s.m - s.spend),
        form.slip("gift_on_both", "甲也送了小份", "小份是送老顾客的。甲这边不送。", at="a", a=lambda s: s.strangers * (s.m - s.gift) - s.spend),
        form.slip("gift_and_work_on_both", "甲也扣了小份和工钱", "小份和工钱，都是乙那边的。", at="a", a=lambda s: s.strangers * (s.m - s.gift) - s.spend - s.work),
        form.slip("work_on_both", "甲也扣了乙的工钱", "工钱 {work} 元是发消息的。甲不用发。", at="a", a=lambda s: s.strangers * s.m - s.spend - s.work),
        form.slip("ad_cost_on_both", "乙也扣了甲的推广钱", "推广的 {spend} 元是请生人的。乙不用请。", at="b", b=lambda s: s.back * (s.m - s.gift) - s.work - s.spend),
        form.slip("uncapped", "忘了只有这么多", "货只够 {stock} 单。来的人多，也没货给。", stock={FRUIT: 999}),
        form.slip("everyone_buys", "当成人人都买", "一百个里只有 {pct} 个再买。先乘这一关。", at="b", back={BACON: lambda s: s.old, LOTUS: lambda s: s.old, FRUIT: lambda s: s.old}),
        form.slip("percent_as_people", "一百个里几个当成一共几个", "一百个里 {pct} 个。你有 {old} 个，是 {again} 个。", at="b", back=lambda s: s.pct),
        form.slip("gift_twice", "送的减了两遍", "一单送一份，一份 {gift} 元，只减一遍。", at="b", gift=lambda s: 2 * s.gift),
        form.slip("gift_free", "送的不算本钱", "送的也是花钱做的，一单 {gift} 元。", at="b", gift=0),
        form.slip("own_work_free", "自家的工没算钱", "发消息也费工夫，工钱 {work} 元。", at="b", work=0),
        form.slip("gift_and_work_free", "送的和工都没算钱", "送的一单 {gift} 元，工钱 {work} 元，都要减。", at="b", gift=0, work=0),
        form.slip("gift_added", "送的加上去了", "送的是花出去的。一单减 {gift} 元。", at="b", gift=lambda s: -s.gift),
        form.slip("work_added", "工钱加上去了", "工钱是花出去的。要减，不是加。", at="b", work=lambda s: -s.work),
        form.slip("others_counted", "算成了不买的人", "一百个里 {pct} 个再买。要算的是再买的。", at="b", back=lambda s: min(s.old - s.again, s.stock)),
        form.slip("share_of_stock", "拿货数去乘几成", "{pct} 个说的是老顾客。{old} 个里 {again} 个再买。", at="b", back={FRUIT: lambda s: s.stock * s.pct / 100}),
        form.slip("uncapped_gift_free", "没看货，送的也没减", "货只够 {stock} 单。送的一单 {gift} 元，也要减。", at="b", b={FRUIT: lambda s: s.again * s.m - s.work}),
        form.slip("unsent_gifts", "没货的也算送了", "只发得出 {stock} 单。没发的，不用送。", at="b", b={FRUIT: lambda s: s.back * s.m - s.again * s.gift - s.work}),
        form.slip("gift_once", "送的只算了一份", "一单送一份，{back} 单要减 {back} 份。", at="b", b=lambda s: s.back * s.m - s.gift - s.work),
        form.slip("gift_to_everyone", "没买的也算送了", "买的才送。{back} 单，减 {back} 份。", at="b", b=lambda s: s.back * s.m - s.old * s.gift - s.work),
        form.slip("work_each_order", "工钱每单都扣", "工钱一共 {work} 元，只减一回。", at="b", b=lambda s: s.back * (s.m - s.gift - s.work)),
    ],
)

SHORT = {BACON: "", LOTUS: "", FRUIT: "货只够 {stock} 单。"}
q.mark(
    form.rule_number(
        "a", points=2, of=work, within=0.5,
        why={name: said + "{strangers} × {m} − 推广 {spend}，{key_said}。" for name, said in SHORT.items()},
    ),
    form.rule_number(
        "b", points=2, of=work, within=0.5,
        why={name: "{old} 人里 {again} 个再买。" + said + "{back} ×（{m} − {gift}）− 工钱 {work}，{key_said}。" for name, said in SHORT.items()},
    ),
    form.rule_choice(
        "pick",
        points=2,
        of=work,
        why={
            BACON: "乙剩得多。老顾客够，先发他们。改天再慢慢找生人。",
            LOTUS: "甲剩得多。老顾客太少，发完还剩一屋子货。",
            FRUIT: "乙剩得多。货就这么多，花钱请人来，也没货给他。",
        },
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", "turnover", "流水里有本钱，也有推广钱。比剩几元，再看缺的是人还是货。"),
            form.wrong("buyers_not_counted", "没先数人", {BACON: "few", LOTUS: "old", FRUIT: "few"}, "先数：老顾客 {old} 个，{again} 个再买。比①和②，哪条剩得多。"),
            form.wrong("goods_not_counted", "没先数货", {BACON: "stock", LOTUS: "stock", FRUIT: "old"}, {
                BACON: "货还足。先走乙，是因为老顾客够多。",
                LOTUS: "货还有一屋子，缺的是人。",
                FRUIT: "老顾客是够。更要紧的是货只有 {stock} 单。",
            }),
        ],
    ),
)
