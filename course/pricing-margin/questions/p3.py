# %% tags=["question"]
# 第 3 题：这一单开不开
from nongju import form

q = form.question(
    "pricing-margin/p3",
    scenes=[
        form.scene(
            "腊肉",
            "鲜猪肉 {pork} 元一斤，10 斤熏成 {out} 斤腊肉。盐、香料、柴、工，合每斤腊肉 {extra} 元。"
            "一单 2 斤，袋、箱、快递共 {pack} 元。服务费收实付的 {fee}%。你想卖 {price} 元。",
            pork=[14, 14.5],
            out=[6.2, 6],
            extra=5,
            pack=14,
            fee=fact("fee_assumed"),
            price=[69, 68],
        ),
        form.scene(
            "干莲子",
            "鲜莲子 {fresh} 元一斤，3 斤晒出 1 斤干的。剥、晒的工，合每斤干的 {extra} 元。"
            "一单 1 斤，袋、箱、快递共 {pack} 元。服务费收实付的 {fee}%。你想卖 {price} 元。",
            fresh=[3.5, 3.8, 4],
            extra=5,
            pack=9.5,
            fee=fact("fee_assumed"),
            price=[32, 33],
        ),
        form.scene(
            "香肠",
            "猪肉 {pork} 元一斤，每 10 斤配肠衣和料 {casing} 元，晾干得 {out} 斤。灌的工、电，合每斤香肠 {extra} 元。"
            "一单 2 斤，袋、箱、快递共 {pack} 元。新店，服务费收实付的 {fee}%。你想卖 {price} 元。",
            pork=[13, 14],
            casing=15,
            out=[7.5, 7.8],
            extra=4,
            pack=14,
            fee=fact("fee_new_shop"),
            price=[75, 78],
        ),
        form.scene(
            "渣海椒",
            "一坛下料 20 斤，料钱合一斤 {raw} 元。开坛挖掉坏的，剩 {good} 斤好的。瓶子和工，合每斤好的 {extra} 元。"
            "一单 1 斤，箱和快递共 {pack} 元。服务费收实付的 {fee}%。你想卖 {price} 元。",
            raw=[6, 6.5],
            good=[15, 16],
            extra=4,
            pack=10,
            fee=fact("fee_assumed"),
            price=[20.5, 20.8],
        ),
    ],
    fields=[
        form.number("cost", "① 一单本钱几元？（服务费先不算）", unit="元"),
        form.gain("profit", "② 卖 {price} 元，扣了服务费，一单赚还是亏几元？", unit="元"),
        form.choice(
            "open",
            "③ 这个价，开不开？",
            {"yes": "开", "no": "不开，改了价再开", "volume": "先开着，走量就赚回来了"},
        ),
        form.number("floor", "④ 不亏的话，最低标几元？（写整元）", unit="元"),
    ],
)

# %% tags=["key"] points=6
from nongju.marking import plain
from nongju.models import pricing


def n(value):
    return plain(value, 2)


def raw(s):
    """Goods, yuan a raw jin."""
    return {
        "腊肉": lambda: s.pork,
        "干莲子": lambda: s.fresh,
        "香肠": lambda: (10 * s.pork + s.casing) / 10,
        "渣海椒": lambda: s.raw,
    }[s.name]()


def share(s):
    """Finished jin out of one raw jin."""
    return {
        "腊肉": lambda: s.out / 10,
        "干莲子": lambda: 1 / 3,
        "香肠": lambda: s.out / 10,
        "渣海椒": lambda: s.good / 20,
    }[s.name]()


def jin(s):
    return 2 if s.name in ("腊肉", "香肠") else 1


def parcel(s, goods):
    """Cost of a parcel when a finished jin's goods and work come to `goods` yuan."""
    return jin(s) * goods + s.pack


def per_jin(s):
    return pricing.cost_per_finished(raw(s), share(s))


def cost(s):
    return parcel(s, per_jin(s) + s.extra)


def ignored(s):
    return parcel(s, raw(s) + s.extra)


def multiplied(s):
    return parcel(s, raw(s) * share(s) + s.extra)


def all_divided(s):
    return parcel(s, (raw(s) + s.extra) / share(s))


def kept(s):
    """What is left of the price after the fee."""
    return s.price - pricing.platform_fee(s.price, s.fee / 100)


def floor(s, variable):
    return pricing.whole_units(pricing.lowest_price(variable, s.fee / 100))


def said(value):
    return f"{'赚' if value >= 0 else '亏'} {n(abs(value))} 元"


