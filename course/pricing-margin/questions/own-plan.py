# %% tags=["sheet"]
# 我的价格单：几元卖，最低几元，包邮包到哪里
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/own-plan",
    scenes=[form.scene("我的货", "照成本单抄本钱。拿不准的，先空着，问了再补。")],
    fields=[
        form.number("cost", "一单本钱几元？（成本单加起来）", unit="元"),
        form.number("price", "平时一单卖几元？", unit="元"),
        form.number("lowest", "折和券用完，低到几元就停？", unit="元"),
        form.choice(
            "deal",
            "下一场打不打折？",
            {"100": "不打", "95": "9.5 折", "90": "9 折", "85": "8.5 折", "80": "8 折", "70": "7 折"},
        ),
        form.choice(
            "coupon",
            "再有人叫你发券，怎么办？",
            {"platform": "平台出钱的，用", "mine": "自己出钱的，算过底价才发", "none": "都不发"},
        ),
        form.choice(
            "ship",
            "包邮写成哪一条？",
            {"all": "全国包邮", "near": "只包省内", "none": "都不包，运费另收", "ask": "还没问快递"},
        ),
        form.number("orders", "平时（或估计）一场卖几单？", unit="单"),
        form.number("fixed", "一场的死钱几元？（场地、帮手、报名费）", unit="元"),
        form.text(
            "words",
            "顾客说「再便宜点」，你回哪一句？",
            max_chars=120,
            starter="这个价里有__，再低__，所以__",
        ),
    ],
)


def respond(values):
    """Say what the plan leaves on a parcel, what it must sell, and where it goes below its own floor."""
    cost, price, lowest = (values.get(name) for name in ("cost", "price", "lowest"))
    if None in (cost, price) or price <= 0:
        return form.lines(["先填本钱和卖价，这里就有话说。"])
    before = pricing.contribution_margin(price, cost)
    if before <= 0:
        return form.lines([f"照这个价，一单{form.format_gain(before)}。先改价，或者先省本钱。"])
    said = [f"不打折，一单{form.format_gain(before)}。"]
    sold = price * int(values.get("deal") or 100) / 100
    after = pricing.contribution_margin(sold, cost)
    if sold < price:
        said.append(f"打完折卖 {sold:.2f} 元，一单{form.format_gain(after)}。")
    if lowest is not None:
        if lowest < cost:
            said.append(f"你写的底价比本钱低 {cost - lowest:.2f} 元。再想一想。")
        if sold < lowest:
            said.append("打完折已经低过你自己写的底价。折扣收一点。")
    if after <= 0:
        said.append("卖一单不剩钱。这一场先不打。")
        return form.lines(said)
    orders, fixed = values.get("orders"), values.get("fixed")
    if orders is not None and sold < price:
        need = pricing.whole_units(pricing.discounted_units(orders, before, after))
        said.append(f"要卖 {need:.0f} 单，赚的才和不打折一样多。")
    if fixed is not None:
        said.append(f"这一场卖到 {pricing.break_even_parcels(fixed, after):.0f} 单，死钱才出来。")
    if values.get("ship") == "ask":
        said.append("包邮先别写。问到合同价再定。")
    return form.lines(said)


q.sheet(respond)
