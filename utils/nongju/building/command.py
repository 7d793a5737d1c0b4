"""`nongju build` and `nongju release`, as the command line mounts them."""

import tomllib
from typing import Annotated

import typer
from rich.console import Console

from nongju.building.fault import FaultLog, Severity
from nongju.building.publish import compare, write
from nongju.course.facts import Facts, FactsError, read_facts
from nongju.course.layout import Course, CourseError, find_course, week_pages

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def build(
    week: Annotated[
        str | None, typer.Argument(help="Folder name of the week; every week if left out.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail if source/ or release/ is stale.")
    ] = False,
) -> None:
    """Build course text into source/ and release/."""
    console = Console(stderr=True)
    course = course_here(console)
    weeks = weeks_here(course, week, console)
    facts = facts_of(course, console)
    faults = FaultLog()
    stale = 0
    with console.status("reading the course") as status:
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
                word = (
                    difference.reason
                    if check
                    else "removed"
                    if difference.reason == "left over"
                    else "written"
                )
                console.print(f"{difference.file}: {word}", highlight=False)
            stale += len(differences) if check else 0
            console.print(_summary(name, len(differences), check), highlight=False)
    report_faults(faults, console)
    if stale:
        console.print(f"[red]{stale} files are stale.[/red] Run: nongju build{f' {week}' if week else ''}")
    if faults.errors or stale:
        raise typer.Exit(1)


def release(
    week: Annotated[str, typer.Argument(help="Folder name of the week.")],
) -> None:
    """Register a built week in the gradebook, and say which marks a changed key affects."""
    console = Console(stderr=True)
    course = course_here(console)
    with console.status(f"registering {week}"):
        from nongju.building.register import RegisterError, register
        from nongju.building.release import ReleaseError

        _refuse_unbuilt(course, week, console)
        try:
            done = register(course, week)
        except (RegisterError, ReleaseError) as error:
            console.print(str(error), style="red", highlight=False, markup=False, soft_wrap=True)
            raise typer.Exit(1) from error
    console.print(f"{week}: {done.cells} graded cells are in the gradebook", highlight=False)
    for cell in done.changed:
        said = f"{cell.notebook}/{cell.name}: changed; {cell.marked} learners have a mark here"
        console.print(said, style="yellow", highlight=False, markup=False, soft_wrap=True)
    from nongju.building.stale import stale_learners, stale_sentence

    if stale := stale_learners(course.root, week):
        said = stale_sentence(stale, week)
        console.print(said, style="yellow", highlight=False, markup=False, soft_wrap=True)
    elif any(cell.marked for cell in done.changed):
        console.print(f"Their marks are those of the old key. Mark again: nongju grade {week} --force")


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
        words = "has faults, so that source/ is still the old one" if built is None else "is not built yet"
        said = f"course/{week}/ {words}; nothing was released. Run: nongju build {week}"
        console.print(said, style="red", highlight=False, markup=False, soft_wrap=True)
        raise typer.Exit(1)


def _summary(week: str, count: int, check: bool) -> str:
    if check:
        return f"{week}: fresh" if count == 0 else f"{week}: {count} files are stale"
    return f"{week}: built, nothing changed" if count == 0 else f"{week}: built, {count} files changed"


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
        console.print(f"course/syllabus.toml:1: error: this is not TOML: {error}", highlight=False)
        raise typer.Exit(1) from error
    except CourseError as error:
        console.print(f"[red]{error}[/red]")
        raise typer.Exit(1) from error
    if week is not None and week not in known:
        console.print(f"[red]no week {week!r} in course/; there are: {', '.join(known) or 'none'}[/red]")
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
        console.print(f"{len(faults.errors)} errors, {len(faults.warnings)} warnings", highlight=False)
