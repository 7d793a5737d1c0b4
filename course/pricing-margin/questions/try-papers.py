# %% tags=["practice"]
# 练一练：哪几样先办证、贴标签
from nongju import form

q = form.question(
    "pricing-margin/try-papers",
    scenes=[
        form.scene("一个村", "村里六家想上架，都还没证、没标签。哪几家要先去办？"),
    ],
    fields=[
        form.choices(
            "first",
            "先办证、贴标签的（能选几样）：",
            {
                "potato": "刚挖的土豆",
                "larou": "自家熏的腊肉",
                "lotus": "自家晒的干莲子",
                "zha": "坛子里的渣海椒",
                "heilaohu": "鲜黑老虎",
                "sausage": "自己灌的香肠",
            },
        ),
    ],
)
q.practice(
    form.rule_choices(
        "first",
        points=1,
        key={"larou", "zha", "sausage"},
        why="腊肉、渣海椒、香肠是做成的吃食，要两张证一张标签。土豆、莲子、黑老虎是地里的货。拿不准，问市场监管所。",
        wrong=[
            form.wrong("all_need_papers", "样样都当要证", {"potato", "larou", "lotus", "zha", "heilaohu", "sausage"}, "地里收的、自家只晒干的，不用办食品许可。"),
            form.wrong("cured_is_farm_goods", "自家做的当农产品", "larou", "猪是自家的，腊肉是加工的。做成吃食就要证。"),
            form.wrong("filled_is_farm_goods", "自己灌的不算做", "sausage", "拌了料、灌成肠，就是加工。要证，要标签。"),
            form.wrong("jar_is_kitchen_goods", "坛子里的不算做", "zha", "渣海椒拌料、封坛、腌熟，也是加工。"),
            form.wrong("dried_needs_papers", "晒干也当加工", "lotus", "只是晒干，还算地里的货。加糖、加料就不是了。"),
            form.wrong("dug_needs_papers", "刚挖的也当要证", "potato", "刚挖的土豆是地里的货。洗净装箱，就能卖。"),
            form.wrong("fruit_needs_papers", "鲜果也当要证", "heilaohu", "鲜果是地里的货。做成果脯、果干，才要证。"),
        ],
    ),
)
