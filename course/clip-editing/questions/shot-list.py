# %% tags=["sheet"]
# 镜头单：五个镜头，各几秒，一共几秒
from nongju import form

STOP = 3  # seconds that are filmed before and after what is kept

q = form.question(
    "clip-editing/shot-list",
    scenes=[
        form.scene(
            "我的货",
            "一行一个镜头。成片想要二十秒上下。写不全先空着，拍完再来改。",
        ),
    ],
    fields=[
        form.table(
            "shots",
            "五个镜头",
            columns=[
                form.column(
                    "what",
                    "拍什么",
                    kind="choice",
                    options={
                        "show": "亮货",
                        "origin": "来历",
                        "close": "近看",
                        "eat": "怎么吃",
                        "where": "去哪买（说话）",
                        "other": "别的",
                    },
                ),
                form.column(
                    "how",
                    "怎么动",
                    kind="choice",
                    options={"static": "固定", "push": "推", "pull": "拉", "pan": "摇", "truck": "移"},
                ),
                form.column("sec", "留几秒", kind="number", unit="秒"),
                form.column("words", "字幕几个字", kind="number", unit="个"),
            ],
            rows=["一", "二", "三", "四", "五"],
        ),
        form.choice("phone", "谁拿手机？", {"self": "自己，手机靠稳", "friend": "同组的人", "family": "家里人"}),
    ],
)


def respond(values):
    """Add the seconds up, and say what is too long to read, missing, or moves too much."""
    rows = [row for row in values.get("shots") or [] if row.get("sec")]
    if not rows:
        return form.lines(["填一个镜头的秒数，下面就有话说。"])
    total = sum(row["sec"] for row in rows)
    said = [f"{len(rows)} 个镜头，成片 {form.format_number(round(total, 1))} 秒。"]
    if len(rows) >= 5 and min(row["sec"] for row in rows) < 1.5:
        said.append("有的镜头不到一秒半，看不清。少放一两个。")
    if total > 25:
        said.append("长了。每个镜头再挑紧一点。")
    elif total < 15 and len(rows) >= 5:
        said.append("短了。近看、怎么吃，可以多留一秒。")
    moving = [row for row in rows if row.get("how") not in (None, "static")]
    raw = total + 2 * STOP * len(rows)
    said.append(f"每个镜头头尾各多拍 {STOP} 秒，一共要拍 {form.format_number(round(raw))} 秒。")
    late = [str(at + 1) for at, row in enumerate(values["shots"]) if (row.get("words") or 0) > 4 * (row.get("sec") or 0)]
    if late:
        said.append(f"第 {'、'.join(late)} 个，字念不完。一秒四个字，删几个。")
    if rows[0].get("what") not in (None, "show"):
        said.append("头一个不是亮货。头三秒不亮货，人就划走了。")
    kinds = {row.get("what") for row in rows}
    if len(rows) >= 5 and "eat" not in kinds:
        said.append("没有「怎么吃」。买回去咋个吃，人家多半头一句就问。")
    if len(moving) > 3:
        said.append("动的多了，看着晕。说话和手里的活，固定拍。")
    return form.lines(said)


q.sheet(respond)
