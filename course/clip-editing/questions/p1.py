# %% tags=["question"]
# 第 1 题：成片怎么分秒
from nongju import form

RATE = fact("speech_rate_assumed")

q = form.question(
    "clip-editing/p1",
    see="讲一讲 三",
    scenes=[
        form.scene(
            "腊肉",
            "许可都问清、办齐了。成片 {film} 秒。说话拍了 {raw} 秒，留 {talk} 秒，不加速。另外三个镜头拍了 {shots} 秒，样样要讲到。",
            film=[20, 23],
            raw=16,
            talk=9,
            shots="10、7、8",
            k=3,
            rate=RATE,
            part="说话", all="",
        ),
        form.scene(
            "山药",
            "发朋友圈，成片只放 {film} 秒。说话拍了 {raw} 秒，留 {talk} 秒，不加速。另外五个镜头拍了 {shots} 秒。",
            together=[{"film": 15, "raw": 14, "talk": 8}, {"film": 16, "raw": 13, "talk": 9}],
            shots="8、5、6、9、3",
            k=5,
            rate=RATE,
            part="说话", all="五个都放的话，",
        ),
        form.scene(
            "干莲子",
            "没人说话。剥壳、去心、晒、泡、煮，五步都要从头看到尾，拍了 {shots} 秒。"
            "成片 {film} 秒，片头的字占 {head} 秒，片尾的字占 {tail} 秒。",
            film=[22, 24],
            shots="6、7、6、7、4",
            head=2,
            tail=3,
            k=5,
            rate=RATE,
            part="片头片尾", all="",
        ),
        form.scene(
            "两口子说香肠",
            "许可都问清、办齐了。两个人说话：他 {raw} 秒里留 {his} 秒，她 {raw2} 秒里留 {hers} 秒，不加速。"
            "另外三个镜头拍了 {shots} 秒，样样要讲到。成片 {film} 秒。",
            film=[21, 23],
            raw=10,
            his=4,
            raw2=7,
            hers=3,
            shots="9、8、10",
            k=3,
            rate=RATE,
            part="说话", all="",
        ),
    ],
    fields=[
        form.number("each", "① {all}{part}以外，每个镜头平均放几秒？", unit="秒"),
        form.number("words", "② 每个镜头都配字，一秒念 {rate} 个，一个镜头最多几个字？", unit="个"),
        form.choice(
            "how",
            "③ 怎么剪短？",
            {
                "fast": "全部放快，一秒不剪",
                "pick": "镜头都留，每个挑最要紧的几秒",
                "drop": "少放一两个镜头，别的放长一点",
            },
        ),
    ],
)

# %% tags=["key"] points=5
SHORTEST_SECONDS = 1.5  # of a shot that a viewer has seen; the measure of finished clips says the same
ONE, TWO, WORK = ("腊肉", "山药"), "两口子说香肠", "干莲子"
SPEAKERS = {"腊肉": 1, "山药": 1, TWO: 2}
TALKED = {name: (lambda s: s.talk) for name in ONE} | {TWO: lambda s: s.his + s.hers, WORK: lambda s: s.head + s.tail}
RAW = {name: (lambda s: s.raw) for name in ONE} | {TWO: lambda s: s.raw + s.raw2}


def filmed(s):
    """Seconds of all shots but the talk, as they were filmed."""
    return sum(map(int, s.shots.split("、")))


def in_talk(formula):
    """A formula for the scenes in which somebody talks."""
    return {name: formula for name in SPEAKERS}


