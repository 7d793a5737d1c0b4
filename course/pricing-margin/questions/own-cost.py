# %% tags=["sheet"]
# 我的成本单：我的一样货，一单花在哪里
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/own-cost",
    scenes=[
        form.scene(
            "我的货",
            "不知道的数先空着，回家问了再补。自家的货和工，按别人肯出的价写。老师会来看一眼，字好不好看不要紧。",
        ),
    ],
    fields=[
        form.choice(
            "scale",
            "我想卖到多大？",
            {"home": "够家用就好", "one": "一年 1 吨", "ten": "一年 10 吨"},
        ),
        form.choice(
            "product",
            "我卖哪一样？",
            {
                "larou": "腊肉",
                "sausage": "香肠",
                "lotus": "干莲子",
                "zha": "渣海椒",
                "heilaohu": "黑老虎",
                "potato": "土豆",
                "yam": "山药",
                "other": "别的",
            },
        ),
        form.choice(
            "papers",
            "能不能上架？",
            {"farm": "地里的货，不用证", "ready": "证和标签都齐", "notyet": "还没办，先不卖"},
        ),
        form.number("jin", "一单装几斤？", unit="斤"),
        form.number("price", "一单卖几元？", unit="元"),
        form.table(
            "rows",
            "一单的钱去哪了",
            columns=[
                form.column("yuan", "一单几元", kind="number", unit="元"),
                form.column(
                    "who",
                    "谁说了算",
                    kind="choice",
                    options={"me": "我", "buyer": "收货的人", "courier": "快递", "platform": "平台"},
                ),
            ],
            rows=[
                "货钱（缩水、坏掉的除进去）",
                "料和自己的工",
                "袋、箱、标签",
                "快递（封好箱再称）",
                "服务费（看后台）",
                "退的、拒收的，摊到一单",
            ],
        ),
        form.number("fixed", "一个月的死钱几元？（租金、办证、水电）", unit="元"),
    ],
)


TONNES = {"one": 1, "ten": 10}


def scale(values):
    """How many parcels a day the learner's own aim means; 1 tonne is 2000 jin."""
    tonnes, jin = TONNES.get(values.get("scale")), values.get("jin")
    if values.get("scale") == "home":
        return ["够家用就好：先把老顾客的单做稳，一单赚多少比卖几单要紧。"]
    if tonnes is None or jin is None or jin <= 0:
        return []
    parcels = tonnes * 2000 / jin
    return [f"一年 {tonnes} 吨是 {tonnes * 2000} 斤，合 {parcels:.0f} 单，一天约 {form.format_number(round(parcels / 365, 1))} 单。忙得过来吗？"]


def respond(values):
    """Say the parcel's cost, margin, both percentages and the break-even of the learner's own goods."""
    if values.get("papers") == "notyet":
        return form.lines(["先去办证、印标签。账可以先算，货先不卖。"])
    rows = values.get("rows") or []
    spent = [row.get("yuan") for row in rows if row.get("yuan") is not None]
    if not spent:
        return form.lines([*scale(values), "表里填一行，这里就加一行。"])
    cost = sum(spent)
    said = [*scale(values), f"填了 {len(spent)} 行，一单本钱合 {form.format_number(round(cost, 2))} 元。"]
    if len(spent) < len(rows):
        said.append("还有空着的行。空着不等于不花钱。")
    price, fixed = values.get("price"), values.get("fixed")
    if price is None or price <= 0 or cost <= 0:
        said.append("再填一单卖几元。")
        return form.lines(said)
    left = price - cost
    said.append(f"卖 {form.format_number(price)} 元，一单{form.format_gain(left)}。")
    if left <= 0:
        said.append("卖一单亏一单，多卖也补不回来。先改一样，再发货。")
        return form.lines(said)
    margin, markup = pricing.margin_share(price, cost), pricing.markup_share(price, cost)
    said.append(f"毛利率 {margin * 100:.0f}%，加价率 {markup * 100:.0f}%。")
    if fixed is not None:
        said.append(f"一个月卖到 {pricing.break_even_parcels(fixed, left):.0f} 单，死钱才出来。")
    return form.lines(said)


q.sheet(respond)
