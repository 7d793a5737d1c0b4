"""Clips: a machine may pass one, and never fails one.

The mark comes from the file that was handed in, looked at again in a process of its own
(`nongju.clips.isolated`). What was measured on a learner's PC is not read.

| what was handed in | verdict | points until a person has looked |
| --- | --- | --- |
| nothing | blank | 0 |
| named in the answers, but the file did not come along | teacher | 0 |
| everything that the rule wants is good | learned | all, and no person needed |
| something to change, something a machine cannot tell | teacher | all |
| pressed by a messenger, a screen recording, an editor's mark | teacher | all |
| empty, cut short, no clip at all, too long, changed since | teacher | all |

Only the second row differs from "without loss of marks": there is no file to look at, so whoever brings it
gets the mark then. In formgrader a person sees the clip beside the advice and gives the points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from nongju.clips.isolated import look_at
from nongju.clips.names import ADVICE_ALONE, EDITED_ALONE, MEASURES, MOVE, MOVES, ORIGINS, SHOTS
from nongju.clips.summary import ClipSummary, Seen
from nongju.marking.mark import PartMark
from nongju.marking.misconception import Text
from nongju.marking.rule import Rule, Unread
from nongju.marking.scene import Show, Variant
from nongju.marking.text import LOOK_AGAIN

MOST_ADVICE = 2
"""Pieces of advice in one explanation: more than two changes at once is a new lesson."""

LENGTH_SLACK_SECONDS = 1.0
"""How far a clip may go beyond its field's length: phones stop a little after the thumb does."""

MOST_GOOD = 4
"""Good things in one explanation: enough to please, few enough to read on."""

GOOD = "好的地方：{said}"
CHANGE = "下次改：{advice}"
ALL_GOOD = "要看的都好。"
TO_SEE = "要看：{names}。"
CANNOT_TELL = "「{name}」机器看不准。{advice}"
TOO_LONG = "这段 {seconds:.0f} 秒，最多 {most:.0f} 秒。"
CHANGED = "交来的文件和当初存的不一样。"
NOT_BROUGHT = "文件没有一起交来。带来以后，老师再看。"
NOT_LOOKED = "这段没看成。"


