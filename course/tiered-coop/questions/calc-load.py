# %% tags=["sheet"]
# 装车单：十万斤土豆，每家装几斤，看一共到手几元
from nongju import form
from nongju.models import cooperative

q = form.question(
    "tiered-coop/calc-load",
    scenes=[
        form.scene(
            "十万斤土豆",
            "数是编的。每家后面写着最多要几斤、到手几元一斤。不装写 0。没装完的，烂在地里。",
        ),
    ],
    fields=[
        form.table(
            "loads",
            "每家装几斤？（一共 100000 斤）",
            columns=[form.column("jin", "装几斤", kind="number", unit="斤")],
            rows=[
                "企业福利（最多 5000，到手 1.366）",
                "机关学校食堂（最多 15000，到手 1.262）",
                "供销社门店（最多 15000，到手 1.14）",
                "邻县串货（最多 20000，到手 1.3055）",
                "万州（最多 30000，到手 1.2）",
                "主城（最多 50000，到手 1.17）",
            ],
        ),
        form.choice(
            "drop",
            "货都往主城涌，主城卖价掉几角？",
            {"none": "没掉", "one": "一斤掉 1 角", "two": "一斤掉 2 角"},
        ),
    ],
)


def respond(values):
    """Say what the learner's loads bring home, against nearest first and, once beaten, the best."""
    names = ["企业福利", "机关学校食堂", "供销社门店", "邻县", "万州", "主城"]
    drop = {"one": 0.1, "two": 0.2}.get(values.get("drop"), 0.0)
    buyers = [
        [0, 1.40, 0.006, 0.02, 5000],
        [0, 1.30, 0.012, 0.02, 15000],
        [1, 1.20, 0.024, 0.03, 15000],
        [2, 1.45, 0.072, 0.05, 20000],
        [3, 1.50, 0.18, 0.08, 30000],
        [4, fact("potato_price_main_assumed") - drop, 0.36, 0.15, 50000],
    ]
    supply = 100000
    rows = values.get("loads") or []
    loads = [row.get("jin") or 0 for row in rows]
    loads += [0] * (len(buyers) - len(loads))
    if not any(loads):
        return form.lines(["先装一家试试，下面就有话说。"])
    over = [name for name, load, buyer in zip(names, loads, buyers) if load > buyer[4]]
    if over:
        return form.lines([f"{'、'.join(over)}要不了这么多。多拉去的，原样拉回来。改少一点。"])
    loaded = sum(loads)
    if loaded > supply:
        return form.lines([f"装了 {form.format_number(loaded)} 斤，比 10 万斤还多。减一点。"])

    def money(plan):
        return cooperative.brought_home(plan, buyers)

    mine = money(loads)
    near = money(cooperative.nearest_first(supply, buyers))
    best = money(cooperative.best_net_first(supply, buyers))
    said = [
        f"装了 {form.format_number(loaded)} 斤，还有 {form.format_number(supply - loaded)} 斤没处去。",
        f"一共到手 {mine:.0f} 元，挖出来的每斤合 {mine / supply:.3f} 元。",
    ]
    if drop:
        net = cooperative.net_price(buyers[5][1], buyers[5][2], buyers[5][3])
        said.append(f"主城掉了价，到手只有 {net:.3f} 元一斤。")
    if abs(mine - near) < 0.5:
        said.append("和先近后远一样多。")
    else:
        said.append(f"比先近后远{'多' if mine > near else '少'} {abs(mine - near):.0f} 元。")
    if mine > near - 0.5:
        gap = best - mine
        said.append("没有比这更高的装法了。" if gap < 0.5 else f"离最高的装法，还差 {gap:.0f} 元。")
    if mine >= near + 400:
        said.append("到目标了。再想一想：多出来的这点钱，值不值得让那么多货跑远路？")
    return form.lines(said)


q.sheet(respond)
