# %% tags=["sheet"]
# 漏斗算盘：一关一关往下走，最后几单
from nongju import form
from nongju.models import traffic

q = form.question(
    "traffic-economics/calc-funnel",
    scenes=[
        form.scene(
            "自己试",
            "没有数，先编一个。播过的人，照后台填。改一个数，下面的话就变。",
        ),
    ],
    fields=[
        form.number("seen", "封面被看到几次？", unit="人次"),
        form.number("enter", "看到的一百次里，进来几次？", unit="%"),
        form.number("click", "进来的一百个里，几个点商品？", unit="%"),
        form.number("buy", "点的一百个里，几个付钱？", unit="%"),
        form.number("price", "一单卖几元？", unit="元"),
        form.number("margin", "一单毛利几元？（不算推广钱）", unit="元"),
    ],
)


def respond(values):
    """Say what is left after each gate, what one visit is worth, and which gate to mend first."""
    seen, enter, click, buy = (values.get(name) for name in ("seen", "enter", "click", "buy"))
    if None in (seen, enter, click, buy):
        return form.lines(["前面四个空填上，这里就有话说。"])
    if max(enter, click, buy) > 100:
        return form.lines(["一百个里，最多一百个。再看一眼是不是多打了几个零。"])
    _, entries, clicks, orders = traffic.funnel(seen, enter / 100, click / 100, buy / 100)
    shown = [form.format_number(round(count, 1)) for count in (entries, clicks, orders)]
    said = [f"进来 {shown[0]} 人次，点商品 {shown[1]} 次，付款 {shown[2]} 单。"]
    price, margin = values.get("price"), values.get("margin")
    if price is not None:
        thousand = traffic.turnover_per_thousand(click / 100, buy / 100, price)
        said.append(f"一千人次进来，卖出 {form.format_number(round(thousand, 2))} 元的货。")
    if margin is not None:
        worth = traffic.break_even_bid(margin, click / 100, buy / 100)
        said.append(f"一百个人进来，赚 {form.format_number(round(100 * worth, 2))} 元。花钱请一百个人，不能过这个数。")
    if price is not None and margin is not None:
        if margin > price:
            said.append("毛利比卖价还高？再看一眼。")
        elif margin > 0:
            said.append(f"投产比要过 {form.format_number(round(traffic.break_even_return(price, margin), 2))} 才不亏。")
    said.append("再试一试：少被看到一半，改哪一关补得回来？")
    return form.lines(said)


q.sheet(respond)