FLAWS = {
    "yield_ignored": ("忘了缩水", ignored, "鲜的缩了水，或者坏了。钱要摊到剩下的斤数上。"),
    "yield_multiplied": ("乘除弄反了", multiplied, "斤数变少，一斤只会更贵。算出来更便宜，就是弄反了。"),
    "extra_divided_too": ("料和工也除了一遍", all_divided, "料和工说的就是每斤成品几元，不用再除。"),
}

q.mark(
    form.rule_number(
        "cost",
        points=2,
        within=0.05,
        key=cost,
        why=lambda s: (
            f"一斤货钱 {n(raw(s))} ÷ {n(share(s))} = {n(per_jin(s))} 元，加料和工 {n(s.extra)} 元。"
            f"{jin(s)} 斤，再加袋箱快递 {n(s.pack)} 元，一单 {n(cost(s))} 元。"
            if s.name != "干莲子"
            else f"3 斤鲜的 {n(3 * s.fresh)} 元，加工 {n(s.extra)} 元，加袋箱快递 {n(s.pack)} 元，一单 {n(cost(s))} 元。"
        ),
        wrong=[form.wrong(key, title, wrong, hint) for key, (title, wrong, hint) in FLAWS.items()],
    ),
    form.rule_number(
        "profit",
        points=2,
        within=0.05,
        key=lambda s: kept(s) - cost(s),
        why=lambda s: (
            f"服务费 {n(s.price)} × {n(s.fee)}% = {n(s.price - kept(s))} 元，手里剩 {n(kept(s))} 元。"
            f"减本钱 {n(cost(s))} 元，{said(kept(s) - cost(s))}。"
        ),
        wrong=[
            form.wrong(
                "fee_forgotten", "忘了服务费", lambda s: s.price - cost(s), "平台先扣服务费，再把钱给你。"
            ),
            form.wrong(
                "fee_as_yuan",
                "几个点当成几元",
                lambda s: s.price - s.fee - cost(s),
                "{fee}% 是每一百元收 {fee} 元。要乘上卖价。",
            ),
            *(
                form.wrong(key, title, lambda s, wrong=wrong: kept(s) - wrong(s), hint, credit=0.5)
                for key, (title, wrong, hint) in FLAWS.items()
            ),
        ],
    ),
    form.rule_choice(
        "open",
        points=1,
        key=lambda s: "yes" if kept(s) > cost(s) else "no",
        why=lambda s: (
            f"一单{said(kept(s) - cost(s))}，"
            + ("每单都有剩，可以开。" if kept(s) > cost(s) else "卖一单亏一单。改了价再开。")
        ),
        wrong=[
            form.wrong(
                "volume_cures_loss",
                "走量就赚",
                "volume",
                {
                    "腊肉": "一单亏的，卖得越多亏得越多。",
                    "渣海椒": "一单亏的，卖得越多亏得越多。",
                    "干莲子": "这一单本来就赚，不用靠走量。先看一单，再看多少单。",
                    "香肠": "这一单本来就赚，不用靠走量。先看一单，再看多少单。",
                },
            ),
            form.wrong(
                "turnover_not_margin",
                "看流水不看毛利",
                {"腊肉": "yes", "渣海椒": "yes"},
                "收到的钱里，大半是本钱。减完还有剩，才开。",
            ),
            form.wrong(
                "thin_is_loss",
                "赚得少就当亏",
                {"干莲子": "no", "香肠": "no"},
                "扣完还有剩，就不是亏。少赚和亏是两回事。",
            ),
        ],
    ),
    form.rule_number(
        "floor",
        points=1,
        within=0.4,
        key=lambda s: floor(s, cost(s)),
        why=lambda s: (
            f"收一元，到手 {n(1 - s.fee / 100)} 元。本钱 {n(cost(s))} ÷ {n(1 - s.fee / 100)} = "
            f"{n(cost(s) / (1 - s.fee / 100))} 元，往上取整，{n(floor(s, cost(s)))} 元。"
        ),
        wrong=[
            form.wrong(
                "fee_forgotten",
                "忘了服务费",
                {"腊肉": lambda s: pricing.whole_units(cost(s)), "干莲子": lambda s: pricing.whole_units(cost(s))},
                "平台还要扣一点。本钱要除以扣完剩下的那份。",
            ),
            *(
                form.wrong(key, title, lambda s, wrong=wrong: floor(s, wrong(s)), hint, credit=0.5)
                for key, (title, wrong, hint) in FLAWS.items()
            ),
        ],
    ),
)
