# %% tags=["question"]
# 第 3 题：这车叫不叫
from nongju import form

q = form.question(
    "tiered-coop/p3",
    see="讲一讲 四",
    scenes=[
        form.scene("土豆",
            "去万州，一趟车 {truck} 元，最多装 {full} 斤。万州收 {p} 元一斤，路上坏 {loss}%。"
            "本地做饲料的自己来拉，{local} 元一斤。你手上有 {have} 斤土豆。",
            truck=800, full=10000, p=1.6, loss=5, local=0.9, have=[1050, 1100], rot="坏"),
        form.scene("山药拼车",
            "去主城，一趟车 {truck} 元，最多装 {full} 斤。你和邻居拼一车，车钱一家一半。主城收 {p} 元一斤，路上断 {loss}%。"
            "本地收 {local} 元一斤。你手上有 {have} 斤山药。",
            truck=900, full=8000, p=2.4, loss=5, local=1.5, have=[760, 820], rot="断"),
        form.scene("藠头回程",
            "去邻县，一趟车 {truck} 元，最多装 {full} 斤。回来捎一车饲料，货主付你 {back} 元。邻县收 {p} 元一斤，路上坏 {loss}%。"
            "本地收 {local} 元一斤。你手上有 {have} 斤藠头。",
            truck=1000, full=10000, back=300, p=2, loss=6, local=1.2, have=[1300, 1400], rot="坏"),
        form.scene("黑老虎",
            "去万州，一趟车 {truck} 元，最多装 {full} 斤。万州收 {p} 元一斤，路上坏 {loss}%。"
            "本地水果店昨天还给 {local} 元一斤，今天说不收了。不卖，两天就烂。你手上有 {have} 斤黑老虎。",
            truck=600, full=3000, p=9, loss=20, local=5, have=[130, 145], rot="坏"),
    ],
    fields=[
        form.number("least", "① 你的货至少要几斤，才值得叫车？（不够一斤，也算一斤）", unit="斤"),
        form.gain("more", "② 照手上的斤数叫车，比不叫多得（赚）还是少得（亏）几元？", unit="元"),
        form.choice("call", "③ 叫不叫？", {"yes": "叫", "no": "不叫，先凑货", "full": "装满一车再走"}),
    ],
)

# %% tags=["key"] points=6
import math

from nongju.marking import plain
from nongju.models import cooperative

POTATO, SHARED, BACK, FRUIT = "土豆", "山药拼车", "藠头回程", "黑老虎"
SOLD_HERE = (POTATO, SHARED, BACK)

