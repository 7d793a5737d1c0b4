import json
import os
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from tests.classroom.conftest import (
    ADVANCED,
    NOON,
    PHOTO,
    SHEET_1,
    WEEK,
    answers,
    named,
    text_of,
    zipped,
)

from nongju.classroom.collecting.collect import collect
from nongju.classroom.collecting.handin import hand_in
from nongju.classroom.collecting.record import read_record
from nongju.course.layout import CourseError
from nongju.course.notes import read_notes
from nongju.course.roster import Roster

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def run(course, roster, *paths, **options):
    collected = collect(course, WEEK, paths, roster=roster, now=NOW, **options)
    return {one.learner: one for one in collected.learners}, collected.strays


def submitted(course, learner="wang-li"):
    return course.root / "submitted" / learner / WEEK


def whole(**changed):
    """Files of a whole hand-in without a manifest."""
    files = {
        "worksheet-1.ipynb": text_of(SHEET_1),
        "advanced.ipynb": text_of(ADVANCED),
        "answers.json": answers(p1_cost="69.16"),
    }
    files.update(changed)
    return {name: content for name, content in files.items() if content is not None}


def raw_of(course, learner="wang-li", key="p1.cost"):
    return json.loads((submitted(course, learner) / "answers.json").read_bytes())["answers"][key]["raw"]


def test_a_hand_in_reaches_nbgrader_whole_and_the_zip_is_kept(course, roster, folder):
    made = hand_in(folder, WEEK, release=course.release(WEEK), now=NOON)
    sent = made.path.read_bytes()
    records, strays = run(course, roster, made.path)
    assert records["wang-li"].line == "收到。"
    assert records["li-na"].line == "没有交。"
    assert strays == ()
    names = sorted(p.relative_to(submitted(course)).as_posix() for p in submitted(course).rglob("*"))
    assert names == [
        "advanced.ipynb", "answers.json", "nongju-notes.json", "timestamp.txt", "uploads",
        "uploads/p1-photo-1a2b3c4d.jpg", "worksheet-1.ipynb",
    ]  # fmt: skip
    assert (submitted(course) / "timestamp.txt").read_text() == "2026-11-20 04:00:00 UTC"
    assert (course.root / "received" / WEEK / made.path.name).read_bytes() == sent


def test_an_undamaged_notebook_arrives_byte_for_byte(course, roster, folder):
    run(course, roster, hand_in(folder, WEEK, now=NOON).path)
    for name, raw in course.release(WEEK).notebooks.items():
        assert (submitted(course) / name).read_bytes() == raw


def test_collecting_twice_changes_nothing(course, roster, folder):
    path = hand_in(folder, WEEK, now=NOON).path
    first = run(course, roster, path)
    stamps = {p: p.stat().st_mtime_ns for p in submitted(course).rglob("*")}
    assert run(course, roster, path) == first
    assert {p: p.stat().st_mtime_ns for p in submitted(course).rglob("*")} == stamps
    assert len(list((course.root / "received" / WEEK).iterdir())) == 1


def test_the_newest_hand_in_counts_whatever_order_they_arrive_in(course, roster, folder):
    early = hand_in(folder, WEEK, now=NOON).path
    text = answers(p1_cost="70", files={"p1.photo": named(PHOTO)})
    (folder / "answers.json").write_text(text, encoding="utf-8")
    late = hand_in(folder, WEEK, now=NOON + timedelta(hours=1)).path
    records, _ = run(course, roster, late, early)
    assert raw_of(course) == "70"
    assert records["wang-li"].files == (early.name, late.name)
    assert "交了 2 份" in records["wang-li"].line
    assert not records["wang-li"].needs_person


