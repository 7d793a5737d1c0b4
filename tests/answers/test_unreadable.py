"""Not readable now is not broken: content alone judges a file, and nothing typed is lost over it."""

import errno
import json
import shutil
from pathlib import Path

import pytest

from nongju.answers import following, session, store
from nongju.answers.disk import NotSavedError
from nongju.answers.store import AnswerStore
from nongju.answers.web.exchange import Exchange
from nongju.course import wholefile

WEEK = "pricing-margin"
REFUSALS = [errno.EIO, errno.EACCES, errno.EBUSY, errno.ETIMEDOUT, errno.ESTALE]


def raws(folder: Path) -> dict:
    content = json.loads((folder / "answers.json").read_text("utf-8"))
    return {key: entry["raw"] for key, entry in content["answers"].items()}


@pytest.fixture
def refuse(monkeypatch):
    """Call with an error number: answers.json cannot be read from then on; 0 lets it be read again."""
    read, state = Path.read_bytes, {"number": 0}

    def read_bytes(path: Path) -> bytes:
        if path.name == "answers.json" and state["number"]:
            raise OSError(state["number"], "refused", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    return lambda number: state.update(number=number)


@pytest.mark.parametrize("number", REFUSALS)
def test_one_refusal_while_saving_moves_nothing_and_the_next_save_keeps_all(tmp_path, refuse, number):
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "12")
    refuse(number)
    with pytest.raises(NotSavedError, match="读不出来") as refused:
        answers.put("p1.open", "choice", "yes")
    assert refused.value.again
    assert not list(tmp_path.glob("answers.坏了-*"))
    refuse(0)
    assert raws(tmp_path) == {"p1.cost": "12"}
    answers.put("p1.open", "choice", "yes")
    assert raws(tmp_path) == {"p1.cost": "12", "p1.open": "yes"}
    assert answers.problems == []


@pytest.mark.parametrize("number", REFUSALS)
def test_a_refusal_at_opening_starts_nothing_from_blank(tmp_path, refuse, number):
    AnswerStore.open(tmp_path, WEEK).put("p1.cost", "number", "12")
    refuse(number)
    answers = AnswerStore.open(tmp_path, WEEK)
    assert (answers.unreadable, answers.problems) == (True, [store.UNREADABLE])
    with pytest.raises(NotSavedError):
        answers.put("p1.open", "choice", "yes")
    refuse(0)
    answers.reload()
    assert (answers.unreadable, answers.problems) == (False, [])
    assert answers.get("p1.cost").raw == "12"


def test_a_stick_that_was_pulled_out_is_not_an_empty_file(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    answers = AnswerStore.open(stick, WEEK)
    answers.put("p1.cost", "number", "12")
    shutil.move(stick, tmp_path / "away")
    with pytest.raises(NotSavedError):
        answers.put("p1.open", "choice", "yes")
    assert not stick.exists()
    shutil.move(tmp_path / "away", stick)
    answers.put("p1.open", "choice", "yes")
    assert raws(stick) == {"p1.cost": "12", "p1.open": "yes"}


def test_a_file_that_another_program_took_away_or_broke_is_written_again_whole(tmp_path):
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "12")
    (tmp_path / "answers.json").unlink()
    answers.put("p1.open", "choice", "yes")
    assert raws(tmp_path) == {"p1.cost": "12", "p1.open": "yes"}
    (tmp_path / "answers.json").write_text("")
    answers.put("p1.why", "text", "算过")
    assert raws(tmp_path) == {"p1.cost": "12", "p1.open": "yes", "p1.why": "算过"}
    (kept,) = tmp_path.glob("answers.坏了-*.json")
    assert answers.problems == [store.BROKEN_LATER.format(kept=kept.name)]


