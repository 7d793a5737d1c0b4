# %% tags=["predict"]
# 猜一猜：谁排在最前头
from nongju import form

q = form.question(
    "traffic-economics/guess-2",
    scenes=[
        form.scene(
            "三家抢一个位置",
            "三家抢直播间最前头的位置。甲卖好土豆，乙卖一般的腊肉，丙卖一般的口红。"
            "平台问：进来一个人，你们各出几元？",
        ),
    ],
    fields=[
        form.choice(
            "pick",
            "我猜排在最前头的是：",
            {"good": "货最好的", "dear": "卖价最高的", "bid": "一个人进来、出得起最多钱的", "poor": "最需要帮的"},
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="bid",
        why="谁出得起，谁排前头。平台看一个人进来值几元，不看货好不好。",
        wrong=[
            form.wrong("best_goods_first", "以为货好排前头", "good", "平台不尝土豆。它看谁肯出钱，谁的货有人买。"),
            form.wrong("dearest_first", "以为卖得贵排前头", "dear", "卖得贵的，毛利不一定高。看一个人进来能赚几元。"),
            form.wrong("neediest_first", "以为会先帮最难的", "poor", "位置是拍卖的。要帮扶，走供销社和帮扶的门。"),
        ],
    ),
)
