# %% tags=["sheet"]
# 折扣算盘：填四个数，看毛利剩几元、要卖几单
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/calc-discount",
    scenes=[form.scene("自己试", "拿你自己的货填，编一个数也行。改一个数，下面的话就变。")],
    fields=[
        form.number("price", "平时卖几元一单？", unit="元"),
        form.number("cost", "一单本钱几元？（货、包装、快递）", unit="元"),
        form.number("fold", "想打几折？", unit="折"),
        form.number("orders", "平时一场卖几单？", unit="单"),
    ],
)


def respond(values):
    """Sentences on what the discount leaves and how many orders must make up for it."""
    price, cost, fold, orders = (values.get(name) for name in ("price", "cost", "fold", "orders"))
    if None in (price, cost, fold, orders):
        return form.lines(["四个空都填上，这里就有话说。"])
    if not 0 < fold <= 1 or price <= 0:
        return form.lines(["折扣写 9、8.5 这样的数，卖价要大过 0。"])
    before = pricing.contribution_margin(price, cost)
    after = pricing.contribution_margin(price * fold, cost)
    if before <= 0:
        return form.lines([f"不打折，一单就{form.format_gain(before)}。先别说打折，先看本钱。"])
    said = [f"打 {fold * 10:g} 折卖 {price * fold:.2f} 元，一单{form.format_gain(after)}。原来{form.format_gain(before)}。"]
    if after <= 0:
        said.append("卖一单不剩钱，卖多少都补不回。")
        return form.lines(said)
    need = pricing.whole_units(pricing.discounted_units(orders, before, after))
    said.append(f"平时 {orders:g} 单。现在要卖 {need:.0f} 单，赚的才一样多。")
    if orders > 0:
        times = need / orders
        said.append(f"是平时的 {times:.1f} 倍。" + ("到目标了。这么多人，真来得了吗？" if times <= 1.5 else "超过一倍半了。折扣收一点再试。"))
    return form.lines(said)


q.sheet(respond)
