"""A clip chosen in a real `nongju lab` and Chromium: found, looked at, kept; a wrong one changes nothing."""

import base64
import json
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.answers.films import film, snapshot
from tests.answers.worksheets import course_with

pytestmark = pytest.mark.browser

WEEK = "camera-settings"
CELL = """
    # 第 1 题 交一段视频
    from nongju import form
    q = form.question("camera-settings/p1", text="竖着拍,拿稳。", title="第 1 题", fields=[
        form.clip("clip", "把视频交上来", seconds=60)])
    q.show()"""


CARRY = """(data) => {
  const carried = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  carried.items.add(new File([bytes], "VID_dragged.mp4", { type: "video/mp4" }));
  return carried;
}"""
"""What a mouse carries that drags a file into the page."""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The home folder of who uses the PC: two clips among the videos, the later one with a nasty name."""
    place = tmp_path_factory.mktemp("home")
    old = film(place / "视频" / "VID_old.mp4", size="640x360")
    new = film(place / "视频" / "VID_<img src=x onerror=window.hit=1>.mp4")
    os.utime(old, (1_790_000_000, 1_790_000_000))
    os.utime(new, (1_790_100_000, 1_790_100_000))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(place))
        yield place


class Sheet:
    """A worksheet open in the browser."""

    def __init__(self, page, lab) -> None:
        self.page, self.lab = page, lab
        self.field = page.locator("[data-field=clip]")
        self.said = self.field.locator(".nj-say")

    def open(self) -> None:
        self.page.goto(self.lab.address)
        expect(self.field.get_by_role("button", name="找新拍的视频")).to_be_visible(timeout=90_000)

    def stored(self) -> dict:
        return json.loads((self.lab.folder / "answers.json").read_text("utf-8"))["answers"]["p1.clip"]["raw"]

    def uploads(self) -> list[str]:
        return sorted(path.name for path in (self.lab.folder / "uploads").iterdir())

    def kept(self) -> None:
        expect(self.said).to_contain_text("已保存", timeout=90_000)


@pytest.fixture(scope="module")
def lab(tmp_path_factory, home, open_lab_once):
    """One learner's open worksheet; each test finds what the one before has stored."""
    course = course_with(tmp_path_factory.mktemp("course"), WEEK, {"p1": CELL})
    return open_lab_once(course, WEEK, "wang-li", 1)


@pytest.fixture
def sheet(lab, chromium):
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    yield Sheet(page, lab)
    page.close()


def test_the_newest_clip_is_found_looked_at_and_there_after_a_reload(sheet):
    sheet.open()
    sheet.field.get_by_role("button", name="找新拍的视频").click()
    files = sheet.field.locator(".nj-files button")
    expect(files).to_have_count(2)
    expect(files.first).to_contain_text("onerror")
    expect(files.first).to_contain_text("视频 · 9月")
    expect(sheet.field.locator(".nj-files img")).to_have_count(2, timeout=60_000)
    files.first.click()
    expect(sheet.field.locator(".nj-card")).to_contain_text("onerror", timeout=90_000)
    sheet.kept()
    card = sheet.field.locator(".nj-card")
    expect(card.locator(".nj-still")).to_be_visible()
    expect(card).to_contain_text("竖着拍、2 秒、360×640")
    expect(card).to_contain_text("可以改：画面太小，会糊。")
    expect(card).to_contain_text("老师看看：是不是原片。这段好像被微信压过。")
    assert re.fullmatch(r"p1-clip-[0-9a-f]{8}\.mp4", sheet.stored()["file"])
    assert sheet.uploads() == [sheet.stored()["file"]]

    sheet.open()
    sheet.kept()
    expect(sheet.field.locator(".nj-still")).to_be_visible()
    card.get_by_role("button", name="放一遍").click()
    video = card.locator("video")
    expect(video).to_be_visible()
    sheet.page.wait_for_function("document.querySelector('[data-field=clip] video').readyState >= 2")
    assert sheet.page.evaluate("window.hit") is None


