"""What a course's nbgrader_config.py says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traitlets.config import Config

CONFIG_FILE = "nbgrader_config.py"


def course_config(root: Path) -> Config:
    """The course's nbgrader settings; a gradebook that they name by a short address gets its whole one."""
    from traitlets.config import Config
    from traitlets.config.loader import PyFileConfigLoader

    config = Config()
    if (root / CONFIG_FILE).is_file():
        config.merge(PyFileConfigLoader(CONFIG_FILE, path=str(root)).load_config())
    if named := config.CourseDirectory.get("db_url"):
        config.CourseDirectory.db_url = database_address(named)
    return config


def database_address(address: str) -> str:
    """The address as SQLAlchemy has to read it: PostgreSQL by way of psycopg 3, which `nongju` installs."""
    for name in ("postgresql://", "postgres://"):
        if address.startswith(name):
            return f"postgresql+psycopg://{address.removeprefix(name)}"
    return address
