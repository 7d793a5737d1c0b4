"""What every command says on the screen: a sentence, a warning, a bar, and the end of one that cannot go on.

Sentences go through `printable`: file names, ids and messages of a notebook are strangers' text. What a
program may read goes to stdout; bars and warnings go to stderr.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)

from nongju.printable import printable

Step = Callable[..., None]
"""Called with what is done and, where it is counted, how much there is."""


def on_stderr() -> Console:
    """The screen beside what a program may read."""
    return Console(stderr=True)


def say(sentence: str) -> None:
    """A sentence on stdout."""
    typer.echo(printable(sentence))


def warn(console: Console, sentence: str, style: str = "yellow") -> None:
    """A sentence in a colour, letter for letter, however wide the screen is."""
    console.print(printable(sentence), style=style, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def sentences(console: Console, *kinds: type[Exception]) -> Iterator[None]:
    """Turns our own exceptions into their sentence and exit code 1."""
    try:
        yield
    except kinds as error:
        warn(console, str(error), "red")
        raise typer.Exit(1) from error


@contextmanager
def counted(console: Console, words: str, *more: ProgressColumn) -> Iterator[Step]:
    """A bar over a number of things, gone when it is over; yields what is called with done and total."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        *more,
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(words, total=None, rate="")

        def step(done: int, total: int) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            rate = f"{done / elapsed:.1f} 份/秒" if elapsed > 1 else ""
            bar.update(task, completed=done, total=total, rate=rate)

        yield step


@contextmanager
def measured(console: Console, words: str) -> Iterator[Step]:
    """A bar over one thing, gone when it is over; yields what is called with the share done, 0 to 1."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(words, total=1.0)
        yield lambda done: bar.update(task, completed=done)


RATE = TextColumn("{task.fields[rate]}")
"""Column for `counted`: hand-ins a second."""
