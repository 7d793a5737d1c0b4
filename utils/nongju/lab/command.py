"""`nongju lab`: who sits down, which evening, and then the worksheet in the browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from nongju.answers.disk import NotSavedError
from nongju.answers.store import AnswerStore
from nongju.course.layout import CourseError
from nongju.course.likeness import alike, written_otherwise
from nongju.course.roster import Learner, Roster, RosterProblems, find_roster
from nongju.lab.desk import WeekNotebook, lay_out, left_alone, may_be_written, own_folder, sheets
from nongju.lab.fault import NotServedError, reason_of
from nongju.lab.released import ReleasedWeek, find_week
from nongju.lab.seat import by_id, pair_of, who_sits_down

PORT = 8899
"""The same each time, or the next free one: what a browser keeps of an answer that was not yet saved when
the power went belongs to the address, port included."""

PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds between tries to write who sits here: what a virus scanner needs, or a stick that wakes up."""

NOT_SHOWN = "这份练习纸打不开（{name}）。请老师再发一次。"
NO_FOLDER = "这台电脑的文件夹写不进去（{folder}）。换一个能写的文件夹，或者请老师看看。"
NOT_LISTED = "「{typed}」不在名单上。是不是 {meant}？真的是 {typed}，请老师先加到名单里。"
NOT_WRITABLE = "「{name}」现在写不进去，写的代码存不上。别的程序开着它就先关掉；是只读的，请老师看看。"


def lab(
    week: Annotated[
        str, typer.Argument(help="The week's name, such as pricing-margin, or the zip or folder it came in.")
    ],
    learner_id: Annotated[str, typer.Option("--id", help="Who sits down; asked when left out.")] = "",
    folder: Annotated[
        Path | None,
        typer.Option("--folder", help="Where learners' folders are; learners/ of the course, or here."),
    ] = None,
    evening: Annotated[
        int, typer.Option(min=0, help="Which notebook of the week: 1, 2 ...; asked when 0.")
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the PC's browser.")] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this PC; 0 picks a free one.")] = PORT,
) -> None:
    """Open a week's worksheet for one learner, on this PC alone."""
    with _one_sentence():
        released = find_week(week, Path.cwd())
        roster = _roster(released.base)
        desks = (folder or released.base / "learners").resolve()
        learner = _learner(learner_id, roster, desks)
        own = own_folder(desks, learner.id, released.name)
        notebooks = _notebooks(released)
        try:
            sentences = lay_out(released.files, own)
        except OSError as error:
            raise CourseError(NO_FOLDER.format(folder=own)) from error
        for sentence in sentences:
            typer.echo(sentence)
        used = _sit_down(own, released.name, learner)
        if beside := left_alone(own, released.files, used):
            typer.echo(beside)
        sheet = _sheet(notebooks, evening)
        if sheet.code and not may_be_written(own / sheet.name):
            raise CourseError(NOT_WRITABLE.format(name=sheet.name))

        from nongju.lab.server import serve

        typer.echo(f"正在打开「{sheet.title}」，请等几秒……")
        who = learner.name or learner.id
        serve(own, sheet, learner=learner.id, who=who, port=port, browser=browser, opened=_opened)


def _opened(address: str) -> None:
    typer.echo(f"打开了。浏览器没有自己跳出来，就在里面打这个地址：\n{address}")
    typer.echo("做完了，先关浏览器，再关这个窗口。写过的答案都存着。")


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Turns what keeps a sheet from opening into its sentence and exit code 2; leaving is no fault."""
    try:
        yield
    except KeyboardInterrupt as left:
        raise typer.Exit(0) from left
    except (CourseError, NotSavedError, NotServedError) as error:
        raise _stop(str(error)) from error
    except OSError as error:
        raise _stop(NO_FOLDER.format(folder=error.filename or reason_of(error))) from error


def _roster(base: Path) -> Roster:
    """The class list; a faulty one is named to the instructor and does not keep a learner from working."""
    try:
        return find_roster(base)
    except RosterProblems as faulty:
        typer.echo(f"名单有问题，先不用它：\n{faulty}", err=True)
        return Roster()


def _learner(learner_id: str, roster: Roster, desks: Path) -> Learner:
    known = {path.name for path in desks.iterdir() if path.is_dir()} if desks.is_dir() else set()
    if learner_id:
        learner = by_id(learner_id, roster)
        if learner is None:
            raise _stop(f"「{learner_id}」不能当编号。编号里只能有汉字、字母、数字和 - _。")
        likely = () if learner.id in roster or learner.id in known else alike(learner.id, roster)
        if likely:
            meant = " 或 ".join(
                f"--id {one.id}（{one.name}）" if one.name else f"--id {one.id}" for one in likely
            )
            said = NOT_LISTED.format(typed=learner.id, meant=meant)
            if written_otherwise(learner.id, roster) is not None:
                raise _stop(said)
            typer.echo(said)
        return learner
    try:
        return who_sits_down(roster, known, input, typer.echo)
    except EOFError as nobody:
        raise _stop("没有人回答是谁坐下。也可以写：nongju lab 周次 --id 编号") from nobody


def _sit_down(own: Path, week: str, learner: Learner) -> str:
    """Writes the learner into answers.json and says what was wrong with the file, if anything was.

    What cannot be read or written just now is tried again for a few seconds.

    Returns:
        The name of a copy that was taken for answers.json; "" for none.

    Raises:
        NotSavedError: it cannot be written.
    """
    store = AnswerStore.open(own, week)
    pauses = iter(PAUSES)
    while not store.read_only:
        try:
            store.sit_down(learner.id, pair_of(learner))
            break
        except NotSavedError as refused:
            pause = next(pauses, None) if refused.again else None
            if pause is None:
                raise
            time.sleep(pause)
    for sentence in store.problems:
        typer.echo(sentence)
    return store.copy


def _notebooks(released: ReleasedWeek) -> list[WeekNotebook]:
    try:
        return sheets(released.notebooks)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise CourseError(NOT_SHOWN.format(name=released.name)) from error


def _sheet(notebooks: list[WeekNotebook], evening: int) -> WeekNotebook:
    """The notebook asked for; the learner chooses when there are several."""
    if evening > len(notebooks):
        raise _stop(f"这一周只有 {len(notebooks)} 份。")
    if evening or len(notebooks) == 1:
        return notebooks[max(evening, 1) - 1]
    for number, sheet in enumerate(notebooks, start=1):
        typer.echo(f"{number:3d}  {sheet.title}")
    while True:
        try:
            typed = input("做哪一份？打号数再按回车（直接按回车是第 1 份）：").strip()
        except EOFError:
            typed = ""
        if not typed:
            return notebooks[0]
        if typed.isdecimal() and 1 <= int(typed) <= len(notebooks):
            return notebooks[int(typed) - 1]
        typer.echo(f"打 1 到 {len(notebooks)} 的数。")


def _stop(sentence: str) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(2)
