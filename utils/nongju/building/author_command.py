"""`nongju question` and `nongju new-week`, for who writes the course."""

import json
from typing import Annotated

import typer
from rich.console import Console

from nongju.building.command import course_here, facts_of, report_faults, weeks_here
from nongju.building.fault import FaultLog


def question(
    name: Annotated[str, typer.Argument(help="周名/题名，比如 pricing-margin/p1。")],
    scene: Annotated[str, typer.Option("--scene", help="只看这一个场景。")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="给程序读的。")] = False,
) -> None:
    """Print a question's proof sheet."""
    console = Console(stderr=True)
    course = course_here(console)
    week, _, key = name.partition("/")
    weeks_here(course, week, console)
    faults = FaultLog()
    from nongju.building.proof import proof, proof_lines
    from nongju.building.week import WeekBuilder
    from nongju.course.settings import course_config

    builder = WeekBuilder(course, facts_of(course, console), faults, course_config(course.root))
    source = builder.question(week, key)
    if source is None and not faults.errors:
        from nongju.building.questions import question_files

        known = "、".join(path.stem for path in question_files(course.week_folder(week)))
        console.print(
            f"{week} 里没有「{key}」这道题。有：{known}", style="red", highlight=False, markup=False
        )
        raise typer.Exit(1)
    if source is not None:
        sheet = proof(source, scene)
        text = json.dumps(sheet, ensure_ascii=False, indent=1) if as_json else "\n".join(proof_lines(sheet))
        typer.echo(text)
    report_faults(faults, console)
    if faults.errors:
        raise typer.Exit(1)


def new_week(
    name: Annotated[str, typer.Argument(help="文件夹的名字，英文小写，比如 shop-rules。")],
    title: Annotated[str, typer.Option("--title", help="这一周叫什么。")] = "新的一周",
) -> None:
    """Make a week that builds."""
    console = Console(stderr=True)
    course = course_here(console)
    from nongju.building.new_week import NewWeekError
    from nongju.building.new_week import new_week as make

    try:
        files = make(course, name, title)
    except NewWeekError as error:
        console.print(str(error), style="red", highlight=False, markup=False)
        raise typer.Exit(1) from error
    for path in files:
        typer.echo(course.relative(path))
    typer.echo(f"建好了。接着运行：nongju build {name}，再打开看：nongju lab {name}")
