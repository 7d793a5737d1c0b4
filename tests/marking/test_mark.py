"""Marks: one clamped float, and an explanation that is kind, escaped and whole."""

import json
import re
from html.parser import HTMLParser

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.marking import MARK_MIME, PartMark, Reason, clamped, combine, display_mark

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> $\\frac{1}{2}$ \"' &amp; \u202e\x1b[31m"


def part(points=1.0, most=2.0, verdict="again", **more):
    words = {"field": "cost", "label": "① 一单本钱", "answer": "52 元", "key": "69.16 元", "why": "用除。"}
    return PartMark(verdict=verdict, points=points, max_points=most, **{**words, **more})


def result(*parts, **more):
    return combine(parts, week="w", question="p1", title="第 1 题", learner="wang", scene="腊肉", **more)


@pytest.mark.parametrize(
    ("points", "mark"),
    [
        (2.5, 2.5),
        (3, 3.0),
        (99, 3.0),
        (-1, 0.0),
        (numpy.float64(2.5), 2.5),
        (numpy.int64(2), 2.0),
        (float("nan"), 0.0),
        (float("inf"), 0.0),
        (10**400, 0.0),
        ("2/3", 0.0),
        ("3", 0.0),
        (b"3", 0.0),
        (None, 0.0),
        ([], 0.0),
        (True, 1.0),
    ],
)
def test_a_mark_is_a_built_in_float_between_nothing_and_the_points(points, mark):
    assert (clamped(points, 3), type(clamped(points, 3))) == (mark, float)


@pytest.mark.parametrize("most", [0, -1, float("nan"), float("inf")])
def test_a_cell_without_points_never_returns_any(most):
    assert clamped(1.0, most) == 0.0


@given(st.floats() | st.integers() | st.text() | st.none(), st.floats(0, 100))
def test_no_value_leaves_the_range(points, most):
    assert 0.0 <= clamped(points, most) <= most


def test_parts_add_up_and_bring_their_notes():
    total = result(part(1.0), part(2.0, verdict="learned", notes=("看一眼",)), notes=["先说"])
    assert (total.points, total.max_points, total.verdict) == (3.0, 4.0, "again")
    assert total.notes == ("先说", "看一眼")
    assert not total.needs_person


def test_where_two_are_enough_the_best_two_count_and_the_rest_is_told_without_points():
    doubtful = part(2.0, verdict="teacher", field="a", needs_person=True, notes=("要看",))
    good = [part(2.0, verdict="learned", field=name) for name in "bc"]
    blank = part(0.0, verdict="blank", field="d")
    total = result(doubtful, *good, blank, required=2)
    assert (total.points, total.max_points, total.verdict) == (4.0, 4.0, "learned")
    assert (total.needs_person, total.notes) == (False, ())
    told = [(one.field, one.verdict, one.points, one.max_points) for one in total.parts]
    assert told == [("a", "again", 0.0, 0.0), ("b", "learned", 2.0, 2.0), ("c", "learned", 2.0, 2.0)]
    assert total.parts[0].why == "别的已经够了，这一条不算在内。\n用除。"


def test_where_two_are_enough_one_alone_earns_half_and_a_doubt_is_for_a_person():
    blanks = [part(0.0, verdict="blank", field=name) for name in "cd"]
    good, doubtful = part(2.0, verdict="learned", field="a"), part(2.0, verdict="teacher", needs_person=True)
    one = result(good, part(0.0, verdict="blank", field="b"), *blanks, required=2)
    assert (one.points, one.max_points, one.verdict, one.needs_person) == (2.0, 4.0, "partial", False)
    both = result(good, doubtful, *blanks, required=2)
    assert (both.points, both.verdict, both.needs_person) == (4.0, "teacher", True)
    none = result(*blanks, part(0.0, verdict="blank", field="a"), required=2)
    assert (none.points, none.max_points, none.verdict) == (0.0, 4.0, "blank")


def test_tenths_add_up_to_the_points():
    assert result(*[part(0.1, 0.1)] * 10).points == 1.0


@pytest.mark.parametrize("lost", [float("nan"), "2/3", None])
def test_a_lost_score_asks_for_a_person_instead_of_giving_marks(lost):
    total = result(part(lost))
    assert (total.points, total.needs_person) == (0.0, True)
    assert "请老师看一眼" in total.notes[0]


