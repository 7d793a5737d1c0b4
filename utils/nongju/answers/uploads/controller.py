"""The kernel's side of choosing a file: find it, copy it, have it looked at, keep it or say why not.

The browser sends {"type": "upload", "field", "do", "seq", ...}:

| do | with | what comes back, at once or later |
| --- | --- | --- |
| list | | the newest files, then their thumbnails one by one |
| choose | id of a listed file | progress, then the answer |
| begin | name, size, modified of a file in the browser | how many bytes are here already |
| piece | at, and the bytes as a buffer | how many bytes are here now; after the last one, as `choose` |
| small | | the address of a copy that every browser plays |
| stop | | what runs is ended; a copy continues at the next try |

Every message back has "panel": what changed beside the blank. The last one of a file has the answer as it is
stored, or a problem; then what was stored before stays. Copying and looking run in threads, so the kernel
goes on answering.
"""

from __future__ import annotations

import atexit
import itertools
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from weakref import WeakSet

from nongju.answers.disk import NotSavedError
from nongju.answers.kinds.upload import MAX_ORIGINAL_CHARACTERS, ClipField, Upload, UploadField, megabytes
from nongju.answers.session import Session
from nongju.answers.uploads import drives
from nongju.answers.uploads.jobs import Jobs
from nongju.answers.uploads.previews import told
from nongju.answers.uploads.store import UploadStore, beside
from nongju.answers.uploads.transfer import GONE, Transfer, TransferError, suffix_for
from nongju.clips import isolated
from nongju.clips.summary import ClipSummary

LENGTH_SLACK_SECONDS = 1.0
"""How far a clip may go beyond its field's length: phones stop a little after the thumb does."""

TOO_LONG = "这段 {seconds:.0f} 秒，最多 {most:.0f} 秒。剪短了再选。"
BUSY = "前一个文件还没弄完。等一下，或者点「停」。"
STOPPED = "停下了。再选一次，会接着来。"
NO_SMALL = "这台电脑放不了这段。在手机上看。"
NOTHING_FOUND = "没找到。手机用线接上，选「传文件」，再点一次。"

_controllers: WeakSet[UploadController] = WeakSet()
_opened = itertools.count()


