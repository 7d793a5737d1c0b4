# %% tags=["predict"]
# 猜一猜：打九折，要卖几单才补得回
from nongju import form

q = form.question(
    "pricing-margin/guess-2",
    scenes=[
        form.scene(
            "藠头",
            "藠头一单卖 {price} 元，赚 {margin} 元，平时 {n} 单。打九折以后，要卖几单，赚的才和原来一样多？",
            price=40,
            margin=12,
            n=20,
        ),
    ],
    fields=[
        form.choice(
            "pick",
            "我猜要卖：",
            {"two": "22 单（多一成）", "four": "24 单", "ten": "30 单（多五成）", "double": "40 单（多一倍）"},
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="ten",
        why="打九折让掉 4 元，一单只赚 8 元。原来赚 {n} × {margin} = 240 元。240 ÷ 8 = 30 单。",
        wrong=[
            form.wrong("same_share", "降几成就多卖几成", "two", "让的是卖价的一成，却全从赚的里头出。"),
            form.wrong("discount_half_seen", "少算了让掉的", "four", "一单从 {margin} 元赚成 8 元，少了三分之一。"),
            form.wrong("discount_doubles", "以为要翻一倍", "double", "没那么多。原来赚的钱，除以打折后一单赚的。"),
        ],
    ),
)
