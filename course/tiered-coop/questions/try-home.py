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
            loss=15,
            freight=0.3,
        ),
    ],
    fields=[form.number("home", "装车的一斤，到手几元？", unit="元/斤")],
)
work = form.work(
    {
        "kept": lambda s: s.price * (1 - s.loss / 100),
        "home": lambda s: s.kept - s.freight,
    },
    [
        form.slip("price_not_take_home", "看卖价高，不看到手", "卖价里有坏掉的，有运费。减完才是你的。", home=lambda s: s.price),
        form.slip("road_loss_forgotten", "路上坏的没算", "坏在路上的，没人给钱。先乘到得了的成数。", loss=0),
        form.slip("freight_forgotten", "没扣运费", "还有运费，一斤 {freight} 元。", freight=0),
        form.slip("freight_added", "运费加上去了", "运费是你付的。从卖得的钱里减。", home=lambda s: s.kept + s.freight),
        form.slip("rotten_rides_free", "烂的当成没付车钱", "坏掉的那些，上车时也付了运费。", home=lambda s: (s.price - s.freight) * (1 - s.loss / 100)),
        form.slip("percent_as_yuan", "百分之几当成几元", "坏 {loss}%，是一百斤里坏 {loss} 斤。先乘到得了的成数。", kept=lambda s: s.price - s.loss / 100),
        form.slip("percent_as_jiao", "百分之几当成几角", "坏 {loss}%，是一百斤里坏 {loss} 斤。先乘到得了的成数。", kept=lambda s: s.price - s.loss / 10),
        form.slip("lost_not_kept", "乘了坏掉的成数", "到得了的才有钱。用剩下的成数乘。", kept=lambda s: s.price * s.loss / 100),
        form.slip("loss_divided", "该乘的除了", "路上坏了，钱只会少。用乘，不用除。", kept=lambda s: s.price / (1 - s.loss / 100)),
        form.slip("rot_added", "坏的加上去了", "路上坏了，钱只会少。乘到得了的成数。", kept=lambda s: s.price * (1 + s.loss / 100)),
        form.slip("freight_shared_by_arrived", "运费摊到了剩下的斤数上", "问的是装车的一斤。装车的一斤，运费就是 {freight} 元。", home=lambda s: s.kept - s.freight / (1 - s.loss / 100)),
        form.slip("by_arrived_jin", "算成了到得了的一斤", "问的是装车的一斤。乘到得了的成数，减运费，就好了，不用再除。", home=lambda s: (s.kept - s.freight) / (1 - s.loss / 100)),
        form.slip("freight_of_lost_alone", "运费只扣了坏的那份", "装上车的，斤斤都付运费。整份都要减。", home=lambda s: s.kept - s.freight * s.loss / 100),
        form.slip("less_freight_then_divided", "先减运费，再除以一加几成", "先乘剩下的成数，再减运费。用乘，不用除。", home=lambda s: (s.price - s.freight) / (1 + s.loss / 100)),
        form.slip("gone_not_home", "写成了路上少掉的", "这是一斤少掉的钱。问的是到手的，用卖价减。", home=lambda s: s.price - s.kept + s.freight),
        form.slip("lost_money_alone", "写成了坏掉的钱", "这是坏掉的那些值几元。用卖价减掉它，再减运费。", home=lambda s: s.price - s.kept),
        form.slip("freight_by_percent", "运费也乘成了成数", "运费是一斤几元，直接减。", home=lambda s: s.kept * (1 - s.freight)),
    ],
)
q.practice(
    form.rule_number("home", points=1, of=work, within=0.006, why="到得了八成五：2.6 × 0.85 = 2.21 元。减运费 0.3 元，到手 {key} 元。"),
)
