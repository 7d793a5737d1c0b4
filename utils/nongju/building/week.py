"""Build one week: every page read, checked, expanded, tried and cut into its release."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nongju.building import code
from nongju.building.checks.evening import Asked, check_evening, check_numbering
from nongju.building.checks.examine import CodeCell, Examiner
from nongju.building.checks.figures import check_conflicts, fill_figures
from nongju.building.checks.giveaways import check_giveaways
from nongju.building.checks.leaks import check_peoples_files, check_release
from nongju.building.checks.prose import Passage, check_said, check_words, check_worksheet, passages
from nongju.building.checks.titles import MisconceptionTitles
from nongju.building.expand import Expansion
from nongju.building.fault import FaultLog
from nongju.building.myst import Cell, Page, read_page
from nongju.building.publish import BuiltWeek
from nongju.building.questions import check_placed, place_questions
from nongju.building.release import ReleaseError, cut_release, notebook_bytes
from nongju.building.vocabulary import MARKED, check_names, check_page, points_of
from nongju.course.facts import Facts
from nongju.course.layout import COPIED_FOLDERS, Course, syllabus_points, week_pages
from nongju.course.texts import UnreadableTextError, read_text

if TYPE_CHECKING:
    from traitlets.config import Config


@dataclass
class WeekBuilder:
    """Builds weeks of one course; misconception titles are compared across all of them."""

    course: Course
    facts: Facts
    faults: FaultLog
    config: "Config"
    titles: MisconceptionTitles = field(default_factory=MisconceptionTitles)
    step: Callable[[str], None] = lambda _said: None
    """Told what is being done, for a progress display."""

    def build(self, week: str) -> BuiltWeek | None:
        """The week's files; None if any fault of it is an error."""
        before = len(self.faults.errors)
        folder = self.course.week_folder(week)
        check_peoples_files(folder, f"course/{week}", self.faults)
        check_peoples_files(self.course.root / "source" / week, f"source/{week}", self.faults)
        paths = week_pages(folder)
        if not paths:
            self.faults.error(f"course/{week}/worksheet.md", 1, "no-page", "this week has no worksheet*.md")
            return None
        self.step(f"正在读 {week}")
        placed: dict[str, str] = {}
        pages = [self._page(path, folder, placed) for path in paths]
        check_placed(pages, folder, f"course/{week}", self.faults)
        check_names(pages, self.faults)
        examiner = Examiner(week, self.titles, self.faults, incomplete=not all(page.cells for page in pages))
        builders = [_PageBuilder(self, examiner, page, folder) for page in pages]
        expansions = {builder.page.name: builder.expand() for builder in builders}
        for builder in builders:
            builder.check_recalls()
        if not examiner.incomplete:
            check_numbering(examiner.asked, self.faults)
            self._check_points(week, expansions)
        if len(self.faults.errors) > before:
            return None
        source = {f"{name}.ipynb": notebook_bytes(done.build()) for name, done in expansions.items()}
        source |= _copied_files(folder)
        self.step(f"正在裁 {week} 的发布版")
        release = self._cut(week, source, pages[0])
        if release is None:
            return None
        for name, done in expansions.items():
            notebook = json.loads(release[f"{name}.ipynb"])
            released = {cell["id"]: _text(cell["source"]) for cell in notebook["cells"]}
            check_release(done.cells, released, self.faults)
        return None if len(self.faults.errors) > before else BuiltWeek(week, source, release)

    def question(self, week: str, name: str) -> Asked | None:
        """One question of a week with its rules and draws; None if it cannot be run, or is not there.

        Its faults, and only its, go to the fault log.
        """
        folder = self.course.week_folder(week)
        placed: dict[str, str] = {}
        examiner = Examiner(week, MisconceptionTitles(), self.faults)
        for path in week_pages(folder):
            page = self._page(path, folder, placed)
            cells = [cell for cell in page.cells if cell.name == name]
            if cells:
                _PageBuilder(self, examiner, replace(page, cells=cells), folder).examine()
        return examiner.asked[0] if examiner.asked else None

    def _page(self, path: Path, folder: Path, placed: dict[str, str]) -> Page:
        """A page with the cells of its questions; empty where it cannot be read."""
        file = self.course.relative(path)
        try:
            page = read_page(read_text(path), file, self.faults)
        except UnreadableTextError as error:
            self.faults.error(file, error.line, "encoding", str(error))
            return Page(file)
        return place_questions(page, folder, self.course.relative(folder), placed, self.faults)

    def _check_points(self, week: str, expansions: dict[str, Expansion]) -> None:
        """Fault where a notebook's points are not what the syllabus tells people."""
        told = syllabus_points(self.course.syllabus().get(week, {}))
        text = read_text(self.course.syllabus_file).split("\n") if told else []
        for name, points in told.items():
            line = next((n for n, said in enumerate(text, 1) if f'"{name}"' in said), 1)
            if name not in expansions:
                message = f"there is no page {name}.md in course/{week}/"
            elif (real := expansions[name].points) != points:
                message = f"{name} has {real:g} points, the syllabus says {points:g}; make them equal"
            else:
                continue
            self.faults.error(self.course.relative(self.course.syllabus_file), line, "syllabus", message)

    def _cut(self, week: str, source: dict[str, bytes], first: Page) -> dict[str, bytes] | None:
        with tempfile.TemporaryDirectory(prefix="nongju-build-") as work:
            try:
                return cut_release(week, source, self.config, Path(work).resolve())
            except ReleaseError as error:
                self.faults.error(first.file, 1, "nbgrader", f"nbgrader refused the week: {error}")
                return None


