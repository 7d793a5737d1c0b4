"""The chain of picture filters that every clip passes: smaller first, then tone, turn and square points.

Reducing first makes the rest cheap: tone-mapping and turning cost by the point.
"""

from __future__ import annotations

from nongju.clips.container import Container

HD_HEIGHT = 720
"""Lines from which a picture without a colour tag is BT.709 and not BT.601 (what players assume)."""

HLG_WHITE_NITS = 203
"""Luminance of diffuse white in HDR programmes (ITU-R BT.2408)."""

_TURNS = {90: "transpose=clock", 180: "hflip,vflip", 270: "transpose=cclock"}


def fitted(container: Container, long_side: int, short_side: int | None = None) -> tuple[int, int]:
    """Even width and height, as shown, inside a long and a short side; never larger than the original.

    Arguments:
        container: of the original.
        long_side: points that the longer side may have.
        short_side: points that the shorter side may have; None leaves it to the proportions.
    """
    longer, shorter = max(container.width, container.height), min(container.width, container.height)
    scale = min(1.0, long_side / longer, (short_side or shorter) / shorter)
    return _even(container.width * scale), _even(container.height * scale)


def filters(
    container: Container, width: int, height: int, *, method: str, matrix: str = "bt709"
) -> list[str]:
    """Filters from the decoded picture to an upright one of this size in 8-bit limited-range yuv420p.

    Arguments:
        container: of the original.
        width: as shown, even.
        height: as shown, even.
        method: swscale's way of reducing.
        matrix: of the result, bt709 or bt601.
    """
    turned = container.plain_turn and container.rotation in {90, 270}
    across, down = (height, width) if turned else (width, height)
    if container.hdr:
        chain = _to_sdr(container, across, down, matrix)
    else:
        chain = [_reduced(container, across, down, method, matrix), "format=yuv420p"]
    if container.plain_turn and container.rotation:
        chain.append(_TURNS[container.rotation])
    return [*chain, "setsar=1"]


def input_options(container: Container) -> list[str]:
    """Options before `-i`: a plain turn is taken from the file, as `filters` makes it on the small picture.

    With ffmpeg's own `-noautorotate` the turn would travel on into what is written.
    """
    return ["-display_rotation", "0"] if container.plain_turn and container.rotation else []


def _reduced(container: Container, width: int, height: int, method: str, matrix: str) -> str:
    stated = container.matrix if container.matrix not in {"", "unknown", "gbr"} else ""
    lines = min(container.coded_width, container.coded_height)
    assumed = stated or ("bt709" if lines >= HD_HEIGHT else "bt601")
    names = {"smpte170m": "bt601", "bt470bg": "bt601", "bt2020nc": "bt2020", "bt2020c": "bt2020"}
    source = names.get(assumed, assumed)
    known = source if source in {"bt601", "bt709", "bt2020", "smpte240m", "fcc"} else "auto"
    span = "full" if container.full_range else "limited"
    return (
        f"scale={width}:{height}:flags={method}:in_color_matrix={known}:in_range={span}"
        f":out_color_matrix={matrix}:out_range=limited"
    )


def _to_sdr(container: Container, width: int, height: int, matrix: str) -> list[str]:
    """HLG or PQ to an ordinary picture: linear light, BT.709 primaries, highlights rolled off."""
    tagged = (
        f"tin={container.transfer}:pin=2020:min=2020_ncl:rin={'full' if container.full_range else 'limited'}"
    )
    out = "709" if matrix == "bt709" else "170m"
    return [
        f"zscale=w={width}:h={height}:filter=bilinear:{tagged}:t=linear:npl={HLG_WHITE_NITS}",
        "format=gbrpf32le",
        "zscale=p=709",
        "tonemap=mobius:desat=0",
        f"zscale=t=709:m={out}:r=limited:p=709",
        "format=yuv420p",
    ]


def _even(value: float) -> int:
    return max(2, 2 * round(value / 2))
