"""Text files that people edit: UTF-8, with a BOM or without, UTF-16, and the GBK of old editors."""

import codecs
from pathlib import Path

from nongju.errors import NongjuError

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


_THREE_BYTES = 0x800
"""First character that takes three bytes in UTF-8: GBK's pairs can pass for shorter ones alone."""


class UnreadableTextError(NongjuError, ValueError):
    """The bytes are no text that we know; `line` is the first that cannot be read."""

    def __init__(self, name: str, line: int) -> None:
        self.line = line
        super().__init__(f"{name} is no UTF-8 text from line {line} on; save it as UTF-8 in the editor")


def read_text(path: Path) -> str:
    """The text of a file, with plain line ends.

    Raises:
        UnreadableTextError: it is none of the encodings that editors write here.
        OSError: it cannot be opened.
    """
    return decoded(path.read_bytes(), path.name)


def decoded(data: bytes, name: str) -> str:
    """The text of a file's bytes; see `read_text`."""
    encoding = next((known for mark, known in _MARKED if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = _gbk(data, name, error.start)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _gbk(data: bytes, name: str, broken: int) -> str:
    """The text as GBK, unless Chinese in UTF-8 stands before the first byte that is none."""
    line = data.count(b"\n", 0, broken) + 1
    if b"\x00" in data or any(ord(letter) >= _THREE_BYTES for letter in data[:broken].decode("utf-8")):
        raise UnreadableTextError(name, line)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        raise UnreadableTextError(name, line) from None
