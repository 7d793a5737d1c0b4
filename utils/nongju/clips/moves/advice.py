"""One kind sentence for each outcome: what was good, or what to do next time. Never a reproach."""

from __future__ import annotations

from typing import Final

from nongju.clips.moves.report import HOW, NAMES, STATIC, Holds

SHAKY: Final = 0.55
"""Shake, root mean square in per cent of the long side, from which steadier hands are advised: 1.8 pixels at
320, about what a viewer sees on a phone (assumption)."""

SENTENCES: Final = {
    "thin": "看不清动没动。光亮些，拍满三秒。",
    "holds": "是{asked}镜头，拍得稳。",
    "holds_shaky": "是{asked}镜头。手再稳一点就更好。",
    "zoom": "像是变焦。{asked}镜头要人走动，别变焦。",
    "small": "动得太少。{how}。",
    "back_and_forth": "来回动了。一条只往一个方向走。",
    "other": "这条像{move}镜头。要拍{asked}镜头：{how}。",
    "moved": "镜头动了。{how}。",
    "object": "是东西在动，还是手机在动？请老师看看。",
    "flat": "分不清摇和移。后面留点景再拍。",
    "mixed": "几种动作混着。一条只做一种。",
    "reverse": "方向反了。{how}。",
    "found": "这条是{move}镜头。",
    "found_shaky": "这条是{move}镜头。手再稳一点。",
    "unclear": "看不太准，请老师看看。",
}
"""Under forty characters with the longest names put in (tested)."""


def advise(
    move: str | None, asked: str | None, reason: str, jitter: float, *, holds: Holds | None = None
) -> str:
    """The sentence for a reason of `reason_of`; `jitter` is in per cent of the long side."""
    shaky = "_shaky" if jitter >= SHAKY else ""
    if holds == "yes":
        reason = "holds" + shaky
    elif asked is None:
        reason = ("found" + shaky) if move else ("thin" if reason == "thin" else "unclear")
    elif reason == "other" and asked == STATIC:
        reason = "moved"
    return SENTENCES[reason].format(
        asked=NAMES[asked] if asked else "", move=NAMES[move] if move else "", how=HOW[asked] if asked else ""
    )
