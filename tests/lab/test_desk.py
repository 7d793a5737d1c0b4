from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from nongju.course import wholefile
from nongju.lab import desk
from nongju.lab.desk import left_alone, sheets
from nongju.lab.released import find_week


def graded(grade_id: str, source: str, **marked: bool) -> nbformat.NotebookNode:
    flags = {"grade": False, "solution": False, "locked": True, "task": False} | marked
    metadata = {"nbgrader": {"grade_id": grade_id, "schema_version": 3, **flags}}
    return new_code_cell(source, metadata=metadata, id=grade_id)


def worksheet(question: str = "p1.show()") -> str:
    text = new_markdown_cell("# 一单赚多少", metadata={"editable": False}, id="t1")
    return nbformat.writes(new_notebook(cells=[text, graded("p1", question)]))


def advanced(given: str = "import math", solution: str = "raise NotImplementedError") -> str:
    cells = [graded("given", given), graded("own", solution, solution=True, locked=False)]
    return nbformat.writes(new_notebook(cells=[new_markdown_cell("# 进阶", id="t"), *cells]))


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "release" / "pricing-margin"
    (folder / "assets").mkdir(parents=True)
    (folder / "worksheet-1.ipynb").write_text(worksheet(), "utf-8")
    (folder / "advanced.ipynb").write_text(advanced(), "utf-8")
    (folder / "assets" / "1-shelf.svg").write_text("<svg/>", "utf-8")
    (folder / "._worksheet-1.ipynb").write_bytes(b"\0\5\x16\7")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "learners" / "wang-li" / "pricing-margin"


def lay_out(release: Path, own: Path) -> list[str]:
    """What is said when the week is laid out as it lies in the course."""
    return desk.lay_out(find_week(str(release), release).files, own)


def aside(own: Path) -> list[Path]:
    return sorted(own.with_name(f"{own.name}.旧的").glob("*"))


def test_the_first_evening_copies_everything_but_answers(release: Path, own: Path) -> None:
    assert lay_out(release, own) == []
    copied = sorted(str(path.relative_to(own)) for path in own.rglob("*") if path.is_file())
    assert copied == ["advanced.ipynb", str(Path("assets/1-shelf.svg")), "worksheet-1.ipynb"]


def test_coming_back_changes_nothing(release: Path, own: Path) -> None:
    lay_out(release, own)
    (own / "answers.json").write_text('{"mine": 1}', "utf-8")
    notebook = nbformat.read(own / "worksheet-1.ipynb", 4)
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="上次的")]
    nbformat.write(notebook, own / "worksheet-1.ipynb")
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    assert lay_out(release, own) == []
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before
    assert aside(own) == []


def test_a_newer_release_takes_the_place_and_the_old_copy_and_answers_stay(release: Path, own: Path) -> None:
    lay_out(release, own)
    old = (own / "worksheet-1.ipynb").read_bytes()
    (own / "answers.json").write_text('{"mine": 1}', "utf-8")
    (release / "worksheet-1.ipynb").write_text(worksheet("p1.show()  # 改过"), "utf-8")
    (sentence,) = lay_out(release, own)
    assert "老师发了新的" in sentence
    assert "写过的答案都在" in sentence
    assert "改过" in (own / "worksheet-1.ipynb").read_text("utf-8")
    assert [path.read_bytes() for path in aside(own)] == [old]
    assert (own / "answers.json").read_text("utf-8") == '{"mine": 1}'


def test_code_that_the_learner_wrote_moves_into_the_newer_notebook(release: Path, own: Path) -> None:
    lay_out(release, own)
    (own / "advanced.ipynb").write_text(advanced(solution="def cost(): return 3"), "utf-8")
    assert lay_out(release, own) == []
    (release / "advanced.ipynb").write_text(advanced(given="import math  # 2"), "utf-8")
    assert len(lay_out(release, own)) == 1
    sources = [cell.source for cell in nbformat.read(own / "advanced.ipynb", 4).cells]
    assert sources[1:] == ["import math  # 2", "def cost(): return 3"]


def test_a_deleted_question_comes_back(release: Path, own: Path) -> None:
    lay_out(release, own)
    notebook = nbformat.read(own / "worksheet-1.ipynb", 4)
    notebook.cells = notebook.cells[:1]
    nbformat.write(notebook, own / "worksheet-1.ipynb")
    assert len(lay_out(release, own)) == 1
    assert len(nbformat.read(own / "worksheet-1.ipynb", 4).cells) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"cells": 3}', '{"cells": [{}]}', "\ufffd" * 9])
def test_an_unreadable_notebook_is_set_aside_and_replaced(release: Path, own: Path, damage: str) -> None:
    lay_out(release, own)
    (own / "worksheet-1.ipynb").write_text(damage, "utf-8")
    (sentence,) = lay_out(release, own)
    assert "打不开" in sentence
    assert json.loads((own / "worksheet-1.ipynb").read_text("utf-8"))["cells"]
    assert [path.read_text("utf-8") for path in aside(own)] == [damage]


