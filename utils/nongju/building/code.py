"""What an author's code cell says, read from its syntax tree without running it."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nongju.answers.kinds import kinds
from nongju.building.fault import FaultLog
from nongju.building.myst import Cell
from nongju.course.facts import EmptyFactError, Facts, UnknownFactError

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_KEY_CALLS = re.compile(r"rule_\w+|wrong|mark")
_HIDDEN_REGION = re.compile(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", re.DOTALL)
FORM_IMPORT = "from nongju import form"


@dataclass(frozen=True)
class Definition:
    """`variable = form.question(identity, ...)` of a cell; `line` is the line in the file."""

    variable: str
    identity: str
    line: int


def parse(cell: Cell, faults: FaultLog) -> ast.Module | None:
    """The cell's syntax tree; a syntax error becomes a fault and gives None."""
    try:
        return ast.parse(cell.source)
    except SyntaxError as error:
        line = cell.line + (error.lineno or 1) - 1
        faults.error(cell.file, line, "syntax", f"this is not Python: {error.msg}")
        return None


def check_first_line(cell: Cell, faults: FaultLog) -> None:
    """Fault if the line that JupyterLab shows on a folded cell is not a Chinese comment."""
    first = cell.source.split("\n", 1)[0]
    if not (first.startswith("#") and _CHINESE.search(first)) or "###" in first:
        faults.error(
            cell.file,
            cell.line,
            "first-line",
            "the first line must be a Chinese comment that says what the cell shows",
        )


def find_definition(tree: ast.Module, cell: Cell) -> Definition | None:
    """The cell's question definition, or None if it defines none."""
    for node in tree.body:
        if not (isinstance(node, ast.Assign) and _called(node.value) == "question"):
            continue
        target = node.targets[0]
        call = node.value
        assert isinstance(call, ast.Call)
        first = call.args[0] if call.args else None
        identity = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
        if isinstance(target, ast.Name):
            return Definition(target.id, identity, cell.line + node.lineno - 1)
    return None


def check_no_key(tree: ast.Module, cell: Cell, faults: FaultLog) -> None:
    """Faults of keys, rules or misconceptions in a cell that learners receive."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = _called(call)
        line = cell.line + call.lineno - 1
        if _KEY_CALLS.fullmatch(name):
            faults.error(
                cell.file,
                line,
                "key-in-question",
                f"{name}(...) would reach learners; move it to the key cell",
            )
        elif name not in {*kinds(), "column"} and any(keyword.arg == "key" for keyword in call.keywords):
            faults.error(
                cell.file, line, "key-in-question", "key=... would reach learners; move it to the key cell"
            )


def check_plain_words(tree: ast.Module, cell: Cell, faults: FaultLog) -> None:
    """Faults of texts that forms and marks would show with their asterisks: only Markdown cells have bold."""
    for text, line in chinese_texts(tree, cell):
        if "**" in text:
            faults.error(cell.file, line, "bold", "a form shows ** as it is; say it without")


def check_shape(tree: ast.Module, cell: Cell, week: str, faults: FaultLog) -> bool:
    """Whether the cell does what its tag says: defines its question, marks it, shows it."""
    check_plain_words(tree, cell, faults)
    definition = find_definition(tree, cell)
    called = method_calls(tree, definition.variable) if definition is not None else set()
    code, message = "", ""
    if cell.tag in ("question", "predict", "practice", "sheet") and definition is None:
        code = "no-definition"
        message = f'a {cell.tag} cell defines q = form.question("{week}/{cell.name}", ...)'
    elif cell.tag in ("practice", "sheet") and cell.tag not in called:
        code, message = "no-display", f"a {cell.tag} cell calls q.{cell.tag}(...)"
    elif cell.tag == "key" and last_call(tree) != "mark":
        code, message = "no-mark", "a key cell ends in q.mark(...), its last statement"
    elif cell.tag == "tests" and not _visible_code(cell.source):
        code, message = "wholly-hidden", "leave a test in sight: nbgrader calls an empty graded cell right"
    if cell.tag in ("question", "predict"):
        check_no_key(tree, cell, faults)
    if code:
        faults.error(cell.file, cell.line, code, message)
    return not code


def method_calls(tree: ast.Module, variable: str) -> set[str]:
    """Names of the methods called on a variable anywhere in the cell."""
    return {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == variable
    }


def last_call(tree: ast.Module) -> str:
    """Name of the method or function that the last statement calls, else an empty text."""
    last = tree.body[-1] if tree.body else None
    return _called(last.value) if isinstance(last, ast.Expr) else ""


def recalls(tree: ast.Module, cell: Cell) -> Iterator[tuple[str, int]]:
    """Each `form.recall("question.field", ...)` with the line in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) == "recall" and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, cell.line + node.lineno - 1


