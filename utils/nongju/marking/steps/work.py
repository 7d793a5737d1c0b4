"""A question worked out step by step: keys, models behind wrong answers, what follows from an own number.

    work = form.work(
        {
            "meat": lambda s: s.pork * 10 / s.out,
            "cost": lambda s: 2 * (s.meat + s.extra) + s.pack,
            "gain": lambda s: s.price * (1 - s.fee / 100) - s.cost,
            "floor": form.up(lambda s: s.cost / (1 - s.fee / 100)),
        },
        [
            form.slip("yield_forgotten", "忘了缩水", "十斤鲜肉只剩六斤多。", out=10),
            form.slip("yield_multiplied", "缩水用乘", "用除。", meat=lambda s: s.pork * s.out / 10),
            form.slip("fee_forgotten", "忘了服务费", "服务费从卖价里扣。", fee=0),
        ],
    )

A step that is named like a field of the question is that field's key. A slip changes a number of the scene or
the formula of a step; what stands behind it follows, so one slip tells its reason in every field it reaches.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from nongju.marking.misconception import ABSENT, Spec, resolve
from nongju.marking.rounding import Rounded
from nongju.marking.scene import Growing, Variant
from nongju.marking.steps.slip import Slip
from nongju.marking.steps.whole import AGREES, Whole, same

MOST_SCENES = 2
"""Scenes of which what was worked out is kept: the learner's, and the same with numbers that remember."""

BROKEN = (ArithmeticError, ValueError, TypeError)
"""What a formula raises that cannot be worked out in a scene, or on a learner's own number."""


Formula = tuple[Callable[[Variant], Any] | None, Any, Whole | None]
"""A step in one scene: what is called, or else its value, and how it is made whole."""


class StepRule(Protocol):
    """What a working knows of the rule that marks one of its steps."""

    field: str

    def right(self, value: Any, variant: Variant) -> bool:
        """Whether an answer is the right one in a scene."""


