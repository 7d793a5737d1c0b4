# %% tags=["sheet"]
# 近处三家：五公里内，谁一周买几斤
from nongju import form

q = form.question(
    "tiered-coop/own-buyers",
    scenes=[
        form.scene(
            "我的货",
            "挑五公里内的三家：食堂、学校、小超市、餐馆、供销社的点都行。"
            "不写人名、电话。没有自己的货，就照邻居的货填。",
        ),
    ],
    fields=[
        form.choice(
            "product",
            "我卖哪一样？",
            {
                "potato": "土豆",
                "yam": "山药",
                "scallion": "藠头",
                "lotus": "干莲子",
                "heilaohu": "黑老虎",
                "cured": "腊肉、香肠、渣海椒（证和标签都齐）",
                "other": "别的",
            },
        ),
        form.number("supply", "我一周供得出几斤？", unit="斤"),
        form.table(
            "buyers",
            "近处三家",
            columns=[
                form.column(
                    "who",
                    "是哪样的",
                    kind="choice",
                    options={
                        "canteen": "单位食堂",
                        "school": "学校食堂",
                        "shop": "小超市、菜店",
                        "inn": "餐馆、农家乐",
                        "coop": "供销社的点",
                        "firm": "企业发福利",
                    },
                ),
                form.column("jin", "一周要几斤", kind="number", unit="斤"),
                form.column("price", "几元一斤", kind="number", unit="元/斤"),
                form.column("km", "离几公里", kind="number", unit="公里"),
                form.column(
                    "pay",
                    "多久结账",
                    kind="choice",
                    options={"day": "当场", "week": "一周", "month": "一个月", "late": "更久、说不准"},
                ),
            ],
            rows=["第一家", "第二家", "第三家"],
        ),
        form.choice("asked", "三家里，真去问过几家？", {"three": "三家", "two": "两家", "one": "一家", "none": "还没去"}),
        form.number("trip", "三家送一圈，油钱、车钱几元？", unit="元"),
        form.number("lost", "路上和放着，一百斤坏几斤？", unit="斤"),
        form.choice("first", "货不够的时候，先送哪家？", {"a": "第一家", "b": "第二家", "c": "第三家"}),
        form.text(
            "words",
            "去问的时候，第一句怎么开口？",
            max_chars=120,
            starter="我家有__，一周供得出__斤。你们一周要__斤？",
        ),
    ],
)


def respond(values):
    """Say what the three buyers take a week, what comes home of it, and what is still to be asked."""
    rows = [row for row in values.get("buyers") or [] if row.get("jin") is not None]
    if not rows:
        return form.lines(["填一家的斤数，这里就有话说。"])
    wanted = sum(row["jin"] for row in rows)
    said = [f"填了 {len(rows)} 家，一周一共要 {form.format_number(round(wanted, 1))} 斤。"]
    supply = values.get("supply")
    if supply is not None:
        if supply < wanted:
            said.append(f"你只供得出 {form.format_number(supply)} 斤。先说好供几斤，别一口应下。")
        elif supply > wanted:
            said.append(f"还多 {form.format_number(round(supply - wanted, 1))} 斤，要再找一家，或者往邻县走。")
        else:
            said.append("刚好够。可放一周也会坏一点，留点余地。")
    priced = [row for row in rows if row.get("price") is not None]
    lost = values.get("lost") or 0
    if lost > 100:
        return form.lines([*said, "一百斤里，最多坏一百斤。再看一眼。"])
    if priced:
        sold = sum(row["jin"] for row in priced)
        load = sold if supply is None else min(sold, supply)
        mean = sum(row["jin"] * row["price"] for row in priced) / sold if sold else 0
        home = load * mean * (1 - lost / 100) - (values.get("trip") or 0)
        word = "到手" if home >= 0 else "倒贴"
        said.append(f"照这些数，一周{word}约 {form.format_number(round(abs(home), 2))} 元（货本钱还没扣）。")
    far = [str(at + 1) for at, row in enumerate(values.get("buyers") or []) if (row.get("km") or 0) > 5]
    if far:
        said.append(f"第 {'、'.join(far)} 家过了五公里。先看看更近的。")
    if any(row.get("pay") in ("month", "late") for row in rows):
        said.append("有一家结账慢。没到账的，都是你垫的。")
    if values.get("asked") in (None, "none"):
        said.append("还没去问过。这些数先当估的。")
    return form.lines(said)


q.sheet(respond)
