# %% tags=["question"]
# 第 7 题：五个镜头怎么排
from nongju import form

q = form.question(
    "clip-editing/p7",
    scenes=[
        form.scene(
            "渣海椒",
            "{film} 秒，五个镜头。拍的时候，每个镜头头尾各多拍 3 秒。",
            film=20,
            a="坛子开盖，一坛红",
            b="油锅里炸得滋滋响，拌饭",
            c="说：小店里有，半斤一袋",
            d="筷子夹起来凑近看",
            e="玉米、辣椒磨粉装坛",
        ),
        form.scene(
            "腊肉",
            "{film} 秒，五个镜头。拍的时候，每个镜头头尾各多拍 3 秒。",
            film=25,
            a="说：今晚八点直播间见",
            b="柏树枝的烟，一排肉挂着",
            c="蒸好切片，油亮亮端上桌",
            d="凑近看肥瘦",
            e="炒蒜苗，一家人动筷子",
        ),
        form.scene(
            "干莲子",
            "{film} 秒，五个镜头。拍的时候，每个镜头头尾各多拍 3 秒。",
            film=18,
            a="剥出来，去心",
            b="一碗莲子粥，冒热气",
            c="手心一把，凑近看",
            d="泡一晚、下锅",
            e="说：点下面小店，一斤一袋",
        ),
    ],
    fields=[
        form.table(
            "order",
            "① 先亮货，再来历，近看，怎么吃，最后说去哪买",
            columns=[
                form.column(
                    "shot",
                    "放哪个",
                    kind="choice",
                    options={"a": "{a}", "b": "{b}", "c": "{c}", "d": "{d}", "e": "{e}"},
                ),
            ],
            rows=["第一个", "第二个", "第三个", "第四个", "第五个"],
        ),
        form.number("raw", "② 一共要拍几秒？", unit="秒"),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain

ORDER = {"渣海椒": "aedbc", "腊肉": "cbdea", "干莲子": "bacde"}


def n(value):
    return plain(value, 1)


def rows(places):
    """Rows in which only some places speak: {place: index into the right order}."""
    return lambda s: [{"shot": ORDER[s.name][places[at]]} if at in places else {} for at in range(5)]


q.mark(
    form.rule_table(
        "order",
        points=3,
        key=lambda s: [{"shot": one} for one in ORDER[s.name]],
        why=lambda s: "照这样排：" + ";".join(getattr(s, one) for one in ORDER[s.name]) + "。头三秒亮货，最后一句说去哪买。",
        wrong=[
            form.wrong("from_the_beginning", "从头讲起", rows({0: 1}), "先讲来历，人还没看见货就划走了。头一个亮货。"),
            form.wrong("shop_first", "先喊去哪买", rows({0: 4}), "还没看见货，谁去买？去哪买放最后。"),
            form.wrong("eating_at_the_end", "吃完就收了", rows({4: 3}), "馋了，却不晓得去哪买。最后一句留给小店。"),
        ],
    ),
    form.rule_number(
        "raw",
        points=2,
        within=0.4,
        key=lambda s: s.film + 5 * 6,
        why=lambda s: f"成片 {n(s.film)} 秒，五个镜头头尾各多 3 秒，多 30 秒。一共 {n(s.film + 30)} 秒。",
        wrong=[
            form.wrong("stops_forgotten", "忘了头尾要停", lambda s: s.film, "头尾不多拍，剪的时候没处下刀。"),
            form.wrong("one_stop_only", "只停了一头", lambda s: s.film + 15, "头多三秒，尾也多三秒。"),
            form.wrong("one_clip_only", "只算了一条", lambda s: s.film + 6, "五个镜头，每个都要多拍。"),
        ],
    ),
)
