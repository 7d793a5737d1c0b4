"""The directory of a zip, judged before anything of it is unpacked.

Number of entries, sizes, compression ratio and method, links, absolute paths and `..`, encodings; sizes are
counted again while reading.
"""

from __future__ import annotations

import stat
import zipfile

MAX_ENTRIES = 5000
"""Entries in one archive: a hand-in has 5 to 50, a whole class in one zip about 2,000."""


MAX_TOTAL_BYTES = 2_000_000_000
"""Unpacked size of one archive: 20 hand-ins of the largest size that `hand-in` packs."""


MAX_RATIO = 200
"""Unpacked size over packed size; notebooks and answers reach 5 to 30, a bomb 1,000 and more."""


RATIO_FLOOR_BYTES = 20_000_000
"""Unpacked size below which the ratio does not matter: 20 MB hurt no PC."""


METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How entries may be packed: Python inflates the others without bound, whatever size they claim."""


MAX_PATH = 200
"""Longest path inside an archive, in characters (Windows stops at 260 with the folders in front)."""


UTF8_FLAG = 0x800
"""General purpose bit 11 of a zip entry: the name is UTF-8."""


ENCRYPTED_FLAG = 0x1
"""General purpose bit 0 of a zip entry: a password is needed."""


def entry_name(info: zipfile.ZipInfo) -> str:
    """The path of a zip entry with forward slashes.

    Windows' own "compressed folder" writes GBK without saying so, which zipfile reads as cp437:
    those bytes are tried as UTF-8, then as GB 18030.
    """
    name = info.orig_filename
    if not info.flag_bits & UTF8_FLAG:
        raw = name.encode("cp437", errors="replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def refusal(infos: list[zipfile.ZipInfo], bytes_there: int) -> str | None:
    """Why nothing of a zip may be unpacked, by its directory and its size on disk; None when it may."""
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if len(infos) > MAX_ENTRIES:
        return f"压缩包里有 {len(infos)} 个文件，太多了，没有打开。请分开交，一人一个"
    if packed > bytes_there:
        return "压缩包里的文件互相重叠，不像作业，没有打开"
    if total > MAX_TOTAL_BYTES:
        return "压缩包展开后大得不正常，没有打开"
    if total > RATIO_FLOOR_BYTES and total > MAX_RATIO * max(packed, 1):
        return "压缩包小、展开后却极大，不像作业，没有打开"
    if any(info.flag_bits & ENCRYPTED_FLAG for info in infos):
        return "压缩包设了密码，打不开，请不设密码再交一次"
    return None


def entry_fault(name: str, info: zipfile.ZipInfo) -> str | None:
    """Why one entry is left out, as the end of a sentence; None when it is taken."""
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "不是普通文件"
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\0" in name:
        return "的路径跑到了文件夹外面"
    if len(name) > MAX_PATH:
        return "的路径太长"
    if any(ord(character) < 32 or 127 <= ord(character) < 160 for character in name):
        return "的名字里有控制符"
    if info.compress_type not in METHODS:
        return "用了少见的压缩方法（请用系统自带的压缩再交一次）"
    return None


def bomb_fault(info: zipfile.ZipInfo) -> str | None:
    """Whether one entry unpacks to far more than it was: a large clip beside it hides that in the sum."""
    if info.file_size > RATIO_FLOOR_BYTES and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        return "压得太小、展开极大"
    return None


def is_intact(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether the entry unpacks to the size and checksum that it declares."""
    left = info.file_size
    try:
        with archive.open(info) as stream:
            while block := stream.read(1 << 20):
                left -= len(block)
                if left < 0:
                    return False
    except Exception:  # a damaged byte leads its reader to whatever
        return False
    return left == 0
