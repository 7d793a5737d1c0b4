"""A machine may pass a clip and never fails one; the mark comes from the file, looked at again."""

import base64
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from tests.answers.films import film, snapshot

from nongju.answers.kinds.upload import Upload
from nongju.clips import isolated, names
from nongju.clips import summary as look
from nongju.clips.checking import reading
from nongju.clips.moves.report import ASKED, NAMES, MoveReport
from nongju.clips.summary import ClipSummary, Seen
from nongju.marking import Unread, draw, explanation, rule_clip, rule_photo
from nongju.marking.scene import scene
from nongju.nbgrading.marks import ReadMark

DRAWN = draw("camera-settings", "p1", "", [scene("货", "拍", pork=1)])
JPEG = base64.b64encode(b"\xff\xd8\xff" + bytes(50)).decode()


def seen(key, verdict, advice="", *, advice_only=False):
    return Seen(key, names.MEASURES.get(key, key), verdict, "1 点", advice, advice_only)


GOOD = ClipSummary(
    facts=("竖着拍", "12 秒"),
    seconds=12.0,
    seen=(
        seen("shape", "good", "竖着拍的，正好。"),
        seen("shake", "good", "拿得稳。"),
        seen("middle", "good", "亮度合适。"),
        seen("messenger", "good", "是手机里的原片。", advice_only=True),
    ),
    poster=JPEG,
)


def changed(look, key, verdict, advice=""):
    return replace(
        look,
        seen=tuple(
            replace(one, verdict=verdict, advice=advice) if one.key == key else one for one in look.seen
        ),
    )


@pytest.fixture
def upload(tmp_path):
    path = tmp_path / "p1-clip-1.mp4"
    path.write_bytes(b"clip")
    return Upload(path, hashlib.sha256(b"clip").hexdigest(), 60.0, "VID_1.mp4")


@pytest.fixture
def judged(upload, monkeypatch):
    """The part mark of a clip that looks like this."""

    def judge(look, *, value=upload, wants=("shape", "shake", "middle"), **options):
        rule = rule_clip("clip", points=5, kind="product", wants=wants, why="竖着拍，拿稳。", **options)
        digest = hashlib.sha256(b"clip").hexdigest()
        monkeypatch.setattr("nongju.marking.clip.look_at", lambda path, **asked: replace(look, digest=digest))
        return rule.judge(value, DRAWN, "把视频交上来", str)

    return judge


def outcome(part):
    return part.verdict, part.points, part.needs_person


def test_a_clip_with_everything_that_is_wanted_is_passed_by_the_machine(judged):
    part = judged(GOOD)
    assert outcome(part) == ("learned", 5, False)
    assert part.why == "要看的都好。\n好的地方：竖着拍的，正好。拿得稳。亮度合适。\n竖着拍，拿稳。"
    assert (part.answer, part.picture, part.notes) == ("竖着拍、12 秒", JPEG, ())


@pytest.mark.parametrize("verdict", ["change", "unsure"])
def test_a_clip_with_something_to_change_keeps_its_points_until_a_person_has_looked(judged, verdict):
    part = judged(changed(GOOD, "shake", verdict, "手抖了。手肘夹紧，靠墙。"))
    assert outcome(part) == ("teacher", 5, True)
    assert part.notes == ("把视频交上来 要看：手抖。先当你做到了，老师再看一眼。",)
    lines = part.why.split("\n")
    assert lines[0].startswith("好的地方：")
    said = {"change": "下次改：", "unsure": "「手抖」机器看不准。"}[verdict]
    assert lines[1] == f"{said}手抖了。手肘夹紧，靠墙。"


def test_no_more_than_two_things_to_change_are_said_and_what_is_wanted_comes_first(judged):
    look = GOOD
    for key in ("shape", "shake", "middle"):
        look = changed(look, key, "change", f"改 {key}。")
    part = judged(look, wants=("shake", "shape"))
    assert [line for line in part.why.split("\n") if line.startswith("下次改")] == [
        "下次改：改 shake。",
        "下次改：改 shape。",
    ]


