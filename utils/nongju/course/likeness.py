"""Whom an id that is on no list may mean: the seat and collecting suggest, and never guess in silence."""

from __future__ import annotations

import difflib
import re

from nongju.course.identity import normalise_id
from nongju.course.roster import Learner, Roster

MOST = 3
"""Learners that are suggested at most."""

LIKE = 0.75
"""Share of characters in common above which two ids are alike: one of four may be wrong."""

LOOK_ALIKE = str.maketrans("oli", "011")
"""Letters that are typed for digits."""

_SIGNS = re.compile(r"[-_. ]+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def written_otherwise(typed: str, roster: Roster) -> Learner | None:
    """The one learner whose id differs by zeros in front, signs or o for 0 alone, or whose name was typed.

    None when nobody's does, or several do.
    """
    key = _key(typed)
    found = [one for one in roster if _key(one.id) == key]
    found = found or [one for one in roster if one.name and normalise_id(one.name) == normalise_id(typed)]
    return found[0] if len(found) == 1 else None


def alike(typed: str, roster: Roster) -> tuple[Learner, ...]:
    """Learners whom an id that is not on the list may mean, the likeliest first, at most MOST."""
    certain = written_otherwise(typed, roster)
    if certain is not None:
        return (certain,)
    scored = [(_likeness(typed, one), one) for one in roster]
    best = sorted((pair for pair in scored if pair[0] >= LIKE), key=lambda pair: (-pair[0], pair[1].id))
    return tuple(one for _, one in best[:MOST])


def _likeness(typed: str, learner: Learner) -> float:
    by_id = difflib.SequenceMatcher(None, _key(typed), _key(learner.id)).ratio()
    name = normalise_id(learner.name)
    if len(name) >= 2 and (name in typed or (len(typed) >= 2 and typed in name)):
        return 1.0
    return by_id


def _key(learner: str) -> str:
    """The id without signs and zeros in front; beside digits a letter that looks like one is that digit."""
    bare = _SIGNS.sub("", normalise_id(learner))
    if any(letter.isdecimal() for letter in bare):
        bare = bare.translate(LOOK_ALIKE)
    return _ZEROS.sub("", bare)
