"""What fills a frame, what a step forward does, how near sound must be, how much can be said.

Nothing is rounded here. pscript can turn all but `decibels_nearer` into JavaScript.
"""

import math

from nongju.models.camera import _not_negative, _positive


def crop_share(width: float, height: float, to_width: float, to_height: float) -> float:
    """Share of a picture that is left when it is cut to another shape, as large as fits.

    Arguments:
        width: of the picture, in any unit, above 0.
        height: of the picture, in the same unit, above 0.
        to_width: of the new shape, such as 9, above 0.
        to_height: of the new shape, such as 16, above 0.
    """
    _positive("width", width)
    _positive("height", height)
    _positive("to_width", to_width)
    _positive("to_height", to_height)
    given = width / height
    wanted = to_width / to_height
    if wanted <= given:
        return wanted / given
    return given / wanted


def zoom_sensor_share(zoom: float) -> float:
    """Share of the sensor that a finger zoom still uses: both sides shrink.

    Arguments:
        zoom: times, at least 1.
    """
    if not zoom >= 1:
        raise ValueError(f"zoom must be at least 1, not {zoom}")
    return 1 / (zoom * zoom)


def size_after_walk(size: float, distance: float, walked: float) -> float:
    """How large something looks after the camera walked towards it (or away, below 0).

    Arguments:
        size: it had in the frame, at least 0.
        distance: from camera to it before, above 0.
        walked: towards it, less than the distance.
    """
    _not_negative("size", size)
    _positive("distance", distance)
    left = distance - walked
    _positive("what is left of the distance", left)
    return size * distance / left


def shift_after_step(sideways: float, distance: float, focal: float) -> float:
    """Pixels by which something moves across the frame when the camera steps sideways (移).

    Arguments:
        sideways: step, in the unit of distance, at least 0.
        distance: from camera to it, above 0.
        focal: pixels that a thing one distance wide covers at that distance, above 0.
    """
    _not_negative("sideways", sideways)
    _positive("distance", distance)
    _positive("focal", focal)
    return focal * sideways / distance


def speaking_seconds(characters: float, per_second: float) -> float:
    """Seconds to say so many characters.

    Arguments:
        characters: at least 0.
        per_second: characters a second, above 0.
    """
    _not_negative("characters", characters)
    _positive("per_second", per_second)
    return characters / per_second


def decibels_nearer(before: float, after: float) -> float:
    """Decibels that a voice gains over the room's noise when the phone comes nearer, in the open.

    In a room that echoes it is less.

    Arguments:
        before: from mouth to phone, above 0.
        after: the new distance in the same unit, above 0.

    Source: sound pressure of a small source falls with distance: 20 log10(before / after).
    """
    _positive("before", before)
    _positive("after", after)
    return 20 * math.log10(before / after)
