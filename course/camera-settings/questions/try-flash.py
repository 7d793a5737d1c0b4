# %% tags=["practice"]
# 练一练：快门里灯闪几下，有没有横纹
from nongju import form
from nongju.models import camera

q = form.question(
    "camera-settings/try-flash",
    scenes=[form.scene("堂屋", "堂屋的灯，一亮一暗算一下，一秒 {f} 下。快门开 1/{d} 秒。", f=100, d=40)],
    fields=[
        form.number("count", "灯闪几下？", unit="下"),
        form.choice("bands", "有没有横纹？", {"yes": "有", "no": "没有"}),
    ],
)
work = form.work(
    {
        "count": lambda s: camera.flashes(1 / s.d, s.f / 2),
        "bands": lambda s: "no" if abs(s.count - round(s.count)) < 0.001 else "yes",
    },
    [
        form.slip("mains_not_doubled", "一秒只算了五十下", "一亮一暗合起来才算一下，一秒一百下。不用再除以二。", count=lambda s: s.f / 2 / s.d),
        form.slip("upside_down", "除反了", "一秒一百下，再除以快门那个数。", count=lambda s: s.d / s.f),
        form.slip("times_for_divide", "该除的乘了", "快门只开一会儿，闪不了那么多下。用除。", count=lambda s: s.f * s.d),
        form.slip("one_a_shutter", "开一下就闪一下", "开得久，闪得多。数一数才晓得。", count=1),
        form.slip("whole_second", "当成开了一整秒", "一秒才一百下。快门只开 1/40 秒。", count=lambda s: s.f),
        form.slip("bright_and_dark_counted", "亮一下、暗一下，数成两下", "一秒一百下，亮和暗已经合在一下里。", count=lambda s: 2 * s.f / s.d),
        form.slip("mains_for_flashes", "写成了电的来回", "电一秒五十个来回，灯一秒闪一百下。除以 40。", count=lambda s: s.f / 2),
        form.slip("shutter_for_flashes", "写成了快门的数", "快门 40，是开四十分之一秒。灯闪几下，拿 100 除以它。", count=lambda s: s.d),
        form.slip("seconds_for_flashes", "写成了开几秒", "这是开多少秒。一秒闪一百下，还要乘。", count=lambda s: 1 / s.d),
        form.slip("taken_off", "该除的减了", "快门开四十分之一秒。一百下，除以 40。", count=lambda s: s.f - s.d),
        form.slip("put_together", "两个数加起来", "快门开四十分之一秒。一百下，除以 40。", count=lambda s: s.f + s.d),
        form.slip("half_a_flash_dropped", "半下没数", "半下也要写。正是多这半下，才有横纹。", count=2),
        form.slip("half_a_flash_whole", "半下当成一下", "半下就写半下。正是多这半下，才有横纹。", count=3),
    ],
)
q.practice(
    form.rule_number("count", points=1, of=work, within=0.04, why="100 ÷ 40 = {key} 下。"),
    form.rule_choice(
        "bands",
        points=1,
        of=work,
        why="两下又多半截，每一行收到的光不一样多，就有横纹。",
        wrong=[form.wrong("any_shutter_will_do", "没看是不是整数下", "no", "要正好整数下才没有。两下半，不是整数。")],
    ),
)
