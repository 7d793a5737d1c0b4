# %% tags=["question"]
# 第 8 题：垫得起几单
from nongju import form

WAIT = "路上 {road} 天，顾客确认收货 {confirm} 天，再过 {settle} 天到账（2022 年的数）。"
ASK = "有人要你一天发 {n} 单。你手上只有 {cash} 元。"

q = form.question(
    "pricing-margin/p8",
    see="讲一讲 五",
    scenes=[
        form.scene(
            "腊肉",
            "一单腊肉卖 {price} 元。货、袋箱、快递要先垫 {lay} 元。" + WAIT + ASK,
            together=[{"lay": 68, "confirm": 2, "n": 16, "cash": 12000}, {"lay": 70, "confirm": 2, "n": 20, "cash": 10500}, {"lay": 72, "confirm": 5, "n": 20, "cash": 19000}],
            price=98, check="确认收货",
            store=0,
            road=4,
            settle=fact("settle_days_2022"),
        ),
        form.scene(
            "渣海椒",
            "一单渣海椒卖 {price} 元。料钱 {lay} 元，下坛那天就花了；箱和快递顾客另付。坛里放 {store} 天才能发。" + WAIT + ASK,
            together=[{"road": 4, "confirm": 6, "n": 30, "cash": 6800}, {"road": 5, "confirm": 6, "n": 36, "cash": 6800}, {"road": 3, "confirm": 9, "n": 36, "cash": 5400}],
            price=25, check="确认收货",
            lay=8,
            store=15,
            settle=fact("settle_days_2022"),
        ),
        form.scene(
            "干莲子",
            "一单干莲子卖 {price} 元，箱和快递顾客另付。货钱 {goods} 元，收来先放 {store} 天，生虫、霉的挑掉 {loss}%。" + WAIT + ASK,
            together=[{"n": 9, "cash": 13600}, {"n": 12, "cash": 15000}],
            price=46, check="确认收货",
            goods=27,
            loss=10,
            store=10,
            road=4,
            confirm=3,
            settle=fact("settle_days_2022"),
        ),
        form.scene(
            "土豆",
            "县里的食堂来订土豆，一单一箱，卖 {price} 元。货、箱、车钱，一单要先垫 {lay} 元。"
            "送到要 {road} 天，验收 {confirm} 天，再过 {settle} 天结账。食堂要你一天送 {n} 单。你手上只有 {cash} 元。",
            together=[{"lay": 21, "n": 15, "cash": 5600, "settle": 10}, {"lay": 22, "n": 12, "cash": 3400, "settle": 7}, {"lay": 24, "n": 15, "cash": 4200, "settle": 7}],
            price=30, check="验收",
            store=0,
            road=1,
            confirm=2,
        ),
    ],
    fields=[
        form.number("tied", "① 一天 {n} 单一直发，钱没回来前，一共要垫几元？", unit="元"),
        form.number("most", "② 手上 {cash} 元，一天最多敢发几单？", unit="单"),
        form.choice(
            "act",
            "③ 一天 {n} 单，怎么接？",
            {
                "all": "全接下，天天照发",
                "limit": "按第②问的数发，多的先预约",
                "borrow": "借钱垫，有多少接多少",
                "slow": "单都接下，慢慢发",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import pricing

SENT = ("腊肉", "渣海椒", "干莲子")
WHOLE = "从花钱那天，等到钱到账，中间的天数都加起来：一共 {days} 天。"

work = form.work(
    {
        "paid_first": lambda s: pricing.cost_after_loss(s.goods, s.loss / 100) if s.name == "干莲子" else s.lay,
        "outlay": lambda s: s.paid_first,
        "days": lambda s: s.store + s.road + s.confirm + s.settle,
        "tied": lambda s: pricing.money_tied_up(s.n, s.outlay, s.days),
        "one_a_day": lambda s: s.outlay * s.days,
        "most": form.down(lambda s: s.cash / s.one_a_day),
        "act": lambda s: "all" if s.n <= s.most else "limit",
    },
    [
        form.slip("one_day_only", "只垫了一天的", "第二天又要垫，头一天的钱还没回来。要垫满 {days} 天。", days=1),
        form.slip("settlement_only", "只算到账那几天", "钱花出去那天就开始垫。到账前的天数都要加，一共 {days} 天。", days=lambda s: s.settle),
        form.slip("road_forgotten", "漏了路上的天数", "货在路上，钱也没回来。加上 {road} 天，一共 {days} 天。", road=0),
        form.slip("confirm_forgotten", "漏了等收货的天数", "没{check}，钱不会来。加上 {confirm} 天，一共 {days} 天。", confirm=0),
        form.slip("settle_forgotten", "漏了到账的天数", "收了货，钱还要过几天才到。一共 {days} 天。", settle=0),
        form.slip("store_forgotten", "漏了放着的天数", "货还没发，钱已经花了。放着的 {store} 天也在垫。", store={"渣海椒": 0, "干莲子": 0}),
        form.slip("price_not_outlay", "按卖价算垫的钱", "垫出去的是本钱 {outlay} 元，不是卖价。", outlay=lambda s: s.price),
        form.slip("gain_not_outlay", "按赚的算垫的钱", "垫出去的是本钱 {outlay} 元，不是赚的。", outlay=lambda s: s.price - s.paid_first),
        form.slip("storage_loss_forgotten", "忘了放坏的", "挑掉的也花了钱。货钱除以剩下的那份，一单 {outlay} 元。", loss={"干莲子": 0}),
        form.slip("loss_forgotten_later", "这一步忘了放坏的", "挑掉的也花了钱，一单要垫 {outlay} 元。照①的垫法来除。", most={"干莲子": form.down(lambda s: s.cash / s.goods / s.days)}, at="most"),
        form.slip("loss_added", "掉几成就加几成", "挑掉 {loss}%，不是贵 {loss}%。用除：一单 {outlay} 元。", outlay={"干莲子": lambda s: s.goods * (1 + s.loss / 100)}),
        form.slip("yield_multiplied", "乘除弄反了", "挑掉一些，剩下的只会更贵。用除：一单 {outlay} 元。", outlay={"干莲子": lambda s: s.goods * (1 - s.loss / 100)}),
        form.slip("one_parcel_only", "只算了一天一单的", "一天是 {n} 单，要乘 {n}。", tied=lambda s: s.outlay * s.days),
        form.slip("days_not_orders", "写成了撑几天", "这是手上的钱够垫几天。问的是一天最多几单。", most=form.down(lambda s: s.cash / s.n / s.outlay), at="most"),
        form.slip("difference_of_cash", "写成了和手上的钱差几元", "问的是一共垫几元，先不和手上的 {cash} 元比。", tied=lambda s: abs(s.n * s.outlay * s.days - s.cash)),
        form.slip("store_only", "只算了放着的天数", "发出去以后，钱也没回来。后面的天数都要加，一共 {days} 天。", days={"渣海椒": lambda s: s.store, "干莲子": lambda s: s.store}),
        form.slip("road_only", "只算了路上的天数", WHOLE, days={name: lambda s: s.road for name in SENT}),
        form.slip("confirm_only", "只算了等收货的天数", WHOLE, days=lambda s: s.confirm),
        form.slip("waited_thirty_days", "按三十天算了", WHOLE, days=30),
        form.slip("one_day_more", "多数了一天", WHOLE, days=lambda s: s.store + s.road + s.confirm + s.settle + 1),
        form.slip("one_day_less", "少数了一天", WHOLE, days={name: lambda s: s.store + s.road + s.confirm + s.settle - 1 for name in SENT}),
        form.slip("rounded_up", "零头往上进了", "多发一单，手上的钱就不够垫。零头舍掉。", most=form.up(lambda s: s.cash / s.one_a_day), at="most"),
        form.slip("settle_twice", "到账的天数算了两回", WHOLE, days=lambda s: s.store + s.road + s.confirm + 2 * s.settle),
        form.slip("price_and_outlay", "卖价和垫的加起来了", "垫出去的只有本钱 {outlay} 元。卖价是等着收的，不加。", outlay=lambda s: s.price + s.paid_first),
        form.slip("orders_not_money", "写成了几单", "这是没到账的单数。问的是几元：再乘一单垫的 {outlay} 元。", tied=lambda s: s.n * s.days),
        form.slip("loss_alone", "只算了挑掉的那份", "剩下的那份也是垫的。一单垫 {outlay} 元。", outlay={"干莲子": lambda s: s.goods * s.loss / 100}),
        form.slip("loss_as_yuan", "百分之几当成几元", "{loss}% 不是 {loss} 元。货钱除以剩下的那份，一单 {outlay} 元。", outlay={"干莲子": lambda s: s.goods + s.loss}),
        form.slip("yuan_a_day", "写成了一天能垫几元", "这是几元。一单垫 {outlay} 元，再除，才是几单。", most=form.down(lambda s: s.cash / s.days), at="most"),
        form.slip("difference_of_orders", "写成了差几单", "问的是一天最多几单，先不和 {n} 单比。", most=lambda s: abs(s.n - s.cash // s.one_a_day), at="most"),
        form.slip("all_orders", "写成了一共几单", "这是手上的钱一共垫得起的单数。钱要等 {days} 天，再除以 {days}。", most=form.down(lambda s: s.cash / s.outlay), at="most"),
        form.slip("one_a_day_as_orders", "写成了一天发一单要垫的钱", "这是几元。手上的 {cash} 元除以它，才是几单。", most=lambda s: s.outlay * s.days, at="most"),
        form.slip("cash_over_tied", "写成了手上的钱是垫的几倍", "{cash} 元除以一天发一单要垫的 {one_a_day} 元，才是几单。", most=form.down(lambda s: s.cash / s.n / s.one_a_day), at="most"),
    ],
)
q.mark(
    form.rule_number("tied", points=2, of=work, within=5, why="一单垫 {outlay} 元，钱要等 {days} 天。{n} × {outlay} × {days}，一共 {key_said}。"),
    form.rule_number("most", points=2, of=work, within=0.4, why="一天发一单，要垫 {outlay} × {days} = {one_a_day} 元。{cash} ÷ {one_a_day}，零头舍掉，{key_said}。"),
    form.rule_choice(
        "act",
        points=1,
        of=work,
        why=lambda s: f"垫得起一天 {s.most:g} 单，够发 {s.n:g} 单。天天照发。" if s.act == "all" else f"垫得起的是一天 {s.most:g} 单。多的先预约，货款回来再发。",
        wrong=[
            form.wrong("cash_not_counted", "没数垫不垫得起", {"腊肉": "all", "渣海椒": "all"}, "还没到账，手上的钱先花完了。先看第②问。"),
            form.wrong("affordable_turned_away", "垫得起也少接", {"干莲子": "limit", "土豆": "limit"}, "第②问的数比 {n} 大。垫得起，就接下。"),
            form.wrong("borrow_to_stock", "借钱备货", "borrow", "万一退得多，货砸在手里，债还在。借来的钱不垫货。"),
            form.wrong("promise_late", "先接单，慢慢发", "slow", "接了就要按时发。晚了要被催，顾客也能退。"),
        ],
    ),
)
