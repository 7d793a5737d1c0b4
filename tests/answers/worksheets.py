"""Small worksheets as `nongju lab` opens them, each cell given as source."""

import json
import textwrap
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook


def course_with(course: Path, week: str, cells: dict[str, str]) -> Path:
    """A course whose one week has one worksheet.

    Arguments:
        course: an empty folder.
        week: folder name of the week.
        cells: source by id.
    """
    release = course / "release" / week
    release.mkdir(parents=True)
    (course / "nbgrader_config.py").write_text("", "utf-8")
    given = {"editable": False, "deletable": False}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    made = [
        new_code_cell(textwrap.dedent(source).strip(), metadata=given, id=name)
        for name, source in cells.items()
    ]
    text = json.dumps(new_notebook(cells=made, metadata=kernel))
    (release / "worksheet-1.ipynb").write_text(text, "utf-8")
    return course
