# %% tags=["question"]
# 第 8 题：红牌认不认得出
from nongju import form

q = form.question(
    "traffic-economics/p8",
    scenes=[
        form.scene(
            "培训课",
            "有人打电话来：「{fee} 元学直播，包教包会。」你卖腊肉，一单卖 {price} 元，毛利 {m} 元。他一共说了四句。",
            fee=[2980, 3980],
            m=[30, 32],
            price=120,
            s1="保证月入三千，学不会退钱",
            s2="课程表和退费办法，签字前先给你看",
            s3="今天不交，名额就没了",
            s4="县电商中心也开课，你先去听听",
        ),
        form.scene(
            "代运营",
            "有家公司说：「一个月 {fee} 元，直播间交给我们。」你卖香肠，一单卖 {price} 元，毛利 {m} 元。他一共说了四句。",
            fee=[1500, 1800],
            m=[28, 32],
            price=108,
            s1="按到账的货款抽成，合同写清",
            s2="保证每天出二十单",
            s3="把店的密码和手机卡交给我们",
            s4="每周把后台的数给你看",
        ),
        form.scene(
            "买人气",
            "群里有人说：「{fee} 元，帮你把直播间做热闹。」你卖干莲子，一单卖 {price} 元，毛利 {m} 元。他一共说了四句。",
            fee=[320, 460],
            m=[18, 22],
            price=58,
            s1="五百个号进来，坐满一小时",
            s2="先叫家里人看一遍，挑毛病",
            s3="请收到货的顾客，照实说两句",
            s4="五十条好评，替你写好发上去",
        ),
        form.scene(
            "借钱投",
            "帮手说：「花呗借 {fee} 元，投一场大的。」你卖渣海椒礼盒，一单卖 {price} 元，毛利 {m} 元。他一共说了四句。",
            fee=[1000, 1200],
            m=[26, 28],
            price=98,
            s1="先把亏到几元就停写下来",
            s2="借的也不怕，卖了就还",
            s3="先发给买过的老顾客",
            s4="叫亲戚下几单假的，够数了让平台退推广费",
        ),
    ],
    fields=[
        form.number("even", "① 这 {fee} 元，要卖几单的毛利才抵得回？", unit="单"),
        form.choices("red", "② 四句里，哪几句是红牌？", {"s1": "{s1}", "s2": "{s2}", "s3": "{s3}", "s4": "{s4}"}),
        form.choice(
            "act",
            "③ 怎么办？",
            {
                "pay": "先付了再说，机会难得",
                "half": "先付一半，试试真假",
                "stop": "不付，不投。问五句，再问县电商中心",
            },
        ),
    ],
)

# %% tags=["key"] points=5
import math

from nongju.marking import plain

RED = {"培训课": {"s1", "s3"}, "代运营": {"s2", "s3"}, "买人气": {"s1", "s4"}, "借钱投": {"s2", "s4"}}


def n(value):
    return plain(value, 2)


def even(s):
    return math.ceil(s.fee / s.m - 1e-9)


FINE = fact("bought_reviews_fine_2021")

WHY_RED = {
    "培训课": "敢保证赚钱的，和催着交钱的，都是红牌。课程表、退费办法先给看，是正路。没有人保证能赚钱。",
    "代运营": "保证出单的话，谁也做不到。密码和手机卡交出去，店就不是你的了。抽成写清、给看数，是正路。",
    "买人气": "假人气、假好评都是骗顾客。2021年起，直播营销的办法不许假人气，电子商务法不许假好评。"
    f"2021年有公司请人写假好评，罚了 {n(FINE / 10000)} 万元。",
    "借钱投": "是借的钱？不投。假单骗退款，退款就是骗来的，封号还可能犯法。写好停的数、先发老顾客，是正路。",
}

q.mark(
    form.rule_number(
        "even",
        points=1,
        within=0.4,
        key=even,
        why=lambda s: f"{n(s.fee)} ÷ {n(s.m)} = {n(s.fee / s.m)}，往上进，{n(even(s))} 单。先卖这么多单，才把它挣回来。",
        wrong=[
            form.wrong("turnover_not_margin", "看流水不看毛利", lambda s: math.ceil(s.fee / s.price), "卖价里有本钱。要用毛利去除。"),
            form.wrong(
                "cost_not_margin",
                "拿本钱去除",
                lambda s: math.ceil(s.fee / (s.price - s.m)),
                "抵这笔钱的是毛利，不是本钱。",
            ),
        ],
    ),
    form.rule_choices(
        "red",
        points=3,
        key=lambda s: RED[s.name],
        why=lambda s: WHY_RED[s.name],
        wrong=[
            form.wrong("promise_believed", "把保证当真", {"培训课": "s1", "代运营": "s2"}, "没有人保证能赚钱。敢保证的，先收了你的钱。"),
            form.wrong("hurry_believed", "一催就慌", {"培训课": "s3"}, "正经的课，今天不报，下个月还有。"),
            form.wrong("account_lent", "密码交给别人", {"代运营": "s3"}, "店是你的名字，出了事找你。密码、手机卡、验证码，谁也不给。"),
            form.wrong("faking_is_usual", "别人都刷，我也刷", {"买人气": "s1"}, "买来的人气不买货，还犯规。"),
            form.wrong("praise_is_harmless", "好评写几条不要紧", {"买人气": "s4"}, "没买过的人写的好评，就是假的。"),
            form.wrong("borrow_to_push", "借钱投广告", {"借钱投": "s2"}, "亏了，债还在。是借的钱？不投。"),
            form.wrong("refund_is_clever", "当成会算账", {"借钱投": "s4"}, "单是假的，退款就是骗的。"),
            form.wrong(
                "every_call_is_scam",
                "什么都怕",
                {"培训课": "s4", "代运营": "s1", "买人气": "s3", "借钱投": "s3"},
                "这一句说得清、不骗人，是正路。",
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=1,
        key="stop",
        why="付出去就难要回来。先停，问五句，问县电商中心。碰上骗子，留好聊天记录，打 12315 或 96110。",
        wrong=[
            form.wrong("afraid_to_miss", "怕错过", "pay", "催你快的，多半怕你问。错过一回，不亏一分。"),
            form.wrong("half_is_safe", "付一半就稳", "half", "一半也是钱。骗子收了一半，就来催另一半。"),
        ],
    ),
)