@dataclass
class _PageBuilder:
    """Checks, examines and expands the cells of one page, in order."""

    week: WeekBuilder
    examiner: Examiner
    page: Page
    folder: Path
    _recalls: list[tuple[str, str, int]] = field(default_factory=list)
    _kernel: dict[str, Any] = field(default_factory=dict)
    """What the solution and tests cells of the page have defined so far."""

    @property
    def faults(self) -> FaultLog:
        return self.week.faults

    def examine(self) -> None:
        """Try the page's questions, without what is checked of a whole page."""
        question: CodeCell | None = None
        for cell in check_page(self.page, self.faults):
            if cell.kind == "code" and self._sound(cell):
                made = CodeCell(cell, code.fill_facts(cell.source, cell, self.week.facts, self.faults))
                self._examine(made, question)
                question = made

    def expand(self) -> Expansion:
        """The page's cells for nbgrader; whatever is wrong goes to the fault log."""
        expansion = Expansion(self.page.name)
        read: list[Passage] = []
        shown_facts: list[str] = []
        question: CodeCell | None = None
        for cell in check_page(self.page, self.faults):
            if cell.kind == "markdown":
                question = None
                filled = fill_figures(cell, self.week.facts, self.faults)
                shown_facts += filled.facts
                read += self._read(cell, filled.readable)
                expansion.add(cell, filled.text)
                continue
            made = CodeCell(cell, code.fill_facts(cell.source, cell, self.week.facts, self.faults))
            if not self._sound(cell):
                self.examiner.incomplete = True
                question = None
                continue
            if cell.tag == "key" and (question is None or question.cell.name != cell.name):
                continue
            self.week.step(f"正在试 {self.examiner.week} 的 {cell.name}")
            self._examine(made, question)
            question = made if cell.tag in MARKED else None
            expansion.add(cell, made.source)
        check_conflicts(self.page.file, shown_facts, self.week.facts, self.faults)
        if self.page.name.startswith("worksheet") and self.page.cells:
            check_worksheet(self.page, read, self._selling(), self.faults)
            names = {cell.name for cell in self.page.cells}
            asked = [one for one in self.examiner.asked if one.cell.name in names and one.sound]
            if not self.examiner.incomplete:
                check_evening(self.page, read, asked, self._minutes(), self.faults)
            check_giveaways(self.page.file, read, asked, self.faults)
        return expansion

    def check_recalls(self) -> None:
        """Fault for each recall of an answer that no question of the week keeps."""
        for answer, file, line in self._recalls:
            if answer not in self.examiner.answers:
                message = f'nothing is kept under {answer!r}; write form.recall("question.field", ...)'
                self.faults.error(file, line, "recall", message)

    def _minutes(self) -> int | None:
        """Minutes of this evening, as the syllabus says."""
        entry = self.week.course.syllabus().get(self.examiner.week, {})
        evenings, minutes = entry.get("evening", []), entry.get("minutes", [])
        if not isinstance(evenings, list) or not isinstance(minutes, list):
            return None
        names = [one.get("notebook") for one in evenings if isinstance(one, dict)]
        place = names.index(self.page.name) if self.page.name in names else len(minutes)
        return int(minutes[place]) if place < len(minutes) else None

    def _selling(self) -> bool:
        """Whether the week sells; the syllabus may say `selling = false`."""
        entry = self.week.course.syllabus().get(self.examiner.week, {})
        return entry.get("selling", True) is not False

    def _read(self, cell: Cell, readable: str) -> list[Passage]:
        read = passages(cell, readable, self.folder, self.faults)
        for passage in read:
            check_words(cell, passage, self.faults)
        return read

    def _sound(self, cell: Cell) -> bool:
        """Whether a code cell can be examined and expanded; its faults go to the log."""
        if cell.tag != "key":
            code.check_first_line(cell, self.faults)
        tree = code.parse(cell, self.faults)
        if tree is None:
            return False
        if cell.tag not in ("solution", "tests"):
            check_said(cell.file, [*code.chinese_texts(tree, cell), (cell.title, cell.line)], self.faults)
        if cell.tag not in ("key", "solution", "tests"):
            self._recalls += [(answer, cell.file, line) for answer, line in code.recalls(tree, cell)]
        return code.check_shape(tree, cell, self.examiner.week, self.faults)

    def _examine(self, made: CodeCell, question: CodeCell | None) -> None:
        if made.cell.tag == "key":
            points = points_of(made.cell)
            if question is not None and points is not None:
                self.examiner.graded(question, made, points)
        elif made.cell.tag in ("solution", "tests"):
            self.examiner.solved(made, self._kernel, points_of(made.cell))
        elif made.cell.tag not in MARKED:
            self.examiner.shown(made)


def _copied_files(folder: Path) -> dict[str, bytes]:
    """Files of data/ and assets/ that go to learners as they are, by path within the week."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in COPIED_FOLDERS
        for path in sorted((folder / name).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def _text(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)
