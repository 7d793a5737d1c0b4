"""The film panel's kernel side: rows become a recipe; a film is made whole or not at all, and handed in."""

import queue
import subprocess
import threading
from pathlib import Path

import imageio_ffmpeg
import pytest

from nongju import form
from nongju.answers import session as sessions
from nongju.answers.film import panel as film_panel
from nongju.answers.film.panel import FilmPanel, NotReady
from nongju.answers.recording import examining
from nongju.answers.store import AnswerStore
from nongju.answers.web.exchange import Exchange
from nongju.clips.container import read_container

WEEK = "clip-editing"
WAIT = 90
"""Seconds until a film of three seconds must be there, on a loaded machine too."""


def sheet():
    options = {"m1": "第 1 段", "m2": "第 2 段", "p1": "练习片"}
    return form.question(
        f"{WEEK}/film",
        text="排。",
        fields=[
            form.table(
                "cuts",
                "镜头",
                columns=[
                    form.column("clip", "哪一段", kind="choice", options=options),
                    form.column("start", "从", kind="number", unit="秒"),
                    form.column("end", "到", kind="number", unit="秒"),
                    form.column("words", "字"),
                ],
                rows=["第一个", "第二个"],
            ),
            form.text("title", "封面"),
            form.choice("sound", "声音", {"own": "原来的", "mute": "不要", "tune": "配乐"}),
        ],
    )


def blank():
    return form.question(
        f"{WEEK}/edited", text="交。", fields=[form.clip("clip", "成片", seconds=90, kind="edited")]
    )


@pytest.fixture(scope="module")
def shot(tmp_path_factory):
    """Three seconds of a moving picture with a tone, upright."""
    path = tmp_path_factory.mktemp("shot") / "shot.mp4"
    picture = "testsrc2=size=180x320:rate=30:duration=3"
    tone = "sine=frequency=440:duration=3"
    program = imageio_ffmpeg.get_ffmpeg_exe()
    inputs = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", tone]
    subprocess.run([program, "-v", "error", *inputs, "-pix_fmt", "yuv420p", "-shortest", path], check=True)
    return path.read_bytes()


@pytest.fixture
def folder(tmp_path, monkeypatch, shot):
    place = tmp_path / "wang-li" / WEEK
    (place / "uploads").mkdir(parents=True)
    (place / "uploads" / "mine.mp4").write_bytes(shot)
    monkeypatch.chdir(place)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    store = AnswerStore.open(place, WEEK)
    store.sit_down("wang-li")
    raw = {"file": "mine.mp4", "sha256": "0" * 64, "bytes": len(shot), "from": "IMG_1.mp4"}
    store.put("my-shots.m1", "clip", raw)
    sessions._sessions.clear()
    yield place
    sessions._sessions.clear()
    sessions._listeners.clear()


def panel(sent=None):
    session = sessions.current(WEEK)
    return FilmPanel(
        sheet(), session, mine="my-shots", hand_in="edited.clip", send=(sent or queue.Queue()).put
    )


def put(folder, rows, **more):
    store = AnswerStore.open(folder, WEEK)
    store.put("film.cuts", "table", rows)
    for field, (kind, raw) in more.items():
        store.put(f"film.{field}", kind, raw)
    sessions._sessions.clear()


def row(clip, start="", end="", words=""):
    return {"clip": clip, "start": start, "end": end, "words": words}


def until_done(sent):
    seen = []
    while True:
        seen.append(sent.get(timeout=WAIT))
        if not seen[-1]["busy"]:
            return seen


def test_rows_become_a_recipe_in_their_order_and_empty_rows_are_left_out(folder):
    put(folder, [row(""), row("m1", "0.5", "2", "老灶")], title=("text", "腊肉"), sound=("choice", "mute"))
    assert panel().recipe() == {
        "shot": [
            {"file": str(folder / "uploads" / "mine.mp4"), "from": 0.5, "to": 2.0, "caption": "老灶"},
        ],
        "title": "腊肉",
        "mute": True,
    }


