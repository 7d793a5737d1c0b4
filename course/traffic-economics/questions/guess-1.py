# %% tags=["predict"]
# 猜一猜：被看到一万次，卖出几单
from nongju import form

q = form.question(
    "traffic-economics/guess-1",
    scenes=[
        form.scene(
            "干豇豆",
            "直播间的封面，被看到 {seen} 次。看到的一百次里，进来 {e} 次。"
            "进来的一百个里，{c} 个点商品。点的一百个里，{b} 个付钱。",
            seen=10000,
            e=20,
            c=10,
            b=30,
        ),
    ],
    fields=[
        form.choice(
            "pick",
            "我猜卖出：",
            {"thousands": "三千单", "hundreds": "六百单", "tens": "六十单", "few": "六单"},
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="tens",
        why="10000 × 0.2 × 0.1 × 0.3 = 60 单。一关一关少下去。",
        wrong=[
            form.wrong("last_gate_only", "只看最后一关", "thousands", "三成是点商品的人里的三成。前面还有两关。"),
            form.wrong("one_gate_left_out", "漏了一关", "hundreds", "进来、点商品、付钱，三关都要乘。"),
            form.wrong("one_gate_twice", "多减了一回", "few", "每一关只乘一次。一万、两千、两百、六十。"),
        ],
    ),
)
