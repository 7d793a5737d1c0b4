"""`nongju grade`, as the command line mounts it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from nongju.building.stale import stale_learners, stale_sentence
from nongju.console import RATE, counted, warn
from nongju.course.settings import CONFIG_FILE, course_config

if TYPE_CHECKING:
    from nongju.grading.summary import Summary


def grade(
    week: Annotated[str, typer.Argument(help="Folder name of the week (nbgrader's assignment).")],
    student: Annotated[str, typer.Option("--student", help="Only this learner; a glob.")] = "*",
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes; one a core.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Also what was graded before.")] = False,
    db: Annotated[
        str | None, typer.Option("--db", help="Gradebook: sqlite:///PATH or postgresql://USER@HOST/NAME.")
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", help="Dask scheduler: tls://HOST:PORT; tcp:// on this machine."),
    ] = None,
    tls: Annotated[
        Path | None,
        typer.Option("--tls", help="Folder with ca.pem, cert.pem, key.pem; or Dask's own config."),
    ] = None,
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Run learners' code with your own rights. Dangerous.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Mark a collected week: the same rows as `nbgrader autograde`, many times faster, in a sandbox.

    Exit code 0 only when every hand-in was graded.
    """
    console = Console(stderr=True)
    config = read_config(Path.cwd())
    with console.status("准备"):
        from dataclasses import replace

        from nongju.grading.engine import Engine, EngineError
        from nongju.grading.settings import settings_from_config

        try:
            settings = settings_from_config(config)
        except ValueError as error:
            console.print(f"{CONFIG_FILE} 里 c.Sandbox 写错了：{error}", style="red", highlight=False)
            raise typer.Exit(2) from error
        if no_sandbox:
            settings = replace(settings, wall=False)
        engine = Engine(
            config,
            week,
            student=student,
            workers=workers,
            force=force,
            db_url=db,
            settings=settings,
            scheduler=scheduler,
            tls={name: str(tls / f"{name}.pem") for name in ("ca", "cert", "key")} if tls else None,
        )
    try:
        summary = _run(engine, console)
    except EngineError as error:
        warn(console, str(error), "red")
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        console.print("停下了。再运行一次，会接着批改没批完的。")
        raise typer.Exit(130) from None
    if summary.ours:
        _for_the_report(config, week, summary)
    if summary.skipped:  # what was marked now has the key of now
        stale = stale_learners(Path(config.CourseDirectory.root), week, db)
        summary.remarks += [stale_sentence(stale, week)] if stale else []
    if as_json:
        typer.echo(json.dumps(summary.to_json(), ensure_ascii=False))
    else:
        tell(summary, console)
    if not summary.complete:
        raise typer.Exit(1)


def read_config(folder: Path) -> Any:
    """nbgrader_config.py of a course folder; the course's root is the folder unless it says otherwise."""
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.root = str(folder)
    config.merge(course_config(folder))
    return config


def _for_the_report(config: Any, week: str, summary: Summary) -> None:
    """Keep who was not graded and why, where the class report reads it."""
    from nongju.course.layout import Course
    from nongju.nbgrading.stock import keep_failures

    failed = {one.learner: "".join(one.notes) for one in summary.hand_ins if not one.graded}
    tried = [one.learner for one in summary.hand_ins]
    keep_failures(Course(Path(config.CourseDirectory.root)), week, tried, failed)


def tell(summary: Summary, console: Console) -> None:
    """One line for each hand-in that needs a person, then the totals."""
    for hand_in in summary.hand_ins:
        if hand_in.needs_person:
            why = " ".join(hand_in.notes)
            style = "yellow" if hand_in.graded else "red"
            warn(console, f"{hand_in.learner}：{why}", style)
    for remark in summary.remarks:
        warn(console, remark, "yellow")
    done = summary.to_json()
    line = f"批改 {done['graded']} 份，用了 {summary.seconds:.1f} 秒"
    if summary.skipped:
        line += f"；{summary.skipped} 份以前批过（要重批加 --force）"
    if done["not_graded"]:
        line += f"；{len(done['not_graded'])} 份没有批成"
    console.print(f"{line}。", highlight=False)


def _run(engine: Any, console: Console) -> Summary:
    with counted(console, "批改", RATE) as step:
        summary: Summary = engine.run(lambda _hand_in, done, total: step(done, total))
    return summary