@pytest.mark.parametrize(
    ("verdicts", "overall"),
    [
        ([], "blank"),
        (["blank", "blank"], "blank"),
        (["learned", "learned"], "learned"),
        (["learned", "teacher"], "teacher"),
        (["learned", "blank"], "partial"),
        (["teacher", "blank"], "partial"),
        (["learned", "partial"], "partial"),
        (["blank", "again"], "again"),
        (["teacher", "again"], "again"),
        (["guessed", "guessed"], "guessed"),
        (["guessed", "learned"], "learned"),
        (["guessed", "blank"], "partial"),
    ],
)
def test_a_question_is_learned_when_every_part_is(verdicts, overall):
    assert result(*[part(verdict=verdict) for verdict in verdicts]).verdict == overall


def test_the_json_is_what_reports_read():
    hinted = part(misconception=Reason("yield_forgotten", "忘了缩水", "用除，不用乘。"))
    assert json.loads(json.dumps(result(hinted).to_json())) == {
        "version": 1,
        "week": "w",
        "question": "p1",
        "title": "第 1 题",
        "learner": "wang",
        "scene": "腊肉",
        "points": 1.0,
        "max_points": 2.0,
        "verdict": "again",
        "parts": [
            {
                "field": "cost",
                "label": "① 一单本钱",
                "verdict": "again",
                "points": 1.0,
                "max_points": 2.0,
                "answer": "52 元",
                "key": "69.16 元",
                "why": "用除。",
                "misconception": {"id": "yield_forgotten", "title": "忘了缩水", "hint": "用除，不用乘。"},
            }
        ],
        "notes": [],
        "needs_person": False,
    }


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen, self.words = set(), ""

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.seen.update(name for name, _ in attrs)

    def handle_data(self, data):
        self.words += data


def parsed(html):
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


def test_whatever_a_learner_wrote_is_inert_in_the_explanation():
    told = Reason("m", HOSTILE, HOSTILE)
    everywhere = {"label": HOSTILE, "answer": HOSTILE, "key": HOSTILE, "why": HOSTILE, "misconception": told}
    html = combine(
        [part(**everywhere)],
        week="w",
        question="q",
        title=HOSTILE,
        learner=HOSTILE,
        scene=HOSTILE,
        notes=[HOSTILE],
    ).to_html()
    tags = parsed(html)
    assert tags.seen <= {"style", "div", "p", "span", "section", "strong", "br", "class"}
    assert 'class="tex2jax_ignore mathjax_ignore nj-mark"' in html
    assert "\u202e" not in html
    assert "\x1b" not in html


def test_ten_thousand_characters_are_cut_and_counted():
    html = result(part(answer="腊" * 10_000)).to_html()
    assert len(html) < 5_000
    assert "后面还有 9400 个字" in html


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("learned", "▲ 会了"),
        ("again", "▼ 再练一次"),
        ("teacher", "◆ 老师看看"),
        ("partial", "◎ 还没做完"),
        ("blank", "○ 还没做"),
        ("guessed", "□ 猜过了"),
    ],
)
def test_a_verdict_is_a_word_and_a_shape_beside_any_colour(verdict, words):
    assert words in parsed(result(part(verdict=verdict)).to_html()).words


def test_the_explanation_is_kind_and_never_a_bare_verdict():
    told = Reason("m", "忘了缩水", "用除，不用乘。")
    words = parsed(result(part(misconception=told)).to_html()).words
    for said in (
        "你的答案：52 元",
        "很多人第一次都这样：忘了缩水",
        "用除，不用乘。",
        "用除。",
        "对的是：69.16 元",
    ):
        assert said in words
    for never in ("错误", "✗", "✘", "❌", "❎", "分"):
        assert never not in words


def test_letters_are_large_enough_to_read():
    sizes = [int(size) for size in re.findall(r"font-size:\s*(\d+)px", result(part()).to_html())]
    assert sizes
    assert min(sizes) >= 18


def test_one_display_carries_html_and_json_and_the_float_comes_back(monkeypatch, capsys):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append((data, raw)))
    mark = display_mark(result(part(numpy.float64(1.5))))
    assert (mark, type(mark)) == (1.5, float)
    [(data, raw)] = shown
    assert raw
    assert data[MARK_MIME]["points"] == 1.5
    assert "再练一次" in data["text/html"]
    assert capsys.readouterr() == ("", "")
