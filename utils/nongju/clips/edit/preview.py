"""A small film inside the notebook: no widget, no server, nothing from the network."""

from __future__ import annotations

import base64
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nongju.clips.edit.export import PREVIEW
from nongju.clips.edit.render import render

if TYPE_CHECKING:
    from nongju.clips.edit.film import FilmPlan

MOST_BYTES = 12_000_000
"""Largest preview that is put into a notebook: 90 s at the preview's highest rate are 10 MB."""

TOO_LARGE = "预览太大，放不进这一页。写成文件再看。"


def html(film: FilmPlan) -> str:
    """A `<video>` element with the whole preview inside it, or a sentence if that is too large."""
    with tempfile.TemporaryDirectory(prefix="nongju-preview-") as folder:
        made = render(replace(film, cover=None), Path(folder) / "preview.mp4", PREVIEW)
        data = made.path.read_bytes()
    if len(data) > MOST_BYTES:
        return f"<p>{TOO_LARGE}</p>"
    return (
        f'<video controls playsinline width="{PREVIEW.width}" height="{PREVIEW.height}" '
        f'aria-label="成片预览，{made.seconds:.1f} 秒" '
        f'src="data:video/mp4;base64,{base64.b64encode(data).decode("ascii")}"></video>'
    )


def preview(film: FilmPlan) -> Any:
    """The preview as IPython shows it; rendered small, with captions and sound as in the film.

    Raises:
        ClipRefused: the film cannot be made; the sentence says what to do.
    """
    from IPython.display import HTML

    return HTML(html(film))  # type: ignore[no-untyped-call]
