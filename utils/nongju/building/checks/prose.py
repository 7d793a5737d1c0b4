"""The text of a page as a learner reads it: sections, length, sentences, words, pictures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from nongju.building.checks.tone import unkind_words
from nongju.building.fault import FaultLog
from nongju.building.myst import Cell, Page

SECTIONS = ("今天学会", "先猜一猜", "讲一讲", "动手试", "练一练", "本周作业", "一句话带走", "进阶")
"""Level-2 headings of a worksheet, in order; the last, a pointer, may be left out."""

EXPLAINED = "讲一讲"
GOALS = "今天学会"
NO_PROMISE = "没有人保证能赚钱"
"""Stands under 今天学会 in every week that sells (LESSON standard)."""

EXPLAINED_LIMIT = 1800
"""Characters of 讲一讲 on one page: 15 to 20 minutes at 120 characters a minute (teaching notes 4)."""

SENTENCE_LIMIT = 40
"""Characters of one sentence without spaces; longer ones are reported, not refused."""

LATIN_WORDS = frozenset(
    {
        "App",
        "MB",
        "GB",
        "KB",
        "kg",
        "g",
        "km",
        "cm",
        "mm",
        "m",
        "K",
        "P",
        "A",
        "B",
        "C",
        "U",
        "WiFi",
        "OTG",
        "PDF",
    }
)
"""Words in Latin letters that learners meet on their phones and PCs; the rest is written in Chinese."""

_SENTENCE = re.compile(r"[^。!?！？；;]+[。!?！？；;]*")
_LATIN = re.compile(r"[A-Za-z]+")
_PINYIN = re.compile(r"[(（][^()（）]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][^()（）]*[)）]")
_MARK_SCHEME = re.compile(
    r"^=== BEGIN MARK SCHEME ===$.*?^=== END MARK SCHEME ===$", re.DOTALL | re.MULTILINE
)
HALF_WIDTH = re.compile(
    r"[\u4e00-\u9fff\u3001-\u301f\uff01-\uff5e] ?[,:;?!(]|[,:;?!)] ?[\u4e00-\u9fff\u3001-\u301f]"
)
"""Half-width punctuation beside Chinese: 「好,」 in place of 「好，」."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph, list item or table cell: what is read, and the line of each character."""

    text: str
    lines: tuple[int, ...]
    level: int = 0
    """A heading's level; 0 for other text."""
    plain: str = ""
    """The text without inline code."""

    @property
    def line(self) -> int:
        """Line of the first character."""
        return self.lines[0] if self.lines else 1

    @property
    def length(self) -> int:
        """Characters without spaces."""
        return len(_SPACE.sub("", self.text))


def passages(cell: Cell, readable: str, folder: Path, faults: FaultLog) -> list[Passage]:
    """What a learner reads in a Markdown cell; faults of its pictures go to `faults`.

    Arguments:
        cell: the author's cell, for file and line.
        readable: its text with figures filled in, line for line.
        folder: the week's folder, where pictures are looked for.
        faults: receives pictures that are missing or have no description.
    """
    readable = _MARK_SCHEME.sub(lambda match: "\n" * match.group().count("\n"), readable)
    tokens = MarkdownIt("commonmark").enable("table").parse(readable)
    found = []
    level = 0
    row = 0
    for token in tokens:
        row = token.map[0] if token.map else row
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            found.append(_passage(token, cell.line + row, level, cell, folder, faults))
        elif token.type in ("html_block", "html_inline") and not token.content.lstrip().startswith("<!--"):
            faults.error(
                cell.file, cell.line + row, "html", "write Markdown, not HTML: it is not shown everywhere"
            )
    return found


def check_worksheet(page: Page, read: Iterable[Passage], selling: bool, faults: FaultLog) -> None:
    """Faults of a worksheet's sections, of the length of 讲一讲, and of the sentence on promises."""
    read = list(read)
    sections = by_section(read)
    heading: dict[str, int] = {}
    for passage in read:
        if passage.level == 2:
            current = section_of(passage)
            _check_heading(page, passage, current, heading, faults)
            heading.setdefault(current, passage.line)
    for name in SECTIONS[:-1]:
        if name not in heading:
            faults.error(page.file, 1, "section", f"the section ## {name} is missing")
    spoken = sum(passage.length for passage in sections.get(EXPLAINED, []) if passage.level != 2)
    if spoken > EXPLAINED_LIMIT:
        faults.error(
            page.file,
            heading[EXPLAINED],
            "too-long",
            f"{EXPLAINED} has {spoken} characters, at most {EXPLAINED_LIMIT}; cut it",
        )
    goals = "".join(passage.text for passage in sections.get(GOALS, []))
    if selling and GOALS in heading and NO_PROMISE not in goals:
        faults.error(
            page.file,
            heading[GOALS],
            "no-promise",
            f"write 「{NO_PROMISE}」 under ## {GOALS}: this week sells",
        )


def section_of(heading: Passage) -> str:
    """The section that a heading of level 2 begins; empty when it is none of ours."""
    return next((name for name in SECTIONS if heading.text.startswith(name)), "")


