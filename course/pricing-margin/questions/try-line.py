# %% tags=["practice"]
# 练一练：划线价写几元才站得住
from nongju import form

q = form.question(
    "pricing-margin/try-line",
    scenes=[
        form.scene(
            "藠头",
            "藠头标价 {tag} 元，还没人按这个价买过。前 7 天成交过 {high}、{low}、{mid} 元。直播里只写「原价」，没写是哪一天的价。",
            tag=48,
            high=40,
            low=36,
            mid=38,
        ),
    ],
    fields=[form.number("line", "「原价」最多写几元？", unit="元")],
)
q.practice(
    form.rule_number(
        "line",
        points=1,
        within=0.05,
        key=lambda s: s.low,
        why="没写明比哪个价，就看前 7 天最低的成交价：{key} 元。写清「某日成交价」，就能比那一天的。",
        wrong=[
            form.wrong("tag_as_past", "标价当成交价", lambda s: s.tag, "没人按这个价买过，就不能说是原价。"),
            form.wrong("highest_past", "挑了最高的一单", lambda s: s.high, "没写清比哪一天，就只能比最低的那一单。"),
            form.wrong("average_past", "取了平均", lambda s: (s.high + s.low + s.mid) / 3, "法规看的是最低的那一单，不看平均。"),
        ],
    ),
)
