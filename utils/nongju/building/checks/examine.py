"""Run every cell of a page as the examiner, before any learner does: nothing is shown or stored."""

import ast
import contextlib
import io
import os
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nongju.building.checks.evening import Asked, reading_length
from nongju.building.checks.rules import FIRST, RulesCheck
from nongju.building.checks.titles import MisconceptionTitles
from nongju.building.code import FORM_IMPORT, Definition, RenameCalls, find_definition
from nongju.building.fault import FaultLog
from nongju.building.myst import Cell

TRIED_NUMBERS = (0.0, 1.0, 50.0)
"""Put into every number field of a sheet, one after the other: it must answer to each."""

NO_NUMBER = re.compile(r"(?<![\w.])-0(?:\.0+)?(?![\d.])|\b(?:nan|inf)\b")
"""What a formula leaves in a sentence where nobody thought of 0: -0.00, nan, inf."""

_EARNED = "_nongju_earned"


@dataclass(frozen=True)
class CodeCell:
    """An author's code cell with its figures filled in."""

    cell: Cell
    source: str


@dataclass
class Examiner:
    """Examines the cells of one week, in order.

    `answers` gathers every "question.field" that the week stores, for recalls.
    """

    week: str
    titles: MisconceptionTitles
    faults: FaultLog
    answers: set[str] = field(default_factory=set)
    asked: list[Asked] = field(default_factory=list)
    """Every question of the week so far, in order."""
    incomplete: bool = False
    """Whether a question could not be looked at: what is counted over all of them would then be wrong."""

    def graded(self, question: CodeCell, key: CodeCell, points: float) -> None:
        """Run a question with its key, as its graded cell will; examine rules and scenes."""
        from nongju.answers.recording import examining

        definition = self._definition(question)
        if definition is None:
            return
        namespace: dict[str, Any] = {}
        with examining() as seen:
            if not self._run(question, namespace) or not self._run(key, namespace):
                return
        self._remember(namespace.get(definition.variable))
        if len(seen) != 1:
            self._fault(key.cell, "no-mark", f"the key calls {definition.variable}.mark(...) once")
            return
        asked, rules = seen[0]
        if any(rule.guess for rule in rules) is not (question.cell.tag == "predict"):
            self._fault(key.cell, "guess", "form.rule_guess marks predictions, and nothing else marks them")
            return
        self._look(
            question.cell,
            RulesCheck(asked, list(rules), key.cell, key.source, self.titles, self.faults, points),
        )

    def shown(self, code: CodeCell) -> None:
        """Run a practice, sheet or form cell; examine a practice's rules and a sheet's answers."""
        from nongju.answers.recording import examining

        definition = self._definition(code) if code.cell.tag != "form" else None
        if definition is None and code.cell.tag != "form":
            return
        namespace: dict[str, Any] = {}
        tree = RenameCalls({"practice": "mark"}).visit(ast.parse(code.source))
        with examining() as seen:
            if not self._run(code, namespace, tree):
                return
        if definition is None:
            return
        asked = namespace.get(definition.variable)
        self._remember(asked)
        if code.cell.tag == "practice" and seen:
            rules = list(seen[0][1])
            self._look(code.cell, RulesCheck(asked, rules, code.cell, code.source, self.titles, self.faults))
        if code.cell.tag == "sheet":
            if asked is not None:
                self.asked.append(Asked(code.cell, asked))
            self._try_sheet(code, asked, namespace.get("respond"))

    def solved(self, code: CodeCell, namespace: dict[str, Any], points: float | None) -> None:
        """Run a solution cell, or (with points) the tests behind it: the author's solution earns them all.

        Arguments:
            code: the cell.
            namespace: shared by the cells of one page, as in a kernel.
            points: of a tests cell; None for a solution.
        """
        tree = ast.parse(code.source)
        last = tree.body[-1] if tree.body else None
        if points is not None and isinstance(last, ast.Expr):
            tree.body[-1] = ast.copy_location(ast.Assign([ast.Name(_EARNED, ast.Store())], last.value), last)
        namespace.pop(_EARNED, None)
        with _as_nbgrader():
            ran = self._run(code, namespace, tree)
        earned = namespace.get(_EARNED, points)
        if ran and points is not None and earned != points:
            self._fault(
                code.cell, "solution-fails", f"the author's solution earns {earned}, not {points:g} points"
            )

    def _look(self, cell: Cell, check: RulesCheck) -> None:
        """Examine a question's rules, and keep it for what is checked of the whole page."""
        before = set(self.faults.errors)
        check.check()
        new = [fault for fault in self.faults.errors if fault not in before]
        sound = not any(fault.code in FIRST for fault in new)
        try:
            for variant in check.draws if sound else ():
                reading_length(Asked(cell, check.question, check.rules), variant)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            if not new:
                self._fault(cell, "raises", f"{type(error).__name__}: {error}", _line_in(cell, error))
            self.incomplete = True
            return
        self.asked.append(Asked(cell, check.question, check.rules, check.draws, sound))

    def _definition(self, code: CodeCell) -> Definition | None:
        definition = find_definition(ast.parse(code.source), code.cell)
        expected = f"{self.week}/{code.cell.name}"
        if definition is not None and definition.identity != expected:
            message = f'it is called {definition.identity!r}; write form.question("{expected}", ...)'
            self.faults.error(code.cell.file, definition.line, "identity", message)
            return None
        return definition

    def _remember(self, asked: Any) -> None:
        self.answers |= {f"{asked.key}.{one.key}" for one in asked.fields}

    def _try_sheet(self, code: CodeCell, asked: Any, respond: Any) -> None:
        """A sheet answers to blank fields and to any numbers, in numbers that a person would write."""
        if not callable(respond):
            return
        blank = {one.key: None for one in asked.fields}
        filled = [{one.key: one.sample(number) for one in asked.fields} for number in TRIED_NUMBERS]
        for values in (blank, *filled):
            try:
                said = str(respond(values))
            except Exception as error:
                message = f"respond({values}) raises {type(error).__name__}: {error}"
                self._fault(code.cell, "sheet-raises", message, _line_in(code.cell, error))
                return
            if odd := NO_NUMBER.search(said):
                message = f"respond({values}) says {odd.group()!r}: {said}; see form.format_gain"
                self._fault(code.cell, "sheet-says", message)
                return

    def _run(self, code: CodeCell, namespace: dict[str, Any], tree: ast.Module | None = None) -> bool:
        """Run a cell; what it raises becomes a fault at its own line."""
        cell = code.cell
        tree = ast.parse(code.source) if tree is None else tree
        ast.increment_lineno(tree, cell.line - 1)
        namespace.setdefault("__name__", "__main__")
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                exec(FORM_IMPORT, namespace)
                exec(compile(ast.fix_missing_locations(tree), cell.file, "exec"), namespace)
        except Exception as error:
            self.incomplete = True
            self._fault(cell, "raises", f"{type(error).__name__}: {error}", _line_in(cell, error))
            return False
        return True

    def _fault(self, cell: Cell, code: str, message: str, line: int = 0) -> None:
        self.faults.error(cell.file, line or cell.line, code, f"{cell.name}: {message}")


@contextlib.contextmanager
def _as_nbgrader() -> Iterator[None]:
    """The environment in which nbgrader runs a notebook to mark it."""
    before = os.environ.get("NBGRADER_EXECUTION")
    os.environ["NBGRADER_EXECUTION"] = "autograde"
    try:
        yield
    finally:
        if before is None:
            del os.environ["NBGRADER_EXECUTION"]
        else:
            os.environ["NBGRADER_EXECUTION"] = before


def _line_in(cell: Cell, error: Exception) -> int:
    """Line of the course text at which an exception was raised, the innermost one."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == cell.file]
    return (frames[-1].lineno if frames else None) or cell.line