def test_what_a_rule_does_not_want_does_not_weigh_and_is_told(judged):
    part = judged(changed(GOOD, "middle", "change", "太暗了。"), wants=("shape",))
    assert outcome(part) == ("learned", 5, False)
    assert "下次改：太暗了。" in part.why


def test_advice_alone_does_not_weigh_even_if_the_rule_names_it(judged):
    quiet = replace(GOOD, seen=(*GOOD.seen, seen("loudness", "change", "声音小。", advice_only=True)))
    assert outcome(judged(quiet, wants=("shape", "loudness"))) == ("learned", 5, False)
    silent = replace(GOOD, seen=(*GOOD.seen, seen("loudness", "change", "这段没有声音。")))
    assert outcome(judged(silent, wants=("shape", "loudness"))) == ("teacher", 5, True)


def test_a_clip_that_a_messenger_pressed_goes_to_a_person_with_what_to_do(judged):
    part = judged(changed(GOOD, "messenger", "change", "这段被微信压过了。"))
    assert outcome(part) == ("teacher", 5, True)
    assert "这段被微信压过了。" in part.notes[0]
    assert "下次改：这段被微信压过了。" in part.why


@pytest.mark.parametrize(
    "look",
    [
        ClipSummary(refused="这个文件是空的。"),
        ClipSummary(refused="这段没传完整。"),
        ClipSummary(sentences=("看不了。",)),
    ],
)
def test_a_clip_that_cannot_be_looked_at_costs_nothing_and_goes_to_a_person(judged, look):
    part = judged(look)
    assert outcome(part) == ("teacher", 5, True)
    assert (look.refused or look.sentences[0]) in part.notes[0]


def test_what_was_not_measured_is_for_a_person(judged):
    assert outcome(judged(GOOD, wants=("shape", "flicker"))) == ("teacher", 5, True)


def test_the_move_that_was_asked_for_must_be_there(judged):
    held = replace(GOOD, seen=(*GOOD.seen, seen("move", "good", "推得匀。")))
    assert outcome(judged(held, move="push")) == ("learned", 5, False)
    assert outcome(judged(GOOD, move="push")) == ("teacher", 5, True)
    assert outcome(judged(changed(held, "move", "unsure"), wants=(), move="push")) == ("teacher", 5, True)


def test_a_file_that_was_changed_since_or_is_too_long_is_for_a_person(judged, upload):
    part = judged(GOOD, value=replace(upload, sha256="0" * 64))
    assert outcome(part) == ("teacher", 5, True)
    assert "和当初存的不一样" in part.notes[0]
    part = judged(replace(GOOD, seconds=75.0))
    assert outcome(part) == ("teacher", 5, True)
    assert "这段 75 秒，最多 60 秒。" in part.notes[0]
    assert outcome(judged(replace(GOOD, seconds=60.9))) == ("learned", 5, False)


def test_blank_earns_nothing_and_a_file_that_did_not_come_along_waits_for_it(judged):
    assert outcome(judged(GOOD, value=None)) == ("blank", 0, False)
    part = judged(GOOD, value=Unread("「VID_1.mp4」没有和答案在一起。"))
    assert outcome(part) == ("teacher", 0, True)
    assert "带来以后，老师再看" in part.notes[0]


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ({"kind": "film", "wants": ("shape",)}, "kind is one of"),
        ({"wants": ("steady",)}, "no measure steady; there are shape"),
        ({"wants": ("speech_rate",)}, "advice alone"),
        ({"wants": ("shot_length",)}, "edited clips only"),
        ({"wants": ("shape", "shape")}, "stands twice"),
        ({"wants": ("shape",), "move": "zoom"}, "move is one of"),
        ({}, "any clip would pass"),
    ],
)
def test_what_an_author_may_not_ask_for_is_said(mistake, said):
    with pytest.raises(ValueError, match=said):
        rule_clip("clip", points=5, why="x", **{"kind": "product", **mistake})


