"""The kernel's side of the film panel (剪片台): from a table of shots to a film, without a line of code.

A sheet keeps what the film is made of: a row a shot with the clip, from and to which second, and a caption;
a title; whether one tune takes the place of the sound. The panel below it sends
{"type": "film", "do", "seq"}:

| do | what comes back, at once or later |
| --- | --- |
| make | progress, then the address of the film, its length and what is to be known of it |
| stop | nothing of a film that was not whole is left; an older one stays |
| hand_in | the film goes into the clip blank of another question, as if it had been chosen there |

The clips come from the learner's own blanks, or from the practice pack, which is computed at its first use.
The work runs in a thread, so the kernel goes on answering.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from nongju.answers.kinds.upload import FOLDER
from nongju.answers.question import Question
from nongju.answers.session import Session
from nongju.answers.uploads.controller import controller_of
from nongju.errors import NongjuError

FILMS, FILM = "films", "成片.mp4"
"""Where a film is written, beside uploads/; it is not handed in from there."""

PACK, TUNE = "practice", "配乐.m4a"
"""The practice pack's folder, and the name of its tune."""

PACK_SHOTS = ("1-灶台.mp4", "2-推近.mp4", "3-切片.mp4", "4-货架.mp4", "5-成品.mp4")
"""What p1 to p5 stand for."""

PACK_SHARE = 0.6
"""Share of the progress line that making the pack takes, when it has to be made (measured: drawing five
shots takes about as long as coding the film of them, and a little more on old PCs)."""

NOTHING = "先在上面选一个镜头。"
NO_CLIP = "「我的第 {number} 段」还没有。先在「我拍的五段」里选好它。"
MAKING_PACK = "正在做练习片，头一回要等一两分钟……"
MAKING = "正在做成片……"
STOPPED = "停下了。再点「做成片」，从头做。"
BUSY = "正在做。等一下，或者点「停」。"
BROKE = "这回没做成。再点一次；还不行，叫老师来看。"
DONE = "做好了，{seconds:.0f} 秒。看一遍，不满意就改上面的数，再做一次。"
COVER_TOO = "封面也做好了，在同一个文件夹里。"
TAKEN = "正在交到下面的格子里。那里会说交上了没有。"
NO_BLANK = "下面交成片的格子还没打开。点最上面的「开始/重新打开本页」。"
NO_FILM = "还没有成片。先点「做成片」。"


class NotReady(NongjuError):
    """The film cannot be made of what stands in the table; the text is a Chinese sentence."""


