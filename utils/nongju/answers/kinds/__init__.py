"""The kinds of blank a question may have: one module each, with its JavaScript beside it.

number.py   NumberField   元, 斤, %, 折 ...             value: float
            GainField     赚 or 亏, and how much         value: float, below 0 for a loss
choice.py   ChoiceField   one of a few                  value: option key
            ChoicesField  any of a few                  value: frozenset of option keys
order.py    OrderField    steps put in order            value: tuple of option keys
text.py     TextField     a few words                   value: str
table.py    TableField    rows of cells                 value: list of rows
upload.py   ClipField     a clip                        value: Upload, a file in uploads/
            PhotoField    a photo                       value: Upload
setting.py  ControlsField where a simulation's controls stand

A module here is a kind of blank everywhere: `kinds` finds it, and with it what may be stored of it
(`Field.bounded`), its row of the schema, its sample for the build's trial of sheets. Its script for the
browser stands in all.js, and in without_files.js if its answer is no file. `python -m nongju.answers.kinds`
prints the schema's rows.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from nongju.answers.fields import Field

HERE = Path(__file__).parent


@cache
def kinds() -> Mapping[str, type[Field]]:
    """Every kind of blank by its name.

    Raises:
        TypeError: two kinds share a name.
    """
    found: dict[str, type[Field]] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        if module.startswith("_"):
            continue
        name = f"{__name__}.{module}"
        for one in vars(importlib.import_module(name)).values():
            if not (isinstance(one, type) and issubclass(one, Field) and one.__module__ == name):
                continue
            if "kind" not in vars(one):  # what kinds have in common
                continue
            if one.kind in found:
                raise TypeError(f"two kinds of blank are called {one.kind!r}")
            found[one.kind] = one
    return MappingProxyType(found)


@cache
def file_kinds() -> frozenset[str]:
    """Kinds whose answer is a file in uploads/."""
    return frozenset(name for name, kind in kinds().items() if kind.is_file)


def scripts() -> list[Path]:
    """The browser's part of every kind; all.js beside them brings them into the bundle."""
    wanted = dict.fromkeys(
        Path(importlib.import_module(kind.__module__).__file__ or "").with_suffix(".js")
        for kind in kinds().values()
    )
    return [path for path in wanted if path.is_file()]


def schema_rows() -> str:
    """The table of what `raw` is for each kind, as Markdown."""
    rows = [f"| {name} | {kind.stored} | {kind.since} |" for name, kind in kinds().items()]
    return "\n".join(["| kind | raw | since version |", "| --- | --- | --- |", *rows])
