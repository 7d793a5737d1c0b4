"""The practice pack: five shots that are working copies already, each with one thing to mend."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from nongju.clips.container import read_container
from nongju.clips.decode import decode
from nongju.clips.edit import recipe
from nongju.clips.edit.source import is_working_copy, open_source
from nongju.clips.practice import drawing, make_pack, sounds
from nongju.clips.practice.pack import RECIPE, TUNE
from nongju.clips.practice.scenes import TAKES


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack") / "练习 素材"
    shares: list[float] = []
    made = make_pack(folder, scale=0.2, progress=shares.append)
    assert [path.name for path in made] == [*(f"{take.name}.mp4" for take in TAKES), TUNE, RECIPE]
    assert shares == sorted(shares)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in made)
    return folder


def test_every_shot_is_a_working_copy_of_the_right_length(pack: Path) -> None:
    for take in TAKES:
        container = read_container(pack / f"{take.name}.mp4")
        assert is_working_copy(container)
        assert container.picture_seconds == pytest.approx(take.seconds, abs=1 / 30)
        assert (container.audio is not None) == (take.sound is not None)
        source = open_source(pack / f"{take.name}.mp4")
        assert source.path == (pack / f"{take.name}.mp4").resolve(), "it is used as it is"


def test_each_shot_has_its_one_thing_to_mend(pack: Path) -> None:
    wide = read_container(pack / "1-灶台.mp4")
    assert wide.width > wide.height
    soft = decode(pack / "2-推近.mp4").loudness
    assert soft is not None
    assert -60 < soft.integrated < -35
    assert read_container(pack / "4-货架.mp4").audio is None
    shaky = decode(pack / "5-成品.mp4", fps=30).gray.astype(float)
    changes = np.abs(np.diff(shaky, axis=0)).mean(axis=(1, 2))
    assert changes[:20].mean() > 2.5 * changes[60:].mean()


def test_the_recipe_makes_a_film_of_twenty_seconds_in_five_shots(pack: Path) -> None:
    film = recipe.read(pack / RECIPE)
    assert len(film.shots) == 5
    assert film.duration == pytest.approx(20, abs=0.05)
    assert len(film.captions) == 5


def test_the_same_picture_and_sound_come_out_each_time() -> None:
    def sums() -> list[str]:
        drawn = [drawing.pork(120, 60, 4), drawing.tiles(80, 90, 1), drawing.bag(120, 80, "腊肉", "样品")]
        heard = [sounds.fire(0.5, 1), sounds.knife(1, 3), sounds.tune(1, 7)]
        return [hashlib.sha256(made.tobytes()).hexdigest() for made in (*drawn, *heard)]

    assert sums() == sums()
    assert len(set(sums())) == 6


def test_nothing_is_left_when_it_is_stopped(tmp_path: Path) -> None:
    import threading

    from nongju.clips import ffmpeg

    stop = threading.Event()
    with pytest.raises(ffmpeg.Cancelled):
        make_pack(tmp_path, scale=0.2, cancel=stop, progress=lambda _: stop.set())
    assert list(tmp_path.iterdir()) == []