class FilmPanel:
    """Makes one film at a time.

    Arguments:
        question: the sheet that holds the table `cuts`, the text `title` and the choice `sound`.
        session: whose answers they are.
        mine: key of the question whose clip blanks m1, m2 ... are the learner's own shots.
        hand_in: "question.field" of the clip blank that takes the film.
        send: called with each message that comes later, from another thread.

    Attributes:
        busy: whether a film is being made.
    """

    def __init__(
        self,
        question: Question,
        session: Session,
        *,
        mine: str,
        hand_in: str,
        send: Callable[[dict[str, Any]], None],
    ) -> None:
        self.question, self.session = question, session
        self.mine, self.hand_in, self.send = mine, hand_in, send
        self.busy = False
        self._thread: threading.Thread | None = None
        self._cancel = threading.Event()

    @property
    def folder(self) -> Path:
        """The learner's folder of the week."""
        return self.session.store.folder

    @property
    def film(self) -> Path:
        """Where the film stands, or will stand."""
        return self.folder / FILMS / FILM

    def handle(self, message: Any) -> dict[str, Any] | None:
        """The answer to one message; None for what is not a message of ours."""
        if not isinstance(message, dict) or message.get("type") != "film":
            return None
        do = message.get("do")
        if do == "stop":
            self._cancel.set()
            return _said(STOPPED, busy=False)
        if self.busy:
            return _said(BUSY, busy=True)
        if do == "make":
            return self._begin()
        if do == "hand_in":
            return self._hand_in()
        return None

    def close(self, seconds: float = 5.0) -> None:
        """End what runs."""
        self._cancel.set()
        if self._thread is not None:
            self._thread.join(seconds)

    def made(self) -> dict[str, Any]:
        """What is shown of a film that was made before."""
        with suppress(OSError):
            return {"src": f"{FILMS}/{FILM}", "stamp": self.film.stat().st_mtime_ns}
        return {"src": ""}

    def recipe(self) -> dict[str, Any]:
        """The table as `nongju.clips.edit.recipe` reads it.

        Raises:
            NotReady: no row names a clip, or a row names one that is not there.
        """
        values = {field.key: read.value for field, read in self.question.readings(self.session)}
        shots = [self._shot(row) for row in values.get("cuts") or [] if row.get("clip")]
        if not shots:
            raise NotReady(NOTHING)
        told: dict[str, Any] = {"shot": shots, "title": values.get("title") or ""}
        sound = values.get("sound")
        if sound == "tune":
            told["sound"] = str(self.folder / PACK / TUNE)
        elif sound == "mute":
            told["mute"] = True
        return told

    def _shot(self, row: Mapping[str, Any]) -> dict[str, Any]:
        clip = str(row["clip"])
        shot: dict[str, Any] = {"file": str(self._file(clip[0], int(clip[1:])))}
        shot["from"] = row.get("start") or 0
        if row.get("end"):
            shot["to"] = row["end"]
        if row.get("words"):
            shot["caption"] = row["words"]
        return shot

    def _file(self, kind: str, number: int) -> Path:
        if kind == "p":
            return self.folder / PACK / PACK_SHOTS[number - 1]
        entry = self.session.store.get(f"{self.mine}.m{number}")
        path = self.folder / FOLDER / str(entry.raw["file"]) if entry and entry.kind == "clip" else None
        if path is None or not path.is_file():
            raise NotReady(NO_CLIP.format(number=number))
        return path

    def _begin(self) -> dict[str, Any]:
        self.session.store.reload()
        try:
            recipe = self.recipe()
        except NotReady as problem:
            return _said(str(problem), busy=False, trouble=True)
        self._cancel = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(recipe, self._cancel), daemon=True, name="film"
        )
        self.busy = True
        self._thread.start()
        return _said(MAKING, busy=True, share=0.0)

    def _run(self, recipe: dict[str, Any], cancel: threading.Event) -> None:
        from nongju.clips.edit.recipe import RecipeProblems
        from nongju.clips.edit.recipe import film as film_of
        from nongju.clips.ffmpeg import Cancelled
        from nongju.clips.refusal import ClipRefused

        said = _said(BROKE, busy=False, trouble=True)  # silence would leave the learner waiting
        try:
            before = self._pack(recipe, cancel)
            self.film.parent.mkdir(exist_ok=True)
            made = film_of(recipe, self.folder).write_videofile(
                self.film, progress=self._told(MAKING, before, 1.0), cancel=cancel
            )
            notes = [*made.notes, *([COVER_TOO] if made.cover else [])]
            said = {**_said(DONE.format(seconds=made.seconds), busy=False, more=notes), **self.made()}
        except Cancelled:
            said = _said(STOPPED, busy=False)
        except RecipeProblems as problems:
            said = _said(problems.sentences[0], busy=False, trouble=True, more=problems.sentences[1:])
        except ClipRefused as refused:
            said = _said(refused.sentence, busy=False, trouble=True)
        finally:
            self.busy = False
            self.send(said)

    def _pack(self, recipe: Mapping[str, Any], cancel: threading.Event) -> float:
        """Make the practice pack if the film needs it; returns the share of the work that this was."""
        named = [Path(shot["file"]) for shot in recipe["shot"]]
        named += [Path(recipe["sound"])] if "sound" in recipe else []
        pack = self.folder / PACK
        if all(path.parent != pack or path.is_file() for path in named):
            return 0.0
        from nongju.clips.practice import make_pack

        make_pack(pack, progress=self._told(MAKING_PACK, 0.0, PACK_SHARE), cancel=cancel)
        return PACK_SHARE

    def _told(self, words: str, low: float, high: float) -> Callable[[float], None]:
        """Progress between two shares of the line, sent at most a hundred times."""
        last = [-1]

        def progress(share: float) -> None:
            percent = int(100 * (low + (high - low) * share))
            if percent > last[0]:
                last[0] = percent
                self.send(_said(words, busy=True, share=percent / 100))

        return progress

    def _hand_in(self) -> dict[str, Any]:
        if not self.film.is_file():
            return _said(NO_FILM, busy=False, trouble=True)
        question, _, field = self.hand_in.partition(".")
        controller = controller_of(question, self.session)
        if controller is None:
            return _said(NO_BLANK, busy=False, trouble=True)
        controller.send(controller.take(field, self.film))
        return _said(TAKEN, busy=False)


def _said(
    words: str, *, busy: bool, trouble: bool = False, more: Sequence[str] = (), **rest: Any
) -> dict[str, Any]:
    return {"type": "film", "words": words, "busy": busy, "trouble": trouble, "more": list(more), **rest}
