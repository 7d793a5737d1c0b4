# %% tags=["question"]
# 第 8 题：红牌认不认得出
from nongju import form

q = form.question(
    "traffic-economics/p8",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "培训课",
            "有人打电话来：「{fee} 元学直播，包教包会。」你卖腊肉，一单卖 {price} 元，毛利 {m} 元，一场平均卖 {per} 单。他一共说了四句。",
            together=[{"fee": 2780, "m": 33, "per": 4}, {"fee": 2980, "m": 33, "per": 6}, {"fee": 3580, "m": 35, "per": 6}], price=120,
            s1="保证月入三千，学不会退钱", s2="课程表和退费办法，签字前先给你看",
            s3="今天不交，名额就没了",
            s4="县电商中心也开课，你先去听听",
        ),
        form.scene(
            "代运营",
            "有家公司说：「一个月 {fee} 元，直播间交给我们。」你卖香肠，一单卖 {price} 元，毛利 {m} 元，一场平均卖 {per} 单。他一共说了四句。",
            together=[{"fee": 1500, "m": 31, "per": 6}, {"fee": 1800, "m": 32, "per": 4}, {"fee": 1800, "m": 32, "per": 7}], price=108,
            s1="按到账的货款抽成，合同写清", s2="保证每天出二十单",
            s3="把店的密码和手机卡交给我们",
            s4="先去问问我们做过的那几家",
        ),
        form.scene(
            "买人气",
            "群里有人说：「{fee} 元，帮你把直播间做热闹。」你卖干莲子，一单卖 {price} 元，毛利 {m} 元，一场平均卖 {per} 单。他一共说了四句。",
            together=[{"fee": 700, "m": 21, "per": 3}, {"fee": 760, "m": 21, "per": 3}, {"fee": 860, "m": 15, "per": 3}], price=70,
            s1="五百个号进来，坐满一小时", s2="先叫家里人看一遍，挑毛病",
            s3="请收到货的顾客，照实说两句",
            s4="五十条好评，替你写好发上去",
        ),
        form.scene(
            "借钱投",
            "帮手说：「花呗借 {fee} 元，投一场大的。」你卖渣海椒礼盒，一单卖 {price} 元，毛利 {m} 元，一场平均卖 {per} 单。他一共说了四句。",
            together=[{"fee": 1400, "m": 29, "per": 3}, {"fee": 1400, "m": 31, "per": 3}, {"fee": 1500, "m": 31, "per": 3}], price=108,
            s1="先把亏到几元就停写下来", s2="借的也不要紧，卖了就还",
            s3="先发给买过的老顾客",
            s4="叫亲戚下几单假的，够数了让平台退推广费",
        ),
        form.scene(
            "电商中心的课",
            "县电商中心开拍摄课，材料费 {fee} 元，你拿得出，是闲钱。你卖山药，一箱卖 {price} 元，毛利 {m} 元，一场平均卖 {per} 单。老师一共说了四句。",
            together=[{"fee": 300, "m": 11, "per": 3}, {"fee": 355, "m": 11, "per": 4}, {"fee": 400, "m": 9, "per": 4}], price=52,
            s1="先听一节，觉得有用再交", s2="退费办法写在收据上",
            s3="学了卖不卖得出，没有人敢保证",
            s4="账号、密码你自己管",
        ),
    ],
    fields=[
        form.number("even", "① 这 {fee} 元，要卖几单的毛利才抵得回？（抵不满，就多卖一单）", unit="单"),
        form.number("sessions", "② 照平时那样卖，要播几场？（单数不满，也要播一场）", unit="场"),
        form.choices("red", "③ 四句里，哪几句是红牌？", {"s1": "{s1}", "s2": "{s2}", "s3": "{s3}", "s4": "{s4}", "none": "一句也不是"}),
        form.choice(
            "act",
            "④ 怎么办？",
            {"pay": "出这个钱。话说得清，亏得起", "half": "先出一半，试试真假", "stop": "不出。问五句，再问县电商中心"},
        ),
    ],
)

# %% tags=["key"] points=5
from math import ceil

COURSE, AGENT, CROWD, LOAN, CENTER = "培训课", "代运营", "买人气", "借钱投", "电商中心的课"
RED = {COURSE: {"s1", "s3"}, AGENT: {"s2", "s3"}, CROWD: {"s1", "s4"}, LOAN: {"s2", "s4"}, CENTER: {"none"}}

