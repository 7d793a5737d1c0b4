"""What a form keeps of chosen files: the file in its place, the answer that names it, what was seen of it.

Nothing here waits: `nongju.answers.uploads.controller` calls it when a file has come and was looked at.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from nongju.answers.disk import NotSavedError
from nongju.answers.kinds import file_kinds
from nongju.answers.kinds.upload import FOLDER, Upload, UploadField, megabytes, said
from nongju.answers.session import Session, tell
from nongju.answers.uploads.previews import Previews, told
from nongju.answers.uploads.transfer import MAX_BYTES, Transfer
from nongju.clips.summary import ClipSummary

TOO_MUCH = "这周的文件一共 {size}，一次最多交 100 MB。下次拍短一点。"


class UploadStore:
    """The kept files of one form.

    Arguments:
        question: the question's key, for the names of files.
        session: whose answers they are.
    """

    def __init__(self, question: str, session: Session) -> None:
        self.question, self.session = question, session
        self.previews = Previews(session.store.folder)

    def where(self, key: str) -> str:
        """Under which name a field's answer is stored."""
        return f"{self.question}.{key}"

    def shown(self, value: object, digest: str) -> dict[str, Any]:
        """What stands beside a stored file: its address, a small copy, what was seen of it."""
        if not isinstance(value, Upload):
            return {}
        seen = self.previews.seen(digest)
        return {
            "src": f"{FOLDER}/{value.path.name}",
            "small": self.previews.address(digest),
            "look": told(seen) if seen else None,
        }

    def keep(
        self, field: UploadField, transfer: Transfer, suffix: str, look: ClipSummary, original: str
    ) -> dict[str, Any]:
        """Put a whole file in its place and store the answer that names it; the one before it goes.

        Arguments:
            field: that it answers.
            transfer: the file, every byte of it here.
            suffix: of its name.
            look: what was seen of it.
            original: its name where it was chosen.

        Returns:
            What the form is told.

        Raises:
            NotSavedError: the answer could not be written; what was stored before stays.
        """
        key = field.key
        name = f"{self.question}-{key}-{look.digest[:8]}{suffix}"
        raw = {"file": name, "sha256": look.digest, "bytes": transfer.size, "from": original}
        if not field.hand_in:
            raw["stays"] = True
        before = self.session.store.get(self.where(key))
        path = transfer.place(name)
        self.previews.remember(look)
        try:
            entry = self.session.store.put(self.where(key), field.kind, raw, said(raw))
        except NotSavedError:
            if before is None or before.raw.get("file") != name:
                path.unlink(missing_ok=True)
            raise
        if before is not None and before.kind in file_kinds():
            self._forget(before.raw)
        tell(self.where(key))
        return {
            **beside(key, phase="", words=self._too_much(), files=None),
            "stamp": entry.saved,
            "raw": entry.raw,
            "echo": entry.echo,
            "problem": "",
            **self.shown(Upload(path, look.digest), look.digest),
        }

    def problem(self, key: str, sentence: str) -> dict[str, Any]:
        """A file was not taken: the sentence, and what is stored still."""
        entry = self.session.store.get(self.where(key))
        kept = {"stamp": entry.saved, "keptEcho": entry.echo} if entry else {"stamp": "", "keptEcho": ""}
        return {**beside(key, phase="", words="", early=None), "problem": sentence, **kept}

    def _forget(self, raw: dict[str, Any]) -> None:
        """Remove a file that no answer names any more, and what was kept about it."""
        answers = self.session.store.answers.values()
        if raw["file"] in {entry.raw["file"] for entry in answers if entry.kind in file_kinds()}:
            return
        self.previews.forget(raw["sha256"])
        with suppress(OSError):
            (self.session.store.folder / FOLDER / raw["file"]).unlink(missing_ok=True)

    def _too_much(self) -> str:
        """A word when the week's files together do not fit into one hand-in."""
        entries = [one for one in self.session.store.answers.values() if one.kind in file_kinds()]
        handed_in = {one.raw["file"]: one.raw["bytes"] for one in entries if not one.raw.get("stays")}
        total = sum(handed_in.values())
        return TOO_MUCH.format(size=megabytes(total)) if total > MAX_BYTES else ""


def beside(key: str, **changes: Any) -> dict[str, Any]:
    """A message of which only the panel beside a blank takes note."""
    return {"type": "upload", "field": key, "panel": changes}
