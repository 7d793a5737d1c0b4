"""What may arrive in one folder beside a class's good hand-ins: some 200 hostile or untidy things.

Each entry of `arrivals` writes one thing into a folder, small on disk whatever it claims. None may stop
the class, cost a good hand-in its marks, or go unnamed.
"""

import io
import json
import os
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from tests.classroom.conftest import WEEK, answers, named, zipped

Write = Callable[[Path], Any]

MANIFEST = "nongju-hand-in.json"
SHEET = "worksheet-1.ipynb"
STEER = "\x1b]0;owned\x07\x1b[2J\u202e\u2066\u200b"
FULL = {"p1_margin": "25"}


class Kit:
    """Makes arrivals out of a released week."""

    def __init__(self, release: Path) -> None:
        self.notebooks = {path.name: json.loads(path.read_bytes()) for path in release.glob("*.ipynb")}
        self.texts = {name: json.dumps(one, ensure_ascii=False) for name, one in self.notebooks.items()}

    def files(self, learner: str | None = "nobody-1", **changed: Any) -> dict[str, Any]:
        """A whole hand-in's files; None takes one away."""
        made: dict[str, Any] = {**self.texts, "answers.json": answers(learner=learner, **FULL)}
        made |= {name.replace("__", "."): one for name, one in changed.items()}
        return {name: one for name, one in made.items() if one is not None}

    def sheet(self, change: Callable[[dict[str, Any]], Any]) -> str:
        """The worksheet after a change of it."""
        made = deepcopy(self.notebooks[SHEET])
        changed = change(made)
        return json.dumps(made if changed is None else changed)

    def with_answers(self, raw: str | bytes) -> Write:
        return lambda path: zipped(path, self.files(answers__json=raw))

    def with_manifest(self, **said: Any) -> Write:
        made = {"format": "nongju-hand-in", "version": 1, "week": WEEK, "learner": "nobody-1", "files": {}}
        text = json.dumps({**made, "created": "2026-11-20T12:00:00+08:00", **said})
        return lambda path: zipped(path, {**self.files(None), MANIFEST: text})

    def with_sheet(self, change: Callable[[dict[str, Any]], Any]) -> Write:
        return lambda path: zipped(path, {**self.files(), SHEET: self.sheet(change)})


def arrivals(kit: Kit) -> dict[str, Write]:
    """Every arrival by its name, with what writes it there."""
    return {
        **_archives(kit),
        **_entries(kit),
        **_answers(kit),
        **_manifests(kit),
        **_notebooks(kit),
        **_folders(kit),
        **_strays(kit),
    }


def _poisoned(key: str = "p1.margin", **entry: Any) -> str:
    made = json.loads(answers(learner="nobody-2", **FULL))
    made["answers"][key] = entry
    return json.dumps(made)


def _stated(**changed: Any) -> str:
    return json.dumps({**json.loads(answers(learner="nobody-3", **FULL)), **changed})


def _raw_zip(entries: list[tuple[str, bytes, int, int]], flags: int = 0x800, comment: bytes = b"") -> bytes:
    """A zip written by hand: (name, packed bytes, method, claimed size) of each entry."""
    out, central = io.BytesIO(), io.BytesIO()
    for name, packed, method, size in entries:
        raw = name.encode("utf-8", "surrogateescape")
        at, crc = out.tell(), zlib.crc32(packed)
        shared = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 33, crc, len(packed), size, len(raw), 0)
        out.write(b"PK\3\4" + shared + raw + packed)
        central.write(
            b"PK\1\2" + b"\x14\x03" + shared + struct.pack("<HHHII", 0, 0, 0, 0o644 << 16, at) + raw
        )
    start, body = out.tell(), central.getvalue()
    count = len(entries)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(body), start, len(comment))
    return out.getvalue() + body + b"PK\5\6" + end + comment


