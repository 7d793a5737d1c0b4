"""The learner's answers on disk: answers.json beside the notebook (its shape: `nongju.answers.schema`).

Two worksheets of one week are two kernels that share the file, so every write takes a lock, reads the file
again, changes its own keys and moves a whole new file into place: a power cut leaves the old or the new file.
A file that cannot be used is moved aside under another name, never deleted and never written over.
"""

from __future__ import annotations

import json
import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nongju.answers import schema
from nongju.answers.schema import AnswerFile, Entry, Query

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "answers.json"
LOCK_SECONDS = 5.0
"""Longest wait for the other notebook; a write takes milliseconds, so more means a stuck program."""

BROKEN = "以前的答案文件坏了，已经另存为「{kept}」，没有丢。请告诉老师。现在从空白开始。"
BROKEN_READ_ONLY = "答案文件坏了，读不出来。请老师看看。"
OTHER_WEEK = "这里放的是另一周（{week}）的答案，已经另存为「{kept}」，没有丢。请告诉老师。现在从空白开始。"
OTHER_WEEK_READ_ONLY = "答案文件是另一周（{week}）的，没有用它。请老师看看。"
NEWER = "这份答案是新版本的程序写的，这台电脑的程序旧了。现在只能看，不能存。请老师更新程序。"
NOT_WRITTEN = "没存上：这个文件夹写不进去。别关这一页，叫老师来看。"
LOCKED_OUT = "没存上：另一个程序正占着答案文件。等一下再存一次。"


class NotSavedError(Exception):
    """An answer could not be written; the text is a Chinese sentence for the learner."""


