# %% tags=["sheet"]
# 装箱算盘：一箱几斤，快递按几公斤收，一斤摊几元
from nongju import form
from nongju.models import pricing

q = form.question(
    "pricing-margin/calc-box",
    scenes=[form.scene("自己试", "一箱从 3 斤试到 10 斤。看一斤的运费怎么变。这里按不足一公斤算一公斤。")],
    fields=[
        form.number("jin", "一箱装几斤货？", unit="斤"),
        form.number("box", "箱子、袋子、冰，一共几公斤？", unit="公斤"),
        form.number("first", "首重一公斤几元？", unit="元"),
        form.number("step", "续重一公斤几元？", unit="元"),
    ],
)


def respond(values):
    """Sentences on billed weight, freight, and freight a jin."""
    jin, box, first, step = (values.get(name) for name in ("jin", "box", "first", "step"))
    if None in (jin, box, first, step):
        return form.lines(["四个空都填上，这里就有话说。"])
    if jin <= 0:
        return form.lines(["一箱总要装点货。写大过 0 的斤数。"])
    sealed = pricing.sealed_weight(jin, box)
    billed = pricing.billed_weight(sealed)
    freight = pricing.freight(billed, first, step)
    room = (billed - sealed) * 2
    return form.lines(
        [
            f"封好 {sealed:g} 公斤，快递按 {billed:g} 公斤收。",
            f"运费 {freight:.2f} 元，一斤货摊 {freight / jin:.2f} 元。",
            f"这个价钱里，还能再装 {room:.1f} 斤。" if room > 0.01 else "正好装满这一档。再多一两，就多收一公斤。",
        ]
    )


q.sheet(respond)
