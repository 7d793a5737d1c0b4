"""The `nongju` command: one subcommand for each step of a worksheet's road."""

import sys

from nongju_start import leave_out_strays

leave_out_strays(sys.argv)  # before anything is imported that a stray file may be taken for

# isort: split
import typer

from nongju import __version__
from nongju.building.author_command import new_week, question
from nongju.building.command import build, release
from nongju.classroom.command import collect, demo, feedback, hand_in, report, roster
from nongju.clips.command import clip
from nongju.doctor import doctor
from nongju.failures import Commands
from nongju.grading.command import grade
from nongju.lab.command import lab

app = typer.Typer(
    cls=Commands,
    name="nongju",
    help="Nongju（农具）：build, hand out, collect, mark and report the weekly workbook.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("build", help="把 course/ 里的课文建成 source/ 和 release/。")(build)
app.command("question", help="看一道题的每个场景：题面、答案、每个错法的数和说法、四舍五入以后怎样。")(
    question
)
app.command("new-week", help="建一个能直接用的新周：该有的小节、每种题一道、哪里写什么。")(new_week)
app.command("release", help="把建好的一周登记进成绩库；答案变了，说哪些分要重批。")(release)
app.command("lab")(lab)
app.command("hand-in")(hand_in)
app.command("collect")(collect)
app.command("grade")(grade)
app.command("feedback")(feedback)
app.command("report")(report)
app.command("roster")(roster)
app.command("demo")(demo)
app.add_typer(clip, name="clip")
app.command("doctor")(doctor)


@app.command("version")
def version() -> None:
    """Print the version of this package."""
    typer.echo(__version__)


def main() -> None:
    """Entry point of the console script."""
    app()