work = form.work(
    {
        "orders": lambda s: s.fee / s.m,
        "even": form.up(lambda s: s.orders),
        "sessions": form.up(lambda s: s.even / s.per),
        "act": lambda s: "pay" if s.name == CENTER else "stop",
    },
    [
        form.slip("turnover_not_margin", "看流水不看毛利", "卖价里有本钱。要用毛利去除。", m=lambda s: s.price),
        form.slip("cost_for_margin", "拿本钱当毛利", "抵这笔钱的是毛利，不是本钱。", m=lambda s: s.price - s.m),
        form.slip("price_and_margin", "卖价和毛利加起来除", "毛利本来就在卖价里。只除以毛利。", m=lambda s: s.price + s.m),
        form.slip("times_for_divide", "该除的乘了", "问几单抵得回，用除。", at="even", even=lambda s: s.fee * s.m),
        form.slip("half_only", "只算了一半的钱", "答应了就要付全的。照 {fee} 元算。", even=form.up(lambda s: s.orders / 2)),
        form.slip("fee_by_orders", "拿钱数除以一场的单", "一场的 {per} 单，不是 {per} 元。先看一单赚几元。", at="even", even=form.up(lambda s: s.fee / s.per)),
        form.slip("fee_by_session", "拿一场卖的钱去除", "卖的钱里有本钱。问的是几单：除以一单的毛利。", at="even", even=form.up(lambda s: s.fee / s.price / s.per)),
        form.slip("price_orders_times_sessions", "卖价除得的单，又乘了一场的单", "卖价里有本钱。问的是几单：只除以一单的毛利。", at="even", even=lambda s: ceil(s.fee / s.price) * s.per),
        form.slip("one_session_off", "先减掉了一场的单", "这笔钱还一单没抵。从头一单数起。", at="even", even=lambda s: ceil(s.orders) - s.per),
        form.slip("whole_sessions", "凑成了整场的单", "问的是几单抵得回，不用凑满一场。", at="even", even=lambda s: ceil(s.orders / s.per) * s.per),
        form.slip("margin_of_session", "只算了一场赚几元", "这是一场赚的钱。问的是要几单、播几场才抵得回。", even=lambda s: s.m * s.per, sessions=lambda s: s.m * s.per),
        form.slip("one_order_a_session", "一场当成卖一单", "一场平均卖 {per} 单。再除以 {per}。", at="sessions", sessions=lambda s: s.even),
        form.slip("orders_times_sessions", "单数乘成了场数", "一场卖 {per} 单，几场卖得完，用除。", at="sessions", sessions=lambda s: s.even * s.per),
        form.slip("orders_less_session", "单数减了一场的单", "几场卖得完，看 {even} 单里有几个 {per}，用除。", at="sessions", sessions=lambda s: s.even - s.per),
        form.slip("fee_over_orders", "拿钱数除以一场的单", "先除以毛利，得几单，再除以一场的单。", at="sessions", sessions=form.up(lambda s: s.fee / s.per)),
        form.slip("price_orders_as_sessions", "卖价除得的单当成场数", "卖价里有本钱，一场又卖 {per} 单。先除毛利，再除 {per}。", at="sessions", sessions=form.up(lambda s: s.fee / s.price)),
        form.slip("one_over", "进了零头又多加一", "零头已经往上进了，不用再加。", even=lambda s: ceil(s.orders) + 1, sessions=lambda s: ceil(ceil(s.orders) / s.per) + 1),
        form.slip("orders_by_margin", "单数除以了毛利", "单数要除的，是一场卖几单：{even} ÷ {per}。", at="sessions", sessions=form.up(lambda s: s.even / s.m)),
        form.slip("month_of_days", "一天要卖几单", "这是一天摊的。问的是一共要卖几单，才抵得回。", at="even", even={AGENT: form.up(lambda s: s.orders / 30)}),
        form.slip("orders_every_day", "单数又乘了三十天", "这是一共要卖的单，不是天天要卖的。不用乘三十。", at="even", even={AGENT: lambda s: ceil(s.orders) * 30}),
        form.slip("thirty_sessions", "照一个月三十场算", "问的是几场抵得回，不是播几天：{even} ÷ {per}。", at="sessions", sessions={AGENT: 30}),
        form.slip("one_session", "当成一场就够", "一场平均卖 {per} 单。{even} 单要好几场。", at="sessions", sessions=1),
    ],
)
FINE = fact("bought_reviews_fine_2021")

