"""Putting one chosen hand-in where nbgrader looks: mended, whole, and swapped in at once."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nongju.classroom.collecting.handin import UPLOADS
from nongju.classroom.collecting.owner import Shown
from nongju.classroom.collecting.received import content_digest
from nongju.classroom.collecting.record import LearnerRecord
from nongju.classroom.collecting.submission import Submission
from nongju.classroom.collecting.uploads import judge_uploads
from nongju.course.archive import MAX_TEXT_BYTES
from nongju.course.boundedjson import is_utf8, read_json
from nongju.course.layout import ANSWERS_NAME, Course, Release
from nongju.course.notes import NOTES_NAME, Notes, Repair, read_notes
from nongju.nbgrading.repair import Unreadable, repair_file

TIMESTAMP_NAME = "timestamp.txt"
"""Where nbgrader looks for the time of a hand-in; it wants UTC."""

EARLIEST_STAMP = datetime(1000, 1, 1, tzinfo=UTC)
"""Earlier years have fewer than four digits, which nbgrader does not read."""

BOM = b"\xef\xbb\xbf"
"""UTF-8 byte order mark, which Notepad puts in front of a file that it saved."""


@dataclass(frozen=True)
class Delivery:
    """A hand-in ready for nbgrader in a temporary folder.

    `gradable` is False when neither the answers nor any notebook could be read; `repairs` is what was put
    back.
    """

    folder: Path
    gradable: bool
    sentences: tuple[str, ...]
    needs_person: bool
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True)
class _Notebook:
    """One notebook as it goes on: what is said of it, whether work may be lost, whether there is one now."""

    said: tuple[str, ...]
    lost: bool
    there: bool
    repair: Repair | None = None


def prepare(
    submission: Submission,
    release: Release,
    folder: Path,
    doubts: tuple[str, ...] = (),
    said: tuple[str, ...] = (),
    shown: Shown | None = None,
) -> Delivery:
    """Writes what nbgrader shall grade into an empty folder.

    Arguments:
        submission: the hand-in that counts.
        release: the week as released; replaces notebooks that are missing or cannot be read.
        folder: a folder that does not exist yet.
        doubts: Chinese sentences about whose it is; any of them asks for a person.
        said: such sentences that ask nobody.
        shown: whose scenes it is marked on, and whether its pair counts.
    """
    folder.mkdir(parents=True)
    sentences = [
        *said,
        *doubts,
        *submission.renamed,
        *submission.arrival.problems,
        *_manifest_doubts(submission, release),
    ]
    needs_person = bool(doubts or submission.arrival.problems)
    if submission.look is None:
        sentences.append("没有填答案")
    elif submission.look.problem:
        sentences.append(submission.look.problem)
        needs_person = True
    notebooks = {name: _notebook(submission, release, name, folder) for name in release.notebooks}
    changed: dict[str, list[str]] = {}
    for name, notebook in notebooks.items():
        for sentence in notebook.said:
            changed.setdefault(sentence, []).append(name)
    needs_person = needs_person or any(notebook.lost for notebook in notebooks.values())
    repairs = tuple(dict.fromkeys(one.repair for one in notebooks.values() if one.repair is not None))
    if _is_of_old_release(submission, release):
        repairs = tuple(one for one in repairs if one != "cells")  # it is the course that changed
    sentences.extend(f"{'、'.join(names)}：{sentence}" for sentence, names in changed.items())
    judged = judge_uploads(submission)
    sentences.extend(judged.sentences)
    needs_person = needs_person or judged.needs_person
    for name, path in sorted(submission.files.items()):
        if name in judged.names:
            _copy_out(submission, name, path, folder)
    if ANSWERS_NAME in submission.files:
        (folder / ANSWERS_NAME).write_bytes(_answers(submission, shown or Shown()))
    stamp = max(submission.created.astimezone(UTC), EARLIEST_STAMP)
    (folder / TIMESTAMP_NAME).write_text(f"{stamp:%Y-%m-%d %H:%M:%S} UTC", encoding="ascii")
    gradable = any(notebook.there for notebook in notebooks.values())
    return Delivery(folder, gradable, tuple(dict.fromkeys(sentences)), needs_person, repairs)


def deliver(delivery: Delivery, record: LearnerRecord, course: Course, week: str) -> bool:
    """Swaps a prepared hand-in into submitted/; returns whether anything changed.

    What already lies there is left alone when it is the same; a folder that collecting did not make
    is kept under received/<week>.replaced/.
    """
    target = course.folder("submitted", week, record.learner)
    notes = Notes(
        learner=record.learner,
        week=week,
        chosen=record.chosen,
        created=record.created,
        digest=content_digest(delivery.folder),
        files=record.files,
        sentences=record.sentences,
        needs_person=record.needs_person,
        repairs=delivery.repairs,
    )
    existing = read_notes(target)
    if existing == notes and _same_but_notes(target, delivery.folder):
        return False
    (delivery.folder / NOTES_NAME).write_bytes(notes.to_bytes())
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        if existing is None:
            keep_replaced(target, course, week, record.learner)
        else:
            target.replace(delivery.folder.with_name(f"{delivery.folder.name}.old"))
    delivery.folder.replace(target)
    return True


def keep_replaced(target: Path, course: Course, week: str, learner: str) -> Path:
    """Moves a submitted folder that came another way out of the way; returns where it went."""
    kept = course.root / "received" / f"{week}.replaced" / learner
    number = 2
    while kept.exists():
        kept = kept.with_name(f"{learner}~{number}")
        number += 1
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(target, kept)
    return kept


def _same_but_notes(target: Path, fresh: Path) -> bool:
    def contents(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): content_digest(path)
            for path in folder.rglob("*")
            if path.is_file() and path.name != NOTES_NAME
        }

    return contents(target) == contents(fresh)


def _notebook(submission: Submission, release: Release, name: str, folder: Path) -> _Notebook:
    """Writes one notebook, mended or replaced, unless nothing could be graded of it."""
    released = release.parsed[name]
    repair: Repair = "missing"
    has_code = any(_is_solution(cell) for cell in released["cells"])
    if name in submission.files and submission.arrival.sizes[submission.files[name]] > MAX_TEXT_BYTES:
        reason, lost, repair = f"练习纸超过 {MAX_TEXT_BYTES // 1_000_000} MB，没有打开", has_code, "notebook"
    elif name in submission.files:
        try:
            whole = repair_file(submission.arrival.read(submission.files[name]), released)
        except Unreadable as error:
            reason, lost, repair = str(error), has_code, "notebook"
        except Exception:  # whatever a stranger's notebook leads its reader to
            reason, lost, repair = "练习纸坏了，读不出来", has_code, "notebook"
        else:
            (folder / name).write_bytes(whole.raw)
            asked = "、".join(whole.asked_otherwise)
            older = (f"{asked} 的题目和现在发的不一样，这几题按现在的批，请老师看",) if asked else ()
            return _Notebook((*whole.changes, *older), False, True, "cells" if whole.repaired else None)
    else:
        reason, lost = "没交", False
    if not submission.usable_answers:
        return _Notebook((reason,), lost, False)
    (folder / name).write_bytes(release.notebooks[name])
    tail = "，写的代码没有了" if lost else "，答案都在"
    # whoever did not hand in the code notebook has done no code, and misses nothing
    return _Notebook((f"{reason}，换成了发下去的那份{tail}",), lost, True, None if has_code else repair)


def _is_solution(cell: Mapping[str, Any]) -> bool:
    return bool(cell.get("metadata", {}).get("nbgrader", {}).get("solution"))


def _copy_out(submission: Submission, name: str, path: str, folder: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with submission.arrival.open(path) as source, target.open("wb") as sink:
        shutil.copyfileobj(source, sink, 1 << 20)


def _answers(submission: Submission, shown: Shown) -> bytes:
    """The answers for grading: as they arrived, where nothing of them is to be written otherwise."""
    raw = submission.answers
    look = submission.look
    if look is None or not look.usable:
        return raw.removeprefix(BOM)
    if is_utf8(raw) and shown == Shown(None, True, shown.doubts) and not look.states_scene:
        return raw.removeprefix(BOM)
    data = read_json(raw, deepest=None, halves=True)
    data.pop("scene", None)
    if not shown.pair:
        data["pair"] = None
    if shown.scene is not None:
        data["scene"] = shown.scene
    return json.dumps(data).encode("ascii")  # whatever stands in it, lone surrogates too, reads back the same


def _manifest_doubts(submission: Submission, release: Release) -> list[str]:
    said: list[str] = []
    if _is_of_old_release(submission, release):
        said.append("做的是旧版的练习纸")
    listed = submission.manifest.get("files")
    if isinstance(listed, dict):
        changed = [name for name, entry in listed.items() if _differs(submission, name, entry)]
        if changed:
            said.append(f"打包以后又被改过或丢了：{'、'.join(sorted(changed))[:120]}")
    return said


def _is_of_old_release(submission: Submission, release: Release) -> bool:
    stated = submission.manifest.get("release_digest")
    return isinstance(stated, str) and stated != release.digest


def _differs(submission: Submission, name: str, entry: object) -> bool:
    if not isinstance(entry, dict) or name not in submission.files:
        return name in (ANSWERS_NAME,) or name.startswith(f"{UPLOADS}/")
    if submission.arrival.sizes[submission.files[name]] != entry.get("bytes"):
        return True
    if name in submission.digests:
        return submission.digests[name] != entry.get("sha256")
    total = hashlib.sha256()
    with submission.arrival.open(submission.files[name]) as stream:
        while block := stream.read(1 << 20):
            total.update(block)
    return total.hexdigest() != entry.get("sha256")
