"""Scenes: the pool of situations a question is asked in, and which one a learner gets.

A `Scene` is what an author writes. `draw` picks one scene, and one value from each of
its lists, from the learner's id. The pick uses SHA-256 of text alone, so that a PC in
the county, the instructor's laptop and the grader all see the same numbers.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from nongju.digits import plain

Scalar = int | float | str
"""One number (or word) of a scene."""

GRADED_POOL = 3
"""Least number of scenes behind a graded question. With one problem for all, copying is
worth 13 points of score even if its numbers differ; with a pool, 2 to 3 (Chen, West and
Zilles 2018)."""

RESERVED = frozenset(
    {
        "name",
        "numbers",
        "story",
        "template",
        "fill",
        "key",
        "key_said",
        "answers",
        "signed",
        "together",
        "answered",
    }
)
"""Names a scene's number may not take: they mean something else in `Variant` or in a text."""

SHOWN_DECIMALS = 2
"""Digits behind the point of a number that was worked out: yuan to the fen."""

GAIN = "gain"
"""Behind a number in a text, `{left:gain}`: it is said as a gain or a loss."""

EVEN = "不赚也不亏"
"""What a sentence says where a gain is 0 to the fen."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")


@dataclass(frozen=True)
class Scene:
    """One situation of a question's pool.

    Arguments:
        name: short name, unique within the question, such as 腊肉.
        text: the situation in plain words; `{pork}` shows the number `pork`.
        numbers: name to a constant, or to a non-empty list from which one is drawn.
        together: sets of numbers that are drawn as they stand, for numbers that only fit each other.

    Raises:
        ValueError: a name that cannot be used, or an empty list.
    """

    name: str
    text: str
    numbers: Mapping[str, Scalar | Sequence[Scalar]]
    together: Sequence[Mapping[str, Scalar]] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a scene needs a name")
        if any(
            one.keys() != self.together[0].keys() or one.keys() & self.numbers.keys() for one in self.together
        ):
            raise ValueError(
                f"scene {self.name}: each set of together has the same names, and none stands twice"
            )
        for key, value in [*self.numbers.items(), *(pair for one in self.together for pair in one.items())]:
            if not key.isidentifier() or key in RESERVED or key.startswith("_"):
                raise ValueError(f"scene {self.name}: {key!r} cannot name a number, take another word")
            if not isinstance(value, str | int | float) and len(value) == 0:
                raise ValueError(f"scene {self.name}: {key} is an empty list, nothing can be drawn from it")


def scene(
    name: str,
    text: str,
    /,
    *,
    together: Sequence[Mapping[str, Scalar]] = (),
    **numbers: Scalar | Sequence[Scalar],
) -> Scene:
    """Write a scene: a list is drawn from, a single value is the same for everyone.

    Arguments:
        name: short name, unique within the question.
        text: the situation; `{pork}` shows the number `pork`.
        together: sets of numbers of which one is drawn as it stands:
            `together=[{"pork": 13, "price": 69}, {"pork": 14, "price": 72}]`.
        numbers: every other number.
    """
    return Scene(name, text, MappingProxyType(dict(numbers)), tuple(dict(one) for one in together))


@dataclass(frozen=True)
class Variant:
    """A scene with its numbers fixed for one learner. `variant.pork` reads a number.

    Arguments:
        name: the scene's name.
        template: the scene's text, placeholders not yet filled.
        numbers: name to the value drawn.
        answers: what this learner answered, by field, for what follows from it.
        signed: whether the answer in hand says gain or loss; of any other number only the size is typed.
    """

    name: str
    template: str
    numbers: dict[str, Scalar]
    answers: Mapping[str, Any] = field(default_factory=dict)
    signed: bool = True

    def __getattr__(self, name: str) -> Any:
        numbers: dict[str, Scalar] = self.__dict__.get("numbers", {})
        if name in numbers:
            return numbers[name]
        raise AttributeError(f"scene {self.__dict__.get('name')} has no number {name!r}")

    @property
    def story(self) -> str:
        """The scene's text with this learner's numbers."""
        return self.fill(self.template)

    def fill(self, template: str, **extra: Scalar) -> str:
        """Put numbers into a text: `{pork}`, `{pork:.2f}` for two decimals, `{left:gain}` for 亏 1.54 元.

        Arguments:
            template: text with placeholders.
            extra: more values, by name; they win over the scene's own and are shown to SHOWN_DECIMALS.

        Raises:
            ValueError: a placeholder that is not a number of this scene, or a stray brace.
        """
        values: dict[str, Scalar] = {**self.numbers, **extra}

        def shown(match: re.Match[str]) -> str:
            name, _, spec = (match.group(1) or "").partition(":")
            if name not in values:
                known = ", ".join(sorted(values))
                raise ValueError(f"scene {self.name}: no number for {match.group()!r}; there are: {known}")
            value = values[name]
            if isinstance(value, str):
                return value
            if spec == GAIN:
                return gain_words(value)
            return format(value, spec) if spec else plain(value, SHOWN_DECIMALS if name in extra else None)

        return PLACEHOLDER.sub(shown, template)


class Growing(Variant):
    """A scene that is worked out step by step: `add` gives it one more number.

    Its numbers stand as attributes of their own, which are read three times as fast as `Variant` finds them:
    a wrong number is compared with some hundred ways of working.
    """

    def __init__(self, variant: Variant, numbers: dict[str, Any]) -> None:
        self.__dict__.update(numbers)
        self.__dict__.update(variant.__dict__, numbers=numbers)

    def add(self, name: str, value: Any) -> None:
        """Let the next steps know a number; none is named as what every scene has (see RESERVED)."""
        self.numbers[name] = self.__dict__[name] = value


def gain_words(yuan: float) -> str:
    """A gain or a loss within a sentence, to the fen: 赚 3.2 元, 亏 1.54 元, or EVEN; never a -0."""
    fen = float(plain(yuan, SHOWN_DECIMALS))
    return f"{'赚' if fen > 0 else '亏'} {plain(abs(fen))} 元" if fen else EVEN


def pick(week: str, question: str, learner: str, part: str, count: int) -> int:
    """Index below `count` that belongs to this learner, the same on every machine.

    Arguments:
        week: the week's folder name.
        question: the question's name within the week.
        learner: normalised id, or a declared pair's ids joined with "+".
        part: "" for the scene, the number's name for a value.
        count: how many there are to choose from, at least 1.
    """
    digest = hashlib.sha256(f"{week}\n{question}\n{learner}\n{part}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % count


def draw(week: str, question: str, learner_id: str | None, scenes: Sequence[Scene]) -> Variant:
    """Draw the learner's scene and its numbers.

    Arguments:
        week: the week's folder name.
        question: the question's name within the week.
        learner_id: normalised id, or a pair's ids joined with "+". None and "" give the
            sample: the first scene, and the first value of each list.
        scenes: the question's pool, at least one.

    Raises:
        ValueError: the pool is empty.
    """
    if not scenes:
        raise ValueError(f"{week}/{question}: no scene to draw from")
    learner = learner_id or ""

    def chosen(part: str, count: int) -> int:
        return pick(week, question, learner, part, count) if learner else 0

    taken = scenes[chosen("", len(scenes))]
    numbers: dict[str, Scalar] = {}
    for name, value in taken.numbers.items():
        numbers[name] = value if isinstance(value, Scalar) else value[chosen(name, len(value))]
    if taken.together:
        numbers |= taken.together[chosen("together", len(taken.together))]
    return Variant(taken.name, taken.text, numbers)


Show = Callable[[Any], str]
"""How a field says a value back to a person, such as 69.16 -> "69.16 元"."""
