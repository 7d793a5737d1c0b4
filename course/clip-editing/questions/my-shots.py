# %% tags=["sheet"]
# 我拍的五段：从手机选进来，机器先看一眼
from nongju import form

q = form.question(
    "clip-editing/my-shots",
    scenes=[form.scene("我的货", "从手机、U 盘选。拍了几段选几段。选好，就说哪里好、改哪样。这里只是先看一眼，不用交。")],
    fields=[form.clip(f"m{k}", f"第 {k} 段", seconds=60, kind="product", hand_in=False) for k in range(1, 6)],
)


def respond(values):
    """Count the shots that are there."""
    count = sum(values.get(f"m{k}") is not None for k in range(1, 6))
    if not count:
        return form.lines(["还没选。没带货的，下面用练习片。"])
    return form.lines([f"选好了 {count} 段。往下，在剪片台里排。"])


q.sheet(respond)