work = form.work(
    {
        "talked": TALKED,
        "left": lambda s: s.film - s.talked,
        "each": lambda s: s.left / s.k,
        "words": form.down(lambda s: s.each * s.rate),
        "how": lambda s: "fast" if s.name == WORK else "drop" if s.each < SHORTEST_SECONDS else "pick",
    },
    [
        form.slip("talk_as_one_shot", "说话也当一个镜头平分", "先把说话的 {talked} 秒留出来，剩下的才平分。", at="each", each=in_talk(lambda s: s.film / (s.k + SPEAKERS[s.name]))),
        form.slip("cards_as_shots", "片头片尾也当镜头平分", "先把片头片尾的 {talked} 秒减掉，剩下的才平分。", at="each", each={WORK: lambda s: s.film / (s.k + 2)}),
        form.slip("talk_uncut", "说话一秒没剪", "说话只留 {talked} 秒，拍的不都用。", at="each", talked=RAW),
        form.slip("talk_cut_taken_off", "减了剪掉的，没减留下的", "说话留 {talked} 秒，减的是这个数。", at="each", talked={name: (lambda s: s.raw - s.talk) for name in ONE}),
        form.slip("talk_forgotten", "忘了说话也要时间", "说话也占成片的时间。先减掉 {talked} 秒。", at="each", talked=in_talk(0)),
        form.slip("cards_forgotten", "忘了片头片尾也要时间", "片头片尾也占时间。先减掉 {talked} 秒。", at="each", talked={WORK: 0}),
        form.slip("talk_added", "该减的加上去了", "成片里头有{part}，要减掉，不是加上。", at="each", left=lambda s: s.film + s.talked),
        form.slip("first_part_kept", "只减了前头那一样", "两样都占时间，一共 {talked} 秒。", at="each", talked={TWO: lambda s: s.his, WORK: lambda s: s.head}),
        form.slip("second_part_kept", "只减了后头那一样", "两样都占时间，一共 {talked} 秒。", at="each", talked={TWO: lambda s: s.hers, WORK: lambda s: s.tail}),
        form.slip("talk_counted_twice", "减了一遍，又分了一份", "{part}已经减掉了。{left} 秒只分给 {k} 个镜头。", at="each", each=lambda s: s.left / (s.k + SPEAKERS.get(s.name, 2))),
        form.slip("both_talks_one_shot", "两个人的话合起来当一个镜头", "说话一共 {talked} 秒。先减掉，剩下的才平分。", at="each", each={TWO: lambda s: s.film / (s.k + 1)}),
        form.slip("both_talks_one_more", "减了一遍，说话又分了一份", "说话已经减掉了。{left} 秒只分给 {k} 个镜头。", at="each", each={TWO: lambda s: s.left / (s.k + 1)}),
        form.slip("remainder_dropped", "零头丢了", "{left} 除以 {k} 有零头，留一位小数。", each=lambda s: s.left // s.k),
        form.slip("remainder_made_whole", "零头凑成了一秒", "{left} 除以 {k} 有零头，留一位小数。凑整了就放不下。", each=in_talk(lambda s: -(-s.left // s.k))),
        form.slip("nothing_cut", "镜头一秒没剪", "照拍的那么长放，就不止 {film} 秒了。", each=lambda s: filmed(s) / s.k),
        form.slip("all_averaged", "拍的全加起来平均", "问的是成片里放几秒，从 {film} 秒里分。", at="each", each=in_talk(lambda s: (filmed(s) + RAW[s.name](s)) / (s.k + SPEAKERS[s.name]))),
        form.slip("cut_each", "写成了每个剪掉的", "这是剪掉的。留下的，{left} 秒 {k} 个镜头分。", at="each", each=lambda s: (filmed(s) - s.left) / s.k),
        form.slip("film_cut_shared", "拿剪掉的去分", "分的是留下的 {left} 秒，不是剪掉的。", at="each", each=lambda s: (filmed(s) + (RAW[s.name](s) if s.name in RAW else 0) - s.film) / s.k),
        form.slip("shots_added", "写成了拍了多少秒", "这是拍了的。成片里，{left} 秒 {k} 个镜头分。", each=filmed),
        form.slip("cut_in_all", "写成了一共剪掉的", "这是剪掉的。留下的，{left} 秒 {k} 个镜头分。", at="each", each=lambda s: filmed(s) - s.left),
        form.slip("not_shared", "没分到每个镜头", "这是 {k} 个镜头一共的，再除以 {k}。", each=lambda s: s.left),
        form.slip("film_written", "写成了成片的长", "{film} 秒是整条的。先减{part}，再分给 {k} 个镜头。", at="each", each=lambda s: s.film),
        form.slip("film_words", "照整条成片算", "{film} 秒是整条的。一个镜头 {each} 秒，乘 {rate}。", words=lambda s: s.film * s.rate),
        form.slip("times_for_divide", "该除的乘了", "{k} 个镜头分，用除。", at="each", each=lambda s: s.left * s.k),
        form.slip("one_word_a_second", "一秒一个字", "一秒念得完 {rate} 个字，再乘上去。", words=form.down(lambda s: s.each)),
        form.slip("eight_a_second", "照放快两倍算", "一秒八个字，看不完。照 {rate} 个算。", words=form.down(lambda s: s.each * s.rate * 2)),
        form.slip("divide_for_times", "该乘的除了", "一秒 {rate} 个字，秒数乘 {rate}。", words=lambda s: s.each / s.rate),
        form.slip("talk_words", "照另外那几秒算", "{talked} 秒是{part}的。别的镜头，一个 {each} 秒。", words=lambda s: s.talked * s.rate),
    ],
)
q.mark(
    form.rule_number("each", points=2, of=work, within=0.05, why="{film} − {talked} = {left} 秒，{k} 个镜头分，一个 {key_said}。"),
    form.rule_number("words", points=1, of=work, within=0.3, why="一个 {each} 秒，乘 {rate}，只数整字：{key_said}。"),
    form.rule_choice(
        "how",
        points=2,
        of=work,
        why={
            "腊肉": "一个 {each} 秒，看得清。有话的放快了听不清，挑最要紧的几秒。",
            "山药": "一个只有 {each} 秒，看不清。少放一两个，剩下的才看得明白。",
            WORK: "没人说话，又要一步一步看全。这种活放快，看得懂。",
            TWO: "一个 {each} 秒，看得清。两个人的话都不放快，挑最要紧的几秒。",
        },
        wrong=[
            form.wrong("speed_fits_all", "放快就装得下", in_talk("fast"), "里头有人说话。放快了，一秒八个字，听不清。"),
            form.wrong("shots_dropped", "放得下的镜头也丢了", {"腊肉": "drop", WORK: "drop", TWO: "drop"}, "一个有 {each} 秒，看得清。样样要看到，就都留。"),
            form.wrong("too_short_to_see", "没看一个镜头只剩几秒", {"山药": "pick"}, "一个只有 {each} 秒，一晃就过，看不清。"),
            form.wrong("whole_work_cut", "要看全的也剪断了", {WORK: "pick"}, "五步都要从头看到尾。没人说话，放快就行。"),
        ],
    ),
)
