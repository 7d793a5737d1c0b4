"""A simulation as an ordinary ipywidget: `values` and `outcome` traits, drawn by the browser."""

from functools import cache
from typing import Any, ClassVar, TypeVar

import anywidget
import traitlets

from nongju.simulators.picture import picture
from nongju.simulators.simulation import HERE, Outcome, Simulation, Values


class SimulatorWidget(anywidget.AnyWidget):
    """Base of one widget class a simulation; the class carries the browser module, an instance the values.

    Attributes:
        values: where the controls stand; may be set from Python, out-of-range parts stand at their start.
        outcome: what the model says to them, by the same function as the browser's; read only.
    """

    simulation: ClassVar[Simulation]

    spec = traitlets.Dict().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    outcome = traitlets.Dict(read_only=True)

    def __init__(
        self, values: Values | None = None, *, more: dict[str, Any] | None = None, **kwargs: Any
    ) -> None:
        usable = self.simulation.usable(values or {})
        super().__init__(spec={**self.simulation.spec(), **(more or {})}, values=usable, **kwargs)
        self._follow(self.values)

    @traitlets.validate("values")
    def _within_range(self, proposal: dict[str, Any]) -> dict[str, Any]:
        return self.simulation.usable(proposal["value"])

    @traitlets.observe("values")
    def _moved(self, change: dict[str, Any]) -> None:
        self._follow(change["new"])

    def _follow(self, values: Values) -> None:
        self.set_trait("outcome", self.simulation.outcome(values))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget for a browser, and the static picture for a page without one."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data = dict(bundle[0] if isinstance(bundle, tuple) else bundle or {})
        data["text/html"] = static(self.simulation, self.outcome)
        return (data, bundle[1]) if isinstance(bundle, tuple) else data


def static(simulation: Simulation, outcome: Outcome) -> str:
    """The figure as HTML without a browser's help: the problem's sentence, or the sentence with its bars."""
    sentence = outcome.get("problem") or outcome["sentence"]
    return picture(simulation.title, sentence, outcome.get("rows", []))


Widget = TypeVar("Widget", bound=SimulatorWidget)


def simulator(simulation: Simulation, values: Values | None = None) -> SimulatorWidget:
    """A simulation as a widget that nothing is kept of: for a VBox, a lecture, a page of Voila."""
    made: SimulatorWidget = widget_class(simulation, SimulatorWidget)(values)
    return made


@cache
def widget_class(simulation: Simulation, base: type[Widget], style: str = "") -> type[Widget]:
    """The widget class of a simulation, made once, since it carries the browser module.

    Arguments:
        simulation: what is drawn.
        base: the class to build on.
        style: more CSS.
    """
    parts = {
        "__doc__": simulation.title,
        "simulation": simulation,
        "_esm": simulation.module(),
        "_css": (HERE / "static" / "simulator.css").read_text("utf-8") + style,
    }
    return type(base.__name__, (base,), parts)
