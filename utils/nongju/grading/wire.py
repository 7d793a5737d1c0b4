"""Length-prefixed JSON over a socket: all that ever crosses the sandbox wall.

A frame is four bytes of length and that many bytes of JSON. Nothing is unpickled.
The reader trusts nobody: a frame too long, too deep or not an object ends the conversation.
"""

from __future__ import annotations

import json
import math
import re
import select
import socket
import struct
from time import monotonic
from typing import Any

MAX_FRAME = 64 * 1024 * 1024
"""Bytes of one frame. A single output larger than this is cut by the sender, refused by the reader."""

MAX_DEPTH = 400
"""Nesting of JSON in a frame; real mime bundles (vega, plotly) stay below 25, and Python recurses to 1000."""

_HEAD = struct.Struct(">I")


class WireError(Exception):
    """The other side sent something that no honest sender sends."""


class Closed(WireError):
    """The other side hung up."""


def send(sock: socket.socket, message: dict[str, Any]) -> None:
    """Send one frame; values that are not JSON become text."""
    text = json.dumps(message, default=str, separators=(",", ":"), ensure_ascii=False)
    send_body(sock, text.encode("utf-8", "surrogatepass"))


def send_body(sock: socket.socket, body: bytes) -> None:
    """Send one frame that is JSON already."""
    sock.sendall(_HEAD.pack(len(body)) + body)


def send_blob(sock: socket.socket, blob: bytes) -> None:
    """Send raw bytes; the length was announced in a frame before."""
    sock.sendall(blob)


class Frames:
    """Reads frames from a socket with a deadline."""

    def __init__(self, sock: socket.socket, longest: int = MAX_FRAME) -> None:
        self.sock = sock
        self.longest = longest
        self._buffer = bytearray()
        self.last_length = 0

    def receive(self, seconds: float | None = None) -> dict[str, Any] | None:
        """The next frame, or None when `seconds` passed first.

        Raises:
            Closed: the other side hung up between two frames or inside one.
            WireError: the frame is longer than allowed, or is not a JSON object.
        """
        deadline = None if seconds is None else monotonic() + seconds
        if not self._fill(_HEAD.size, deadline):
            return None
        (length,) = _HEAD.unpack_from(self._buffer)
        if length > self.longest:
            raise WireError(f"a frame of {length} bytes, {self.longest} are allowed")
        if not self._fill(_HEAD.size + length, deadline):
            return None
        body = bytes(self._buffer[_HEAD.size : _HEAD.size + length])
        self.last_length = length
        del self._buffer[: _HEAD.size + length]
        return decode(body)

    @property
    def waiting(self) -> bool:
        """Whether bytes of a next frame are here already."""
        return bool(self._buffer)

    def blob(self, length: int) -> bytes:
        """Exactly `length` raw bytes."""
        self._fill(length, None)
        body = bytes(self._buffer[:length])
        del self._buffer[:length]
        return body

    def _fill(self, wanted: int, deadline: float | None) -> bool:
        while len(self._buffer) < wanted:
            if deadline is not None:
                left = deadline - monotonic()
                if left <= 0 or not select.select([self.sock], [], [], left)[0]:
                    return False
            try:
                piece = self.sock.recv(min(1 << 20, max(wanted - len(self._buffer), 1 << 16)))
            except ConnectionError as error:
                raise Closed(str(error)) from error
            if not piece:
                raise Closed("hung up")
            self._buffer += piece
        return True


def decode(body: bytes) -> dict[str, Any]:
    """A JSON object with bounded nesting, whole numbers as sent, and text that UTF-8 can hold.

    Raises:
        WireError: not JSON, not an object, or nested deeper than MAX_DEPTH.
    """
    try:
        value = DECODER.decode(body.decode("utf-8", "surrogatepass"))
        clean = value if _whole(body) and is_shallow(body) else _clean(value, MAX_DEPTH)
    except (ValueError, RecursionError) as error:
        raise WireError(f"not readable as JSON: {type(error).__name__}") from error
    if not isinstance(clean, dict):
        raise WireError("a frame must be a JSON object")
    return clean


def _no_number(_: str) -> None:
    """NaN and Infinity, which JSON does not have."""


def _finite(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None


DECODER = json.JSONDecoder(parse_constant=_no_number, parse_float=_finite)

STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
BRACKET = re.compile(rb"[\[\]{}]")


def _whole(body: bytes) -> bool:
    """Whether no half of a surrogate pair can be in it, escaped or in UTF-8; we escape no letters."""
    return b"\\u" not in body and b"\xed" not in body


def is_shallow(body: bytes) -> bool:
    """Whether JSON is surely nested less deeply than a frame with it may be."""
    if body.count(b"{") + body.count(b"[") < MAX_DEPTH - 4:
        return True
    depth = deepest = 0
    for bracket in BRACKET.findall(STRING.sub(b"", body)):
        depth += 1 if bracket in b"{[" else -1
        deepest = max(deepest, depth)
    return deepest < MAX_DEPTH - 4


def _clean(value: Any, depth: int) -> Any:
    if depth == 0:
        raise ValueError("nested too deeply")
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_clean(key, 1): _clean(inner, depth - 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner, depth - 1) for inner in value]
    return value
