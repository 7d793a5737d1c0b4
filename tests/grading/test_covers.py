"""A course in a folder that the sandbox shows: an empty folder stands over it, wherever it lies."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import course_kit as kit
import pytest
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from nongju import doctor
from nongju.grading.sandbox import bubblewrap
from nongju.grading.sandbox.covers import covers, private_folders, shown_at
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.sandbox.run import NoSandbox
from nongju.grading.settings import Settings

SQUARE = "def sq(x):\n    return x * x\n"

LOOKS = """
import os
found = []
for folder, below, names in os.walk({root!r}):
    found += [os.path.join(folder, name) for name in names if name.endswith((".db", ".ipynb", ".csv", ".py"))]
print("found:", sorted(found), os.getcwd())
"""

GRADES = """
import json, sys
from pathlib import Path
from traitlets.config import Config
from nongju.grading.engine import Engine
config = Config()
config.CourseDirectory.root = sys.argv[1]
summary = Engine(config, "wk", workers=1).run().to_json()
text = (Path(sys.argv[1]) / "autograded" / "li" / "wk" / "one.ipynb").read_text()
print(json.dumps([summary["not_graded"], summary["hand_ins"][0]["score"], text]))
"""


def graded_at(course, place):
    """Grade a course that a bind mount puts at `place` for this one command."""
    own = [] if os.getuid() == 0 else ["--unshare-user"]
    above = [part for step in reversed(place.parents[:-1]) if not step.exists() for part in ("--dir", step)]
    disk = ["--tmpfs", next(step for step in place.parents if step.exists())] if above else []
    wall = [bubblewrap.find(), *own, "--dev-bind", "/", "/", *disk, *above, "--bind", course.root, place]
    program = [sys.executable, "-c", GRADES, place]
    done = subprocess.run([*wall, *program], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("place", ["/opt/course", "/usr/local/share/course", "/opt/teaching/2026/course"])
def test_a_course_in_a_folder_that_is_shown_is_not_seen_by_learner_code(walled, small, place):
    folder = small.hand_in("li", {"one.ipynb": {"sq": SQUARE + LOOKS.format(root=place)}})
    (folder / "beside.csv").write_text("3")
    assert not (small.root / "autograded").exists()
    not_graded, score, text = graded_at(small, Path(place))
    assert (not_graded, score) == ([], 3)
    work = f"{place}/autograded/li/wk"
    assert f"found: {[f'{work}/beside.csv', f'{work}/one.ipynb']} {work}" in text


def seen(settings, folder, code):
    """What a cell prints whose working folder is `folder`."""
    text = ""
    with Sandbox(settings) as box, box.run(str(folder)) as run:
        run.give({})
        run.send_cell(code, "cell-0")
        while (message := run.receive(30))["type"] != "execute_reply":
            text += message["content"].get("text", "")
    return text.strip()


@pytest.fixture
def place():
    """A folder that is not below /tmp, which every child replaces."""
    folder = Path(tempfile.mkdtemp(prefix="nongju-covers-", dir="/var/tmp"))
    folder.chmod(0o755)
    (folder / "course" / "source").mkdir(parents=True)
    (folder / "course" / "gradebook.db").write_text("SECRET")
    (folder / "prices.csv").write_text("3.5")
    yield folder
    shutil.rmtree(folder)


LISTS = "import os\nprint([sorted(names) for _, _, names in os.walk({folder!r})], os.getcwd())"


def test_a_course_inside_data_that_may_be_read_is_covered_and_the_data_is_not(walled, place):
    course = place / "course"
    settings = Settings(read_only=[str(place)], private=[str(course)])
    found = seen(settings, course / "autograded" / "li" / "wk", LISTS.format(folder=str(place)))
    assert "gradebook.db" not in found
    assert "prices.csv" in found
    assert found.endswith(f"{course}/autograded/li/wk")


def test_a_course_behind_a_folder_that_root_alone_may_enter_is_graded(walled, place):
    place.chmod(0o700)
    settings = Settings(read_only=[str(place)], private=[str(place / "course")])
    found = seen(settings, place / "course" / "autograded" / "li" / "wk", LISTS.format(folder=str(place)))
    assert "gradebook.db" not in found
    assert found.endswith(f"{place}/course/autograded/li/wk")


def test_a_course_that_is_named_by_a_link_is_covered_where_it_is(walled, place):
    link = place.with_name(f"{place.name}-link")
    link.symlink_to(place / "course")
    try:
        settings = Settings(read_only=[str(place)], private=[str(link)])
        found = seen(settings, "/tmp/autograded/li/wk", LISTS.format(folder=str(place)))
    finally:
        link.unlink()
    assert "gradebook.db" not in found
    assert "prices.csv" in found


def test_data_that_is_reached_by_a_link_shows_no_course_either(walled, place):
    link = place.with_name(f"{place.name}-link")
    link.symlink_to(place)
    try:
        settings = Settings(read_only=[str(link)], private=[str(place / "course")])
        found = seen(settings, "/tmp/autograded/li/wk", LISTS.format(folder=f"{link}/"))
    finally:
        link.unlink()
    assert "gradebook.db" not in found
    assert "prices.csv" in found


def test_a_course_below_tmp_in_data_below_tmp_is_covered(walled):
    with tempfile.TemporaryDirectory(prefix="nongju-", dir="/tmp") as name:
        Path(name).chmod(0o755)
        course = Path(name) / "course"
        course.mkdir()
        (course / "gradebook.db").write_text("SECRET")
        (Path(name) / "prices.csv").write_text("3.5")
        settings = Settings(read_only=[name], private=[str(course)])
        found = seen(settings, course / "autograded" / "li" / "wk", LISTS.format(folder=name))
    assert found == f"[['prices.csv'], [], [], [], []] {course}/autograded/li/wk"


def test_what_python_needs_of_a_covered_folder_is_shown_again(tmp_path):
    environment = tmp_path / "course" / ".venv"
    (environment / "bin").mkdir(parents=True)
    line = covers([str(tmp_path / "course")], [str(tmp_path)], [environment], "/tmp/autograded")
    shown = [line[at + 1] for at, part in enumerate(line) if part == "--ro-bind"]
    assert shown == [str(environment)]
    assert line.index("--tmpfs") < line.index("--ro-bind") < line.index("--remount-ro")


def test_a_course_in_the_environment_s_own_folder_leaves_python_and_nothing_else(tmp_path):
    for name in ("bin", "lib", "source"):
        (tmp_path / "env" / name).mkdir(parents=True)
    course = str(tmp_path / "env")
    line = covers([course], [course], [Path(course)], "/tmp/autograded")
    shown = [line[at + 1] for at, part in enumerate(line) if part == "--ro-bind"]
    assert shown == [f"{course}/bin", f"{course}/lib"]


def test_a_folder_of_the_system_as_a_course_is_refused():
    with pytest.raises(NoSandbox, match="move the course"):
        covers(["/usr/lib"], ["/usr"], [], "/tmp/autograded")


def test_the_grader_s_home_below_a_shown_folder_is_covered(walled, place, monkeypatch):
    monkeypatch.setenv("HOME", str(place / "course"))
    found = seen(Settings(read_only=[str(place)]), "/tmp/autograded/li/wk", LISTS.format(folder=str(place)))
    assert "gradebook.db" not in found


def test_stages_gradebook_and_exchange_that_lie_elsewhere_are_private_too(tmp_path):
    config = Config()
    config.CourseDirectory.root = str(tmp_path / "course")
    config.CourseDirectory.submitted_directory = "/opt/handed-in"
    config.CourseDirectory.db_url = f"sqlite:///{tmp_path}/books/gradebook.db"
    config.Exchange.root = "/opt/exchange"
    found = private_folders(CourseDirectory(config=config), config)
    assert set(found) == {f"{tmp_path}/course", "/opt/handed-in", f"{tmp_path}/books", "/opt/exchange"}
    assert shown_at("/opt/exchange", ["/opt"]) == {Path("/opt/exchange")}


def test_the_plug_in_covers_the_course_as_well(walled, small, place):
    course = small.copy(place / "plugged")
    course.config.Sandbox.read_only = [str(place)]
    course.hand_in("li", {"one.ipynb": {"sq": SQUARE + LOOKS.format(root=str(course.root))}})
    course.plugged().stock_autograde()
    text = str(kit.notebook(course.root / "autograded" / "li" / "wk" / "one.ipynb"))
    assert f"found: {[f'{course.root}/autograded/li/wk/one.ipynb']} /var/tmp" in text.replace("\\", "")


def test_doctor_says_that_a_course_in_a_shown_folder_is_covered_and_finds_it_where_it_is_not(
    walled, place, monkeypatch
):
    config = f"c = get_config()\nc.Sandbox.read_only = [{str(place)!r}]\n"
    (place / "course" / "nbgrader_config.py").write_text(config)
    found = doctor.sandbox(place / "course")
    assert found.ok, found.sentence
    assert f"课程在 {place} 里" in found.sentence
    monkeypatch.setattr(bubblewrap, "covers", lambda *_: [])
    found = doctor.sandbox(place / "course")
    assert not found.ok
    assert "看得到课程文件夹" in found.sentence
