"""The words that authors use of clips: what a clip is of, what is measured, which moves there are.

Kept apart from the measuring, so that a worksheet that names a measure imports no OpenCV.
"""

from __future__ import annotations

SHOTS = {"product": "货的镜头", "talking": "说话的镜头", "edited": "剪好的片子"}
"""What a clip is of; it decides what is looked at and how it is judged."""

MOVES = {
    "push": "推",
    "pull": "拉",
    "pan": "摇",
    "tilt": "摇",
    "truck": "移",
    "pedestal": "移",
    "static": "固定",
}
"""Camera moves as they are asked for."""

MEASURES = {
    "shape": "画面形状",
    "points": "画面短边",
    "rate": "一秒几张",
    "length": "长度",
    "bits": "一秒占多大",
    "bars": "黑边",
    "covered": "按钮会挡住的地方",
    "burnt": "白成一片",
    "black": "黑成一片",
    "middle": "中间亮不亮",
    "cast": "白的拍成白的",
    "blur": "糊不糊",
    "smear": "动起来糊不糊",
    "shake": "手抖",
    "flicker": "灯闪出的条纹",
    "shots": "几个镜头",
    "shot_length": "一个镜头多长",
    "loudness": "响不响",
}
"""Measures that a rule may want, and what each looks at. One that says of itself that it is advice alone
(how loud a voice is, say) is told and does not weigh, although the rule names it."""

ADVICE_ALONE = {
    "messenger": "是不是原片",
    "screen": "是不是相机拍的",
    "mark": "有没有软件的标志",
    "peak": "最响的一下",
    "silence": "没声音的时候",
    "speech_rate": "一秒几个字",
    "clarity": "说话比杂音高",
}
"""Measures that no mark may hang on: where a file comes from, loudness, speech."""

ORIGINS = ("messenger", "screen", "mark")
"""Measures of where a file comes from: what they find is told, and a person looks at the clip."""

EDITED_ALONE = frozenset({"shot_length"})
"""Measures of edited clips only."""

MOVE = "move"
"""Key under which a look says whether the move that was asked for is there."""
