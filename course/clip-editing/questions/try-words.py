# %% tags=["practice"]
# 练一练：几秒念得完
from nongju import form

q = form.question(
    "clip-editing/try-words",
    scenes=[
        form.scene("干豇豆", "「今年新晒的干豇豆，泡两个钟头，炖肉最下饭，喜欢的点下面。」一共 {k} 个字。", k=25),
    ],
    fields=[
        form.number("seconds", "一秒四个字，几秒念得完？", unit="秒"),
        form.choice("fits", "镜头只有 5 秒，怎么办？", {"cut": "删掉几个字", "fast": "放快", "small": "字写小点"}),
    ],
)
q.practice(
    form.rule_number(
        "seconds",
        points=1,
        within=0.06,
        key=lambda s: s.k / 4,
        why="25 ÷ 4 = {key} 秒。",
        wrong=[
            form.wrong("times_for_divide", "该除的乘了", lambda s: s.k * 4, "一秒四个字，字数除以四。"),
            form.wrong("one_word_a_second", "一秒一个字", lambda s: s.k, "一秒说得清四个字。"),
            form.wrong("eight_a_second", "照放快两倍算", lambda s: s.k / 8, "一秒八个字，听不清。照四个算。"),
        ],
    ),
    form.rule_choice(
        "fits",
        points=1,
        key="cut",
        why="「今年新晒的干豇豆，泡两个钟头，炖肉下饭。」短了，也清楚。",
        wrong=[
            form.wrong("speed_fits_all", "放快就装得下", "fast", "放快了听不清。写多了删。"),
            form.wrong("smaller_letters", "字缩小塞进去", "small", "字小了看不清，念也还是念不完。"),
        ],
    ),
)
