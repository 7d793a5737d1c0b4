"""A fault of a question's rules that shows in some of its scenes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class FaultInScenes:
    """A fault, the first numbers that showed it, and every scene that did."""

    said: str
    variant: Any
    scenes: dict[str, None] = field(default_factory=dict)

    def __str__(self) -> str:
        numbers = ", ".join(f"{name}={value}" for name, value in self.variant.numbers.items())
        example = f"{self.variant.name} with {numbers}" if numbers else self.variant.name
        others = [name for name in self.scenes if name != self.variant.name]
        return f"{self.said} [{'; also '.join([example, *others])}]"
