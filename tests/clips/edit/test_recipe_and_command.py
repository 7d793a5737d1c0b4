"""A recipe says all that is wrong at once; the command makes the film or says in Chinese why not."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nongju.cli import app
from nongju.clips.edit import recipe
from nongju.clips.edit.recipe import RecipeProblems
from nongju.clips.practice.pack import RECIPE_TEXT

from ..conftest import Studio

GREEN = "color=lime:s=180x320:r=30"


@pytest.fixture
def folder(studio: Studio, tmp_path: Path) -> Path:
    for name in ("一 灶.mp4", "二.mp4"):
        (tmp_path / name).write_bytes(studio.film(name, GREEN, seconds=1).read_bytes())
    return tmp_path


def written(folder: Path, text: str) -> Path:
    file = folder / "剪辑单.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_recipe_says_everything_about_a_film(folder: Path) -> None:
    film = recipe.read(
        written(
            folder,
            """
            title = "腊肉"
            cover = "0.5"
            loudness = -18
            sound = { file = "二.mp4", from = 0.2, volume = 0.5 }
            [[shot]]
            file = "一 灶.mp4"
            from = "0:00.2"
            to = -0.2
            speed = 0.5
            caption = "慢熏"
            [[shot]]
            file = "二.mp4"
            mute = true
            subject = [0.3, 0.5]
            caption = [{ text = "香", from = 0.1, to = 0.6 }]
            """,
        )
    )
    first, second = film.shots
    assert (round(first.start, 2), round(first.end, 2), first.speed) == (0.2, 0.8, 0.5)
    assert second.muted
    assert second.framing.place == (0.3, 0.5)
    assert [(one.text, round(one.start, 1), round(one.end, 1)) for one in film.captions] == [
        ("慢熏", 0, 1.2),
        ("香", 1.3, 1.8),
    ]
    assert (film.target_lufs, film.cover.title if film.cover else "") == (-18, "腊肉")
    assert film.sound is not None
    assert film.sound.gain == 0.5


def test_everything_that_is_wrong_is_told_at_once_with_the_shots_number(folder: Path) -> None:
    text = """
    [[shot]]
    file = "一 灶.mp4"
    to = 9
    [[shot]]
    file = "没有.mp4"
    [[shot]]
    file = "二.mp4"
    from = 0.8
    to = 0.3
    """
    with pytest.raises(RecipeProblems) as refused:
        recipe.read(written(folder, text))
    first, second, third = refused.value.sentences
    assert first.startswith("第 1 个镜头，「一 灶.mp4」：这段只有 1 秒")
    assert second == "第 2 个镜头，「没有.mp4」找不到。看看名字和文件夹。"
    assert third.startswith("第 3 个镜头，「二.mp4」：结尾")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("title = 腊肉\n", "第 1 行看不懂"),
        ("[[shot]]\nfile = '二.mp4'\nfarbe = 1\n", "「farbe」这一项不认识"),
        ("[[shot]]\nfrom = 1\n", "第 1 个镜头或字幕，少了「file」"),
        ("title = '香'\n", "还没有镜头"),
        ("[[shot]]\nfile = '二.mp4'\nmute = 'x'\n", "true 或 false"),
        ("[[shot]]\nfile = '二.mp4'\nspeed = '快'\n", "要写一个数"),
        ("[[shot]]\nfile = '二.mp4'\ncaption = '好🥓'\n", ""),
    ],
)
def test_a_faulty_recipe_is_told_in_sentences(folder: Path, text: str, named: str) -> None:
    file = written(folder, text)
    result = CliRunner().invoke(app, ["clip", "edit", str(file), "--out", str(folder / "成片.mp4")])
    assert result.exit_code == 1
    assert named in result.output
    assert "Traceback" not in result.output
    assert not (folder / "成片.mp4").exists()
    if not named:
        assert "「🥓」这里写不出来" in result.output


def test_clips_are_joined_in_their_order_and_told_as_json(folder: Path) -> None:
    out = folder / "成 片.mp4"
    clips = [str(folder / name) for name in ("一 灶.mp4", "二.mp4")]
    result = CliRunner().invoke(app, ["clip", "edit", *clips, "-o", str(out), "--title", "腊肉", "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["path"] == str(out)
    assert told["seconds"] == pytest.approx(2, abs=1 / 30)
    assert told["lufs"] == pytest.approx(-16, abs=0.5)
    assert Path(told["cover"]).is_file()


def test_a_refusal_is_json_too_and_a_recipe_is_not_mixed_with_clips(folder: Path) -> None:
    words = folder / "话.mp4"
    words.write_text("不是视频", "utf-8")
    result = CliRunner().invoke(app, ["clip", "edit", str(words), "--json"])
    assert (result.exit_code, json.loads(result.stdout)["refused"]) == (1, "not_video")
    mixed = CliRunner().invoke(app, ["clip", "edit", str(written(folder, "")), str(words)])
    assert (mixed.exit_code, "只写剪辑单" in mixed.output) == (1, True)


def test_the_recipe_of_the_practice_pack_can_be_read() -> None:
    import tomllib

    read = recipe.Recipe.model_validate(tomllib.loads(RECIPE_TEXT))
    assert [entry.file for entry in read.shot] == [
        "1-灶台.mp4",
        "2-推近.mp4",
        "3-切片.mp4",
        "4-货架.mp4",
        "5-成品.mp4",
    ]
