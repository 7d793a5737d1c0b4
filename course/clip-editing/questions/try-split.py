# %% tags=["practice"]
# 练一练：一个镜头留几秒
from nongju import form

q = form.question(
    "clip-editing/try-split",
    scenes=[
        form.scene(
            "藠头",
            "成片 {film} 秒。说话拍了 {raw} 秒，留 {talk} 秒，不加速。另外 {k} 个镜头拍了 {filmed} 秒，平分剩下的。",
            film=19,
            raw=16,
            talk=6,
            k=4,
            filmed=33,
        ),
    ],
    fields=[form.number("each", "一个镜头留几秒？", unit="秒")],
)
work = form.work(
    {"left": lambda s: s.film - s.talk, "each": lambda s: s.left / s.k},
    [
        form.slip("talk_as_one_shot", "说话也当一个镜头平分", "说话先留够 {talk} 秒，剩下的才平分。", each=lambda s: s.film / (s.k + 1)),
        form.slip("talk_uncut", "说话一秒没剪", "说话只留 {talk} 秒。", left=lambda s: s.film - s.raw),
        form.slip("talk_cut_taken_off", "减了剪掉的，没减留下的", "说话留 {talk} 秒，减的是这个数。", left=lambda s: s.film - (s.raw - s.talk)),
        form.slip("talk_forgotten", "忘了说话也要时间", "先减掉说话的 {talk} 秒。", talk=0),
        form.slip("talk_added", "该减的加上去了", "成片里头有说话，要减掉，不是加上。", left=lambda s: s.film + s.talk),
        form.slip("talk_counted_twice", "减了一遍，又分了一份", "说话已经减掉了。{left} 秒只分给 {k} 个镜头。", each=lambda s: s.left / (s.k + 1)),
        form.slip("remainder_dropped", "零头丢了", "{left} 除以 {k} 有零头，零头也写上。", each=lambda s: s.left // s.k),
        form.slip("remainder_made_whole", "零头凑成了一秒", "{left} 除以 {k} 有零头，留一位小数。凑整了就放不下。", each=lambda s: -(-s.left // s.k)),
        form.slip("cut_each", "写成了每个剪掉的", "这是剪掉的。留下的，{left} 秒 {k} 个镜头分。", each=lambda s: (s.filmed - s.left) / s.k),
        form.slip("cut_in_all", "写成了一共剪掉的", "这是剪掉的。留下的，{left} 秒 {k} 个镜头分。", each=lambda s: s.filmed - s.left),
        form.slip("film_cut_shared", "拿剪掉的去分", "分的是留下的 {left} 秒，不是剪掉的。", each=lambda s: (s.filmed + s.raw - s.film) / s.k),
        form.slip("all_averaged", "拍的全加起来平均", "问的是成片里放几秒，从 {film} 秒里分。", each=lambda s: (s.filmed + s.raw) / (s.k + 1)),
        form.slip("shots_added", "写成了拍了多少秒", "这是拍了的。成片里，{left} 秒 {k} 个镜头分。", each=lambda s: s.filmed),
        form.slip("talk_shared", "拿说话的去分", "说话不分。分的是剩下的 {left} 秒。", each=lambda s: s.talk / s.k),
        form.slip("talk_off_the_shots", "从拍的里头减了", "说话从成片里减：{film} − {talk}。剩下的才平分。", each=lambda s: (s.filmed - s.talk) / s.k),
        form.slip("nothing_cut", "镜头一秒没剪", "照拍的那么长放，就不止 {film} 秒了。", each=lambda s: s.filmed / s.k),
        form.slip("not_shared", "没分到每个镜头", "这是 {k} 个镜头一共的，再除以 {k}。", each=lambda s: s.left),
        form.slip("times_for_divide", "该除的乘了", "{k} 个镜头分，用除。", each=lambda s: s.left * s.k),
        form.slip("film_written", "写成了成片的长", "{film} 秒是整条的。先减说话，再分。", each=lambda s: s.film),
    ],
)
q.practice(form.rule_number("each", points=1, of=work, within=0.05, why="{film} − {talk} = {left} 秒，{k} 个镜头分，一个 {key_said}。"))
