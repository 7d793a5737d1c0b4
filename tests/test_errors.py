"""One tree of exceptions, drawn where it begins."""

import importlib
import inspect
import pkgutil
import re

import nongju
from nongju import errors

ALONE = ("__main__", "_preload", "subset_font", "compile")
"""Modules that do something when they are imported."""


def exceptions():
    found = {}
    for module in pkgutil.walk_packages(nongju.__path__, "nongju."):
        if module.name.endswith(ALONE) or ".models" in module.name:
            continue
        for name, thing in vars(importlib.import_module(module.name)).items():
            if (
                inspect.isclass(thing)
                and issubclass(thing, BaseException)
                and thing.__module__ == module.name
            ):
                found[name] = thing
    return found


def test_every_exception_of_ours_descends_from_one():
    assert [name for name, one in exceptions().items() if not issubclass(one, errors.NongjuError)] == []


def test_the_drawn_tree_names_each_and_nothing_else():
    drawn = set(re.findall(r"\b(\w+)(?: \(\w+\))?(?=,|$)", tree(), re.M)) - {""}
    assert drawn == exceptions().keys() - {"NongjuError"}


def tree():
    lines = [line for line in (errors.__doc__ or "").splitlines() if line.startswith("    ")]
    return ",".join(line.strip().partition(": ")[2] or line.strip() for line in lines)


def test_each_stands_below_what_the_tree_says():
    for name, parent in re.findall(r"\b(\w+) \((\w+)\)", tree()):
        one = exceptions()[name]
        assert parent in [base.__name__ for base in one.__mro__], name
