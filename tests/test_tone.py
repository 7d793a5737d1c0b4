"""What the package itself says to learners holds no marks and no 错误, as their lessons do not."""

from pathlib import Path

import pytest
from tests.test_punctuation import CHINESE, said

import nongju
from nongju.building.checks.tone import unkind_words

PACKAGE = Path(nongju.__file__).parent
ROOMS = ("answers", "marking", "simulators", "lab", "clips")
"""Rooms whose texts learners read; points stand in reports and workbooks of instructors and graders."""


@pytest.mark.parametrize("room", ROOMS)
def test_the_package_speaks_to_learners_without_marks(room):
    spoken = [
        (path, text)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for _, text in said(path.read_text("utf-8"))
    ]
    spoken += [
        (path, line)
        for kind in ("js", "html", "j2", "md")
        for path in sorted((PACKAGE / room).rglob(f"*.{kind}"))
        if "node_modules" not in path.parts and "bundle" not in path.name
        for line in path.read_text("utf-8").splitlines()
    ]
    chinese = [(path, text) for path, text in spoken if CHINESE.search(text)]
    assert chinese
    found = [f"{path.name}: {text[:60]}: {word}" for path, text in chinese for word in unkind_words(text)]
    assert found == []
