# %% tags=["sheet"]
# 传多久：我这一条，多大，一秒占多大，传完要几分钟
from nongju import form
from nongju.models import transfer

q = form.question(
    "camera-settings/calc-send",
    scenes=[form.scene("自己量", "选一条刚拍的，大小和秒数，电脑替你量。网速请老师当场测：看「上传」那个数。")],
    fields=[
        form.clip("own", "刚拍的一条（不交，只量一量）", seconds=60, kind="product", hand_in=False),
        form.number("line", "网一秒传得出去几兆位？", unit="兆位"),
        form.number("people", "几个人一起传？（一个人写 1）", unit="人"),
    ],
)


def measured(own):
    """Megabytes and seconds of the learner's own file; None where it cannot be read."""
    from nongju.clips.container import read_container

    try:
        return own.path.stat().st_size / 1e6, read_container(own.path).duration
    except Exception:
        return None


def respond(values):
    """Say the bit rate of the learner's own clip, and how long it takes to send, alone and together."""
    own = values.get("own")
    found = measured(own) if own is not None else None
    if not found or not found[1]:
        return form.lines(["先选一条视频，下面就有话说。"])
    mb, seconds = found
    rate = transfer.bit_rate(mb, seconds)
    said = [
        f"这条 {form.format_number(round(mb, 1))} MB，{form.format_number(round(seconds, 1))} 秒。"
        f"一秒占 {form.format_number(round(rate, 1))} 兆位。",
        f"照这样，一分钟 {form.format_number(round(transfer.clip_megabytes(rate, 60)))} MB。",
    ]
    if rate > 30:
        said.append("占得多。看看是不是开了 4K 或 60 帧。")
    elif rate < 2:
        said.append("占得少。是不是从微信下来的？微信当视频发，会再压一次。")
    line = values.get("line")
    if not line:
        return form.lines([*said, "再写网速，就知道传多久。"])
    minute = transfer.clip_megabytes(rate, 60)
    alone = transfer.upload_seconds(minute, line) / 60
    said.append(
        f"这条传完要 {form.format_number(round(transfer.upload_seconds(mb, line)))} 秒。"
        f"拍一分钟的，要 {form.format_number(round(alone, 1))} 分钟。"
    )
    people = values.get("people") or 1
    if people > 1:
        shared = transfer.upload_seconds(minute, line, people) / 60
        said.append(f"{form.format_number(people)} 个人一起传，一分钟的要 {form.format_number(round(shared, 1))} 分钟。一个一个传，头一个快得多。")
    return form.lines(said)


q.sheet(respond)
