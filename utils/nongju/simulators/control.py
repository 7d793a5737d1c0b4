"""What a learner can move: a slider with steps, or a choice of a few words."""

from dataclasses import dataclass

MOST_SLIDERS = 4
"""Controls in sight at once: more than four and a newcomer stops comparing (design rule)."""


@dataclass(frozen=True)
class Slider:
    """A number that moves in steps.

    Attributes:
        key: name in the values, English slug.
        label: what the learner reads, Chinese.
        unit: shown behind the number, Chinese.
        low: lowest value, in unit.
        high: highest value, in unit; low plus a whole number of steps.
        step: distance of two neighbours, above 0.
        start: where it stands at first.
        decimals: digits shown.
    """

    key: str
    label: str
    unit: str
    low: float
    high: float
    step: float
    start: float
    decimals: int = 0

    def __post_init__(self) -> None:
        if not self.step > 0 or not self.low < self.high:
            raise ValueError(f"{self.key}: a slider needs low < high and a step above 0")
        for name, value in (("high", self.high), ("start", self.start)):
            steps = (value - self.low) / self.step
            if abs(steps - round(steps)) > 1e-9 or not self.low <= value <= self.high:
                raise ValueError(f"{self.key}: {name} {value} is not a step of the slider")

    @property
    def spec(self) -> dict[str, object]:
        """As the browser reads it."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def accepts(self, value: object) -> bool:
        """Whether a stored value can be shown: a finite number within the range."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            return False
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Pick:
    """A choice of a few words, in their natural order.

    Attributes:
        key: name in the values, English slug.
        label: what the learner reads, Chinese.
        options: slug and Chinese word, at least two.
        start: slug of the one that is chosen at first.
    """

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    start: str

    def __post_init__(self) -> None:
        if len(self.options) < 2 or not self.accepts(self.start):
            raise ValueError(f"{self.key}: a pick needs two options, and a start among them")

    @property
    def spec(self) -> dict[str, object]:
        """As the browser reads it."""
        options = [list(option) for option in self.options]
        return {"key": self.key, "label": self.label, "options": options, "start": self.start}

    def accepts(self, value: object) -> bool:
        """Whether a stored value is one of the options."""
        return any(value == slug for slug, _ in self.options)


Control = Slider | Pick
