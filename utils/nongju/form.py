"""What an author of a worksheet uses in a course cell: `from nongju import form`.

A question is defined once, then shown (`q.show()`, `q.practice(...)`, `q.predict()`, `q.sheet(...)`) and, in
a graded cell, marked (`q.answered()`, `q.mark(...)`). See `nongju.answers.web.worksheet` for what each does
and `nongju.marking` for the rules.

Values that rules, keys and `respond` get: number and gain a float in the field's unit (a loss below 0; % as
30; 折 as the share paid, 0.8 for 8 折), choice an option key, choices a frozenset of option keys, order a
tuple of option keys, text a str,
table a list of rows ({column key: float, str or None}; fixed rows keep their place), clip and photo an
`Upload` (the file's path in uploads/). Blank is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nongju.answers import session as sessions
from nongju.answers.fields import Field
from nongju.answers.kinds.choice import ChoiceField, ChoicesField
from nongju.answers.kinds.number import GainField, NumberField
from nongju.answers.kinds.order import OrderField
from nongju.answers.kinds.table import TableColumn, TableField
from nongju.answers.kinds.text import TextField
from nongju.answers.kinds.upload import LONGEST_SECONDS, ClipField, PhotoField
from nongju.answers.quantities.amounts import format_number
from nongju.answers.quantities.quantity import echo_gain
from nongju.answers.quantities.quantity import read as read_number
from nongju.answers.question import Question
from nongju.answers.recording import is_examining
from nongju.answers.static_html import Html, lines
from nongju.answers.web.worksheet import Unanswered, WorksheetQuestion, recall
from nongju.digits import plain
from nongju.marking import (
    rule_choice,
    rule_choices,
    rule_clip,
    rule_guess,
    rule_number,
    rule_order,
    rule_photo,
    rule_table,
    rule_text,
    wrong,
)
from nongju.marking.scene import Scene, scene
from nongju.marking.steps.slip import slip
from nongju.marking.steps.whole import down, near_whole, up
from nongju.marking.steps.work import Work

EVEN = "不赚也不亏"
"""What a sentence says where a gain is 0 to the fen."""

__all__ = [
    "Html",
    "Question",
    "Unanswered",
    "choice",
    "choices",
    "clip",
    "column",
    "down",
    "film",
    "format_gain",
    "format_number",
    "gain",
    "lines",
    "near_whole",
    "number",
    "order",
    "photo",
    "question",
    "read_number",
    "recall",
    "rule_choice",
    "rule_choices",
    "rule_clip",
    "rule_guess",
    "rule_number",
    "rule_order",
    "rule_photo",
    "rule_table",
    "rule_text",
    "scene",
    "slip",
    "table",
    "text",
    "up",
    "work",
    "wrong",
]

work = Work


def question(
    name: str,
    *,
    fields: Sequence[Field],
    scenes: Scene | Sequence[Scene] | None = None,
    text: str = "",
    title: str = "",
    enough: int | None = None,
    see: str = "",
    extra: bool = False,
) -> WorksheetQuestion:
    """Define a question.

    Arguments:
        name: "week/question", such as "pricing-margin/p1".
        fields: the blanks, in order.
        scenes: the pool a learner draws from (three or more when graded).
        text: instead of scenes, one text without numbers, the same for everyone.
        title: heading, such as 第 1 题 这一单开不开.
        enough: how many of the fields are to be filled, whichever the learner likes: the best of them count,
            and each has the same points. None asks for all.
        see: where the lesson teaches it: heading of a part and beginning of a section, such as 讲一讲 二;
            several with 、 between them. Who should practise again is sent there; without it, to 练一练.
        extra: True for 加练: the sheet counts it apart from what must be done.

    Raises:
        ValueError: something in it cannot be used, or both scenes and text are given.
    """
    if scenes is not None and text:
        raise ValueError(f"{name}: give scenes or text, not both")
    if scenes is None:
        scenes = [Scene("大家一样", text, {})]
    elif isinstance(scenes, Scene):
        scenes = [scenes]
    return WorksheetQuestion(name, scenes, fields, title, enough, see, extra=extra)


def number(
    key: str, label: str, *, unit: str = "", negative: bool = False, whole: bool | None = None
) -> NumberField:
    """A number, typed as people say it.

    Arguments:
        key: short English name.
        label: what is asked.
        unit: 元 元/斤 斤 公斤 % 折 单 天 小时 分钟 秒 公里 里 米 个 箱 人 人次 (and what else
            `nongju.answers.quantities.units` lists), or another that is written as it stands.
        negative: whether below 0 is allowed, of 元, % and units that are not listed; for money, `gain` is
            kinder.
        whole: whether only whole numbers will do. None leaves it to the unit: 单, 个, 箱, 人, 人次 and the
            like want whole ones. False is for an average, such as 3.75 人.
    """
    return NumberField(key, label, unit, negative, whole)


def gain(key: str, label: str, *, unit: str = "元") -> GainField:
    """A gain or a loss: 赚 or 亏 is chosen, then how much. The value is below 0 for a loss."""
    return GainField(key, label, unit)


def choice(key: str, label: str, options: Mapping[str, str]) -> ChoiceField:
    """One of a few; `options` maps a short English key to the words shown."""
    return ChoiceField(key, label, options)


def choices(key: str, label: str, options: Mapping[str, str]) -> ChoicesField:
    """Any of a few; `options` as in `choice`."""
    return ChoicesField(key, label, options)


def order(key: str, label: str, options: Mapping[str, str], *, shuffle: int = 0) -> OrderField:
    """Steps or goods to put in order, by ▲ and ▼; `options` maps a short English key to the words shown.

    Arguments:
        key: short English name.
        label: what is asked: which stands first, which last.
        options: three to eight steps, not in their right order: a release shows how they are written down.
        shuffle: which set of orders a form begins with. The build refuses a set that holds the right order,
            and names one that does not.
    """
    return OrderField(key, label, options, shuffle)


def text(key: str, label: str, *, max_chars: int = 500, starter: str = "") -> TextField:
    """A few words; `starter` is an opening with blanks: 我家的__是__做的,__爱吃."""
    return TextField(key, label, max_chars, starter)


def column(
    key: str, label: str, *, kind: str = "text", unit: str = "", options: Mapping[str, str] | None = None
) -> TableColumn:
    """A column of a table: kind "text", "number" (with unit) or "choice" (with options)."""
    return TableColumn(key, label, kind, unit, options)


def format_gain(value: float) -> str:
    """A gain or a loss within a sentence, to the fen: 赚 3.2 元, 亏 1.54 元, or EVEN; never a -0."""
    fen = float(plain(value, 2))
    return echo_gain(fen) if fen else EVEN


def table(
    key: str,
    label: str,
    *,
    columns: Sequence[TableColumn],
    rows: Sequence[str] | None = None,
    min_rows: int = 2,
    max_rows: int = 12,
) -> TableField:
    """A table with fixed `rows` (their names), or with rows that the learner adds and removes."""
    return TableField(key, label, columns, rows, min_rows, max_rows)


def clip(
    key: str,
    label: str,
    *,
    seconds: float = LONGEST_SECONDS,
    kind: str = "product",
    move: str | None = None,
    hand_in: bool = True,
) -> ClipField:
    """A clip, chosen from a phone, a stick or the PC.

    Arguments:
        key: short English name.
        label: what is asked.
        seconds: longest that it may be; 60, for an edited clip up to 90.
        kind: what it is of: "product", "talking" or "edited"; give `rule_clip` the same.
        move: the move that is asked for; give `rule_clip` the same. Both decide what the worksheet says of
            the clip at once, which should be what marks it later.
        hand_in: False keeps it on the learner's PC: a shot to cut, or to measure. What is handed in shares
            100 MB.
    """
    return ClipField(key, label, hand_in=hand_in, seconds=seconds, clip_kind=kind, move=move)


def photo(key: str, label: str, *, hand_in: bool = True) -> PhotoField:
    """A photo, of handwriting say; a machine says whether it can be read, a person reads it.

    With `hand_in=False` it stays on the learner's PC.
    """
    return PhotoField(key, label, hand_in=hand_in)


def film(sheet: Question, *, mine: str, hand_in: str) -> None:
    """Show the film panel: it makes a film of a sheet's table, with a progress line and a preview.

    Nothing shows while a worksheet is built or graded: the table is in the sheet, the film in its own blank.

    Arguments:
        sheet: has the table `cuts` (columns clip, start, end, words), the text `title`, the choice `sound`
            ("own", "mute" or "tune"). A clip is p1 to p5 of the practice pack, or m1, m2 ... of `mine`.
        mine: key of the question whose clip blanks are the learner's own shots.
        hand_in: "question.field" of the clip blank that takes the film.
    """
    session = sessions.current(sheet.week)
    if is_examining() or session.mode != "worksheet":
        return
    from nongju.answers.film.widget import show_film

    show_film(sheet, session, mine, hand_in)
