"""Marks that were given by a key which the gradebook no longer holds, told by the marked notebooks.

nbgrader writes the key's cell into each notebook that it marks, so a mark is stale when that cell is not the
gradebook's any more, whoever registered the new one and whoever marked again since.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nongju.course.settings import course_config, database_address

KEYS = """
SELECT n.name, sc.name, sc.source
FROM source_cell sc
JOIN notebook n ON n.id = sc.notebook_id
JOIN assignment a ON a.id = n.assignment_id
JOIN base_cell g ON g.notebook_id = n.id AND g.name = sc.name AND g.type = 'GradeCell'
WHERE a.name = :week AND sc.locked
"""
"""Source of each graded cell that no learner may change."""

MOST_NAMED = 12
"""Learners in the sentence; more are counted."""

STALE = "{count} 人的分还是照旧答案批的（{names}）。重新批：nongju grade {week} --force。"


def stale_learners(root: Path, week: str, database: str | None = None) -> list[str]:
    """Learners whose marks of a week come from another key than the gradebook's; none without a gradebook.

    Arguments:
        root: the course folder.
        week: folder name of the week.
        database: SQLAlchemy address; None is the course's own.
    """
    keys = _keys(root, week, database)
    return sorted(
        folder.parent.name
        for folder in (root / "autograded").glob(f"*/{week}")
        if keys and not folder.parent.name.startswith(".") and _is_stale(folder, keys)
    )


def stale_sentence(learners: list[str], week: str) -> str:
    """The Chinese sentence that says so; "" for nobody."""
    if not learners:
        return ""
    names = "、".join(learners[:MOST_NAMED]) + ("……" if len(learners) > MOST_NAMED else "")
    return STALE.format(count=len(learners), names=names, week=week)


def _keys(root: Path, week: str, database: str | None) -> dict[str, dict[str, str]]:
    """Source of each graded cell, by notebook and cell."""
    from sqlalchemy import create_engine, text
    from sqlalchemy.exc import SQLAlchemyError

    file = root / "gradebook.db"
    named = database or course_config(root).CourseDirectory.get("db_url")
    if not named and not file.exists():
        return {}
    keys: dict[str, dict[str, str]] = {}
    engine = create_engine(database_address(named or f"sqlite:///{file.as_posix()}"))
    try:
        with engine.connect() as connection:
            for notebook, cell, source in connection.execute(text(KEYS), {"week": week}):
                keys.setdefault(notebook, {})[cell] = source.strip()
    except SQLAlchemyError:
        return {}
    finally:
        engine.dispose()
    return keys


def _is_stale(folder: Path, keys: dict[str, dict[str, str]]) -> bool:
    return any(
        not text.strip().endswith(keys[path.stem][name])
        for path in folder.glob("*.ipynb")
        if path.stem in keys
        for name, text in _marked_cells(path)
        if name in keys[path.stem]
    )


def _marked_cells(path: Path) -> list[tuple[str, str]]:
    """Name and source of each graded cell of a marked notebook; none where it cannot be read."""
    try:
        cells: list[dict[str, Any]] = json.loads(path.read_bytes())["cells"]
        named = [(cell["metadata"].get("nbgrader", {}), cell["source"]) for cell in cells]
        return [(own["grade_id"], "".join(source)) for own, source in named if own.get("grade")]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return []
