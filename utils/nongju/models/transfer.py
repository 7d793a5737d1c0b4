"""How big a clip is, how long it takes to send, and how many fit: megabits and megabytes kept apart.

A megabyte (兆字节) is 8 megabits (兆位); a gigabyte is counted as 1000 megabytes, as on the box of a card.
Nothing is rounded here but a count of whole clips. pscript can turn these functions into JavaScript.
"""

from nongju.models.camera import _not_negative, _positive


def clip_megabytes(megabits_per_second: float, seconds: float) -> float:
    """Size of a clip, megabytes.

    Arguments:
        megabits_per_second: bit rate, at least 0.
        seconds: length, at least 0.
    """
    _not_negative("megabits_per_second", megabits_per_second)
    _not_negative("seconds", seconds)
    return megabits_per_second * seconds / 8


def bit_rate(megabytes: float, seconds: float) -> float:
    """Megabits a second of a clip of that size and length.

    Arguments:
        megabytes: at least 0.
        seconds: above 0.
    """
    _not_negative("megabytes", megabytes)
    _positive("seconds", seconds)
    return megabytes * 8 / seconds


def upload_seconds(megabytes: float, line: float, sharing: float = 1) -> float:
    """Seconds to send a file over a line that several people share evenly.

    Arguments:
        megabytes: size of the file, at least 0.
        line: upload speed of the whole line, megabits a second, above 0.
        sharing: people who send at the same time, at least 1.
    """
    _not_negative("megabytes", megabytes)
    _positive("line", line)
    if not sharing >= 1:
        raise ValueError(f"sharing must be at least 1, not {sharing}")
    return megabytes * 8 / (line / sharing)


def clips_that_fit(free: float, kept_free: float, clip: float) -> float:
    """Whole clips that fit on a card.

    Arguments:
        free: megabytes free, at least 0.
        kept_free: megabytes that must stay free, at least 0.
        clip: megabytes of one clip, above 0.
    """
    _not_negative("free", free)
    _not_negative("kept_free", kept_free)
    _positive("clip", clip)
    if free <= kept_free:
        return 0
    return int((free - kept_free) / clip + 0.000000001)
