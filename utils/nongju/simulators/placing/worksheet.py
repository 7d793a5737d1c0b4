"""A simulation as an author of a worksheet places it: shown by itself, or as a question with a key."""

from __future__ import annotations

from collections.abc import Sequence

from nongju.answers.fields import Field
from nongju.answers.question import Respond
from nongju.answers.session import Session
from nongju.answers.web.worksheet import WorksheetQuestion
from nongju.marking.rule import Rule
from nongju.marking.scene import Scene
from nongju.simulators.placing.placement import Placement
from nongju.simulators.simulation import Simulation


class WorksheetPlacement(Placement, WorksheetQuestion):
    """A placement that a worksheet shows: a widget while the learner works, a picture while nbgrader runs."""

    def _present(self, role: str, rules: Sequence[Rule] = (), respond: Respond | None = None) -> None:
        if role not in {"answer", "sheet"}:
            raise ValueError(f"{self.name}: a simulation is shown with show() or sheet(), not as {role}")
        super()._present(role, rules, respond)

    def _show(self, session: Session, role: str, *_: object) -> None:
        """Show the simulator in the worksheet."""
        from nongju.simulators.placing.placed import show_placed

        show_placed(self, session, role)


def place(
    name: str,
    simulation: Simulation,
    *,
    after: str = "",
    fields: Sequence[Field] = (),
    title: str = "",
) -> None:
    """Show a simulation below the cell; see `Placement`.

    Returns nothing: a cell that ends in it must not print an object under the figure.
    """
    WorksheetPlacement(name, simulation, after=after, fields=fields, title=title).show()


def question(
    name: str,
    simulation: Simulation,
    *,
    scenes: Sequence[Scene] = (),
    after: str = "",
    fields: Sequence[Field] = (),
    title: str = "",
    held: str = "",
    see: str = "",
    extra: bool = False,
) -> WorksheetPlacement:
    """Define a question about a simulation: its challenge (marked by `rule_stars`) and more blanks.

    Graded, it needs three scenes and is followed by a key; as a sheet, `w.sheet()` shows it. `see`
    says where the lesson teaches it, as in `form.question`.
    """
    return WorksheetPlacement(
        name,
        simulation,
        after=after,
        fields=fields,
        scenes=scenes,
        title=title,
        held=held,
        see=see,
        extra=extra,
    )
