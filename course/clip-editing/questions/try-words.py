# %% tags=["practice"]
# 练一练：几秒念得完，放不下怎么办
from nongju import form
from nongju.models import framing

WORDS = "今年新晒的干豇豆，泡两个钟头，炖肉最下饭，喜欢的可以点下面。"

q = form.question(
    "clip-editing/try-words",
    scenes=[
        form.scene(
            "干豇豆",
            "「{words}」一共 {k} 个字。镜头只有 {sec} 秒，一秒说得清 {rate} 个字。",
            words=WORDS,
            k=sum("一" <= one <= "龥" for one in WORDS),
            sec=5,
            rate=fact("speech_rate_assumed"),
        ),
    ],
    fields=[
        form.number("seconds", "① 几秒念得完？", unit="秒"),
        form.number("less", "② 至少删几个字，镜头才放得下？", unit="个"),
        form.choice("fits", "③ 删不删？", {"cut": "删掉几个字", "fast": "不删，放快", "small": "不删，字写小点"}),
    ],
)
work = form.work(
    {
        "seconds": lambda s: framing.speaking_seconds(s.k, s.rate),
        "over": lambda s: s.seconds - s.sec,
        "less": lambda s: s.over * s.rate,
    },
    [
        form.slip("times_for_divide", "该除的乘了", "一秒 {rate} 个字，字数除以 {rate}。", seconds=lambda s: s.k * s.rate),
        form.slip("one_word_a_second", "一秒一个字", "一秒说得清 {rate} 个字。", rate=1),
        form.slip("eight_a_second", "照放快两倍算", "一秒八个字，听不清。照 {rate} 个算。", seconds=lambda s: s.k / (2 * s.rate), less=0),
        form.slip("shot_seconds", "写成了镜头的秒数", "镜头是 {sec} 秒。词要几秒，字数除以 {rate}。", at="seconds", seconds=lambda s: s.sec),
        form.slip("marks_counted", "标点也数了", "标点不念。一共 {k} 个字，除以 {rate}。", at="seconds", seconds=lambda s: len(s.words) / s.rate),
        form.slip("remainder_dropped", "零头丢了", "零头也要算。{k} 除以 {rate}，是 {seconds} 秒。", seconds=lambda s: s.k // s.rate),
        form.slip("rounded_up", "零头往上进了", "不用进。算出来几秒，就写几秒。", seconds=lambda s: -(-s.k // s.rate)),
        form.slip("three_a_second", "一秒当成三个字", "一秒说得清 {rate} 个字。字数除以 {rate}。", seconds=lambda s: s.k / 3, less=lambda s: s.k - 3 * s.sec),
        form.slip("words_over_shot", "除的是镜头的秒数", "一秒说得清 {rate} 个字。字数除以 {rate}。", at="seconds", seconds=lambda s: s.k / s.sec),
        form.slip("seconds_apart", "写成了和镜头差几秒", "问的是念完要几秒，还没和镜头比。", at="seconds", seconds=lambda s: s.k / s.rate - s.sec),
        form.slip("seconds_off_words", "字数减了秒数", "秒先换成字：{sec} 秒放得下几个，多的才删。", at="less", less=lambda s: s.k - s.sec),
        form.slip("rate_off_words", "字数减了语速", "{rate} 是一秒的字数。{sec} 秒放得下几个，多的才删。", at="less", less=lambda s: s.k - s.rate),
        form.slip("one_more_cut", "又多删了一个", "正好放得下就够了，不用再多删。", at="less", less=lambda s: s.k - s.sec * s.rate + 1),
        form.slip("half_cut", "删了一半", "只删多出来的：多出 {over} 秒，一秒 {rate} 个。", at="less", less=lambda s: s.k / 2),
        form.slip("rate_for_cut", "写成了一秒几个字", "这是一秒说得清的。多出 {over} 秒，乘一乘。", at="less", less=lambda s: s.rate),
        form.slip("words_that_fit", "写成了镜头放得下的字数", "{sec} 秒放得下这么多。问的不是它。", at=("seconds", "less"), seconds=lambda s: s.sec * s.rate, less=lambda s: s.sec * s.rate),
        form.slip("seconds_for_words", "写成了多出来的秒数", "多出 {less} 个字。一秒 {rate} 个，秒数乘 {rate}。", at="less", less=lambda s: s.over),
        form.slip("whole_text_cut", "写成了一共几个字", "只删多出来的。放得下的留着。", at="less", less=lambda s: s.k),
    ],
)
q.practice(
    form.rule_number("seconds", points=1, of=work, within=0.06, why="{k} ÷ {rate} = {key_said}。"),
    form.rule_number("less", points=1, of=work, within=0.3, why="多出 {over} 秒，一秒 {rate} 个字，删 {key_said}。"),
    form.rule_choice(
        "fits",
        points=1,
        key="cut",
        why="「今年新晒的干豇豆，泡两个钟头，炖肉下饭，点下面。」短了，也清楚。",
        wrong=[
            form.wrong("speed_fits_all", "放快就装得下", "fast", "放快了听不清。写多了删。"),
            form.wrong("smaller_letters", "字缩小塞进去", "small", "字小了看不清，念也还是念不完。"),
        ],
    ),
)
