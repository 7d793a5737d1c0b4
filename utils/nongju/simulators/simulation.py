"""A simulation: controls, one model for marker and browser, and a view that draws it."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nongju.simulators.control import MOST_SLIDERS, Control

HERE = Path(__file__).parent
FORMS = HERE.parent / "answers" / "web" / "static"
"""The forms' static files: a placed simulation is styled like a form."""

Values = Mapping[str, Any]
Outcome = dict[str, Any]


@dataclass(frozen=True)
class Simulation:
    """What a learner can try out.

    Attributes:
        name: file name of what is saved, Chinese.
        title: heading, Chinese.
        goal: the challenge in one sentence, Chinese.
        controls: at most four.
        model: Python functions that the browser needs, each after those it calls.
        outcome: from the values to {"sentence", "rows": [[label, number], ...], "stars", "hint"} or
            {"problem"}; the last of what the browser needs, in the same part of Python. A row may
            carry its unit as a third part; a view may be given more keys.
        view: file in views/ that draws an outcome.
        note: which of its figures are invented for the exercise, Chinese; shown below the figure.
    """

    name: str
    title: str
    goal: str
    controls: tuple[Control, ...]
    model: tuple[Callable[..., Any], ...]
    outcome: Callable[[Values], Outcome]
    view: str
    note: str

    def __post_init__(self) -> None:
        if not 0 < len(self.controls) <= MOST_SLIDERS:
            raise ValueError(f"{self.name}: between one and {MOST_SLIDERS} controls fit in sight")

    def start(self) -> dict[str, Any]:
        """Values before anything was moved."""
        return {control.key: control.start for control in self.controls}

    def usable(self, values: Values) -> dict[str, Any]:
        """Values that the controls can show; what is missing or out of range stands at its start."""
        return {
            control.key: values[control.key]
            if control.key in values and control.accepts(values[control.key])
            else control.start
            for control in self.controls
        }

    def knows(self, values: Values) -> bool:
        """Whether at least one of the values is one that its control can show."""
        return any(
            control.key in values and control.accepts(values[control.key]) for control in self.controls
        )

    def spec(self) -> dict[str, Any]:
        """What the browser needs to know beside the model."""
        controls = [control.spec for control in self.controls]
        words = {"name": self.name, "title": self.title, "goal": self.goal, "note": self.note}
        return {**words, "controls": controls}

    def compiled(self) -> str:
        """The model and the outcome as JavaScript, made from their Python source by pscript (0.3 s)."""
        from pscript import py2js

        sources = [inspect.getsource(function) for function in (*self.model, self.outcome)]
        return (
            f"// Made from Python by `python -m nongju.simulators.compile`.\n{py2js(chr(10).join(sources))}\n"
        )

    @property
    def compiled_file(self) -> Path:
        """Where the committed JavaScript stands, so that opening a worksheet need not make it."""
        return HERE / "static" / "models" / f"{self.outcome.__name__}.js"

    def module(self) -> str:
        """The whole browser module: the bundle (core, D3, saving and blanks of the forms), model, view."""
        view = (HERE / "views" / self.view).read_text("utf-8")
        return "\n".join(
            (
                _shared(),
                self.compiled_file.read_text("utf-8"),
                view,
                f"export default nongju.widget({{ outcome: {self.outcome.__name__}, view }});",
            )
        )


@cache
def _shared() -> str:
    return (HERE / "static" / "core.bundle.js").read_text("utf-8")
