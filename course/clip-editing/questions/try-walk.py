# %% tags=["practice"]
# 练一练：横着走，后面的山怎么跑
from nongju import form

q = form.question(
    "clip-editing/try-walk",
    text="拍一垄土豆。你拿着手机，横着走。近处的土豆在画面里往左跑。后面远处的山呢？",
    fields=[
        form.choice(
            "hill",
            "① 远处的山：",
            {"slow": "也往左跑，慢得多", "same": "也往左跑，一样快", "fast": "跑得比土豆还快", "still": "一点不动"},
        ),
        form.choice(
            "move",
            "② 想让人看这一片地有多大，怎么动？",
            {"pan": "站着，身子慢慢转", "truck": "横着走", "push": "往前走", "static": "不动"},
        ),
    ],
)
q.practice(
    form.rule_choice(
        "hill",
        points=1,
        key="slow",
        why="坐车看窗外就是这样：近处的树一晃过去，远处的山慢慢走。",
        wrong=[
            form.wrong("far_as_fast", "远近跑得一样快", "same", "一样快的，是人站着转。人走了，远的跑得慢。"),
            form.wrong("far_is_faster", "当成远的跑得快", "fast", "反了。坐车看窗外，远处的山跑得慢。"),
            form.wrong("background_stays", "后面一点不变", "still", "人走了，远的也动，只是动得少。"),
        ],
    ),
    form.rule_choice(
        "move",
        points=1,
        key="pan",
        why="站着转是摇镜头，远近一起跑，看得出一片有多大。",
        wrong=[
            form.wrong("pan_and_truck_mixed", "摇和移弄混", "truck", "横着走，是挨个看。看多大，站着转。"),
            form.wrong("push_for_pan", "看多大用了走近", "push", "走近是看细处。看多大，站着转。"),
            form.wrong("never_moving", "该动的没动", "static", "不动，只看得见一角。站着慢慢转。"),
        ],
    ),
)
