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
        form.scene("土豆", WAIT, goods="土豆", where="放在阴凉处，", s=20000, now=1.1, later=[1.5, 1.55], k=3, loss=8, store=0.04, rate=0),
        form.scene("山药冷库", WAIT, goods="山药", where="进冷库，", s=6000, now=2.4, later=[3.4, 3.5], k=3, loss=6, store=0.1, rate=0),
        form.scene("干莲子", WAIT, goods="干莲子", where="防着虫和潮，", s=500, now=30, later=[38, 39], k=4, loss=4, store=0.3, rate=0),
        form.scene(
            "借钱囤藠头",
            "想借钱收 {s} 斤藠头囤着，现在 {now} 元一斤。有人说 {k} 个月后 {later} 元。放着每月坏掉剩下的 {loss}%，"
            "库钱一斤一月 {store} 元，按放进去的斤数收。借的钱每月要付 {rate}% 的息，按收货的价算。",
            s=10000, now=1.5, later=[1.98, 2], k=2, loss=10, store=0.05, rate=2,
        ),
    ],
    fields=[
        form.number("worth", "① 等到那时卖，一斤合现在几元？", unit="元/斤"),
        form.choice("act", "② 怎么办？", {"sell": "现在卖（没收的就不囤）", "wait": "放着，照这个价等", "top": "等到最贵那几天再卖"}),
        form.number("least", "③ 那时要到几元，等才不亏？", unit="元/斤"),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain

POTATO, YAM, LOTUS, DEBT = "土豆", "山药冷库", "干莲子", "借钱囤藠头"

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
        form.slip("losses_summed", "几段损耗直接相加", "后一个月坏的，是前一个月剩下的。用乘，不用加。",
                  left={name: lambda s: 1 - s.loss * s.k / 100 for name in (POTATO, DEBT)}),
        form.slip("lost_not_kept", "乘了坏掉的成数", "要用剩下的成数，不是坏掉的。", left=lambda s: 1 - (1 - s.loss / 100) ** s.k),
        form.slip("storage_forgotten", "忘了库钱", "还有库钱，一斤一月 {store} 元，要付 {k} 个月。", store=0),
        form.slip("storage_one_month", "库钱只算了一个月", "放 {k} 个月，库钱付 {k} 回。", cost=lambda s: s.store + s.now * s.rate / 100),
        form.slip("interest_forgotten", "忘了利息", "借的钱天天要付息。这里一月 {rate}%，也要算。", rate={DEBT: 0}),
        form.slip("storage_added", "库钱加上去了", "库钱是你付的。从卖得的钱里减。",
                  worth={name: lambda s: s.later * s.left + s.cost for name in (POTATO, DEBT)}, at="worth"),
        form.slip("loss_divided", "该乘的除了", "坏了就少卖，用乘。",
                  worth={name: lambda s: s.later / s.left - s.cost for name in (POTATO, DEBT)}, at="worth"),
        form.slip("rise_alone", "只算涨了几元", "这是一斤涨的。坏掉的、库钱都还没扣。", worth=lambda s: s.later - s.now, at="worth"),
        form.slip("price_not_take_home", "看卖价高，不看到手", "那时的价里，有坏掉的，有库钱。减完才是你的。", worth=lambda s: s.later, at="worth"),
        form.slip("loss_times_now", "该除的乘了", "剩下的斤数少了，一斤要卖得更贵。用除。", least=lambda s: (s.now + s.cost) * s.left, at="least"),
        form.slip("storage_not_shared", "库钱没摊到剩下的", "库钱也要靠剩下的斤数还。先加起来，再除。",
                  least={name: lambda s: s.now / s.left + s.cost for name in (POTATO, DEBT)}, at="least"),
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
        relative=0.006,
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
        relative=0.006,
        why=lambda s: f"现在的 {plain(s.now)} 元，加{costs(s)}，要靠剩下的 {plain(s.left, 3)} 来还。（{plain(s.now)} + {plain(s.cost, 2)}）÷ {plain(s.left, 3)} = {plain(s.least, 2)} 元。",
    ),
)
