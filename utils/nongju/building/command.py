"""`nongju build` and `nongju release`, as the command line mounts them."""

import tomllib
from typing import Annotated

import typer
from rich.console import Console

from nongju.building.fault import FaultLog, Severity
from nongju.building.publish import compare, write
from nongju.course.facts import Facts, FactsError, read_facts
from nongju.course.layout import Course, CourseError, find_course, week_pages

_STALE = {"missing": "缺", "differs": "不一样", "left over": "多出来的"}
_WRITTEN = {"missing": "写好了", "differs": "写好了", "left over": "删掉了"}
"""What `--check` and a build say of a file, by the reason of its difference."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def build(
    week: Annotated[str | None, typer.Argument(help="周的文件夹名；不写就是每一周。")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="什么都不写；source/ 或 release/ 过时了就报错。")
    ] = False,
) -> None:
    """Build course text into source/ and release/."""
    console = Console(stderr=True)
    course = course_here(console)
    weeks = weeks_here(course, week, console)
    facts = facts_of(course, console)
    faults = FaultLog()
    stale = 0
    with console.status("正在读课程") as status:
        # jupytext and nbformat take seconds to import, which no other command should pay
        from nongju.building.week import WeekBuilder
        from nongju.course.settings import course_config

        builder = WeekBuilder(course, facts, faults, course_config(course.root), step=status.update)
        for name in weeks:
            built = builder.build(name)
            if built is None:
                continue
            differences = compare(built, course.root) if check else write(built, course.root)
            for difference in differences:
                words = _STALE if check else _WRITTEN
                console.print(f"{difference.file}：{words[difference.reason]}", highlight=False)
            stale += len(differences) if check else 0
            console.print(_summary(name, len(differences), check), highlight=False)
    report_faults(faults, console)
    if stale:
        console.print(f"[red]{stale} 个文件过时了。[/red]运行：nongju build{f' {week}' if week else ''}")
    if faults.errors or stale:
        raise typer.Exit(1)


def release(
    week: Annotated[str, typer.Argument(help="周的文件夹名。")],
) -> None:
    """Register a built week in the gradebook, and say which marks a changed key affects."""
    console = Console(stderr=True)
    course = course_here(console)
    with console.status(f"正在登记 {week}"):
        from nongju.building.register import RegisterError, register
        from nongju.building.release import ReleaseError

        _refuse_unbuilt(course, week, console)
        try:
            registration = register(course, week)
        except (RegisterError, ReleaseError) as error:
            console.print(str(error), style="red", highlight=False, markup=False, soft_wrap=True)
            raise typer.Exit(1) from error
    console.print(f"{week}：成绩库里有 {registration.cells} 个打分的格", highlight=False)
    for cell in registration.changed:
        sentence = f"{cell.notebook}/{cell.name}：变了；这里有 {cell.marked} 人批过分"
        console.print(sentence, style="yellow", highlight=False, markup=False, soft_wrap=True)
    from nongju.building.stale import stale_learners, stale_sentence

    if stale := stale_learners(course.root, week):
        sentence = stale_sentence(stale, week)
        console.print(sentence, style="yellow", highlight=False, markup=False, soft_wrap=True)
    elif any(cell.marked for cell in registration.changed):
        console.print(f"他们的分还是照旧答案批的。重新批：nongju grade {week} --force")


def _refuse_unbuilt(course: Course, week: str, console: Console) -> None:
    """Ends the command where the course text was changed since it was built: the old source is not released.

    A week that has no text here, or no source yet, is none of this.
    """
    if not week_pages(course.week_folder(week)) or not any((course.root / "source" / week).glob("*.ipynb")):
        return
    from nongju.building.week import WeekBuilder
    from nongju.course.settings import course_config

    faults = FaultLog()
    built = WeekBuilder(course, facts_of(course, console), faults, course_config(course.root)).build(week)
    differences = compare(built, course.root) if built is not None else []
    if built is None or any(one.file.startswith("source/") for one in differences):
        report_faults(faults, console)
        words = "有错，source/ 里还是旧的" if built is None else "改过，还没 build"
        sentence = f"course/{week}/ {words}。没有发布。运行：nongju build {week}"
        console.print(sentence, style="red", highlight=False, markup=False, soft_wrap=True)
        raise typer.Exit(1)


def _summary(week: str, count: int, check: bool) -> str:
    if check:
        return f"{week}：是新的" if count == 0 else f"{week}：{count} 个文件过时了"
    return f"{week}：建好了，没有变化" if count == 0 else f"{week}：建好了，变了 {count} 个文件"


def course_here(console: Console) -> Course:
    """The course that we stand in; a sentence and exit code 1 where there is none."""
    try:
        return find_course()
    except CourseError as error:
        console.print(f"[red]{error}[/red]")
        raise typer.Exit(1) from error


def weeks_here(course: Course, week: str | None, console: Console) -> list[str]:
    """The named week, or every week; a sentence and exit code 1 where there is none of that name."""
    try:
        known = course.weeks()
    except tomllib.TOMLDecodeError as error:
        console.print("course/syllabus.toml:1: error:", f"不是 TOML：{error}", highlight=False)
        raise typer.Exit(1) from error
    except CourseError as error:
        console.print(f"[red]{error}[/red]")
        raise typer.Exit(1) from error
    if week is not None and week not in known:
        console.print(f"[red]course/ 里没有 {week} 这一周。有：{'、'.join(known) or '一周也没有'}[/red]")
        raise typer.Exit(1)
    return known if week is None else [week]


def facts_of(course: Course, console: Console) -> Facts:
    """The course's figures; their faults and exit code 1 where the file has any."""
    try:
        return read_facts(course.facts_file)
    except FactsError as error:
        for problem in error.problems:
            console.print(
                f"course/facts.csv:{problem.row}: error: {problem.message}", highlight=False, markup=False
            )
        raise typer.Exit(1) from error


def report_faults(faults: FaultLog, console: Console) -> None:
    """Print every fault, then how many there are."""
    for fault in faults:
        console.print(
            str(fault), style=_COLOURS[fault.severity], highlight=False, markup=False, soft_wrap=True
        )
    if len(faults):
        console.print(f"{len(faults.errors)} 处错，{len(faults.warnings)} 处提醒", highlight=False)
