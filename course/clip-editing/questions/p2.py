# %% tags=["question"]
# 第 2 题：用哪一段词
from nongju import form

RATE = fact("speech_rate_assumed")
SAID = {
    "腊肉": (
        "自家熏的腊肉，肥瘦相间，蒸熟切片就能吃，今晚八点直播间见。",
        "全网最正宗的老腊肉，零添加，吃了养胃，错过就没了。",
        "大家好，我是酉阳的，我家腊肉是冬天杀的年猪。用柏树枝慢慢熏了二十天，洗干净蒸半个小时，切薄片。"
        "拿来炒蒜苗特别香，喜欢的朋友可以点下面的链接看一看。",
    ),
    "黑老虎": (
        "黑老虎活血化瘀，海贼王同款，全国第一甜，大家都在买。",
        "大家看，这个果子样子很怪，像穿了一身铠甲。生的时候硬，不好吃，要放几天，捏着软了再掰开。"
        "一瓣一瓣的，有一股浆果的清香，想要的在下面说一声。",
        "刚摘的黑老虎，壳是紫红的，放软了才甜，今晚七点直播间见。",
    ),
    "土豆": (
        "高山土豆，今早现挖，沙沙的好炖，五斤一箱。",
        "零农药的土豆，吃了降血糖，全国第一好吃，快来抢。",
        "今天早上刚从地里挖的，泥巴没洗，洗了就放不久。沙沙的，炖肉、蒸着吃都可以。"
        "五斤一箱，先只寄省内，省外运费贵，寄了划不来。",
    ),
    "干莲子": (
        "正宗湘莲，安神降火，国家级好莲子，送老人最好。",
        "自家塘里的干莲子，去了心，熬粥炖汤都行，一斤一袋，明天发。",
        "这个莲子是我们七月份自己下塘摘的，一颗一颗用手剥出来，去了心。太阳底下足足晒了四天，"
        "吃之前泡一个晚上，熬粥的时候最后再放，不然就化了。",
    ),
}


def count(words):
    """Characters that are spoken: no punctuation."""
    return sum("一" <= one <= "龥" for one in words)


def scene(name, lead, sec, long, words):
    """A scene with its three texts, each with its length as it is counted here."""
    texts = SAID[name]
    lines = [f"{at}（{{n{at}}} 字）：{text}" for at, text in zip("甲乙丙", texts)]
    lengths = {f"n{at}": count(text) for at, text in zip("甲乙丙", texts)}
    told = f"镜头 {{sec}} 秒，一秒说得清 {{rate}} 个字。{lead}\n" + "\n".join(lines)
    options = {f"w{at}": word for at, word in enumerate(words, 1)}
    return form.scene(name, told, sec=sec, rate=RATE, long=long, **lengths, **options)


q = form.question(
    "clip-editing/p2",
    see="讲一讲 四",
    scenes=[
        scene("腊肉", "许可都问清、办齐了，真是自家熏的。", 6.5, "丙", ("最正宗", "肥瘦相间", "养胃", "零添加")),
        scene("黑老虎", "", 9, "乙", ("活血化瘀", "海贼王同款", "全国第一", "放软了才甜")),
        scene("土豆", "没送去检测过。", 14, "丙", ("今早现挖", "零农药", "降血糖", "全国第一")),
        scene("干莲子", "莲子是自家塘里的，不是湖南的。", 7, "丙", ("正宗湘莲", "安神降火", "去了心", "国家级")),
    ],
    fields=[
        form.number("seconds", "① 最长的{long}，念完要几秒？", unit="秒"),
        form.choices("bad", "② 哪几个词不能说？", {"w1": "{w1}", "w2": "{w2}", "w3": "{w3}", "w4": "{w4}"}),
        form.choice("pick", "③ 用哪段？", {"a": "甲", "b": "乙", "c": "丙", "fast": "{long}，放快两倍"}),
    ],
)

# %% tags=["key"] points=5
from nongju.models import framing

LETTERS = dict(zip("甲乙丙", "abc"))
TRUE, BARRED = {"腊肉": "甲", "黑老虎": "丙", "土豆": "甲", "干莲子": "乙"}, {"腊肉": "乙", "黑老虎": "甲", "土豆": "乙", "干莲子": "甲"}
FINE = {"腊肉": "w2", "黑老虎": "w4", "土豆": "w1", "干莲子": "w3"}
BEST = {"腊肉": "w1", "黑老虎": "w3", "土豆": "w4", "干莲子": "w4"}
CURE = {"腊肉": "w3", "黑老虎": "w1", "土豆": "w3", "干莲子": "w2"}
TOLD = {
    "腊肉": "「最正宗」没法证明，「零添加」没有报告，「养胃」是说治病。",
    "黑老虎": "「活血化瘀」是说治病，「海贼王」是别人的牌子，「全国第一」没法证明。",
    "土豆": "「零农药」没有报告，「降血糖」是说治病，「全国第一」没法证明。",
    "干莲子": "不是湖南的，不能叫湘莲。「安神降火」是说治病，「国家级」不能用。",
}


def length(s, letter):
    """Characters of a text."""
    return getattr(s, f"n{letter}")


def pick(s):
    """The longest true text that the shot holds."""
    return LETTERS[s.long if s.seconds <= s.sec else TRUE[s.name]]