def test_practice_shots_and_tune_come_from_the_pack(folder):
    put(folder, [row("p1")], sound=("choice", "tune"))
    recipe = panel().recipe()
    assert Path(recipe["shot"][0]["file"]) == folder / "practice" / "1-灶台.mp4"
    assert Path(recipe["sound"]) == folder / "practice" / "配乐.m4a"


def test_the_packs_names_are_those_that_it_makes():
    from nongju.clips.practice import pack
    from nongju.clips.practice.scenes import TAKES

    assert tuple(f"{take.name}.mp4" for take in TAKES) == film_panel.PACK_SHOTS
    assert film_panel.TUNE == pack.TUNE


def test_no_row_and_a_clip_that_is_not_there_are_said(folder):
    with pytest.raises(NotReady, match="先在上面选一个镜头"):
        panel().recipe()
    put(folder, [row("m2")])
    with pytest.raises(NotReady, match="「我的第 2 段」还没有"):
        panel().recipe()
    assert panel().handle({"type": "film", "do": "make"})["trouble"]


def test_a_film_is_made_with_progress_and_goes_into_the_blank_that_hands_it_in(folder):
    put(folder, [row("m1", "0", "1", "老灶"), row("m1", "1", "2")])
    sent, later = queue.Queue(), queue.Queue()
    one = panel(sent)
    assert one.handle({"type": "film", "do": "make"})["busy"]
    seen = until_done(sent)
    assert "做好了，2 秒" in seen[-1]["words"], seen[-1]
    shares = [message["share"] for message in seen[:-1]]
    assert shares == sorted(shares)
    assert shares[-1] > 0.5
    assert read_container(folder / seen[-1]["src"]).duration == pytest.approx(2, abs=0.05)

    exchange = Exchange(blank(), sessions.current(WEEK), "answer")
    exchange.later = later.put
    assert one.handle({"type": "film", "do": "hand_in"})["words"] == film_panel.TAKEN
    while "stamp" not in (message := later.get(timeout=WAIT)):
        pass
    assert message["problem"] == ""
    kept = AnswerStore.open(folder, WEEK).get("edited.clip")
    assert kept.raw["from"] == "成片.mp4"
    assert (folder / "uploads" / kept.raw["file"]).is_file()


def test_stopping_leaves_no_half_film(folder, monkeypatch):
    put(folder, [row("m1")])
    sent = queue.Queue()
    one = panel(sent)
    running = threading.Event()
    told = one._told

    def slow(*given):
        progress = told(*given)
        running.set()
        one._cancel.set()
        return progress

    monkeypatch.setattr(one, "_told", slow)
    one.handle({"type": "film", "do": "make"})
    assert running.wait(WAIT)
    assert until_done(sent)[-1]["words"] == film_panel.STOPPED
    assert list((folder / "films").iterdir()) == []


def test_a_second_beyond_the_end_is_said_with_the_shot_it_belongs_to(folder):
    put(folder, [row("m1", "0", "9")])
    sent = queue.Queue()
    panel(sent).handle({"type": "film", "do": "make"})
    said = until_done(sent)[-1]
    assert said["trouble"]
    assert said["words"].startswith("第 1 个镜头")


def test_nothing_to_hand_in_and_no_blank_open_are_said(folder):
    assert panel().handle({"type": "film", "do": "hand_in"})["words"] == film_panel.NO_FILM
    (folder / "films").mkdir()
    (folder / "films" / "成片.mp4").write_bytes(b"x")
    assert panel().handle({"type": "film", "do": "hand_in"})["words"] == film_panel.NO_BLANK


def test_the_panel_shows_in_a_worksheet_and_nowhere_while_building_or_grading(folder, monkeypatch):
    shown = []
    monkeypatch.setattr("nongju.answers.film.widget.show_film", lambda *given: shown.append(given))

    def film():
        sessions._sessions.clear()
        form.film(sheet(), mine="my-shots", hand_in="edited.clip")
        return len(shown)

    assert film() == 1
    with examining():
        assert film() == 1
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert film() == 1
