"""A handed-in file as inert HTML for graders: a still, what was seen, and the file itself to play.

The address in it is a name that `nongju.answers.schema` allows, below uploads/. `<video>` stays in a marked
notebook only where a cell of the course shows it (`nongju.nbgrading.sanitize`).
"""

from __future__ import annotations

from html import escape

from nongju.answers.kinds.upload import FOLDER, ClipField, Upload, UploadField
from nongju.answers.static_html import Html
from nongju.clips.isolated import look_at
from nongju.clips.summary import ClipSummary

CHANGED = "这个文件和当初存的不一样，老师看一眼。"
"""Said where the digest in answers.json is not that of the file."""

TO_CHANGE = "可以改："
GOOD = "好的地方："
UNSURE = "机器看不准："

MOST_GOOD = 4
"""Good things that are said at once: enough to please, few enough to read on."""


def look(field: UploadField, upload: Upload) -> ClipSummary:
    """What is to be seen of a file, asked as the field asks.

    Raises:
        OSError: it cannot be read.
    """
    clip_kind, move = (field.clip_kind, field.move) if isinstance(field, ClipField) else ("", None)
    return look_at(upload.path, kind=field.kind, clip_kind=clip_kind, move=move, name=upload.original)


def file_html(field: UploadField, upload: Upload, echo: str) -> Html:
    """The file as a grader sees it below the form cell."""
    seen = look(field, upload)
    parts = [f"<p>{escape(echo)}</p>"]
    if seen.digest != upload.sha256:
        parts.append(f'<p class="nj-note">{CHANGED}</p>')
    parts.append(look_html(seen))
    name = escape(f"{FOLDER}/{upload.path.name}")
    if field.kind == "clip":
        parts.append(f'<p><video controls src="{name}"></video></p>')
    elif not seen.refused:
        parts.append(f'<p><img alt="{escape(field.label)}" src="{name}"></p>')
    return Html("".join(parts))


def look_html(seen: ClipSummary) -> str:
    """The still, the facts, what is good and what to change; all escaped."""
    picture = f'<p><img alt="封面" src="data:image/jpeg;base64,{seen.poster}"></p>' if seen.poster else ""
    return picture + "".join(f"<p>{escape(line)}</p>" for line in look_lines(seen))


def look_lines(seen: ClipSummary) -> list[str]:
    """The look in sentences: facts, what is good, what to change, what to see for oneself."""
    if seen.refused:
        return [seen.refused]
    lines = ["、".join(seen.facts)] if seen.facts else []
    if seen.good:
        lines.append(f"{GOOD}{''.join(seen.good[:MOST_GOOD])}")
    lines += [f"{TO_CHANGE}{advice}" for advice in seen.advice]
    lines += [f"{UNSURE}{one}" for one in seen.unsure]
    return [*lines, *seen.sentences]
