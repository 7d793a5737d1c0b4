"""A full disk, a read-only folder, a locked gradebook, no shared memory: the real commands in such a place.

bubblewrap makes the place; what was collected and marked before is there afterwards.
"""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.classroom.conftest import WEEK, zipped
from tests.pipeline.conftest import SHEET_NAME, answered

pytestmark = pytest.mark.usefixtures("walled")

RUN = [sys.executable, "-c", "from nongju.cli import main; main()"]


@pytest.fixture(scope="module")
def marked_course(built_course, tmp_path_factory):
    """A course with one learner collected, marked and told."""
    root = tmp_path_factory.mktemp("pc") / "course"
    shutil.copytree(built_course, root)
    (root / "roster.csv").write_text("id,name\nright,王丽\n", encoding="utf-8")
    sheet = (root / "release" / WEEK / SHEET_NAME).read_bytes()
    made = zipped(root.parent / "right.zip", {SHEET_NAME: sheet, "answers.json": answered("right", "25")})
    for words in (("collect", WEEK, str(made)), ("grade", WEEK), ("feedback", WEEK), ("report", WEEK)):
        subprocess.run([*RUN, *words], cwd=root, check=True, capture_output=True)
    return root


def newer(root: Path) -> Path:
    sheet = (root / "release" / WEEK / SHEET_NAME).read_bytes()
    return zipped(
        root.parent / "newer.zip", {SHEET_NAME: sheet, "answers.json": answered("right", "25", "yes")}
    )


def said(root: Path, place: list[str], *words: str) -> subprocess.CompletedProcess[str]:
    command = ["bwrap", "--dev-bind", "/", "/", *place, "--chdir", str(root), *RUN, *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def kept(root: Path) -> dict[str, bytes]:
    """What a class has: hand-ins, marks, pages, lists."""
    stages = ("submitted", "autograded", "feedback", "reports", "received")
    files = [path for stage in stages for path in (root / stage).rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in [*files, root / "roster.csv", root / "gradebook.db"]}


def commands(root: Path) -> list[tuple[str, ...]]:
    return [
        ("collect", WEEK, str(newer(root))),
        ("grade", WEEK, "--force"),
        ("report", WEEK),
        ("feedback", WEEK),
        ("roster", str(root / "roster.csv")),
        ("hand-in", WEEK, "--folder", str(root / "submitted" / "right" / WEEK), "--learner", "right"),
    ]


def test_a_read_only_folder_is_one_sentence_for_each_command(marked_course):
    before = kept(marked_course)
    for words in commands(marked_course):
        done = said(marked_course, ["--ro-bind", str(marked_course), str(marked_course)], *words)
        assert (done.returncode, "写不进" in done.stderr) == (1, True), (words, done.stderr)
    assert kept(marked_course) == before


def test_a_full_disk_is_one_sentence_and_what_was_there_stays(marked_course, tmp_path):
    """All commands run one after another on a disk of four megabytes that is filled to the last byte."""
    small = tmp_path / "small"
    small.mkdir()
    lines = [f"cp -r {marked_course} {small}", f"cd {small}/course", f"(yes > {small}/fill) 2> /dev/null"]
    for words in commands(marked_course):
        if words[0] == "feedback":
            continue  # it makes room by taking old pages away
        quoted = " ".join(f"'{word}'" for word in words).replace(str(marked_course), f"{small}/course")
        lines.append(f"{RUN[0]} -c '{RUN[2]}' {quoted} >&2; echo '== {words[0]}' $?")
    lines += [
        "rm ../fill",
        *(f"test -s {name} && echo there" for name in ("roster.csv", f"reports/{WEEK}.html")),
    ]
    lines.append(f"{RUN[0]} -c '{RUN[2]}' report {WEEK}")
    size = ["--size", "4000000", "--tmpfs", str(small)]
    command = ["bwrap", "--dev-bind", "/", "/", *size, "bash", "-c", "\n".join(lines)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert "Traceback" not in done.stdout + done.stderr
    codes = dict(line.split()[1:] for line in done.stdout.splitlines() if line.startswith("== "))
    assert codes == dict.fromkeys(("collect", "grade", "report", "roster", "hand-in"), "1"), (
        done.stdout + done.stderr
    )
    assert done.stderr.count("满了") == 5
    assert done.stdout.count("there") == 2
    assert "全班情况" in done.stdout


def test_a_locked_gradebook_is_one_sentence_and_collecting_goes_on(marked_course, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(marked_course, root)
    with closing(sqlite3.connect(root / "gradebook.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert said(root, [], "collect", WEEK, str(newer(root))).returncode == 0
        for words in (("grade", WEEK, "--force"), ("report", WEEK)):
            done = said(root, [], *words)
            assert (done.returncode, "正被别的程序占着" in done.stderr) == (1, True), (words, done.stderr)
    assert said(root, [], "grade", WEEK).returncode == 0


def test_without_shared_memory_grading_says_what_is_missing(marked_course):
    devices = ("null", "zero", "urandom", "random", "full", "tty")
    bound = [word for name in devices for word in ("--dev-bind", f"/dev/{name}", f"/dev/{name}")]
    done = said(marked_course, ["--tmpfs", "/dev", *bound], "grade", WEEK, "--force")
    assert done.returncode == 1
    assert "/dev/shm" in done.stderr
