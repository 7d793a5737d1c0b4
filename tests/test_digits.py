"""Numbers are written by one function, and by the same rules in the browser."""

import json
import re
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.missing import missing

import nongju
from nongju.digits import plain

PACKAGE = Path(nongju.__file__).parent
SCRIPT = PACKAGE / "simulators" / "web" / "digits.js"

WRITTEN = [
    (13.0, None, "13"),
    (0.1 + 0.2, None, "0.3"),
    (0.1 + 0.2, 2, "0.3"),
    (sum([0.1] * 10), None, "1"),
    (3 * 1.1 - 3.3, None, "0"),
    (69.16129, 2, "69.16"),
    (2.675, 2, "2.68"),
    (1.005, 2, "1.01"),
    (28.499999999999996, 0, "29"),
    (-2.5, 0, "-3"),
    (-0.001, 2, "0"),
    (-0.0, None, "0"),
    (1e-5, None, "0.00001"),
    (1e-12, None, "0"),
    (12000, None, "12000"),
    (1234567890.1, None, "1234567890.1"),
    (1e21, None, "1000000000000000000000"),
    (100.0, 0, "100"),
    (99.995, 2, "100"),
    (1 / 3, 4, "0.3333"),
]


@pytest.mark.parametrize(("number", "decimals", "written"), WRITTEN)
def test_numbers_are_written_as_people_write_them(number, decimals, written):
    assert plain(number, decimals) == written


def test_a_fraction_and_a_whole_number_of_any_size_are_written_too():
    assert plain(Fraction(2, 3), 4) == "0.6667"
    assert plain(10**30) == "1" + "0" * 30


@given(st.floats(min_value=-1e9, max_value=1e9))
def test_a_written_number_reads_back_as_the_same_number(value):
    text = plain(value)
    assert float(text) == pytest.approx(value, rel=1e-11, abs=1e-9)
    assert "e" not in text
    assert not (text.endswith("0") and "." in text)


def test_the_browser_writes_the_same(tmp_path):
    node = shutil.which("node")
    if node is None:
        missing("the program node", "apt-get install nodejs")
    steps = [(n / 1000 - 5, decimals) for n in range(0, 10_000, 7) for decimals in (0, 1, 2, 4, None)]
    cases = [[number, decimals] for number, decimals, _ in WRITTEN] + [list(step) for step in steps]
    script = tmp_path / "digits.mjs"
    script.write_text(
        f"{SCRIPT.read_text('utf-8')}\n"
        f"console.log(JSON.stringify({json.dumps(cases)}.map(([n, d]) => plain(n, d ?? undefined))))",
        encoding="utf-8",
    )
    said = subprocess.run([node, script], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(said.stdout) == [plain(float(number), decimals) for number, decimals in cases]


def test_nothing_else_in_the_package_takes_zeros_off_a_number():
    taking = re.compile(r"""rstrip\(["']0|Number\([^()]*\.toFixed\(|\.replace\(/0\+\$""")
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js")]
    own = [path for path in files if "node_modules" not in path.parts and "bundle" not in path.name]
    assert {path.name for path in own if taking.search(path.read_text("utf-8"))} == {"digits.py", "digits.js"}
