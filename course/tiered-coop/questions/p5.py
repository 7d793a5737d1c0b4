# %% tags=["question"]
# 第 5 题：一周要这么多，还是一共要
from nongju import form

HOME = "你手上 {s} 斤。放在家里，每过一周坏掉剩下的 {loss}%。"
ALL = "从今天到第三周那天，"
EACH = "今天交第一回，往后一周交一回，一共三回。"

q = form.question(
    "tiered-coop/p5",
    see="讲一讲 三",
    scenes=[
        form.scene("土豆", "学校食堂来电话。你问清了：一周要 {w} 斤土豆，三周交完就放假。" + EACH + HOME,
            span=ALL, who="食堂", w=2000, s=5800, loss=[5, 6]),
        form.scene("职工福利", "厂里买山药给职工发福利。你问清了：一共要 {w} 斤，只买这一回，今天交。" + HOME + "往后没有别家来问。",
            span="今天交完，再放两周，", who="厂里", w=800, s=2600, loss=[5, 6]),
        form.scene("藠头", "供销社零售点来电话。你问清了：一周要 {w} 斤藠头，只卖三周。" + EACH + HOME,
            span=ALL, who="零售点", w=[1100, 1200], s=5000, loss=4),
        form.scene("黑老虎", "县城水果店来电话。你问清了：一周要 {w} 斤黑老虎，只卖三周。" + EACH + HOME,
            span=ALL, who="水果店", w=160, s=515, loss=[16, 18]),
    ],
    fields=[
        form.table("weeks", "① 三周各交得出几斤？（不交写 0）", rows=["第一周（今天）", "第二周（过了一周）", "第三周（过了两周）"], columns=[form.column("jin", "交几斤", kind="number", unit="斤")]),
        form.number("lost", "② {span}放坏的一共几斤？（零头可以四舍五入）", unit="斤"),
        form.choice("act", "③ 今天先办哪件事？", {"tell": "跟{who}讲明：第三周会少一点", "find": "再找一家，把多的先出掉", "hold": "都留着，等涨价"}),
    ],
)

# %% tags=["key"] points=7
from nongju.marking import plain

POTATO, GIFT, SCALLION, FRUIT = "土豆", "职工福利", "藠头", "黑老虎"
SHORT, WEEKLY = (POTATO, FRUIT), (POTATO, SCALLION, FRUIT)

def n(value):
    return plain(value, 1)
def kept(s, times=1):
    return (1 - s.loss / 100) ** times

def rest(s):
    return s.s - s.w
def left_at_end(s):
    return s.s - sum(row["jin"] for row in s.weeks) - s.one - s.two if s.name in (GIFT, SCALLION) else 0

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
def short(worth):
    return dict.fromkeys(SHORT, worth)
def weekly(worth):
    return dict.fromkeys(WEEKLY, worth)

def three(*loads):
    return [{"jin": float(max(0, jin))} for jin in loads]