work = form.work(
    {
        "trip": {POTATO: lambda s: s.truck, SHARED: lambda s: s.truck / 2, BACK: lambda s: s.truck - s.back, FRUIT: lambda s: s.truck},
        "here": {name: lambda s: s.local for name in SOLD_HERE} | {FRUIT: 0},
        "there": lambda s: cooperative.net_price(s.p, 0, s.loss / 100),
        "each": lambda s: s.there - s.here,
        "least": form.up(lambda s: s.trip / s.each),
        "more": lambda s: s.have * s.each - s.trip,
        "call": lambda s: "yes" if s.more > 0 else "no",
    },
    [
        form.slip("local_price_forgotten", "没跟本地价比", "不叫车，本地一斤也有 {local} 元。只算多得的那一截。", here=dict.fromkeys(SOLD_HERE, 0)),
        form.slip("gone_price_counted", "昨天的价还当数", "昨天的 {local} 元，今天没人给了。不卖就烂，本地那头是 0。", here={FRUIT: lambda s: s.local}),
        form.slip("road_loss_forgotten", "路上坏的没算", "路上{rot} {loss}%，{rot}的没人给钱。", loss=0),
        form.slip("percent_as_yuan", "百分之几当成几元", "{rot} {loss}%，是一百斤里{rot} {loss} 斤。拿卖价乘剩的成数。", there=lambda s: s.p - s.loss / 100),
        form.slip("loss_at_local_price", "坏的按本地价算", "{rot}的是拉到那头的，少卖的是那头的价。", there={name: lambda s: s.p - s.local * s.loss / 100 for name in SOLD_HERE}),
        form.slip("lost_not_kept", "乘了坏掉的成数", "{rot} {loss}%，到得了的是剩下那些。用剩的成数乘。", there=lambda s: s.p * s.loss / 100, at="more"),
        form.slip("loss_on_gap", "拿差价去打折", "{rot}的是拉去的货。先把那头的价打折，再减本地价。", each=lambda s: (s.p - s.local) * (1 - s.loss / 100)),
        form.slip("loss_on_local", "打折打在了本地价上", "{rot}的是拉去的货。折打在那头的价上，本地价不打。", each={name: lambda s: s.p - s.local * (1 - s.loss / 100) for name in SOLD_HERE}),
        form.slip("truck_by_price", "拿车钱除卖价", "{p} 元里有{rot}掉的，本地也卖得到钱。除以一斤多得的那一截。", least={name: form.up(lambda s: s.trip / s.p) for name in SOLD_HERE}, at="least"),
        form.slip("truck_by_local", "拿车钱除本地价", "本地价是不叫车的。除以一斤多得的那一截。", least=form.up(lambda s: s.trip / s.local), at="least"),
        form.slip("truck_by_lost", "拿车钱除坏掉的", "{rot}掉的不值钱。除以一斤多得的那一截。", least={name: form.up(lambda s: s.trip * 100 / s.p / s.loss) for name in (SHARED, BACK, FRUIT)}, at="least"),
        form.slip("truck_by_both", "拿车钱除两头的价之和", "两头只卖得成一头。除以一斤多得的那一截：那头减本地。", least={name: form.up(lambda s: s.trip / (s.p + s.local)) for name in SOLD_HERE}, at="least"),
        form.slip("local_total_counted", "本地卖的钱也要先赚回来", "一斤一斤地比：那头比本地多得几元。车钱除以它。", least={name: form.up(lambda s: (s.trip + s.have * s.local) / s.there) for name in SOLD_HERE}, at="least"),
        form.slip("loss_twice", "坏的又扣了一回", "那头一斤值几元，已经扣过{rot}的。除出来就是装车的斤数。", least=form.up(lambda s: s.trip / s.each / (1 - s.loss / 100)), at="least"),
        form.slip("arrived_jin", "写成了到得了的斤数", "问的是装车的斤数，不用再乘剩的成数。", least={name: form.up(lambda s: s.trip / s.each * (1 - s.loss / 100)) for name in SOLD_HERE}, at="least"),
        form.slip("distance_for_start", "写成了离起点差几斤", "这是起点和手上差几斤。问的是起点。", least=lambda s: abs(s.have - math.ceil(s.trip / s.each)), at="least"),
        form.slip("half_load", "装半车才走", "多得的过了车钱，就值得叫。不看装了几成。", least=lambda s: s.full / 2, at="least"),
        form.slip("full_or_nothing", "装满才走", "装满最省，可不满也能值。多得的过了车钱，就值得叫。", least=lambda s: s.full, at="least"),
        form.slip("trip_share_forgotten", "忘了车钱有人分", "拼车一家一半，你只出 {truck} 元的一半。", trip={SHARED: lambda s: s.truck}),
        form.slip("trip_shared_twice", "车钱分了两回", "一家一半，{truck} 元只除一回。", trip={SHARED: lambda s: s.truck / 4}),
        form.slip("load_shared_too", "货也对半分了", "分的是车钱。手上的 {have} 斤，都是你的。", have={SHARED: lambda s: s.have / 2}, at="more"),
        form.slip("way_back_money_alone", "只拿回程的钱当车钱", "车钱是 {truck} 元，回程收 {back} 元。减一减，才是这一趟的。", trip={BACK: lambda s: s.back}),
        form.slip("way_back_money_for_truck", "回程的钱加了，车钱没减", "回程的 {back} 元是收的，{truck} 元车钱也要付。", more={BACK: lambda s: s.have * s.each + s.back}, at="more"),
        form.slip("way_back_money_twice", "回程的钱加了两回", "车钱里减了 {back} 元，就算进去了。不用再加。", more={BACK: lambda s: s.have * s.each - s.trip + s.back}, at="more"),
        form.slip("way_back_money_forgotten", "忘了回程的钱", "回程捎货收 {back} 元，这一趟就便宜了 {back} 元。", trip={BACK: lambda s: s.truck}),
        form.slip("way_back_money_added", "回程的钱加到车钱上", "回程的 {back} 元是你收的。从车钱里减。", trip={BACK: lambda s: s.truck + s.back}),
        form.slip("truck_by_jin", "车钱当成按斤算", "车是一趟一趟收钱的。装得少，车钱一分不少。", more=lambda s: s.have * (s.each - s.trip / s.full), at="more"),
        form.slip("truck_forgotten", "忘了车钱", "每斤多得的加起来，还要付一趟车钱。", more=lambda s: s.have * s.each, at="more"),
        form.slip("all_of_it_counted", "卖得的钱全当多得的", "不叫车，本地也卖得到钱。车钱也还没付。", more={name: lambda s: s.have * s.there for name in SOLD_HERE}, at="more"),
        form.slip("full_load_counted", "照装满一车算", "你手上只有 {have} 斤。照手上的算。", more=lambda s: s.full * s.each - s.trip, at="more"),
        form.slip("one_jin_counted", "没乘手上的斤数", "照手上的 {have} 斤算：乘一斤多得的，再减车钱。", more=lambda s: s.each, at="more"),
        form.slip("over_start_times_there", "多出的斤数乘了那头的价", "拉到那头，一斤只多得那一截，不是那头的整价。", more={name: lambda s: (s.have - s.least) * s.there for name in SOLD_HERE}, at="more"),
        form.slip("over_start_times_price", "多出的斤数乘了卖价", "拉到那头，一斤只多得那一截，不是整个卖价。", more=lambda s: (s.have - s.least) * s.p, at="more"),
        form.slip("over_start_times_gap", "多出的斤数乘了差价", "差价里，{rot}掉的还没扣。用手上的斤数乘一斤多得的，再减车钱。", more={name: lambda s: (s.have - s.least) * (s.p - s.local) for name in SOLD_HERE}, at="more"),
        form.slip("lost_at_local_price_again", "坏掉的又亏了一回", "那头一斤值几元，已经扣过{rot}的。不用再扣。", more=lambda s: s.have * s.each - s.trip - s.have * s.loss / 100 * s.local, at="more"),
        form.slip("over_start_times_gain", "拿超过起点的斤数算", "起点进过零头，会差几元。用手上的斤数乘，再减车钱。", more={FRUIT: lambda s: (s.have - s.least) * s.each}, at="more"),
        form.slip("sold_here_alone", "写成了本地卖的钱", "这是本地卖得的。问的是叫车比它多几元、少几元。", more=lambda s: s.have * s.local, at="more"),
        form.slip("truck_out_of_local", "拿本地卖的钱减了车钱", "货拉走了，就不在本地卖。乘那头比本地多得的，再减车钱。", more=lambda s: s.have * s.local - s.trip, at="more"),
        form.slip("truck_alone", "只写了车钱", "付了车钱，货也卖到那头了。多卖的钱要加上。", more=lambda s: -s.trip, at="more"),
        form.slip("half_truck_taken", "车钱只减了一半", "这一趟是你付的车钱，整份都要减。", more={name: lambda s: s.have * s.each - s.trip / 2 for name in (POTATO, BACK, FRUIT)}, at="more"),
        form.slip("price_alone", "写成了那头的卖价乘斤数", "{rot}的、车钱、本地价，都还没减。", more=lambda s: s.have * s.p, at="more"),
        form.slip("distance_to_least", "拿斤数相减", "这是手上和起点差的斤数。问的是几元。", more=lambda s: s.have - s.least, at="more"),
    ],
)


