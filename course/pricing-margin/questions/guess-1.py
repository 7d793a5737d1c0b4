# %% tags=["predict"]
# 猜一猜：这一单真落到手里几元
from nongju import form

q = form.question(
    "pricing-margin/guess-1",
    scenes=[
        form.scene(
            "两斤腊肉",
            "自家的猪，自己熏，证和标签都齐。一单 2 斤腊肉卖 {price} 元。"
            "盐、香料、袋、箱、快递花了 {paid} 元。10 斤鲜肉熏出 {out} 斤。"
            "鲜肉卖给肉贩，{pork} 元一斤。自己忙了 {minutes} 分钟，去帮工是 {wage} 元一小时。",
            price=98,
            paid=24,
            out=6.2,
            pork=14,
            minutes=20,
            wage=15,
        ),
    ],
    fields=[
        form.choice(
            "pick",
            "我猜这一单真落下：",
            {"seventy": "七十多元", "forty": "四十多元", "twenty": "二十多元", "loss": "要亏"},
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="twenty",
        why="猪肉按卖给肉贩的价算，工按帮工算。98 元里，真落下二十多元。",
        wrong=[
            form.wrong("own_goods_free", "自家的货没算钱", "seventy", "自家的猪，不熏能卖给肉贩。用了，就少了那份钱。"),
            form.wrong("yield_ignored", "忘了缩水", "forty", "两斤腊肉，要三斤多鲜肉才熏得出。"),
            form.wrong("expects_a_loss", "没往下减，就当亏", "loss", "一样一样减下来，还剩二十多元。算过才知道。"),
        ],
    ),
)
