"""Kernel start is what costs grading time, so a graded cell imports little."""

import json
import os
import subprocess
import sys

import pytest

from nongju.answers import question  # noqa: F401  (the package must be importable here too)

SCRIPT = """
import json, sys
before = set(sys.modules)
from nongju import form
q = form.question("pricing-margin/p1", text="x", fields=[form.number("cost", "几元?")])
q.readings(__import__("nongju.answers.session").answers.session.current("pricing-margin"))
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
print(json.dumps(sorted(loaded - set(sys.stdlib_module_names))))
"""


@pytest.mark.parametrize("mode", ["autograde", "validate"])
def test_a_graded_cell_imports_our_own_package_and_the_standard_library_alone(tmp_path, mode):
    env = {**os.environ, "NBGRADER_EXECUTION": mode}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=tmp_path, env=env, capture_output=True, check=True
    )
    assert done.stderr == b""
    assert json.loads(done.stdout) == ["nongju"]


OPENED = """
import sys
from nongju import form
form.question("pricing-margin/p1", text="x", fields=[form.number("cost", "几元?", unit="元")]).show()
print(sorted({"pandas", "scipy", "cv2", "moviepy", "numpy"} & set(sys.modules)))
"""


def test_a_worksheet_that_is_opened_loads_no_heavy_library(tmp_path):
    env = {key: value for key, value in os.environ.items() if key != "NBGRADER_EXECUTION"}
    done = subprocess.run(
        [sys.executable, "-c", OPENED], cwd=tmp_path, env=env, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
