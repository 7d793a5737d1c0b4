"""A film as a small file that people write: recipe.toml.

```toml
title = "灶上腊肉"            # on the cover
[[shot]]
file = "1-灶台.mp4"
from = 1
to = 4.5
caption = "三年老灶,柴火慢熏"
```

Everything that is wrong is collected and told at once, with the number of the shot it belongs to.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from nongju.clips.edit.authoring import Film, Shot, join
from nongju.clips.edit.captions.caption import Caption
from nongju.clips.edit.loudness import TARGET_LUFS
from nongju.clips.edit.sound import Sound
from nongju.clips.refusal import ClipRefused

MOST_BYTES = 100_000
"""A recipe is a page of text; a larger file is something else."""

Made = TypeVar("Made")


class RecipeProblems(ClipRefused):
    """Everything that is wrong with a recipe.

    Arguments:
        sentences: Chinese, one a problem.
    """

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__("recipe", "\n".join(sentences))

    def __reduce__(self) -> Any:
        return type(self), (self.sentences,)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True, allow_inf_nan=False)


class SoundEntry(_Strict):
    """A sound file and how much of it."""

    file: str
    start: float | str = Field(0, alias="from")
    end: float | str | None = Field(None, alias="to")
    volume: float = 1


class CaptionEntry(_Strict):
    """A caption; its times count from the start of the film, or of the shot in which it stands."""

    text: str
    start: float | str = Field(0, alias="from")
    end: float | str | None = Field(None, alias="to")


class ShotEntry(_Strict):
    """One shot, in the order in which the film shows them; captions count in seconds of the shot as shown."""

    file: str
    start: float | str = Field(0, alias="from")
    end: float | str | None = Field(None, alias="to")
    speed: float = 1
    mute: bool = False
    volume: float = 1
    sound: SoundEntry | str | None = None
    subject: Literal["auto", "whole"] | tuple[float, float] = "auto"
    """auto looks for it, whole keeps the whole picture, or its place: shares of width and height."""
    caption: str | list[CaptionEntry] = ""


class Recipe(_Strict):
    """A film: its shots, and what belongs to the whole."""

    title: str = ""
    cover: bool | float | str = True
    """Whether a cover is made; or the time of its picture."""
    loudness: float | bool = True
    """Whether the loudness is evened; or the LUFS to bring it to."""
    mute: bool = False
    sound: SoundEntry | str | None = None
    shot: list[ShotEntry]
    caption: list[CaptionEntry] = []


def read(path: Path, progress: Callable[[float], None] | None = None) -> Film:
    """The film of a recipe file; its files are looked for beside it.

    Arguments:
        path: of the recipe.
        progress: told the share of the clips that are ready, 0 to 1.

    Raises:
        RecipeProblems: the file, or what it asks for, cannot be used; every problem is named.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RecipeProblems([f"「{path.name}」不像剪辑单，太大了。"])
        values = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise RecipeProblems([f"剪辑单「{path.name}」找不到。看看名字和文件夹。"]) from None
    except OSError:
        raise RecipeProblems([f"剪辑单「{path.name}」打不开。"]) from None
    except UnicodeDecodeError:
        raise RecipeProblems([f"「{path.name}」要存成 UTF-8 编码的文字。"]) from None
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or _line(str(error))
        where = f"第 {line} 行" if line else "有一行"
        raise RecipeProblems([f"剪辑单{where}看不懂。文字要用英文双引号括起来。"]) from None
    return film(values, path.parent, progress)


def film(values: Mapping[str, Any], folder: Path, progress: Callable[[float], None] | None = None) -> Film:
    """The film of a recipe's values.

    Arguments:
        values: as in the file; form answers will do too.
        folder: against which the names of files are read.
        progress: told the share of the clips that are ready, 0 to 1.

    Raises:
        RecipeProblems: every problem is named.
    """
    try:
        recipe = Recipe.model_validate(dict(values))
    except ValidationError as error:
        raise RecipeProblems([_said(fault) for fault in error.errors()]) from None
    problems: list[str] = []
    shots = []
    for number, entry in enumerate(recipe.shot, start=1):
        shots.append(_tried(problems, f"第 {number} 个镜头，", partial(_shot, entry, folder)))
        if progress is not None:
            progress(number / len(recipe.shot))
    if problems:
        raise RecipeProblems(problems)
    whole = _tried(problems, "", lambda: join([shot for shot in shots if shot is not None]))
    if whole is None:
        raise RecipeProblems(problems)
    for step in _steps(recipe, folder):
        whole = _tried(problems, "", partial(step, whole)) or whole
    _tried(problems, "", lambda: whole.captions)
    if problems:
        raise RecipeProblems(problems)
    return whole


