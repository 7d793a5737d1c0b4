"""The browser's pure parts under node: digits, settings, keeping, what waits, the talk's states."""

import shutil
import subprocess
from pathlib import Path

from tests.missing import missing

HERE = Path(__file__).parent


def test_the_pure_parts_pass_their_own_tests():
    node = shutil.which("node")
    if node is None:
        missing("the program node", "apt-get install nodejs")
    files = sorted(map(str, HERE.glob("*.test.js")))
    assert len(files) >= 4
    run = subprocess.run([node, "--test", *files], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
