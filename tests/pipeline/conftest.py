"""A small course in a temporary folder, and a class that went through stock nbgrader once.

One graded question, one own sheet with a task, one code question: what can go wrong needs no more.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.classroom.conftest import WEEK, cell, graded, notebook, text_of, zipped

from nongju.building.register import register
from nongju.building.release import cut_release
from nongju.classroom.collecting.collect import collect
from nongju.classroom.collecting.record import Collected
from nongju.course.layout import Course
from nongju.course.roster import Learner, Roster, write_roster
from nongju.course.settings import course_config
from nongju.nbgrading.stock import Outcome, autograde, generate_feedback

ROOT = Path(__file__).parents[2]

CONFIG = "from nongju.classroom import configure\nc = get_config()\nconfigure(c)\n"

DEFINITION = """\
# 第 1 题:一斤毛利
from nongju import form
q = form.question(
    "pricing-margin/p1",
    scenes=[
        form.scene("腊肉", "一斤本钱 {cost} 元,卖 {price} 元。", cost=35, price=60),
        form.scene("香肠", "一斤本钱 {cost} 元,卖 {price} 元。", cost=35, price=60),
        form.scene("干莲子", "一斤本钱 {cost} 元,卖 {price} 元。", cost=35, price=60),
    ],
    fields=[
        form.number("margin", "一斤毛利几元?", unit="元"),
        form.choice("open", "开不开?", {"yes": "开", "no": "不开"}),
        form.text("why", "为什么?"),
    ],
    title="第 1 题 一斤毛利",
)
"""

KEY = """\
q.mark(
    form.rule_number("margin", points=3, within=0.05, key=lambda s: s.price - s.cost,
        why="卖 {price} 元,本钱 {cost} 元,毛利 {key} 元。",
        wrong=[
            form.wrong("cost_forgotten", "忘了本钱", lambda s: s.price, "卖价不是赚的，先减本钱。"),
            form.wrong("cost_as_margin", "把本钱当毛利", lambda s: s.cost, "本钱是花出去的。"),
        ]),
    form.rule_choice("open", points=2, key="yes", why="有毛利就开。",
        wrong=[form.wrong("afraid", "怕亏", "no", "算清了就不怕。")]),
    form.rule_text("why", points=1, any_of=[["毛利", "赚"]], why="说到毛利就行。"),
)"""

SHEET = """\
# 我的价格单
from nongju import form
q = form.question(
    "pricing-margin/own", text="写写你家的货。", fields=[form.text("plan", "怎么卖?", max_chars=20000)]
)
q.sheet(lambda values: form.lines([]))"""

SHEET_1 = notebook(
    cell("markdown", "# 一单赚多少", "text-1"),
    cell("code", f"{DEFINITION}q.show()", "p1", grade_id="p1"),
    cell(
        "code",
        f"{DEFINITION}q.answered()\n### BEGIN HIDDEN TESTS\n{KEY}\n### END HIDDEN TESTS",
        "p1-mark",
        **graded("p1-mark"),
    ),
    cell("code", SHEET, "own", grade_id="own"),
    cell("markdown", "## 我的价格单", "own-task", grade_id="own-task", task=True, points=10),
)

SOLUTION = "# 你的代码\ndef 毛利(价, 本):\n    ### BEGIN SOLUTION\n    return 价 - 本\n    ### END SOLUTION"
TESTS = "# 检查\nassert callable(毛利)\n### BEGIN HIDDEN TESTS\nassert 毛利(5, 2) == 3\n### END HIDDEN TESTS"
ADVANCED = notebook(
    cell("markdown", "## 写一个函数", "text-2"),
    cell("code", SOLUTION, "code", grade_id="code", solution=True, locked=False),
    cell("code", TESTS, "code-tests", **graded("code-tests", 2)),
)

SHEET_NAME, ADVANCED_NAME = "worksheet-1.ipynb", "advanced.ipynb"

EVIL = (
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
    "<a href='javascript:window.hacked = 1'>点我</a>"
    "<iframe srcdoc='<script>parent.hacked = 1</script>'></iframe>"
    "$$\\href{javascript:window.hacked=1}{点}$$ \\(x\\) [点](javascript:window.hacked=1) =1+1 "
)
"""What a learner might paste from anywhere: scripts, formulas, links."""


def command(folder: Path, *words: str) -> str:
    """What a command of ours printed; it must end with 0."""
    run = [sys.executable, "-c", "from nongju.cli import main; main()", *words]
    done = subprocess.run(run, cwd=folder, capture_output=True, encoding="utf-8", check=False, env=os.environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demo_of(tmp_path_factory) -> Callable[..., tuple[Path, list[dict]]]:
    """Runs `nongju demo` on weeks in a copy of the repository: the course that it left, and its rows."""

    def demo(*weeks: str) -> tuple[Path, list[dict]]:
        root = tmp_path_factory.mktemp("repository")
        for name in ("source", "release", "tests/sample_class"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copyfile(ROOT / "nbgrader_config.py", root / "nbgrader_config.py")
        return root / ".demo" / "course", json.loads(command(root, "demo", *weeks, "--json"))

    return demo


@dataclass(frozen=True)
class MarkedClass:
    """The course after collect, autograde and generate_feedback, and what they said."""

    course: Course
    roster: Roster
    collected: Collected
    outcome: Outcome
    steps: list[tuple[int, int]]
    pages: list[str]

    @property
    def address(self) -> str:
        return f"sqlite:///{self.course.root / 'gradebook.db'}"

    def page(self, learner: str, name: str = "worksheet-1") -> str:
        return (self.course.root / "feedback" / learner / WEEK / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def built_course(tmp_path_factory) -> Path:
    """Released and registered, nothing handed in."""
    root = tmp_path_factory.mktemp("pipeline") / "course"
    root.mkdir()
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    source = {SHEET_NAME: text_of(SHEET_1).encode(), ADVANCED_NAME: text_of(ADVANCED).encode()}
    release = cut_release(WEEK, source, course_config(root), tmp_path_factory.mktemp("cut"))
    for stage, files in (("source", source), ("release", release)):
        for name, raw in files.items():
            path = root / stage / WEEK / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
    register(Course(root), WEEK)
    return root


def answered(learner: str, margin="", choice="", why="", plan="") -> str:
    entries = {
        "p1.margin": {"kind": "number", "raw": margin},
        "p1.open": {"kind": "choice", "raw": choice},
        "p1.why": {"kind": "text", "raw": why},
        "own.plan": {"kind": "text", "raw": plan},
    }
    given = {key: {**one, "saved": "2026-11-20T10:00:00+08:00"} for key, one in entries.items() if one["raw"]}
    made = {"format": "nongju-answers", "version": 1, "week": WEEK, "learner": learner, "pair": None}
    return json.dumps({**made, "answers": given}, ensure_ascii=False)


@pytest.fixture
def course(built_course, tmp_path) -> Course:
    """A copy of the built course, for a test that changes it."""
    shutil.copytree(built_course, tmp_path / "course")
    return Course(tmp_path / "course")


@pytest.fixture
def roster() -> Roster:
    return Roster({"right": Learner(id="right")})


@pytest.fixture(scope="session")
def marked(built_course, tmp_path_factory) -> MarkedClass:
    """A class of eight that shows what stock nbgrader makes of damage, code and evil text."""
    root = tmp_path_factory.mktemp("marked") / "course"
    shutil.copytree(built_course, root)
    course, away = Course(root), tmp_path_factory.mktemp("zips")
    sheet, advanced = (
        json.loads((root / "release" / WEEK / n).read_bytes()) for n in (SHEET_NAME, ADVANCED_NAME)
    )
    solved = with_code(advanced, "def 毛利(价, 本):\n    return 价 - 本")
    hand_ins = {
        "right": {
            SHEET_NAME: text_of(sheet),
            ADVANCED_NAME: text_of(solved),
            "answers.json": answered("right", "25", "yes", "有毛利", "我家的腊肉"),
        },
        "evil": {
            SHEET_NAME: text_of(evil_notebook(sheet)),
            ADVANCED_NAME: text_of(evil_notebook(advanced)),
            "answers.json": answered("evil", "60", "no", EVIL[:400], EVIL + "长" * 10_000),
        },
        "wrong": {
            SHEET_NAME: text_of(sheet),
            ADVANCED_NAME: text_of(with_code(advanced, "def 毛利(价, 本):\n    return 价")),
            "answers.json": answered("wrong", "25", "yes", "毛利"),
        },
        "blank": {
            SHEET_NAME: text_of(sheet),
            ADVANCED_NAME: text_of(advanced),
            "answers.json": answered("blank"),
        },
        "学员三": {"answers.json": answered("学员三", "35", "yes", "不知道")},
        "killer": {
            SHEET_NAME: text_of(sheet),
            ADVANCED_NAME: text_of(with_code(advanced, "import os\nos._exit(1)")),
            "answers.json": answered("killer", "25", "yes", "毛利"),
        },
    }
    paths = [zipped(away / f"{learner}.zip", files) for learner, files in hand_ins.items()]
    people = [*hand_ins, "damaged", "gone"]
    roster = Roster({one: Learner(id=one, name=f"{one}的名字") for one in people})
    write_roster(roster, root / "roster.csv")
    damaged_by_hand(root, sheet)
    collected = collect(course, WEEK, paths, roster=roster)
    steps: list[tuple[int, int]] = []
    outcome = autograde(course, WEEK, progress=lambda done, total: steps.append((done, total)))
    comment(course, "right", "## 好\n<script>window.hacked = 1</script>")
    return MarkedClass(course, roster, collected, outcome, steps, generate_feedback(course, WEEK))


def with_code(advanced: dict, code: str) -> dict:
    changed = deepcopy(advanced)
    for one in changed["cells"]:
        if one["metadata"].get("nbgrader", {}).get("solution"):
            one["source"] = code
    return changed


def evil_notebook(released: dict) -> dict:
    """The released notebook with evil cells of every type in front, and code that shows evil outputs."""
    changed = deepcopy(released)
    raw = {
        "cell_type": "raw",
        "id": "raw",
        "metadata": {"format": "text/html", "tags": ['"><script>']},
        "source": EVIL,
    }
    attached = {"image.svg": {"image/svg+xml": "PHN2Zy8+"}}
    markdown = {**cell("markdown", EVIL + "汉" * 10_000, "evil"), "attachments": attached}
    show = "from IPython.display import HTML, Javascript, Latex, Markdown, display\n"
    show += f"evil = {EVIL!r}\nprint(evil)\n"
    show += "display(HTML(evil), Markdown(evil), Latex(evil), Javascript('window.hacked = 1'))"
    changed["cells"] = [markdown, raw, cell("code", show, "show"), *changed["cells"]]
    changed["metadata"]["title"] = EVIL
    return changed


def damaged_by_hand(root: Path, sheet: dict) -> None:
    """A hand-in that came another way (nbgrader's own collect), with cells deleted and duplicated."""
    folder = root / "submitted" / "damaged" / WEEK
    folder.mkdir(parents=True)
    changed = deepcopy(sheet)
    changed["cells"] = [changed["cells"][0], changed["cells"][1], changed["cells"][3], changed["cells"][3]]
    (folder / SHEET_NAME).write_text(text_of(changed), encoding="utf-8")
    (folder / "answers.json").write_text(answered("damaged", "25", "yes", "毛利"), encoding="utf-8")


def comment(course: Course, learner: str, words: str) -> None:
    """What a grader writes in formgrader below the task."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.find_comment("own-task", "worksheet-1", WEEK, learner).manual_comment = words
        gradebook.db.commit()
