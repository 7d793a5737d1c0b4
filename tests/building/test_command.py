"""`nongju build` and `nongju release` at the command line."""

import sqlite3
import warnings

import pytest
import typer
from sqlalchemy.exc import SAWarning
from typer.testing import CliRunner

from nongju.building.command import build, release
from nongju.building.register import RegisterError, register
from nongju.course.layout import find_course

app = typer.Typer()
app.command("build")(build)
app.command("release")(release)


@pytest.fixture
def run(tiny, monkeypatch):
    """Runs a command inside the tiny course: (exit code, what it said)."""
    monkeypatch.chdir(tiny.root)

    def run(*arguments):
        result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
        return result.exit_code, " ".join(result.output.split())

    return run


def test_build_writes_both_stages_and_check_then_finds_them_fresh(tiny, run):
    code, said = run("build")
    assert code == 0, said
    assert "release/pricing/worksheet.ipynb：写好了" in said
    before = (tiny.root / "source/pricing/worksheet.ipynb").stat().st_mtime_ns
    assert run("build", "pricing") == (0, "pricing：建好了，没有变化")
    assert (tiny.root / "source/pricing/worksheet.ipynb").stat().st_mtime_ns == before
    assert run("build", "--check") == (0, "pricing：是新的")


def test_check_names_each_stale_file_and_the_command_and_writes_nothing(tiny, run):
    run("build")
    tiny.edit("先称，再算。", "先算，再称。")
    tiny.write("source/pricing/old.ipynb", "{}")
    (tiny.root / "release/pricing/data/prices.csv").unlink()
    code, said = run("build", "--check")
    assert code == 1
    for line in (
        "source/pricing/worksheet.ipynb：不一样",
        "source/pricing/old.ipynb：多出来的",
        "release/pricing/worksheet.ipynb：不一样",
        "release/pricing/data/prices.csv：缺",
        "4 个文件过时了。运行：nongju build",
    ):
        assert line in said
    assert (tiny.root / "source/pricing/old.ipynb").exists()


def test_build_removes_what_the_course_no_longer_has(tiny, run):
    run("build")
    tiny.edit("![一箱腊肉摆在秤上](assets/box.svg)\n", "")
    (tiny.root / "course/pricing/assets/box.svg").unlink()
    code, said = run("build")
    assert code == 0
    assert "source/pricing/assets/box.svg：删掉了" in said
    assert not (tiny.root / "source/pricing/assets").exists()
    assert not (tiny.root / "release/pricing/assets").exists()


def test_a_faulty_week_is_not_written_and_the_fault_is_printed(tiny, run):
    tiny.edit('["form"]', '["from"]')
    code, said = run("build")
    assert code == 1
    line = tiny.line("# 你一开始猜的")
    assert f"course/pricing/questions/again.py:{line}: error: unknown tag 'from'; did you mean form?" in said
    assert "1 处错，0 处提醒" in said
    assert not (tiny.root / "source").exists()


def test_one_faulty_week_does_not_keep_another_from_being_built(tiny, run):
    tiny.write("course/second/worksheet.md", "# 空\n")
    code, said = run("build")
    assert code == 1
    assert "pricing：建好了" in said
    assert "course/second/worksheet.md:1: error: the section ## 今天学会 is missing" in said


def test_faulty_figures_stop_the_build_with_their_rows(tiny, run):
    tiny.edit("pork,30.30", "pork,thirty", "course/facts.csv")
    code, said = run("build")
    assert code == 1
    assert "course/facts.csv:2: error: value 'thirty' is not a number" in said


def test_a_broken_syllabus_is_named(tiny, run):
    tiny.write("course/syllabus.toml", "[[week]\n")
    code, said = run("build")
    assert code == 1
    assert "course/syllabus.toml:1: error: 不是 TOML" in said


def test_an_unknown_week_lists_the_known_ones(run):
    assert run("build", "prizing") == (1, "course/ 里没有 prizing 这一周。有：pricing")


def test_outside_a_course_the_command_says_where_to_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    result = CliRunner().invoke(app, ["build"])
    assert result.exit_code == 1
    assert "这里不是课程文件夹" in "".join(result.output.split())


