"""The learner's answers on disk: answers.json beside the notebook (its shape: `nongju.answers.schema`).

Two worksheets of one week are two kernels that share the file, so every write takes a lock, reads the file
again, changes its own keys and moves a whole new file into place: a power cut leaves the old or the new file.

A file whose *content* cannot be used is moved aside under another name, never deleted and never written over.
A file that cannot be *read just now* (a failing stick, a virus scanner, a cloud's placeholder) says nothing
about its content: it stays where it is, nothing is written, and a later try may succeed.
"""

from __future__ import annotations

import contextlib
import errno
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nongju.answers import schema
from nongju.answers.disk import NAME, NotSavedError, locked, parsed, renamed
from nongju.answers.schema import AnswerFile, Entry, Query
from nongju.course.wholefile import write_whole
from nongju.errors import NongjuError

if TYPE_CHECKING:
    from collections.abc import Mapping

Known = Callable[[Entry], bool]
"""Whether whoever writes knows of what is stored."""

BROKEN = "以前的答案文件坏了，已经另存为「{kept}」，没有丢。请告诉老师。现在从空白开始。"
BROKEN_LATER = "答案文件被别的程序弄坏了，坏的另存为「{kept}」。这一页上写过的都还在。请告诉老师。"
BROKEN_READ_ONLY = "答案文件坏了，读不出来。请老师看看。"
OTHER_WEEK = "这里放的是另一周（{week}）的答案，已经另存为「{kept}」，没有丢。请告诉老师。现在从空白开始。"
OTHER_WEEK_READ_ONLY = "答案文件是另一周（{week}）的，没有用它。请老师看看。"
NEWER = "这份答案是新版本的程序写的，这台电脑的程序旧了。现在只能看，不能存。请老师更新程序。"
UNREADABLE = "答案文件现在读不出来，没有动它。过一会儿会自己再读；一直这样，叫老师来看。"
RENAMED = "答案文件的名字变成了「{name}」，照样接着用。"
NOT_WRITTEN = "没存上：这个文件夹写不进去。别关这一页，叫老师来看。"
FULL = "没存上：盘满了。别关这一页，叫老师来看。"


class ChangedElsewhereError(NongjuError):
    """Something is stored that whoever wants to write has not seen; nothing was written."""


