# %% tags=["question"]
# 第 5 题：一周要这么多，还是一共要
from nongju import form

HOME = "你手上 {s} 斤。放在家里，每过一周坏掉剩下的 {loss}%。"

q = form.question(
    "tiered-coop/p5",
    see="讲一讲 三",
    scenes=[
        form.scene(
            "土豆", "学校食堂来电话。你问清了：一周要 {w} 斤土豆，还有三周放假。今天交第一回，一周交一回。" + HOME,
            who="食堂", w=2000, s=6000, loss=[5, 6],
        ),
        form.scene(
            "职工福利", "厂里买山药给职工发福利。你问清了：一共要 {w} 斤，只买这一回，今天交。" + HOME + "往后三周，没有别家来问。",
            who="厂里", w=800, s=2600, loss=[5, 6],
        ),
        form.scene(
            "藠头", "供销社零售点来电话。你问清了：一周要 {w} 斤藠头，只卖三周。今天交第一回，一周交一回。" + HOME,
            who="零售点", w=[1100, 1200], s=5000, loss=4,
        ),
        form.scene(
            "黑老虎", "县城水果店来电话。你问清了：一周要 {w} 斤黑老虎，还要三周。今天交第一回，一周交一回。" + HOME,
            who="水果店", w=100, s=300, loss=[18, 20],
        ),
    ],
    fields=[
        form.table("weeks", "① 三周各交得出几斤？（不交写 0）", rows=["第一周（今天）", "第二周", "第三周"],
                   columns=[form.column("jin", "交几斤", kind="number", unit="斤")]),
        form.number("lost", "② 到第三周交货那天，放坏的一共几斤？", unit="斤"),
        form.choice(
            "act",
            "③ 今天先办哪件事？",
            {"tell": "跟{who}讲明：第三周会少一点", "find": "再找一家，把多的先出掉", "hold": "都留着，等涨价"},
        ),
    ],
)

# %% tags=["key"] points=7
from nongju.marking import plain

POTATO, GIFT, SCALLION, FRUIT = "土豆", "职工福利", "藠头", "黑老虎"
SHORT, WEEKLY = (POTATO, FRUIT), (POTATO, SCALLION, FRUIT)


def n(value):
    return plain(value, 1)


def weeks(s, want, shares):
    """Deliver week by week; `shares` says what rots before each delivery."""
    loads, left = [], float(s.s)
    for wanted, share in zip(want, shares):
        left -= left * float(share)
        loads.append(min(left, float(wanted)))
        left -= loads[-1]
    return [{"jin": load} for load in loads]


def asked(s):
    return [s.w, 0, 0] if s.name == GIFT else [s.w] * 3


def rot(s):
    return [0, s.loss / 100, s.loss / 100]


def first_loss(s):
    return (s.s - s.weeks[0]["jin"]) * s.loss / 100


def second_loss(s):
    return ((s.s - s.weeks[0]["jin"]) * (1 - s.loss / 100) - s.weeks[1]["jin"]) * s.loss / 100


