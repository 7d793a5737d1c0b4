"""What a check of a clip found, and its form as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from nongju.clips.container import Container
from nongju.clips.moves.report import MoveReport
from nongju.clips.names import ADVICE_ALONE, MEASURES
from nongju.clips.refusal import ClipRefused

Verdict = Literal["good", "change", "unsure"]
"""`good` passes; `change` and `unsure` never fail a clip by themselves: a person looks."""

Kind = Literal["product", "talking", "edited"]
"""What the clip is for: a product shot, somebody talking, a finished edited clip."""

KINDS: tuple[Kind, ...] = ("product", "talking", "edited")


@dataclass(frozen=True)
class Measure:
    """One number about a clip, judged against a documented threshold.

    `name`, `unit` and `advice` are Chinese; `value` is None where nothing could be measured.
    """

    key: str
    value: float | str | None
    unit: str
    verdict: Verdict
    advice: str
    advice_only: bool = False
    """Whether this one may not weigh in a mark at all: loudness, speech rate, where the file comes from."""

    @property
    def name(self) -> str:
        """What the measure looks at, in the words of `nongju.clips.names`."""
        return MEASURES.get(self.key) or ADVICE_ALONE[self.key]

    def to_json(self) -> dict[str, Any]:
        """The measure with its name."""
        return {"key": self.key, "name": self.name, **asdict(self)}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Measure:
        """A measure out of `to_json`."""
        return cls(**{name: value for name, value in values.items() if name != "name"})


@dataclass(frozen=True)
class ClipReport:
    """Everything a check found. A refused clip has no measures and says why in `refused`."""

    kind: Kind
    asked_move: str | None
    container: Container | None = None
    measures: tuple[Measure, ...] = ()
    move: MoveReport | None = None
    """What `nongju.clips.moves` recognised; None for a refused or an edited clip."""
    refused: ClipRefused | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """Advice in the order of importance, each once; for a refused clip the one sentence why."""
        if self.refused is not None:
            return (self.refused.sentence,)
        order = {"change": 0, "unsure": 1, "good": 2}
        ranked = sorted(self.measures, key=lambda measure: order[measure.verdict])
        said = [measure.advice for measure in ranked if measure.verdict != "good"]
        if self.move is not None and self.move.holds in {"no", "unsure"}:
            said.insert(0, self.move.advice)
        return tuple(dict.fromkeys(said))

    def measure(self, key: str) -> Measure:
        """The measure of this key.

        Raises:
            KeyError: there is none.
        """
        for measure in self.measures:
            if measure.key == key:
                return measure
        raise KeyError(key)

    def to_json(self) -> dict[str, Any]:
        """A plain dict, readable by programs, without anything personal."""
        return {
            "schema": 1,
            "kind": self.kind,
            "asked_move": self.asked_move,
            "container": self.container.to_json() if self.container else None,
            "measures": [measure.to_json() for measure in self.measures],
            "move": self.move.to_json() if self.move else None,
            "sentences": list(self.sentences),
            "refused": (
                {"reason": self.refused.reason, "sentence": self.refused.sentence} if self.refused else None
            ),
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> ClipReport:
        """A report out of `to_json`.

        Raises:
            ValueError: another version of the form.
        """
        if values.get("schema") != 1:
            raise ValueError(f"unknown clip report: {values.get('schema')!r}")
        refused = values["refused"]
        return cls(
            kind=values["kind"],
            asked_move=values["asked_move"],
            container=Container.from_json(values["container"]) if values["container"] else None,
            measures=tuple(Measure.from_json(measure) for measure in values["measures"]),
            move=_move(values["move"]) if values["move"] else None,
            refused=ClipRefused(refused["reason"], refused["sentence"]) if refused else None,
        )


def _move(values: dict[str, Any]) -> MoveReport:
    return MoveReport(**{name: values[name] for name in MoveReport.__dataclass_fields__})
