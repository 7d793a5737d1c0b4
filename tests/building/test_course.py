"""The repository's own course: without a fault, and committed as it is built."""

import ast
import re
from pathlib import Path

from nongju.building.fault import FaultLog
from nongju.building.publish import compare
from nongju.building.week import WeekBuilder
from nongju.course.facts import read_facts
from nongju.course.layout import Course
from nongju.course.settings import course_config
from nongju.form import read_number


def test_the_courses_pages_and_what_is_committed_agree():
    """`nongju build --check` on the repository itself."""
    course = Course(Path(__file__).parents[2])
    log = FaultLog()
    builder = WeekBuilder(course, read_facts(course.facts_file), log, course_config(course.root))
    for week in course.weeks():
        built = builder.build(week)
        assert built is not None, [str(fault) for fault in log.errors]
        assert compare(built, course.root) == []


COUNTED = re.compile(r"几(?:单|箱|人次|人|张|条|颗|行|家|次|个(?!点|小时|钟))")


def number_fields():
    """Each form.number and number column of the course: where it stands, its label and its settings."""
    for page in sorted((Path(__file__).parents[2] / "course").glob("*/questions/*.py")):
        question = page.read_text("utf-8").partition('# %% tags=["key"]')[0]
        for call in ast.walk(ast.parse(question)):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
                continue
            given = [one for one in call.keywords if isinstance(one.value, ast.Constant)]
            said = {one.arg: one.value.value for one in given}
            if call.func.attr == "number" or said.get("kind") == "number":
                where = f"{page.parents[1].name}/{page.stem}: {call.args[0].value}"
                yield where, call.args[1].value, said


def test_whoever_is_asked_how_many_orders_boxes_or_people_writes_a_whole_number():
    fields = [field for field in number_fields() if field[2].get("unit") != "%"]  # 一百次里几次: a share
    asked = [field for field in fields if COUNTED.match(field[1], field[1].rfind("几"))]
    assert len(asked) > 20
    for where, label, said in asked:
        average = said.get("whole") is False
        assert average or read_number("8.5", said.get("unit", "")).value is None, (where, label)
