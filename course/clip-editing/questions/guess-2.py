# %% tags=["predict"]
# 猜一猜：四十秒放快两倍，正好二十秒
from nongju import form

q = form.question(
    "clip-editing/guess-2",
    scenes=[form.scene("徒弟的主意", "拍了四十秒，从头到尾都在说话。片子只要二十秒。徒弟说：全部放快两倍，正好。")],
    fields=[
        form.choice(
            "pick",
            "我猜：",
            {"yes": "行，一秒也不用剪", "speech": "不行，话听不清", "eyes": "不行，眼睛跟不上", "music": "行，配上音乐就好"},
        ),
    ],
)
q.predict()

# %% tags=["key"] points=1
q.mark(
    form.rule_guess(
        "pick",
        points=1,
        key="speech",
        why="放快两倍，一秒说八个字，听不清。有话的，剪掉不要的，别放快。",
        wrong=[
            form.wrong("speed_fits_all", "放快就装得下", "yes", "快一倍的话，没人听得清。剪短才是办法。"),
            form.wrong("ears_not_counted", "只看眼睛跟不跟得上", "eyes", "做活的画面放快，眼睛跟得上。跟不上的是耳朵。"),
            form.wrong("music_over_speech", "没算音乐盖住了话", "music", "音乐盖住了话，卖什么就听不见了。"),
        ],
    ),
)
