"""A week from text to source and release, through nbgrader's own converter."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat


def cells_by_id(notebook):
    return {
        cell["metadata"].get("nbgrader", {}).get("grade_id", cell["id"]): cell for cell in notebook["cells"]
    }


def test_a_question_becomes_a_form_cell_and_a_graded_cell(tiny, read_notebook):
    source = read_notebook(tiny.built().source["worksheet.ipynb"])
    cells = cells_by_id(source)
    form, graded = cells["p1"], cells["p1-mark"]
    assert form["source"].startswith("# 第 1 题 一单本钱几元\nfrom nongju import form\nq = form.question(")
    assert form["source"].endswith("\nq.show()")
    assert form["metadata"]["nbgrader"] == {
        "schema_version": 3,
        "grade_id": "p1",
        "grade": False,
        "locked": True,
        "solution": False,
        "task": False,
    }
    assert graded["metadata"]["nbgrader"]["grade"] is True
    assert graded["metadata"]["nbgrader"]["points"] == 3
    assert graded["source"].startswith("# 收卷：第 1 题 一单本钱几元\nfrom nongju import form\n")
    visible, hidden = graded["source"].split("### BEGIN HIDDEN TESTS\n")
    assert visible.endswith("q.answered()\n")
    assert hidden.endswith(")\n### END HIDDEN TESTS")


def test_every_code_cell_but_a_solution_is_folded_and_locked(tiny_with_code, read_notebook):
    built = tiny_with_code.built()
    for name in ("worksheet.ipynb", "advanced.ipynb"):
        for cell in read_notebook(built.source[name])["cells"]:
            solution = cell["metadata"].get("nbgrader", {}).get("solution", False)
            assert cell["metadata"].get("editable", True) is solution
            if cell["cell_type"] == "code":
                assert cell["metadata"].get("jupyter", {}).get("source_hidden", False) is not solution
                assert cell["source"].startswith("# ")


def test_a_task_keeps_its_points_and_loses_its_mark_scheme_in_the_release(tiny, read_notebook):
    built = tiny.built()
    task = cells_by_id(read_notebook(built.source["worksheet.ipynb"]))["own-plan"]
    assert task["cell_type"] == "markdown"
    assert task["metadata"]["nbgrader"]["task"] is True
    assert task["metadata"]["nbgrader"]["points"] == 4
    released = cells_by_id(read_notebook(built.release["worksheet.ipynb"]))["own-plan"]
    assert "写全了给四分" in task["source"]
    assert "写全了给四分" not in released["source"]


def test_figures_are_filled_in(tiny, read_notebook):
    source = read_notebook(tiny.built().source["worksheet.ipynb"])
    text = "\n".join(cell["source"] for cell in source["cells"])
    assert "猪肉批发价 30.3 元/公斤（2022年9月8日，全国批发）。一单卖 69 元，合 34.5 元/斤。" in text
    assert "box=0.4)" in text


def test_data_and_pictures_travel_but_not_the_teachers_page(tiny):
    built = tiny.built()
    names = {"worksheet.ipynb", "assets/box.svg", "data/prices.csv"}
    assert set(built.source) == names
    assert set(built.release) == names
    assert built.release["data/prices.csv"] == built.source["data/prices.csv"]


def test_no_hidden_line_is_in_the_release(tiny_with_code, read_notebook):
    built = tiny_with_code.built()
    released = "\n".join(content.decode() for content in built.release.values())
    for secret in (
        "rule_number",
        "scene_numbers",
        "one_jin",
        "只算一斤",
        "BEGIN HIDDEN",
        "-fixed",
        "(101, 10)",
    ):
        assert any(secret in content.decode() for content in built.source.values()), secret
        assert secret not in released, secret


def test_building_twice_gives_the_same_bytes(tiny_with_code, tmp_path):
    first = tiny_with_code.built()
    second = tiny_with_code.built()
    assert first == second


def test_the_bytes_do_not_depend_on_line_ends_or_hash_seed_or_folder(tiny, tmp_path):
    expected = {
        name: content.decode() for name, content in tiny.built().release.items() if name.endswith("ipynb")
    }
    other = tmp_path / "另一处"
    for name, text in tiny.text.items():
        path = other / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace("\n", "\r\n").encode() if name.endswith(".md") else text.encode())
    script = (
        "import json, sys; from pathlib import Path\n"
        "from nongju.course.layout import Course\n"
        "from nongju.building.fault import FaultLog\n"
        "from nongju.building.week import WeekBuilder\n"
        "from nongju.course.settings import course_config\n"
        "from nongju.course.facts import read_facts\n"
        "course = Course(Path(sys.argv[1])); log = FaultLog()\n"
        "facts = read_facts(course.facts_file)\n"
        "built = WeekBuilder(course, facts, log, course_config(course.root)).build('pricing')\n"
        "print(json.dumps({n: c.decode() for n, c in built.release.items() if n.endswith('ipynb')}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(other)],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"},
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    assert json.loads(done.stdout) == expected


def test_notebooks_are_valid_and_name_the_python3_kernel_alone(tiny_with_code):
    for files in (tiny_with_code.built().source, tiny_with_code.built().release):
        for name in ("worksheet.ipynb", "advanced.ipynb"):
            notebook = nbformat.reads(files[name].decode(), as_version=4)
            nbformat.validate(notebook)
            assert set(notebook.metadata) == {"kernelspec", "language_info"}
            assert notebook.metadata.kernelspec.name == "python3"
            assert "version" not in notebook.metadata.language_info
            assert files[name].endswith(b"}\n")
            ids = [cell.id for cell in notebook.cells]
            assert len(ids) == len(set(ids))


def test_an_id_names_its_notebook_and_cell_and_survives_a_new_paragraph_before_it(tiny, read_notebook):
    before = {cell["id"] for cell in read_notebook(tiny.built().source["worksheet.ipynb"])["cells"]}
    assert {"worksheet-guess", "worksheet-p1", "worksheet-p1-mark", "worksheet-own-plan"} <= before
    tiny.edit("# 定价\n", "# 定价\n\n开头一句。\n\n+++\n")
    after = {cell["id"] for cell in read_notebook(tiny.built().source["worksheet.ipynb"])["cells"]}
    assert {"worksheet-p1", "worksheet-p1-mark"} <= after


def test_stock_nbgrader_cuts_the_same_release_from_the_source(tiny, tmp_path):
    """An instructor who runs `nbgrader generate_assignment` gets what `nongju build` committed."""
    built = tiny.built()
    course = tmp_path / "stock"
    for name, content in built.source.items():
        path = course / "source" / "pricing" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "pricing"],
        cwd=course,
        env={**os.environ, "PATH": programs},
        capture_output=True,
        check=True,
    )
    stock = json.loads((course / "release" / "pricing" / "worksheet.ipynb").read_text(encoding="utf-8"))
    assert stock["cells"] == json.loads(built.release["worksheet.ipynb"])["cells"]
