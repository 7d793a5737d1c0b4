"""Removes every listed guard, one by one, in a copy of the repository, and wants a test to fail each time.

    python -m tests.guards [WORDS ...]     only guards whose name or file holds one of the words

The copy (`.guards/`, removed at the end) has an environment of its own, so that processes behind the sandbox's wall
run the copy too. First the named tests must pass there with every guard in place. Prints a survivor by name; the
exit code is 0 only when there is none.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import queue
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
from tests.guards.listed import Guard, guards

ROOT = Path(__file__).parents[2]
COPIES = ROOT / ".guards"
COPIED = ("utils", "tests", "source", "release", "course", "pyproject.toml", "nbgrader_config.py")
SIDE_BY_SIDE = 2
SECONDS = 300
"""Longest for the tests of one guard; one that is `endless` is noticed by that."""

BROKEN_SOURCE = re.compile(r"\b(SyntaxError|IndentationError|NameError|ImportError)\b")
"""What a piece that was taken out badly raises: it says nothing of the guard."""


def copy(number: int) -> Path:
    """A copy of the repository whose environment imports the copy's package; its files are shared by hard links."""
    place = COPIES / str(number)
    place.mkdir(parents=True)
    for name in COPIED:
        source, ignored = ROOT / name, shutil.ignore_patterns("__pycache__", "node_modules")
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=ignored)
        else:
            shutil.copy(source, place / name)
    environment = Path(sys.prefix)
    subprocess.run(["cp", "-al", environment, place / ".venv"], check=True)
    for pth in (place / ".venv").rglob("__editable__*nongju*.pth"):
        pth.unlink()
        pth.write_text(f"{place / 'utils'}\n")
    return place


class Copy:
    """A copy, and the process that runs tests in it."""

    def __init__(self, number: int) -> None:
        self.place = copy(number)
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [self.place / ".venv" / "bin" / "python", "-m", "tests.guards.warm"],
            cwd=self.place,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def run(self, tests: Sequence[str], seconds: float | None = SECONDS) -> tuple[int, str]:
        """Exit code and last output of pytest over some tests; -1 when they did not end in time."""
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(list(tests)) + "\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], seconds)[0]:
            self.end()
            self._start()
            return -1, "no end"
        code, said = json.loads(process.stdout.readline())
        return code, said

    def end(self) -> None:
        """End the process and what it started."""
        for one in [*psutil.Process(self._process.pid).children(recursive=True), self._process]:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        self._process.wait()


def outcome(where: Copy, guard: Guard) -> str:
    """What happened without a guard: "red", or why it is not."""
    path = where.place / "utils" / "nongju" / guard.file
    text = path.read_text(encoding="utf-8")
    if text.count(guard.piece) != 1 or not guard.piece:
        return f"its piece of source stands there {text.count(guard.piece)} times"
    try:
        write(path, text.replace(guard.piece, guard.without))
        code, said = where.run(guard.tests)
    finally:
        write(path, text)
    if code == 1 and BROKEN_SOURCE.search(said) is None:
        return "red"
    if code == -1:
        return "red" if guard.endless else f"no end within {SECONDS} seconds"
    return "green: no test notices" if code == 0 else f"pytest ended with {code}: {said[-300:]}"


def write(path: Path, text: str) -> None:
    """A module's new text, and nothing compiled from the old one."""
    path.write_text(text, encoding="utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        compiled.unlink()


def chosen(words: list[str]) -> list[Guard]:
    """The guards whose name or file holds one of the words; all without words."""
    return [one for one in guards() if not words or any(word in f"{one.name} {one.file}" for word in words)]


def main() -> int:
    """Try every chosen guard; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("words", nargs="*")
    asked = chosen(parser.parse_args().words)
    shutil.rmtree(COPIES, ignore_errors=True)
    copies: list[Copy] = []
    try:
        copies += [Copy(number) for number in range(SIDE_BY_SIDE)]
        places: queue.Queue[Copy] = queue.Queue()
        for one in copies:
            places.put(one)
        named = sorted({test for one in asked for test in one.tests})
        halves = [part for part in (named[::2], named[1::2]) if part]
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            whole = [*pool.map(lambda number: copies[number].run(halves[number], None), range(len(halves)))]
        if any(code for code, _ in whole):
            print(
                "with every guard in place the tests are not green:", *(said for _, said in whole), sep="\n"
            )
            return 2

        def tried(guard: Guard) -> tuple[Guard, str]:
            place = places.get()
            try:
                return guard, outcome(place, guard)
            finally:
                places.put(place)

        survivors = 0
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            for number, (guard, what) in enumerate(pool.map(tried, asked), 1):
                if what != "red":
                    survivors += 1
                    print(f"{guard.name} ({guard.file}): {what}", flush=True)
                elif sys.stdout.isatty():
                    print(f"\r{number} of {len(asked)}", end="", flush=True)
        print(f"{len(asked)} guards, {survivors} of them not held by a test")
        return 1 if survivors else 0
    finally:
        for one in copies:
            one.end()
        shutil.rmtree(COPIES, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