def test_a_full_disk_says_so_and_what_was_stored_stays(tmp_path, monkeypatch):
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "12")

    def full(*_arguments, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(wholefile.tempfile, "mkstemp", full)
    with pytest.raises(NotSavedError, match="盘满了") as refused:
        answers.put("p1.cost", "number", "13")
    assert refused.value.again
    assert answers.get("p1.cost").raw == "12"


def test_a_lock_that_the_disk_does_not_know_keeps_nobody_from_saving(tmp_path):
    (tmp_path / ".answers.json.lock").mkdir()
    AnswerStore.open(tmp_path, WEEK).put("p1.cost", "number", "12")
    assert raws(tmp_path) == {"p1.cost": "12"}


def test_a_broken_file_that_cannot_be_set_aside_stays_and_is_not_written_over(tmp_path, monkeypatch):
    (tmp_path / "answers.json").write_text("{")

    def held(path, _target):
        raise PermissionError(errno.EACCES, "held by another program", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        answers = AnswerStore.open(tmp_path, WEEK)
        with pytest.raises(NotSavedError):
            answers.put("p1.cost", "number", "12")
    assert (answers.problems, answers.read_only) == ([store.NOT_WRITTEN], False)
    assert [path.name for path in tmp_path.glob("answers*")] == ["answers.json"]
    assert (tmp_path / "answers.json").read_text() == "{"
    answers.put("p1.cost", "number", "12")
    assert raws(tmp_path) == {"p1.cost": "12"}


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_a_drive_that_cannot_be_waited_for_is_written_all_the_same(tmp_path, monkeypatch, number):
    def fsync(_descriptor):
        raise OSError(number, "no such thing here")

    monkeypatch.setattr(wholefile.os, "fsync", fsync)
    AnswerStore.open(tmp_path, WEEK).put("p1.cost", "number", "12")
    assert raws(tmp_path) == {"p1.cost": "12"}


def test_a_drive_that_breaks_while_it_is_waited_for_has_stored_nothing(tmp_path, monkeypatch):
    def fsync(_descriptor):
        raise OSError(errno.EIO, "gone")

    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "12")
    monkeypatch.setattr(wholefile.os, "fsync", fsync)
    with pytest.raises(NotSavedError):
        answers.put("p1.cost", "number", "13")
    assert raws(tmp_path) == {"p1.cost": "12"}


@pytest.mark.parametrize("name", ["answers (1).json", "answers - 副本.json", "Answers.JSON"])
def test_a_renamed_file_goes_on_as_the_answers(tmp_path, name):
    AnswerStore.open(tmp_path, WEEK).put("p1.cost", "number", "12")
    (tmp_path / "answers.json").rename(tmp_path / name)
    answers = AnswerStore.open(tmp_path, WEEK)
    assert answers.get("p1.cost").raw == "12"
    assert (answers.copy, answers.problems) == (name, [store.RENAMED.format(name=name)])
    answers.put("p1.open", "choice", "yes")
    assert raws(tmp_path) == {"p1.cost": "12", "p1.open": "yes"}
    assert (tmp_path / name).exists(), "what lay there stays"


def test_of_several_renamed_files_the_newest_whole_one_of_the_week_is_taken(tmp_path):
    def lay(name: str, week: str, saved: str, raw: str) -> None:
        entry = {"kind": "number", "raw": raw, "saved": saved}
        whole = {"format": "nongju-answers", "version": 1, "week": week, "answers": {"p1.cost": entry}}
        (tmp_path / name).write_text(json.dumps(whole), "utf-8")

    lay("answers (1).json", WEEK, "2026-11-10T20:00:00+08:00", "1")
    lay("answers (2).json", WEEK, "2026-11-11T20:00:00+08:00", "2")
    lay("answers (3).json", "other-week", "2026-11-12T20:00:00+08:00", "3")
    (tmp_path / "answers (4).json").write_text("{")
    assert AnswerStore.open(tmp_path, WEEK).get("p1.cost").raw == "2"
    assert len(list(tmp_path.iterdir())) == 4


SAVE = {"type": "save", "seq": 7, "field": "cost", "raw": "5"}


def test_the_page_is_told_that_a_save_may_succeed_later(folder, question, refuse):
    exchange = Exchange(question, session.current(WEEK), "answer")
    refuse(errno.EIO)
    assert exchange.handle(SAVE) == {
        "type": "refused",
        "problem": store.UNREADABLE,
        "again": True,
        "seq": 7,
    }
    refuse(0)
    assert exchange.handle(SAVE)["type"] == "saved"


def test_what_was_not_readable_at_opening_is_shown_once_it_is(folder, question, refuse, fill):
    fill(cost="12")
    session._sessions.clear()
    refuse(errno.EIO)
    sitting = session.current(WEEK)
    assert sitting.closed == store.UNREADABLE
    told = []
    session.listen("form", told.append)
    refuse(0)
    following.catch_up(sitting)
    assert (sitting.learner, sitting.closed, told) == ("wang-li", "", [""])
    assert Exchange(question, sitting, "answer").state()["answers"]["cost"]["raw"] == "12"


def test_what_another_program_stores_is_told_by_key(folder, question, fill):
    sitting = session.current(WEEK)
    told = []
    session.listen("form", told.append)
    following.catch_up(sitting)
    fill(cost="12", open="no")
    following.catch_up(sitting)
    assert told == ["p1.cost", "p1.open"]


def test_a_page_does_not_write_over_what_it_has_not_shown(folder, question, fill):
    exchange = Exchange(question, session.current(WEEK), "answer")
    fill(cost="12")
    reply = exchange.handle({**SAVE, "seen": [None]})
    assert (reply["elsewhere"], reply["raw"], reply["echo"]) == (True, "12", "12 元")
    assert raws(folder)["p1.cost"] == "12"
    assert "elsewhere" not in exchange.handle({**SAVE, "seen": [None, "12"]})
    assert raws(folder)["p1.cost"] == "5"
    fill(cost="13")
    assert exchange.handle({**SAVE, "raw": "", "seen": ["5"]})["elsewhere"], "emptying is writing, too"
    assert raws(folder)["p1.cost"] == "13"
