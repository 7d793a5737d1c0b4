"""The forking process and its kernel: what it imports, what it leaves to notebooks, what it never reads."""

import textwrap

import course_kit as kit
import pytest

from nongju.grading.sandbox import wire
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.settings import Settings


def module(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.py").write_text(textwrap.dedent(text))


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A folder of modules that the forking process finds, as if they were installed."""
    folder = tmp_path / "python-packages"
    monkeypatch.setenv("PYTHONPATH", str(folder))
    module(folder, "silent", "V = 'installed'")
    module(folder, "prints", "print('said')")
    module(folder, "warns", "import warnings\nwarnings.warn('careful')")
    module(folder, "outdated", "import warnings\nwarnings.warn('old', DeprecationWarning, stacklevel=2)")
    module(folder, "inward", "import warnings\nwarnings.warn('old', DeprecationWarning)")
    module(folder, "writes", "import os\nos.write(2, b'x')")
    module(folder, "fails", "print('said')\nraise ImportError('no')")
    return folder


def said_by(sandbox, folder, files, *cells):
    """Outputs of cells that run in a child whose folder holds `files`."""
    said = []
    with sandbox.run(str(folder)) as run:
        run.give(files)
        for number, cell in enumerate(cells):
            run.send_cell(cell, str(number))
            while (message := run.receive(60.0))["type"] != "execute_reply":
                if message["type"] in ("stream", "execute_result", "error"):
                    content = message["content"]
                    said.append(content.get("text") or content.get("evalue") or content["data"]["text/plain"])
    return said


def test_what_prints_or_warns_when_it_is_imported_is_left_to_the_notebook(installed):
    names = ["silent", "prints", "warns", "outdated", "inward", "writes", "fails", "missing"]
    settings = Settings(wall=False, preload=names, variables={"PYTHONPATH": str(installed)})
    with Sandbox(settings) as sandbox:
        sandbox.start()
        assert sandbox.preloaded == ["silent", "inward"]
        said = said_by(sandbox, "/x/li/wk", {}, "import prints", "import sys; 'silent' in sys.modules")
    assert said == ["said\n", "True"]


def test_a_module_beside_the_notebook_goes_before_an_installed_one_as_in_a_kernel(tmp_path):
    files = {}
    for name in ("pscript", "traitlets", "fractions"):
        module(tmp_path / "beside", name, "V = 'beside'")
        files[f"{name}.py"] = tmp_path / "beside" / f"{name}.py"
    see = (
        "import pscript, traitlets, fractions\n[hasattr(one, 'V') for one in (pscript, traitlets, fractions)]"
    )
    with Sandbox(Settings(wall=False, preload=["pscript", "traitlets", "fractions"])) as sandbox:
        sandbox.start()
        assert sandbox.preloaded == ["pscript", "traitlets", "fractions"]
        # the kernel itself has imported traitlets, and the standard library goes before the folder
        assert said_by(sandbox, "/x/li/wk", files, see) == ["[True, False, False]"]
        assert said_by(sandbox, "/x/li/wk", {}, see) == ["[False, False, False]"]


@pytest.mark.parametrize("name", ["nongju", "argparse", "json", "ipykernel", "sitecustomize"])
def test_the_forking_process_imports_nothing_from_where_it_is_started(name, tmp_path, monkeypatch):
    mark = tmp_path / "harm"
    module(tmp_path / "course", name, f"open({str(mark)!r}, 'w').close()")
    monkeypatch.chdir(tmp_path / "course")
    with Sandbox(Settings(wall=False)) as sandbox:
        said = said_by(sandbox, "/x/li/wk", {}, "1")
    assert said == ["1"]
    assert not mark.exists()


def test_a_learner_s_module_never_reaches_the_next_learner_or_the_forking_process(tmp_path):
    files = {}
    for name in ("signal", "socket", "nongju", "wire"):
        module(tmp_path / "beside", name, "raise SystemExit('harm')")
        files[f"{name}.py"] = tmp_path / "beside" / f"{name}.py"
    with Sandbox(Settings(wall=False)) as sandbox:
        assert said_by(sandbox, "/x/li/wk", files, "1 + 1") == ["2"]
        assert said_by(sandbox, "/x/wu/wk", {}, "2 + 1") == ["3"]


def test_unseeded_numbers_of_two_learners_are_not_the_same():
    draw = "import numpy, random\nnumpy.random.rand(), random.random()"
    with Sandbox(Settings(wall=False, preload=["numpy"])) as sandbox:
        first, second = (said_by(sandbox, f"/x/{who}/wk", {}, draw) for who in ("li", "wu"))
    assert not set(first[0].strip("()").split(", ")) & set(second[0].strip("()").split(", "))


def test_ipython_s_configuration_of_the_grader_is_not_read(walled, small, tmp_path, monkeypatch):
    profile = tmp_path / "home" / ".ipython" / "profile_default"
    (profile / "startup").mkdir(parents=True)
    (profile / "startup" / "a.py").write_text("FROM_HOME = True")
    everything = "c = get_config()\nc.InteractiveShell.ast_node_interactivity = 'none'"
    for name in ("ipython_config.py", "ipython_kernel_config.py"):
        (profile / name).write_text(everything)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("IPYTHONDIR", str(profile.parent))
    small.hand_in("li", {"one.ipynb": {"sq": "def sq(x):\n    return x * x\n'FROM_HOME' in globals()"}})
    assert small.grade().complete
    cells = kit.graded_notebooks(small)["li/wk/one.ipynb"]
    shown = [output["data"]["text/plain"] for cell in cells[1:] for output in cell.get("outputs", [])]
    assert shown == ["False"]


def test_arguments_of_the_kernel_are_those_of_the_course_s_config(walled, tmp_path):
    course = kit.Course(tmp_path / "course")
    course.config.Execute.extra_arguments = ["--InteractiveShell.ast_node_interactivity=all"]
    course.source({"one.ipynb": [kit.tests("t", 2, "1.0\n2.0")]})
    course.hand_in("li")
    course.grade()
    assert kit.rows(course.db_url)["li/one/t"][0] == 1


@pytest.mark.parametrize("signalled", ["between cells", "in a cell"])
def test_an_interrupt_ends_a_cell_and_never_the_child(signalled):
    with Sandbox(Settings(wall=False)) as sandbox, sandbox.run("/x/li/wk") as run:
        run.give({})
        if signalled == "between cells":
            run.interrupt()
            run.send_cell("import time\ntime.sleep(0.2)\n'well'", "0")
        else:
            run.send_cell("print('begun', flush=True)\nimport time\ntime.sleep(60)", "0")
            while run.receive(60.0)["type"] != "stream":
                pass
            run.interrupt()
        kinds = []
        while (message := run.receive(60.0))["type"] != "execute_reply":
            kinds.append(message["type"])
        run.send_cell("2", "1")
        while (last := run.receive(60.0))["type"] != "execute_result":
            pass
        assert last["content"]["data"]["text/plain"] == "2"
        if signalled == "in a cell":  # the other may come late, and find the cell begun
            assert message["content"]["status"] == "error"


def test_processes_that_a_cell_forks_speak_in_whole_messages():
    several = (
        "import os, sys\n"
        "pids = []\n"
        "for i in range(8):\n"
        "    pid = os.fork()\n"
        "    if pid == 0:\n"
        "        for _ in range(50):\n"
        "            print('x' * 2000)\n"
        "        os._exit(0)\n"
        "    pids.append(pid)\n"
        "_ = [os.waitpid(pid, 0) for pid in pids]"
    )
    with Sandbox(Settings(wall=False)) as sandbox:
        said = said_by(sandbox, "/x/li/wk", {}, several)
    whole = "".join(said)
    assert (whole.count("x"), whole.count("\n"), len(whole)) == (800_000, 400, 800_400)


def test_what_nests_deeper_than_the_wire_takes_is_shown_as_text():
    show = (
        "from IPython.display import display\n"
        "def deep(n):\n"
        "    found = 1\n"
        "    for _ in range(n):\n"
        "        found = [found]\n"
        "    return found\n"
        "display({'application/json': deep(%d), 'text/plain': 'deep'}, raw=True)"
    )
    with Sandbox(Settings(wall=False)) as sandbox, sandbox.run("/x/li/wk") as run:
        run.give({})
        for depth, kinds in ((wire.MAX_DEPTH - 20, 2), (wire.MAX_DEPTH + 20, 1)):
            run.send_cell(show % depth, str(depth))
            while (message := run.receive(60.0))["type"] != "display_data":
                pass
            assert len(message["content"]["data"]) == kinds