def _steps(recipe: Recipe, folder: Path) -> Iterator[Callable[[Film], Film]]:
    """What is done to the joined shots, one thing after another."""
    if recipe.mute:
        yield Film.without_audio
    if recipe.sound:
        wanted = recipe.sound
        yield lambda made: made.with_audio(_sound(wanted, folder))
    yield lambda made: made.with_even_loudness(_loudness(recipe.loudness))
    yield lambda made: _with_cover(made, recipe)
    for entry in recipe.caption:
        yield partial(_captioned, entry)


def _tried(problems: list[str], where: str, make: Callable[[], Made]) -> Made | None:
    """What is made, or None and one more problem."""
    try:
        return make()
    except ClipRefused as refused:
        problems.append(where + refused.sentence)
        return None


def _shot(entry: ShotEntry, folder: Path) -> Shot:
    made = Shot(folder / entry.file).subclipped(entry.start, entry.end)
    if entry.speed != 1:
        made = made.with_speed_scaled(entry.speed)
    if entry.mute:
        made = made.without_audio()
    if entry.sound:
        made = made.with_audio(_sound(entry.sound, folder))
    if entry.volume != 1:
        made = made.with_volume_scaled(entry.volume)
    if entry.subject == "whole":
        made = made.reframed(whole=True)
    elif entry.subject != "auto":
        made = made.reframed(*entry.subject)
    written = [Caption(entry.caption)] if isinstance(entry.caption, str) and entry.caption else []
    if isinstance(entry.caption, list):
        written = [_caption(one) for one in entry.caption]
    return made.with_captions(*written)


def _caption(entry: CaptionEntry) -> Caption:
    return Caption(entry.text, entry.start, entry.end)


def _captioned(entry: CaptionEntry, made: Film) -> Film:
    return made.with_captions(_caption(entry))


def _sound(entry: SoundEntry | str, folder: Path) -> Sound:
    if isinstance(entry, str):
        return Sound(folder / entry)
    return Sound(folder / entry.file).subclipped(entry.start, entry.end).with_volume_scaled(entry.volume)


def _loudness(asked: float | bool) -> float | None:
    if isinstance(asked, bool):
        return TARGET_LUFS if asked else None
    return asked


def _with_cover(made: Film, recipe: Recipe) -> Film:
    if isinstance(recipe.cover, bool):
        return made.with_cover(recipe.title) if recipe.cover else made
    return made.with_cover(recipe.title, recipe.cover)


def _line(message: str) -> int | None:
    """The line of a TOML fault, out of its message: Python 3.11 gives it nowhere else."""
    _, found, rest = message.partition("at line ")
    number = rest.partition(",")[0]
    return int(number) if found and number.isdigit() else None


def _said(fault: ErrorDetails) -> str:
    """One fault of form in Chinese: where it is, and what is expected there."""
    where = "".join(_place(part) for part in fault["loc"][:-1] if part not in {"shot", "caption"})
    name = fault["loc"][-1] if fault["loc"] else ""
    kind = fault["type"]
    if kind == "missing":
        return f"{where}少了「{name}」这一项。" if name != "shot" else "还没有镜头。加上一段 [[shot]]。"
    if kind == "extra_forbidden":
        return f"{where}「{name}」这一项不认识。看看有没有写错。"
    if kind.startswith("bool"):
        return f"{where}「{name}」要写 true 或 false。"
    if kind.startswith(("float", "int")):
        return f"{where}「{name}」要写一个数。"
    return f"{where}「{name}」这一项看不懂。照着样子再写一次。"


def _place(part: str | int) -> str:
    return f"第 {part + 1} 个镜头或字幕，" if isinstance(part, int) else ""


__all__ = ["Recipe", "RecipeProblems", "film", "read"]