def now() -> str:
    """Local time with its offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class AnswerStore:
    """The answers of one folder and week.

    Made by `open` (worksheet: may move a bad file aside, may write) or `snapshot` (grading: only reads).

    Attributes:
        problems: Chinese sentences about the file, for the learner or the report.
        read_only: whether `put` refuses to write.
        unreadable: whether the file has not been readable so far; what is stored is not known then.
        copy: name of a file that was taken for answers.json, since that was not there; "" for none.
    """

    def __init__(self, folder: Path, week: str, *, read_only: bool) -> None:
        self.folder = Path(folder)
        self.week = week
        self.read_only = read_only
        self.unreadable = False
        self._known = False  # whether the file has been read, or was found not to be there
        self.copy = ""
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
        store.reload()
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

    def version(self) -> tuple[int, ...]:
        """What changes whenever the file is written, by whomever; () where it cannot be looked at."""
        try:
            seen = self.path.stat()
        except OSError:
            return ()
        return seen.st_ino, seen.st_size, seen.st_mtime_ns

    def reload(self) -> None:
        """Read the file again, as another notebook may have written it.

        What was read before stays where the file cannot be read just now.
        """
        with contextlib.suppress(NotSavedError):
            self._file = self._read()

    def put(
        self,
        key: str,
        kind: str,
        raw: Any,
        echo: str = "",
        query: Query | None = None,
        known: Known | None = None,
    ) -> Entry:
        """Store one answer and return it as stored.

        Arguments:
            key: "<question>.<field>".
            kind: of the field.
            raw: as typed or chosen.
            echo: what was read of it.
            query: what is asked about it, if it could not be read.
            known: whether whoever writes knows of what is stored, and may write over it; None asks nobody.

        Raises:
            NotSavedError: with the sentence to show.
            ChangedElsewhereError: what is stored is not known.
        """
        kept = schema.bounded(kind, raw, self.problems)
        if kept is None:
            raise NotSavedError(NOT_WRITTEN, again=False)
        entry = Entry(kind, kept, now(), echo, query)
        self._change({key: entry}, known=known)
        return entry

    def drop(self, key: str, known: Known | None = None) -> None:
        """Forget one answer, because its field was emptied; arguments and errors as of `put`."""
        self._change({key: None}, known=known)

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
        known: Known | None = None,
    ) -> None:
        if self.read_only:
            raise NotSavedError(NEWER if NEWER in self.problems else NOT_WRITTEN, again=False)
        if not self.folder.is_dir():  # the lock would make an empty folder where the stick was
            raise NotSavedError(NOT_WRITTEN)
        try:
            with locked(self.folder / f".{NAME}.lock"):
                fresh = self._read()
                if self.read_only:
                    raise NotSavedError(NEWER, again=False)
                there = [fresh.answers[key] for key in entries if key in fresh.answers]
                if known is not None and not all(map(known, there)):
                    self._file = fresh
                    raise ChangedElsewhereError
                if sit is not None:
                    fresh.learner = schema.learner_of(sit[0])
                    fresh.pair = schema.pair_of(list(sit[1])) if sit[1] else None
                for key, entry in entries.items():
                    if entry is None:
                        fresh.answers.pop(key, None)
                    else:
                        fresh.answers[key] = entry
                text = json.dumps(fresh.to_json(), ensure_ascii=False, indent=1) + "\n"
                write_whole(self.path, text.encode(), durable=True, private=True)
                self._file = fresh
        except OSError as refused:
            full = refused.errno in {errno.ENOSPC, errno.EDQUOT}
            raise NotSavedError(FULL if full else NOT_WRITTEN) from refused

    def _read(self) -> AnswerFile:
        """The file's answers, or with a sentence in `problems` what stands for them.

        Raises:
            NotSavedError: the file cannot be read just now.
        """
        try:
            content = self._content()
        except schema.NewerVersionError:
            self.read_only = True
            self._problem(NEWER)
            return AnswerFile(self.week)
        except (ValueError, RecursionError):  # cut in half, not UTF-8, nested 10,000 deep, not ours
            return self._unfit(BROKEN, BROKEN_READ_ONLY)
        except OSError as refused:
            self.unreadable = not self._known
            self._problem(UNREADABLE)
            raise NotSavedError(UNREADABLE) from refused
        self.unreadable, self._known = False, True
        if UNREADABLE in self.problems:
            self.problems.remove(UNREADABLE)
        if self.week and content.week != self.week:
            return self._unfit(OTHER_WEEK, OTHER_WEEK_READ_ONLY, week=content.week)
        for note in content.notes:
            self._problem(note)
        return content

    def _content(self) -> AnswerFile:
        """What the file says; without one, what was read or written before, or what lies there renamed."""
        try:
            if self.path.stat().st_size > schema.MAX_FILE_BYTES:
                raise ValueError("too large")
            return parsed(self.path.read_bytes())
        except FileNotFoundError:
            if not self.folder.is_dir():
                raise  # the stick was pulled out: nobody knows what lies on it
        copy = None if self.read_only or self._file.answers else renamed(self.folder, self.week)
        if copy is None:
            return self._remembered()  # with answers: somebody took the file away while the worksheet is open
        self._problem(RENAMED.format(name=copy.name))
        self.copy = copy.name
        return parsed(copy.read_bytes())

    def _unfit(self, kept_sentence: str, sentence: str, week: str = "") -> AnswerFile:
        if self.read_only:
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
            return self._remembered()
        except OSError as refused:  # it stays where it is: nothing is written over it
            self._problem(NOT_WRITTEN)
            raise NotSavedError(NOT_WRITTEN) from refused
        if self._file.answers:
            kept_sentence = BROKEN_LATER
        self._problem(kept_sentence.format(week=week, kept=kept.name))
        return self._remembered()

    def _remembered(self) -> AnswerFile:
        """What was read or written before, to be changed and written anew."""
        return AnswerFile(self.week, self._file.learner, self._file.pair, dict(self._file.answers))

    def _problem(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)