def test_a_newer_hand_in_without_readable_answers_never_replaces_a_whole_one(course, roster, folder):
    early = hand_in(folder, WEEK, now=NOON).path
    (folder / "answers.json").write_text('{"format": "nong', encoding="utf-8")
    late = hand_in(folder, WEEK, learner="wang-li", now=NOON + timedelta(hours=1)).path
    records, _ = run(course, roster, early, late)
    assert raw_of(course) == "69.16"
    assert f"更新的「{late.name}」里答案读不出来" in records["wang-li"].line


def test_files_of_two_hand_ins_are_never_mixed(course, roster, folder):
    early = hand_in(folder, WEEK, now=NOON).path
    (folder / "answers.json").write_text(answers(p1_cost="1", p1_open="2", p2_a="3"), encoding="utf-8")
    run(course, roster, early, hand_in(folder, WEEK, now=NOON + timedelta(hours=1)).path)
    assert not (submitted(course) / "uploads").exists()


def test_a_clock_years_wrong_makes_the_order_doubtful(course, roster, folder):
    early = hand_in(folder, WEEK, now=NOON).path
    (folder / "answers.json").write_text(answers(p1_cost="70"), encoding="utf-8")
    late = hand_in(folder, WEEK, now=NOON.replace(year=2009)).path
    records, _ = run(course, roster, early, late)
    assert "先后拿不准" in records["wang-li"].line
    assert records["wang-li"].needs_person


def test_without_a_manifest_the_files_own_time_decides(course, roster, tmp_path):
    for name, raw, day in (("a-wang-li.zip", "1", 1), ("b-wang-li.zip", "2", 3), ("c-wang-li.zip", "3", 2)):
        path = zipped(tmp_path / name, whole(**{"answers.json": answers(p1_cost=raw)}))
        stamp = datetime(2026, 11, day, tzinfo=UTC).timestamp()
        os.utime(path, (stamp, stamp))
    run(course, roster, *sorted(tmp_path.glob("*.zip")))
    assert raw_of(course) == "2"


def test_a_folder_zipped_by_hand_with_gbk_names_is_read(course, roster, tmp_path):
    files = {f"我的作业/{WEEK}/{name}": content for name, content in whole().items()}
    files["我的作业/pricing-margin/uploads/腊肉.jpg"] = b"\xff\xd8\xff"
    run(course, roster, zipped(tmp_path / "作业.zip", files, flag_names=False))
    assert (submitted(course) / "uploads" / "腊肉.jpg").read_bytes() == b"\xff\xd8\xff"


def test_utf8_names_without_the_flag_are_read(course, roster, tmp_path):
    path = zipped(tmp_path / "作业.zip", {**whole(), "uploads/腊肉.jpg": b"x"})
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("uploads/腊肉.jpg")
    raw[info.header_offset + 7] &= ~0x08
    central = raw.rindex("uploads/腊肉.jpg".encode()) - 46
    raw[central + 9] &= ~0x08
    path.write_bytes(raw)
    run(course, roster, path)
    assert (submitted(course) / "uploads" / "腊肉.jpg").exists()


