"""Where the controls of a simulation stand; `nongju.simulators.placing.setting` reads it by its model."""

from __future__ import annotations

import math
import re
from abc import ABC
from dataclasses import dataclass
from typing import Any, ClassVar

from nongju.answers.fields import Field

MAX_CONTROLS = 12
"""Controls of one simulation that are kept; it shows four."""

_CONTROL = re.compile(r"[a-z][a-z0-9_]{0,40}")
_OPTION = re.compile(r"[a-z0-9][a-z0-9_]{0,40}")


@dataclass(frozen=True)
class ControlsField(Field, ABC):
    """An object of control key to number or option key."""

    kind: ClassVar[str] = "setting"
    stored: ClassVar[str] = "where controls stand: an object of control key to number or option key"
    kept_unread: ClassVar[bool] = False

    @classmethod
    def bounded(cls, raw: Any, notes: list[str]) -> Any:  # noqa: ARG003
        """At most MAX_CONTROLS controls, each at a finite number or an option."""
        if not isinstance(raw, dict) or not 0 < len(raw) <= MAX_CONTROLS:
            return None
        for key, value in raw.items():
            if not isinstance(key, str) or not _CONTROL.fullmatch(key):
                return None
            if not _is_finite(value) and not (isinstance(value, str) and _OPTION.fullmatch(value)):
                return None
        return dict(raw)


def _is_finite(value: Any) -> bool:
    """Whether it is a number that a float can hold."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # 10**400
        return False
