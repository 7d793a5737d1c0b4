# %% tags=["practice"]
# 练一练：「原价」写几元才站得住
from nongju import form

q = form.question(
    "pricing-margin/try-line",
    scenes=[
        form.scene(
            "藠头",
            "藠头标价 {tag} 元，还没人按这个价买过。前 7 天成交过 {high}、{low}、{mid} 元，10 天前卖过 {old} 元。\n"
            "直播里只写「原价」，没写是哪一天的价。",
            tag=48,
            high=41,
            low=36,
            mid=38,
            old=34,
        ),
    ],
    fields=[form.number("line", "「原价」最多写几元？", unit="元")],
)

work = form.work(
    {"line": lambda s: s.low},
    [
        form.slip("tag_as_past", "标价当成交价", "没人按这个价买过，就不能说是原价。", line=lambda s: s.tag),
        form.slip("highest_past", "挑了最高的一单", "没写清比哪一天，就只能比最低的那一单。", line=lambda s: s.high),
        form.slip("not_the_lowest", "没挑最低的一单", "没写清比哪一天，就按前 7 天最低的那一单。", line=lambda s: s.mid),
        form.slip("average_past", "取了平均", "法规看的是最低的那一单，不看平均。", line=lambda s: (s.high + s.low + s.mid) / 3),
        form.slip("average_all", "把更早的也平均了", "法规看的是前 7 天最低的那一单，不看平均。", line=lambda s: (s.high + s.low + s.mid + s.old) / 4),
        form.slip("average_with_tag", "把标价也平均了", "没人按标价买过，不算。法规看最低的那一单，不看平均。", line=lambda s: (s.tag + s.high + s.low + s.mid) / 4),
        form.slip("too_old", "日子太早的也算", "只看前 7 天。10 天前的不算。", line=lambda s: s.old),
    ],
)
q.practice(
    form.rule_number("line", points=1, of=work, within=0.05, why="没写明比哪个价，就看前 7 天最低的成交价：{key} 元。写清「某日成交价」，就能比那一天的。"),
)