class ClipRule(Rule):
    """Mark a clip by what can be measured in it.

    Arguments:
        kind: what it is of: "product", "talking" or "edited"; decides how the measures are judged.
        wants: keys of the measures that must be good (see `nongju.clips.names.MEASURES`).
        move: the move that it must hold.
        why: what a good clip of this kind shows, and what for.

    Raises:
        ValueError: an unknown kind, measure or move, or nothing at all that is wanted: any file would pass.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"clip"})
    upload: ClassVar[str] = "clip"

    def __init__(
        self,
        field: str,
        *,
        points: float,
        kind: str,
        why: Text,
        wants: Sequence[str] = (),
        move: str | None = None,
    ) -> None:
        super().__init__(field, points=points, key="", why=why)
        self.kind, self.wants, self.move = kind, tuple(wants), move
        if kind not in SHOTS:
            raise ValueError(f"{field}: kind is one of {', '.join(SHOTS)}, not {kind!r}")
        if move is not None and move not in MOVES:
            raise ValueError(f"{field}: move is one of {', '.join(MOVES)}, not {move!r}")
        for one in self.wants:
            self._check_want(one)
        if len(set(self.wants)) != len(self.wants):
            raise ValueError(f"{field}: a measure stands twice in wants")
        if not self.wants and move is None:
            raise ValueError(f"{field}: name a measure or a move that is wanted, or any clip would pass")

    def _check_want(self, key: str) -> None:
        """Raise ValueError for a measure that no mark of this kind of clip may hang on."""
        if key in ADVICE_ALONE:
            raise ValueError(f"{self.field}: {key} is advice alone, no mark may hang on it; leave it out")
        if key not in MEASURES:
            raise ValueError(f"{self.field}: no measure {key}; there are {', '.join(MEASURES)}")
        if key in EDITED_ALONE and self.kind != "edited":
            raise ValueError(f"{self.field}: {key} is measured in edited clips only")

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark a clip; see `Rule.judge`."""
        if isinstance(value, Unread):
            part = self._person(variant, label, show, "", 0.0, [value.sentence, NOT_BROUGHT])
            return replace(part, unread=True)
        unmarked = self._unmarked(value, variant, label, show)
        if unmarked is not None:
            return unmarked
        look = look_at(value.path, kind="clip", clip_kind=self.kind, move=self.move, name=value.original)
        wanted = self._wanted(look)
        doubts = self._doubts(look, wanted, value)
        remark = self._remark(look, wanted)
        answer = "、".join(look.facts) or show(value)
        if doubts:
            part = self._person(variant, label, show, answer, self.points, doubts, remark)
        else:
            part = self._part(
                variant, label, show, verdict="learned", answer=answer, points=self.points, remark=remark
            )
        return replace(part, picture=look.poster)

    def faults(self, variant: Variant) -> list[str]:  # noqa: ARG002  the same in every scene
        """None: there is no key and no misconception that could be confused."""
        return []

    def _wanted(self, look: ClipSummary) -> list[Seen]:
        """What weighs of what the rule wants, each as it was seen; what was not measured is unsure."""
        keys = [*([MOVE] if self.move else []), *self.wants]
        found = [look.measure(key) or Seen(key, MEASURES.get(key, "镜头怎么动"), "unsure") for key in keys]
        return [one for one in found if not one.advice_only]

    def _doubts(self, look: ClipSummary, wanted: Sequence[Seen], value: Any) -> list[str]:
        """Why a person should look, for the person; empty when the machine may pass it."""
        if look.refused:
            return [look.refused]
        doubts = [CHANGED] if look.digest != value.sha256 else []
        if value.seconds and look.seconds > value.seconds + LENGTH_SLACK_SECONDS:
            doubts.append(TOO_LONG.format(seconds=look.seconds, most=value.seconds))
        if not look.seen:
            return [*doubts, *look.sentences, NOT_LOOKED]
        origins = [one for one in map(look.measure, ORIGINS) if one is not None and one.bad]
        doubts += [one.advice for one in origins]
        short = [one.name for one in wanted if one.verdict != "good"]
        return [*doubts, TO_SEE.format(names="、".join(short))] if short else doubts

    @staticmethod
    def _remark(look: ClipSummary, wanted: Sequence[Seen]) -> str:
        """What is good first, then one or two things to change: of what is wanted, then of the rest."""
        good = [one.advice for one in wanted if one.verdict == "good"]
        rest = [one for one in look.seen if one not in wanted]
        advice = list(dict.fromkeys(one.advice for one in [*wanted, *rest] if one.bad and one.advice))
        lines = [ALL_GOOD] if wanted and len(good) == len(wanted) else []
        lines += [GOOD.format(said="".join(good[:MOST_GOOD]))] if good else []
        lines += [CHANGE.format(advice=one) for one in advice[:MOST_ADVICE]]
        lines += [
            CANNOT_TELL.format(name=one.name, advice=one.advice)
            for one in wanted
            if one.verdict == "unsure" and look.seen
        ]
        lines += [look.refused] if look.refused else []
        return "".join(f"{line}\n" for line in lines)

    def _person(
        self,
        variant: Variant,
        label: str,
        show: Show,
        answer: str,
        points: float,
        doubts: Sequence[str],
        remark: str = "",
    ) -> PartMark:
        ask = LOOK_AGAIN if points else ""
        return self._part(
            variant,
            label,
            show,
            verdict="teacher",
            answer=answer or "没看到文件",
            points=points,
            remark=remark,
            notes=(f"{label} {''.join(doubts)}{ask}",),
            needs_person=True,
        )
