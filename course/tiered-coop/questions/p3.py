# %% tags=["question"]
# 第 3 题：这车叫不叫
from nongju import form

q = form.question(
    "tiered-coop/p3",
    scenes=[
        form.scene(
            "土豆",
            "去万州，一趟车 {truck} 元，最多装 {full} 斤。万州收 {p} 元一斤，路上坏 {loss}%。"
            "本地做饲料的自己来拉，{local} 元一斤。你手上有 {have} 斤土豆。",
            truck=800,
            full=10000,
            p=1.6,
            loss=5,
            local=0.9,
            have=[1000, 1200],
        ),
        form.scene(
            "山药拼车",
            "去主城，一趟车 {truck} 元，最多装 {full} 斤。你和邻居拼一车，车钱一家一半。主城收 {p} 元一斤，路上断 {loss}%。"
            "本地收 {local} 元一斤。你手上有 {have} 斤山药。",
            truck=900,
            full=8000,
            p=2.4,
            loss=5,
            local=1.5,
            have=[750, 800],
        ),
        form.scene(
            "藠头回程",
            "去邻县，一趟车 {truck} 元，最多装 {full} 斤。回来捎一车饲料，货主付你 {back} 元。邻县收 {p} 元一斤，路上坏 {loss}%。"
            "本地收 {local} 元一斤。你手上有 {have} 斤藠头。",
            truck=1000,
            full=10000,
            back=300,
            p=2,
            loss=6,
            local=1.2,
            have=[1300, 1400],
        ),
        form.scene(
            "黑老虎",
            "去万州，一趟车 {truck} 元，最多装 {full} 斤。万州收 {p} 元一斤，路上坏 {loss}%。"
            "本地水果店昨天还给 {local} 元一斤，今天说不收了。不卖，两天就烂。你手上有 {have} 斤黑老虎。",
            truck=600,
            full=3000,
            p=9,
            loss=20,
            local=4,
            have=[120, 140],
        ),
    ],
    fields=[
        form.number("least", "① 至少几斤，才值得叫车？", unit="斤"),
        form.gain("more", "② 照手上的斤数叫车，比不叫多得（赚）还是少得（亏）几元？", unit="元"),
        form.choice("call", "③ 叫不叫？", {"yes": "叫", "no": "不叫，先凑货", "full": "装满一车再走"}),
    ],
)

# %% tags=["key"] points=6
import math

from nongju.marking import plain
from nongju.models import cooperative


def n(value):
    return plain(value, 2)


def trip(s):
    """Yuan of the trip that fall on this learner."""
    return {"山药拼车": lambda: s.truck / 2, "藠头回程": lambda: s.truck - s.back}.get(s.name, lambda: s.truck)()


def local(s):
    """What a jin brings if no truck is called."""
    return 0 if s.name == "黑老虎" else s.local


def arrives(s):
    """What a jin loaded brings there, before the truck."""
    return cooperative.net_price(s.p, 0, s.loss / 100)


def least(s):
    return math.ceil(cooperative.truck_worth_calling(trip(s), s.p, s.loss / 100, local(s)) - 1e-9)


def more(s):
    return s.have * (arrives(s) - local(s)) - trip(s)


def jin(truck, gain):
    return math.ceil(truck / gain - 1e-9)


def trip_told(s):
    if s.name == "山药拼车":
        return f"车钱一家一半，你出 {n(trip(s))} 元。"
    return f"回程收 {n(s.back)} 元，车钱合 {n(trip(s))} 元。" if s.name == "藠头回程" else ""


def told(s):
    here = (
        "本地今天不收，留着就烂，值 0 元。"
        if s.name == "黑老虎"
        else f"本地不动也有 {n(s.local)} 元，一斤多得 {n(arrives(s) - local(s))} 元。"
    )
    return (
        trip_told(s)
        + f"那头一斤扣了坏的，{n(s.p)} × {n(1 - s.loss / 100)} = {n(arrives(s))} 元。{here}"
        + f"{n(trip(s))} ÷ {n(arrives(s) - local(s))}，往上取，{n(least(s))} 斤。"
    )


def said(value):
    return f"多得 {n(value)} 元" if value >= 0 else f"少得 {n(-value)} 元"


