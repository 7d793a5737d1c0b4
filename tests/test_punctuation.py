"""Chinese text carries full-width punctuation, on the screen and in the terminal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import nongju
from nongju.building.checks.prose import HALF_WIDTH

PACKAGE = Path(nongju.__file__).parent
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PATTERN = re.compile(r"\(\?|\\[ds]|\)\?|\)\+|\]\+")
"""What only a regular expression holds: those may look for half-width marks beside Chinese."""
ENGLISH = re.compile(r"[a-z]{2,} [a-z]+ [a-z]{2,}")
"""A sentence for an author that quotes a few Chinese words."""
FILE_NAMES = ("id,name",)
"""Texts that quote what stands in a file."""


def said(source: str) -> Iterator[tuple[int, str]]:
    """Each text of a module that somebody may read, with its line.

    Docstrings are for developers, and a regular expression may look for half-width marks beside Chinese.
    """
    tree = ast.parse(source)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    silent |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re."):
            silent |= {id(node) for node in ast.walk(call)}
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_chinese_of_the_package_is_punctuated_in_full_width() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text[:60]}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text in said(path.read_text(encoding="utf-8"))
        if CHINESE.search(text)
        and HALF_WIDTH.search(text)
        and not PATTERN.search(text)
        and not ENGLISH.search(text)
        and not any(n in text for n in FILE_NAMES)
    ]
    assert found == []


def test_chinese_of_pages_and_scripts_is_punctuated_in_full_width() -> None:
    written = [path for kind in ("*.js", "*.j2", "*.html") for path in sorted(PACKAGE.rglob(kind))]
    own = [path for path in written if not {"node_modules", "models"} & set(path.parts)]
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text.strip()[:60]}"
        for path in own
        if "bundle" not in path.name
        for line, text in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if HALF_WIDTH.search(text) and not text.strip().startswith(("//", "*", "/*"))
    ]
    assert found == []
