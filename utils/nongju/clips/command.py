"""`nongju clip`: check a clip, edit clips into a film, make a practice pack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from nongju.clips.edit_command import edit, practice
from nongju.clips.report import KINDS, ClipReport
from nongju.console import measured, on_stderr

clip = typer.Typer(
    help="Check a clip from a phone, or edit one.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_SAID = {"good": "会了", "change": "再练一次", "unsure": "老师看看"}


@clip.callback()
def _clip() -> None:
    """Check a clip from a phone, or edit one."""


clip.command("edit")(edit)
clip.command("practice")(practice)


@clip.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="The clip, as it came from the phone.")],
    move: Annotated[str | None, typer.Option("--move", help="The move it should hold, such as push.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="product, talking or edited.")] = "product",
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Say what is good about a clip and what to change. Exit code 1 if it cannot be used."""
    chosen = next((known for known in KINDS if known == kind), None)
    if chosen is None:
        raise typer.BadParameter(f"one of {', '.join(KINDS)}", param_hint="--kind")
    from nongju.clips.checking.check import check_clip

    with measured(on_stderr(), "看这段视频") as tell:
        try:
            report = check_clip(file, asked_move=move, kind=chosen, progress=tell)
        except ValueError as error:  # a move that nobody knows
            raise typer.BadParameter(str(error), param_hint="--move") from error
    if as_json:
        typer.echo(json.dumps(report.to_json(), ensure_ascii=False))
    else:
        _show(report)
    if report.refused is not None:
        raise typer.Exit(1)


def _show(report: ClipReport) -> None:
    console = Console()
    if report.refused is not None:
        console.print(report.refused.sentence, markup=False, highlight=False)
        return
    table = Table()
    for heading in ("看什么", "多少", "怎么样", "怎么做"):
        table.add_column(heading, overflow="fold")
    for measure in report.measures:
        value = "" if measure.value is None else f"{measure.value} {measure.unit}"
        table.add_row(measure.name, value, _SAID[measure.verdict], measure.advice)
    if report.move is not None:
        verdict = {"yes": "good", "no": "change", "unsure": "unsure", None: "good"}[report.move.holds]
        table.add_row("镜头怎么动", report.move.name, _SAID[verdict], report.move.advice)
    console.print(table)