q.mark(
    form.rule_number(
        "least",
        points=3,
        within=1,
        key=least,
        why=told,
        wrong=[
            form.wrong(
                "local_price_forgotten",
                "没跟本地价比",
                {
                    "土豆": lambda s: jin(trip(s), arrives(s)),
                    "山药拼车": lambda s: jin(trip(s), arrives(s)),
                    "藠头回程": lambda s: jin(trip(s), arrives(s)),
                },
                "不叫车，本地一斤也有 {local} 元。只算多得的那一截。",
            ),
            form.wrong(
                "gone_price_counted",
                "昨天的价还当数",
                {"黑老虎": lambda s: jin(trip(s), arrives(s) - s.local)},
                "昨天的 {local} 元，今天没人给了。不卖就烂，本地那头是 0。",
            ),
            form.wrong(
                "road_loss_forgotten",
                "路上坏的没算",
                lambda s: jin(trip(s), s.p - local(s)),
                "路上坏 {loss}%，坏的没人给钱。",
            ),
            form.wrong("full_or_nothing", "装满才走", lambda s: s.full, "装满最省，可不满也能值。多得的过了车钱，就值得叫。"),
            form.wrong(
                "trip_share_forgotten",
                "忘了车钱有人分",
                {"山药拼车": lambda s: jin(s.truck, arrives(s) - local(s))},
                "拼车一家一半，你只出 {truck} 元的一半。",
            ),
            form.wrong(
                "way_back_money_forgotten",
                "忘了回程的钱",
                {"藠头回程": lambda s: jin(s.truck, arrives(s) - local(s))},
                "回程捎货收 {back} 元，这一趟就便宜了 {back} 元。",
            ),
        ],
    ),
    form.rule_number(
        "more",
        points=2,
        within=1,
        key=more,
        why=lambda s: (
            f"{n(s.have)} 斤，每斤多得 {n(arrives(s) - local(s))} 元，共 {n(s.have * (arrives(s) - local(s)))} 元。"
            f"减车钱 {n(trip(s))} 元，{said(more(s))}。"
        ),
        wrong=[
            form.wrong(
                "truck_by_jin",
                "车钱当成按斤算",
                lambda s: s.have * (arrives(s) - local(s) - trip(s) / s.full),
                "车是一趟一趟收钱的。装得少，车钱一分不少。",
            ),
            form.wrong(
                "local_price_forgotten",
                "没跟本地价比",
                {
                    "土豆": lambda s: s.have * arrives(s) - trip(s),
                    "山药拼车": lambda s: s.have * arrives(s) - trip(s),
                    "藠头回程": lambda s: s.have * arrives(s) - trip(s),
                },
                "这是叫车一共得的。问的是比在本地卖，多得几元。",
            ),
            form.wrong(
                "gone_price_counted",
                "昨天的价还当数",
                {"黑老虎": lambda s: s.have * (arrives(s) - s.local) - trip(s)},
                "昨天的价没人给了。不叫车，这些果子值 0 元。",
            ),
            form.wrong(
                "road_loss_forgotten",
                "路上坏的没算",
                lambda s: s.have * (s.p - local(s)) - trip(s),
                "路上坏 {loss}%，坏的没人给钱。",
            ),
            form.wrong(
                "trip_share_forgotten",
                "忘了车钱有人分",
                {"山药拼车": lambda s: s.have * (arrives(s) - local(s)) - s.truck},
                "拼车一家一半。",
            ),
            form.wrong(
                "way_back_money_forgotten",
                "忘了回程的钱",
                {"藠头回程": lambda s: s.have * (arrives(s) - local(s)) - s.truck},
                "回程捎货，还收 {back} 元。",
            ),
        ],
    ),
    form.rule_choice(
        "call",
        points=1,
        key=lambda s: "yes" if more(s) > 0 else "no",
        why=lambda s: (
            f"起点 {n(least(s))} 斤，手上 {n(s.have)} 斤，叫车{said(more(s))}。"
            + ("过了起点，不用等装满。" if more(s) > 0 else "没到起点，先凑货，或者近处卖。")
        ),
        wrong=[
            form.wrong("full_or_nothing", "装满才走", "full", "不用装满。过了起点就值，没过起点再等凑。"),
            form.wrong("price_not_take_home", "看卖价高，不看到手", {"土豆": "yes"}, "那头价高，车钱一摊就没了。"),
            form.wrong(
                "truck_scares",
                "车钱大就不敢叫",
                {"山药拼车": "no", "藠头回程": "no", "黑老虎": "no"},
                "车钱大，多得的更大。减一减再定。",
            ),
        ],
    ),
)
