"""Every hold on another library's insides, against what is installed and what pyproject lets in."""

import ast
import importlib
import importlib.util
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from nongju.nbgrading.patches import PATCHES

ROOT = Path(__file__).parents[2]
NAMES = [one.name for one in PATCHES]


def bounds():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(one) for one in project["dependencies"]]
    return {one.name: one.specifier for one in wanted}


@pytest.mark.parametrize("patch", PATCHES, ids=NAMES)
def test_no_version_beyond_those_tried_is_installed_or_let_in(patch):
    """Raising a bound in pyproject means trying each patch of that library again."""
    assert Version(version(patch.library)) < Version(patch.below), f"{patch.name}: try it, then raise `below`"
    upper = [Version(one.version) for one in bounds()[patch.library] if one.operator == "<"]
    assert upper and max(upper) <= Version(patch.below), f"{patch.name}: {patch.library} is let in untried"


@pytest.mark.parametrize("patch", PATCHES, ids=NAMES)
def test_what_a_patch_takes_hold_of_is_there(patch):
    for hold in patch.holds:
        module, _, path = hold.partition(":")
        thing = importlib.import_module(module)
        for name in path.split("."):
            assert hasattr(thing, name), f"{patch.name} ({patch.module}): {hold} is gone"
            thing = getattr(thing, name)


@pytest.mark.parametrize("patch", PATCHES, ids=NAMES)
def test_a_patch_stands_where_it_says(patch):
    assert importlib.util.find_spec(f"nongju.{patch.module}") is not None


def test_nothing_else_writes_into_another_library():
    """`module.name = ...` on an import of theirs, outside the modules that are listed."""
    listed = {one.module for one in PATCHES}
    libraries = ("nbgrader", "nbclient", "nbconvert", "nbformat", "jupyter_client", "ipykernel", "IPython")
    others = []
    for path in (ROOT / "utils" / "nongju").rglob("*.py"):
        if "node_modules" not in path.parts:
            others += written_into(path, libraries)
    rooms = {room.rpartition(".")[0] for room in listed} | listed
    assert [one for one in others if one[0] not in rooms and one[0].rpartition(".")[0] not in rooms] == []


def written_into(path, libraries):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    theirs = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            theirs |= {
                (one.asname or one.name).partition(".")[0]
                for one in node.names
                if one.name.split(".")[0] in libraries
            }
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in libraries:
            theirs |= {one.asname or one.name for one in node.names}
    here = ".".join(path.relative_to(ROOT / "utils" / "nongju").with_suffix("").parts)
    targets = [
        target
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute)
    ]
    return [(here, ast.unparse(one)) for one in targets if ast.unparse(one).partition(".")[0] in theirs]
