# %% tags=["question"]
# 成片：二十秒讲完一样货
from nongju import form

q = form.question(
    "clip-editing/edited",
    text="先亮货，再来历，近看，怎么吃，最后说去哪买。腊肉、香肠、渣海椒，许可都问清、办齐了再往外发；交到班上看，不要紧。",
    fields=[form.clip("clip", "成片，20 秒上下", seconds=90, kind="edited")],
)

# %% tags=["key"] points=10
q.mark(
    form.rule_clip(
        "clip",
        points=10,
        kind="edited",
        wants=("shape", "points", "length", "bars", "shots", "shot_length"),
        why="看四样：竖着、没黑边，二十秒上下，三个以上镜头，一个镜头不太短。响不响，只是提个醒。",
    ),
)
