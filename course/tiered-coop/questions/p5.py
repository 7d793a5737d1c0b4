# %% tags=["question"]
# 第 5 题：一周要这么多，还是一共要
from nongju import form

q = form.question(
    "tiered-coop/p5",
    scenes=[
        form.scene(
            "土豆",
            "学校食堂来电话。你问清了：一周要 {w} 斤土豆，还有三周放假。今天交第一回，一周交一回。"
            "你手上 {s} 斤。放在家里，每过一周坏掉剩下的 {loss}%。",
            who="食堂",
            w=2000,
            s=6000,
            loss=[5, 6],
        ),
        form.scene(
            "职工福利",
            "厂里买山药给职工发福利。你问清了：一共要 {w} 斤，只买这一回，今天交。"
            "你手上 {s} 斤。放在家里，每过一周坏掉剩下的 {loss}%。往后三周，没有别家来问。",
            who="厂里",
            w=800,
            s=2400,
            loss=[5, 6],
        ),
        form.scene(
            "藠头",
            "供销社零售点来电话。你问清了：一周要 {w} 斤藠头，只卖三周。今天交第一回，一周交一回。"
            "你手上 {s} 斤。放在家里，每过一周坏掉剩下的 {loss}%。",
            who="零售点",
            w=[1100, 1200],
            s=5000,
            loss=4,
        ),
        form.scene(
            "黑老虎",
            "县城水果店来电话。你问清了：一周要 {w} 斤黑老虎，还要三周。今天交第一回，一周交一回。"
            "你手上 {s} 斤。放在家里，每过一周坏掉剩下的 {loss}%。",
            who="水果店",
            w=100,
            s=300,
            loss=[18, 20],
        ),
    ],
    fields=[
        form.table(
            "weeks",
            "① 三周各交得出几斤？（不交写 0）",
            columns=[form.column("jin", "交几斤", kind="number", unit="斤")],
            rows=["第一周（今天）", "第二周", "第三周"],
        ),
        form.number("lost", "② 到第三周交货那天，放坏的一共几斤？", unit="斤"),
        form.choice(
            "act",
            "③ 今天先办哪件事？",
            {
                "tell": "跟{who}讲明：第三周会少一点",
                "find": "再找一家，把多的先出掉",
                "hold": "都留着，等涨价",
            },
        ),
    ],
)

# %% tags=["key"] points=7
from nongju.marking import plain


def n(value):
    return plain(value, 1)


def wanted(s):
    """Jin wanted in each of the three weeks."""
    return [s.w, 0, 0] if s.name == "职工福利" else [s.w] * 3


def run(s, asked, shares):
    """Deliver week by week; `shares` says what rots before each delivery. Gives loads, rotten and left."""
    loads, rotten, left = [], 0.0, float(s.s)
    for want, share in zip(asked, shares):
        rotten += left * share
        left -= left * share
        loads.append(min(left, want))
        left -= loads[-1]
    return loads, rotten, left


def real(s):
    return run(s, wanted(s), [0, s.loss / 100, s.loss / 100])


def rows(loads):
    return [{"jin": load} for load in loads]


def other(asked, shares):
    """Rows of a wrong model: what it thinks is asked, and what it lets rot."""
    return lambda s: rows(run(s, asked(s), shares(s))[0])


def weekly(s):
    return [s.w] * 3


def once(s):
    return [s.w, 0, 0]


def keep(s):
    return 1 - s.loss / 100


def told(s):
    loads, _, left = real(s)
    second = (s.s - loads[0]) * keep(s)
    third = (second - loads[1]) * keep(s)
    said = f"第一周交 {n(loads[0])} 斤，剩 {n(s.s - loads[0])} 斤。过一周 × {plain(keep(s))} = {n(second)} 斤。"
    if s.name == "职工福利":
        return said + f"厂里一共只要 {n(s.w)} 斤，后两周不用交。又过一周，只剩 {n(third)} 斤好的。"
    said += f"交 {n(loads[1])} 斤，再过一周剩 {n(third)} 斤。"
    return said + (f"第三周只交得出 {n(loads[2])} 斤。" if left < 0.5 else f"第三周交 {n(loads[2])} 斤，还多 {n(left)} 斤。")


