"""A shot and a film are descriptions: what is said of them adds up, and what cannot be is said at once."""

from pathlib import Path

import pytest

from nongju.clips.edit import Caption, EditFault, Film, Shot, Sound, join
from nongju.clips.edit.graph import timetable
from nongju.clips.refusal import ClipRefused

from ..conftest import Studio


@pytest.fixture(scope="module")
def shot(studio: Studio) -> Shot:
    return Shot(studio.film("镜头 一.mp4", "testsrc2=s=180x320:r=30", seconds=3))


def test_a_shot_is_never_changed_and_its_length_follows_cuts_and_speed(shot: Shot) -> None:
    cut = shot.subclipped(0.5, 2.5)
    assert (shot.duration, cut.duration) == (pytest.approx(3, abs=1 / 30), pytest.approx(2))
    fast = cut.with_speed_scaled(2)
    assert fast.duration == pytest.approx(1)
    again = fast.subclipped(0.5, 1)
    assert (again.start, again.end) == (pytest.approx(1.5), pytest.approx(2.5))
    assert cut.with_speed_scaled(final_duration=4).speed == pytest.approx(0.5)


def test_captions_move_with_what_they_belong_to(shot: Shot) -> None:
    told = shot.with_captions(((1, 2), "慢熏")).subclipped(0.5, 3).with_speed_scaled(0.5)
    film = join([shot.subclipped(0, 1), told]).with_captions(Caption("开头", 0, 0.9))
    assert [(c.text, round(c.start, 3), round(c.end, 3)) for c in film.captions] == [
        ("开头", 0, 0.9),
        ("慢熏", 2, 4),
    ]


def test_the_timetable_of_many_shots_does_not_drift(shot: Shot) -> None:
    film = join([shot.subclipped(0, 0.35)] * 20)
    assert timetable(film)[-1] == round(film.duration * 30) == 210


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (lambda shot: shot.subclipped(2, 1), "结尾"),
        (lambda shot: shot.subclipped(0, 99), "这段只有 3 秒"),
        (lambda shot: shot.with_speed_scaled(9), "快慢"),
        (lambda shot: shot.with_speed_scaled(0), "快慢"),
        (lambda shot: shot.with_speed_scaled(final_duration=0), "快慢"),
        (lambda shot: shot.with_speed_scaled(), "快慢"),
        (lambda shot: shot.with_volume_scaled(-1), "音量"),
        (lambda shot: shot.reframed(1.5), "0 到 1"),
        (lambda shot: shot.reframed(0.5, whole=True), "整幅"),
        (lambda shot: shot.with_captions(((0, 99), "香")), "字幕「香」"),
        (lambda shot: shot.with_audio(Sound("没有.mp3")), "「没有.mp3」找不到"),
        (lambda shot: join([]), "还没有镜头"),
        (lambda shot: join([shot] * 31), "最多 30 个"),
        (lambda shot: join([shot.with_speed_scaled(0.25)] * 9), "最多 90 秒"),
        (lambda shot: join([shot]).with_even_loudness(3), "响度"),
        (lambda shot: join([shot]).with_cover("香", 3.5), "封面"),
        (lambda shot: join([shot]).with_captions("香", "甜").captions, "叠在一起"),
        (lambda shot: join([shot]).write_videofile("成片.avi"), ".mp4"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(shot: Shot, fault: object, named: str) -> None:
    with pytest.raises(EditFault) as refused:
        fault(shot)  # type: ignore[operator]
    assert named in refused.value.sentence
    assert len(refused.value.sentence.partition("：")[2] or refused.value.sentence) <= 40


def test_a_file_that_is_no_clip_is_named(tmp_path: Path) -> None:
    words = tmp_path / "说明.mp4"
    words.write_text("ffconcat version 1.0\nfile /etc/passwd\n", "utf-8")
    with pytest.raises(ClipRefused, match=r"「说明\.mp4」：这个文件不是视频"):
        Shot(words)
    with pytest.raises(ClipRefused, match=r"「没有\.mp4」找不到"):
        Shot(tmp_path / "没有.mp4")
    with pytest.raises(EditFault, match="里没有声音"):
        Sound(words)


def test_a_sound_that_has_ended_before_a_part_leaves_the_part_silent(shot: Shot, studio: Studio) -> None:
    voice = Sound(studio.film("旁白.m4a", None, seconds=1))
    part = shot.with_audio(voice).subclipped(2, 3)
    assert part.sound is None
    assert part.muted
    assert shot.with_audio(voice).subclipped(0.25, 3).sound == voice.subclipped(0.25)


def test_a_film_is_not_written_over_a_clip_that_it_is_made_of(studio: Studio) -> None:
    clip = studio.film("素材.mp4", "testsrc2=s=180x320:r=30", seconds=1)
    before = clip.read_bytes()
    with pytest.raises(EditFault, match="不能盖掉"):
        join([Shot(clip)]).write_videofile(clip)
    assert clip.read_bytes() == before


def test_film_without_sound_of_any_kind_says_so(shot: Shot) -> None:
    from nongju.clips.edit.graph import has_sound

    film: Film = join([shot, shot.without_audio()])
    assert has_sound(film)
    assert not has_sound(film.without_audio())
    assert not has_sound(join([shot.without_audio()]))
