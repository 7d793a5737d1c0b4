"""Marking by a user who is not root to the kernel either, where the tests themselves run as root."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

from nongju.grading.sandbox import bubblewrap

ORDINARY = 60_001
"""An id that nobody has: the kernel counts its processes, and does not count those of root."""

ENGINE = """
import json, os, sys
from traitlets.config import Config
from nongju.grading.engine import Engine
assert os.getuid() == int(sys.argv[2])
config = Config({name: Config(section) for name, section in json.loads(sys.argv[1]).items()})
print(json.dumps(Engine(config, "wk", workers=1).run().to_json()))
"""

PLUGIN = """
import json, os, sys, warnings
from traitlets.config import Config
import nongju.grading
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.coursedir import CourseDirectory
assert os.getuid() == int(sys.argv[2])
config = Config({name: Config(section) for name, section in json.loads(sys.argv[1]).items()})
nongju.grading.configure(config)
warnings.simplefilter("ignore")
try:
    Autograde(coursedir=CourseDirectory(config=config), config=config).start()
except NbGraderException:
    pass  # it says that somebody could not be graded
"""


def shown(folders):
    """Arguments of bwrap that show `folders` to everybody, also where a folder above them is root's alone."""
    closed, empty = set(), set()
    for folder in folders:
        above = [*reversed(folder.parents)]
        shut = next((outer for outer in above if not outer.stat().st_mode & 0o001), None)
        if shut is not None:
            closed.add(shut)
            empty.update(outer for outer in above if outer.is_relative_to(shut) and outer != shut)
    line = [part for folder in sorted(closed) for part in ("--perms", "0755", "--tmpfs", str(folder))]
    return line + [part for folder in sorted(empty) for part in ("--perms", "0755", "--dir", str(folder))]


def run(course, script):
    """Run `script` over the course as a user who is not root to the kernel either; gives what it printed."""
    home = course.root.parent / "home"
    home.mkdir()
    for path in [course.root.parent, *course.root.parent.rglob("*")]:
        os.chown(path, ORDINARY, ORDINARY, follow_symlinks=False)
    python = bubblewrap.python_folders()
    wall = [bubblewrap.find(), "--dev-bind", "/", "/", *shown([course.root.parent, *python])]
    for folder in python:
        wall += ["--ro-bind", str(folder), str(folder)]
    wall += ["--bind", str(course.root.parent), str(course.root.parent), "--setenv", "HOME", str(home)]
    wall += ["--chdir", str(course.root), "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    change = ["setpriv", f"--reuid={ORDINARY}", f"--regid={ORDINARY}", "--clear-groups"]
    config = {name: dict(section) for name, section in course.config.items()}
    inner = [sys.executable, "-c", script, json.dumps(config), str(ORDINARY)]
    done = subprocess.run([*wall, *change, *inner], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def grade(course):
    """The engine's summary of the course's hand-ins."""
    read = json.loads(run(course, ENGINE).splitlines()[-1])
    hand_ins = [SimpleNamespace(**one) for one in read["hand_ins"]]
    return SimpleNamespace(hand_ins=hand_ins, complete=not read["not_graded"])


def autograde(course):
    """nbgrader's own autograde, with our line in the config."""
    run(course, PLUGIN)
