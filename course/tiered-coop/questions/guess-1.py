# %% tags=["predict"]
# 猜一猜：十万斤土豆，两种装法差几元
from nongju import form

q = form.question(
    "tiered-coop/guess-1",
    scenes=[
        form.scene(
            "十万斤土豆",
            "十万斤土豆放在阴凉处，存得住。六家要：食堂、企业福利、供销社门店、邻县、万州、主城。"
            "远处卖价高，主城 {far} 元一斤。\n"
            "甲不算账：近的先装，装满一家再下一家。\n"
            "乙算了一晚上：扣掉运费和路上坏的，哪家落得多，先装哪家。",
            far=fact("potato_price_main_assumed"),
        ),
    ],
    fields=[
        form.choice(
            "pick",
            "十万斤卖完，我猜乙比甲多落：",
            {
                "small": "几百元",
                "middle": "五千元上下",
                "big": "两万元以上",
            },
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="small",
        why="乙只多落几百元。近的先装，省运费，也少坏，本来就差不多是最好的。货存不住，才另算。",
        wrong=[
            form.wrong("optimum_far_better", "以为算一晚差得远", "middle", "甲不算账，也装得八九不离十。近，就省下大半。"),
            form.wrong("price_not_take_home", "看卖价高，不看到手", "big", "主城卖价高，运费和路上坏的也多。减完再比。"),
        ],
    ),
)
