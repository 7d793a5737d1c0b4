# %% tags=["question"]
# 第 4 题：卖还是等
from nongju import form

WAIT = (
    "{s} 斤{goods}，现在 {now} 元一斤。有人说 {k} 个月后 {later} 元。"
    "{where}每月坏掉剩下的 {loss}%，库钱一斤一月 {store} 元，按放进去的斤数收。"
)

q = form.question(
    "tiered-coop/p4",
    see="讲一讲 四",
    scenes=[
        form.scene("土豆", WAIT, goods="土豆", where="放在阴凉处，", s=[18000, 20000], now=1.3, later=1.7, k=3, loss=10, store=0.05, rate=0, dues="库钱"),
        form.scene("山药冷库", WAIT, goods="山药", where="进冷库，", s=6000, now=2.2, later=[3.8, 3.9], k=3, loss=8, store=0.08, rate=0, dues="库钱"),
        form.scene("干莲子", WAIT, goods="干莲子", where="防着虫和潮，", s=500, now=28, later=[39, 40], k=4, loss=4, store=0.8, rate=0, dues="库钱"),
        form.scene("借钱囤藠头",
            "想借钱收 {s} 斤藠头囤着，现在 {now} 元一斤。有人说 {k} 个月后 {later} 元。放着每月坏掉剩下的 {loss}%，"
            "库钱一斤一月 {store} 元，按放进去的斤数收。借的钱每月要付 {rate}% 的息，按收货的价算。",
            s=10000, now=1.6, later=[2.26, 2.28], k=2, loss=12, store=0.1, rate=1.5, dues="库钱和利息"),
    ],
    fields=[
        form.number("worth", "① 现在的一斤，等到那时卖，合几元？", unit="元/斤"),
        form.choice("act", "② 怎么办？", {"sell": "现在卖（没收的就不囤）", "wait": "放着，照这个价等", "top": "等到最贵那几天再卖"}),
        form.number("least", "③ 那时要到几元，等才不亏？", unit="元/斤"),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain

POTATO, YAM, LOTUS, DEBT = "土豆", "山药冷库", "干莲子", "借钱囤藠头"

LONG = (POTATO, YAM, LOTUS)

def interest(s):
    """Yuan a month that a borrowed jin costs."""
    return s.now * s.rate / 100


work = form.work(
    {
        "left": lambda s: (1 - s.loss / 100) ** s.k,
        "cost": lambda s: (s.store + s.now * s.rate / 100) * s.k,
        "worth": lambda s: s.later * s.left - s.cost,
        "act": lambda s: "wait" if s.worth > s.now else "sell",
        "least": lambda s: (s.now + s.cost) / s.left,
    },
    [
        form.slip("storage_loss_forgotten", "忘了放坏的", "多涨的钱，先赔给烂掉的。剩的成数是 {left}，要用上。", loss=0),
        form.slip("loss_one_period", "只坏了一个月", "放 {k} 个月，坏 {k} 回。一个月一个月往下乘。", left=lambda s: 1 - s.loss / 100),
        form.slip("loss_one_month_short", "坏的少算了一个月", "放 {k} 个月，坏 {k} 回。一个月一个月往下乘。", left={name: lambda s: (1 - s.loss / 100) ** (s.k - 1) for name in LONG}),
        form.slip("one_month_short", "少算了一个月", "放 {k} 个月，坏 {k} 回，{dues}也付 {k} 回。", k={name: lambda s: s.k - 1 for name in LONG}),
        form.slip("one_month_alone", "只算了一个月", "放 {k} 个月，坏 {k} 回，{dues}也付 {k} 回。", k=1),
        form.slip("loss_one_month_more", "坏的多算了一个月", "放 {k} 个月，坏 {k} 回。", left=lambda s: (1 - s.loss / 100) ** (s.k + 1)),
        form.slip("losses_summed", "几段损耗直接相加", "后一个月坏的，是前一个月剩下的。用乘，不用加。", left=lambda s: 1 - s.loss * s.k / 100),
        form.slip("lost_not_kept", "乘了坏掉的成数", "要用剩下的成数，不是坏掉的。", left=lambda s: 1 - (1 - s.loss / 100) ** s.k),
        form.slip("lost_sum_not_kept", "乘了加起来的坏的", "要用剩下的成数，不是坏掉的。一个月一个月往下乘。", left=lambda s: s.k * s.loss / 100),
        form.slip("one_month_lost_not_kept", "乘了一个月坏的", "要用剩下的成数，不是坏掉的。放 {k} 个月，乘 {k} 回。", left=lambda s: s.loss / 100),
        form.slip("percent_as_yuan", "百分之几当成几元", "{loss}% 是一百斤里坏 {loss} 斤。先乘剩的成数。", worth={name: lambda s: s.later - s.k * s.loss / 100 - s.cost for name in (POTATO, YAM, DEBT)},
                  least={name: lambda s: s.now + s.k * s.loss / 100 + s.cost for name in (POTATO, YAM, DEBT)}),
        form.slip("storage_forgotten", "忘了库钱", "还有库钱，一斤一月 {store} 元，要付 {k} 个月。", store=0),
        form.slip("storage_one_month", "库钱只算了一个月", "放 {k} 个月，库钱付 {k} 回。", cost=lambda s: s.store + interest(s) * s.k),
        form.slip("storage_by_left", "库钱按剩下的斤数收", "库钱照放进去的斤数收，坏掉的也付。一斤一月 {store} 元，付 {k} 个月。",
                  cost=lambda s: s.store * sum((1 - s.loss / 100) ** month for month in range(int(s.k))) + interest(s) * s.k, at="worth"),
        form.slip("interest_forgotten", "忘了利息", "借的钱天天要付息。这里一月 {rate}%，也要算。", rate={DEBT: 0}),
        form.slip("costs_forgotten", "库钱和利息都忘了", "还有库钱和利息，要付 {k} 个月。", cost={DEBT: 0}),
        form.slip("interest_one_month", "利息只算了一个月", "借 {k} 个月，利息付 {k} 回。", cost={DEBT: lambda s: s.store * s.k + interest(s)}),
        form.slip("costs_one_month", "库钱和利息只算了一个月", "放 {k} 个月，库钱、利息都付 {k} 回。", cost={DEBT: lambda s: s.store + interest(s)}),
        form.slip("interest_on_later", "利息按那时的价算", "借来的，是收货的钱。利息按现在的 {now} 元算。", cost={DEBT: lambda s: (s.store + s.later * s.rate / 100) * s.k}),
        form.slip("costs_rot_too", "先减库钱，再乘剩的成数", "{dues}照放进去的斤数付，一分不少。先乘剩的成数，再减。", worth=lambda s: (s.later - s.cost) * s.left, at="worth"),
        form.slip("storage_added", "库钱加上去了", "{dues}是你付的。从卖得的钱里减。", worth=lambda s: s.later * s.left + s.cost, at="worth"),
        form.slip("loss_divided", "该乘的除了", "坏了就少卖，用乘。", worth=lambda s: s.later / s.left - s.cost, at="worth"),
        form.slip("rise_alone", "只算涨了几元", "这是一斤涨的。坏掉的、{dues}都还没扣。", worth=lambda s: s.later - s.now, at="worth"),
        form.slip("price_not_take_home", "看卖价高，不看到手", "那时的价里，有坏掉的，有{dues}。减完才是你的。", worth=lambda s: s.later, at="worth"),
        form.slip("rise_times_left", "拿涨的那截去乘", "等到那时，剩下的按 {later} 元卖，不只是涨的那截。", worth=lambda s: (s.later - s.now) * s.left - s.cost, at="worth"),
        form.slip("gain_not_worth", "写成了等比现在差几元", "问的是等到那时一斤合几元，不用再减现在的价。", worth=lambda s: abs(s.later * s.left - s.cost - s.now), at="worth"),
        form.slip("loss_at_todays_price", "坏的按现在的价算", "坏掉的，那时卖不到那时的价。用那时的价乘剩的成数。", worth=lambda s: s.later - s.now * (1 - s.left) - s.cost, at="worth"),
        form.slip("todays_price", "用了现在的价", "等到那时，卖的是 {later} 元。用那时的价来算。", worth=lambda s: s.now * s.left - s.cost, at="worth"),
        form.slip("lost_money_alone", "写成了坏掉的钱", "这是坏掉的那些值几元。问的是剩下的，再减{dues}。", worth=lambda s: s.later * (1 - (1 - s.loss / 100) ** s.k), at="worth"),
        form.slip("whole_lot", "算成了全部的货", "问的是一斤。不用乘 {s} 斤。", worth=lambda s: s.s * (s.later * s.left - s.cost), at="worth"),
        form.slip("whole_lot_wanted", "算成了全部的货", "问的是一斤。不用乘 {s} 斤。", least=lambda s: s.s * (s.now + s.cost) / s.left, at="least"),
        form.slip("storage_once_at_last", "库钱只算了一个月", "放 {k} 个月，库钱付 {k} 回。", least=lambda s: (s.now + s.store + interest(s) * s.k) / s.left, at="least"),
        form.slip("interest_once_at_last", "利息只算了一个月", "借 {k} 个月，利息付 {k} 回。", least={DEBT: lambda s: (s.now + s.store * s.k + interest(s)) / s.left}, at="least"),
        form.slip("loss_times_now", "该除的乘了", "剩下的斤数少了，一斤要卖得更贵。用除。", least=lambda s: (s.now + s.cost) * s.left, at="least"),
        form.slip("loss_times_now_alone", "乘了剩的成数，再加库钱", "剩下的斤数少了，一斤要卖得更贵。先加{dues}，再除。", least=lambda s: s.now * s.left + s.cost, at="least"),
        form.slip("storage_not_shared", "库钱没摊到剩下的", "{dues}也要靠剩下的斤数还。先加起来，再除。", least=lambda s: s.now / s.left + s.cost, at="least"),
        form.slip("storage_taken_off", "库钱减掉了", "{dues}是多花的，那时要多卖回来。用加。", least=lambda s: (s.now - s.cost) / s.left, at="least"),
        form.slip("loss_added", "掉几成就加几成", "剩下的少了，要靠剩下的还。用除，不用加。", least={name: lambda s: (s.now + s.cost) * (1 + s.k * s.loss / 100) for name in (POTATO, YAM)}, at="least"),
        form.slip("lost_share_added", "坏掉的按现在的价补", "补的那些，也要靠剩下的斤数卖。用除，不用加。", least={name: lambda s: s.now * (2 - s.left) + s.cost for name in (POTATO, LOTUS, DEBT)}, at="least"),
        form.slip("lost_sum_added", "坏掉的按现在的价补", "补的那些，也要靠剩下的斤数卖。用除，不用加。", least={YAM: lambda s: s.now * (1 + s.k * s.loss / 100) + s.cost}, at="least"),
        form.slip("loss_at_later_price", "坏掉的按那时的价补", "要到几元还不晓得，不好先用 {later} 元。拿现在的价加{dues}，除以剩的成数。", least={name: lambda s: s.now + s.later * (1 - s.left) + s.cost for name in LONG}, at="least"),
        form.slip("later_not_now", "从那时的价推", "比的是现在卖的 {now} 元。从现在的价推。", least=lambda s: (s.later + s.cost) / s.left, at="least"),
        form.slip("rise_wanted", "写成了要涨几元", "这是要涨的。问的是那时的价，再加上现在的。", least=lambda s: (s.now + s.cost) / s.left - s.now, at="least"),
    ],
)

def power(s):
    return " × ".join([plain(1 - s.loss / 100, 2)] * int(s.k)) + f" = {plain(s.left, 3)}"

def costs(s):
    return f"库钱和利息 {plain(s.cost, 2)} 元" if s.rate else f"库钱 {plain(s.cost, 2)} 元"

def told_act(s):
    gap = s.worth - s.now
    said = f"等到那时合 {plain(s.worth, 3)} 元，现在 {plain(s.now)} 元。"
    if gap > 0:
        return f"{said}等，一斤多 {plain(gap, 3)} 元。可那个价是「有人说」的，别把全家的钱压上去。"
    return f"{said}等，一斤少 {plain(-gap, 3)} 元，{plain(s.s)} 斤少 {plain(-gap * s.s, 0)} 元。" + ("借钱囤货，更不做。" if s.rate else "现在卖。")


q.mark(
    form.rule_number(
        "worth",
        points=2,
        of=work,
        relative=0.003,
        why=lambda s: f"放 {plain(s.k)} 个月，剩 {power(s)}。{plain(s.later)} × {plain(s.left, 3)}，减{costs(s)}，合 {plain(s.worth, 2)} 元。",
    ),
    form.rule_choice(
        "act",
        points=2,
        of=work,
        why=told_act,
        wrong=[
            form.wrong("rise_seen_only", "只看见涨价", {POTATO: "wait", DEBT: "wait"}, "涨是涨了，烂掉的、库钱、利息一减，还不如现在。"),
            form.wrong("costs_alone", "只看见坏的和库钱", {YAM: "sell", LOTUS: "sell"}, "放着要坏、要花钱，都减过了还有多。经放的货，等得起。"),
            form.wrong("wait_for_top", "想等最高价", "top", "最贵是哪几天，过了才晓得。先写好一个价，到了就卖。"),
        ],
    ),
    form.rule_number(
        "least",
        points=2,
        of=work,
        relative=0.0045,
        why=lambda s: f"现在的 {plain(s.now)} 元，加{costs(s)}，要靠剩下的 {plain(s.left, 3)} 来还。（{plain(s.now)} + {plain(s.cost, 2)}）÷ {plain(s.left, 3)} = {plain(s.least, 2)} 元。",
    ),
)
