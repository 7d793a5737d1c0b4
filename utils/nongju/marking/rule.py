"""What every rule has in common: points, key, reason, misconceptions.

Rule
├── NumberRule      number.py
├── ChoiceRule      choice.py
├── ChoicesRule     choice.py
├── TableRule       table.py
├── OrderRule       order.py
├── TextRule        text.py
├── ClipRule        clip.py
└── PhotoRule       photo.py
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from nongju.marking.mark import PartMark, Verdict
from nongju.marking.misconception import (
    ABSENT,
    Misconception,
    Reason,
    Spec,
    Text,
    resolve,
    resolve_text,
)
from nongju.marking.reasons.tracing import Traced
from nongju.marking.scene import Show, Variant
from nongju.marking.steps.work import Work

BLANK_WORDS = "还没填"
"""Said in place of an answer that is not there."""

UNREAD_WORDS = "没读懂"
"""Said of an answer that cannot be read; the sentence why stands in the notes."""

NOT_COUNTED = "之前读到过：{last}。没有按它算。"
"""Said where an older answer stands behind one that cannot be read."""

LOOK_BELOW = "和下面的算法对一对，看是哪一步不一样。"
"""Said before the worked answer where a wrong answer fits no known misconception."""


FOLLOWED = 0.5
"""Share of the points where an answer follows rightly from an own wrong one: right step, wrong number."""

FOLLOWS = "照你的{steps}，这步是对的。先把{steps}改过来，这里跟着就对了。"

CIRCLED = "①②③④⑤⑥⑦⑧⑨"


@dataclass(frozen=True)
class Unread:
    """A stored answer that cannot be read.

    Arguments:
        sentence: tells the learner why.
        typed: what was typed.
        last: what was read before it; it is shown to the person who looks, and never marked.
    """

    sentence: str
    typed: str = ""
    last: str = ""


class Rule(ABC):
    """How one field of a question is marked.

    Arguments:
        field: the field's key within the question.
        points: most points this field can earn, above 0.
        key: the right answer: a value, a function of the drawn scene, or a dict by scene.
        of: instead of a key, the working in which this field is a step; its slips are misconceptions too.
        why: the worked answer in plain words, shown right or wrong. It may use the scene's
            `{numbers}`, `{key}` (the right answer, bare), `{key_said}` (with its unit) and the steps of `of`.
        wrong: the misconceptions of this field.

    Raises:
        ValueError: points that are not above 0, two misconceptions of one id, or not one of key and of.
    """

    kinds: ClassVar[frozenset[str]]
    """Kinds of blank (`nongju.answers.kinds`) that this rule marks."""
    upload: ClassVar[str] = ""
    """Kind of upload field that this rule marks, "clip" or "photo"; "" for a rule of typed answers."""
    guess: ClassVar[bool] = False
    """Whether it marks a prediction."""
    reads_figure: ClassVar[bool] = False
    """Whether it marks a simulation's goal: numbers beside it are read off the figure, not worked out."""

    def __init__(
        self,
        field: str,
        *,
        points: float,
        why: Text,
        key: Spec = ABSENT,
        of: Work | None = None,
        wrong: Iterable[Misconception] = (),
    ) -> None:
        if not (math.isfinite(points) and points > 0):
            raise ValueError(f"{field}: points must be above 0, not {points!r}")
        self.field = field
        self.points = float(points)
        if (key is ABSENT) is (of is None):
            raise ValueError(f"{field}: give key= or of=, one of the two")
        self.key = key
        self.why = why
        self.of = of
        self.own_wrongs = tuple(wrong)
        self._expected: tuple[Variant, Any] | None = None
        if of is not None:
            of.mark(self)
        ids = [one.id for one in self.wrongs]
        if len(ids) != len(set(ids)):
            raise ValueError(f"{field}: two misconceptions share an id: {', '.join(ids)}")

    @property
    def wrongs(self) -> tuple[Misconception, ...]:
        """Every misconception of this field, the slips of its working among them."""
        return (*self.own_wrongs, *(self.of.slips_at(self.field) if self.of is not None else ()))

    def right(self, value: Any, variant: Variant) -> bool:
        """Whether an answer is the right one in a scene."""
        return bool(value == self.expected(variant))

    @abstractmethod
    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark one answer.

        Arguments:
            value: what the field read; None when blank, `Unread` when it cannot be read.
            variant: the learner's scene.
            label: the field's label as the learner sees it.
            show: says a value back to a person.
        """

    @abstractmethod
    def faults(self, variant: Variant) -> list[str]:
        """What an author must repair before this rule may mark this scene."""

    def expected(self, variant: Variant) -> Any:
        """The right answer in a scene; worked out once for a mark, which says it several times.

        Raises:
            ValueError: the key says nothing for this scene.
        """
        if self._expected is not None and self._expected[0] is variant:
            return self._expected[1]
        value = resolve(self.key, variant) if self.of is None else self.of.values(variant)[self.field]
        if value is ABSENT:
            raise ValueError(f"{self.field}: no key for scene {variant.name}")
        self._expected = variant, value
        return value

    def traced_key(self, variant: Variant, own: Mapping[str, Any] | None = None) -> Any:
        """The right answer of numbers that remember how they came about; None where it cannot be had so.

        Arguments:
            variant: the scene.
            own: answers of the learner's own to the steps before, from which the rest follows.
        """
        numbers = {name: Traced.named(name, value) for name, value in variant.numbers.items()}
        scene = replace(variant, numbers=numbers)
        try:
            return resolve(self.key, scene) if self.of is None else self.of.values(scene, own=own)[self.field]
        except (TypeError, ValueError, ArithmeticError, KeyError):
            return None

    def predictions(self, variant: Variant) -> list[tuple[Misconception, Any]]:
        """The misconceptions that exist in a scene, each with the answer it gives."""
        pairs: list[tuple[Misconception, Any]] = [
            (wrong, wrong.predicted(variant)) for wrong in self.own_wrongs
        ]
        if self.of is not None:
            pairs += [
                (slip, self.of.predicted(slip, self.field, variant)) for slip in self.of.slips_at(self.field)
            ]
        return [(wrong, value) for wrong, value in pairs if value is not ABSENT]

    def options(self, value: Any) -> frozenset[str]:  # noqa: ARG002
        """Option keys that a right answer or a prediction names; none where there are no options."""
        return frozenset()

    def example(self, variant: Variant) -> Any:
        """An answer that earns all points."""
        return self.expected(variant)

    def example_of(self, predicted: Any, variant: Variant) -> Any:  # noqa: ARG002
        """The whole answer of somebody with a misconception, where `predicted` tells a part of it."""
        return predicted

    def bare(self, key: Any, show: Show) -> str:
        """The right answer as `{key}` shows it."""
        return self.said(key, show)

    def said(self, key: Any, show: Show) -> str:
        """The right answer with its unit, as `{key_said}` shows it; a text has none."""
        return "" if key == "" else show(key)

    def hint(self, wrong: Misconception, variant: Variant, show: Show) -> str:
        """The rule of thumb of a misconception, with this scene's numbers."""
        return resolve_text(wrong.hint, self._worked(variant), **self._words(variant, show))

    def explained(self, variant: Variant) -> str:
        """The worked answer in a scene, as it reads where nothing else is said."""
        return resolve_text(self.why, self._worked(variant), **self._words(variant, str))

    def _words(self, variant: Variant, show: Show) -> dict[str, Any]:
        key = self.expected(variant)
        steps = {} if self.of is None else self.of.values(variant)
        return {**steps, "key": self.bare(key, show), "key_said": self.said(key, show)}

    def _worked(self, variant: Variant) -> Variant:
        """The scene with the steps among its numbers, for texts that are functions."""
        return (
            variant
            if self.of is None
            else replace(variant, numbers={**variant.numbers, **self.of.values(variant)})
        )

    def _unmarked(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark | None:
        """The mark of an answer that is blank or unreadable; None when there is one to judge.

        What cannot be read earns nothing yet, and asks for a person: it may well be right.
        """
        if value is None:
            return self._part(variant, label, show, verdict="blank", answer=BLANK_WORDS)
        if isinstance(value, Unread):
            before = NOT_COUNTED.format(last=value.last) if value.last else ""
            return self._part(
                variant,
                label,
                show,
                verdict="teacher",
                answer=f"「{value.typed}」（{UNREAD_WORDS}）" if value.typed else UNREAD_WORDS,
                notes=(f"{label} {value.sentence}{before}",),
                needs_person=True,
                unread=True,
            )
        return None

    def _part(
        self,
        variant: Variant,
        label: str,
        show: Show,
        *,
        verdict: Verdict,
        answer: str,
        points: float = 0.0,
        wrong: Misconception | None = None,
        remark: str = "",
        notes: tuple[str, ...] = (),
        needs_person: bool = False,
        unread: bool = False,
    ) -> PartMark:
        why = resolve_text(self.why, self._worked(variant), **self._words(variant, show))
        misconception = None
        if wrong is not None:
            misconception = Reason(wrong.id, wrong.title, self.hint(wrong, variant, show))
        return PartMark(
            field=self.field,
            label=label,
            verdict=verdict,
            points=points,
            max_points=self.points,
            answer=answer,
            key=self.said(self.expected(variant), show),
            why=f"{remark}{why}" if remark else why,
            misconception=misconception,
            notes=notes,
            needs_person=needs_person,
            unread=unread,
        )


def follows_words(rule: Rule, own: Mapping[str, Any], label: str) -> str:
    """What to say of an answer that follows from own wrong ones: 照你的①，这步是对的."""
    marked = list(rule.of.rules) if rule.of is not None else []
    numbered = label[:1] in CIRCLED and len(marked) <= len(CIRCLED)
    steps = "".join(CIRCLED[marked.index(name)] for name in own) if numbered else "前面那个数"
    return FOLLOWS.format(steps=steps)
