"""The kernel's side of choosing a file, with real clips and the real other process."""

import json
import threading

import pytest
from tests.answers.films import film, snapshot

from nongju import form
from nongju.answers.session import current
from nongju.answers.store import AnswerStore
from nongju.answers.uploads import transfer as uploads
from nongju.answers.uploads.drives import Drive
from nongju.answers.web.exchange import Exchange

WEEK = "pricing-margin"
WAIT = 120
"""Longest wait for a thread; a loaded machine takes its time."""


@pytest.fixture(scope="module")
def stick(tmp_path_factory):
    """A stick with a clip, one that was cut off, and a photo."""
    place = tmp_path_factory.mktemp("stick")
    good = film(place / "good.mp4", seconds=1, more=("-movflags", "+faststart"))
    (place / "cut.mp4").write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    snapshot(place / "page.jpg")
    return place


class Form:
    """A form with a clip and a photo, and what its browser would hear."""

    def __init__(self, folder, stick) -> None:
        question = form.question(
            f"{WEEK}/p1",
            text="拍",
            fields=[
                form.clip("clip", "把视频交上来", kind="edited", seconds=10),
                form.photo("photo", "拍一张"),
            ],
        )
        self.folder = folder
        self.exchange = Exchange(question, current(WEEK), "answer")
        self.exchange.later = self.hear
        self.exchange.controller.places = [Drive(stick, "U 盘", True)]
        self.heard: list[dict] = []
        self.settled = threading.Event()

    def hear(self, message) -> None:
        self.heard.append(message)
        if "stamp" in message:
            self.settled.set()

    def ask(self, do, field="clip", buffers=(), **given):
        self.settled.clear()
        return self.exchange.handle({"type": "upload", "seq": 1, "field": field, "do": do, **given}, buffers)

    def result(self) -> dict:
        assert self.settled.wait(WAIT)
        return self.heard[-1]

    def listed(self, field="clip") -> list[dict]:
        self.ask("list", field)
        self.exchange.controller._jobs.wait(field, WAIT)
        return next(one["panel"]["files"] for one in reversed(self.heard) if one["panel"].get("files"))

    def stored(self) -> dict:
        return json.loads((self.folder / "answers.json").read_bytes())["answers"]


@pytest.fixture
def sheet(folder, stick):
    made = Form(folder, stick)
    yield made
    made.exchange.controller.close(WAIT)


def number_of(files, name):
    return next(one["id"] for one in files if one["name"] == name)


def test_a_listed_clip_is_copied_looked_at_and_stored(sheet, stick):
    files = sheet.listed()
    assert {one["name"] for one in files} == {"good.mp4", "cut.mp4"}
    thumbs = {one["panel"]["thumb"]["id"] for one in sheet.heard if "thumb" in one["panel"]}
    assert thumbs == {number_of(files, "good.mp4"), number_of(files, "cut.mp4")}
    sheet.ask("choose", id=number_of(files, "good.mp4"))
    told = sheet.result()
    assert told["problem"] == ""
    assert told["look"]["facts"][:3] == ["竖着拍", "1 秒", "360×640"]
    assert told["look"]["poster"]
    raw = sheet.stored()["p1.clip"]["raw"]
    assert told["src"] == f"uploads/{raw['file']}"
    assert raw["from"] == "good.mp4"
    assert (sheet.folder / told["src"]).read_bytes() == (stick / "good.mp4").read_bytes()
    phases = [one["panel"].get("phase") for one in sheet.heard if "phase" in one["panel"]]
    assert phases.index("copy") < phases.index("look") < len(phases) - 1

    again = Exchange(sheet.exchange.question, current(WEEK), "answer").state()["answers"]["clip"]
    assert (again["raw"], again["look"]) == (raw, told["look"])

    sheet.ask("choose", id=number_of(files, "cut.mp4"))
    told = sheet.result()
    assert "没传完整" in told["problem"]
    assert told["keptEcho"].startswith("good.mp4")
    assert sheet.stored()["p1.clip"]["raw"] == raw
    assert [path.name for path in (sheet.folder / "uploads").iterdir()] == [raw["file"]]


