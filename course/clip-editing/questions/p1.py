# %% tags=["question"]
# 第 1 题：成片怎么分秒
from nongju import form

q = form.question(
    "clip-editing/p1",
    scenes=[
        form.scene(
            "腊肉",
            "素材：说话 {raw} 秒，另外四个镜头 6、8、9、5 秒。成片 {film} 秒。说话留 {talk} 秒，不加速。",
            raw=12,
            others=28,
            film=[18, 22],
            talk=8,
            k=4,
        ),
        form.scene(
            "山药",
            "素材：说话 {raw} 秒，另外三个镜头 8、10、6 秒。朋友圈里只放 {film} 秒。说话留 {talk} 秒，不加速。",
            raw=10,
            others=24,
            film=[15, 18],
            talk=6,
            k=3,
        ),
        form.scene(
            "干莲子",
            "一句话不说，全靠字。素材：五个镜头 10、8、7、9、6 秒。成片 {film} 秒，片头的字要占 {talk} 秒，后面的分给五个镜头。",
            raw=0,
            others=40,
            film=[20, 22],
            talk=2,
            k=5,
        ),
        form.scene(
            "两口子说香肠",
            "两个人说话：他 {raw} 秒里留 {his} 秒，她 {hers_raw} 秒里留 {hers} 秒。另外三个镜头 9、7、8 秒。成片 {film} 秒，不加速。",
            raw=9,
            his=6,
            hers_raw=8,
            hers=3,
            others=24,
            film=[21, 20],
            talk=9,
            k=3,
        ),
    ],
    fields=[
        form.number("each", "① 另外几个镜头，平均各留几秒？", unit="秒"),
        form.number("cut", "② 素材一共要剪掉几秒？", unit="秒"),
        form.choice(
            "how",
            "③ 怎么剪？",
            {"fast": "全部放快，一秒不剪", "pick": "每个镜头挑最要紧的几秒", "two": "只留头两个镜头，别的不要"},
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain


def n(value):
    return plain(value, 2)


def each(s):
    return (s.film - s.talk) / s.k


def spoken(s):
    """Seconds of talk that were shot."""
    return s.raw + (s.hers_raw if s.name == "两口子说香肠" else 0)


def cut(s):
    """What was shot and does not come in; the title of 干莲子 was not shot."""
    return spoken(s) + s.others - (s.film - (s.talk if s.name == "干莲子" else 0))


q.mark(
    form.rule_number(
        "each",
        points=2,
        within=0.06,
        key=each,
        why=lambda s: f"{n(s.film)} − {n(s.talk)} = {n(s.film - s.talk)} 秒，{n(s.k)} 个镜头分，一个 {n(each(s))} 秒。",
        wrong=[
            form.wrong("talk_as_one_shot", "说话也当一个镜头平分", lambda s: s.film / (s.k + 1), "先把说话（片头）那几秒留出来，剩下的才平分。"),
            form.wrong(
                "talk_uncut",
                "说话一秒没剪",
                {"腊肉": lambda s: (s.film - s.raw) / s.k, "山药": lambda s: (s.film - s.raw) / s.k},
                "说话只留 {talk} 秒，不是 {raw} 秒。",
            ),
            form.wrong("talk_forgotten", "忘了说话也要时间", lambda s: s.film / s.k, "先减掉说话（片头）的 {talk} 秒。"),
            form.wrong("one_speaker_only", "只减了一个人的", {"两口子说香肠": lambda s: (s.film - s.his) / s.k}, "两个人都要留。先减 {his} 秒，再减 {hers} 秒。"),
            form.wrong("nothing_cut", "镜头一秒没剪", lambda s: s.others / s.k, "照原样放，就不止 {film} 秒了。"),
        ],
    ),
    form.rule_number(
        "cut",
        points=1,
        within=0.4,
        key=cut,
        why=lambda s: (
            f"拍了 {n(spoken(s) + s.others)} 秒，"
            + (f"片头的字不用拍，镜头只放 {n(s.film - s.talk)} 秒，" if s.name == "干莲子" else f"成片 {n(s.film)} 秒，")
            + f"剪掉 {n(cut(s))} 秒。"
        ),
        wrong=[
            form.wrong("length_for_cut", "写成了成片的长", lambda s: s.film, "问的是剪掉的。素材减成片。"),
            form.wrong("all_for_cut", "写成了素材的长", lambda s: spoken(s) + s.others, "问的是剪掉的。素材减成片。"),
            form.wrong("talk_not_counted", "没数说话那段", {"腊肉": lambda s: s.others - s.film, "山药": lambda s: s.others - s.film}, "说话也是拍的，要数进素材里。"),
        ],
    ),
    form.rule_choice(
        "how",
        points=2,
        key="pick",
        why=lambda s: (
            "一句话不说，放快也要看得清字。每个镜头挑最馋人的几秒。"
            if s.name == "干莲子"
            else "放快两倍，一秒四个字变八个，听不清。每个镜头挑最要紧的几秒。"
        ),
        wrong=[
            form.wrong("speed_fits_all", "放快就装得下", "fast", "放快了，话听不清，手也像在赶。长了就剪。"),
            form.wrong("first_shots_only", "只留前头的", "two", "后头有怎么吃、去哪买。都剪短一点，一个不丢。"),
        ],
    ),
)
