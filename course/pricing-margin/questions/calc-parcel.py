# %% tags=["sheet"]
# 一单算盘：填几个数，看一单真剩几元
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/calc-parcel",
    scenes=[
        form.scene(
            "自己试",
            "证和标签都齐了再卖。没有数，先编一个。改一个数，下面的话就变。",
            new=fact("fee_new_shop"),
            top=fact("fee_2023_high"),
        ),
    ],
    fields=[
        form.number("raw", "鲜肉一斤几元？（自家的，按肉贩的价）", unit="元"),
        form.number("out", "10 斤鲜肉熏出几斤？", unit="斤"),
        form.number("extra", "盐、香料、柴、自己的工，一单几元？", unit="元"),
        form.number("post", "袋、箱、标签、快递，一单几元？", unit="元"),
        form.number("price", "一单两斤卖几元？", unit="元"),
        form.number("back", "一百单退几单？（退回来的货当没了）", unit="单"),
        form.choice(
            "preset",
            "服务费照哪一条？",
            {
                "free": "2022年：免收",
                "new": "2023年1月公布：新店 {new}%",
                "top": "2023年1月公布：最高 {top}%",
                "own": "我店里现在的数（填在下面）",
            },
        ),
        form.number("own_fee", "我店里现在是百分之几？（看后台；没有就空着）", unit="%"),
    ],
)


def respond(values):
    """Say cost, floor price, margin before and after returns of the parcel typed in."""
    raw, out, extra, post, price = (values.get(name) for name in ("raw", "out", "extra", "post", "price"))
    if None in (raw, out, extra, post, price):
        return form.lines(["前面五个空填上，这里就有话说。"])
    if max(raw, extra, post, price) > 10000:
        return form.lines(["有一个数太大了。再看一眼，是不是多打了几个零？"])
    if not 1 <= out <= 10:
        return form.lines(["十斤鲜肉熏出来，总在一斤到十斤之间。再称一次。"])
    preset = values.get("preset") or "free"
    percent = {"free": 0, "new": fact("fee_new_shop"), "top": fact("fee_2023_high")}.get(preset)
    if percent is None:
        percent = values.get("own_fee")
    if percent is None:
        return form.lines(["店里现在几个点还空着。先到后台看一眼，再填。"])
    if not 0 <= percent <= 20:
        return form.lines(["服务费一般是百分之几。再看一眼后台。"])
    fee = percent / 100
    goods = 2 * pricing.cost_per_finished(raw, out / 10)
    cost = goods + extra + post
    left = pricing.contribution_margin(price * (1 - fee), cost)
    said = [
        f"两斤腊肉光肉钱 {form.format_number(round(goods, 2))} 元。一单本钱 {form.format_number(round(cost, 2))} 元（服务费另算）。",
        f"最低标 {pricing.whole_units(pricing.lowest_price(cost, fee)):.0f} 元才不亏。",
        f"卖 {form.format_number(price)} 元，一单{form.format_gain(left)}。",
    ]
    if price > 0 and left >= 0:
        said.append(f"毛利率：{form.format_number(round(left, 2))} ÷ {form.format_number(price)} = {left / price * 100:.0f}%。")
    back = values.get("back") or 0
    if back > 100:
        said.append("一百单里，最多退一百单。")
    elif back > 0:
        kept = pricing.margin_after_returns(price, fee, goods + extra, post, 0, back / 100, 0, 0)
        said.append(f"一百单退 {form.format_number(back)} 单，平均一单{form.format_gain(kept)}。")
    said.append("到目标了。把退货改大，再看。" if left >= 20 else "还没到 20 元。先动哪一样最省力？")
    return form.lines(said)


q.sheet(respond)
