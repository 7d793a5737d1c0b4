"""Scenes: the same draw on every machine, and texts that never show a wrong number."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.building.checks.separation import pool_faults
from nongju.marking import Variant, draw
from nongju.marking.scene import pick, scene

POOL = [
    scene(
        "腊肉", "鲜猪肉 {pork} 元一斤,熏成 {out} 斤。", pork=[13.0, 13.5, 14], out=[6.0, 6.2, 6.5], fee=0.02
    ),
    scene("干莲子", "鲜莲子 {fresh} 元一斤。", fresh=[3, 4, 5]),
    scene("香肠", "猪肉 {pork} 元一斤。", pork=[12, 13]),
]


def test_the_draw_is_fixed_for_good():
    """A change here would give learners other numbers in the middle of a week.

    By hand: printf 'pricing-margin\\np1\\nwang-li\\n' | sha256sum, first 16 digits, modulo 3.
    """
    assert [pick("pricing-margin", "p1", name, "", 3) for name in ("wang-li", "陈孃", "a+b")] == [1, 0, 2]
    variant = draw("pricing-margin", "p1", "wang-li", POOL)
    assert (variant.name, variant.numbers) == ("干莲子", {"fresh": 5})


def test_the_draw_does_not_depend_on_pythons_hash_seed():
    code = "import sys; from nongju.marking.scene import pick; "
    code += "sys.stdout.write(str(pick('w', 'q', '王', 'pork', 1000)))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert seen == {str(pick("w", "q", "王", "pork", 1000))}


@pytest.mark.parametrize("nobody", [None, ""])
def test_without_an_id_the_sample_is_the_first_scene_and_first_values(nobody):
    variant = draw("pricing-margin", "p1", nobody, POOL)
    assert variant == Variant("腊肉", POOL[0].text, {"pork": 13.0, "out": 6.0, "fee": 0.02})


@given(st.lists(st.text(min_size=1, max_size=12), min_size=60, max_size=60, unique=True))
def test_a_class_spreads_over_the_pool(ids):
    assert {draw("pricing-margin", "p1", one, POOL).name for one in ids} == {"腊肉", "干莲子", "香肠"}


@given(st.text(max_size=20))
def test_every_drawn_number_is_one_of_the_authors(learner):
    variant = draw("pricing-margin", "p2", learner, POOL)
    written = next(one for one in POOL if one.name == variant.name).numbers
    for name, value in variant.numbers.items():
        choices = written[name]
        assert value in choices if isinstance(choices, list) else value == choices


def test_numbers_are_read_as_attributes_and_shown_without_trailing_zeros():
    variant = draw("w", "q", "", POOL)
    assert variant.pork / variant.out == pytest.approx(13 / 6)
    assert variant.story == "鲜猪肉 13 元一斤,熏成 6 斤。"
    assert variant.fill("{pork:.2f} 元,{fee},{key} 元", key="1.5") == "13.00 元,0.02,1.5 元"
    with pytest.raises(AttributeError, match="腊肉 has no number 'prok'"):
        variant.prok  # noqa: B018


@pytest.mark.parametrize("text", ["{prok} 元", "{pork", "pork}", "{}", "{{pork}}", "{pork.__class__}"])
def test_a_text_that_cannot_be_filled_says_what_there_is(text):
    with pytest.raises(ValueError, match="there are: fee, out, pork"):
        draw("w", "q", "", POOL).fill(text)


@pytest.mark.parametrize(
    ("name", "numbers", "word"),
    [
        (" ", {}, "needs a name"),
        ("腊肉", {"pork": []}, "empty list"),
        ("腊肉", {"name": 3}, "cannot name"),
        ("腊肉", {"_x": 3}, "cannot name"),
    ],
)
def test_a_scene_that_cannot_be_drawn_is_refused(name, numbers, word):
    with pytest.raises(ValueError, match=word):
        scene(name, "", **numbers)


def test_an_empty_pool_is_refused():
    with pytest.raises(ValueError, match="w/q: no scene"):
        draw("w", "q", "", [])


def test_a_graded_question_needs_three_scenes_of_different_names_with_full_texts():
    assert pool_faults(POOL) == []
    assert pool_faults(POOL[:1], graded=False) == []
    assert pool_faults(POOL[:2]) == ["2 scenes, a graded question needs 3"]
    twice = [*POOL, scene("腊肉", "{nothing}")]
    faults = pool_faults(twice)
    assert faults[0].startswith("two scenes share a name")
    assert "no number for '{nothing}'" in faults[1]
