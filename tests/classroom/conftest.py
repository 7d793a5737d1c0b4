"""A course folder with one released week, small enough to read: two notebooks, one question each."""

import hashlib
import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from nongju.course.layout import Course
from nongju.course.roster import Learner, Roster

WEEK = "pricing-margin"
NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")


def cell(kind, source, cell_id, **nbgrader):
    made = {"cell_type": kind, "id": cell_id, "metadata": {}, "source": source}
    if nbgrader:
        meta = {"grade": False, "solution": False, "locked": True, "task": False, "schema_version": 3}
        made["metadata"]["nbgrader"] = {**meta, **nbgrader}
    if kind == "code":
        made.update(outputs=[], execution_count=None)
    return made


def graded(grade_id, points=6):
    return {"grade_id": grade_id, "grade": True, "points": points}


def notebook(*cells):
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"cells": list(cells), "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}


def text_of(made):
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


PHOTO = b"\xff\xd8\xff" + bytes(100)


def named(content, file="p1-photo-1a2b3c4d.jpg", kind="photo", original="照片.jpg"):
    """The entry of answers.json for a file of uploads/ with this content."""
    raw = {
        "file": file,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "from": original,
    }
    return {"kind": kind, "raw": raw, "saved": "2026-11-20T10:00:00+08:00"}


def answers(learner="wang-li", week=WEEK, pair=None, version=2, files=None, **given):
    entries = {
        key.replace("_", ".", 1): {"kind": "number", "raw": raw, "saved": "2026-11-20T10:00:00+08:00"}
        for key, raw in given.items()
    }
    made = {"format": "nongju-answers", "version": version, "week": week, "learner": learner, "pair": pair}
    return json.dumps({**made, "answers": {**entries, **(files or {})}}, ensure_ascii=False)


SHEET_1 = notebook(
    cell("markdown", "# 一单赚多少", "text-1"),
    cell("code", "# 第 1 题\nq.show()", "p1", grade_id="p1"),
    cell("code", "# 第 1 题的批改\n1.0", "p1-mark", **graded("p1-mark")),
    cell("code", "# 第 2 题\nq.show()", "p2", grade_id="p2"),
    cell("code", "# 第 2 题的批改\n1.0", "p2-mark", **graded("p2-mark")),
)
ADVANCED = notebook(
    cell("code", "# 你的代码\n", "code", grade_id="code", solution=True, locked=False),
    cell("code", "# 检查\n1", "code-tests", **graded("code-tests", 2)),
)


@pytest.fixture
def course(tmp_path):
    root = tmp_path / "course"
    release = root / "release" / WEEK
    release.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text("", encoding="utf-8")
    (release / "worksheet-1.ipynb").write_text(text_of(SHEET_1), encoding="utf-8")
    (release / "advanced.ipynb").write_text(text_of(ADVANCED), encoding="utf-8")
    return Course(root)


@pytest.fixture
def roster():
    people = [("wang-li", "王丽"), ("li-na", "李娜"), ("学员三", "张三")]
    return Roster({one: Learner(id=one, name=name) for one, name in people})


@pytest.fixture
def folder(course):
    """Wang Li's own folder with everything in it."""
    made = course.root / "learners" / "wang-li" / WEEK
    (made / "uploads").mkdir(parents=True)
    for path in (course.root / "release" / WEEK).iterdir():
        (made / path.name).write_bytes(path.read_bytes())
    text = answers(p1_cost="69.16", files={"p1.photo": named(PHOTO)})
    (made / "answers.json").write_text(text, encoding="utf-8")
    (made / "uploads" / "p1-photo-1a2b3c4d.jpg").write_bytes(PHOTO)
    return made


def zipped(path: Path, files, flag_names=True):
    """A zip of name -> text or bytes; `flag_names=False` writes GBK names as old Windows does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            raw = content if isinstance(content, bytes) else content.encode()
            archive.writestr(name if flag_names else GbkEntry(name), raw)
    return path


class GbkEntry(zipfile.ZipInfo):
    """A zip entry whose name is GBK bytes without the UTF-8 flag."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800
