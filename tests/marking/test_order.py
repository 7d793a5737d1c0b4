"""Orders are marked by neighbours; a misconception is a whole order, or one step before another."""

import pytest

from nongju.building.checks.separation import separation_faults
from nongju.marking import Variant, rule_order, wrong

KEY = ("pick", "salt", "smoke", "dry")
SCENE = Variant("腊肉", "", {})


def show(value):
    return "、".join(value)


def judged(one, value, variant):
    return one.judge(value, variant, "先后？", show)


def rule(*wrongs, key=KEY):
    return rule_order("steps", points=3, key=key, why="先腌后熏。", wrong=wrongs)


@pytest.mark.parametrize(
    ("given", "points"),
    [
        (KEY, 3.0),
        (("pick", "smoke", "salt", "dry"), 2.0),  # two neighbours changed places
        (("dry", "pick", "salt", "smoke"), 2.0),  # one step out of place costs its own neighbours alone
        (("salt", "smoke", "dry", "pick"), 2.0),
        (("salt", "pick", "dry", "smoke"), 1.0),
        (tuple(reversed(KEY)), 0.0),
    ],
)
def test_each_two_neighbours_of_the_key_that_stand_rightly_earn_their_share(given, points):
    part = judged(rule(), given, SCENE)
    assert part.points == pytest.approx(points)
    assert part.verdict == ("learned" if given == KEY else "again")


def test_a_blank_order_is_blank():
    assert judged(rule(), None, SCENE).verdict == "blank"


BACKWARDS = wrong("backwards", "倒着来", tuple(reversed(KEY)), "从头想起。")
SMOKE = wrong("smoke_first", "先熏后腌", ("smoke", "salt"), "盐要先进去。")
DRY = wrong("dry_first", "先晾", ("dry", "pick"), "先选肉。")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (tuple(reversed(KEY)), "backwards"),
        (("pick", "smoke", "salt", "dry"), "smoke_first"),
        (("dry", "pick", "smoke", "salt"), "smoke_first"),
        (("dry", "pick", "salt", "smoke"), "dry_first"),
        (("pick", "salt", "dry", "smoke"), None),
    ],
)
def test_a_whole_order_is_named_before_a_pair_and_pairs_in_the_authors_order(given, named):
    found = judged(rule(BACKWARDS, SMOKE, DRY), given, SCENE).misconception
    assert (found.id if found else None) == named


@pytest.mark.parametrize("one", [BACKWARDS, SMOKE, DRY])
def test_an_example_of_a_misconception_is_a_whole_order_that_is_named_so(one):
    order = rule(BACKWARDS, SMOKE, DRY)
    example = order.example_of(one.predict, SCENE)
    assert sorted(example) == sorted(KEY)
    assert judged(order, example, SCENE).misconception.id == one.id


@pytest.mark.parametrize(
    ("predicted", "says"),
    [
        (KEY, "odd and the key cannot be told apart"),
        (("smoke", "salt"), "odd and smoke_first cannot be told apart"),
        (("pick", "dry"), "odd cannot be told apart from the key, which has it so"),
        (("pick", "wash"), "odd is no order of all steps, nor two of them"),
        (("pick", "salt", "dry"), "odd is no order of all steps, nor two of them"),
        (("pick", "pick"), "odd is no order of all steps, nor two of them"),
    ],
)
def test_misconceptions_that_cannot_be_told_are_faults(predicted, says):
    faults = separation_faults([rule(SMOKE, wrong("odd", "别的", predicted, "x"))], SCENE)
    assert any(says in fault for fault in faults)


def test_a_step_that_the_field_has_not_is_a_fault():
    faults = separation_faults([rule(SMOKE)], SCENE, {"steps": {"pick", "salt", "smoke"}})
    assert faults == ["scene 腊肉: steps: the key names no option: dry"]


@pytest.mark.parametrize("key", [("a", "b"), ("a", "b", "a"), ()])
def test_a_key_is_three_different_steps_or_more(key):
    assert "different steps in order" in separation_faults([rule(key=key)], SCENE)[0]


def test_the_key_may_come_of_the_scene():
    by_scene = rule(key=lambda s: KEY if s.name == "腊肉" else tuple(reversed(KEY)))
    assert judged(by_scene, KEY, SCENE).verdict == "learned"
    assert judged(by_scene, KEY, Variant("香肠", "", {})).points == 0.0