class Work:
    """The steps of a question and the slips in them; see the module.

    Arguments:
        steps: name to a function of the scene, which has the numbers and the steps before it; or a dict of
            them by scene name.
        slips: the misconceptions, each a change of a number or a step.

    Raises:
        ValueError: two slips of one id, or a slip at a step that is not there.
    """

    def __init__(self, steps: Mapping[str, Spec], slips: Sequence[Slip] = ()) -> None:
        self.steps, self.slips = dict(steps), tuple(slips)
        self.rules: dict[str, StepRule] = {}
        self._formulas: dict[str, list[tuple[str, Formula]]] = {}
        self._done: list[tuple[Variant, dict[Any, tuple[Any, dict[str, Any]]]]] = []
        ids = [one.id for one in self.slips]
        if len(ids) != len(set(ids)):
            raise ValueError(f"two slips share an id: {', '.join(sorted(ids))}")
        for one in self.slips:
            if unknown := sorted(set(one.at) - self.steps.keys()):
                raise ValueError(
                    f"misconception {one.id}: at={unknown[0]!r} is no step; there are {', '.join(self.steps)}"
                )

    def mark(self, rule: StepRule) -> None:
        """Remember the rule that marks a step.

        Raises:
            ValueError: there is no such step.
        """
        if rule.field not in self.steps:
            raise ValueError(f"{rule.field}: no step of this name; there are {', '.join(self.steps)}")
        self.rules[rule.field] = rule

    def slips_at(self, field: str) -> tuple[Slip, ...]:
        """The slips that may be named at a field."""
        return tuple(one for one in self.slips if not one.at or field in one.at)

    def is_whole(self, field: str, variant: Variant) -> bool:
        """Whether a step ends in a whole number in a scene."""
        formula = self.steps[field]
        return isinstance(formula.get(variant.name) if isinstance(formula, Mapping) else formula, Whole)

    def values(
        self,
        variant: Variant,
        *,
        changes: Mapping[str, Spec] | None = None,
        own: Mapping[str, Any] | None = None,
        whole: Mapping[str, str] | None = None,
        decimals: int | None = None,
        upto: str = "",
    ) -> dict[str, Any]:
        """Every step's value in a scene, in order.

        Arguments:
            variant: the scene.
            changes: of a slip.
            own: steps whose value is the learner's, whatever the formula says.
            whole: whole steps that round otherwise than they say: "up", "down", "near" or "none".
            decimals: digits to which every result on the way is rounded; None keeps all.
            upto: the last step that is needed, where so much is asked once; all without it.

        Raises:
            KeyError: a change names neither a number of the scene nor a step.
            ArithmeticError, ValueError: a formula cannot be worked out here.
        """
        changes, own, whole = changes or {}, own or {}, whole or {}
        if upto:
            return self._worked(variant, changes, own, whole, decimals, upto)
        known = self._known(variant)
        ids = frozenset((name, id(spec)) for name, spec in changes.items())
        asked = (ids, repr(own), repr(whole), decimals)
        if asked not in known:
            # the changes are kept as well, so that none of their ids is given to another one
            known[asked] = changes, self._worked(variant, changes, own, whole, decimals)
        return known[asked][1]

    def _known(self, variant: Variant) -> dict[Any, tuple[Any, dict[str, Any]]]:
        """What was worked out in this scene: telling why a number is wrong asks for the same ways again."""
        for other, known in self._done:
            if (
                other.numbers is variant.numbers
                and other.name == variant.name
                and other.answers == variant.answers
            ):
                return known
        known = {}
        self._done = [*self._done[-(MOST_SCENES - 1) :], (variant, known)]
        return known

    def predicted(self, one: Slip, field: str, variant: Variant, own: Mapping[str, Any] | None = None) -> Any:
        """What a person with this slip answers to a field; ABSENT where it makes no difference.

        Arguments:
            one: the slip.
            field: whose answer is asked.
            variant: the scene.
            own: earlier answers of the learner's own, from which the rest follows.
        """
        if not any(not isinstance(spec, Mapping) or variant.name in spec for spec in one.changes.values()):
            return ABSENT  # its changes are given by scene, and this one has none
        try:
            value = self.values(variant, changes=one.changes, own=own)[field]
        except KeyError as error:
            raise KeyError(f"misconception {one.id}: {error.args[0]}") from error
        return ABSENT if same(value, self.values(variant, own=own)[field]) else value

    def before(self, field: str) -> list[str]:
        """The steps before a field that are asked for, too."""
        names = list(self.steps)
        return [name for name in names[: names.index(field)] if name in self.rules]

    def own(self, field: str, variant: Variant) -> dict[str, Any]:
        """The learner's own answers to the steps before a field that are not right, by step."""
        given = self._given(field, variant)
        return {name: value for name, value in given.items() if not self.rules[name].right(value, variant)}

    def held(self, field: str, variant: Variant) -> dict[str, Any]:
        """The steps before a field that the learner answered rightly, with their exact values."""
        given, values = self._given(field, variant), self.values(variant)
        return {name: values[name] for name, value in given.items() if self.rules[name].right(value, variant)}

    def _given(self, field: str, variant: Variant) -> dict[str, Any]:
        return {name: variant.answers[name] for name in self.before(field) if name in variant.answers}

    def agreement(self, values: Mapping[str, Any], field: str, variant: Variant) -> int:
        """How many of the learner's other answers are what a way of working gives."""
        others = [name for name in self.rules if name != field and name in variant.answers]
        return sum(same(variant.answers[name], values[name], reach=AGREES) for name in others)

    def _worked(
        self,
        variant: Variant,
        changes: Mapping[str, Spec],
        own: Mapping[str, Any],
        whole: Mapping[str, str],
        decimals: int | None,
        upto: str = "",
    ) -> dict[str, Any]:
        unknown = sorted(changes.keys() - variant.numbers.keys() - self.steps.keys())
        if unknown:
            raise KeyError(f"there is no number and no step {', '.join(unknown)}")
        numbers = dict(variant.numbers)
        for name in numbers.keys() & changes.keys():
            changed = resolve(changes[name], variant)
            numbers[name] = numbers[name] if changed is ABSENT else changed
        if decimals is not None:
            numbers = {name: Rounded.of(value, decimals) for name, value in numbers.items()}
        done: dict[str, Any] = {}
        scene, here, name = Growing(variant, numbers), variant.name, ""
        try:
            for name, written in self._formulas_of(here):
                if name in own:
                    value = own[name]
                else:
                    changed = _formula(changes[name], here) if name in changes else None
                    call, value, ends = changed or written
                    if call is not None:
                        value = call(scene)
                    if value is ABSENT:
                        raise ValueError(f"step {name!r} has no formula for scene {here}")
                    if ends is not None:
                        value = ends.rounded(value, whole.get(name, ""))
                remembers = getattr(value, "as_step", None)
                value = value if remembers is None else remembers(name)
                value = value if decimals is None else Rounded.of(value, decimals)
                done[name] = value
                scene.add(name, value)
                if name == upto:
                    break
        except AttributeError as error:
            raise ValueError(
                f"step {name!r}: {error}; a step knows the numbers and the steps before it"
            ) from error
        return done

    def _formulas_of(self, scene: str) -> list[tuple[str, Formula]]:
        if scene not in self._formulas:
            nothing: Formula = None, ABSENT, None
            self._formulas[scene] = [
                (name, _formula(spec, scene) or nothing) for name, spec in self.steps.items()
            ]
        return self._formulas[scene]


def _formula(spec: Spec, scene: str) -> Formula | None:
    """A step as it is worked out in a scene; None where the scene has none."""
    if isinstance(spec, Mapping):
        if scene not in spec:
            return None
        spec = spec[scene]
    ends = spec if isinstance(spec, Whole) else None
    inner = ends.formula if ends else spec
    if isinstance(inner, Mapping):
        inner = inner.get(scene, ABSENT)
    return (inner, None, ends) if callable(inner) else (None, inner, ends)