def _archives(kit: Kit) -> dict[str, Write]:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in kit.files().items():
            archive.writestr(name, text)
    good = whole.getvalue()

    def packed(method: int, lie: int = 0, spoil: bool = False) -> Write:
        def write(path: Path) -> None:
            with zipfile.ZipFile(path, "w", method) as archive:
                for name, text in kit.files().items():
                    archive.writestr(name, text)
                archive.writestr("uploads/p1-a-1a2b3c4d.jpg", bytes(1_000_000))
            raw = bytearray(path.read_bytes())
            if spoil:
                raw[200:260] = b"\xff" * 60
            if lie:
                for mark, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
                    at = raw.rfind(mark)
                    raw[at + offset : at + offset + 4] = struct.pack("<I", lie)
            path.write_bytes(raw)

        return write

    def encrypted(path: Path) -> None:
        raw = bytearray(good)
        for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            at = raw.find(mark)
            while at >= 0:
                raw[at + offset] |= 1
                at = raw.find(mark, at + 1)
        path.write_bytes(raw)

    def overlapping(path: Path) -> None:
        kernel = zlib.compress(bytes(1_000_000), 9)[2:-4]
        raw = _raw_zip([("a", kernel, 8, 1_000_000)])
        central = raw[raw.index(b"PK\1\2") : raw.index(b"PK\5\6")]
        body = raw[: raw.index(b"PK\1\2")]
        end = struct.pack("<HHHHIIH", 0, 0, 800, 800, len(central) * 800, len(body), 0)
        path.write_bytes(body + central * 800 + b"PK\5\6" + end)

    return {
        "empty.zip": lambda p: p.write_bytes(b""),
        "noise.zip": lambda p: p.write_bytes(bytes(range(256)) * 20),
        "no-entries.zip": lambda p: p.write_bytes(_raw_zip([])),
        "cut.zip": lambda p: p.write_bytes(good[: len(good) // 2]),
        "cut-end.zip": lambda p: p.write_bytes(good[:-30]),
        "spoiled-middle.zip": lambda p: p.write_bytes(good[:300] + b"\xff" * 200 + good[500:]),
        "spoiled-directory.zip": lambda p: p.write_bytes(good.replace(b"PK\1\2", b"PK\1\3", 1)),
        "headers-only.zip": lambda p: p.write_bytes(b"PK\5\6" + b"\xff" * 18),
        "zip64-lie.zip": lambda p: p.write_bytes(_raw_zip([("answers.json", b"{}", 0, 0xFFFFFFFF)])),
        "encrypted.zip": encrypted,
        "lzma.zip": packed(zipfile.ZIP_LZMA),
        "lzma-broken.zip": packed(zipfile.ZIP_LZMA, spoil=True),
        "lzma-lied.zip": packed(zipfile.ZIP_LZMA, lie=10),
        "bz2.zip": packed(zipfile.ZIP_BZIP2),
        "bz2-broken.zip": packed(zipfile.ZIP_BZIP2, spoil=True),
        "bz2-lied.zip": packed(zipfile.ZIP_BZIP2, lie=10),
        "deflate-lied-small.zip": packed(zipfile.ZIP_DEFLATED, lie=10),
        "deflate-lied-large.zip": packed(zipfile.ZIP_DEFLATED, lie=5_000_000),
        "method-93.zip": lambda p: p.write_bytes(_raw_zip([("answers.json", b"{}", 93, 2)])),
        "method-99.zip": lambda p: p.write_bytes(_raw_zip([("answers.json", b"{}", 99, 2)])),
        "implode.zip": lambda p: p.write_bytes(_raw_zip([("answers.json", b"{}", 6, 2)])),
        "bomb.zip": lambda p: zipped(p, {**kit.files(), "uploads/b.mp4": bytes(60_000_000)}),
        "overlapping.zip": overlapping,
        "5001-files.zip": lambda p: p.write_bytes(_raw_zip([(f"x/{n}", b"", 0, 0) for n in range(5001)])),
        "1000-roots.zip": lambda p: p.write_bytes(
            _raw_zip([(f"{n}/answers.json", b"{}", 0, 2) for n in range(1000)])
        ),
        "long-comment.zip": lambda p: p.write_bytes(_raw_zip([("a.txt", b"a", 0, 1)], comment=b"x" * 60_000)),
        "zip-in-zip.zip": lambda p: zipped(p, {"inner.zip": good}),
        "only-a-rar-inside.zip": lambda p: zipped(p, {"a.rar": b"Rar!\x1a\x07"}),
        "document.docx": lambda p: zipped(p, {"word/document.xml": "<x/>"}),
        "book.xlsx": lambda p: zipped(p, {"xl/workbook.xml": "<x/>"}),
    }


def _entries(kit: Kit) -> dict[str, Write]:
    def beside(name: str, mode: int = 0o100644) -> Write:
        def write(path: Path) -> None:
            zipped(path, kit.files())
            with zipfile.ZipFile(path, "a") as archive:
                entry = zipfile.ZipInfo("x")
                entry.filename = name
                entry.external_attr = mode << 16
                archive.writestr(entry, b"x")

        return write

    def not_utf8(path: Path) -> None:
        path.write_bytes(_raw_zip([("\udcff\udcfe/answers.json", b"{}", 0, 2)]))

    def clash(path: Path) -> None:
        zipped(path, {**kit.files(), "uploads": "a file", "answers.json/x": "x"})

    return {
        "climbs.zip": beside("../../evil.json"),
        "absolute.zip": beside("/etc/evil.json"),
        "drive.zip": beside("C:\\evil.json"),
        "backslash-climbs.zip": beside("..\\evil.json"),
        "link.zip": beside("uploads/link.jpg", 0o120777),
        "pipe.zip": beside("uploads/pipe.jpg", 0o010644),
        "device.zip": beside("uploads/zero.jpg", 0o020644),
        "socket.zip": beside("uploads/socket.jpg", 0o140644),
        "steering-name.zip": beside(f"uploads/{STEER}.jpg"),
        "newline-name.zip": beside("uploads/a\nb.jpg"),
        "turned-name.zip": beside("uploads/\u202egpj.exe"),
        "long-name.zip": beside("uploads/" + "长" * 300 + ".jpg"),
        "deep-name.zip": beside("a/" * 90 + "b.jpg"),
        "windows-device.zip": beside("uploads/con.jpg"),
        "dot-name.zip": beside("uploads/..."),
        "markup-name.zip": beside("uploads/[red]<img src=x onerror=alert(1)>{0}%s.jpg"),
        "own-notes.zip": beside("nongju-notes.json"),
        "not-utf8-name.zip": not_utf8,
        "file-and-folder.zip": clash,
    }


def _answers(kit: Kit) -> dict[str, Write]:
    text = answers(learner="nobody-4", **FULL)
    surrogates = text.replace("nobody-4", "no\\ud800body").encode()
    cases: dict[str, str | bytes] = {
        "kind-list": _poisoned(kind=["number"], raw="1"),
        "kind-object": _poisoned(kind={"a": 1}, raw="1"),
        "kind-null": _poisoned(kind=None, raw="1"),
        "kind-unknown": _poisoned(kind="hologram", raw={"a": [1]}),
        "kind-long": _poisoned(kind="x" * 100_000, raw="1"),
        "raw-deep": text.replace('"25"', "[" * 900 + "]" * 900),
        "raw-endless-number": text.replace('"25"', "1" + "0" * 400),
        "raw-very-endless-number": text.replace('"25"', "1" + "0" * 5_000),
        "raw-nan": text.replace('"25"', "NaN"),
        "raw-infinite": text.replace('"25"', "-Infinity"),
        "raw-1e999": text.replace('"25"', "1e999"),
        "raw-null": _poisoned(kind="number", raw=None),
        "raw-long": _poisoned(kind="text", raw="长" * 300_000),
        "raw-steers": _poisoned(kind="text", raw=STEER),
        "setting-endless": _poisoned("p1.s", kind="setting", raw=10**400),
        "table-rows": _poisoned("p1.t", kind="table", raw=[{"a": [1]}] * 300),
        "key-odd": _poisoned("../../x", kind="number", raw="1"),
        "key-surrogate": text.replace("p1.margin", "p1.\\udcff"),
        "query-list": _poisoned(kind="number", raw="x", query=[1]),
        "upload-climbs": _upload("../../../etc/passwd"),
        "upload-number": _upload(3),
        "upload-steers": _upload(f"{STEER}.jpg"),
        "upload-not-there": _upload("p1-photo-1a2b3c4d.jpg"),
        "learner-number": _stated(learner=3),
        "learner-list": _stated(learner=["a"]),
        "learner-long": _stated(learner="x" * 1_000_000),
        "learner-path": _stated(learner="../../evil"),
        "learner-star": _stated(learner="*"),
        "learner-steers": _stated(learner=f"nobody{STEER}"),
        "learner-surrogate": surrogates,
        "learner-raw-surrogate": text.replace("nobody-4", "no\ud800body").encode("utf-8", "surrogatepass"),
        "learner-null": _stated(learner=None),
        "week-list": _stated(week=["a"]),
        "week-other": _stated(week="channels"),
        "week-surrogate": _stated(week="\ud800"),
        "week-long": _stated(week="w" * 100_000),
        "pair-ghost": _stated(pair=["nobody-3", "z1162"]),
        "pair-numbers": _stated(pair=[1, 2]),
        "pair-three": _stated(pair=["a", "b", "c"]),
        "pair-steers": _stated(pair=["nobody-3", STEER]),
        "scene-claimed": _stated(scene="001"),
        "version-future": _stated(version=99),
        "version-true": _stated(version=True),
        "version-text": _stated(version="3"),
        "version-endless": text.replace('"version": 2', '"version": 1' + "0" * 400),
        "answers-list": _stated(answers=[]),
        "answers-null": _stated(answers=None),
        "not-ours": '{"a": 1}',
        "list": "[]",
        "null": "null",
        "number": "3",
        "empty": b"",
        "blank": b"  \n",
        "half": text[: len(text) // 2],
        "trailing": text + "}",
        "twice": text + text,
        "utf-16": text.encode("utf-16"),
        "utf-16-be": text.encode("utf-16-be"),
        "utf-32": text.encode("utf-32"),
        "gbk": text.replace("nobody-4", "无名氏").encode("gb18030"),
        "noise": bytes(range(256)) * 10,
        "nul": bytes(1000),
        "boxes": b"[" + b"{}," * 1_600_000 + b"{}]",
        "deep": b"[" * 200_000,
        "large": text.replace('"25"', '"' + "x" * 6_000_000 + '"'),
    }
    return {f"answers-{name}.zip": kit.with_answers(raw) for name, raw in cases.items()}


def _upload(file: Any) -> str:
    made = json.loads(answers(learner="nobody-5", **FULL))
    made["answers"]["p1.photo"] = named(b"x")
    made["answers"]["p1.photo"]["raw"]["file"] = file
    return json.dumps(made)


def _manifests(kit: Kit) -> dict[str, Write]:
    cases: dict[str, dict[str, Any]] = {
        "learner-surrogate": {"learner": "no\ud800body"},
        "learner-steers": {"learner": f"nobody{STEER}"},
        "learner-list": {"learner": ["001"]},
        "learner-path": {"learner": "../../../evil"},
        "learner-long": {"learner": "x" * 500_000},
        "week-surrogate": {"week": "\ud800"},
        "week-list": {"week": ["x"]},
        "year-9999": {"created": "9999-12-31T23:59:59-12:00"},
        "year-1": {"created": "0001-01-01T00:00:00+14:00"},
        "year-1-naive": {"created": "0001-01-01T00:00:00"},
        "year-9999-naive": {"created": "9999-12-31T23:59:59"},
        "created-text": {"created": "昨天"},
        "created-steers": {"created": STEER},
        "created-number": {"created": 3},
        "created-list": {"created": []},
        "version-list": {"version": []},
        "version-future": {"version": 99},
        "version-true": {"version": True},
        "digest-list": {"release_digest": [1]},
        "files-list": {"files": [1, 2]},
        "files-odd": {"files": {"answers.json": 3, STEER: {}, "uploads/x": {"bytes": []}}},
        "files-many": {"files": {f"uploads/{n}": {} for n in range(20_000)}},
        "pair-list": {"pair": [[[]]]},
    }
    made = {f"manifest-{name}.zip": kit.with_manifest(**said) for name, said in cases.items()}
    endless = (
        '{"format": "nongju-hand-in", "version": 1, "week": "pricing-margin", "learner": 1' + "0" * 5000 + "}"
    )
    texts: dict[str, str | bytes] = {
        "endless": endless,
        "deep": "[" * 100_000,
        "boxes": b"[" + b"{}," * 4_000_000 + b"{}]",
        "noise": bytes(range(256)),
        "utf-16": json.dumps({"format": "nongju-hand-in"}).encode("utf-16"),
    }
    for name, raw in texts.items():
        made[f"manifest-{name}.zip"] = _manifest_of(kit, raw)
    return made


def _manifest_of(kit: Kit, raw: str | bytes) -> Write:
    return lambda path: zipped(path, {**kit.files(None), MANIFEST: raw})


def _notebooks(kit: Kit) -> dict[str, Write]:
    def cells(change: Callable[[list[Any]], Any]) -> Write:
        return kit.with_sheet(lambda made: change(made["cells"]) and None)

    deep: Any = {}
    for _ in range(900):
        deep = {"a": deep}
    shown = {"output_type": "display_data", "metadata": {}}
    code = {"cell_type": "code", "id": "mine", "metadata": {}, "execution_count": None, "outputs": []}
    texts: dict[str, str | bytes] = {
        "utf-16": kit.texts[SHEET].encode("utf-16"),
        "utf-32": kit.texts[SHEET].encode("utf-32"),
        "gbk": kit.texts[SHEET].encode("gb18030"),
        "half": kit.texts[SHEET][:200],
        "empty": b"",
        "noise": bytes(range(256)) * 4,
        "list": "[]",
        "deep": "[" * 100_000,
        "boxes": b'{"cells": [' + b"{}," * 4_000_000 + b"{}]}",
        "large": b'{"cells": [], "x": "' + b"x" * 21_000_000 + b'"}',
    }
    return {
        **{f"sheet-{name}.zip": _sheet_of(kit, raw) for name, raw in texts.items()},
        "sheet-no-format.zip": kit.with_sheet(lambda made: made.pop("nbformat") and None),
        "sheet-format-text.zip": kit.with_sheet(lambda made: made.update(nbformat="4")),
        "sheet-format-true.zip": kit.with_sheet(lambda made: made.update(nbformat=True)),
        "sheet-format-9.zip": kit.with_sheet(lambda made: made.update(nbformat=9)),
        "sheet-format-3.zip": kit.with_sheet(lambda made: made.update(nbformat=3)),
        "sheet-format-3-odd.zip": kit.with_sheet(lambda made: {"nbformat": 3, "worksheets": [{"cells": 3}]}),
        "sheet-cells-object.zip": kit.with_sheet(lambda made: made.update(cells={})),
        "sheet-cells-odd.zip": cells(lambda found: found.extend([3, None, [], {}, {"cell_type": ["code"]}])),
        "sheet-metadata-list.zip": kit.with_sheet(lambda made: made.update(metadata=[])),
        "sheet-metadata-deep.zip": kit.with_sheet(lambda made: made["metadata"].update(x=deep)),
        "sheet-cell-metadata-deep.zip": cells(lambda found: found[0]["metadata"].update(x=deep)),
        "sheet-grade-id-list.zip": cells(lambda found: found[1]["metadata"]["nbgrader"].update(grade_id=[])),
        "sheet-nbgrader-list.zip": cells(lambda found: found[1]["metadata"].update(nbgrader=[1])),
        "sheet-id-number.zip": cells(lambda found: found[1].update(id=3)),
        "sheet-source-number.zip": cells(lambda found: found[0].update(source=3)),
        "sheet-null-text.zip": cells(
            lambda found: found.append(
                {**code, "source": "1", "outputs": [{**shown, "data": {"text/plain": None}}]}
            )
        ),
        "sheet-data-list.zip": cells(
            lambda found: found.append({**code, "source": "1", "outputs": [{**shown, "data": []}]})
        ),
        "sheet-error-null.zip": cells(
            lambda found: found.append(
                {**code, "source": "1", "outputs": [{"output_type": "error", "traceback": [None]}]}
            )
        ),
        "sheet-surrogate-code.zip": cells(lambda found: found.append({**code, "source": "x = '\ud800'"})),
        "sheet-surrogate-text.zip": cells(
            lambda found: found.append(
                {"cell_type": "markdown", "id": "t", "metadata": {}, "source": "\udfff"}
            )
        ),
        "sheet-attachments-list.zip": cells(
            lambda found: found.append(
                {"cell_type": "markdown", "id": "t", "metadata": {}, "source": "a", "attachments": [1]}
            )
        ),
        "sheet-steers.zip": cells(
            lambda found: found.append({"cell_type": "markdown", "id": "t", "metadata": {}, "source": STEER})
        ),
        "sheet-twice.zip": cells(lambda found: found.extend(deepcopy(found))),
        "sheet-no-cells.zip": cells(lambda found: found.clear()),
        "sheet-3000-cells.zip": cells(lambda found: found.extend([{**code, "source": "1"}] * 3000)),
    }


def _sheet_of(kit: Kit, raw: str | bytes) -> Write:
    return lambda path: zipped(path, {**kit.files(), SHEET: raw})


def _folders(kit: Kit) -> dict[str, Write]:
    def folder(more: Callable[[Path], Any] = lambda path: None, files: dict[str, Any] | None = None) -> Write:
        def write(path: Path) -> None:
            for name, content in (kit.files() if files is None else files).items():
                target = path / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content if isinstance(content, bytes) else content.encode())
            path.mkdir(exist_ok=True)
            more(path)

        return write

    def uploads(make: Callable[[Path], Any]) -> Write:
        def write(path: Path) -> None:
            (path / "uploads").mkdir()
            make(path / "uploads" / "p1-photo-1a2b3c4d.jpg")

        return folder(write)

    nested = {"/".join(f"f{n}" for n in range(30)) + "/answers.json": "{}"}
    return {
        "folder-empty": folder(files={}),
        "folder-of-photos": folder(files={"a.jpg": b"\xff\xd8\xff", "b.mp4": b"0000ftyp"}),
        "folder-pipe": uploads(os.mkfifo),
        "folder-link": uploads(lambda path: path.symlink_to("/etc/passwd")),
        "folder-loop": uploads(lambda path: path.symlink_to(path)),
        "folder-socket": uploads(lambda path: path.mkdir()),
        "folder-very-deep": folder(files=nested),
        "folder-not-utf8": folder(lambda path: (path / os.fsdecode(b"\xff\xfe.jpg")).write_bytes(b"x")),
        f"folder-{STEER.replace('/', '')}": folder(),
        "folder-600-uploads": folder(files={f"uploads/{n}.jpg": b"x" for n in range(600)} | kit.files()),
        "folder-answers-is-a-folder": folder(files={"answers.json/x": "x", SHEET: kit.texts[SHEET]}),
        "folder-two-answers": folder(
            files={
                "answers.json": answers(learner="nobody-7", **FULL),
                "answers (1).json": answers("nobody-8", **FULL),
            }
        ),
    }


def _strays(kit: Kit) -> dict[str, Write]:
    good = io.BytesIO()
    with zipfile.ZipFile(good, "w") as archive:
        for name, text in kit.files().items():
            archive.writestr(name, text)
    whole = good.getvalue()

    def bound(path: Path) -> None:
        here = Path.cwd()
        os.chdir(path.parent)  # the address of a socket is short
        try:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(path.name)
        finally:
            os.chdir(here)

    def late(path: Path) -> None:
        zipped(path, kit.files())
        os.utime(path, (253_402_300_799 * 2, 253_402_300_799 * 2))

    def early(path: Path) -> None:
        zipped(path, kit.files())
        os.utime(path, (-(10**11), -(10**11)))

    return {
        "pipe": os.mkfifo,
        "pipe.zip.fifo": os.mkfifo,
        "dangling.zip": lambda p: p.symlink_to("nowhere.zip"),
        "loop.zip": lambda p: p.symlink_to(p.name),
        "link-out.zip": lambda p: p.symlink_to("/etc/passwd"),
        "talk.sock": bound,
        "far-future.zip": late,
        "far-past.zip": early,
        "a.rar": lambda p: p.write_bytes(b"Rar!\x1a\x07\x01\x00" + bytes(50)),
        "b.7z": lambda p: p.write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(50)),
        "c.tar.gz": lambda p: p.write_bytes(b"\x1f\x8b\x08" + bytes(50)),
        "d.tar": lambda p: p.write_bytes(bytes(1024)),
        "e.zip.1": lambda p: p.write_bytes(whole),
        "f.zip.download": lambda p: p.write_bytes(whole[:300]),
        "g.zip.crdownload": lambda p: p.write_bytes(b""),
        "h.zip.part": lambda p: p.write_bytes(whole[:10]),
        "no-suffix": lambda p: p.write_bytes(whole),
        "no-suffix-noise": lambda p: p.write_bytes(b"hello"),
        "photo.jpg": lambda p: p.write_bytes(b"\xff\xd8\xff" + bytes(100)),
        "photo.HEIC": lambda p: p.write_bytes(bytes(100)),
        "clip.mp4": lambda p: p.write_bytes(b"\0\0\0\x18ftypmp42"),
        "clip.zip": lambda p: p.write_bytes(b"\0\0\0\x18ftypmp42"),
        "voice.amr": lambda p: p.write_bytes(b"#!AMR\n"),
        "letter.pdf": lambda p: p.write_bytes(b"%PDF-1.7"),
        "letter.txt": lambda p: p.write_text("老师好"),
        "list.csv": lambda p: p.write_text("=1+1"),
        "run.exe": lambda p: p.write_bytes(b"MZ"),
        "run.bat": lambda p: p.write_text("del /q *"),
        "other.json": lambda p: p.write_text("{}"),
        "张三.json": lambda p: p.write_text(answers(learner="nobody-6", **FULL)),
        "other.ipynb": lambda p: p.write_text(kit.texts[SHEET]),
        "broken.ipynb": lambda p: p.write_text("{"),
        "[red]bold[blink].zip": lambda p: p.write_bytes(b"x"),
        "{0}%s%n.zip": lambda p: p.write_bytes(b"x"),
        "-rf.zip": lambda p: p.write_bytes(b"x"),
        "new\nline.zip": lambda p: p.write_bytes(b"x"),
        f"{STEER}.zip": lambda p: p.write_bytes(b"x"),
        os.fsdecode(b"\xff\xfe\xfd.zip"): lambda p: zipped(p, kit.files()),
        "长" * 80 + ".zip": lambda p: p.write_bytes(b"x"),
        "con.zip": lambda p: p.write_bytes(b"x"),
    }