def test_a_still_stands_in_the_explanation_and_nothing_but_a_small_jpeg_does(judged):
    part = judged(GOOD)
    html = explanation.mark_html(
        {"verdict": "learned", "title": "题", "notes": [], "parts": [part.to_json()]}
    )
    assert f'src="data:image/jpeg;base64,{JPEG}"' in html
    for evil in ('"><script>', base64.b64encode(b"GIF89a").decode(), JPEG + "A" * 100_000, 7, None):
        assert look.checked_poster(evil) == ""
        stored = ReadMark.model_validate(
            {
                "version": 1, "week": "w", "question": "p1", "title": "题", "learner": None, "scene": "",
                "points": 1, "max_points": 5, "verdict": "learned",
                "parts": [{**part.to_json(), "picture": evil if isinstance(evil, str) else ""}],
            }
        )  # fmt: skip
        assert stored.parts[0].picture == ""


def test_a_look_believes_nothing_beyond_its_type():
    evil = {
        "refused": ["x"],
        "facts": [1, "a\u202eb" * 300],
        "seconds": float("nan"),
        "poster": "x",
        "seen": [{"key": "shape", "verdict": "perfect", "advice_only": 1}, {"key": ""}, 5],
    }
    read = ClipSummary.from_json(evil)
    assert (read.refused, read.seconds, read.poster) == ("", 0.0, "")
    assert read.facts == ("ab" * 99 + "ab",)
    assert read.seen == (Seen("shape", "", "unsure"),)
    assert ClipSummary.from_json(None) == ClipSummary()


def test_a_photo_is_read_by_a_person_and_a_machine_says_whether_it_can_be(tmp_path, monkeypatch):
    rule = rule_photo("photo", points=2, why="写清楚。")
    good = Upload(snapshot(tmp_path / "a.jpg"), "", None)
    good = replace(good, sha256=hashlib.sha256(good.path.read_bytes()).hexdigest())
    part = rule.judge(good, DRAWN, "拍一张", str)
    assert outcome(part) == ("teacher", 2, True)
    assert part.why == "好的地方：够大。拍清楚了。够亮。\n写清楚。"
    assert part.notes == ("拍一张 先当你做到了，老师再看一眼。",)
    blurred = snapshot(tmp_path / "b.jpg", "testsrc2=size=900x1200,boxblur=12:3,eq=brightness=-0.6")
    part = rule.judge(Upload(blurred, "0" * 64), DRAWN, "拍一张", str)
    assert "照片糊了" in part.why
    assert "太暗" in part.why
    (tmp_path / "c.jpg").write_bytes(b"<script>alert(1)</script>")
    part = rule.judge(Upload(tmp_path / "c.jpg", "0" * 64), DRAWN, "拍一张", str)
    assert outcome(part) == ("teacher", 2, True)
    assert "打不开" in part.why
    assert outcome(rule.judge(None, DRAWN, "拍一张", str)) == ("blank", 0, False)


def test_the_names_of_measures_are_those_that_a_check_gives(tmp_path):
    """`names` stands apart so that a worksheet imports no OpenCV; it must not drift."""
    clip = film(tmp_path / "a.mp4", size="180x320", seconds=1)
    found = {}
    for shot in names.SHOTS:
        seen_here = isolated.look_at(clip, kind="clip", clip_kind=shot).seen
        found |= {one.key: one for one in seen_here}
    known = set(names.MEASURES) | set(names.ADVICE_ALONE)
    assert set(found) <= known
    assert known - set(found) <= {"shot_length", "clarity"}  # one shot, and nobody speaks
    assert all(one.advice_only for key, one in found.items() if key in names.ADVICE_ALONE)


def test_the_moves_that_may_be_asked_for_are_those_that_are_recognised():
    assert {key: NAMES[ASKED[key][0]] for key in names.MOVES} == names.MOVES


@pytest.mark.parametrize(
    ("holds", "verdict"), [("yes", "good"), ("no", "change"), ("unsure", "unsure"), (None, "unsure")]
)
def test_a_move_is_told_as_it_was_recognised(holds, verdict):
    report = MoveReport("pan", "left", holds, "push", "other", "这条像摇。", {})
    assert reading.held(report) == Seen("move", "镜头怎么动", verdict, "摇", "这条像摇。")


