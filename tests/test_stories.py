"""The stories of the course's questions: what they count, name and cut is there."""

import json
import re
from pathlib import Path

import pytest
from tests.sample_class.questions import read_classroom

from nongju.answers.question import Question
from nongju.answers.recording import examining
from nongju.clips.measure.shots import SHORTEST_SHOT
from nongju.course.layout import Course

ROOT = Path(__file__).parents[1]
WEEKS = Course(ROOT).weeks()
LEARNERS = 60
"""Ids with which every question is drawn: each of its scenes comes up."""

MOST_SPEED = 2.0
"""Times that work without talk may be sped up: twice is what the lesson calls fast."""

COUNTED = (
    re.compile(r"（(?P<said>\d+) 字）：(?P<words>[^\n]+)"),
    re.compile(r"「(?P<words>[^」]+)」一共 (?P<said>\d+) 个字"),
)
PICTURE = re.compile(r"看上面(图[一二三四五]|第[一二三四五]条)")
ALT = re.compile(r"!\[([^\]]+)\]\(assets/")


def questions(week):
    """Every question of a week's worksheets, each once."""
    found = {}
    for path in sorted((ROOT / "source" / week).glob("worksheet-*.ipynb")):
        for cell in json.loads(path.read_bytes())["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and "form.question(" in source:
                namespace = {"__name__": "__main__"}
                with examining():
                    exec(compile(source, path.name, "exec"), namespace)
                found |= {one.key: one for one in namespace.values() if isinstance(one, Question)}
    return list(found.values())


def stories(week):
    """Name and story of every question as learners draw it."""
    for question in questions(week):
        for number in range(LEARNERS):
            yield question.name, question.variant_for(f"learner-{number}").story


def characters(words):
    return sum("一" <= one <= "龥" for one in words)


@pytest.mark.parametrize("week", WEEKS)
def test_a_text_has_as_many_characters_as_its_story_says(week):
    wrong = {
        f"{name}: {found['words']} has {characters(found['words'])}, not {found['said']}"
        for name, story in stories(week)
        for pattern in COUNTED
        for found in pattern.finditer(story)
        if characters(found["words"]) != int(found["said"])
    }
    assert wrong == set()


@pytest.mark.parametrize("week", WEEKS)
def test_a_picture_that_a_story_names_is_described_in_the_lesson(week):
    lesson = "".join(path.read_text("utf-8") for path in (ROOT / "course" / week).glob("worksheet-*.md"))
    described = "".join(ALT.findall(lesson))
    named = {picture for _, story in stories(week) for picture in PICTURE.findall(story)}
    assert {picture for picture in named if picture not in described} == set()


@pytest.fixture(scope="module")
def shares():
    """Each draw of clip-editing/p1: the decision, seconds of a shot in the film, seconds as filmed."""
    graded = next(one for one in read_classroom("clip-editing").graded if one.question.key == "p1")
    work = graded.rules[0].of
    variant = [graded.question.variant_for(f"learner-{number}") for number in range(LEARNERS)]
    return [(work.values(one), [int(shot) for shot in one.shots.split("、")]) for one in variant]


def test_no_shot_stays_longer_in_the_film_than_it_was_filmed(shares):
    assert shares
    assert all(done["each"] <= min(filmed) for done, filmed in shares)


def test_what_is_sped_up_fits_without_going_beyond_the_speed_that_can_be_followed(shares):
    fast = [sum(filmed) / done["left"] for done, filmed in shares if done["how"] == "fast"]
    assert fast
    assert 1 < max(fast) <= MOST_SPEED


def test_a_shot_too_short_to_see_is_what_the_look_at_a_finished_clip_calls_short(shares):
    kept = [done["each"] for done, _ in shares if done["how"] != "drop"]
    dropped = [done["each"] for done, _ in shares if done["how"] == "drop"]
    assert max(dropped) < SHORTEST_SHOT <= min(kept)
