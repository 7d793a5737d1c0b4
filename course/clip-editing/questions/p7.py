# %% tags=["question"]
# 第 7 题：五个镜头怎么排
from nongju import form

q = form.question(
    "clip-editing/p7",
    see="讲一讲 三",
    scenes=[
        form.scene(
            "渣海椒",
            "许可都问清、办齐了。成片 {film} 秒，五个镜头。拍的时候，每个镜头头尾各多拍 {stop} 秒。",
            film=[22, 23],
            stop=3,
            a="坛子开盖，满满一坛红",
            b="油锅里炸得滋滋响，拌饭",
            c="说：小店里有，一袋半斤",
            d="筷子夹起来，凑近看颗粒",
            e="玉米、辣椒磨粉，装坛",
        ),
        form.scene(
            "腊肉",
            "许可都问清、办齐了。成片 {film} 秒，五个镜头。每个镜头头尾各多拍 {stop} 秒。头一回拍，每个都拍两遍，挑好的。",
            film=[25, 26],
            stop=3,
            a="说：今晚八点直播间见",
            b="柏树枝的烟，一排肉挂着",
            c="双手托起一整块腊肉",
            d="切开一刀，凑近看肥瘦",
            e="蒸熟切片，炒蒜苗下饭",
        ),
        form.scene(
            "干莲子",
            "成片 {film} 秒，五个镜头。说话那个上回录好了，{done} 秒，照用。另外四个，头尾各多拍 {stop} 秒。",
            film=[21, 22],
            stop=3,
            done=5,
            a="下塘摘莲蓬，剥出来去心",
            b="一大袋干莲子倒进簸箕",
            c="手心里几颗，凑近看大小",
            d="泡一晚，熬成一锅粥",
            e="说：点下面小店，一斤一袋",
        ),
    ],
    fields=[
        form.order(
            "order",
            "① 把五个镜头排好：先亮货，再来历，近看，怎么吃，最后说去哪买",
            {"a": "{a}", "b": "{b}", "c": "{c}", "d": "{d}", "e": "{e}"},
        ),
        form.number("raw", "② 这回一共要拍几秒？", unit="秒"),
    ],
)

# %% tags=["key"] points=5
ORDER = {"渣海椒": "aedbc", "腊肉": "cbdea", "干莲子": "bacde"}
ALONE, TWICE, DONE = "渣海椒", "腊肉", "干莲子"


def order(*places):
    """Shots in an order of their places in the right one: 0 goods, 1 origin, 2 close, 3 eating, 4 shop."""
    return lambda s: tuple(ORDER[s.name][at] for at in places)