def test_windows_backslashes_are_folders_and_mac_rubbish_is_dropped(course, roster, tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in whole(**{"uploads/a.jpg": "x"}).items():
            entry = zipfile.ZipInfo("x")
            entry.filename = f"hw\\{name}".replace("/", "\\")
            archive.writestr(entry, content)
        archive.writestr("__MACOSX/hw/._answers.json", "rubbish")
        archive.writestr("hw/.DS_Store", "rubbish")
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    records, _ = run(course, roster, path)
    assert records["wang-li"].line == "收到。"
    assert (submitted(course) / "uploads" / "a.jpg").exists()


@pytest.mark.parametrize(
    "name", ["../evil.json", "/evil.json", "a/../../evil.json", "C:\\evil.json", "..\\evil.json"]
)
def test_paths_out_of_the_folder_are_left_out_and_said(course, roster, tmp_path, name):
    records, _ = run(course, roster, zipped(tmp_path / "x.zip", {**whole(), name: "evil"}))
    assert "跑到了文件夹外面" in records["wang-li"].line
    assert records["wang-li"].needs_person
    assert list(tmp_path.rglob("evil*")) == []


def test_links_inside_a_zip_are_left_out(course, roster, tmp_path):
    path = zipped(tmp_path / "x.zip", whole())
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("uploads/link")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    records, _ = run(course, roster, path)
    assert "不是普通文件" in records["wang-li"].line
    assert not (submitted(course) / "uploads" / "link").exists()


def test_a_zip_bomb_is_refused_without_unpacking(course, roster, tmp_path):
    records, strays = run(
        course, roster, zipped(tmp_path / "wang-li.zip", {**whole(), "uploads/b": bytes(60_000_000)})
    )
    assert "展开后却极大" in strays[0].reason
    assert records["wang-li"].status == "missing"
    assert not submitted(course).exists()


def test_an_archive_inside_stays_in_received_and_is_not_opened(course, roster, tmp_path):
    inner = zipped(tmp_path / "inner.zip", whole())
    records, _ = run(
        course, roster, zipped(tmp_path / "x.zip", {**whole(), "uploads/in.zip": inner.read_bytes()})
    )
    assert "里面还有压缩包" in records["wang-li"].line
    assert "「in.zip」不是照片或视频，留在 received 里" in records["wang-li"].line
    assert not (submitted(course) / "uploads").exists()


def test_the_later_of_two_entries_of_one_name_counts_and_is_said(course, roster, tmp_path):
    path = zipped(tmp_path / "x.zip", whole())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("answers.json", answers(p1_cost="70"))
    records, _ = run(course, roster, path)
    assert raw_of(course) == "70"
    assert "有两份" in records["wang-li"].line


def test_a_zip_cut_short_is_reported_and_the_class_goes_on(course, roster, folder, tmp_path):
    cut = tmp_path / "pricing-margin-li-na-20261120T120000.zip"
    cut.write_bytes(zipped(tmp_path / "whole.zip", whole()).read_bytes()[:300])
    records, strays = run(course, roster, cut, hand_in(folder, WEEK, now=NOON).path)
    assert strays[0].where == cut.name
    assert "可能没传完" in strays[0].reason
    assert records["wang-li"].status == "collected"


def test_a_damaged_entry_is_said_and_the_rest_is_used(course, roster, tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in whole().items():
            archive.writestr(name, content)
    path.write_bytes(path.read_bytes().replace("一单赚多少".encode(), "一单亏多少".encode(), 1))
    records, _ = run(course, roster, path)
    assert "worksheet-1.ipynb」坏了" in records["wang-li"].line
    assert (submitted(course) / "worksheet-1.ipynb").read_bytes() == text_of(SHEET_1).encode()


@pytest.mark.parametrize("notebook", [None, "", '{"cells": [', "[]", '{"nbformat": 9, "cells": [1]}'])
def test_a_missing_or_unreadable_notebook_is_replaced_when_the_answers_are_there(
    course, roster, tmp_path, notebook
):
    records, _ = run(course, roster, zipped(tmp_path / "x.zip", whole(**{"worksheet-1.ipynb": notebook})))
    assert (submitted(course) / "worksheet-1.ipynb").read_bytes() == text_of(SHEET_1).encode()
    assert "换成了发下去的那份，答案都在" in records["wang-li"].line
    assert not records["wang-li"].needs_person


def test_code_in_an_unreadable_notebook_is_lost_only_with_a_person_told(course, roster, tmp_path):
    records, _ = run(course, roster, zipped(tmp_path / "x.zip", whole(**{"advanced.ipynb": '{"cells'})))
    assert "写的代码没有了" in records["wang-li"].line
    assert records["wang-li"].needs_person


def test_nothing_usable_gives_a_row_and_no_folder_for_nbgrader(course, roster, tmp_path):
    path = zipped(tmp_path / "li-na.zip", {"answers.json": '{"for', "worksheet-1.ipynb": '{"cells'})
    records, _ = run(course, roster, path)
    assert records["li-na"].status == "unusable"
    assert records["li-na"].needs_person
    assert not submitted(course, "li-na").exists()


def test_wrong_weeks_answers_are_said_and_go_to_a_person(course, roster, folder):
    (folder / "answers.json").write_text(answers(week="channels"), encoding="utf-8")
    records, _ = run(course, roster, hand_in(folder, WEEK, now=NOON).path)
    assert "另一周的（channels）" in records["wang-li"].line
    assert records["wang-li"].needs_person


def test_somebody_elses_answers_stay_with_who_handed_in(course, roster, folder):
    path = hand_in(folder, WEEK, learner="li-na", now=NOON).path
    records, _ = run(course, roster, path)
    assert "答案属于另一位学员" in records["li-na"].line
    assert records["li-na"].needs_person
    assert submitted(course, "li-na").exists()
    assert records["wang-li"].status == "missing"


def test_the_file_name_identifies_when_nothing_inside_does(course, roster, tmp_path):
    files = whole(**{"answers.json": answers(learner=None)})
    records, _ = run(course, roster, zipped(tmp_path / "张三的作业.zip", files))
    assert records["学员三"].status == "collected"
    assert "按文件名认的人" in records["学员三"].line


def test_a_file_name_that_fits_two_learners_identifies_nobody(course, roster, tmp_path):
    files = whole(**{"answers.json": answers(learner=None)})
    records, strays = run(course, roster, zipped(tmp_path / "wang-li和li-na.zip", files))
    assert "看不出是谁的" in strays[0].reason
    assert {record.status for record in records.values()} == {"missing"}


def test_ids_are_normalised_and_chinese_ids_work(course, roster, tmp_path):
    path = zipped(tmp_path / "x.zip", whole(**{"answers.json": answers(learner=" 学员三 ")}))
    other = zipped(tmp_path / "y.zip", whole(**{"answers.json": answers(learner="WANG-LI")}))
    run(course, roster, path, other)
    assert submitted(course, "学员三").exists()
    assert submitted(course, "wang-li").exists()


def test_an_id_off_the_roster_waits_until_it_is_accepted(course, roster, tmp_path):
    path = zipped(tmp_path / "x.zip", whole(**{"answers.json": answers(learner="stranger")}))
    records, strays = run(course, roster, path)
    assert "不在名单上" in strays[0].reason
    assert "stranger" not in records
    assert (course.root / "received" / WEEK / "x.zip").exists()
    records, strays = run(course, roster, accept_unknown=True)
    assert records["stranger"].status == "collected"
    assert strays == ()


@pytest.mark.parametrize("evil", ["../../evil", "a/b", "*", "con", "x" * 99, "a,b"])
def test_an_id_that_is_no_folder_name_identifies_nobody(course, roster, tmp_path, evil):
    path = zipped(tmp_path / "x.zip", whole(**{"answers.json": answers(learner=evil)}))
    _, strays = run(course, roster, path, accept_unknown=True)
    assert "看不出是谁的" in strays[0].reason


def test_without_a_roster_everybody_is_accepted(course, folder):
    records, _ = run(course, Roster(), hand_in(folder, WEEK, now=NOON).path)
    assert records["wang-li"].line == "收到。"


def test_a_stick_with_one_folder_a_learner_is_collected(course, roster, tmp_path):
    for learner in ("wang-li", "li-na"):
        for name, content in whole(**{"answers.json": answers(learner=learner)}).items():
            path = tmp_path / "stick" / "learners" / learner / WEEK / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    records, _ = run(course, roster, tmp_path / "stick")
    assert [one.status for one in records.values()] == ["collected", "collected", "missing"]


def test_a_class_in_one_zip_is_collected(course, roster, tmp_path):
    files = {}
    for learner in ("wang-li", "li-na"):
        for name, content in whole(**{"answers.json": answers(learner=learner)}).items():
            files[f"class/{learner}/{name}"] = content
    records, _ = run(course, roster, zipped(tmp_path / "class.zip", files))
    assert [one.status for one in records.values()] == ["collected", "collected", "missing"]


def test_a_renamed_copy_of_a_notebook_is_recognised(course, roster, tmp_path):
    files = whole(**{"worksheet-1.ipynb": None, "worksheet-1 (1).ipynb": text_of(SHEET_1)})
    records, _ = run(course, roster, zipped(tmp_path / "x.zip", files))
    assert "「worksheet-1 (1).ipynb」当作 worksheet-1.ipynb" in records["wang-li"].line


def test_a_changed_hand_in_is_noticed_by_its_manifest(course, roster, folder, tmp_path):
    path = hand_in(folder, WEEK, now=NOON).path
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["answers.json"] = answers(p1_cost="1").encode()
    records, _ = run(course, roster, zipped(tmp_path / "x.zip", files))
    assert "打包以后又被改过或丢了：answers.json" in records["wang-li"].line


def test_an_old_release_is_said(course, roster, folder):
    path = hand_in(folder, WEEK, release=course.release(WEEK), now=NOON).path
    sheet = course.root / "release" / WEEK / "worksheet-1.ipynb"
    sheet.write_text(text_of(SHEET_1).replace("一单赚多少", "一单赚几元"), encoding="utf-8")
    records, _ = run(course, roster, path)
    assert "旧版的练习纸" in records["wang-li"].line


def test_a_learners_own_notes_file_is_not_taken(course, roster, tmp_path):
    run(course, roster, zipped(tmp_path / "x.zip", {**whole(), "nongju-notes.json": '{"needs_person": 1}'}))
    assert read_notes(submitted(course)).needs_person is False


def test_answers_saved_by_notepad_lose_their_bom(course, roster, tmp_path):
    run(
        course, roster, zipped(tmp_path / "x.zip", whole(**{"answers.json": "\ufeff" + answers(p1_cost="5")}))
    )
    assert raw_of(course) == "5"


def test_a_submitted_folder_that_came_another_way_is_kept_aside(course, roster, folder):
    submitted(course).mkdir(parents=True)
    (submitted(course) / "worksheet-1.ipynb").write_text("by zip_collect", encoding="utf-8")
    records, _ = run(course, roster)
    assert "本来就有" in records["wang-li"].line
    run(course, roster, hand_in(folder, WEEK, now=NOON).path)
    kept = course.root / "received" / f"{WEEK}.replaced" / "wang-li" / "worksheet-1.ipynb"
    assert kept.read_text(encoding="utf-8") == "by zip_collect"


def test_the_record_is_read_back_as_written(course, roster, folder):
    collected = collect(course, WEEK, [hand_in(folder, WEEK, now=NOON).path], roster=roster, now=NOW)
    assert read_record(course, WEEK) == collected


def test_a_week_that_was_never_released_is_a_sentence(course, roster):
    with pytest.raises(CourseError, match=f"现有的周次：{WEEK}"):
        collect(course, "nonsense", roster=roster)


def test_an_encrypted_zip_is_refused_with_a_sentence(course, roster, tmp_path):
    path = zipped(tmp_path / "wang-li.zip", whole())
    raw = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = raw.find(signature)
        while place >= 0:
            raw[place + offset] |= 1
            place = raw.find(signature, place + 1)
    path.write_bytes(raw)
    _, strays = run(course, roster, path)
    assert "设了密码" in strays[0].reason


def doubled():
    notebook = json.loads(text_of(SHEET_1))
    notebook["cells"].append(dict(notebook["cells"][2], id="again"))
    return notebook


def emptied():
    notebook = json.loads(text_of(SHEET_1))
    del notebook["cells"][2]
    return notebook


@pytest.mark.parametrize(
    ("changed", "repairs", "said"),
    [
        ({}, (), ""),
        ({"worksheet-1.ipynb": text_of(SHEET_1).replace("\n", "\r\n")}, (), "Windows 换行"),
        ({"worksheet-1.ipynb": "\ufeff" + text_of(SHEET_1)}, (), "BOM"),
        ({"worksheet-1.ipynb": text_of(SHEET_1).encode("gb18030")}, (), "文字编码"),
        ({"worksheet-1.ipynb": text_of(doubled())}, ("cells",), "有两份"),
        ({"worksheet-1.ipynb": text_of(emptied())}, ("cells",), "被删了"),
        ({"worksheet-1.ipynb": text_of(doubled()).replace("\n", "\r\n")}, ("cells",), "有两份"),
        ({"worksheet-1.ipynb": text_of(SHEET_1)[:200]}, ("notebook",), "不完整"),
        ({"worksheet-1.ipynb": None}, ("missing",), "没交"),
        ({"advanced.ipynb": None}, (), "没交"),
        ({"advanced.ipynb": "{"}, (), "写的代码没有了"),
        ({"answers.json": "\ufeff" + answers(p1_cost="69.16")}, (), ""),
    ],
)
def test_a_learner_is_told_of_what_was_put_back_and_of_nothing_else(
    course, roster, tmp_path, changed, repairs, said
):
    run(course, roster, zipped(tmp_path / "wang-li.zip", whole(**changed)))
    notes = read_notes(submitted(course))
    assert notes.repairs == repairs
    assert said in "".join(notes.sentences)


def test_notes_that_were_written_before_repairs_were_told_can_be_read(course, roster, tmp_path):
    run(course, roster, zipped(tmp_path / "wang-li.zip", whole()))
    path = submitted(course) / "nongju-notes.json"
    old = json.loads(path.read_bytes())
    del old["repairs"]
    path.write_text(json.dumps(old), encoding="utf-8")
    assert read_notes(submitted(course)).repairs == ()
    path.write_text(json.dumps({**old, "repairs": ["cells", "<b>"]}), encoding="utf-8")
    assert read_notes(submitted(course)).repairs == ("cells",)


def test_cells_that_a_newer_release_brought_are_no_damage_that_a_learner_is_told_of(course, roster, folder):
    path = hand_in(folder, WEEK, release=course.release(WEEK), now=NOON).path
    newer = json.loads(text_of(SHEET_1))
    newer["cells"].append(json.loads(json.dumps(newer["cells"][1]).replace("p1", "p9")))
    (course.root / "release" / WEEK / "worksheet-1.ipynb").write_text(text_of(newer), encoding="utf-8")
    run(course, roster, path)
    notes = read_notes(submitted(course))
    assert "被删了" in "".join(notes.sentences)
    assert notes.repairs == ()


def test_a_fault_of_one_hand_in_that_nobody_foresaw_names_it_and_collects_the_others(
    course, roster, tmp_path, monkeypatch
):
    """Whatever an arrival leads to, in whichever step."""
    from nongju.classroom.collecting import collect as collecting

    bad, good = (
        zipped(tmp_path / f"{learner}.zip", whole(**{"answers.json": answers(learner=learner, p1_cost="1")}))
        for learner in ("li-na", "wang-li")
    )
    for step in ("open_arrival", "whose", "choose", "prepare"):
        real = getattr(collecting, step)

        def broken(*given, real=real, **options):
            if "li-na" in str(given[0]) or "li-na" in str(getattr(given[0], "where", "")):
                raise ZeroDivisionError
            return real(*given, **options)

        with monkeypatch.context() as patch:
            patch.setattr(collecting, step, broken)
            records, strays = run(course, roster, bad, good)
        assert records["wang-li"].status == "collected", step
        told = [stray.reason for stray in strays if stray.where == "li-na.zip"]
        told += [records["li-na"].line] if records["li-na"].needs_person else []
        assert any("出了意外" in one for one in told), step
