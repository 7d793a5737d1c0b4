"""The classroom's commands, as the command line mounts them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nongju.console import counted, say, sentences, warn
from nongju.course.layout import CourseError, find_course
from nongju.course.roster import Roster, RosterProblems, find_roster, read_roster, write_roster
from nongju.printable import printable_line

Week = Annotated[str, typer.Argument(help="Folder name of the week.")]
Database = Annotated[
    str | None,
    typer.Option("--db", help="Address of the gradebook (SQLAlchemy); the course's own if left out."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]


def hand_in(
    week: Week,
    folder: Annotated[Path | None, typer.Option(help="Folder of the worksheets; found if left out.")] = None,
    learner: Annotated[str | None, typer.Option(help="Who hands in; as in the answers if left out.")] = None,
    to: Annotated[Path | None, typer.Option(help="Folder for the zip; beside the worksheets.")] = None,
    as_json: AsJson = False,
) -> None:
    """Pack a learner's week into one zip for the instructor."""
    from nongju.classroom.collecting.handin import HandInError
    from nongju.classroom.collecting.handin import hand_in as pack
    from nongju.classroom.collecting.weekfolder import week_folder

    console = Console(stderr=True)
    try:
        release = find_course(Path.cwd()).release(week)
    except CourseError:
        release = None  # a learner's PC has no course
    try:
        with sentences(console, HandInError):
            place = folder or week_folder(Path.cwd(), week, learner)
            with console.status("正在打包"):
                made = pack(place, week, learner=learner, destination=to, release=release)
    except typer.Exit as stopped:
        if as_json:
            typer.echo(json.dumps({"problem": str(stopped.__cause__)}, ensure_ascii=False))
        raise
    if as_json:
        said = {"path": str(made.path), "learner": made.learner, "left_out": made.left_out}
        typer.echo(json.dumps({**said, "sentences": made.sentences}, ensure_ascii=False))
        raise typer.Exit(1 if made.left_out else 0)
    for sentence in made.sentences:
        warn(console, sentence)
    say(f"打好包了，把这个文件交给老师：{made.path}")
    if made.left_out:
        raise typer.Exit(1)


