"""`nongju lab`: who sits down, which evening, and then the worksheet in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nongju.answers.store import AnswerStore, NotSavedError
from nongju.classroom.course import CourseError, find_course
from nongju.classroom.roster import Learner, Roster, RosterProblems, find_roster
from nongju.lab.desk import Sheet, lay_out, sheets
from nongju.lab.seat import by_id, pair_of, who_sits_down

PORT = 8899
"""The same each time, or the next free one: what a browser keeps of an answer that was not yet saved when
the power went belongs to the address, port included."""


def lab(
    week: Annotated[str, typer.Argument(help="Name of the week's folder, such as pricing-margin.")],
    learner_id: Annotated[str, typer.Option("--id", help="Who sits down; asked when left out.")] = "",
    folder: Annotated[
        Path | None,
        typer.Option("--folder", help="Where learners' folders are; learners/ of the course by default."),
    ] = None,
    evening: Annotated[
        int, typer.Option(min=0, help="Which notebook of the week: 1, 2 ...; asked when 0.")
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the PC's browser.")] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this PC; 0 picks a free one.")] = PORT,
) -> None:
    """Open a week's worksheet for one learner, on this PC alone."""
    try:
        course = find_course(Path.cwd())
        release = course.release(week).folder
        roster = _roster(course.root)
        desks = (folder or course.root / "learners").resolve()
        learner = _learner(learner_id, roster, desks)
        own = desks / learner.id / week
        for sentence in lay_out(release, own):
            typer.echo(sentence)
        _sit_down(own, week, learner)
        sheet = _sheet(sheets(own), evening)
    except (CourseError, NotSavedError) as error:
        raise _stop(str(error)) from error
    except OSError as error:
        raise _stop(f"这台电脑的文件夹写不进去（{error.strerror}）。请老师看看。") from error

    from nongju.lab.server import serve

    typer.echo(f"正在打开「{sheet.title}」，请等几秒……")
    serve(own, sheet.name, code=sheet.code, port=port, browser=browser, opened=_opened)


def _opened(address: str) -> None:
    typer.echo(f"打开了。浏览器没有自己跳出来，就在里面打这个地址：\n{address}")
    typer.echo("做完了，先关浏览器，再关这个窗口。写过的答案都存着。")


def _roster(course: Path) -> Roster:
    """The class list; a faulty one is named to the instructor and does not keep a learner from working."""
    try:
        return find_roster(course)
    except RosterProblems as faulty:
        typer.echo(f"名单有问题，先不用它：\n{faulty}", err=True)
        return Roster()


def _learner(learner_id: str, roster: Roster, desks: Path) -> Learner:
    if learner_id:
        learner = by_id(learner_id, roster)
        if learner is None:
            raise _stop(f"「{learner_id}」不能当编号。编号里只能有汉字、字母、数字和 - _。")
        return learner
    known = {path.name for path in desks.iterdir() if path.is_dir()} if desks.is_dir() else set()
    try:
        return who_sits_down(roster, known, input, typer.echo)
    except EOFError as nobody:
        raise _stop("没有人回答是谁坐下。也可以写：nongju lab 周次 --id 编号") from nobody


def _sit_down(own: Path, week: str, learner: Learner) -> None:
    """Writes the learner into answers.json and says what was wrong with the file, if anything was."""
    store = AnswerStore.open(own, week)
    if not store.read_only:
        store.sit_down(learner.id, pair_of(learner))
    for sentence in store.problems:
        typer.echo(sentence)


def _sheet(found: list[Sheet], evening: int) -> Sheet:
    """The notebook asked for; the learner chooses when there are several."""
    if evening > len(found):
        raise _stop(f"这一周只有 {len(found)} 份。")
    if evening or len(found) == 1:
        return found[max(evening, 1) - 1]
    for number, sheet in enumerate(found, start=1):
        typer.echo(f"{number:3d}  {sheet.title}")
    while True:
        try:
            typed = input("做哪一份？打号数再按回车（直接按回车是第 1 份）：").strip()
        except EOFError:
            typed = ""
        if not typed:
            return found[0]
        if typed.isdecimal() and 1 <= int(typed) <= len(found):
            return found[int(typed) - 1]
        typer.echo(f"打 1 到 {len(found)} 的数。")


def _stop(sentence: str) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(2)
