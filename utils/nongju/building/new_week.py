"""A new week that builds: every section, one question of each kind, and what to write where."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from nongju.course.layout import Course
from nongju.course.texts import read_text
from nongju.errors import NongjuError

_NAME = re.compile(r"[a-z][a-z0-9-]{1,40}")
_TEMPLATES = {
    "worksheet-1.md": "worksheet-1.md.j2",
    "teaching.md": "teaching.md.j2",
    "questions/guess-1.py": "guess-1.py.j2",
    "questions/try-1.py": "try-1.py.j2",
    "questions/p1.py": "p1.py.j2",
    "questions/own.py": "own.py.j2",
    "questions/back-1.py": "back-1.py.j2",
    "assets/1-goods.svg": "1-goods.svg.j2",
}
"""Files of a new week, and the templates that they are made of."""


class NewWeekError(NongjuError):
    """The week cannot be made; the text says why and what to do."""


def new_week(course: Course, name: str, title: str) -> list[Path]:
    """Make course/NAME and its entry in the syllabus; the files, in order.

    Raises:
        NewWeekError: the name cannot be used, or there is such a week already.
    """
    if not _NAME.fullmatch(name):
        raise NewWeekError(f"「{name}」不能当周名。用小写英文字母、数字和 -，比如 shop-rules。")
    folder = course.week_folder(name)
    if folder.exists():
        raise NewWeekError(f"course/{name} 已经有了。换个名字，或者接着改它。")
    if any(quote in title for quote in '"\\\n'):
        raise NewWeekError("标题里不要引号、反斜线和换行。")
    environment = Environment(
        loader=PackageLoader("nongju.building", "week"),
        undefined=StrictUndefined,
        autoescape=False,  # Markdown and Python, read and edited by an author
        keep_trailing_newline=True,
    )
    made = []
    for file, template in _TEMPLATES.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(environment.get_template(template).render(name=name, title=title), encoding="utf-8")
        made.append(path)
    entry = environment.get_template("syllabus.toml.j2").render(name=name, title=title)
    before = read_text(course.syllabus_file).rstrip("\n") + "\n\n" if course.syllabus_file.exists() else ""
    course.syllabus_file.write_text(before + entry, encoding="utf-8")
    return [*made, course.syllabus_file]