def collect(
    week: Week,
    paths: Annotated[list[Path] | None, typer.Argument(help="Zips or folders; also received/WEEK.")] = None,
    accept_unknown: Annotated[
        bool, typer.Option("--accept-unknown", help="Also take ids that are not on the roster.")
    ] = False,
    given_to: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="ID", help="PATHS (files, or names that collect showed) are ID's, and count."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Give nbgrader one whole hand-in of each learner, from whatever arrived.

    Exit code 0 when nothing is left to look at, whoever has not handed in; 1 when something is.
    """
    from dataclasses import asdict

    from nongju.classroom.collecting.collect import collect as take
    from nongju.classroom.collecting.giving import GivingError
    from nongju.classroom.collecting.giving import give as give_to

    console = Console(stderr=True)
    with sentences(console, CourseError, RosterProblems, GivingError):
        course = find_course(Path.cwd())
        roster = find_roster(course.root)
        if given_to is not None:
            paths = give_to(course, week, given_to, paths or (), roster, accept_unknown=accept_unknown)
        with counted(console, "收作业") as step:
            found = take(
                course, week, paths or (), roster=roster, accept_unknown=accept_unknown, progress=step
            )
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        raise typer.Exit(1 if found.to_look_at else 0)
    if not len(roster):
        say("没有名单（roster.csv），交来的都收。")
    for one in found.learners:
        say(f"{one.learner}：{one.line}")
    for stray in found.strays:
        say(f"{stray.where}：{stray.reason}")
    called = {person.id: f"{person.name}（{person.id}）" for person in roster if person.name}
    say(found.totals(called))
    if found.to_look_at:
        raise typer.Exit(1)


def feedback(week: Week, database: Database = None) -> None:
    """Write each learner's page from the marks, with nbgrader generate_feedback."""
    from nongju.nbgrading.stock import AutogradeError, generate_feedback

    console = Console(stderr=True)
    with sentences(console, CourseError, AutogradeError):
        course = find_course(Path.cwd())
        with console.status("正在写反馈页"):
            pages = generate_feedback(course, week, database=database)
    say(f"{len(pages)} 个学员的反馈页在 {course.root / 'feedback'}")


def report(
    week: Week,
    names: Annotated[bool, typer.Option("--names", help="Show names beside ids.")] = False,
    database: Database = None,
) -> None:
    """Write the class report of a week: a page and a workbook."""
    from nongju.building.stale import stale_learners, stale_sentence
    from nongju.classroom.reporting.report import write_report
    from nongju.classroom.reporting.results import class_result
    from nongju.course.grades import GradebookError

    console = Console(stderr=True)
    with sentences(console, CourseError, RosterProblems, GradebookError):
        course = find_course(Path.cwd())
        with console.status("正在写全班情况"):
            result = class_result(course, week, find_roster(course.root), database)
            written = write_report(course, result, names=names)
            stale = stale_sentence(stale_learners(course.root, week, database), week)
    say(f"全班情况：{written.page}")
    say(f"表格：{written.workbook}")
    if stale:
        warn(console, stale)


def roster(
    path: Annotated[
        Path | None, typer.Argument(help="A .csv or .xlsx to take in; roster.csv if left out.")
    ] = None,
    class_name: Annotated[
        str, typer.Option("--class", help="Whose list it is; which class, where it holds several.")
    ] = "",
    yes: Annotated[
        bool, typer.Option("--yes", help="Take it in although it takes out or renames people.")
    ] = False,
) -> None:
    """Check the class list; given a file, say what it changes and take it in as the course's roster.csv."""
    console = Console(stderr=True)
    with sentences(console, CourseError, RosterProblems):
        course = find_course(Path.cwd())
        people = read_roster(path, class_name) if path else find_roster(course.root)
        if path is not None:
            _take_in(people, course.root, console, yes=yes)
    _print_roster(people)


def _take_in(people: Roster, root: Path, console: Console, *, yes: bool) -> None:
    """Writes roster.csv after it was said what that changes; ends where a person must say yes first."""
    from nongju.course.roster_change import roster_change

    try:
        before = find_roster(root)
    except RosterProblems:
        before = Roster()  # a list that cannot be read is replaced by one that can
    change = roster_change(before, people, root)
    for sentence in change.sentences:
        say(sentence)
    if refusal := change.other_class or ("" if yes else change.asks):
        warn(console, refusal, "red")
        raise typer.Exit(1)
    write_roster(people, root / "roster.csv")


def demo(
    weeks: Annotated[
        list[str] | None, typer.Argument(help="Folder names of the weeks; pricing-margin if left out.")
    ] = None,
    all_weeks: Annotated[
        bool, typer.Option("--all-weeks", help="Every week that has sample hand-ins.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Run a sample class through the whole road, in .demo/."""
    from nongju.classroom.demo import DemoError, demo_rows, run_demo, sample_weeks

    console = Console(stderr=True)
    with sentences(console, CourseError, RosterProblems, DemoError):
        repository = find_course(Path.cwd())
        chosen = sample_weeks(repository) if all_weeks else weeks or []
        done = run_demo(repository, Path.cwd() / ".demo", chosen, lambda words: counted(console, words))
    if as_json:
        rows = [row for one in done for row in demo_rows(one.result)]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        from nongju.classroom.reporting.classtable import class_table

        for one in done:
            Console().print(class_table(one.result))
        say(f"反馈页：{done[0].course.root / 'feedback'}")
        for one in done:
            say(f"全班情况：{one.report.page}")
            say(f"表格：{one.report.workbook}")
    for one in done:
        if one.problem:
            warn(console, one.problem, "red")
    if any(one.problem for one in done):
        raise typer.Exit(1)


def _print_roster(people: Roster) -> None:
    if not len(people):
        say("还没有名单。把名单存成 roster.csv，第一行写：id,name,pair")
        return
    table = Table("编号", "姓名", "搭档")
    for learner in people:
        table.add_row(
            *(Text(printable_line(cell or "")) for cell in (learner.id, learner.name, learner.pair))
        )
    Console().print(table)
    say(f"一共 {len(people)} 人。")


__all__ = ["collect", "demo", "feedback", "hand_in", "report", "roster"]