work = form.work(
    {
        "used": {ALONE: lambda s: s.film, TWICE: lambda s: s.film, DONE: lambda s: s.film - s.done},
        "shots": {ALONE: 5, TWICE: 5, DONE: 4},
        "spare": lambda s: s.shots * 2 * s.stop,
        "once": lambda s: s.used + s.spare,
        "takes": {ALONE: 1, TWICE: 2, DONE: 1},
        "raw": lambda s: s.takes * s.once,
    },
    [
        form.slip("spares_forgotten", "忘了头尾要多拍", "头尾不多拍，剪的时候没处下刀。一个多拍 6 秒。", spare=0),
        form.slip("one_end_only", "只多拍了一头", "头多三秒，尾也多三秒。", spare=dict.fromkeys((ALONE, DONE), lambda s: s.shots * s.stop)),
        form.slip("spares_halved", "多拍的只算了一半", "一个头尾都多拍，多 6 秒。拍两遍，多拍的也是两遍。", spare={TWICE: lambda s: s.shots * s.stop}),
        form.slip("stops_shared", "前一条的尾当后一条的头", "一个一个分开拍。每个头尾都多拍，多 6 秒。", spare=lambda s: (s.shots + 1) * s.stop),
        form.slip("spares_once", "头尾只多拍了一回", "每个镜头都要多拍，一个多 6 秒。", spare=lambda s: 2 * s.stop),
        form.slip("spares_once_in_all", "头尾只多拍了一回", "每个镜头都要多拍，一个多 6 秒。拍两遍，多拍的也是两遍。", raw={TWICE: lambda s: 2 * s.used + 2 * s.stop}),
        form.slip("gaps_only", "只多拍了镜头中间", "头一个的头、最后一个的尾，也要多拍。每个多 6 秒。", spare=lambda s: (s.shots - 1) * 2 * s.stop),
        form.slip("spare_three_in_all", "一共只多拍了三秒", "每个镜头头尾都要多拍，一个多 6 秒。", spare=dict.fromkeys((ALONE, DONE), lambda s: s.stop)),
        form.slip("spares_only", "只算了多拍的", "多拍的加上放进成片的，才是要拍的。", used=0),
        form.slip("stops_taken_off", "多拍的减掉了", "多拍的也要时间，是加上去。", once=lambda s: abs(s.used - s.spare)),
        form.slip("one_clip_only", "只算了一条", "这是一个镜头的。问的是一共。", raw=lambda s: s.used / s.shots + 2 * s.stop),
        form.slip("film_written", "写成了成片的长", "{film} 秒是成片的。要拍的，还有每个镜头的头尾。", raw=dict.fromkeys((TWICE, DONE), lambda s: s.film)),
        form.slip("film_each_shot", "每个镜头都当成一整条", "成片的 {film} 秒，是五个镜头合起来的。", used=lambda s: 5 * s.film),
        form.slip("one_take_only", "只拍了一遍", "每个拍两遍，都要时间。", takes={TWICE: 1}),
        form.slip("film_counted_once", "放进去的只算了一遍", "拍两遍，放进成片的那几秒也拍两遍。", raw={TWICE: lambda s: s.used + 2 * s.spare}),
        form.slip("done_filmed_again", "录好的又拍了一遍", "说话那个照用，不用再拍。另外四个才要拍。", raw={DONE: lambda s: s.film + 30}),
        form.slip("done_not_taken_off", "录好的那几秒没减", "录好的 {done} 秒不用拍，先从成片里减掉。", used={DONE: lambda s: s.film}),
        form.slip("done_added", "录好的加上去了", "录好的 {done} 秒在成片里头，不用拍：减掉。", used={DONE: lambda s: s.film + s.done}),
        form.slip("done_stops_too", "录好的也多拍了头尾", "多拍头尾的，只有另外四个。", spare={DONE: lambda s: 5 * 2 * s.stop}),
    ],
)
q.mark(
    form.rule_order(
        "order",
        points=3,
        key=order(0, 1, 2, 3, 4),
        why=lambda s: "照这样排：" + "；".join(getattr(s, one) for one in ORDER[s.name]) + "。头三秒亮货，最后一句说去哪买。",
        wrong=[
            form.wrong("eating_at_the_end", "吃完就收了", order(0, 1, 2, 4, 3), "馋了，却不晓得去哪买。最后一句留给小店。"),
            form.wrong("shop_first", "先喊去哪买", order(4, 0), "还没看见货，谁去买？去哪买放最后。"),
            form.wrong("eating_first", "没亮货就先吃", order(3, 0), "还不晓得是什么货，就看见吃了。头一个亮货。"),
            form.wrong("from_the_beginning", "从头讲起", order(1, 0), "先讲来历，人还没看见货就划走了。头一个亮货。"),
            form.wrong("close_up_first", "一来就凑近", order(2, 0), "凑得太近，认不出是什么货。头一个亮货。"),
            form.wrong("shop_in_the_middle", "去哪买放早了", order(4, 2), "还没看清，就喊去买。最后一句留给小店。"),
            form.wrong("close_before_origin", "近看放在来历前头", order(2, 1), "先说从哪里来，人家才肯凑近看。"),
            form.wrong("eating_before_close", "没看清就吃", order(3, 2), "先凑近看清，再说怎么吃。"),
        ],
    ),
    form.rule_number(
        "raw",
        points=2,
        of=work,
        within=0.4,
        why={
            ALONE: "放进成片 {used} 秒。五个镜头，一个多拍 6 秒，多 {spare} 秒。一共 {key_said}。",
            TWICE: "一遍：放进成片 {used} 秒，多拍 {spare} 秒。拍两遍，一共 {key_said}。",
            DONE: "录好的不拍，还要 {used} 秒。四个镜头，一个多拍 6 秒，多 {spare} 秒。一共 {key_said}。",
        },
    ),
)
