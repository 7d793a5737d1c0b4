"""A clip is looked at inside the wall: ffmpeg and OpenCV run there, on the snapshot of the hand-in."""

import hashlib
import json

import pytest
from tests.answers.films import film

from nongju.grading.policy import stands_alone
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.settings import Settings
from nongju.marking.mark import MARK_MIME

WEEK = "camera-settings"
CELL = """
from nongju import form
q = form.question("camera-settings/p1", text="拍。", fields=[form.clip("clip", "交", kind="edited")])
q.show()
q.mark(form.rule_clip("clip", points=5, kind="edited", wants=("shape", "rate"), why="竖着拍。"))
"""


@pytest.mark.usefixtures("walled")
def test_a_clip_is_marked_behind_the_wall_from_the_snapshot(tmp_path):
    clip = film(tmp_path / "clip.mp4", seconds=1)
    digest = hashlib.sha256(clip.read_bytes()).hexdigest()
    raw = {"file": "p1-clip-1.mp4", "sha256": digest, "bytes": 1, "from": "VID.mp4"}
    answers = tmp_path / "answers.json"
    answers.write_text(
        json.dumps(
            {
                "format": "nongju-answers",
                "version": 2,
                "week": WEEK,
                "learner": "wang-li",
                "pair": None,
                "answers": {"p1.clip": {"kind": "clip", "raw": raw, "saved": ""}},
            }
        )
    )
    said = []
    with Sandbox(Settings()) as box, box.run(f"/tmp/autograded/wang-li/{WEEK}") as run:
        run.give({"answers.json": answers, "uploads/p1-clip-1.mp4": clip})
        run.send_cell(CELL, "cell")
        while not said or said[-1]["type"] != "execute_reply":
            message = run.receive(240)
            assert message is not None
            said.append(message)
    shown = [one["content"]["data"] for one in said if one["type"] == "display_data"]
    assert 'src="uploads/p1-clip-1.mp4"' in shown[0]["text/html"]
    mark = next(data[MARK_MIME] for data in shown if MARK_MIME in data)
    assert (mark["points"], mark["verdict"], mark["learner"]) == (5.0, "learned", "wang-li")
    assert mark["parts"][0]["picture"]


def test_a_cell_with_a_clip_runs_apart_from_learner_code():
    assert stands_alone(CELL)
