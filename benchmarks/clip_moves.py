"""How well the camera's moves are told apart: the part `moves` of `make bench-clips`.

Rendered (`clip_moves_set.py`): 240 clips of the test set, whose photographs no threshold has seen; each is
asked about the move it holds and one it is likely to be taken for. `former` is the test set before it.
Real: stretches of film from installable packages (`clip_moves_real.csv`), labelled by eye before; each is
asked about its own move and the four others, with no bar.

false_pass is the share of all wrong askings answered yes, false_fail of all right askings answered no,
answered the share of all askings answered at all, balanced_accuracy the mean over both kinds of the share
right among the answered. Intervals are Wilson's, 95 %. The last line is one JSON object.
"""

import argparse
import collections
import json
import math
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clip_moves_real import real_clips
from clip_moves_set import cases

from nongju.clips.moves.recognise import judge, look
from nongju.clips.moves.report import NAMES

FPS = 8.0
FEWEST_NEGATIVES = 60
"""Wrong askings below which no rate of 5 % can be claimed: with none passed, the upper bound is 6 %."""

BARS = {"false_pass": 0.05, "false_fail": 0.05, "balanced_accuracy": 0.90, "answered": 0.85}

Answers = list[tuple[bool, str]]
"""For each asking: whether the clip holds the move, and what was said."""


def say(*words: object) -> None:
    """One line for people."""
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")


def main() -> int:
    """Measure the rendered test set and the real one, or the one named; 1 when the rendered misses a bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("rendered", "real", "former", "development"), help="only one set")
    result = measure(parser.parse_args().set)
    say(json.dumps({"moves": result}))
    return 0 if result.get("rendered", {}).get("bars_met", True) else 1


def measured(_folder: Path, _write: Callable[[str], None]) -> dict[str, Any]:
    """The part `moves` for `benchmarks/clips.py`."""
    return {"moves": measure()}


def measure(only: str | None = None) -> dict[str, Any]:
    """The figures of `bench-clips`' part `moves`."""
    result: dict[str, Any] = {}
    if only in {None, "rendered"}:
        result["rendered"] = rendered("test")
    if only in {"former", "development"}:
        result[only] = rendered(only)
    if only in {None, "real"}:
        result["real"] = real()
    return result


def rendered(named: str) -> dict[str, Any]:
    """The rendered clips of one set, and how fast they were looked at."""
    drawn = cases(named)
    answers: Answers = []
    table: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    seconds, began = 0.0, time.process_time()
    for clip in drawn:
        seconds += len(clip.frames) / FPS
        evidence = look(clip.frames, FPS)
        for asked, holds in clip.questions:
            said = judge(evidence, asked).holds
            answers.append((holds, str(said)))
            table[clip.kind, asked][str(said)] += 1
    speed = seconds / (time.process_time() - began)
    for (kind, asked), said in sorted(table.items()):
        say(f"  {kind:9s} asked {asked:7s}", dict(said))
    result = figures(answers) | {"clips": len(drawn), "x_realtime": round(speed, 1)}
    result["bars_met"] = all(
        result[key] <= bar if key.startswith("false") else result[key] >= bar for key, bar in BARS.items()
    )
    report(f"rendered, {named} set", result)
    return result


def real() -> dict[str, Any]:
    """The real clips that can be had."""
    missing: list[str] = []
    answers: Answers = []
    clips = named = 0
    for clip in real_clips(missing):
        clips += 1
        evidence = look(clip.frames, FPS)
        for asked in NAMES:
            found = judge(evidence, asked)
            holds = asked == clip.row["move"]
            answers.append((holds, str(found.holds)))
            if holds:
                named += found.move == asked
                say(f"  {clip.label:52s} {asked:7s} {found.holds:7s} found {found.move} {found.direction}")
    result = figures(answers) | {"n": clips, "named": named, "missing": missing}
    report("real", result)
    if missing:
        say("  could not be had:", ", ".join(missing))
    say("  askings of one clip hang together: the intervals are narrower than they should be")
    return result


def figures(answers: Answers) -> dict[str, Any]:
    """The four figures and their counts."""
    right = collections.Counter(said for holds, said in answers if holds)
    wrong = collections.Counter(said for holds, said in answers if not holds)
    positives, negatives = right.total(), wrong.total()
    answered = positives + negatives - right["unsure"] - wrong["unsure"]
    parts = [
        good / (good + bad)
        for good, bad in ((right["yes"], right["no"]), (wrong["no"], wrong["yes"]))
        if good + bad
    ]
    return {
        "n": len(answers),
        "positives": positives,
        "negatives": negatives,
        "balanced_accuracy": round(sum(parts) / max(len(parts), 1), 4),
        "false_pass": round(wrong["yes"] / max(negatives, 1), 4),
        "false_fail": round(right["no"] / max(positives, 1), 4),
        "answered": round(answered / max(len(answers), 1), 4),
        "false_pass_95": wilson(wrong["yes"], negatives),
        "false_fail_95": wilson(right["no"], positives),
        "answered_95": wilson(answered, len(answers)),
    }


def wilson(hits: int, of: int) -> list[float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return [0.0, 1.0]
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return [round(max(0.0, (middle + side * spread) / (1 + z * z / of)), 4) for side in (-1, 1)]


def report(name: str, result: dict[str, Any]) -> None:
    """One paragraph for people."""
    say(f"{name}: {result['positives']} right and {result['negatives']} wrong askings")
    for key in ("false_pass", "false_fail", "answered"):
        low, high = result[f"{key}_95"]
        say(f"  {key:17s} {result[key]:.3f}  (95 %: {low:.3f} to {high:.3f})")
    say(f"  balanced accuracy {result['balanced_accuracy']:.3f}")
    if result["negatives"] < FEWEST_NEGATIVES:
        say("  too few to claim 5 %")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import cv2

    cv2.setNumThreads(1)
    sys.exit(main())
