"""Making what a learner wrote harmless to look at, for whoever opens it later in a browser.

formgrader shows a hand-in inside the instructor's own Jupyter session, where a script could read
every file. So a text that is not the course's is shown as plain text, formulas included, and an
output passes an allow-list of tags, attributes and MIME types.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Any

import nh3

from nongju.answers import static_html
from nongju.marking import explanation
from nongju.marking.mark import MARK_MIME
from nongju.printable import printable

# fmt: off
TAGS = frozenset(
    {
        "p", "br", "hr", "div", "span", "section", "strong", "b", "em", "i", "u", "s", "small", "sub",
        "sup", "mark", "code", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "figure",
        "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "h1", "h2", "h3",
        "h4", "h5", "h6", "details", "summary", "img",
    }
)
# fmt: on
"""What an output may consist of: text, tables and pictures; no links, forms, frames or scripts."""

PLAYERS = frozenset({"video", "audio"})
"""What an output of the course's own cells may hold, too: a learner's files to look at and listen to."""

# fmt: off
ATTRIBUTES = frozenset(
    {
        "class", "style", "title", "lang", "dir", "role", "scope", "colspan", "rowspan", "open",
        "controls", "alt", "width", "height",
    }
)
# fmt: on
"""Attributes without an address or a script in them."""

PICTURE_ADDRESS = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
"""Where a picture may come from: the page itself."""

UPLOAD_ADDRESS = re.compile(r"uploads/[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z0-9]{2,4}")
"""Where a file of the learner's may come from, in the course's own cells: directly in uploads/, under a name
as `nongju.answers.schema` gives it."""

PICTURES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
}
"""Pictures that are kept, and how their bytes begin."""

# fmt: off
CSS = frozenset(
    {
        "color", "background-color", "font-size", "font-weight", "font-style", "text-align",
        "line-height", "text-decoration", "margin", "padding", "border", "border-style", "border-width",
        "border-color", "border-radius", "width", "max-width", "white-space", "overflow-wrap",
        "vertical-align",
    }
)
# fmt: on
"""CSS properties that can neither load anything nor lay one thing over another."""

STYLE_WITH_ADDRESS = re.compile(r"[\\@(]")
"""An escape, an at-rule or a function, such as url(), in a style: no value that we keep needs one."""

OWN_STYLES = frozenset({static_html.STYLE, explanation.STYLE})
"""Style sheets of our own forms and marks; they pass as they are, no other does."""

NO_FORMULAS = '<div class="tex2jax_ignore mathjax_ignore">'
"""Keeps MathJax 2 and 3 from typesetting (and thereby from obeying) what stands inside."""

MAX_TEXT = 100_000
"""Characters of one learner's cell that are kept in autograded/; the whole stays in submitted/."""

STYLE_ELEMENT = re.compile(r"<style>.*?</style>", re.DOTALL)


def sanitized_text(text: str) -> str:
    """A text as Markdown that every reader shows letter for letter.

    All but letters, digits and blanks become numeric entities inside a <pre>: no tag, link, picture
    or formula is left for Markdown, HTML or MathJax (which skips <pre>) to see.
    """
    shown = text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]} ……（后面还有 {len(text) - MAX_TEXT} 个字）"
    spelled = "".join(c if c.isalnum() or c in " \n" else f"&#{ord(c)};" for c in printable(shown))
    return f'<pre class="nj-learner" style="white-space: pre-wrap">{spelled}</pre>'


def sanitized_attachments(attachments: Any) -> dict[str, dict[str, str]]:
    """The pictures among a cell's attachments, under names of our own."""
    kept: dict[str, dict[str, str]] = {}
    bundles = attachments.values() if isinstance(attachments, Mapping) else ()
    for bundle in bundles:
        for mime, data in bundle.items() if isinstance(bundle, Mapping) else ():
            if _is_picture(mime, data):
                kept[f"image-{len(kept) + 1}"] = {mime: data}
    return kept


def sanitized_outputs(outputs: list[Any], *, own: bool = False) -> list[dict[str, Any]]:
    """Outputs with the allowed MIME types only, their HTML cleaned and their metadata gone.

    Arguments:
        outputs: of one cell.
        own: whether the cell is the course's: only then may its HTML show files of uploads/.
    """
    return [made for output in outputs if (made := _sanitized_output(output, own)) is not None]


