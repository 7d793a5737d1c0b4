# %% tags=["practice"]
# 练一练：一斤到手几元
from nongju import form

q = form.question(
    "tiered-coop/try-home",
    scenes=[
        form.scene(
            "带叶藠头",
            "带叶藠头送万州，{price} 元一斤，按到了还能卖的斤数给钱。路上坏 {loss}%。运费按装车的斤数付，一斤 {freight} 元。",
            price=2.6,
            loss=10,
            freight=0.3,
        ),
    ],
    fields=[form.number("home", "装车的一斤，到手几元？", unit="元/斤")],
)
q.practice(
    form.rule_number(
        "home",
        points=1,
        within=0.006,
        key=lambda s: s.price * (1 - s.loss / 100) - s.freight,
        why="到得了九成：2.6 × 0.9 = 2.34 元。减运费 0.3 元，到手 {key} 元。",
        wrong=[
            form.wrong("price_not_take_home", "看卖价高，不看到手", lambda s: s.price, "卖价里有坏掉的，有运费。减完才是你的。"),
            form.wrong("road_loss_forgotten", "路上坏的没算", lambda s: s.price - s.freight, "坏在路上的，没人给钱。先乘到得了的成数。"),
            form.wrong("freight_forgotten", "没扣运费", lambda s: s.price * (1 - s.loss / 100), "还有运费，一斤 {freight} 元。"),
            form.wrong("rotten_rides_free", "烂的当成没付车钱", lambda s: (s.price - s.freight) * (1 - s.loss / 100), "坏掉的那些，上车时也付了运费。"),
        ],
    ),
)
