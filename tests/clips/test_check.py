"""One report of a whole clip, and the command that prints it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nongju.cli import app
from nongju.clips.checking.check import check_clip
from nongju.clips.container import read_container
from nongju.clips.report import KINDS, ClipReport

from .conftest import Studio

UPRIGHT = "testsrc2=s=180x320:r=30"


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_comes_back_whole_from_json(studio: Studio, kind: str) -> None:
    report = check_clip(studio.film("upright.mp4", UPRIGHT), kind=kind)  # type: ignore[arg-type]
    again = ClipReport.from_json(json.loads(json.dumps(report.to_json(), allow_nan=False)))
    assert again.to_json() == report.to_json()
    assert again.measures == report.measures


def test_a_refused_clip_comes_back_from_json(tmp_path: Path) -> None:
    report = check_clip(tmp_path / "none.mp4")
    again = ClipReport.from_json(json.loads(json.dumps(report.to_json())))
    assert again.refused is not None
    assert again.sentences == report.sentences == ("这个文件找不到了。重新选一次。",)


def test_a_report_of_another_version_is_not_guessed_at(studio: Studio) -> None:
    with pytest.raises(ValueError, match="unknown clip report"):
        ClipReport.from_json({"schema": 2})


def test_length_and_rate_are_right_within_a_frame(studio: Studio) -> None:
    for seconds, rate in ((2, 30), (1.5, 25), (2, 60)):
        clip = studio.film(f"{rate}.mp4", f"testsrc2=s=180x320:r={rate}", None, seconds=seconds)
        report = check_clip(clip)
        assert report.measure("length").value == pytest.approx(seconds, abs=1 / rate)
        assert report.measure("rate").value == rate
        assert read_container(clip).picture_seconds == pytest.approx(seconds, abs=1 / rate)


def test_advice_begins_with_what_to_change_and_repeats_nothing(studio: Studio) -> None:
    report = check_clip(studio.film())
    changes = [measure.advice for measure in report.measures if measure.verdict == "change"]
    assert list(report.sentences[: len(changes)]) == list(dict.fromkeys(changes))
    assert len(set(report.sentences)) == len(report.sentences)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["clip", "check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout


def test_the_command_prints_json(studio: Studio) -> None:
    code, said = run(str(studio.film("upright.mp4", UPRIGHT)), "--json")
    assert code == 0
    assert ClipReport.from_json(json.loads(said)).measure("shape").value == "9:16"


def test_the_command_prints_a_table_in_chinese(studio: Studio) -> None:
    code, said = run(str(studio.film("upright.mp4", UPRIGHT)))
    assert code == 0
    assert "画面形状" in said and "会了" in said


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_file_that_is_no_clip_gets_one_sentence_and_exit_code_1(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    text = tmp_path / "腊肉 视频.mp4"
    text.write_text("不是视频", encoding="utf-8")
    code, said = run(str(text), *options)
    assert code == 1
    assert "这个文件不是视频" in said
    assert "Traceback" not in said


def test_an_unknown_kind_is_told(studio: Studio) -> None:
    assert run(str(studio.film()), "--kind", "film")[0] == 2


def test_a_worksheet_may_import_the_check_without_numpy_or_opencv() -> None:
    code = "import sys, nongju.clips.checking.check; print({'numpy', 'cv2'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
