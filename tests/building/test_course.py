"""The repository's own course: without a fault, and committed as it is built."""

from pathlib import Path

from nongju.building.fault import FaultLog
from nongju.building.layout import Course
from nongju.building.publish import compare
from nongju.building.settings import course_config
from nongju.building.week import WeekBuilder
from nongju.facts import read_facts


def test_the_courses_pages_and_what_is_committed_agree():
    """`nongju build --check` on the repository itself."""
    course = Course(Path(__file__).parents[2])
    log = FaultLog()
    builder = WeekBuilder(course, read_facts(course.facts_file), log, course_config(course.root))
    for week in course.weeks():
        built = builder.build(week)
        assert built is not None, [str(fault) for fault in log.errors]
        assert compare(built, course.root) == []
