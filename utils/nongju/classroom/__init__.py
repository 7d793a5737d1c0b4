"""Everything around the marks: roster, hand-ins, what nbgrader is told, feedback pages, class report.

`configure` is what nbgrader_config.py calls. Importing this package imports no nbgrader (6 s).
"""

from nongju.classroom.config import configure

__all__ = ["configure"]
