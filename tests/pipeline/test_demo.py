"""`nongju demo` on the real first weeks: the sample class in, marks, pages and report out."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEEK, SMALL_WEEK = "pricing-margin", "tiered-coop"
EXPECTED, SMALL = (
    json.loads((ROOT / "tests" / "sample_class" / week / "expected.json").read_bytes())
    for week in (WEEK, SMALL_WEEK)
)


@pytest.fixture(scope="module")
def demo(demo_of):
    """The folder that the demo ran in, and the rows that it printed."""
    return demo_of(WEEK, SMALL_WEEK)


@pytest.fixture(scope="module")
def rows(demo):
    return {(row["learner"], row["notebook"]): row for row in demo[1] if row["week"] == WEEK}


@pytest.fixture(scope="module")
def small_rows(demo):
    return {(row["learner"], row["notebook"]): row for row in demo[1] if row["week"] == SMALL_WEEK}


def learners(kind):
    return [learner for learner, about in EXPECTED.items() if about["kind"] == kind]


def share(rows, learner):
    mine = [row for (who, notebook), row in rows.items() if who == learner and notebook != "advanced"]
    return sum(row["auto_score"] for row in mine) / sum(row["max_auto_score"] for row in mine)


def page(course, learner, week=WEEK):
    folder = course / "feedback" / learner / week
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html")))


def test_all_sixteen_have_a_row_in_every_notebook(rows):
    assert {learner for learner, _ in rows} == set(EXPECTED)
    assert len(EXPECTED) == 16
    assert len(rows) == 16 * 3


def test_the_model_learner_earns_every_automatic_point(rows):
    (model,) = learners("model")
    for (learner, _), row in rows.items():
        if learner == model:
            assert row["auto_score"] == row["max_auto_score"]


def test_the_blank_one_scores_0_and_asks_for_no_person(rows):
    (blank,) = learners("blank")
    assert share(rows, blank) == 0
    assert not any(row["needs_person"] for (learner, _), row in rows.items() if learner == blank)


@pytest.mark.parametrize("learner", learners("misconception"))
def test_each_misconception_is_named_in_its_learners_feedback(demo, rows, learner):
    told = [one for (who, _), row in rows.items() if who == learner for one in row["misconceptions"]]
    (mine,) = [one for one in told if one["id"] == EXPECTED[learner]["id"]]
    assert (mine["question"], mine["field"]) == (EXPECTED[learner]["question"], EXPECTED[learner]["field"])
    assert f"很多人第一次都这样：{mine['title']}" in page(demo[0], learner)
    assert 0.5 < share(rows, learner) < 1


@pytest.mark.parametrize(
    "kind",
    ["full-width", "duplicated-cell", "cut-short", "missing-notebook", "gbk-zip", "crlf", "chinese-id"],
)
def test_damage_costs_no_points(rows, kind):
    (learner,) = learners(kind)
    assert share(rows, learner) == 1


@pytest.mark.parametrize("kind", ["duplicated-cell", "cut-short", "missing-notebook", "crlf"])
def test_what_was_repaired_is_said(rows, kind):
    (learner,) = learners(kind)
    assert "worksheet-1.ipynb" in rows[learner, "worksheet-1"]["note"]


def test_the_half_finished_one_keeps_what_is_done(rows):
    (half,) = learners("half")
    assert rows[half, "worksheet-1"]["auto_score"] == rows[half, "worksheet-1"]["max_auto_score"]
    assert rows[half, "worksheet-2"]["auto_score"] == 0


def test_copied_answers_are_marked_on_their_own_variant_noted_and_go_to_a_person(rows):
    (copied,) = learners("copied")
    assert share(rows, copied) < 0.5
    assert "答案属于另一位学员" in rows[copied, "worksheet-1"]["note"]
    assert rows[copied, "worksheet-1"]["needs_person"]


def test_everybody_has_feedback_pages_and_the_class_its_report(demo):
    course, _ = demo
    for learner in EXPECTED:
        assert len(list((course / "feedback" / learner / "pricing-margin").glob("*.html"))) == 1
    report = (course / "reports" / "pricing-margin.html").read_text(encoding="utf-8")
    assert all(learner in report for learner in EXPECTED)
    assert (course / "reports" / "pricing-margin.xlsx").stat().st_size > 5000


def test_a_small_class_is_run_beside_the_large_one(demo, small_rows):
    assert {learner for learner, _ in small_rows} == set(SMALL)
    assert len(small_rows) == len(SMALL) * 2
    worksheet = {learner: row for (learner, notebook), row in small_rows.items() if notebook != "advanced"}
    for learner, about in SMALL.items():
        got = worksheet[learner]["auto_score"] / worksheet[learner]["max_auto_score"]
        told = {(one["id"], one["question"]) for one in worksheet[learner]["misconceptions"]}
        if about["kind"] == "misconception":
            assert (about["id"], about["question"]) in told
            assert 0.5 < got < 1
            assert "很多人第一次都这样" in page(demo[0], learner, SMALL_WEEK)
        else:
            assert told == set()
            assert got == {"model": 1, "blank": 0}.get(about["kind"], got)
    assert (demo[0] / "reports" / f"{SMALL_WEEK}.html").exists()
