"""Calling a learner's function from another process: plain values go over, plain values come back.

In the learner's child `answer` evaluates a call; in the marking child a `Remote` stands under the
function's name. An object with a clever `__eq__`, a patched builtin or a forged message stays on
the learner's side of the wall.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

LONGEST = 1_000_000
"""Characters of text, and items of a list, that come back from one call."""


def plain(value: Any, depth: int = 8) -> Any:
    """The value as JSON can hold it, exactly of these types.

    Raises:
        TypeError: any other type, or nested too deeply.
        ValueError: too long.
    """
    kind = type(value)
    if value is None or kind in (bool, float, int):
        return value
    if kind is str:
        if len(value) > LONGEST:
            raise ValueError("text too long")
        return value
    if depth and kind in (list, tuple):
        if len(value) > LONGEST:
            raise ValueError("list too long")
        return [plain(inner, depth - 1) for inner in value]
    if depth and kind is dict:
        return {plain(key, 0): plain(inner, depth - 1) for key, inner in value.items()}
    if kind.__module__ == "numpy" and hasattr(value, "item"):
        return plain(value.item(), 0)
    raise TypeError(f"a {kind.__name__} is not a plain value")


def answer(namespace: dict[str, Any], call: dict[str, Any]) -> dict[str, Any]:
    """In the learner's child: the value of a name, or of calling it; or the error it raised."""
    try:
        found = namespace[call["name"]]
        if "arguments" in call:
            found = found(*call["arguments"], **call["named"])
        elif callable(found):
            return {"callable": True}
        return {"value": plain(found)}
    except KeyError as error:
        missing = call["name"] not in namespace
        return {"error": "NameError" if missing else "KeyError", "text": str(error)}
    except Exception as error:
        return {"error": type(error).__name__, "text": str(error)[:2000]}


class Remote:
    """A function that lives in the learner's process."""

    def __init__(self, name: str, ask: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        self.__name__ = name
        self._ask = ask

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call it there; its built-in errors are raised here, others as RuntimeError."""
        given = {"name": self.__name__, "arguments": plain(arguments), "named": plain(named)}
        return unwrap(self._ask(given))


def unwrap(reply: dict[str, Any]) -> Any:
    """The value of a reply, or its error."""
    if "error" in reply:
        kind = getattr(builtins, str(reply["error"]), None)
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            kind = RuntimeError
        try:
            error = kind(str(reply.get("text", "")))
        except TypeError:
            error = RuntimeError(str(reply.get("text", "")))
        raise error
    return reply.get("value")


def stand_in(name: str, ask: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """What the marking child puts under `name`: a Remote for a function, a plain value otherwise."""
    reply = ask({"name": name})
    if reply.get("callable") is True or "error" in reply:
        return Remote(name, ask)
    return reply.get("value")
