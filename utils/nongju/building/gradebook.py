"""nbgrader's gradebook: made without starting the `alembic` program, and what it holds of a week.

nbgrader runs `alembic heads` in a process of its own whenever it makes a gradebook. That
takes seconds and fails where the environment's programs are not on the search path.
"""

import contextlib
import sqlite3
import uuid
from collections.abc import Iterator

_VERSION_TABLE = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"


@contextlib.contextmanager
def gradebook_in_memory() -> Iterator[str]:
    """SQLAlchemy address of a gradebook that lasts as long as the context and touches no disk.

    It carries no schema version: nobody will ever migrate it.
    """
    name = f"file:nongju-{uuid.uuid4().hex}?mode=memory&cache=shared"
    keeper = sqlite3.connect(name, uri=True)
    try:
        keeper.execute(_VERSION_TABLE)
        keeper.commit()
        yield f"sqlite:///{name}&uri=true"
    finally:
        keeper.close()


def make_gradebook(db_url: str) -> None:
    """Make the gradebook and stamp it with nbgrader's schema version; an existing one is left alone.

    Arguments:
        db_url: SQLAlchemy address, such as sqlite:////home/teacher/course/gradebook.db.
    """
    from sqlalchemy import create_engine, inspect, text

    engine = create_engine(db_url)
    try:
        if inspect(engine).get_table_names():
            return
        from alembic.script import ScriptDirectory
        from nbgrader.dbutil import ALEMBIC_DIR

        version = ScriptDirectory(ALEMBIC_DIR).get_current_head()
        with engine.begin() as connection:
            connection.execute(text(_VERSION_TABLE))
            connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})
    finally:
        engine.dispose()