def chinese_texts(tree: ast.Module, cell: Cell) -> Iterator[tuple[str, int]]:
    """Each text with Chinese in it, as learners read it from a form, with its line; no docstrings."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and id(node) not in silent
            and isinstance(node.value, str)
            and _CHINESE.search(node.value)
        ):
            yield node.value, cell.line + node.lineno - 1


def fill_facts(source: str, cell: Cell, facts: Facts, faults: FaultLog) -> str:
    """The source with every `fact("key")` replaced by the figure itself; line count unchanged."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_fact(node)]
    for written in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        within = [node for node in ast.walk(written) if node in found]
        if within:
            # Python 3.11 does not say where in the file a part of an f-string stands
            message = "fact(...) does not work inside an f-string; give it a name first: FEE = fact(...)"
            faults.error(cell.file, cell.line + written.lineno - 1, "fact", message)
            found = [node for node in found if node not in within]
    lines = [line.encode() for line in source.split("\n")]
    for node in sorted(found, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line = cell.line + node.lineno - 1
        argument = node.args[0] if len(node.args) == 1 and not node.keywords else None
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            faults.error(cell.file, line, "fact", 'fact takes one key in quotes: fact("pork_2022_09")')
            continue
        if node.end_lineno != node.lineno or node.end_col_offset is None:
            faults.error(cell.file, line, "fact", "write fact(...) on one line")
            continue
        try:
            literal = repr(facts[argument.value].number)
        except (UnknownFactError, EmptyFactError) as error:
            faults.error(cell.file, line, "unknown-fact", str(error))
            continue
        text = lines[node.lineno - 1]
        literal = literal.removesuffix(".0")
        lines[node.lineno - 1] = text[: node.col_offset] + literal.encode() + text[node.end_col_offset :]
    return b"\n".join(lines).decode()


def insert_import(source: str) -> str:
    """The source with `form` imported after its leading comments, unless it imports it itself."""
    if any(alias.name == "form" for node in ast.walk(ast.parse(source)) for alias in _aliases(node)):
        return source
    lines = source.split("\n")
    index = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "\n".join([*lines[:index], FORM_IMPORT, *lines[index:]])


def insert_title(source: str, title: str) -> str:
    """The source with the question's title behind the positional arguments of its definition."""
    call = next(
        node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and _called(node.value) == "question"
    )
    assert isinstance(call, ast.Call)
    last = call.args[-1]
    lines = source.split("\n")
    row = (last.end_lineno or last.lineno) - 1
    encoded = lines[row].encode()
    before, behind = encoded[: last.end_col_offset].decode(), encoded[last.end_col_offset :].decode()
    said = f"title={json.dumps(title, ensure_ascii=False)}"
    if behind == ",":
        indent = lines[row][: len(lines[row]) - len(lines[row].lstrip())]
        lines[row : row + 1] = [f"{before},", f"{indent}{said},"]
    else:
        lines[row] = f"{before}, {said}{behind}"
    return "\n".join(lines)


def _visible_code(source: str) -> bool:
    """Whether anything but comments stands outside the hidden regions."""
    shown = _HIDDEN_REGION.sub("", source)
    return any(line.strip() and not line.lstrip().startswith("#") for line in shown.split("\n"))


class RenameCalls(ast.NodeTransformer):
    """Calls another method than the author wrote: {"practice": "mark"} lets the examiner see the rules."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Rename the method, and those within its arguments."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute):
            node.func.attr = self.names.get(node.func.attr, node.func.attr)
        return node


def _aliases(node: ast.AST) -> list[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else []


def _is_fact(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "fact"


def _called(node: ast.AST) -> str:
    """Last part of the name that a call calls; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
