# %% tags=["sheet"]
# 剪片台：选镜头，定秒数，配字，做成一条片子
from nongju import form

q = form.question(
    "clip-editing/film",
    scenes=[form.scene("剪片单", "从第几秒到第几秒，看着视频下面的数写。「我的第 1 段」是上面选好的。「到」空着，就放到完。字一秒四个，不写也行。")],
    fields=[
        form.table(
            "cuts",
            "五个镜头，从上往下放",
            columns=[
                form.column(
                    "clip",
                    "哪一段",
                    kind="choice",
                    options={
                        "m1": "我的第 1 段",
                        "m2": "我的第 2 段",
                        "m3": "我的第 3 段",
                        "m4": "我的第 4 段",
                        "m5": "我的第 5 段",
                        "p1": "练习 灶台",
                        "p2": "练习 推近",
                        "p3": "练习 切片",
                        "p4": "练习 货架",
                        "p5": "练习 成品",
                    },
                ),
                form.column("start", "从", kind="number", unit="秒"),
                form.column("end", "到", kind="number", unit="秒"),
                form.column("words", "字幕"),
            ],
            rows=["一", "二", "三", "四", "五"],
        ),
        form.text("title", "封面写什么？（六个字以内）", max_chars=6),
        form.choice(
            "sound",
            "声音用哪样？",
            {"own": "原来的声音，调成一样响", "mute": "不要声音，只看字", "tune": "换成练习配乐"},
        ),
    ],
)


def respond(values):
    """Add the film's seconds up and say which caption cannot be read in time."""
    rows = [row for row in values.get("cuts") or [] if row.get("clip")]
    if not rows:
        return form.lines(["先选一个镜头。没拍的，选练习片。"])
    said = []
    timed = [row for row in rows if row.get("end")]
    total = sum(row["end"] - (row.get("start") or 0) for row in timed)
    if len(timed) == len(rows):
        said.append(f"{len(rows)} 个镜头，一共 {form.format_number(round(total, 1))} 秒。")
    else:
        said.append(f"{len(rows)} 个镜头。写上「到」，就晓得一共几秒。")
    for at, row in enumerate(values["cuts"], start=1):
        start, end = row.get("start") or 0, row.get("end")
        if row.get("clip") and end and end <= start:
            said.append(f"第 {at} 个，「到」比「从」早。改一改。")
        elif end and len(row.get("words") or "") > 4 * (end - start) + 1:
            said.append(f"第 {at} 个，字念不完。一秒四个字，删几个。")
    if values.get("sound") == "tune":
        said.append("配乐是练习用的，电脑自己算出来的，没有版权。")
    return form.lines(said)


q.sheet(respond)
form.film(q, mine="my-shots", hand_in="edited.clip")