def test_a_folder_that_only_marks_says_where_to_build(tmp_path, monkeypatch):
    (tmp_path / "nbgrader_config.py").write_text("")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["build"])
    assert result.exit_code == 1
    assert "里没有course文件夹" in "".join(result.output.split())


def test_release_registers_the_week_without_touching_any_other_folder(tiny, run):
    run("build")
    before = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert run("release", "pricing") == (0, "pricing：成绩库里有 3 个打分的格")
    gradebook = tiny.root / "gradebook.db"
    after = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert after.keys() - before.keys() == {gradebook}
    assert all(after[path] == content for path, content in before.items())
    with sqlite3.connect(gradebook) as database:
        names = {row[0] for row in database.execute("SELECT name FROM base_cell")}
        assert {"p1-mark", "own-plan"} <= names
        assert database.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    database.close()


def test_release_refuses_a_week_that_was_never_built_or_is_stale(tiny, run):
    code, said = run("release", "pricing")
    assert (code, said) == (1, "source/pricing/ 里没有练习纸。运行：nongju build pricing")
    run("build")
    tiny.write("release/pricing/worksheet.ipynb", "{}")
    code, said = run("release", "pricing")
    assert code == 1
    assert "release/pricing/ 和 source/pricing/ 对不上。运行：nongju build pricing" in said
    assert not (tiny.root / "gradebook.db").exists()


@pytest.fixture
def handed_in(tiny, run):
    """The tiny week, registered, with one learner marked and one only handed in."""
    from nbgrader.api import Gradebook

    run("build")
    run("release", "pricing")
    database = f"sqlite:///{tiny.root / 'gradebook.db'}"
    with warnings.catch_warnings(), Gradebook(database) as gradebook:
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's own add_submission autoflushes
        for learner in ("wang-li", "tan-jie"):
            gradebook.add_student(learner)
            gradebook.add_submission("pricing", learner)
        gradebook.find_grade("p1-mark", "worksheet", "pricing", "wang-li").auto_score = 1.0
        gradebook.db.commit()
    return tiny


def test_release_says_which_marks_a_changed_key_affects(handed_in, run):
    handed_in.edit("within=0.05", "within=0.1")
    run("build")
    code, said = run("release", "pricing")
    assert code == 0
    assert "worksheet/p1-mark：变了；这里有 1 人批过分" in said
    assert "own-plan" not in said
    assert "重新批：nongju grade pricing --force" in said
    assert run("release", "pricing") == (0, "pricing：成绩库里有 3 个打分的格")


def test_a_failed_build_never_releases_the_old_source(handed_in, run):
    registered = (handed_in.root / "gradebook.db").read_bytes()
    handed_in.edit("within=0.05", "within=0.1")
    code, said = run("release", "pricing")
    assert (code, "course/pricing/ 改过，还没 build。没有发布" in said) == (1, True)
    handed_in.edit("within=0.1", "within=")
    assert run("build")[0] == 1
    code, said = run("release", "pricing")
    assert (code, "有错，source/ 里还是旧的" in said) == (1, True)
    assert (handed_in.root / "gradebook.db").read_bytes() == registered


def test_release_names_changed_points_of_a_persons_task(handed_in, run):
    handed_in.edit('"points": 4', '"points": 5')
    run("build")
    done = register(find_course(handed_in.root), "pricing")
    assert [(cell.name, cell.marked) for cell in done.changed] == [("own-plan", 0)]
    assert done.learners == 2


def test_cells_that_come_or_go_after_a_hand_in_are_refused_in_a_sentence(handed_in, run):
    again = handed_in.root / "course/pricing/questions/again.py"
    again.rename(again.with_name("once-more.py"))
    handed_in.edit("{question} again", "{question} once-more")
    run("build")
    with pytest.raises(RegisterError) as caught:
        register(find_course(handed_in.root), "pricing")
    assert str(caught.value) == (
        "pricing 已经有 2 人交了，交过以后 nbgrader 不能再加格、减格"
        "（多了 worksheet/once-more；少了 worksheet/again）。"
        "把旧名字改回去，或者给改过的周换个文件夹名。"
    )
    assert run("release", "pricing")[0] == 1