def by_section(read: Iterable[Passage]) -> dict[str, list[Passage]]:
    """The passages of each section, its heading among them; those before the first under an empty name."""
    sections: dict[str, list[Passage]] = {}
    current = ""
    for passage in read:
        current = section_of(passage) if passage.level == 2 else current
        sections.setdefault(current, []).append(passage)
    return sections


def check_words(cell: Cell, passage: Passage, faults: FaultLog) -> None:
    """Warnings for sentences that are too long and words in Latin letters."""
    for start, sentence in long_sentences(passage.text):
        faults.warning(cell.file, passage.lines[start], "long-sentence", sentence)
    for mark in HALF_WIDTH.finditer(passage.plain):
        faults.error(cell.file, passage.line, "half-width", _full_width(mark.group()))
    for said in unkind_words(passage.text):
        faults.error(cell.file, passage.line, "unkind", said)
    for word in foreign_words(passage.plain):
        faults.warning(cell.file, passage.line, "english", f"{word!r} on a learner's page; say it in Chinese")


def check_said(file: str, texts: Iterable[tuple[str, int]], faults: FaultLog) -> None:
    """Warnings for the texts inside a form, as `code.chinese_texts` gives them with their lines."""
    for text, line in texts:
        spoken = _PLACEHOLDER.sub("", text)
        for mark in HALF_WIDTH.finditer(_PLACEHOLDER.sub("〇", text)):
            faults.error(file, line, "half-width", _full_width(mark.group()))
        for said in unkind_words(text):
            faults.error(file, line, "unkind", said)
        for word in foreign_words(spoken):
            faults.warning(file, line, "english", f"{word!r} on a learner's page; say it in Chinese")
        for _, sentence in long_sentences(spoken):
            faults.warning(file, line, "long-sentence", sentence)


def _full_width(said: str) -> str:
    """What to tell an author of half-width punctuation."""
    return f"{said!r}: Chinese text takes full-width punctuation, {said.translate(_WIDE)!r}"


def long_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Where each sentence over the limit starts, and what to tell its author."""
    for match in _SENTENCE.finditer(text):
        length = len(_SPACE.sub("", match.group()))
        if length > SENTENCE_LIMIT:
            opening = match.group().strip()[:12]
            yield match.start(), f"a sentence of {length} characters (aim at {SENTENCE_LIMIT}): {opening}…"


def foreign_words(text: str) -> Iterator[str]:
    """Words in Latin letters that a learner is not expected to read, each once; (pīn yīn) is welcome."""
    words = _LATIN.findall(_PINYIN.sub("", text))
    yield from dict.fromkeys(word for word in words if word not in LATIN_WORDS)


def _check_heading(
    page: Page, passage: Passage, name: str, heading: dict[str, int], faults: FaultLog
) -> None:
    if not name:
        faults.error(
            page.file,
            passage.line,
            "section",
            f"unknown section {passage.text!r}; the sections are {'、'.join(SECTIONS)}",
        )
    elif name in heading:
        faults.error(
            page.file,
            passage.line,
            "section",
            f"the section {name} stands twice; first in line {heading[name]}",
        )
    elif any(SECTIONS.index(other) > SECTIONS.index(name) for other in heading if other):
        later = next(other for other in heading if other and SECTIONS.index(other) > SECTIONS.index(name))
        faults.error(page.file, passage.line, "section", f"the section {name} comes before {later}; move it")


def _passage(token: Token, line: int, level: int, cell: Cell, folder: Path, faults: FaultLog) -> Passage:
    text: list[str] = []
    plain: list[str] = []
    lines: list[int] = []
    for child in token.children or []:
        said = ""
        if child.type in ("softbreak", "hardbreak"):
            line += 1
            said = " "
        elif child.type in ("text", "code_inline"):
            said = child.content
        elif child.type == "image":
            _check_image(child, line, cell, folder, faults)
        elif child.type == "html_inline" and not child.content.startswith("<!--"):
            faults.error(cell.file, line, "html", "write Markdown, not HTML: it is not shown everywhere")
        text.append(said)
        plain.append("" if child.type == "code_inline" else said)
        lines.extend([line] * len(said))
    return Passage("".join(text), tuple(lines) or (line,), level, "".join(plain))


def _check_image(image: Token, line: int, cell: Cell, folder: Path, faults: FaultLog) -> None:
    target = unquote(str(image.attrGet("src") or ""))
    if not image.content.strip():
        faults.error(
            cell.file,
            line,
            "no-alt",
            f"the picture {target} has no description; write ![what it shows]({target})",
        )
    if _REMOTE.match(target):
        faults.error(
            cell.file, line, "remote-image", f"the picture {target} is on another host; put it into assets/"
        )
    elif not (folder / target).is_file():
        faults.error(cell.file, line, "no-image", f"there is no picture {target} in {folder.name}/")
    elif not target.startswith("assets/"):
        faults.error(
            cell.file, line, "no-image", f"put the picture {target} into assets/, which learners receive"
        )