work = form.work(
    {
        "weeks": lambda s: weeks(s, asked(s), [0, s.loss / 100, s.loss / 100]),
        "one": lambda s: (s.s - s.weeks[0]["jin"]) * s.loss / 100,
        "two": lambda s: ((s.s - s.weeks[0]["jin"]) * kept(s) - s.weeks[1]["jin"]) * s.loss / 100,
        "lost": lambda s: s.one + s.two,
    },
    [
        form.slip("storage_loss_forgotten", "忘了放坏的", "没交的那些放着，一周坏 {loss}%。", loss=0),
        form.slip("as_asked", "照要的数写满", "手上只有 {s} 斤，放着还要坏。交不出的，写交得出的数。", at="weeks", weeks={POTATO: lambda s: three(s.w, s.w, s.w)}),
        form.slip("rots_before_start", "今天交的也先扣了坏的", "第一回今天就交，还没放。从第二周起才扣。", one=lambda s: s.s * (1 - kept(s)) + (s.s * kept(s) - s.w) * s.loss / 100, two=lambda s: ((s.s * kept(s) - s.w) * kept(s) - asked(s)[1]) * s.loss / 100, weeks=short(lambda s: weeks(s, asked(s), [s.loss / 100] * 3))),
        form.slip("loss_one_week", "只坏了一周", "放了两周，坏了两回。第二回的也要算。", two=0, weeks=short(lambda s: weeks(s, asked(s), [0, s.loss / 100, 0]))),
        form.slip("second_week_alone", "只算了后一周", "头一周也坏了 {one} 斤。两周加起来。", one=0, at="lost"),
        form.slip("week_as_season", "一周的当成一共的", "人家说的是一周要 {w} 斤。三周，要三回。", weeks=weekly(lambda s: weeks(s, [s.w, 0, 0], [0, s.loss / 100, s.loss / 100]))),
        form.slip("week_split", "一周的又分成三份", "{w} 斤是一周的，不用再分。", at="weeks", weeks=weekly(lambda s: three(*[s.w / 3] * 3))),
        form.slip("stock_split", "手上的分成三份", "先看人家要几斤。够就交那么多，不够才少交。", at="weeks", weeks=lambda s: three(*[s.s / 3] * 3)),
        form.slip("all_today", "今天全交了", "人家只要 {w} 斤，多的人家不收。", at="weeks", weeks=lambda s: three(s.s, 0, 0)),
        form.slip("rest_all_second", "第二周全交了", "人家不要那么多。多的人家不收。", at="weeks", weeks=lambda s: three(s.w, rest(s) * kept(s), 0)),
        form.slip("rest_all_third", "最后一周全交了", "人家要的是 {w} 斤。多的，另找下家。", at="weeks", weeks={name: lambda s: three(s.w, s.w, (rest(s) * kept(s) - s.w) * kept(s)) for name in (GIFT, SCALLION)}),
        form.slip("rest_all_third_unrotted", "最后一周全交了，坏的也没算", "没交的放着，一周坏 {loss}%。人家要的，也只是 {w} 斤。", at="weeks", weeks={name: lambda s: three(s.w, s.w, rest(s) - s.w) for name in (SCALLION, FRUIT)}),
        form.slip("third_left_over", "第三周写成了交完剩的", "这是交完还剩的。第三周人家要 {w} 斤，交得出。", at="weeks", weeks={SCALLION: lambda s: three(s.w, s.w, (rest(s) * kept(s) - s.w) * kept(s) - s.w)}),
        form.slip("season_as_week", "一共的当成一周的", "厂里一共只要 {w} 斤，买这一回。下周没人要。", weeks={GIFT: lambda s: weeks(s, [s.w] * 3, [0, s.loss / 100, s.loss / 100])}),
        form.slip("split_over_weeks", "一共的分成三周交", "厂里一回就要齐，今天交。", at="weeks", weeks={GIFT: lambda s: three(*[s.w / 3] * 3)}),
        form.slip("delivered_shrinks", "交的数连着打折", "坏的是家里放着的。放着的够，就交足 {w} 斤。", one=lambda s: s.w * (1 - kept(s)), two=lambda s: s.w * (1 - kept(s, 2)), weeks=weekly(lambda s: three(s.w, s.w * kept(s), s.w * kept(s, 2)))),
        form.slip("delivered_less_each_week", "交的数一周少一回", "坏的是家里放着的。放着的够，就交足 {w} 斤。", at="weeks", weeks=short(lambda s: three(s.w, s.w * kept(s), s.w * (1 - 2 * s.loss / 100)))),
        form.slip("delivered_cut", "每回交的都打了折", "坏的是家里放着的。放着的够，就交足 {w} 斤。", at="weeks", weeks=weekly(lambda s: three(*[s.w * kept(s)] * 3))),
        form.slip("later_ones_cut", "后两回交的都打了折", "坏的是家里放着的。放着的够，就交足 {w} 斤。", at="weeks", weeks=weekly(lambda s: three(s.w, s.w * kept(s), s.w * kept(s)))),
        form.slip("delivered_shrinks_from_today", "从今天起连着打折", "今天交的还没放。放着的够，就交足 {w} 斤。", at="weeks", weeks=weekly(lambda s: three(s.w * kept(s), s.w * kept(s, 2), s.w * kept(s, 3)))),
        form.slip("stock_not_delivery", "写成了手上有的", "这是交货前手上有的。问的是交几斤，人家只要 {w} 斤。", at="weeks", weeks=lambda s: three(s.s, rest(s) * kept(s), (rest(s) * kept(s) - asked(s)[1]) * kept(s))),
        form.slip("third_not_delivered", "第三周不够就没交", "不够 {w} 斤，也交得出一些。写交得出的。", at="weeks", weeks=short(lambda s: three(s.w, s.w, 0))),
        form.slip("rot_from_delivered", "坏的从交的里头减", "家里放着的还有。够 {w} 斤，就交足。", at="weeks", weeks=weekly(lambda s: three(s.w, s.w - rest(s) * s.loss / 100, s.w - (rest(s) * kept(s) - s.w) * s.loss / 100))),
        form.slip("third_cut_alone", "只把第三周的打了折", "坏的是放着的那些，不是要交的那些。先算放着的还剩几斤。", at="weeks", weeks={POTATO: lambda s: three(s.w, s.w, s.w * kept(s))}),
        form.slip("sold_ones_rot_too", "交走的也当在坏", "交走的，不在你家坏了。只扣还放着的。", one=lambda s: s.s * s.loss / 100, two=lambda s: s.s * s.loss / 100, weeks=short(lambda s: three(s.w, s.w, s.s * (1 - 2 * s.loss / 100) - 2 * s.w))),
        form.slip("stock_times_kept_twice", "没减交走的，连坏两回", "交走的，不在你家坏了。先减掉交走的，再乘剩的成数。", one=lambda s: s.s * (1 - kept(s)), two=lambda s: s.s * kept(s) * (1 - kept(s)), weeks=short(lambda s: three(s.w, s.w, s.s * kept(s, 2) - 2 * s.w))),
        form.slip("all_rot_once", "全部的货坏一回", "今天交走的不坏。放了两周，剩下的坏两回。", one=lambda s: s.s * s.loss / 100, two=0, weeks=short(lambda s: three(s.w, s.w, s.s * kept(s) - 2 * s.w))),
        form.slip("first_week_of_all", "头一周照全部的算", "今天交走的，不在你家坏了。先减掉，再算头一周坏的。", at="lost", one=weekly(lambda s: s.s * s.loss / 100), two=weekly(lambda s: (s.s * kept(s) - s.w) * s.loss / 100)),
        form.slip("deliveries_taken_rot_not", "坏掉的没减，又照着算", "头一周坏掉的，后一周没有了。先减掉，再算。", two=weekly(lambda s: (rest(s) - s.w) * s.loss / 100), weeks=short(lambda s: three(s.w, s.w, rest(s) - s.w - (2 * rest(s) - s.w) * s.loss / 100))),
        form.slip("both_taken_first", "两回先交走，再算坏的", "第二回要交的，头一周也放在家里，也在坏。一周一周往下算。", at="weeks", weeks={POTATO: lambda s: three(s.w, s.w, (rest(s) - s.w) * kept(s))}),
        form.slip("second_week_as_first", "后一周也照头一周坏", "第二周放着的，比头一周少了。照剩下的算。", two=lambda s: s.one, weeks=short(lambda s: three(s.w, s.w, rest(s) * (1 - 2 * s.loss / 100) - s.w))),
        form.slip("second_delivery_not_taken", "第二回交走的没减", "第二回交走的，也不在你家坏了。先减掉，再算第二回坏的。", two=lambda s: rest(s) * kept(s) * s.loss / 100, weeks=short(lambda s: three(s.w, s.w, rest(s) * kept(s, 2) - s.w))),
        form.slip("second_delivery_left_in", "第二回交走的没减", "第二回交走的，也不在你家坏了。先减掉，再算第二回坏的。", at="lost", lost=short(lambda s: s.one + rest(s) * kept(s) * s.loss / 100)),
        form.slip("three_weeks_of_all", "全部的货坏三回", "今天交走的不坏。只放了两周，坏两回。", at="lost", lost=lambda s: 3 * s.s * s.loss / 100),
        form.slip("three_weeks_multiplied", "全部的货连坏三回", "今天交走的不坏。只放了两周，坏两回。", at="lost", lost=lambda s: s.s * (1 - kept(s, 3))),
        form.slip("three_weeks_of_rest", "剩下的坏了三回", "只放了两周，坏两回。放着的也一周比一周少。", at="lost", lost=lambda s: 3 * rest(s) * s.loss / 100),
        form.slip("rest_rots_three_times", "剩下的连坏三回", "只放了两周，坏两回。第二回交走的，也要先减。", at="lost", lost=weekly(lambda s: rest(s) * (1 - kept(s, 3)))),
        form.slip("first_of_all_then_rest", "头一周照全部，后一周照剩下的", "今天交走的，不在你家坏了。坏掉的，后一周也没有了。", at="lost", lost=lambda s: (s.s + rest(s)) * s.loss / 100),
        form.slip("third_week_rots_too", "第三周以后的也算了", "只放了两周，坏两回。往后的不算。", at="lost", lost=lambda s: s.one + s.two + (left_at_end(s) or s.weeks[2]["jin"]) * s.loss / 100),
        form.slip("promised_set_aside", "三回要的都先刨开", "第二、第三回要交的，也放在家里，也在坏。只减今天交走的。", at="lost", lost={SCALLION: lambda s: (s.s - 3 * s.w) * (1 - kept(s, 2)), FRUIT: lambda s: (s.s - 3 * s.w) * (1 - kept(s, 2))}),
        form.slip("delivered_rot_twice", "拿交的斤数算坏的", "交走的，不在你家坏了。坏的是还放着的。", at="lost", lost=lambda s: 2 * s.w * s.loss / 100),
        form.slip("delivered_rot_once", "拿一回交的算坏的", "交走的，不在你家坏了。坏的是还放着的。", at="lost", lost=lambda s: s.w * s.loss / 100),
        form.slip("delivered_rot_three_times", "拿三回交的算坏的", "交走的，不在你家坏了。坏的是还放着的。", at="lost", lost={name: lambda s: 3 * s.w * s.loss / 100 for name in (POTATO, GIFT, SCALLION)}),
        form.slip("left_over_counted", "把剩下没交的当成坏的", "没交完的还是好的。坏的是每周那 {loss}%。", at="lost", lost=lambda s: s.s - sum(row["jin"] for row in s.weeks) if s.name in (GIFT, SCALLION) else s.s - 2 * s.w),
        form.slip("good_ones_left", "写成了还好的", "这是还好着的。问的是坏掉的。", at="lost", lost={name: lambda s: left_at_end(s) for name in (GIFT, SCALLION)} | {POTATO: lambda s: s.weeks[2]["jin"]}),
        form.slip("shortfall", "写成了第三周差几斤", "这是第三周交不够的。问的是放坏了几斤。", at="lost", lost=short(lambda s: s.w - weeks(s, asked(s), [0, s.loss / 100, s.loss / 100])[2]["jin"])),
        form.slip("percent_as_jin", "百分之几当成几斤", "{loss}% 是一百斤里坏 {loss} 斤。", lost=lambda s: 2 * s.loss, at="lost"),
        form.slip("percent_as_jin_three_times", "百分之几当成几斤，算了三回", "{loss}% 是一百斤里坏 {loss} 斤。隔了两周，坏两回。", lost=lambda s: 3 * s.loss, at="lost"),
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
    form.rule_number("lost", points=2, of=work, within=0.6, why="头一周坏 {one} 斤，第二周坏 {two} 斤，一共 {key_said}。"),
    form.rule_choice(
        "act",
        points=2,
        key=lambda s: "tell" if s.name in SHORT else "find",
        why=lambda s: (f"第三周交不够 {n(s.w)} 斤。早讲，人家好另备；临了才讲，下回不找你。"
            if s.name in SHORT
            else "这一家要的都交得出，还多着。多的今天就找下家，放一天坏一天。"),
        wrong=[
            form.wrong("hold_for_price", "留着等涨价", "hold", "鲜货放着就在坏。要等，先算第 4 题那笔账。"),
            form.wrong("promise_more_than_have", "没有多的还去接单", dict.fromkeys(SHORT, "find"), "手上的连这一家都不够交。先把应下的交好。"),
            form.wrong("surplus_not_seen", "没看见多出来的", {GIFT: "tell", SCALLION: "tell"}, "这一家要的，你都交得出。多的那些，才要操心。"),
        ],
    ),
)
