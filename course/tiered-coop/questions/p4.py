# %% tags=["question"]
# 第 4 题：卖还是等
from nongju import form

q = form.question(
    "tiered-coop/p4",
    scenes=[
        form.scene(
            "土豆",
            "{s} 斤土豆，现在 {now} 元一斤。有人说 {k} 个月后 {later} 元。"
            "放着每月坏掉剩下的 {loss}%，库钱一斤一月 {store} 元，按放进去的斤数收。",
            s=20000,
            now=1.1,
            later=[1.5, 1.55],
            k=3,
            loss=8,
            store=0.04,
            rate=0,
        ),
        form.scene(
            "山药冷库",
            "{s} 斤山药，现在 {now} 元一斤。有人说 {k} 个月后 {later} 元。"
            "进冷库每月坏掉剩下的 {loss}%，库钱一斤一月 {store} 元，按放进去的斤数收。",
            s=6000,
            now=2.4,
            later=[3.05, 3.1],
            k=3,
            loss=3,
            store=0.1,
            rate=0,
        ),
        form.scene(
            "干莲子",
            "{s} 斤干莲子，现在 {now} 元一斤。有人说 {k} 个月后 {later} 元。"
            "干的经放，每月只坏掉剩下的 {loss}%。库钱一斤一月 {store} 元，按放进去的斤数收。",
            s=500,
            now=30,
            later=[33, 34],
            k=4,
            loss=0.5,
            store=0.1,
            rate=0,
        ),
        form.scene(
            "借钱囤藠头",
            "想借钱收 {s} 斤藠头囤着，现在 {now} 元一斤。有人说 {k} 个月后 {later} 元。"
            "放着每月坏掉剩下的 {loss}%，库钱一斤一月 {store} 元。借的钱每月要付 {rate}% 的息，按收货的价算。",
            s=10000,
            now=1.5,
            later=[2, 2.02],
            k=2,
            loss=10,
            store=0.05,
            rate=1.5,
        ),
    ],
    fields=[
        form.number("worth", "① 等到那时卖，一斤合现在几元？", unit="元/斤"),
        form.choice(
            "act",
            "② 怎么办？",
            {"sell": "现在卖（没收的就不囤）", "wait": "放着，照这个价等", "top": "等到最贵那几天再卖"},
        ),
        form.number("least", "③ 那时要到几元，等才不亏？", unit="元/斤"),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain
from nongju.models import freshness


def n(value):
    return plain(value, 4)


def interest(s):
    """Yuan a jin and month for borrowed money."""
    return s.now * s.rate / 100


def monthly(s):
    return s.store + interest(s)


def left(s):
    return freshness.left_after(s.loss / 100, s.k)


def worth(s):
    return freshness.waiting_value(s.later, s.loss / 100, s.k, monthly(s))


def least(s):
    return freshness.price_worth_waiting(s.now, s.loss / 100, s.k, monthly(s))


def power(s):
    return " × ".join([n(1 - s.loss / 100)] * int(s.k)) + f" = {n(left(s))}"


def costs(s):
    return f"库钱和利息 {n(monthly(s) * s.k)} 元" if s.rate else f"库钱 {n(s.store * s.k)} 元"


def summed(s):
    return 1 - s.loss * s.k / 100


SUMMED = ("土豆", "借钱囤藠头")

q.mark(
    form.rule_number(
        "worth",
        points=2,
        within=0.0095,
        key=worth,
        why=lambda s: (
            f"{n(s.k)} 个月后剩几成：{power(s)}。{n(s.later)} × {n(left(s))} = {n(s.later * left(s))} 元，"
            f"减{costs(s)}，合 {n(worth(s))} 元。"
        ),
        wrong=[
            form.wrong(
                "storage_loss_forgotten",
                "忘了放坏的",
                lambda s: s.later - monthly(s) * s.k,
                "多涨的钱，先赔给烂掉的。先乘剩的成数。",
            ),
            form.wrong(
                "loss_one_period",
                "只坏了一个月",
                lambda s: s.later * (1 - s.loss / 100) - monthly(s) * s.k,
                "放 {k} 个月，坏 {k} 回。一个月一个月往下乘。",
            ),
            form.wrong(
                "losses_summed",
                "几段损耗直接相加",
                {name: lambda s: s.later * summed(s) - monthly(s) * s.k for name in SUMMED},
                "后一个月坏的，是前一个月剩下的。用乘，不用加。",
                credit=0.5,
            ),
            form.wrong(
                "storage_forgotten",
                "忘了库钱",
                lambda s: s.later * left(s) - interest(s) * s.k,
                "还有库钱，一斤一月 {store} 元，要付 {k} 个月。",
            ),
            form.wrong(
                "interest_forgotten",
                "忘了利息",
                {"借钱囤藠头": lambda s: s.later * left(s) - s.store * s.k},
                "借的钱天天要付息。这里一月 {rate}%，也要减。",
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=2,
        key=lambda s: "wait" if worth(s) > s.now else "sell",
        why=lambda s: (
            f"等到那时合 {n(worth(s))} 元，现在 {n(s.now)} 元。"
            + (
                f"等，一斤多 {n(worth(s) - s.now)} 元。可那个价是「有人说」的，别把全家的钱压上去。"
                if worth(s) > s.now
                else f"等，一斤少 {n(s.now - worth(s))} 元，{n(s.s)} 斤少 {plain((s.now - worth(s)) * s.s, 0)} 元。"
                + ("借钱囤货，更不做。" if s.rate else "现在卖。")
            )
        ),
        wrong=[
            form.wrong(
                "rise_seen_only",
                "只看见涨价",
                {"土豆": "wait", "借钱囤藠头": "wait"},
                "涨是涨了，烂掉的、库钱、利息一减，还不如现在。",
            ),
            form.wrong(
                "storage_scares",
                "一放就怕亏",
                {"山药冷库": "sell", "干莲子": "sell"},
                "放着要坏、要花钱，都减过了还有多。经放的货，等得起。",
            ),
            form.wrong("wait_for_top", "想等最高价", "top", "最贵是哪几天，过了才晓得。先写好一个价，到了就卖。"),
        ],
    ),
    form.rule_number(
        "least",
        points=2,
        within=0.011,
        key=least,
        why=lambda s: (
            f"现在的 {n(s.now)} 元，加{costs(s)}，要靠剩下的 {n(left(s))} 来还。"
            f"({n(s.now)} + {n(monthly(s) * s.k)}) ÷ {n(left(s))} = {n(least(s))} 元。"
        ),
        wrong=[
            form.wrong(
                "storage_loss_forgotten",
                "忘了放坏的",
                lambda s: s.now + monthly(s) * s.k,
                "坏掉的那几成，要靠剩下的赚回来。再除以剩的成数。",
            ),
            form.wrong(
                "loss_one_period",
                "只坏了一个月",
                lambda s: (s.now + monthly(s) * s.k) / (1 - s.loss / 100),
                "放 {k} 个月，坏 {k} 回。",
            ),
            form.wrong(
                "losses_summed",
                "几段损耗直接相加",
                {name: lambda s: (s.now + monthly(s) * s.k) / summed(s) for name in SUMMED},
                "一个月一个月往下乘，不是加。",
                credit=0.5,
            ),
            form.wrong(
                "storage_forgotten",
                "忘了库钱",
                lambda s: (s.now + interest(s) * s.k) / left(s),
                "库钱 {k} 个月，也要从卖价里出。",
            ),
            form.wrong(
                "interest_forgotten",
                "忘了利息",
                {"借钱囤藠头": lambda s: (s.now + s.store * s.k) / left(s)},
                "借的钱要付息，也要从卖价里出。",
            ),
        ],
    ),
)
