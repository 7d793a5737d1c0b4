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

from nongju.errors import NongjuError

MAX_FRAME = 64 * 1024 * 1024
"""Bytes of one frame to a child: a cell of the largest notebook that is read."""

LONGEST_MESSAGE = 16 * 1024 * 1024
"""Bytes of one frame from a child. What is larger the sender leaves out (nbgrader has no such bound), and the
reader refuses before it decodes it."""

MOST_VALUES = 1_100_000
"""Values and brackets in one frame from a child: each takes 60 bytes and more once it is decoded. Above what
one call may give back (`remote.LONGEST`)."""

MAX_DEPTH = 400
"""Nesting of JSON in a frame; real mime bundles (vega, plotly) stay below 25, and Python recurses to 1000."""

_HEAD = struct.Struct(">I")


class WireError(NongjuError):
    """The other side sent something that no honest sender sends."""


class Closed(WireError):
    """The other side hung up."""


def send(sock: socket.socket, message: dict[str, Any], instead: dict[str, Any] | None = None) -> None:
    """Send one frame; values that are not JSON become text.

    Arguments:
        sock: where to.
        message: what.
        instead: sent in its place if the reader would refuse it; None: it is small for sure.
    """
    send_body(sock, _encoded(message), instead)


def send_body(sock: socket.socket, body: bytes, instead: dict[str, Any] | None = None) -> None:
    """Send one frame that is JSON already, or `instead`, see `send`."""
    if instead is not None and (len(body) > LONGEST_MESSAGE or crowded(body)):
        body = _encoded(instead)
    sock.sendall(_HEAD.pack(len(body)) + body)


def _encoded(message: dict[str, Any]) -> bytes:
    text = json.dumps(message, default=str, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def send_blob(sock: socket.socket, blob: bytes) -> None:
    """Send raw bytes; the length was announced in a frame before."""
    sock.sendall(blob)


class Frames:
    """Reads frames from a socket with a deadline."""

    def __init__(self, sock: socket.socket, longest: int = MAX_FRAME, most: int | None = None) -> None:
        """Arguments: `longest` frame in bytes; `most` values in one, None for a sender that is trusted."""
        self.sock = sock
        self.longest, self.most = longest, most
        self._buffer = bytearray()
        self.last_length = 0

    def receive(self, seconds: float | None = None) -> dict[str, Any] | None:
        """The next frame, or None when `seconds` passed first.

        Raises:
            Closed: the other side hung up between two frames or inside one.
            WireError: the frame is longer or holds more than allowed, or is not a JSON object.
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
        if self.most is not None and crowded(body, self.most):
            raise WireError(f"a frame of more than {self.most} values")
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

STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""Also one that nobody closes: looking for its end again from every quote in it would take hours."""

BRACKET = re.compile(rb"[\[\]{}]")


def crowded(body: bytes, most: int = MOST_VALUES) -> bool:
    """Whether JSON text holds more values and brackets than `most`, without decoding it."""
    signs = (b",", b"[", b"{")
    if sum(map(body.count, signs)) <= most:
        return False
    bare = STRING.sub(b"", body)
    return sum(map(bare.count, signs)) > most


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