q.mark(
    form.rule_number("even", points=1, of=work, within=0.4, why="{fee} ÷ {m}，零头往上进，{key_said}。先卖这么多单，才把它挣回来。"),
    form.rule_number("sessions", points=1, of=work, within=0.4, why="{even} ÷ {per}，零头往上进，{key_said}。"),
    form.rule_choices(
        "red",
        points=2,
        key=lambda s: RED[s.name],
        why={
            COURSE: "敢保证赚钱的，和催着交钱的，都是红牌。退费办法先给看，是正路。没有人保证能赚钱。",
            AGENT: "保证出单的话，谁也做不到。密码和手机卡交出去，店就不是你的了。抽成写清、让你去问，是正路。",
            CROWD: f"假人气、假好评都是骗顾客，犯了规。2021年有公司请人写假好评，罚了 {FINE // 10000} 万元。",
            LOAN: "是借的钱？不投。假单骗退款，退款就是骗来的。写好停的数、先发老顾客，是正路。",
            CENTER: "先听后交，退费写明，不说包赚，不要密码。四句都是正路。",
        },
        wrong=[
            form.wrong("promise_believed", "把保证当真", {COURSE: "s1", AGENT: "s2"}, "没有人保证能赚钱。敢保证的，先收了你的钱。"),
            form.wrong("hurry_believed", "催着交也当正路", {COURSE: "s3"}, "正经的课，今天不报，下个月还有。"),
            form.wrong("account_lent", "密码交给别人", {AGENT: "s3"}, "店是你的名字，出了事找你。密码、手机卡、验证码，谁也不给。"),
            form.wrong("faking_is_usual", "别人都刷，我也刷", {CROWD: "s1"}, "买来的人气不买货，还犯规。"),
            form.wrong("praise_is_harmless", "好评写几条不要紧", {CROWD: "s4"}, "没买过的人写的好评，就是假的。"),
            form.wrong("borrow_to_push", "借钱投广告", {LOAN: "s2"}, "亏了，债还在。是借的钱？不投。"),
            form.wrong("refund_is_clever", "骗退款当成会算账", {LOAN: "s4"}, "单是假的，退款就是骗的。"),
            form.wrong("clear_terms_refused", "写清的话也当红牌", {COURSE: "s2", AGENT: "s1", LOAN: "s1", CENTER: "s2"}, "白纸黑字写清，是正路。"),
            form.wrong("near_help_refused", "近处的人也当红牌", {COURSE: "s4", CROWD: "s2", LOAN: "s3"}, "身边认得的人，不催、不要密码，是正路。"),
            form.wrong("own_account_refused", "自己管密码也当红牌", {CENTER: "s4"}, "账号、密码自己管，正是该做的。"),
            form.wrong("true_words_refused", "实话也当红牌", {AGENT: "s4", CROWD: "s3", CENTER: "s3"}, "说的是实话，经得起问，是正路。"),
            form.wrong("trial_refused", "先试后交也当红牌", {CENTER: "s1"}, "先看再交钱，是正路。"),
            form.wrong("no_card_seen", "红牌一句也没挑出", {name: "none" for name in (COURSE, AGENT, CROWD, LOAN)}, "包赚的、催钱的、要密码的、造假的、借钱的，都是红牌。"),
        ],
    ),
    form.rule_choice(
        "act",
        points=1,
        of=work,
        why={
            **{name: "四句里有红牌，钱出去就难要回来。先停，问五句。碰上骗子，留好聊天记录，打 12315 或 96110。" for name in (COURSE, AGENT, CROWD, LOAN)},
            CENTER: "先听后交，退费写明，{even} 单就抵得回，又是闲钱。可以出。",
        },
        wrong=[
            form.wrong("paid_despite_cards", "有红牌还出钱", {name: "pay" for name in (COURSE, AGENT, CROWD, LOAN)}, "有一句红牌，就停。错过一回，不亏一分。"),
            form.wrong("half_is_safe", "付一半就稳", "half", {
                **{name: "一半也是钱。收了一半，就来催另一半。" for name in (COURSE, AGENT, CROWD, LOAN)},
                CENTER: "可以先听一节再交，不用先付一半。",
            }),
            form.wrong("clear_offer_refused", "说得清的也不出钱", {CENTER: "stop"}, "四句都是正路，{fee} 元又是闲钱。算过账，可以出。"),
        ],
    ),
)
