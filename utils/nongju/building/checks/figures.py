"""Figures in Markdown: roles that name where a figure comes from, and figures without one.

    {fact}`pork_2022_09`            value and unit
    {fact}`pork_2022_09|dated`      value, unit, date and place
    {assume}`fee_assumed`           value and unit, marked as an assumption
    {case}`14 元`                   an invented figure, declared as such
    {calc}`14/0.62|2|元/斤`          computed here, rounded to 2 places, with its unit if it has one
    {topic}`potato_price`           on a line of its own: a table of every row of the topic

In a calculation `f["key"]` is a fact's value and every function of `nongju.models.pricing`
has its own name.
"""

import inspect
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from nongju.building.fault import FaultLog
from nongju.building.myst import Cell
from nongju.course.facts import EmptyFactError, Fact, Facts, UnknownFactError, with_unit
from nongju.errors import NongjuError

UNITS = (
    *"元块毛角斤吨亩%%折单箱天万亿帧",
    *("公斤", "千克", "公里", "厘米", "人次", "kg", "兆位", "兆字节", "MB", "GB", "分贝", "赫兹"),
)
"""Units that make a number in a lesson a figure; minutes, page and question numbers are none."""

_ROLE = re.compile(r"\{([a-z]+)\}`([^`\n]*)`")
_LEFT = re.compile(r"`|\{(?:fact|assume|case|calc|topic)\}")
"""What stands there of a role when its mark is not closed, or not opened."""
_HIDDEN = re.compile(r"`[^`\n]*`|<!--.*?-->|\]\([^)\n]*\)", re.DOTALL)
_FIGURE = re.compile(
    r"(?<![A-Za-z\d.])\d[\d,.,]*\s*(?:" + "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True)) + ")"
)
_SPOKEN = re.compile(
    r"(?<![几数好第一二两三四五六七八九十百千万])[一二两三四五六七八九十百千万]*[百千万][一二两三四五六七八九十百千万]*\s*(?:元|块|斤|吨|亩|单|箱|人次|公里|公斤)"
)
"""A figure in words, 五百元: hundreds and more of a unit."""
_BLANK = "〇"
"""Stands for a role's figure while the rest of the text is searched."""


@dataclass(frozen=True)
class FilledText:
    """A Markdown text whose roles are filled in.

    `text` is what the learner's notebook holds. `readable` has the same lines as the
    author's file, with tables left out, so that a fault found in it has its line.
    """

    text: str
    readable: str
    facts: tuple[str, ...] = ()
    """Keys of the facts shown, in order."""


def fill_figures(cell: Cell, facts: Facts, faults: FaultLog) -> FilledText:
    """Replace every role of a Markdown cell; faults name the line of the role."""
    roles = _Roles(cell, facts, faults)
    readable = _ROLE.sub(lambda match: roles.fill(match, tables=False), cell.source)
    text = _ROLE.sub(lambda match: roles.fill(match, tables=True), cell.source)
    bare = _HIDDEN.sub(_same_lines, _ROLE.sub(_BLANK, cell.source))
    for match in (*_FIGURE.finditer(bare), *_SPOKEN.finditer(bare)):
        line = cell.line + bare.count("\n", 0, match.start())
        figure = match.group().strip()
        faults.error(
            cell.file,
            line,
            "figure",
            f"figure {figure!r} has no source; write {{fact}}`key`, {{calc}}`...` "
            f"or, if invented, {{case}}`{figure}`",
        )
    for match in _LEFT.finditer(bare):
        line = cell.line + bare.count("\n", 0, match.start())
        faults.error(cell.file, line, "mark", "a mark is not closed; write it like {case}`14 元`")
    return FilledText(text, readable, tuple(roles.shown))


def check_conflicts(file: str, shown: list[str], facts: Facts, faults: FaultLog) -> None:
    """Warn where a page states one of several figures that contradict each other.

    Arguments:
        file: the page.
        shown: keys of the facts that the page shows.
        facts: every fact, with its conflict marks.
        faults: receives one warning a conflict.
    """
    for rows in facts.conflicts().values():
        missing = [row.key for row in rows if row.key not in shown]
        if missing and len(missing) < len(rows):
            other = ", ".join(row.key for row in rows if row.key in shown)
            message = f"{other} is contradicted by {', '.join(missing)}; show both and ask what each counts"
            faults.warning(file, 1, "conflict", message)


