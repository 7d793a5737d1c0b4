"""How a sandbox is made, as nbgrader_config.py says it under `c.Sandbox`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nongju.grading.limits import Limits


@dataclass(frozen=True)
class Settings:
    """How a sandbox is made."""

    limits: Limits = field(default_factory=Limits)
    wall: bool = True
    """False: no bubblewrap, no namespaces (`--no-sandbox`, or a host that has none)."""
    fallback: bool = True
    """In the plug-in: where no sandbox works, run the notebook in a plain kernel, as nbgrader does, and say
    so in the log. False: such a notebook is not graded. `nongju grade` never falls back."""
    differences: bool = True
    """Whether the deliberate differences with a switch are on (`differences.py`)."""
    arguments: Sequence[str] = ()
    """Arguments of the kernel: `c.Execute.extra_arguments`."""
    preload: Sequence[str] = ()
    """Modules imported before the first fork."""
    read_only: Sequence[str] = ()
    """Further folders that learner code may read."""
    private: Sequence[str] = ()
    """Folders that learner code must not see, wherever they lie: the course's own, see `covers`."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Further environment variables of learner code."""


def settings_from_config(config: Any) -> Settings:
    """Settings out of `c.Sandbox` in nbgrader_config.py, and the kernel's arguments out of `c.Execute`.

    Every name of `Limits` may be there, and every one of `Settings`.

    Raises:
        ValueError: a name that is neither, or a limit that is not above 0.
    """
    given = dict(config.get("Sandbox", {}))
    own = {
        name: given.pop(name)
        for name in ("wall", "fallback", "differences", "preload", "read_only", "private", "variables")
        if name in given
    }
    arguments = config.get("Execute", {}).get("extra_arguments", [])
    if not isinstance(arguments, list):  # what was only appended to is a LazyConfigValue
        arguments = arguments.get_value([])
    return Settings(limits=Limits.from_json(given), arguments=[str(one) for one in arguments], **own)