class UploadController:
    """Takes in the files of one form.

    Arguments:
        question: the question's key, for the names of files.
        session: whose answers they are.
        fields: the upload fields by key.
        send: called with each message that comes later, from another thread.
        stored: called when an answer was stored; returns what else the form shows then.
        places: where to look for files; None is this PC.
    """

    def __init__(
        self,
        question: str,
        session: Session,
        fields: dict[str, UploadField],
        *,
        send: Callable[[dict[str, Any]], None],
        stored: Callable[[], dict[str, Any]],
        places: list[drives.Drive] | None = None,
    ) -> None:
        self.question, self.session, self.fields = question, session, fields
        self.send, self.stored, self.places = send, stored, places
        self.store = UploadStore(question, session)
        self._listed: dict[str, list[drives.Found]] = {}
        self._sent: dict[str, tuple[Transfer, str]] = {}
        self._jobs = Jobs()
        self.opened = next(_opened)
        _controllers.add(self)

    def handle(self, message: dict[str, Any], buffers: Sequence[Any] = ()) -> dict[str, Any]:
        """The answer to one message."""
        key = str(message.get("field", ""))
        field = self.fields.get(key)
        if field is None:
            return beside(key)
        do = str(message.get("do"))
        at_once = {"stop": self._stop, "piece": self._piece}
        when_free = {
            "list": self._look_around,
            "choose": self._choose,
            "begin": self._begin,
            "small": self._make_small,
        }
        try:
            if do in at_once:
                return at_once[do](field, message, buffers)
            if do in when_free:
                return (
                    beside(key, words=BUSY)
                    if self._jobs.busy(key)
                    else when_free[do](field, message, buffers)
                )
        except TransferError as refused:
            return self.store.problem(key, str(refused))
        return beside(key)

    def take(self, key: str, path: Path) -> dict[str, Any]:
        """Take in a file that this worksheet made, as if it had been chosen: what to say at once.

        Arguments:
            key: the field's.
            path: of the file.
        """
        if self._jobs.busy(key):
            return beside(key, words=BUSY)
        try:
            return self._take(key, path)
        except TransferError as refused:
            return self.store.problem(key, str(refused))

    def close(self, seconds: float = 5.0) -> None:
        """End what runs."""
        self._jobs.close(seconds)

    # ---- messages ----

    def _look_around(self, field: UploadField, *_: Any) -> dict[str, Any]:
        return self._start(field.key, self._list, field, phase="list", words="正在找……")

    def _make_small(self, field: UploadField, *_: Any) -> dict[str, Any]:
        return self._start(field.key, self._small, field, phase="look", words="正在做一份这里能放的……")

    def _choose(self, field: UploadField, message: dict[str, Any], _: Sequence[Any]) -> dict[str, Any]:
        key, number = field.key, message.get("id")
        listed = self._listed.get(key, [])
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < len(listed):
            raise TransferError(GONE)
        return self._take(key, listed[number].path)

    def _take(self, key: str, path: Path) -> dict[str, Any]:
        field = self.fields[key]
        try:
            status = path.stat()
        except OSError as error:
            raise TransferError(GONE) from error
        transfer = Transfer(self.session.store.folder, f"{path}\n{status.st_mtime_ns}", status.st_size)
        return self._start(key, self._copy, field, transfer, path, phase="copy", **_share(transfer))

    def _begin(self, field: UploadField, message: dict[str, Any], _: Sequence[Any]) -> dict[str, Any]:
        key = field.key
        name, size, modified = (message.get(word) for word in ("name", "size", "modified"))
        if not isinstance(name, str) or isinstance(size, bool) or not isinstance(size, int):
            return beside(key)
        transfer = Transfer(self.session.store.folder, f"{name}\n{modified}", size)
        self._sent[key] = transfer, name
        if transfer.done == transfer.size:
            return self._settle_soon(field, transfer, name)
        return beside(key, phase="send", at=transfer.done, **_share(transfer))

    def _piece(self, field: UploadField, message: dict[str, Any], buffers: Sequence[Any]) -> dict[str, Any]:
        key, at = field.key, message.get("at")
        if key not in self._sent or not isinstance(at, int) or len(buffers) != 1:
            return beside(key)
        transfer, name = self._sent[key]
        transfer.add(at, bytes(buffers[0]))
        if transfer.done < transfer.size:
            return beside(key, phase="send", at=transfer.done, **_share(transfer))
        return self._settle_soon(field, transfer, name)

    def _settle_soon(self, field: UploadField, transfer: Transfer, name: str) -> dict[str, Any]:
        key = field.key
        self._sent.pop(key, None)
        return self._start(
            key, self._settle, field, transfer, name, phase="look", words=_looking(field), share=None
        )

    def _stop(self, field: UploadField, *_: Any) -> dict[str, Any]:
        key = field.key
        self._sent.pop(key, None)
        self._jobs.stop(key)
        return beside(key, phase="", words=STOPPED)

    # ---- what runs in a thread ----

    def _start(
        self, key: str, work: Callable[..., None], field: UploadField, *arguments: Any, **panel: Any
    ) -> dict[str, Any]:
        def run(stop: threading.Event) -> None:
            try:
                work(field, stop, *arguments)
            except isolated.Stopped:
                self.send(beside(key, phase="", words=STOPPED))
            except (TransferError, NotSavedError) as refused:
                self.send(self.store.problem(key, str(refused)))
            except Exception:  # a thread that dies in silence would leave the learner waiting
                self.send(self.store.problem(key, isolated.NO_ANSWER))

        start = self._jobs.start(key, run, patient=work == self._list)
        # said before the thread may say anything, or its last word could be overtaken by this one
        self.send(beside(key, **{"words": "", **panel}))
        start()
        return beside(key)

    def _list(self, field: UploadField, stop: threading.Event) -> None:
        matches = drives.newest(field.kind, self.places)
        self._listed[field.key] = matches
        files = drives.rows(matches)
        self.send(beside(field.key, phase="", words="" if files else NOTHING_FOUND, files=files))
        if not matches:
            return
        request = {"do": "thumbs", "kind": field.kind, "paths": [str(one.path.absolute()) for one in matches]}
        with suppress(isolated.Stopped):
            for answer in isolated.ask(request, seconds=isolated.THUMBS_SECONDS, stop=stop):
                self.send(beside(field.key, thumb={"id": answer.get("at"), "jpeg": answer.get("jpeg")}))

    def _copy(self, field: UploadField, stop: threading.Event, transfer: Transfer, path: Path) -> None:
        said_so_far = [-1]

        def progress(done: int) -> None:
            percent = 100 * done // transfer.size
            if percent != said_so_far[0]:
                said_so_far[0] = percent
                self.send(beside(field.key, phase="copy", **_share(transfer)))

        transfer.copy(path, progress, stop.is_set)
        if stop.is_set():
            raise isolated.Stopped
        self.send(beside(field.key, phase="look", words=_looking(field), share=None))
        self._settle(field, stop, transfer, path.name)

    def _settle(self, field: UploadField, stop: threading.Event, transfer: Transfer, original: str) -> None:
        """Keep a file that is whole and can be used; any other one leaves everything as it was."""
        transfer.finish()
        try:
            suffix = suffix_for(field.kind, transfer.part)
            look = self._look(field, transfer.part, original[:MAX_ORIGINAL_CHARACTERS], stop)
            if look.refused:
                raise TransferError(look.refused)
            if field.longest and look.seconds > field.longest + LENGTH_SLACK_SECONDS:
                raise TransferError(TOO_LONG.format(seconds=look.seconds, most=field.longest))
        except TransferError:
            transfer.abandon()
            raise
        self.send({**self.store.keep(field, transfer, suffix, look, original), **self.stored()})

    def _look(self, field: UploadField, path: Path, name: str, stop: threading.Event) -> ClipSummary:
        def heard(answer: dict[str, Any]) -> None:
            if "share" in answer:
                self.send(beside(field.key, phase="look", share=answer["share"]))
                return
            early = ClipSummary.from_json(answer)
            self.send(beside(field.key, phase="look", words=_looking(field), early=told(early)))

        clip_kind, move = (field.clip_kind, field.move) if isinstance(field, ClipField) else ("", None)
        return isolated.look_at(
            path, kind=field.kind, clip_kind=clip_kind, move=move, name=name, heard=heard, stop=stop
        )

    def _small(self, field: UploadField, stop: threading.Event) -> None:
        entry = self.session.store.get(self.store.where(field.key))
        read = field.reading(entry.raw if entry else None)
        if entry is None or not isinstance(read.value, Upload):
            raise TransferError(GONE)
        target = self.store.previews.small(entry.raw["sha256"])
        request = {"do": "small", "path": str(read.value.path.absolute()), "target": str(target.absolute())}
        for answer in isolated.ask(request, seconds=isolated.SMALL_SECONDS, stop=stop):
            if "share" in answer:
                self.send(beside(field.key, phase="look", share=answer["share"]))
        if not target.is_file():
            raise TransferError(NO_SMALL)
        address = self.store.previews.address(entry.raw["sha256"])
        self.send(beside(field.key, phase="", words="", small=address))


def controller_of(question: str, session: Session) -> UploadController | None:
    """The controller of a question's form that a learner opened last; None if none is open."""
    folder = session.store.folder
    matches = [one for one in _controllers if one.question == question and one.session.store.folder == folder]
    return max(matches, key=lambda one: one.opened, default=None)


@atexit.register
def _close_all() -> None:
    """The kernel goes: no ffmpeg stays behind."""
    for controller in list(_controllers):
        controller.close()


def _share(transfer: Transfer) -> dict[str, Any]:
    return {"share": transfer.done / transfer.size, "size": megabytes(transfer.size)}


def _looking(field: UploadField) -> str:
    return "正在看这段视频，等几秒……" if field.kind == "clip" else "正在看这张照片……"