def test_a_wrong_file_gets_a_sentence_and_the_clip_before_stays(sheet, home, tmp_path):
    sheet.open()
    choose = sheet.field.locator("input[type=file]")
    choose.set_input_files(str(home / "视频" / "VID_old.mp4"))
    expect(sheet.field.locator(".nj-card")).to_contain_text("VID_old.mp4", timeout=90_000)
    before = sheet.stored()

    def refused(path: Path, words: str) -> None:
        choose.set_input_files(str(path))
        expect(sheet.said).to_contain_text(words, timeout=60_000)
        expect(sheet.said).to_contain_text("先前存的还在：VID_old.mp4")
        assert sheet.stored() == before
        assert sheet.uploads() == [before["file"]]

    playlist = tmp_path / "playlist.mp4"
    playlist.write_text("ffconcat version 1.0\nfile /etc/passwd\n", "utf-8")
    refused(playlist, "这个文件不是视频")
    refused(snapshot(tmp_path / "photo.jpg"), "这是一张照片，不是视频")
    whole = film(tmp_path / "whole.mp4", seconds=4, more=("-movflags", "+faststart"))
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    refused(cut, "这段没传完整")
    (tmp_path / "empty.mp4").touch()
    refused(tmp_path / "empty.mp4", "这个文件是空的")
    expect(sheet.field.locator(".nj-card")).to_contain_text("横着拍")


def test_a_copy_that_was_cut_off_goes_on_where_it_stopped(sheet, tmp_path):
    big = film(tmp_path / "big.mp4", size="720x1280", seconds=6, more=("-crf", "30"))
    pieces: list[int] = []
    begun: list[int] = []

    def through(socket) -> None:
        server = socket.connect_to_server()

        def sent(message) -> None:
            raw = message if isinstance(message, bytes) else message.encode()
            if b'"do":"begin"' in raw:
                begun.append(len(pieces))
            if b'"do":"piece"' in raw:
                found = re.search(rb'"at":(\d+)', raw)
                assert found is not None
                pieces.append(int(found[1]))
                if len(pieces) == 3:  # the network goes, with a piece on its way
                    server.close()
                    socket.close()
                    return
            server.send(message)

        socket.on_message(sent)

    sheet.page.route_web_socket(re.compile("/channels"), through)
    sheet.open()
    sheet.field.locator("input[type=file]").set_input_files(str(big))
    expect(sheet.field.locator(".nj-card")).to_contain_text("big.mp4", timeout=90_000)
    assert begun[:2] == [0, 3]
    assert pieces.count(0) == 1
    assert pieces[3] == pieces[2] > 0
    kept = sheet.lab.folder / "uploads" / sheet.stored()["file"]
    assert kept.read_bytes() == big.read_bytes()


def test_a_clip_dragged_onto_the_blank_is_taken_as_if_chosen(sheet, tmp_path):
    clip = film(tmp_path / "VID_dragged.mp4", size="270x480")
    sheet.open()
    carried = sheet.page.evaluate_handle(CARRY, base64.b64encode(clip.read_bytes()).decode())
    blank = sheet.field.locator(".nj-drop")
    blank.dispatch_event("dragover", {"dataTransfer": carried})
    expect(blank).to_have_class(re.compile("nj-over"))
    blank.dispatch_event("drop", {"dataTransfer": carried})
    expect(blank).not_to_have_class(re.compile("nj-over"))
    expect(sheet.field.locator(".nj-card")).to_contain_text("VID_dragged.mp4", timeout=90_000)
    sheet.kept()
    assert (sheet.lab.folder / "uploads" / sheet.stored()["file"]).read_bytes() == clip.read_bytes()


def test_a_clip_that_this_browser_lacks_the_codec_for_is_played_from_a_small_copy(sheet, tmp_path):
    clip = film(tmp_path / "IMG_1.mp4", more=("-c:v", "mpeg4", "-q:v", "4"))  # as old phones write
    sheet.open()
    sheet.field.locator("input[type=file]").set_input_files(str(clip))
    card = sheet.field.locator(".nj-card")
    expect(card).to_contain_text("IMG_1.mp4", timeout=90_000)
    sheet.kept()
    card.get_by_role("button", name="放一遍").click()
    sheet.page.wait_for_function("document.querySelector('[data-field=clip] video')?.videoWidth > 0")
    expect(card.locator("video")).to_have_attribute("src", re.compile("/previews/"))
    assert sheet.uploads() == [sheet.stored()["file"]]
