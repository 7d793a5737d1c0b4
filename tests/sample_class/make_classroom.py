"""Builds the sample class of each week: hand-ins the way they arrive at a service centre.

    python -m tests.sample_class.make_classroom [WEEK ...]

All but one are worked out here from source/ alone: for each question the learner's own scenario is drawn
and the key, or a named misconception, is computed from the graded cell. The model learner's answers come
from <week>/model-answers.json, which the browser test writes when it has filled in the released worksheets
by hand. Running it again gives the same bytes. `expected.json` says what each hand-in is about.
"""

import json
import sys
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from tests.sample_class.hand_ins import NAMES, Files, HandIn, hand_ins
from tests.sample_class.questions import ROOT, Classroom, read_classroom

from nongju.classroom.collecting.handin import MANIFEST_FORMAT, MANIFEST_VERSION, write_hand_in
from nongju.course.layout import Course, digest_of

HERE = Path(__file__).resolve().parent
MODEL_ANSWERS = "model-answers.json"


def weeks() -> list[str]:
    """Weeks of the course that have a folder here for their sample class, in their order."""
    return [week for week in Course(ROOT).weeks() if (HERE / week).is_dir()]


def model_answers(week: str) -> bytes:
    """The answers that the browser test filled in."""
    path = HERE / week / MODEL_ANSWERS
    if not path.exists():
        raise SystemExit(f"{week}/{path.name} is missing: run the browser test first (make classroom)")
    return path.read_bytes()


def write(week: str, folder: Path | None = None, room: Classroom | None = None) -> None:
    """Writes the zips, roster.csv and expected.json of a week; into tests/sample_class/<week> by default."""
    folder = folder or HERE / week
    room = room or read_classroom(week)
    made = hand_ins(room, model_answers(week))
    for old in folder.glob("*.zip"):
        old.unlink()
    for one in made:
        if one.kind == "gbk-zip":
            _gbk_zip(folder / f"{one.learner}的作业.zip", one.files, one.moment)
        else:
            _zip(folder, one, room)
    rows = "".join(f"{one.learner},{NAMES[one.learner]},\n" for one in made)
    (folder / "roster.csv").write_text(f"id,name,pair\n{rows}", encoding="utf-8")
    about = {one.learner: one.about for one in made}
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    (folder / "expected.json").write_text(text, encoding="utf-8")


def _zip(folder: Path, one: HandIn, room: Classroom) -> None:
    manifest: dict[str, object] = {
        "format": MANIFEST_FORMAT,
        "version": MANIFEST_VERSION,
        "week": room.week,
        "learner": one.learner,
        "pair": None,
        "created": one.moment.isoformat(),
        "release_digest": digest_of(room.notebooks),
    }
    with tempfile.TemporaryDirectory() as temporary:
        paths: dict[str, Path] = {}
        for name, raw in one.files.items():
            paths[name] = Path(temporary) / name
            paths[name].parent.mkdir(parents=True, exist_ok=True)
            paths[name].write_bytes(raw)
        name = f"{room.week}-{one.learner}-{one.moment:%Y%m%dT%H%M%S}.zip"
        write_hand_in(folder / name, manifest, paths, one.moment)


class GbkEntry(zipfile.ZipInfo):
    """A zip entry as Windows' own "compressed folder" writes it: a GBK name without the UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def _gbk_zip(path: Path, files: Files, moment: datetime) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in sorted(files.items()):
            entry = GbkEntry(f"定价作业/{name}", moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, raw)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or weeks():
        write(chosen)
