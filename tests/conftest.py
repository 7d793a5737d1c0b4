"""What every part of the suite may ask for: a real Chromium, a real `nongju lab` in a process of its own."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from tests.missing import missing
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from nongju.grading.sandbox import bubblewrap

ROUGH = {"grading/test_attacks.py", "grading/test_bombs.py", "grading/test_faults.py"}
"""Tests that fill a machine on purpose, or that count on being heard at once.

`make test` looks for them below tests/grading alone."""


APART = "browser/test_model_hand_in.py"
"""A file whose tests share nothing and take a minute each: workers take them one by one."""

ATTACKS = "grading/test_attacks.py"
"""A file whose class is attacked in four settings, a quarter of a minute each: workers take it by setting."""


@pytest.hookimpl(tryfirst=True)  # pytest chooses by marker in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks `alone` what needs the whole machine, and starts the slow folders of the others first."""
    here = Path(__file__).parent

    def place(item: pytest.Item) -> str:
        return item.path.relative_to(here).as_posix()

    for item in items:
        if place(item) in ROUGH:
            item.add_marker(pytest.mark.alone)
    items.sort(key=lambda item: not place(item).startswith(("browser/", "pipeline/", "grading/")))


class ByFile(LoadFileScheduling):
    """xdist's --dist loadfile, but for the tests of two files."""

    def _split_scope(self, nodeid: str) -> str:
        if ATTACKS in nodeid:
            return ATTACKS + nodeid.partition("[")[2]
        return nodeid if APART in nodeid else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Lets workers take the tests of `APART` one by one, and those of `ATTACKS` by setting."""
    return ByFile(config, log)


settings.register_profile("suite", deadline=None)  # a busy machine is nobody's mistake
settings.load_profile("suite")

OPENING_SECONDS = 120
"""Longest wait for a worksheet to open: 6 s on a quiet machine, a loaded one gets twenty times that."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium; where the program is absent CI fails, and elsewhere the test says so."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        missing("the program chromium", "apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def walled() -> None:
    """The sandbox's program; where it is absent CI fails, and elsewhere the test says so."""
    if bubblewrap.find() is None:
        missing("the program bwrap", "apt-get install bubblewrap")


@dataclass
class OpenLab:
    """A running `nongju lab`: the address it printed, the learner's folder, its process, what it said."""

    address: str
    folder: Path
    process: subprocess.Popen[str]
    said: list[str]

    @property
    def server(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.address).query)["token"][0]


NONGJU = (sys.executable, "-c", "from nongju.cli import main; main()")
"""The command of this checkout, as a script of an installed package would start it."""


@contextmanager
def running_lab(
    course: Path,
    week: str,
    learner: str,
    evening: int,
    *,
    port: int = 0,
    command: Sequence[str] = NONGJU,
    env: Mapping[str, str] | None = None,
) -> Iterator[OpenLab]:
    """Starts the command as a learner would and waits until it prints the address."""
    options = ["--id", learner, "--evening", str(evening), "--no-browser", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "lab", week, *options],
        cwd=course,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    late = threading.Timer(OPENING_SECONDS, process.kill)
    late.start()
    try:
        assert process.stdout is not None
        said: list[str] = []
        for line in process.stdout:
            said.append(line.strip())
            if line.startswith("http://"):
                break
        else:
            pytest.fail("nongju lab ended before it opened:\n" + "\n".join(said))
        late.cancel()
        yield OpenLab(said[-1], course / "learners" / learner.casefold() / week, process, said)
    finally:
        late.cancel()
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture(scope="module")
def open_lab_once() -> Iterator[Callable[..., OpenLab]]:
    """As `open_lab`, for what several tests of a module look at."""
    with ExitStack() as opened:
        yield lambda *where, **how: opened.enter_context(running_lab(*where, **how))


@pytest.fixture
def open_lab() -> Iterator[Callable[..., OpenLab]]:
    """Opens `nongju lab` for (course, week, learner, evening); all are closed when the test ends."""
    with ExitStack() as opened:
        yield lambda *where, **how: opened.enter_context(running_lab(*where, **how))
