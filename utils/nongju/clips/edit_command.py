"""`nongju clip edit` and `nongju clip practice`, as the command line mounts them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nongju.clips.refusal import ClipRefused
from nongju.console import measured, on_stderr

if TYPE_CHECKING:
    from nongju.clips.edit.authoring import Film
    from nongju.clips.edit.render import Rendered

CANCELLED = "停下了。没有留下半截文件，原来的素材都在。"


def edit(
    files: Annotated[
        list[Path], typer.Argument(help="A recipe (.toml), or clips in the order in which they are joined.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The film, ending in .mp4.")] = Path("成片.mp4"),
    title: Annotated[str, typer.Option("--title", help="Written on the cover; clips only.")] = "",
    mute: Annotated[bool, typer.Option("--mute", help="Leave out all sound; clips only.")] = False,
    sound: Annotated[
        Path | None, typer.Option("--sound", help="Sound in place of the clips' own; clips only.")
    ] = None,
    cover: Annotated[bool, typer.Option("--cover/--no-cover", help="Make a cover picture.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")] = False,
) -> None:
    """Edit clips into one film for WeChat Channels. Exit code 1 if it cannot be made."""
    try:
        with measured(on_stderr(), "收进素材") as tell:
            film = _film(files, title, mute, sound, tell)
        film = film if cover else _bare(film)
        with measured(on_stderr(), "做成片") as tell:
            made = film.write_videofile(out, progress=tell)
    except ClipRefused as refused:
        if as_json:
            typer.echo(
                json.dumps({"refused": refused.reason, "sentence": refused.sentence}, ensure_ascii=False)
            )
        else:
            typer.echo(refused.sentence, err=True)
        raise typer.Exit(1) from refused
    except KeyboardInterrupt:
        typer.echo(CANCELLED, err=True)
        raise typer.Exit(130) from None
    if as_json:
        typer.echo(json.dumps(made.to_json(), ensure_ascii=False))
    else:
        _show(made)


def practice(
    folder: Annotated[Path, typer.Argument(help="Where the pack is put; made if it is not there.")],
) -> None:
    """Make a practice pack: five short shots of a product, and a recipe that joins them."""
    from nongju.clips.practice import make_pack

    try:
        with measured(on_stderr(), "画素材") as tell:
            made = make_pack(folder, progress=tell)
    except ClipRefused as refused:
        typer.echo(refused.sentence, err=True)
        raise typer.Exit(1) from refused
    except KeyboardInterrupt:
        typer.echo(CANCELLED, err=True)
        raise typer.Exit(130) from None
    for path in made:
        typer.echo(f"{path.name}  {path.stat().st_size / 1e6:.1f} MB")
    typer.echo(f'练习素材在「{folder}」。试试：nongju clip edit "{folder / "剪辑单.toml"}"')


def _film(
    files: list[Path], title: str, mute: bool, sound: Path | None, tell: Callable[[float], None]
) -> Film:
    """The film of a recipe, or of clips one after another."""
    from nongju.clips.edit import Shot, Sound, join, recipe

    if files[0].suffix.lower() == ".toml":
        if len(files) > 1 or title or mute or sound:
            raise ClipRefused("mixed", "有剪辑单，就只写剪辑单。别的都写进单子里。")
        return recipe.read(files[0], tell)
    shots = []
    for number, file in enumerate(files, start=1):
        shots.append(Shot(file))
        tell(number / len(files))
    film = join(shots).with_cover(title)
    film = film.without_audio() if mute else film
    return film.with_audio(Sound(sound)) if sound is not None else film


def _bare(film: Film) -> Film:
    from dataclasses import replace

    return replace(film, cover=None)


def _show(made: Rendered) -> None:
    typer.echo(f"做好了：{made.path}")
    typer.echo(f"{made.seconds:.1f} 秒，{made.width}×{made.height}，{made.size_bytes / 1e6:.1f} MB。")
    if made.lufs is not None and made.lufs_before is not None:
        typer.echo(f"响度从 {made.lufs_before:.1f} 调到 {made.lufs:.1f} LUFS。")
    if made.cover is not None:
        typer.echo(f"封面：{made.cover}")
    for note in made.notes:
        typer.echo(note)