def told_lost(s):
    loads, rotten, _ = real(s)
    first = (s.s - loads[0]) * s.loss / 100
    second = ((s.s - loads[0]) * keep(s) - loads[1]) * s.loss / 100
    return f"头一周坏 {n(s.s - loads[0])} × {plain(s.loss)}% = {n(first)} 斤，第二周坏 {n(second)} 斤，一共 {n(rotten)} 斤。"


SHORT = ("土豆", "黑老虎")

q.mark(
    form.rule_table(
        "weeks",
        points=3,
        within=1.5,
        key=lambda s: rows(real(s)[0]),
        row_names=("第一周", "第二周", "第三周"),
        why=told,
        wrong=[
            form.wrong(
                "storage_loss_forgotten",
                "忘了放坏的",
                {name: other(weekly, lambda s: [0, 0, 0]) for name in SHORT},
                "总数正好够，是没算坏的。没交的那些，放一周坏 {loss}%。",
            ),
            form.wrong(
                "loss_one_week",
                "只坏了一周",
                {name: other(weekly, lambda s: [0, s.loss / 100, 0]) for name in SHORT},
                "放了两周，坏了两回。第二周交完剩的，还要再坏一回。",
            ),
            form.wrong(
                "rots_before_start",
                "今天交的也先扣了坏的",
                {name: other(weekly, lambda s: [s.loss / 100] * 3) for name in SHORT},
                "第一回今天就交，还没放。从第二周起才扣。",
            ),
            form.wrong(
                "week_as_season",
                "一周的当成一共的",
                {name: other(once, lambda s: [0, 0, 0]) for name in ("土豆", "藠头", "黑老虎")},
                "人家说的是一周要 {w} 斤。三周，要三回。",
            ),
            form.wrong(
                "season_as_week",
                "一共的当成一周的",
                {"职工福利": other(weekly, lambda s: [0, s.loss / 100, s.loss / 100])},
                "厂里一共只要 {w} 斤，买这一回。下周没人要。",
            ),
        ],
    ),
    form.rule_number(
        "lost",
        points=2,
        within=1.5,
        key=lambda s: real(s)[1],
        why=told_lost,
        wrong=[
            form.wrong("storage_loss_forgotten", "忘了放坏的", 0, "没交的那些放着，一周坏 {loss}%。"),
            form.wrong(
                "loss_one_week",
                "只坏了一周",
                lambda s: (s.s - s.w) * s.loss / 100,
                "放了两周，坏了两回。第二回的也要加上。",
            ),
            form.wrong(
                "sold_ones_rot_too",
                "交走的也当在坏",
                lambda s: 2 * s.s * s.loss / 100,
                "交走的，不在你家坏了。只扣还放着的。",
            ),
            form.wrong(
                "losses_summed",
                "几段损耗直接相加",
                {"职工福利": lambda s: 2 * (s.s - s.w) * s.loss / 100},
                "第二周坏的，是第一周剩下的。一周一周乘。",
                credit=0.5,
            ),
        ],
    ),
    form.rule_choice(
        "act",
        points=2,
        key=lambda s: "tell" if s.name in SHORT else "find",
        why=lambda s: (
            f"第三周只交得出 {n(real(s)[0][2])} 斤。早讲，人家好另备；临了才讲，下回不找你。"
            if s.name in SHORT
            else f"最后还多 {n(real(s)[2])} 斤好的，没人要。多的今天就找下家，放一天坏一天。"
        ),
        wrong=[
            form.wrong("hold_for_price", "留着等涨价", "hold", "鲜货放着就在坏。要等，先算第 4 题那笔账。"),
            form.wrong(
                "promise_more_than_have",
                "没有多的还去接单",
                {name: "find" for name in SHORT},
                "手上的连这一家都不够交。先把应下的交好。",
            ),
            form.wrong(
                "surplus_not_seen",
                "没看见多出来的",
                {"职工福利": "tell", "藠头": "tell"},
                "这一家要的，你都交得出。多的那些，才要操心。",
            ),
        ],
    ),
)
