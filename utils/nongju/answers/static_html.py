"""A question and its answer as inert HTML, for graders, printouts and pages without a kernel.

Everything a learner typed is escaped, is not typeset as a formula, and cannot stretch the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

SANITIZE = "tex2jax_ignore mathjax_ignore"
"""Classes that MathJax 2 and 3 skip: $...$ in an answer stays as it was typed."""

SHOWN_CHARACTERS = 10_000
"""Longest part of one answer that is shown; the whole stays in answers.json."""

STYLE = (
    "<style>.nj-static{font-size:18px;line-height:1.6;max-width:46em;color:#1b1b1b}"
    ".nj-static p{margin:.4em 0}.nj-static dt{font-weight:600;margin-top:.5em}"
    ".nj-static dd{margin:0 0 0 1em;white-space:pre-wrap;overflow-wrap:anywhere}"
    ".nj-static dd{max-height:24em;overflow:auto}.nj-static dd.nj-file{max-height:none;white-space:normal}"
    ".nj-static img,.nj-static video{max-width:min(24em,100%);max-height:24em}"
    ".nj-static .nj-none{color:#595959}.nj-static .nj-note{border-left:6px solid #8a4b00;padding-left:.6em}"
    "</style>"
)

NOT_YET = "还没写"


class Html(str):
    """HTML that is safe as it stands; any other text is escaped before it is shown."""

    __slots__ = ()


def lines(texts: Iterable[object]) -> Html:
    """Each text as a paragraph of its own, escaped."""
    return Html("".join(f"<p>{safe(text)}</p>" for text in texts))


def safe(text: object) -> str:
    """Escaped, unless it is `Html` already."""
    return str(text) if isinstance(text, Html) else escape(str(text))


def cut(text: str) -> str:
    """The text, shortened to what is shown, with a word about the rest."""
    if len(text) <= SHOWN_CHARACTERS:
        return text
    return f"{text[:SHOWN_CHARACTERS]} ……（后面还有 {len(text) - SHOWN_CHARACTERS} 个字）"


def _answer(answer: str) -> str:
    if isinstance(answer, Html):
        return f'<dd class="nj-file">{answer}</dd>'
    return f"<dd>{escape(cut(answer))}</dd>" if answer else f'<dd class="nj-none">{NOT_YET}</dd>'


def block(
    title: str = "",
    story: str = "",
    answers: Sequence[tuple[str, str]] = (),
    notes: Iterable[str] = (),
) -> Html:
    """A question: heading, situation, each label with what was answered ("" is not answered yet), notes.

    An answer that is `Html` stands as it is: a file with its still, say.
    """
    parts = [STYLE, f'<div class="nj-static {SANITIZE}">']
    if title:
        parts.append(f"<p><strong>{escape(title)}</strong></p>")
    parts += [f"<p>{escape(paragraph)}</p>" for paragraph in story.split("\n") if paragraph.strip()]
    if answers:
        parts.append("<dl>")
        for label, answer in answers:
            parts.append(f"<dt>{escape(label)}</dt>{_answer(answer)}")
        parts.append("</dl>")
    parts += [f'<p class="nj-note">{escape(note)}</p>' for note in notes]
    parts.append("</div>")
    return Html("".join(parts))
