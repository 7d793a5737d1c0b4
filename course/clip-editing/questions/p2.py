# %% tags=["question"]
# 第 2 题：用哪一段词
from nongju import form

q = form.question(
    "clip-editing/p2",
    scenes=[
        form.scene(
            "腊肉",
            "镜头 {sec} 秒，一秒说得清 4 个字。小作坊的证和标签都有，真是自家熏的。\n"
            "甲（{kg} 字）：自家熏的腊肉，肥瘦相间，蒸熟切片就能吃，今晚八点直播间见。\n"
            "乙（{kb} 字）：全网最正宗的老腊肉，吃了养胃，今天最低价，错过就没了。\n"
            "丙（{kl} 字）：大家好，我是酉阳的，我家腊肉是冬天杀的年猪。用柏树枝慢慢熏了二十天，洗干净蒸半个小时，"
            "切薄片。拿来炒蒜苗特别香，喜欢的朋友可以点下面的链接看一看。",
            sec=8,
            kg=25,
            kb=23,
            kl=65,
            long="丙",
            w1="最正宗",
            w2="肥瘦相间",
            w3="养胃",
            w4="最低价",
        ),
        form.scene(
            "黑老虎",
            "镜头 {sec} 秒，一秒说得清 4 个字。\n"
            "甲（{kb} 字）：黑老虎活血化瘀，食药两用，海贼王同款，大家都在买。\n"
            "乙（{kl} 字）：大家看，这个果子样子很怪，像穿了一身铠甲。生的时候硬，不好吃，要放几天，捏着软了再掰开。"
            "一瓣一瓣的，有点像葡萄的味道，想要的在下面说一声。\n"
            "丙（{kg} 字）：刚摘的黑老虎，壳是紫红的，放软了才甜，两天里吃完，今晚七点见。",
            sec=8,
            kg=26,
            kb=21,
            kl=59,
            long="乙",
            w1="活血化瘀",
            w2="食药两用",
            w3="海贼王同款",
            w4="放软了才甜",
        ),
        form.scene(
            "土豆",
            "镜头 {sec} 秒，一秒说得清 4 个字。没送去检测过。\n"
            "甲（{kl} 字）：我们这里海拔高，早晚冷，土豆长得慢，一年只收一季。今天早上刚从地里挖出来，泥巴都没洗。"
            "洗了放不久，五斤一箱，省外远了运费贵，先不寄。\n"
            "乙（{kg} 字）：高山土豆，今早现挖，沙沙的好炖，五斤一箱，省内包邮。\n"
            "丙（{kb} 字）：零农药富硒土豆，全国第一好吃，快来抢。",
            sec=7,
            kg=21,
            kb=16,
            kl=56,
            long="甲",
            w1="今早现挖",
            w2="零农药",
            w3="富硒",
            w4="全国第一",
        ),
        form.scene(
            "干莲子",
            "镜头 {sec} 秒，一秒说得清 4 个字。莲子是自家塘里的，不是湖南的。\n"
            "甲（{kb} 字）：正宗湘莲，安神降火，国家级好莲子，送老人最好。\n"
            "乙（{kg} 字）：自家塘里的干莲子，去了心，熬粥炖汤都行，一斤一袋，明天发。\n"
            "丙（{kl} 字）：这个莲子是我们七月份自己下塘摘的，一颗一颗剥出来，去了心。太阳底下晒了四天，"
            "吃之前泡一个晚上，熬粥的时候最后再放，不然就化了。",
            sec=7,
            kg=24,
            kb=19,
            kl=56,
            long="丙",
            w1="正宗湘莲",
            w2="安神降火",
            w3="去了心",
            w4="国家级",
        ),
    ],
    fields=[
        form.number("seconds", "① 最长的{long}，照四个字一秒念，要几秒？", unit="秒"),
        form.choices("bad", "② 哪几个词不能说？", {"w1": "{w1}", "w2": "{w2}", "w3": "{w3}", "w4": "{w4}"}),
        form.choice("pick", "③ 用哪段？", {"a": "甲", "b": "乙", "c": "丙", "fast": "{long}，放快两倍"}),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import framing


def n(value):
    return plain(value, 2)


FINE = {"腊肉": "w2", "黑老虎": "w4", "土豆": "w1", "干莲子": "w3"}
RIGHT = {"腊肉": "a", "黑老虎": "c", "土豆": "b", "干莲子": "b"}
BARRED = {"腊肉": "b", "黑老虎": "a", "土豆": "c", "干莲子": "a"}
LONG = {"腊肉": "c", "黑老虎": "b", "土豆": "a", "干莲子": "c"}
SHOWN = {"a": "甲", "b": "乙", "c": "丙"}
TOLD = {
    "腊肉": "「最正宗」「最低价」是没法证明的「最」，「养胃」是说治病。",
    "黑老虎": "「活血化瘀」「食药两用」是说治病，「海贼王」是别人的牌子。",
    "土豆": "「零农药」「富硒」没有报告，「全国第一」没法证明。",
    "干莲子": "不是湖南的莲子，不能叫湘莲。「安神降火」是说治病，「国家级」不能用。",
}


def spoken(count):
    return framing.speaking_seconds(count, 4)


def barred(s):
    return frozenset({"w1", "w2", "w3", "w4"} - {FINE[s.name]})


q.mark(
    form.rule_number(
        "seconds",
        points=1,
        within=0.3,
        key=lambda s: spoken(s.kl),
        why=lambda s: f"{n(s.kl)} ÷ 4 = {n(spoken(s.kl))} 秒，镜头只有 {n(s.sec)} 秒。",
        wrong=[
            form.wrong("times_for_divide", "该除的乘了", lambda s: s.kl * 4, "一秒四个字，字数除以四。"),
            form.wrong("eight_a_second", "照放快两倍算", lambda s: s.kl / 8, "一秒八个字，听不清。照四个算。"),
            form.wrong("one_word_a_second", "一秒一个字", lambda s: s.kl, "一秒说得清四个字。"),
        ],
    ),
    form.rule_choices(
        "bad",
        points=2,
        key=barred,
        why=lambda s: TOLD[s.name] + f"「{getattr(s, FINE[s.name])}」是看得见的实话，能说。没查出来，不等于没问题。",
        wrong=[
            form.wrong(
                "only_best_words",
                "只当「最」字不能说",
                {"腊肉": frozenset({"w1", "w4"}), "土豆": frozenset({"w4"}), "干莲子": frozenset({"w4"})},
                "说治病的、没报告的、借别人牌子的，也不能说。",
            ),
            form.wrong("cure_words_kept", "说治病的当成好话", {"黑老虎": frozenset({"w3"}), "干莲子": frozenset({"w1", "w4"})}, "吃的东西，不说治病。"),
            form.wrong("plain_words_feared", "实话也不敢说", lambda s: FINE[s.name], "看得见的实话，能说。"),
        ],
    ),
    form.rule_choice(
        "pick",
        points=2,
        key=lambda s: RIGHT[s.name],
        why=lambda s: (
            f"{SHOWN[RIGHT[s.name]]} {n(s.kg)} 个字，{n(spoken(s.kg))} 秒，放得下，句句是实话。"
            f"{s.long}也是实话，可要 {n(spoken(s.kl))} 秒，放不下。"
        ),
        wrong=[
            form.wrong("short_is_enough", "只看长短", lambda s: BARRED[s.name], "放得下，可有几个词不能说。"),
            form.wrong("fullest_is_best", "说得越全越好", lambda s: LONG[s.name], "全是全，是真的。可镜头放不下，留着直播讲。"),
            form.wrong("speed_fits_all", "放快就装得下", "fast", "一秒八个字，听不清。写多了删。"),
        ],
    ),
)