work = form.work(
    {
        "weeks": lambda s: weeks(s, asked(s), rot(s)),
        "one": first_loss,
        "two": second_loss,
        "lost": lambda s: s.one + s.two,
    },
    [
        form.slip("storage_loss_forgotten", "忘了放坏的", "没交的那些放着，一周坏 {loss}%。", loss=0),
        form.slip("rots_before_start", "今天交的也先扣了坏的", "第一回今天就交，还没放。从第二周起才扣。", at="weeks",
                  weeks={name: lambda s: weeks(s, asked(s), [s.loss / 100] * 3) for name in SHORT}),
        form.slip("loss_one_week", "只坏了一周", "放了两周，坏了两回。第二回的也要算。", two=0,
                  weeks={name: lambda s: weeks(s, asked(s), [0, s.loss / 100, 0]) for name in SHORT}),
        form.slip("second_week_alone", "只算了后一周", "头一周也坏了 {one} 斤。两周加起来。", one=0, at="lost"),
        form.slip("week_as_season", "一周的当成一共的", "人家说的是一周要 {w} 斤。三周，要三回。",
                  weeks={name: lambda s: weeks(s, [s.w, 0, 0], rot(s)) for name in WEEKLY}),
        form.slip("season_as_week", "一共的当成一周的", "厂里一共只要 {w} 斤，买这一回。下周没人要。",
                  weeks={GIFT: lambda s: weeks(s, [s.w] * 3, rot(s))}),
        form.slip("split_over_weeks", "一共的分成三周交", "厂里一回就要齐，今天交。", at="weeks",
                  weeks={GIFT: lambda s: [{"jin": s.w / 3}] * 3}),
        form.slip("sold_ones_rot_too", "交走的也当在坏", "交走的，不在你家坏了。只扣还放着的。",
                  one=lambda s: s.s * s.loss / 100, two=lambda s: s.s * s.loss / 100, at="lost"),
        form.slip("all_rot_once", "全部的货坏一回", "今天交走的不坏。放了两周，剩下的坏两回。", one=lambda s: s.s * s.loss / 100, two=0, at="lost"),
        form.slip("second_week_as_first", "后一周也照头一周坏", "第二周放着的，比头一周少了。照剩下的算。", two=lambda s: s.one, at="lost"),
        form.slip("left_over_counted", "把剩下没交的当成坏的", "没交完的还是好的。坏的是每周那 {loss}%。", at="lost",
                  lost=lambda s: s.s - sum(row["jin"] for row in s.weeks) if s.name in (GIFT, SCALLION) else s.s - 2 * s.w),
        form.slip("percent_as_jin", "百分之几当成几斤", "{loss}% 是一百斤里坏 {loss} 斤。", lost=lambda s: 2 * s.loss, at="lost"),
    ],
)


def told(s):
    loads = [row["jin"] for row in s.weeks]
    second = s.s - loads[0] - s.one
    said = f"第一周交 {n(loads[0])} 斤，剩 {n(s.s - loads[0])} 斤。过一周坏 {n(s.one)} 斤，剩 {n(second)} 斤。"
    if s.name == GIFT:
        return f"{said}厂里一共只要 {n(s.w)} 斤，后两周不用交。"
    third = second - loads[1] - s.two
    said += f"交 {n(loads[1])} 斤，再过一周剩 {n(third)} 斤。"
    return said + (f"第三周只交得出 {n(loads[2])} 斤。" if s.name in SHORT else f"第三周交 {n(loads[2])} 斤，还多 {n(third - loads[2])} 斤。")


q.mark(
    form.rule_table("weeks", points=3, of=work, within=1.5, row_names=("第一周", "第二周", "第三周"), why=told),
    form.rule_number("lost", points=2, of=work, within=0.2, why="头一周坏 {one} 斤，第二周坏 {two} 斤，一共 {key_said}。"),
    form.rule_choice(
        "act",
        points=2,
        key=lambda s: "tell" if s.name in SHORT else "find",
        why=lambda s: (
            f"第三周交不够 {n(s.w)} 斤。早讲，人家好另备；临了才讲，下回不找你。"
            if s.name in SHORT
            else "这一家要的都交得出，还多着。多的今天就找下家，放一天坏一天。"
        ),
        wrong=[
            form.wrong("hold_for_price", "留着等涨价", "hold", "鲜货放着就在坏。要等，先算第 4 题那笔账。"),
            form.wrong("promise_more_than_have", "没有多的还去接单", dict.fromkeys(SHORT, "find"), "手上的连这一家都不够交。先把应下的交好。"),
            form.wrong("surplus_not_seen", "没看见多出来的", {GIFT: "tell", SCALLION: "tell"}, "这一家要的，你都交得出。多的那些，才要操心。"),
        ],
    ),
)
