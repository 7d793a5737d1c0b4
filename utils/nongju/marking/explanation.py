"""The explanation of a mark as HTML: of a whole question for graders, part by part for the learner's page.

It tells what was read, what to make of it, the rule of thumb, and the worked answer; right
or wrong alone teaches almost nothing. Of what was not tried it tells how to go on, never the key.
No points: those are for instructors. Everything that is not written here is escaped, and the formula
renderer is told to keep out.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

from nongju.clips.summary import checked_poster
from nongju.printable import printable

VERDICT_WORDS = {
    "learned": "会了",
    "again": "再练一次",
    "teacher": "老师看看",
    "partial": "还没做完",
    "blank": "还没做",
    "guessed": "猜过了",
}
"""What a learner reads for each verdict."""

VERDICT_SIGNS = {"learned": "▲", "again": "▼", "teacher": "◆", "partial": "◎", "blank": "○", "guessed": "□"}
"""A shape beside the word, so that colour is never the only sign."""

COMMON = "很多人第一次都这样"
"""Said before the name and rule of thumb of a known misconception."""

COMMON_GUESS = "很多人也这样猜，想的是"
"""Said before the name of what lies behind a guess."""

NOT_TRIED = "还没做。回到这一题，先把题目读一遍，再做这一问。"
"""Said in place of key and worked answer of a blank part."""

UNREAD = "回到这一题，照上面的话改一改，再交。"
"""Said in place of key and worked answer of a part that cannot be read, behind what is wrong with it."""

LONGEST_SHOWN = 600
"""Characters of one learner's text that are shown; the whole stays in answers.json. A screen
of 18 px text holds about this many."""

SHELL = "tex2jax_ignore mathjax_ignore nj-mark"

STYLE = (
    "<style>"
    ".nj-mark{font-size:18px;line-height:1.6;max-width:46em}"
    ".nj-mark p{margin:.3em 0;font-size:18px}"
    ".nj-mark section{border:2px solid #555;border-radius:6px;padding:.5em .8em;margin:.6em 0}"
    ".nj-mark .nj-verdict{display:inline-block;border:2px solid #222;border-radius:4px;"
    "padding:0 .5em;font-weight:bold;color:#1a1a1a;background:#fff}"
    ".nj-mark .nj-learned,.nj-mark .nj-guessed{border-style:solid}"
    ".nj-mark .nj-again{border-style:dashed}"
    ".nj-mark .nj-teacher{border-style:double;border-width:4px}"
    ".nj-mark .nj-blank,.nj-mark .nj-partial{border-style:dotted}"
    ".nj-mark img{max-width:min(16em,100%);max-height:20em}"
    ".nj-mark .nj-hint{border-left:6px solid #555;padding-left:.6em;font-weight:bold}"
    "</style>"
)
"""Borders tell the verdicts apart in black and white print, too."""


def mark_html(result: Mapping[str, Any]) -> str:
    """The explanation of a result, given as the JSON values of `MarkResult.to_json`."""
    head = f"<p>{verdict_html(result['verdict'])} <strong>{_text(result['title'])}</strong></p>"
    parts = "".join(part_html(part) for part in result["parts"])
    notes = "".join(f"<p>{_text(note)}</p>" for note in result["notes"])
    return f'{STYLE}<div class="{SHELL}" style="font-size:18px">{head}{notes}{parts}</div>'


def verdict_html(verdict: str) -> str:
    """A verdict as a bordered shape and word."""
    return f'<span class="nj-verdict nj-{verdict}">{VERDICT_SIGNS[verdict]} {VERDICT_WORDS[verdict]}</span>'


def part_html(part: Mapping[str, Any], *, folded: bool = False, alone: bool = False) -> str:
    """The explanation of one part.

    Arguments:
        part: the JSON values of `PartMark.to_json`.
        folded: to the line with its label; a click opens it.
        alone: whether it is the only part, whose verdict is the question's and stands there.
    """
    badge = "" if alone else f"{verdict_html(part['verdict'])} "
    head, lines = f"{badge}{_text(part['label'])}", "".join(_lines(part))
    if folded:
        return f"<details><summary>{head}</summary>{lines}</details>"
    return f"<section><p>{head}</p>{lines}</section>"


def _lines(part: Mapping[str, Any]) -> list[str]:
    if part["verdict"] == "blank":
        return [*_problems(part), f"<p>{NOT_TRIED}</p>"]
    if part.get("unread"):
        return [_answer(part, "你的答案"), *_problems(part), f"<p>{UNREAD}</p>"]
    guessed = part["verdict"] == "guessed"
    lines = [_answer(part, "你猜的是" if guessed else "你的答案")]
    if picture := checked_poster(part.get("picture")):
        lines.append(f'<p><img alt="你交的画面" src="data:image/jpeg;base64,{picture}"></p>')
    told = part["misconception"]
    key = f"<p>对的是：<strong>{_text(part['key'])}</strong></p>" if part["key"] else ""
    if guessed:
        lines.append(key)
    if told:
        lines.append(f"<p>{COMMON_GUESS if guessed else COMMON}：{_text(told['title'])}。</p>")
        lines.append(f'<p class="nj-hint">{_text(told["hint"])}</p>')
    if part["why"]:
        lines.append(f"<p>{_text(part['why'])}</p>")
    return lines if guessed else [*lines, key]


def _answer(part: Mapping[str, Any], said: str) -> str:
    return f"<p>{said}：{_text(part['answer'])}</p>"


def _problems(part: Mapping[str, Any]) -> list[str]:
    """What could not be read, and how to write it: sentences of ours."""
    return [f"<p>{_text(note)}</p>" for note in part.get("notes", ())]


def _text(words: object) -> str:
    """Escape a text, keep its lines, leave out what steers a terminal or turns text around."""
    text = str(words)
    if len(text) > LONGEST_SHOWN:
        text = f"{text[:LONGEST_SHOWN]}……（后面还有 {len(text) - LONGEST_SHOWN} 个字）"
    return "<br>".join(escape(line) for line in printable(text).split("\n"))
