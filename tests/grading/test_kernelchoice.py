"""Notebooks for kernels other than this Python: a clear sentence, and the rest of the class is graded."""

import json
import shutil
import sys

import course_kit as kit
import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager

from nongju.grading.running.kernelchoice import OtherKernel, choice_of


def installed(folder, name, language, program):
    spec = folder / "kernels" / name
    spec.mkdir(parents=True)
    argv = [program, "-m", "x", "-f", "{connection_file}"]
    (spec / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": name, "language": language}))


@pytest.fixture(scope="module")
def kernels(tmp_path_factory):
    """Kernels of other languages and environments, as a grader's machine may have them."""
    folder = tmp_path_factory.mktemp("jupyter")
    installed(folder, "ir-here", "R", "/usr/bin/R")
    installed(folder, "shell-here", "bash", "/usr/bin/bash")
    installed(folder, "twin", "python", sys.executable)
    installed(folder, "bare", "python", "python3")
    installed(folder, "conda", "python", "/opt/conda/bin/python")
    return folder


@pytest.fixture
def choice(kernels, monkeypatch):
    monkeypatch.setattr(
        KernelSpecManager, "kernel_dirs", property(lambda _: [str(kernels / "kernels")]), raising=False
    )

    def choice(name, language=None, said=None):
        spec = {"name": name, **({"language": language} if language else {})}
        return choice_of({"kernelspec": spec, "language_info": {"name": said} if said else {}})

    return choice


@pytest.mark.parametrize("name", ["python3", "python", "", "twin", "bare"])
def test_this_python_needs_no_word(choice, name):
    one = choice(name)
    one.check()
    assert not one.stands_in


@pytest.mark.parametrize(
    ("name", "language", "said", "word"),
    [
        ("ir-here", None, None, "R（内核 ir-here）"),
        ("shell-here", "bash", None, "bash"),
        ("conda", "python", None, "另一个环境"),
        ("gone", None, None, "没有装"),
        ("gone", "R", None, "没有装"),
        ("gone", None, "julia", "没有装"),
        ("../../etc", None, None, "没有装"),
    ],
)
def test_what_this_python_cannot_run_is_said(choice, name, language, said, word):
    with pytest.raises(OtherKernel, match=word):
        choice(name, language, said).check()


@pytest.mark.parametrize(("language", "said"), [("python", None), ("Python", None), (None, "python")])
def test_a_missing_kernel_of_python_is_stood_in_for(choice, language, said):
    one = choice("conda-env-course-py", language, said)
    one.check()
    assert one.stands_in


@pytest.fixture
def mixed(walled, tmp_path):
    """A week of three notebooks: Python, R without a word of its language, and a Python that is not here."""
    course = kit.Course(tmp_path / "course")
    names = {"a.ipynb": "python3", "b.ipynb": "ir", "c.ipynb": "conda-env-course-py"}
    course.source({name: [kit.tests("t", 2, "assert 1 + 1 == 2")] for name in names})
    for name, kernel in names.items():
        path = course.root / "source" / "wk" / name
        nb = nbformat.read(path, as_version=4)
        nb.metadata.kernelspec = {"name": kernel, "display_name": kernel}
        if kernel.endswith("py"):
            nb.metadata.kernelspec["language"] = "python"
        nbformat.write(nb, path)
    shutil.rmtree(course.root / "release")
    course.release()
    course.hand_in("li")
    course.hand_in("wu")
    return course


def test_the_rest_of_the_hand_in_and_of_the_class_is_graded(mixed):
    summary = mixed.grade()
    rows = kit.rows(mixed.db_url)
    for hand_in in summary.hand_ins:
        assert not hand_in.graded
        assert [note for note in hand_in.notes if note.startswith("b.ipynb 要用内核 ir")]
        assert [note for note in hand_in.notes if "是用这里的 Python 运行的" in note]
        assert rows[f"{hand_in.learner}/a/t"][0] == rows[f"{hand_in.learner}/c/t"][0] == 2
        assert rows[f"{hand_in.learner}/b/t"][0] is None
    assert len(summary.hand_ins) == 2
