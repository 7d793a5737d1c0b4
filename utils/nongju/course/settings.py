"""What a course's nbgrader_config.py says."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from nongju.failures import SaidPlainlyError

if TYPE_CHECKING:
    from traitlets.config import Config

CONFIG_FILE = "nbgrader_config.py"


class ConfigError(SaidPlainlyError):
    """The course's nbgrader_config.py cannot be read; the text says where and why."""


def course_config(root: Path) -> Config:
    """The course's nbgrader settings; a gradebook that they name by a short address gets its whole one.

    Raises:
        ConfigError: the file fails when it is run.
    """
    from traitlets.config import Config
    from traitlets.config.loader import PyFileConfigLoader

    config = Config()
    if (root / CONFIG_FILE).is_file():
        try:
            config.merge(PyFileConfigLoader(CONFIG_FILE, path=str(root)).load_config())
        except Exception as error:
            raise ConfigError(_failure(error)) from error
    if named := config.CourseDirectory.get("db_url"):
        config.CourseDirectory.db_url = database_address(named)
    return config


def _failure(error: Exception) -> str:
    """Where the file fails, in a sentence."""
    frames = extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename.endswith(CONFIG_FILE)]
    line = error.lineno if isinstance(error, SyntaxError) else lines[-1] if lines else None
    where = f"第 {line} 行" if line else "里"
    said = str(error).partition("\n")[0]
    return f"{CONFIG_FILE} {where}运行不了（{type(error).__name__}：{said}）。改好它，再来一次。"


def database_address(address: str) -> str:
    """The address as SQLAlchemy has to read it: PostgreSQL by way of psycopg 3, which `nongju` installs."""
    for name in ("postgresql://", "postgres://"):
        if address.startswith(name):
            return f"postgresql+psycopg://{address.removeprefix(name)}"
    return address
