"""What a clip is refused for, and the Chinese sentence that says what to do instead.

ClipRefused
 └─ the only exception that reading, measuring and taking in a clip let out
"""

from __future__ import annotations

from nongju.errors import NongjuError

SENTENCES: dict[str, str] = {
    "absent": "这个文件找不到了。重新选一次。",
    "empty": "这个文件是空的，可能还在云盘里。在手机上点开它，播完一遍，再传一次。",
    "too_big": "这个文件太大，没有读。相机里改成 1080P，拍短一点再交。",
    "not_video": "这个文件不是视频。回手机相册，选那段视频再传。",
    "photo": "这是一张照片，不是视频。回相册选视频再传。",
    "no_picture": "这个文件只有声音，没有画面。选那段视频再传。",
    "truncated": "这段没传完整，后面缺了一截。从手机再传一次。",
    "damaged": "这段有些地方坏了，读不出来。从手机再传一次，不行就重拍。",
    "too_many_pixels": "画面点数太多，电脑读不动。相机里改成 1080P 再拍。",
    "too_long": "这段太长，没有读。剪短了再交。",
    "too_short": "这段太短，没有几张画面。拍 5 秒以上再交。",
    "too_slow": "这段读了太久还没读完。相机里改成 1080P，拍短一点再试。",
    "too_much_memory": "这段太大，电脑装不下。相机里改成 1080P 再拍。",
    "unreadable": "这段电脑读不了。在手机相机里重拍一段，格式选 H.264 或 MP4。",
    "no_room": "电脑硬盘满了，写不下。删掉些不用的文件再试。",
    "cannot_write": "新文件写不进这个文件夹。换一个文件夹再试。",
}
"""Reason code → what is said to the learner. Other modules add their own codes with their own sentence."""


class ClipRefused(NongjuError):
    """A clip that cannot be used, or not as it is.

    Arguments:
        reason: short code in English, for programs and reports.
        sentence: Chinese, says what to do; left out, the one of `SENTENCES`.
    """

    def __init__(self, reason: str, sentence: str | None = None) -> None:
        self.reason = reason
        self.sentence = SENTENCES[reason] if sentence is None else sentence
        super().__init__(f"{reason}: {self.sentence}")

    def __reduce__(self) -> tuple[type[ClipRefused], tuple[str, str]]:
        return type(self), (self.reason, self.sentence)