def test_a_small_copy_is_made_for_a_browser_that_cannot_play_the_file(sheet):
    sheet.ask("choose", id=number_of(sheet.listed(), "good.mp4"))
    sheet.result()
    sheet.ask("small")
    sheet.exchange.controller._jobs.wait("clip", WAIT)
    address = sheet.heard[-1]["panel"]["small"]
    assert (sheet.folder / address).read_bytes()[4:8] == b"ftyp"
    assert sheet.exchange.state()["answers"]["clip"]["small"] == address


def test_a_file_of_the_browser_comes_in_pieces_and_replaces_the_one_before(sheet, stick, tmp_path):
    def send(path, modified=1):
        content = path.read_bytes()
        at = sheet.ask("begin", name=path.name, size=len(content), modified=modified)["panel"]["at"]
        while True:
            told = sheet.ask("piece", at=at, buffers=[memoryview(content[at : at + 20_000])])["panel"]
            if told.get("phase") != "send":
                return sheet.result()
            at = told["at"]

    first = send(stick / "good.mp4")["raw"]["file"]
    second = send(film(tmp_path / "two.mp4", "testsrc", seconds=1))["raw"]["file"]
    assert first != second
    assert [path.name for path in (sheet.folder / "uploads").iterdir()] == [second]
    assert len(list((sheet.folder / "previews").iterdir())) == 1


def test_a_photo_is_looked_at_too(sheet):
    sheet.ask("choose", "photo", id=number_of(sheet.listed("photo"), "page.jpg"))
    told = sheet.result()
    assert told["look"]["good"] == ["够大。", "拍清楚了。", "够亮。"]
    assert sheet.stored()["p1.photo"]["raw"]["file"].endswith(".jpg")


def test_a_clip_over_its_length_and_files_that_went_away_get_a_sentence(sheet, stick, tmp_path, monkeypatch):
    long = film(tmp_path / "long.mp4", size="64x112", seconds=12)
    content = long.read_bytes()
    sheet.ask("begin", name="long.mp4", size=len(content), modified=1)
    sheet.ask("piece", at=0, buffers=[content])
    assert sheet.result()["problem"] == "这段 12 秒，最多 10 秒。剪短了再选。"
    for number in (99, -1, True, "0", None):
        assert "找不到了" in sheet.ask("choose", id=number)["problem"]
    assert sheet.ask("begin", name="x.mp4", size=0, modified=1)["problem"] == uploads.EMPTY
    assert not (sheet.folder / "answers.json").read_text("utf-8").count("p1.clip")


def test_a_week_that_does_not_fit_into_one_hand_in_is_said(sheet, monkeypatch):
    monkeypatch.setattr("nongju.answers.uploads.store.MAX_BYTES", 10_000)
    sheet.ask("choose", id=number_of(sheet.listed(), "good.mp4"))
    assert "一次最多交 100 MB" in sheet.result()["panel"]["words"]


def test_a_save_cannot_name_a_file(sheet):
    raw = {"file": "p1-clip-1.mp4", "sha256": "ab" * 32, "bytes": 1, "from": ""}
    told = sheet.exchange.handle({"type": "save", "seq": 1, "field": "clip", "raw": raw})
    assert told["problem"]
    assert "p1.clip" not in AnswerStore.snapshot(sheet.folder, WEEK).answers


def test_stopping_a_copy_keeps_what_is_there(sheet, stick):
    content = (stick / "good.mp4").read_bytes()
    begin = {"name": "good.mp4", "size": len(content), "modified": 1}
    sheet.ask("begin", **begin)
    sheet.ask("piece", at=0, buffers=[content[:1000]])
    assert "会接着来" in sheet.ask("stop")["panel"]["words"]
    assert sheet.ask("piece", at=1000, buffers=[content[1000:]])["panel"] == {}
    assert sheet.ask("begin", **begin)["panel"]["at"] == 1000


def test_the_last_word_of_a_search_is_not_overtaken_by_its_first(sheet):
    """A search may end before its request has been answered: the page would say 正在找 for ever."""
    sheet.ask("list")
    sheet.exchange.controller._jobs.wait("clip", WAIT)
    phases = [one["panel"]["phase"] for one in sheet.heard if "phase" in one["panel"]]
    assert phases == ["list", ""]
