"""Write a built week to source/ and release/, or compare it with what is there."""

from dataclasses import dataclass
from pathlib import Path

STAGES = ("source", "release")
"""Generated folders, in the order in which a week travels."""


@dataclass(frozen=True)
class BuiltWeek:
    """Files of one week by path within source/WEEK and release/WEEK."""

    week: str
    source: dict[str, bytes]
    release: dict[str, bytes]

    def stage(self, name: str) -> dict[str, bytes]:
        """The files of `source` or of `release`."""
        return {"source": self.source, "release": self.release}[name]


@dataclass(frozen=True)
class StaleFile:
    """A file on disk that is not what the build gives."""

    file: str
    reason: str
    """`missing`, `differs` or `left over`."""


def compare(built: BuiltWeek, root: Path) -> list[StaleFile]:
    """Every file of the week that is missing, differs or is left over, by path below the root."""
    differences = []
    for stage in STAGES:
        wanted, present = built.stage(stage), files_below(root / stage / built.week)
        for name in sorted(wanted.keys() | present.keys()):
            if name not in wanted:
                reason = "left over"
            elif name not in present:
                reason = "missing"
            elif present[name] != wanted[name]:
                reason = "differs"
            else:
                continue
            differences.append(StaleFile(f"{stage}/{built.week}/{name}", reason))
    return differences


def write(built: BuiltWeek, root: Path) -> list[StaleFile]:
    """Bring source/WEEK and release/WEEK up to date; returns what was out of date before.

    Files that are right already keep their time stamps; left-over files and empty folders go.
    """
    differences = compare(built, root)
    for difference in differences:
        path = root / difference.file
        if difference.reason == "left over":
            path.unlink()
            continue
        stage, _, name = difference.file.split("/", 2)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(built.stage(stage)[name])
    for stage in STAGES:
        folders = (path for path in (root / stage / built.week).rglob("*") if path.is_dir())
        for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
    return differences


def files_below(folder: Path) -> dict[str, bytes]:
    """Files of a generated folder by path within it; JupyterLab's checkpoints are passed over."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }
