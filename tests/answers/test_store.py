"""answers.json on disk: atomic, merged, and never lost, whatever state the file is in."""

import json
import multiprocessing
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongju.answers import disk, schema, store
from nongju.answers.disk import NotSavedError
from nongju.answers.store import AnswerStore

WEEK = "pricing-margin"


def written(folder: Path) -> dict:
    return json.loads((folder / "answers.json").read_text(encoding="utf-8"))


def a_file(**changes) -> dict:
    answers = {"p1.cost": {"kind": "number", "raw": "69.16", "saved": "2026-11-22T10:32:05+08:00"}}
    whole = {"format": "nongju-answers", "version": 1, "week": WEEK, "learner": "wang-li", "pair": None}
    return {**whole, "answers": answers, **changes}


def put_file(folder: Path, content: object) -> None:
    (folder / "answers.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def test_an_answer_is_there_when_the_worksheet_is_opened_again(tmp_path):
    AnswerStore.open(tmp_path, WEEK).put("p1.cost", "number", "三块五", "3.5 元")
    entry = AnswerStore.open(tmp_path, WEEK).get("p1.cost")
    assert (entry.kind, entry.raw, entry.echo) == ("number", "三块五", "3.5 元")
    assert entry.saved[4] == "-" and entry.saved[-6] in "+-"
    assert written(tmp_path)["format"] == "nongju-answers"


def test_two_notebooks_do_not_overwrite_each_other(tmp_path):
    one, other = AnswerStore.open(tmp_path, WEEK), AnswerStore.open(tmp_path, WEEK)
    one.put("p1.cost", "number", "1")
    other.put("q1.cost", "number", "2")
    one.put("p1.open", "choice", "yes")
    assert set(written(tmp_path)["answers"]) == {"p1.cost", "q1.cost", "p1.open"}


def test_an_emptied_field_is_forgotten(tmp_path):
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "1")
    answers.drop("p1.cost")
    assert AnswerStore.open(tmp_path, WEEK).get("p1.cost") is None


def _write_many(folder: str, question: str) -> None:
    answers = AnswerStore.open(Path(folder), WEEK)
    for number in range(15):
        answers.put(f"{question}.f{number}", "number", str(number))


def test_two_processes_writing_at_once_lose_nothing(tmp_path):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(str(tmp_path), name)) for name in ("p1", "q1")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert len(written(tmp_path)["answers"]) == 30


@pytest.mark.parametrize("cut", [0, 1, 40, 150])
def test_a_file_cut_in_half_is_kept_aside_and_named(tmp_path, cut):
    text = json.dumps(a_file(), ensure_ascii=False)[:cut]
    (tmp_path / "answers.json").write_text(text, encoding="utf-8")
    answers = AnswerStore.open(tmp_path, WEEK)
    kept = list(tmp_path.glob("answers.坏了-*.json"))
    assert [one.read_text(encoding="utf-8") for one in kept] == [text]
    assert answers.problems == [store.BROKEN.format(kept=kept[0].name, week="")]
    answers.put("p1.cost", "number", "1")
    assert set(written(tmp_path)["answers"]) == {"p1.cost"}


def test_two_broken_files_in_a_row_are_both_kept(tmp_path):
    for text in ("{", "["):
        (tmp_path / "answers.json").write_text(text)
        AnswerStore.open(tmp_path, WEEK)
    assert sorted(one.read_text() for one in tmp_path.glob("answers.坏了-*.json")) == ["[", "{"]


def test_another_weeks_file_is_kept_aside_whole(tmp_path):
    put_file(tmp_path, a_file(week="camera-settings"))
    answers = AnswerStore.open(tmp_path, WEEK)
    [kept] = tmp_path.glob("answers.别周-*.json")
    assert json.loads(kept.read_text(encoding="utf-8"))["answers"]["p1.cost"]["raw"] == "69.16"
    assert "另一周（camera-settings）" in answers.problems[0]
    assert not answers.answers


def test_a_newer_file_is_read_only_and_stays_as_it_is(tmp_path):
    put_file(tmp_path, a_file(version=schema.VERSION + 1))
    before = (tmp_path / "answers.json").read_bytes()
    answers = AnswerStore.open(tmp_path, WEEK)
    assert answers.problems == [store.NEWER]
    with pytest.raises(NotSavedError, match="新版本"):
        answers.put("p1.cost", "number", "1")
    assert (tmp_path / "answers.json").read_bytes() == before


def test_a_file_that_turns_newer_while_the_worksheet_is_open_is_not_overwritten(tmp_path):
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "1")
    put_file(tmp_path, a_file(version=7))
    with pytest.raises(NotSavedError, match="新版本"):
        answers.put("p1.cost", "number", "2")
    assert written(tmp_path)["version"] == 7


def test_a_snapshot_never_moves_or_writes_anything(tmp_path):
    (tmp_path / "answers.json").write_text('{"format": "nong', encoding="utf-8")
    answers = AnswerStore.snapshot(tmp_path, WEEK)
    assert answers.problems == [store.BROKEN_READ_ONLY]
    assert [one.name for one in tmp_path.iterdir()] == ["answers.json"]
    with pytest.raises(NotSavedError):
        answers.put("p1.cost", "number", "1")


def test_a_missing_file_is_simply_empty(tmp_path):
    assert AnswerStore.snapshot(tmp_path, WEEK).problems == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_beyond_the_size_limit_is_not_read(tmp_path):
    (tmp_path / "answers.json").write_bytes(b" " * (schema.MAX_FILE_BYTES + 1))
    assert AnswerStore.snapshot(tmp_path, WEEK).problems == [store.BROKEN_READ_ONLY]


def test_a_deeply_nested_file_is_broken_not_a_crash(tmp_path):
    (tmp_path / "answers.json").write_text("[" * 100_000)
    assert AnswerStore.snapshot(tmp_path, WEEK).problems == [store.BROKEN_READ_ONLY]


def test_a_byte_order_mark_from_an_editor_does_no_harm(tmp_path):
    (tmp_path / "answers.json").write_text(json.dumps(a_file()), encoding="utf-8-sig")
    assert AnswerStore.snapshot(tmp_path, WEEK).get("p1.cost").raw == "69.16"


def test_a_folder_that_refuses_writes_gets_a_sentence_and_the_old_file_stays(tmp_path, monkeypatch):
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "1")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match="叫老师来看"):
        answers.put("p1.cost", "number", "2")
    assert written(tmp_path)["answers"]["p1.cost"]["raw"] == "1"
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".tmp") == []
    assert answers.get("p1.cost").raw == "1"


def test_a_lock_that_is_held_gets_a_sentence(tmp_path, monkeypatch):
    from filelock import FileLock

    monkeypatch.setattr(disk, "LOCK_SECONDS", 0.05)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with FileLock(tmp_path / ".answers.json.lock"):
            held.set()
            done.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(30)
    try:
        with pytest.raises(NotSavedError, match="再存一次"):
            AnswerStore.open(tmp_path, WEEK).put("p1.cost", "number", "1")
    finally:
        done.set()
        thread.join()


def test_who_sits_down_is_normalised_and_kept_with_the_answers(tmp_path):
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "1")
    answers.sit_down(" Ｗang-Li ", ("zhou", "Wang-Li"))
    again = AnswerStore.open(tmp_path, WEEK)
    assert (again.learner, again.pair) == ("wang-li", ("wang-li", "zhou"))
    assert again.get("p1.cost").raw == "1"


def test_a_lone_surrogate_from_a_broken_keyboard_can_be_stored(tmp_path):
    entry = AnswerStore.open(tmp_path, WEEK).put("p1.reason", "text", "好\ud83d吃\x00")
    assert entry.raw == "好吃"


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
        max_leaves=8,
    )
)
def test_any_json_is_an_answers_file_or_a_sentence(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("any")
    put_file(folder, content)
    answers = AnswerStore.snapshot(folder, WEEK)
    assert len(answers.problems) == 1
    put_file(folder, a_file(answers={"p1.cost": content, "p1.open": {"kind": "choice", "raw": content}}))
    AnswerStore.snapshot(folder, WEEK)


def test_an_answer_of_a_kind_that_is_not_known_is_written_back_untouched(tmp_path):
    foreign = {
        "kind": "hologram",
        "raw": {"a": [1, 2.5, None]},
        "saved": "then",
        "echo": "x",
        "more": {"b": "好"},
    }
    put_file(tmp_path, a_file(answers={"p2.x": foreign}, version=3))
    answers = AnswerStore.open(tmp_path, WEEK)
    answers.put("p1.cost", "number", "1")
    assert answers.problems == []
    assert written(tmp_path)["answers"]["p2.x"] == foreign
    answers.put("p2.x", "number", "2")
    assert written(tmp_path)["answers"]["p2.x"]["raw"] == "2"
