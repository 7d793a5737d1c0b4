# %% tags=["question"]
# 第 8 题：垫得起几单
from nongju import form

q = form.question(
    "pricing-margin/p8",
    scenes=[
        form.scene(
            "腊肉",
            "一单腊肉卖 {price} 元。货、袋箱、快递要先垫 {out} 元。路上 {road} 天，顾客确认收货 {confirm} 天，"
            "再过 {settle} 天到账（2022 年的数）。帮手说一天发 {n} 单。你手上只有 {cash} 元。",
            price=98,
            out=[70, 74],
            store=0,
            road=4,
            confirm=[2, 3],
            settle=fact("settle_days_2022"),
            n=[10, 12],
            cash=[6000, 5000],
        ),
        form.scene(
            "渣海椒",
            "一单渣海椒卖 {price} 元。料钱 {out} 元，下坛那天就花了；箱和快递顾客另付。坛里放 {store} 天才能发。"
            "路上 {road} 天，顾客确认收货 {confirm} 天，再过 {settle} 天到账（2022 年的数）。"
            "你想一天发 {n} 单。手上只有 {cash} 元。",
            price=25,
            out=[8, 9],
            store=[45, 60],
            road=4,
            confirm=2,
            settle=fact("settle_days_2022"),
            n=[6, 8],
            cash=[2000, 2400],
        ),
        form.scene(
            "干莲子",
            "一单干莲子卖 {price} 元，箱和快递顾客另付。货钱 {goods} 元，收来先放 {store} 天，生虫、霉的挑掉 {loss}%。"
            "路上 {road} 天，顾客确认收货 {confirm} 天，再过 {settle} 天到账（2022 年的数）。"
            "你想一天发 {n} 单。手上只有 {cash} 元。",
            price=42,
            goods=[23, 27.6],
            loss=8,
            store=20,
            road=4,
            confirm=2,
            settle=fact("settle_days_2022"),
            n=[5, 6],
            cash=[3000, 3600],
        ),
    ],
    fields=[
        form.number("tied", "① 一天 {n} 单一直发，钱没回来前，一共要垫几元？", unit="元"),
        form.number("most", "② 手上 {cash} 元，一天最多敢发几单？", unit="单"),
        form.choice(
            "act",
            "③ 这些天要货的人多。怎么办？",
            {
                "limit": "按第②问的数发，多的先预约",
                "borrow": "借钱垫，有多少接多少",
                "slow": "单都接下，慢慢发",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def out(s):
    """Yuan laid out for one parcel."""
    return pricing.cost_after_loss(s.goods, s.loss / 100) if s.name == "干莲子" else s.out


def days(s):
    """Days from laying out the money until it comes."""
    return s.store + s.road + s.confirm + s.settle


def tied(s):
    return pricing.money_tied_up(s.n, out(s), days(s))


def most(s):
    return pricing.parcels_affordable(s.cash, out(s), days(s)) // 1


def stretch(s):
    parts = [s.store] * (s.store > 0) + [s.road, s.confirm, s.settle]
    return " + ".join(n(part) for part in parts) + f" = {n(days(s))} 天"


q.mark(
    form.rule_number(
        "tied",
        points=2,
        within=5,
        key=tied,
        why=lambda s: (
            (f"挑掉 {n(s.loss)}%，一单货钱 {n(s.goods)} ÷ {n(1 - s.loss / 100)} = {n(out(s))} 元。" if s.name == "干莲子" else "")
            + f"钱要等 {stretch(s)}。一天 {n(s.n)} 单 × {n(out(s))} 元 × {n(days(s))} 天 = {n(tied(s))} 元。"
        ),
        wrong=[
            form.wrong(
                "one_day_only",
                "只垫了一天的",
                lambda s: s.n * out(s),
                lambda s: f"第二天又要垫，头一天的钱还没回来。要垫满 {n(days(s))} 天。",
            ),
            form.wrong(
                "settlement_only",
                "只算到账那几天",
                lambda s: s.n * out(s) * s.settle,
                "钱花出去那天就开始垫。放着、路上、等确认，都要算。",
            ),
            form.wrong(
                "price_not_outlay",
                "按卖价算垫的钱",
                lambda s: s.n * s.price * days(s),
                "垫出去的是本钱，不是卖价。",
            ),
            form.wrong(
                "store_forgotten",
                "漏了放着的天数",
                {
                    "渣海椒": lambda s: s.n * out(s) * (days(s) - s.store),
                    "干莲子": lambda s: s.n * out(s) * (days(s) - s.store),
                },
                "货还没发，钱已经花了。放着的 {store} 天也在垫。",
            ),
            form.wrong(
                "storage_loss_forgotten",
                "忘了放坏的",
                {"干莲子": lambda s: s.n * s.goods * days(s)},
                "挑掉的也花了钱。货钱要除以剩下的那几成。",
            ),
        ],
    ),
    form.rule_number(
        "most",
        points=2,
        within=0.4,
        key=most,
        why=lambda s: (
            f"一天发一单，要垫 {n(out(s))} × {n(days(s))} = {n(out(s) * days(s))} 元。"
            f"{n(s.cash)} ÷ {n(out(s) * days(s))} = {n(s.cash / out(s) / days(s))}，零头舍掉，一天 {n(most(s))} 单。"
        ),
        wrong=[
            form.wrong(
                "one_day_only",
                "只垫了一天的",
                lambda s: s.cash / out(s) // 1,
                lambda s: f"这么发，一天就把钱垫光了。钱要等 {n(days(s))} 天才回来。",
            ),
            form.wrong(
                "settlement_only",
                "只算到账那几天",
                lambda s: s.cash / out(s) / s.settle // 1,
                "放着、路上、等确认，都还没到钱。",
            ),
            form.wrong(
                "price_not_outlay",
                "按卖价算垫的钱",
                lambda s: s.cash / s.price / days(s) // 1,
                "垫出去的是本钱，不是卖价。",
            ),
            form.wrong(
                "rounded_up",
                "零头往上进了",
                lambda s: most(s) + 1,
                "多一单就垫不起了。问「最多」，零头舍掉。",
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=1,
        key="limit",
        why=lambda s: f"垫得起的是一天 {n(most(s))} 单。多的先预约，货款回来再发。",
        wrong=[
            form.wrong(
                "borrow_to_stock",
                "借钱备货",
                "borrow",
                "万一退得多，货砸在手里，债还在。借来的钱不垫货。",
            ),
            form.wrong(
                "promise_late",
                "先接单，慢慢发",
                "slow",
                "接了就要按时发。晚了要被催，顾客也能退。说好日子再接。",
            ),
        ],
    ),
)
