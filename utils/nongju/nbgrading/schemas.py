"""Schemas compiled once, and a notebook validated once a pass.

nbgrader compiles its metadata schema for every cell, nbformat takes its slow validator for every
output, and nbconvert validates the whole notebook after every preprocessor.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

import jsonschema
import nbformat
from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbformat.v4 import nbbase
from nbgrader.nbgraderformat import common


@cache
def _compiled(schema: str) -> Any:
    parsed = json.loads(schema)
    kind = jsonschema.validators.validator_for(parsed)
    kind.check_schema(parsed)
    return kind(parsed)


MOST_TEXTS = 8
"""Schemas whose text is kept: nbgrader reads its schema anew for every notebook, and asks at each cell."""

_texts: dict[int, tuple[dict[str, Any], str]] = {}


def _text_of(schema: dict[str, Any]) -> str:
    """A schema as text, written once; the schema is kept as long, so that its number stays its own."""
    known = _texts.get(id(schema))
    if known is None:
        if len(_texts) >= MOST_TEXTS:
            _texts.clear()
        known = _texts[id(schema)] = (schema, json.dumps(schema))
    return known[1]


@lru_cache(maxsize=4096)
def _sound(instance: str, schema: str) -> None:
    error = jsonschema.exceptions.best_match(_compiled(schema).iter_errors(json.loads(instance)))
    if error is not None:
        raise error


def validate(instance: Any, schema: dict[str, Any]) -> None:
    """What `jsonschema.validate` does, for schemas seen before; what was sound once is not looked at again.

    Arguments:
        instance: what JSON can hold; cells of a class have the same metadata for every learner.
        schema: a JSON schema.

    Raises:
        ValidationError: the instance does not follow the schema.
    """
    _sound(json.dumps(instance), _text_of(schema))


@contextlib.contextmanager
def compiled_once() -> Iterator[None]:
    """While it lasts, nbgrader validates with `validate` above."""
    kept, kept_validate = common.jsonschema, nbbase.validate
    nbbase.validate = lambda *_args, **_kwargs: None
    common.jsonschema = SimpleNamespace(validate=validate, ValidationError=kept.ValidationError)
    try:
        yield
    finally:
        common.jsonschema, nbbase.validate = kept, kept_validate


def _ids_are_fine(nb: NotebookNode) -> bool:
    """Whether nbformat would leave a notebook as it is: from 4.5 on each cell has an id of its own."""
    if (nb.get("nbformat"), nb.get("nbformat_minor")) != (4, 5):
        return False
    ids = [cell.get("id") for cell in nb.cells]
    return all(isinstance(name, str) and name for name in ids) and len(set(ids)) == len(ids)


class LightExporter(Exporter):
    """nbconvert's exporter without its copies, its text and its validation after every step."""

    def preprocessed(self, nb: NotebookNode, resources: dict[str, Any], *, check: bool) -> NotebookNode:
        """The notebook after all registered preprocessors; `nb` itself may change.

        Arguments:
            nb: as it was read.
            resources: what nbconvert hands from step to step.
            check: bring it into nbformat's normal form first and validate it afterwards.

        Raises:
            ValidationError: it is no valid notebook any more.
        """
        start: Any = self._init_resources
        carried = start(resources)
        if "language" in nb["metadata"]:
            carried["language"] = nb["metadata"]["language"].lower()
        if check and not _ids_are_fine(nb):
            _, nb = nbformat.validator.normalize(nb)
        for step in self._preprocessors:
            nb, carried = step(nb, carried)
        if check:
            nbformat.validate(nb, relax_add_props=True)
        return nb