@lru_cache(2048)  # forms without an answer are the same for a whole class
def sanitized_html(html: str, *, own: bool = False) -> str:
    """HTML of an output with the allowed tags only; our own style sheets stay. For `own` see above."""
    styles: list[str] = []

    def take(found: re.Match[str]) -> str:
        if found.group() in OWN_STYLES:
            styles.append(found.group())
        return ""

    bare = STYLE_ELEMENT.sub(take, html)
    cleaned = _cleaner(own).clean(bare)
    if not (cleaned.startswith(NO_FORMULAS) and cleaned.count("<div") == 1):
        cleaned = f"{NO_FORMULAS}{cleaned}</div>"
    return "".join(dict.fromkeys(styles)) + cleaned


def sanitized_tags(tags: Any) -> list[str]:
    """Cell tags that are plain words; templates put them into class names."""
    if not isinstance(tags, list):
        return []
    return [tag for tag in tags if isinstance(tag, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,40}", tag)]


def _sanitized_output(output: Any, own: bool) -> dict[str, Any] | None:
    kind = output.get("output_type")
    if kind == "stream":
        name = output.get("name") if output.get("name") in ("stdout", "stderr") else "stdout"
        return {"output_type": "stream", "name": name, "text": _joined(output.get("text"))}
    if kind == "error":
        return {
            "output_type": "error",
            "ename": _joined(output.get("ename")),
            "evalue": _joined(output.get("evalue")),
            "traceback": [_joined(line) for line in output.get("traceback", [])],
        }
    if kind not in ("display_data", "execute_result"):
        return None
    made: dict[str, Any] = {"output_type": kind, "metadata": {}}
    made["data"] = _sanitized_data(output.get("data", {}), own)
    if kind == "execute_result":
        count = output.get("execution_count")
        made["execution_count"] = count if isinstance(count, int) else None
    return made


def _sanitized_data(data: Mapping[str, Any], own: bool) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for mime, value in data.items():
        if mime == "text/plain":
            kept[mime] = _joined(value)
        elif mime == "text/html":
            kept[mime] = sanitized_html(_joined(value), own=own)
        elif mime == MARK_MIME or _is_picture(mime, value):
            kept[mime] = value
    return kept


def _is_picture(mime: str, data: Any) -> bool:
    if mime not in PICTURES or not isinstance(data, str):
        return False
    try:
        return base64.b64decode(data.replace("\n", ""), validate=True).startswith(PICTURES[mime])
    except (binascii.Error, ValueError):
        return False


def _joined(value: Any) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value)


@cache
def _cleaner(own: bool) -> nh3.Cleaner:
    addressed = {"img", *PLAYERS} if own else {"img"}
    return nh3.Cleaner(
        tags={*TAGS, *PLAYERS} if own else set(TAGS),
        attributes={"*": set(ATTRIBUTES), **{tag: {"src"} for tag in addressed}},
        attribute_filter=_own_attribute if own else _attribute,
        filter_style_properties=set(CSS),
        url_schemes={"data"},  # `_attribute` says which
        link_rel=None,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """An attribute's value; None for an address elsewhere, and for a style that could name one."""
    if name == "src":
        return value if tag == "img" and PICTURE_ADDRESS.fullmatch(value) else None
    if name == "style":
        return None if STYLE_WITH_ADDRESS.search(value) else value
    return value


def _own_attribute(tag: str, name: str, value: str) -> str | None:
    """As `_attribute`; a learner's file of uploads/ may stand in a cell of the course."""
    return value if name == "src" and UPLOAD_ADDRESS.fullmatch(value) else _attribute(tag, name, value)


def known_texts(cells: Collection[Mapping[str, Any]]) -> set[tuple[str, str]]:
    """What each text cell of the course says; a learner's cell that says the same is the course's."""
    return {identity_of(cell) for cell in cells if cell["cell_type"] != "code"}


def identity_of(cell: Mapping[str, Any]) -> tuple[str, str]:
    """What tells a text cell from another: what it says, and the pictures attached to it."""
    attachments: Mapping[str, Any] = cell.get("attachments") or {}
    pictures = repr(sorted((name, sorted(bundle.items())) for name, bundle in attachments.items()))
    return _joined(cell.get("source", "")), pictures