work = form.work(
    {"seconds": lambda s: framing.speaking_seconds(length(s, s.long), s.rate), "pick": pick},
    [
        form.slip("times_for_divide", "该除的乘了", "一秒 {rate} 个字，字数除以 {rate}。", seconds=lambda s: length(s, s.long) * s.rate),
        form.slip("eight_a_second", "照放快两倍算", "一秒八个字，听不清。照 {rate} 个算。", seconds=lambda s: length(s, s.long) / (2 * s.rate)),
        form.slip("one_word_a_second", "一秒一个字", "一秒说得清 {rate} 个字，再除。", rate=1),
        form.slip("other_text", "数成了另一段", "问的是最长的{long}。", seconds=lambda s: length(s, TRUE[s.name]) / s.rate),
        form.slip("third_text", "数成了别的一段", "问的是最长的{long}。", seconds=lambda s: length(s, BARRED[s.name]) / s.rate),
        form.slip("marks_counted", "标点也数了", "标点不念。照写好的字数除：除以 {rate}。", seconds=lambda s: len(SAID[s.name]["甲乙丙".index(s.long)]) / s.rate),
        form.slip("rounded_up", "零头往上进了", "不用进。算出来几秒，就写几秒。", seconds=form.up(lambda s: framing.speaking_seconds(length(s, s.long), s.rate))),
        form.slip("all_texts", "三段加起来了", "只念一段。问的是{long}。", seconds=lambda s: sum(length(s, at) for at in "甲乙丙") / s.rate),
        form.slip("remainder_dropped", "零头丢了", "零头也要写。字数除以 {rate}，有几就写几。", seconds=lambda s: length(s, s.long) // s.rate),
        form.slip("texts_averaged", "三段取了平均", "只念一段。问的是{long}。", seconds={name: lambda s: sum(length(s, at) for at in "甲乙丙") / 3 / s.rate for name in ("腊肉", "黑老虎", "土豆")}),
        form.slip("five_a_second", "一秒当成五个字", "一秒说得清 {rate} 个字。字数除以 {rate}。", rate=5),
        form.slip("three_a_second", "一秒当成三个字", "一秒说得清 {rate} 个字。字数除以 {rate}。", rate=3),
        form.slip("seconds_apart", "写成了和镜头差几秒", "问的是念完要几秒，还没和镜头比。", at="seconds", seconds=lambda s: abs(length(s, s.long) / s.rate - s.sec)),
        form.slip("words_that_fit", "写成了镜头放得下的字数", "{sec} 秒放得下这么多字。问的是{long}要几秒。", at="seconds", seconds=lambda s: s.sec * s.rate),
        form.slip("words_apart", "写成了差几个字", "这是字数。问的是秒数，字数除以 {rate}。", at="seconds", seconds=lambda s: abs(length(s, s.long) - s.sec * s.rate)),
        form.slip("over_the_shot", "除的是镜头的秒数", "一秒说得清 {rate} 个字。字数除以 {rate}，不除镜头的 {sec} 秒。", at="seconds", seconds=lambda s: length(s, s.long) / s.sec),
        form.slip("shot_seconds", "写成了镜头的秒数", "镜头是 {sec} 秒。词要几秒，字数除以 {rate}。", at="seconds", seconds=lambda s: s.sec),
    ],
)
q.mark(
    form.rule_number("seconds", points=1, of=work, within=0.1, why=lambda s: f"{length(s, s.long)} ÷ {s.rate} = {s.seconds:g} 秒，镜头有 {s.sec} 秒。"),
    form.rule_choices(
        "bad",
        points=2,
        key=lambda s: {"w1", "w2", "w3", "w4"} - {FINE[s.name]},
        why=lambda s: TOLD[s.name] + f"「{getattr(s, FINE[s.name])}」是看得见的实话，能说。没查出来，不等于没问题。",
        wrong=[
            form.wrong("only_best_words", "只挑了没法证明的", lambda s: {BEST[s.name]}, "说治病的、没报告的、借别人名的，也不能说。"),
            form.wrong("plain_words_barred", "实话也当不能说", lambda s: FINE[s.name], "看得见的实话，能说。"),
            form.wrong("cure_words_kept", "说治病的没挑出来", lambda s: CURE[s.name], "吃的东西，不说治病。"),
            form.wrong("best_words_kept", "没法证明的没挑出来", lambda s: BEST[s.name], "「最」「第一」「国家级」，没法证明，不说。"),
            form.wrong("unproved_kept", "没报告的没挑出来", {"腊肉": "w4", "土豆": "w2"}, "没有检测报告，这个词就不说。"),
            form.wrong("others_name_kept", "借别人名的没挑出来", {"黑老虎": "w2", "干莲子": "w1"}, "别处的地名、别人的牌子，不借。"),
        ],
    ),
    form.rule_choice(
        "pick",
        points=2,
        of=work,
        why=lambda s: (
            f"{s.long}放得下，句句是实话，怎么放、怎么吃、寄到哪都说了。{TRUE[s.name]}也真，可说得少。"
            if s.seconds <= s.sec
            else f"{TRUE[s.name]} {length(s, TRUE[s.name])} 个字，{length(s, TRUE[s.name]) / s.rate:g} 秒，放得下，是实话。"
            f"{s.long}也是实话，可要 {s.seconds:g} 秒，放不下。"
        ),
        wrong=[
            form.wrong("short_is_enough", "只看放得下", lambda s: LETTERS[BARRED[s.name]], "放得下，可有几个词不能说。"),
            form.wrong("fullest_is_best", "只看说得全", {name: LETTERS["乙" if name == "黑老虎" else "丙"] for name in ("腊肉", "黑老虎", "干莲子")}, "全是全，也是真的。可镜头放不下，留着直播讲。"),
            form.wrong("room_left_unused", "放得下的没说全", {"土豆": "a"}, "镜头有 {sec} 秒。怎么放、寄到哪，买的人都要问。"),
            form.wrong("speed_fits_all", "放快就装得下", "fast", {"土豆": "不放快也放得下。放快了，一秒八个字，听不清。"} | dict.fromkeys(("腊肉", "黑老虎", "干莲子"), "一秒八个字，听不清。写多了删。")),
        ],
    ),
)
