"""A widget on a page of a worksheet: the script of all forms comes once, each widget with its own spec.

Imported only when a worksheet shows something: ipywidgets and anywidget take a second that a graded cell must
not pay. The browser's side is static/form.js.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import anywidget
import traitlets

NOT_DRAWN = "题目还没出来。点最上面菜单里的「运行」「运行所有单元格」，写过的答案都在。"

_STATIC = Path(__file__).parent / "static"


def _static(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")


_FORMS = _static("form.bundle.js")
_KEY = f'const KEY = "{sha256(_FORMS.encode()).hexdigest()[:16]}";\n'
_SCRIPT = _KEY + _FORMS
_serials = count(1)


class ScriptWidget(anywidget.AnyWidget):
    """Brings the script and the style of all forms into a page; it is shown nowhere."""

    _esm = _SCRIPT
    _css = _static("form.css")


class SharedWidget(anywidget.AnyWidget):
    """A widget whose script comes with the page's `ScriptWidget`, or with an answer to a question for it.

    Traits:
        spec: what to draw.
        serial: counts the kernel's widgets, from 1.
    """

    _esm = _KEY + _static("loader.bundle.js")
    spec = traitlets.Dict().tag(sync=True)
    serial = traitlets.Int().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        _script()
        super().__init__(serial=next(_serials), **traits)
        self.on_msg(self._asked)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget for a browser, and a sentence where it cannot be drawn: its kernel is gone."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        return {**data, "text/plain": NOT_DRAWN}, metadata

    def _asked(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, dict) and message.get("type") == "script":
            self.send({"type": "script", "script": _SCRIPT})


@cache
def _script() -> ScriptWidget:
    return ScriptWidget()
