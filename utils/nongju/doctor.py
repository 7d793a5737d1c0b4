"""`nongju doctor`: whether this machine has what marking needs, and what happens where it has not.

Each check tries the thing itself: it starts a real sandbox, runs the ffmpeg that marking would run, takes
the gradebook's write lock.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from nongju.grading.settings import Settings

FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
"""Where systems keep fonts."""

# fmt: off
CHINESE_FONTS = (
    "*CJK*", "*NotoSansSC*", "*NotoSerifSC*", "wqy-*", "*SourceHan*", "msyh*", "simsun*", "PingFang*",
    "STHeiti*", "uming*", "ukai*", "*DroidSansFallback*",
)
# fmt: on
"""File names of fonts that have Chinese characters."""

FFMPEG_SECONDS = 30
"""Longest wait for ffmpeg to say its version; it takes 0.1 s."""


@dataclass(frozen=True)
class Finding:
    """One check: `needed` means that marking is not whole without it; `sentence` is Chinese."""

    name: str
    ok: bool
    needed: bool
    sentence: str


def doctor(
    db: Annotated[
        str | None, typer.Option("--db", help="Gradebook to try; the course's own if left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
) -> None:
    """Say whether this machine has what marking needs. Exit code 0 only if all needed is there."""
    console = Console(stderr=True)
    with console.status("正在试"):
        findings = [sandbox(Path.cwd()), ffmpeg(), gradebook(Path.cwd(), db), fonts(), chromium()]
    well = all(finding.ok for finding in findings if finding.needed)
    if as_json:
        typer.echo(json.dumps({"ok": well, "checks": [asdict(one) for one in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            sign = "有" if finding.ok else "缺" if finding.needed else "可以没有"
            typer.echo(f"[{sign}] {finding.sentence}")
    if not well:
        raise typer.Exit(1)


def sandbox(folder: Path) -> Finding:
    """A real sandbox is started; a cell inside tries to get out, and to see the course around `folder`."""
    from nongju.grading.check import check_sandbox

    found = check_sandbox(_settings(folder))
    return Finding("sandbox", found.ok, sys.platform == "linux", found.sentence)


def _settings(folder: Path) -> Settings:
    """The sandbox of the course around `folder`: what it shows, and what of the course nobody may see."""
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    from nongju.course.layout import CourseError, find_course
    from nongju.course.settings import course_config
    from nongju.grading.sandbox.covers import private_folders
    from nongju.grading.settings import Settings, settings_from_config

    try:
        root = find_course(folder).root
    except CourseError:
        return Settings()
    try:
        config = course_config(root)
        settings = settings_from_config(config)
    except Exception:  # whatever somebody's nbgrader_config.py raises: `nongju grade` says it
        config, settings = Config(), Settings()
    config.CourseDirectory.setdefault("root", str(root))
    private = private_folders(CourseDirectory(config=config), config)
    return replace(settings, private=[*private, *settings.private])


def ffmpeg() -> Finding:
    """The ffmpeg that imageio-ffmpeg carries says its version."""
    consequence = "片子不能看，也不能剪。重新安装：pip install imageio-ffmpeg==0.6.0。"
    try:
        from imageio_ffmpeg import get_ffmpeg_exe

        said = subprocess.run(
            [get_ffmpeg_exe(), "-version"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=FFMPEG_SECONDS,
            check=True,
        ).stdout.decode(errors="replace")
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        return Finding("ffmpeg", False, True, f"ffmpeg 用不了（{type(error).__name__}）：{consequence}")
    version = said.partition("version ")[2].partition(" ")[0]
    return Finding("ffmpeg", True, True, f"ffmpeg {version} 正常。")


def gradebook(folder: Path, address: str | None = None) -> Finding:
    """The gradebook's write lock is taken and given back; a new one could be made.

    Arguments:
        folder: a folder in the course.
        address: SQLAlchemy address, instead of the course's own.
    """
    from sqlalchemy import create_engine, text
    from sqlalchemy.exc import SQLAlchemyError

    from nongju.course.grades import address_of
    from nongju.course.layout import CourseError, find_course

    try:
        url = address_of(folder if address else find_course(folder).root, address)
    except CourseError:
        return Finding("gradebook", True, False, "这里不是课程文件夹，成绩库没有试。")
    begin = "CREATE TEMPORARY TABLE nongju_doctor (id INTEGER)"
    if url.startswith("sqlite:///"):
        path = Path(url.removeprefix("sqlite:///").partition("?")[0])
        if not path.exists():
            return _new_gradebook(path)
        begin = "BEGIN IMMEDIATE"
    try:
        engine = create_engine(url)
        with engine.connect() as connection:
            connection.execute(text(begin))
            connection.rollback()
        engine.dispose()
    except (SQLAlchemyError, ImportError) as error:
        why = str(getattr(error, "orig", error)).strip().splitlines()[0]
        told = f"成绩库写不进去（{why}），批改的分数存不下。关掉占着它的程序，或看看权限。"
        return Finding("gradebook", False, True, told)
    return Finding("gradebook", True, True, "成绩库可以写。")


def _new_gradebook(path: Path) -> Finding:
    trial = path.with_name(f".{path.name}.trial")
    try:
        trial.touch()
        trial.unlink()
    except OSError:
        return Finding("gradebook", False, True, f"{path.parent} 写不进去，成绩库建不起来。看看权限。")
    return Finding("gradebook", True, True, "还没有成绩库，发布一周时会建。")


def fonts() -> Finding:
    """A font file with Chinese characters."""
    for name in FONT_FOLDERS:
        folder = Path(name).expanduser()
        for pattern in CHINESE_FONTS if folder.is_dir() else ():
            found = next(folder.rglob(pattern), None)
            if found is not None:
                return Finding("fonts", True, False, f"有中文字体：{found.name}。")
    told = "没找到中文字体：这台电脑上看页面，汉字会变成方块。Debian：apt install fonts-noto-cjk。"
    return Finding("fonts", False, False, told)


def chromium() -> Finding:
    """A Chromium for the browser tests; no command of the course needs one."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program:
        return Finding("chromium", True, False, "有 Chromium，浏览器测试能跑。")
    return Finding("chromium", False, False, "没有 Chromium：只是浏览器测试跑不了，上课和批改不受影响。")


__all__ = ["doctor"]
