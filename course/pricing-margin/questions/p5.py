# %% tags=["question"]
# 第 5 题：退的和拒收的
from nongju import form

q = form.question(
    "pricing-margin/p5",
    scenes=[
        form.scene(
            "黑老虎",
            "一单黑老虎卖 {price} 元。果子 {goods} 元，箱和冰 {pack} 元，快递 {ship} 元。"
            "一百单里有 {ret} 单拒收：钱退给顾客，果子坏了，箱子没了，快递费照付。服务费先不算。",
            what="拒收",
            price=60,
            goods=[28, 29],
            pack=6,
            ship=12,
            ret=[26, 28],
        ),
        form.scene(
            "腊肉",
            "一单真空腊肉卖 {price} 元。肉和工 {goods} 元，袋箱 {pack} 元，快递 {ship} 元。"
            "一百单里退 {ret} 单。钱退给顾客。肉没拆封，回来还能卖；袋箱不能再用。回程运费每单 {back} 元，你出。服务费先不算。",
            what="退",
            price=[96, 101],
            goods=62,
            pack=5,
            ship=9,
            back=[10, 12],
            ret=[8, 10],
        ),
        form.scene(
            "土豆",
            "一箱土豆卖 {price} 元。土豆 {goods} 元，箱 {pack} 元，快递 {ship} 元。"
            "一百单里有 {ret} 单磕坏。货不用退，每单赔顾客一半的钱。服务费先不算。",
            what="磕坏",
            price=[16.8, 17],
            goods=6,
            pack=2,
            ship=7.2,
            ret=[12, 15],
        ),
    ],
    fields=[
        form.gain("total", "① 发 100 单，一共赚还是亏几元？", unit="元"),
        form.number("most", "② 一百单里，最多{what}几单，还不亏？", unit="单"),
        form.choice(
            "act",
            "③ 照现在这样，怎么办？",
            {
                "go": "照样发，慢慢改包装",
                "fix": "先停，把包装和说明改好再发",
                "more": "多发些单，总会赚回来",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def cost(s):
    return s.goods + s.pack + s.ship


def margin(s):
    """Yuan of one parcel that nobody sends back."""
    return pricing.contribution_margin(s.price, cost(s))


def hurt(s):
    """Yuan that one bad parcel takes away, against one that is kept."""
    return {
        "黑老虎": lambda: s.price,
        "腊肉": lambda: s.price - s.goods + s.back,
        "土豆": lambda: s.price / 2,
    }[s.name]()


def total(s):
    return 100 * margin(s) - s.ret * hurt(s)


def most(s):
    return 100 * margin(s) / hurt(s) // 1


def said(value):
    return f"{'赚' if value >= 0 else '亏'} {n(abs(value))} 元"


HURT = {
    "黑老虎": lambda s: f"拒收一单，少收 {n(hurt(s))} 元，花掉的一分回不来",
    "腊肉": lambda s: f"退一单，少收 {n(s.price)} 元，肉回来值 {n(s.goods)} 元，回程 {n(s.back)} 元：少 {n(hurt(s))} 元",
    "土豆": lambda s: f"磕坏一单，赔 {n(hurt(s))} 元",
}

q.mark(
    form.rule_number(
        "total",
        points=2,
        within=1,
        key=total,
        why=lambda s: (
            f"都收下的话，一单赚 {n(margin(s))} 元，100 单 {n(100 * margin(s))} 元。{HURT[s.name](s)}。"
            f"{n(s.ret)} 单少 {n(s.ret * hurt(s))} 元。一减，{said(total(s))}。"
        ),
        wrong=[
            form.wrong(
                "returns_as_sales",
                "退的也算卖出",
                lambda s: 100 * margin(s),
                "付了款不算完。退的、赔的，要从里头扣。",
            ),
            form.wrong(
                "only_margin_lost",
                "退一单只当少赚一单",
                lambda s: (100 - s.ret) * margin(s),
                "退一单，不光少赚。发出去的快递、箱子，也白花了。",
            ),
            form.wrong(
                "spoiled_goods_saved",
                "拒收的果子当成还在",
                {"黑老虎": lambda s: (100 - s.ret) * (s.price - s.goods) - 100 * (s.pack + s.ship)},
                "鲜果拒收就坏了，货钱也没了。",
            ),
            form.wrong(
                "refund_and_cost_twice",
                "退款和本钱扣了两遍",
                {"黑老虎": lambda s: 100 * margin(s) - s.ret * (s.price + cost(s))},
                "一百单的本钱，前面已经扣过。退一单，只少收 {price} 元。",
            ),
            form.wrong(
                "good_return_thrown_away",
                "能再卖的也当扔了",
                {"腊肉": lambda s: 100 * margin(s) - s.ret * (s.price + s.back)},
                "没拆封的腊肉回来还能卖，{goods} 元没丢。",
            ),
            form.wrong(
                "way_back_forgotten",
                "忘了回程运费",
                {"腊肉": lambda s: 100 * margin(s) - s.ret * (s.price - s.goods)},
                "回来也要运费，每单 {back} 元，是你出的。",
            ),
            form.wrong(
                "half_refund_as_whole",
                "赔一半当成全退",
                {"土豆": lambda s: 100 * margin(s) - s.ret * s.price},
                "只赔一半。一单赔的是 {price} 元的一半。",
            ),
            form.wrong(
                "half_of_cost",
                "按本钱赔一半",
                {"土豆": lambda s: 100 * margin(s) - s.ret * cost(s) / 2},
                "顾客付的是卖价，赔的也是卖价的一半。",
            ),
        ],
    ),
    form.rule_number(
        "most",
        points=2,
        within=0.4,
        key=most,
        why=lambda s: (
            f"100 单最多能赚 {n(100 * margin(s))} 元。{HURT[s.name](s)}。"
            f"{n(100 * margin(s))} ÷ {n(hurt(s))} = {n(100 * margin(s) / hurt(s))}，零头舍掉，{n(most(s))} 单。"
        ),
        wrong=[
            form.wrong(
                "rounded_up",
                "零头往上进了",
                lambda s: most(s) + 1,
                "多一单就亏了。问「最多几单」，零头舍掉。",
            ),
            form.wrong(
                "by_cost",
                "拿本钱去除",
                lambda s: 100 * margin(s) / cost(s) // 1,
                "出一单事，少的不是本钱。先算清一单少几元。",
            ),
            form.wrong(
                "by_price",
                "拿卖价去除",
                {"腊肉": lambda s: 100 * margin(s) / s.price // 1, "土豆": lambda s: 100 * margin(s) / s.price // 1},
                "卖价没有全丢。先算清这一单到底少几元。",
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=1,
        key=lambda s: "go" if total(s) > 0 else "fix",
        why=lambda s: (
            f"现在 {n(s.ret)} 单，最多受得起 {n(most(s))} 单。"
            + ("还有剩，照样发，边发边改。" if total(s) > 0 else "过线了，发得越多亏得越多。先停下来改。")
        ),
        wrong=[
            form.wrong(
                "volume_cures_loss",
                "走量就赚",
                "more",
                "单多了，退的也跟着多。先看一百单剩几元。",
            ),
            form.wrong(
                "loss_not_seen",
                "没看见已经亏了",
                {"黑老虎": "go"},
                "成交额好看，一百单下来是亏的。",
            ),
            form.wrong(
                "any_return_is_disaster",
                "一退就慌",
                {"腊肉": "fix", "土豆": "fix"},
                "退是常有的。算过还有剩，就不用停。",
            ),
        ],
    ),
)
