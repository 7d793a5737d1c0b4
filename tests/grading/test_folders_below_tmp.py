"""A course, an environment or data in /tmp: the sandbox shows what it was told to, and nothing beside it."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.settings import Settings

SEEN = """
import json, pathlib
def tried(action):
    try:
        return action()
    except OSError as error:
        return type(error).__name__
here = pathlib.Path({folder!r})
print(json.dumps([
    tried((here / "prices.csv").read_text),
    tried(lambda: (here / "new.txt").write_text("x")),
    tried(lambda: (here / "prices.csv").write_text("x")),
    sorted(path.name for path in here.parent.iterdir()),
]))
"""


@pytest.fixture
def data():
    folder = Path(tempfile.mkdtemp(prefix="nongju-data-", dir="/tmp"))
    (folder / "shown").mkdir()
    (folder / "shown" / "prices.csv").write_text("3.5")
    (folder / "hidden").mkdir()
    yield folder / "shown"
    shutil.rmtree(folder)


def test_a_folder_below_tmp_is_read_by_cells_and_not_written(walled, data):
    settings = Settings(read_only=[str(data)])
    with Sandbox(settings) as box, box.run("/tmp/autograded/wang-li/wk") as run:
        run.give({})
        run.send_cell(SEEN.format(folder=str(data)), "cell-0")
        text = ""
        while (message := run.receive(30))["type"] != "execute_reply":
            text += message["content"].get("text", "")
    read, made, changed, beside = json.loads(text)
    assert read == "3.5"
    assert {made, changed} <= {"OSError", "PermissionError"}
    assert beside == ["shown"]
    assert (data / "prices.csv").read_text() == "3.5"
    assert not (data / "new.txt").exists()
