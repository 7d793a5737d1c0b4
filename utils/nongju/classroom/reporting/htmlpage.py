"""Pages for people, from the templates in pages/: escaped, printable, loading nothing from anywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from nongju.digits import plain
from nongju.printable import printable


def html_page(template: str, **values: Any) -> str:
    """A page; whatever a template prints is cleaned and escaped, unless it is `Markup` already."""
    return _environment().get_template(template).render(**values)


def points_text(points: float | None) -> str:
    """Points without trailing zeros; a dash when nobody marked it yet."""
    return "—" if points is None else plain(points, 2)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("pages")),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["points"] = points_text
    return environment


def _shown(value: object) -> object:
    return value if isinstance(value, Markup) else printable(value)