def test_two_looks_at_one_file_read_it_once(tmp_path, monkeypatch):
    clip = film(tmp_path / "a.mp4", "testsrc", seconds=1)
    asked = []
    ask = isolated.ask
    monkeypatch.setattr(isolated, "ask", lambda request, **how: asked.append(request) or ask(request, **how))
    first = isolated.look_at(clip, kind="clip", clip_kind="edited")
    again = isolated.look_at(clip, kind="clip", clip_kind="edited")
    assert first is again
    assert len(asked) == 1


def test_a_look_that_takes_too_long_is_ended_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(isolated, "LOOK_SECONDS", 0.05)
    clip = film(tmp_path / "a.mp4", "rgbtestsrc", seconds=1)
    assert isolated.look_at(clip, kind="clip", clip_kind="edited").sentences == (isolated.NO_ANSWER,)


HOSTILE = [
    b"",
    b"ffconcat version 1.0\nfile /etc/passwd\n",
    b"#EXTM3U\nhttp://example.com/x.ts\n",
    b"<html><script>alert(1)</script>",
    b"\0\0\0\x18ftypmp42" + bytes(5000),
]


@pytest.mark.parametrize("content", HOSTILE)
def test_a_hostile_file_is_refused_in_the_other_process_and_graded_as_for_a_person(tmp_path, content):
    path = tmp_path / "p1-clip-1.mp4"
    path.write_bytes(content)
    rule = rule_clip("clip", points=5, kind="product", wants=("shape",), why="好。")
    part = rule.judge(Upload(path, hashlib.sha256(content).hexdigest(), 60.0), DRAWN, "交", str)
    assert outcome(part) == ("teacher", 5, True)
    assert part.picture == ""
    assert "passwd" not in json.dumps(part.to_json())


def test_grading_reads_the_file_beside_the_answers_and_imports_no_opencv(tmp_path):
    """As nbgrader does it: a kernel in the hand-in's folder, nothing but answers.json and uploads/."""
    folder = tmp_path / "autograded" / "wang-li" / "camera-settings"
    clip = film(folder / "uploads" / "p1-clip-1.mp4", seconds=2)
    for name in ("cv2", "numpy", "json"):  # what lies in a hand-in is not what the other process imports
        (folder / "uploads" / f"{name}.py").write_text("raise SystemExit('taken over')", "utf-8")
        (folder / f"{name}.py").write_text("raise SystemExit('taken over')", "utf-8")
    raw = {
        "file": clip.name,
        "sha256": hashlib.sha256(clip.read_bytes()).hexdigest(),
        "bytes": 1,
        "from": "<b>VID</b>.mp4",
    }
    answers = {"format": "nongju-answers", "version": 2, "week": "camera-settings", "learner": "wang-li",
               "pair": None, "answers": {"p1.clip": {"kind": "clip", "raw": raw, "saved": ""}}}  # fmt: skip
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")
    script = """
import sys, json, contextlib, io
from nongju import form
shown = []
import IPython.display
IPython.display.display = lambda bundle, **how: shown.append(bundle)
q = form.question("camera-settings/p1", text="拍。", fields=[form.clip("clip", "交")])
q.show()
q.answered()
mark = q.mark(form.rule_clip("clip", points=5, kind="product", wants=("shape", "rate"), why="竖着拍。"))
heavy = sorted({"cv2", "numpy", "PIL", "moviepy", "pandas"} & set(sys.modules))
json.dump([mark, heavy, [one["text/html"] for one in shown]], sys.stdout)
"""
    graded = {**os.environ, "NBGRADER_EXECUTION": "autograde"}
    command = [sys.executable, "-P", "-c", script]
    done = subprocess.run(command, cwd=folder, env=graded, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    mark, heavy, (form_cell, recap, explained) = json.loads(done.stdout)
    assert (mark, heavy) == (5.0, [])
    assert '<video controls src="uploads/p1-clip-1.mp4"></video>' in form_cell
    assert "data:image/jpeg;base64," in form_cell
    assert "&lt;b&gt;VID&lt;/b&gt;.mp4" in form_cell
    assert "<b>" not in form_cell + recap + explained
    assert "<video" not in recap + explained
    assert "data:image/jpeg;base64," in explained