def told(s):
    trip = {SHARED: "车钱一家一半，你出 {} 元。", BACK: "回程收钱，车钱合 {} 元。"}.get(s.name, "").format(plain(s.trip))
    here = "今天没人收，留着就烂，值 0 元。" if s.name == FRUIT else f"本地不动也有 {plain(s.here)} 元。"
    return (
        f"{trip}那头一斤扣了{s.rot}的，{plain(s.p)} × {plain(1 - s.loss / 100, 2)} = {plain(s.there, 2)} 元。{here}一斤多得 {plain(s.each, 2)} 元。"
        f"{plain(s.trip)} ÷ {plain(s.each, 2)}，往上进，{plain(s.least)} 斤。"
    )


q.mark(
    form.rule_number("least", points=3, of=work, within=0.4, why=told),
    form.rule_number("more", points=2, of=work, within=1, why="{have} 斤，每斤多得 {each} 元。加起来，再减车钱 {trip} 元，{more:gain}。"),
    form.rule_choice(
        "call",
        points=1,
        of=work,
        why=lambda s: f"起点 {plain(s.least)} 斤，手上 {plain(s.have)} 斤。" + ("过了起点，不用等装满。" if s.more > 0 else "没到起点，先凑货，或者近处卖。"),
        wrong=[
            form.wrong("full_or_nothing", "装满才走", "full", "不用装满。过了起点就值，没过起点再等凑。"),
            form.wrong("price_not_take_home", "看卖价高，不看到手", {POTATO: "yes"}, "那头价高，车钱一摊就没了。"),
            form.wrong("truck_money_alone", "只看车钱", dict.fromkeys((SHARED, BACK, FRUIT), "no"), "车钱大，多得的更大。减一减再定。"),
        ],
    ),
)