def now() -> str:
    """Local time with its offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _parsed(raw: bytes) -> AnswerFile:
    return schema.parse(schema.loads(raw))


class AnswerStore:
    """The answers of one folder and week.

    Made by `open` (worksheet: may move a bad file aside, may write) or `snapshot` (grading: only reads).

    Attributes:
        problems: Chinese sentences about the file, for the learner or the report.
        read_only: whether `put` refuses to write.
    """

    def __init__(self, folder: Path, week: str, *, read_only: bool) -> None:
        self.folder = Path(folder)
        self.week = week
        self.read_only = read_only
        self.problems: list[str] = []
        self._file = AnswerFile(week)

    @classmethod
    def open(cls, folder: Path, week: str) -> AnswerStore:
        """The store of a worksheet; a file that cannot be used is moved aside and named in `problems`."""
        store = cls(folder, week, read_only=False)
        store.reload()
        return store

    @classmethod
    def snapshot(cls, folder: Path, week: str) -> AnswerStore:
        """The answers as they are now, for grading: reads only, moves nothing, never raises over content."""
        store = cls(folder, week, read_only=True)
        store._file = store._read(keep_aside=False)
        return store

    @property
    def path(self) -> Path:
        """Where the answers are kept."""
        return self.folder / NAME

    @property
    def learner(self) -> str | None:
        """Normalised id of the learner in the file."""
        return self._file.learner

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two normalised ids of a declared pair, sorted."""
        return self._file.pair

    @property
    def scene(self) -> str | None:
        """The id whose scenes were shown, as collecting wrote it; None where it wrote nothing."""
        return self._file.scene

    @property
    def answers(self) -> Mapping[str, Entry]:
        """Every stored answer by "<question>.<field>"."""
        return self._file.answers

    def get(self, key: str) -> Entry | None:
        """One stored answer."""
        return self._file.answers.get(key)

    def reload(self) -> None:
        """Read the file again, as another notebook may have written it."""
        self._file = self._read(keep_aside=not self.read_only)

    def put(self, key: str, kind: str, raw: Any, echo: str = "", query: Query | None = None) -> Entry:
        """Store one answer and return it as stored.

        Arguments:
            key: "<question>.<field>".
            kind: of the field.
            raw: as typed or chosen.
            echo: what was read of it.
            query: what is asked about it, if it could not be read.

        Raises:
            NotSavedError: with the sentence to show.
        """
        kept = schema.bounded(kind, raw, self.problems)
        if kept is None:
            raise NotSavedError(NOT_WRITTEN)
        entry = Entry(kind, kept, now(), echo, query)
        self._change({key: entry})
        return entry

    def drop(self, key: str) -> None:
        """Forget one answer, because its field was emptied.

        Raises:
            NotSavedError: with the sentence to show.
        """
        self._change({key: None})

    def sit_down(self, learner: str | None, pair: tuple[str, str] | None = None) -> None:
        """Write who works here; `nongju lab` calls it before the worksheet opens.

        Raises:
            NotSavedError: with the sentence to show.
        """
        self._change({}, sit=(learner, pair))

    def _change(
        self,
        entries: Mapping[str, Entry | None],
        sit: tuple[str | None, tuple[str, str] | None] | None = None,
    ) -> None:
        if self.read_only:
            raise NotSavedError(NEWER if NEWER in self.problems else NOT_WRITTEN)
        # filelock takes 0.15 s to import, which a graded cell that only reads should not pay
        from filelock import FileLock, Timeout

        try:
            with FileLock(self.folder / f".{NAME}.lock", timeout=LOCK_SECONDS):
                fresh = self._read(keep_aside=True)
                if self.read_only:
                    raise NotSavedError(NEWER)
                if sit is not None:
                    fresh.learner = schema.learner_of(sit[0])
                    fresh.pair = schema.pair_of(list(sit[1])) if sit[1] else None
                for key, entry in entries.items():
                    if entry is None:
                        fresh.answers.pop(key, None)
                    else:
                        fresh.answers[key] = entry
                self._write(fresh)
                self._file = fresh
        except Timeout as stuck:
            raise NotSavedError(LOCKED_OUT) from stuck
        except OSError as refused:
            raise NotSavedError(NOT_WRITTEN) from refused

    def _read(self, *, keep_aside: bool) -> AnswerFile:
        """The file's answers; an empty file object with a sentence in `problems` when it is unfit."""
        try:
            if self.path.stat().st_size > schema.MAX_FILE_BYTES:
                return self._unfit(BROKEN, BROKEN_READ_ONLY, keep_aside)
            found = _parsed(self.path.read_bytes())
        except FileNotFoundError:
            return AnswerFile(self.week)
        except schema.NewerVersionError:
            self.read_only = True
            self._problem(NEWER)
            return AnswerFile(self.week)
        except (ValueError, RecursionError, OSError):  # cut in half, not UTF-8, nested 10,000 deep, not ours
            return self._unfit(BROKEN, BROKEN_READ_ONLY, keep_aside)
        if self.week and found.week != self.week:
            return self._unfit(OTHER_WEEK, OTHER_WEEK_READ_ONLY, keep_aside, week=found.week)
        for note in found.notes:
            self._problem(note)
        return found

    def _unfit(self, kept_sentence: str, sentence: str, keep_aside: bool, week: str = "") -> AnswerFile:
        if not keep_aside:
            self._problem(sentence.format(week=week))
            return AnswerFile(self.week)
        word = "别周" if week else "坏了"
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        kept = self.folder / f"answers.{word}-{stamp}.json"
        number = 2
        while kept.exists():
            kept = self.folder / f"answers.{word}-{stamp}-{number}.json"
            number += 1
        try:
            self.path.replace(kept)
        except FileNotFoundError:  # the other notebook moved it aside a moment ago
            return AnswerFile(self.week)
        except OSError:
            self.read_only = True
            self._problem(NOT_WRITTEN)
            return AnswerFile(self.week)
        self._problem(kept_sentence.format(week=week, kept=kept.name))
        return AnswerFile(self.week, self._file.learner, self._file.pair)

    def _problem(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)

    def _write(self, content: AnswerFile) -> None:
        text = json.dumps(content.to_json(), ensure_ascii=False, indent=1) + "\n"
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".answers-", suffix=".tmp")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(self.path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
