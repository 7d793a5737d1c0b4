"""Where a file comes from: straight from the camera, or by way of a messenger, a screen recorder, an editor.

None of these costs marks. Each has its sentence on how to hand in the original instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.container import Container
from nongju.clips.decode import Bytes, Decoded
from nongju.clips.report import Kind, Measure

MESSENGER_NAMES = re.compile(
    r"^(wx_camera_\d{13}|mmexport\d{13}|wechat_\d{14}|微信视频\d*|video-?\d{8}-wa\d{4}|vid-\d{8}-wa\d{4}"
    r"|[0-9a-f]{32})",
    re.IGNORECASE,
)
"""Names that WeChat and other messengers give: wx_camera_ and mmexport with a time in milliseconds,
32 hexadecimal digits from a PC's cache folder, WhatsApp's WA0001."""

SCREEN_NAMES = re.compile(
    r"^(screen[ _-]?record|screenrecorder|rpreplay|svid_|屏幕录制|屏幕录像|录屏|screen-\d)", re.IGNORECASE
)
"""Names that screen recorders give: Android makers', iOS's RPReplay, the Chinese words."""

SCREEN_TAG = "replaykitrecording"
"""iOS writes this as author of a screen recording (ReplayKit)."""

SCREEN_RATIO = 1.95
"""Long side over short side from which a picture has a screen's shape: cameras write 16:9 (1.78), phones'
screens are 18:9 (2.0) to 21:9."""

EDITOR_TAGS = ("vicut", "jianying", "剪映", "capcut", "teeditor", "videoeditor", "kuaiying", "快影", "inshot")
"""Words that editing apps leave in the tags: vicut and TEEditor are Jianying's and CapCut's."""

CAMERA_TAGS = (
    "com.android.version",
    "com.apple.quicktime.make",
    "com.apple.quicktime.model",
    "make",
    "model",
)
"""Tags that a phone's own camera writes and that a messenger drops."""

SMALL_SIDE = 720
"""Points of the shorter side up to which a messenger leaves a clip."""

SMALL_BITS = 2_200_000
"""Bits a second up to which a messenger presses a clip: 0.5 to 2 Mbit/s; cameras write 8 and more."""

STILL_EDGE = 12.0
"""Grey levels a point that remain of an edge in the mean of all frames, from which it is drawn on top."""

STILL_PART = 0.7
"""Share of an edge's steepness that must remain in the mean: what moves is washed out."""

STILL_SHARE = (0.0005, 0.05)
"""Share of the frame on a mark's edges, from and to (assumption: a logo with a name takes about 1 %)."""

MOVES_ENOUGH = 0.45
"""Mean gradient over gradient of the single frames below which the picture behind moves enough to tell."""

LEAST_FRAMES = 20
"""Frames without which what moves is not washed out of the mean."""

MOST_FRAMES = 24
"""Frames that are looked at, spread over the clip."""


def measures(decoded: Decoded, kind: Kind, name: str) -> Iterator[Measure]:
    """Messenger, screen recording, editor's mark: at most one of each."""
    container = decoded.container
    stem = name.rpartition(".")[0] or name
    if kind != "edited":
        yield _messenger(container, stem)
    yield _screen(container, stem)
    yield _mark(decoded, container)


def _messenger(container: Container, stem: str) -> Measure:
    advice = "这段被微信压过了。用『文件』再发一次，或者用U盘。"
    if MESSENGER_NAMES.match(stem):
        return Measure("messenger", "微信压过", "", "change", advice, True)
    if looks_pressed(container):
        advice = "这段好像被微信压过。用『文件』再发一次，或者用U盘。"
        return Measure("messenger", "像是压过", "", "unsure", advice, True)
    return Measure("messenger", "原片", "", "good", "是手机里的原片。", True)


def looks_pressed(container: Container) -> bool:
    """Whether size and bit rate are a messenger's, and nothing says that a camera wrote the file."""
    short = min(container.width, container.height)
    named = any(tag in container.tags for tag in CAMERA_TAGS)
    return short <= SMALL_SIDE and 0 < container.bit_rate <= SMALL_BITS and not named


def _screen(container: Container, stem: str) -> Measure:
    advice = "这像是录屏。打开手机相机直接拍，再交一次。"
    written = " ".join(container.tags.values()).lower()
    if SCREEN_NAMES.match(stem) or SCREEN_TAG in written:
        return Measure("screen", "录屏", "", "change", advice, True)
    longer, shorter = max(container.width, container.height), min(container.width, container.height)
    if longer / shorter >= SCREEN_RATIO:
        return Measure("screen", "像是录屏", "", "unsure", advice, True)
    return Measure("screen", "相机拍的", "", "good", "是相机拍的。", True)


def _mark(decoded: Decoded, container: Container) -> Measure:
    advice = "画面上有剪辑软件的标志。关掉水印和片尾，重新导出。"
    written = " ".join([*container.tags, *container.tags.values()]).lower()
    seen = still_mark(decoded.gray)
    if seen is not None:
        return Measure("mark", seen, "", "unsure", advice, True)
    if any(word in written for word in EDITOR_TAGS):
        advice = "这段是剪辑软件导出的。看看有没有水印和片尾。"
        return Measure("mark", "软件导出", "", "unsure", advice, True)
    return Measure("mark", "没有", "", "good", "画面干净。", True)


def still_mark(gray: Bytes) -> str | None:
    """Corner of something that stays in place while the picture moves, in Chinese; None without one."""
    frames = gray[:: max(1, len(gray) // MOST_FRAMES)]
    if len(frames) < LEAST_FRAMES:
        return None
    mean = _steepness(frames.mean(axis=0, dtype=np.float32))
    single = [np.zeros_like(axis) for axis in mean]
    for frame in frames:
        for at, axis in enumerate(_steepness(frame.astype(np.float32))):
            single[at] += np.abs(axis) / len(frames)
    drawn = []
    for steady, moving in zip(map(np.abs, mean), single, strict=True):
        strong = moving > max(float(np.median(moving)), 1.0)
        if not strong.any() or float(np.median(steady[strong] / moving[strong])) > MOVES_ENOUGH:
            return None
        drawn.append((steady > STILL_EDGE) & (steady > STILL_PART * moving))
    return _corner(drawn[0], drawn[1])


def _steepness(picture: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Differences across and down."""
    return picture[:-1, 1:] - picture[:-1, :-1], picture[1:, :-1] - picture[:-1, :-1]


def _corner(upright: npt.NDArray[np.bool_], lying: npt.NDArray[np.bool_]) -> str | None:
    """The corner where something with edges of both directions stands; a horizon has only lying ones."""
    height, width = upright.shape
    thirds = {"左": slice(0, width // 3), "右": slice(width - width // 3, width)}
    for up, rows in (("上", slice(0, height // 4)), ("下", slice(height - height // 4, height))):
        for beside, columns in thirds.items():
            shares = [float(edges[rows, columns].sum()) / edges.size for edges in (upright, lying)]
            if all(STILL_SHARE[0] <= share <= STILL_SHARE[1] for share in shares):
                return f"{beside}{up}角"
    return None