def calculate(expression: str, facts: Facts) -> float:
    """Value of a {calc} expression.

    Raises:
        ValueError: it cannot be computed; the message says why.
    """
    values = _FactValues(facts)
    try:
        value = eval(compile(expression, "calc", "eval"), {"__builtins__": {}}, {**_functions(), "f": values})
    except (UnknownFactError, EmptyFactError) as error:
        raise ValueError(str(error)) from error
    except Exception as error:
        raise ValueError(f"{expression!r} cannot be computed: {error}") from error
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{expression!r} gives {value!r}, not a number")
    return value


class _FactValues(Mapping[str, float]):
    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def __getitem__(self, key: str) -> float:
        return self._facts[key].number

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


def _functions() -> dict[str, Callable[..., object]]:
    from nongju.models import pricing

    own = {
        name: value
        for name, value in vars(pricing).items()
        if not name.startswith("_") and inspect.isfunction(value)
    }
    return {"ceil": math.ceil, "floor": math.floor, "min": min, "max": max, "abs": abs, "sum": sum, **own}


class _Roles:
    """Fills the roles of one cell; a faulty role is left as written."""

    def __init__(self, cell: Cell, facts: Facts, faults: FaultLog) -> None:
        self.cell = cell
        self.facts = facts
        self.faults = faults
        self.shown: dict[str, None] = {}

    def fill(self, match: re.Match[str], *, tables: bool) -> str:
        role, content = match.group(1), match.group(2).strip()
        line = self.cell.line + match.string.count("\n", 0, match.start())
        try:
            if role == "fact":
                return self._fact(content)
            if role == "assume":
                return self._known(content).assumed()
            if role == "case":
                return self._case(content)
            if role == "calc":
                return self._calc(content)
            if role == "topic":
                return self._topic(content, match) if tables else ""
        except (UnknownFactError, EmptyFactError) as error:
            self.faults.error(self.cell.file, line, "unknown-fact", str(error))
        except _UncertainError as error:
            self.faults.error(self.cell.file, line, "uncertain-fact", str(error))
        except ValueError as error:
            self.faults.error(self.cell.file, line, "role", str(error))
        else:
            self.faults.error(
                self.cell.file,
                line,
                "role",
                f"unknown role {{{role}}}; use fact, assume, case, calc or topic",
            )
        return match.group()

    def _known(self, key: str) -> Fact:
        fact = self.facts[key]
        self.shown[key] = None
        return fact

    def _fact(self, content: str) -> str:
        key, _, form = content.partition("|")
        if form not in ("", "dated"):
            raise ValueError(f"{{fact}} takes a key or key|dated, not {content!r}")
        fact = self._known(key)
        if not fact.stated:
            raise _UncertainError(
                f"{key!r} has certainty {fact.certainty}: write {{assume}}`{key}`, it is no fact"
            )
        return fact.dated() if form else fact.shown()

    @staticmethod
    def _case(content: str) -> str:
        if not re.search(r"[\d一二两三四五六七八九十百千万]", content):
            raise ValueError(
                f"{{case}} holds a figure with its unit, such as {{case}}`14 元`, not {content!r}"
            )
        return content

    def _calc(self, content: str) -> str:
        expression, *rest = (part.strip() for part in content.split("|"))
        if len(rest) not in (1, 2) or not rest[0].isdigit():
            raise ValueError(
                f"{{calc}} is expression|places|unit, such as {{calc}}`14/0.62|2|元/斤`, not {content!r}"
            )
        return with_unit(calculate(expression, self.facts), rest[1] if len(rest) == 2 else "", int(rest[0]))

    def _topic(self, name: str, match: re.Match[str]) -> str:
        rows = self.facts.topic(name)
        if not rows:
            raise ValueError(f"no row of facts.csv has topic {name!r}")
        line = match.string[match.string.rfind("\n", 0, match.start()) + 1 :].split("\n", 1)[0]
        if line.strip() != match.group():
            raise ValueError("{topic} gives a table; put it on a line of its own")
        self.shown.update((row.key, None) for row in rows)
        return topic_table(rows)


class _UncertainError(NongjuError, ValueError):
    """A figure that is no stated fact was about to be stated."""


def topic_table(rows: list[Fact]) -> str:
    """A Markdown table of facts: what, how much, when, who says so."""
    head = "| 说的是哪里、哪样 | 数 | 什么时候 | 谁说的 |\n| --- | --- | --- | --- |"
    body = []
    for row in rows:
        value = "（空着，老师填）" if row.value is None else row.shown() if row.stated else row.assumed()
        body.append(f"| {row.place or row.note} | {value} | {row.when or '没写日期'} | {row.source} |")
    return "\n".join([head, *body])


def _same_lines(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")