def test_two_renewals_in_one_second_keep_both_old_copies(release: Path, own: Path) -> None:
    lay_out(release, own)
    for damage in ("一", "二", "三"):
        (own / "worksheet-1.ipynb").write_text(damage, "utf-8")
        lay_out(release, own)
    assert sorted(path.read_text("utf-8") for path in aside(own)) == sorted(["一", "二", "三"])


def test_a_changed_picture_is_renewed(release: Path, own: Path) -> None:
    lay_out(release, own)
    (release / "assets" / "1-shelf.svg").write_text("<svg>2</svg>", "utf-8")
    assert len(lay_out(release, own)) == 1
    assert (own / "assets" / "1-shelf.svg").read_text("utf-8") == "<svg>2</svg>"


def test_evenings_come_first_and_the_code_notebook_last(release: Path, own: Path) -> None:
    notebooks = find_week(str(release), release).notebooks
    assert [(sheet.name, sheet.title, sheet.code) for sheet in sheets(notebooks)] == [
        ("worksheet-1.ipynb", "一单赚多少", False),
        ("advanced.ipynb", "进阶", True),
    ]


LITTER = {
    "._worksheet-1.ipynb": b"\0\5\x16\7",
    "worksheet-1-Copy1.ipynb": b"{}",
    "worksheet-1 (冲突副本 2026-11-10).ipynb": b"",
    "answers (1).json": b"{}",
    "answers - 副本.json": b"{}",
}


def test_what_sticks_and_sync_tools_add_is_left_alone_and_named_in_one_sentence(
    release: Path, own: Path
) -> None:
    lay_out(release, own)
    (own / "answers.json").write_text("{}", "utf-8")
    for name, content in LITTER.items():
        (own / name).write_bytes(content)
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    assert lay_out(release, own) == []
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before
    names = find_week(str(release), release).files
    sentence = left_alone(own, names)
    assert all(f"「{name}」" in sentence for name in LITTER)
    assert sentence.count("。") == 2
    assert "「answers (1).json」" not in left_alone(own, names, used="answers (1).json")


def test_many_of_them_are_counted(release: Path, own: Path) -> None:
    lay_out(release, own)
    for number in range(9):
        (own / f"worksheet-1 ({number}).ipynb").write_text("{}")
    assert "等 9 个文件" in left_alone(own, find_week(str(release), release).files)


def test_a_tidy_folder_gets_no_sentence(release: Path, own: Path) -> None:
    lay_out(release, own)
    assert left_alone(own, find_week(str(release), release).files) == ""


def test_a_notebook_that_cannot_be_read_just_now_is_left_as_it_is(
    release: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(release, own)
    (own / "worksheet-1.ipynb").write_text("{", "utf-8")
    (own / "assets" / "1-shelf.svg").unlink()
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == own / "worksheet-1.ipynb":
            raise OSError(5, "Input/output error")
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        assert lay_out(release, own) == []
    assert (own / "worksheet-1.ipynb").read_text("utf-8") == "{"
    assert (own / "assets" / "1-shelf.svg").exists(), "the other files are brought all the same"
    assert aside(own) == []


def test_a_full_disk_takes_no_notebook_away(
    release: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(release, own)
    (own / "advanced.ipynb").write_text(advanced(solution="def cost(): return 3"), "utf-8")
    (release / "advanced.ipynb").write_text(advanced(given="import math  # 2"), "utf-8")

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(wholefile.tempfile, "mkstemp", full)
        assert lay_out(release, own) == []
    assert "return 3" in (own / "advanced.ipynb").read_text("utf-8")


@pytest.mark.parametrize(
    "lies", ["wang-li/pricing-margin", "Wang-Li/pricing-margin", "ｗａｎｇ-li/pricing-margin"]
)
def test_a_learners_folder_is_found_whatever_the_case_of_its_name(tmp_path: Path, lies: str) -> None:
    (tmp_path / lies).mkdir(parents=True)
    assert desk.own_folder(tmp_path, "wang-li", "pricing-margin") == tmp_path / lies


def test_a_copied_folder_of_the_week_is_taken_if_it_is_the_only_one_with_answers(tmp_path: Path) -> None:
    own = tmp_path / "wang-li"
    copied = own / "pricing-margin - 副本"
    copied.mkdir(parents=True)
    (own / "pricing-margin.旧的").mkdir()
    assert desk.own_folder(tmp_path, "wang-li", "pricing-margin") == own / "pricing-margin", (
        "no answers in it"
    )
    (copied / "answers.json").write_text("{}")
    assert desk.own_folder(tmp_path, "wang-li", "pricing-margin") == copied
    (own / "pricing-margin (1)").mkdir()
    (own / "pricing-margin (1)" / "answers.json").write_text("{}")
    assert desk.own_folder(tmp_path, "wang-li", "pricing-margin") == own / "pricing-margin"
    (own / "pricing-margin").mkdir()
    assert desk.own_folder(tmp_path, "wang-li", "pricing-margin") == own / "pricing-margin"
