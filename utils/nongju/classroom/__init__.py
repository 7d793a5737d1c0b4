"""Everything around the marks: what is handed in (`collecting`), and what is told of it (`reporting`).

`configure` is what nbgrader_config.py calls:

    from nongju.classroom import configure
    configure(get_config())

Importing this package imports no nbgrader (6 s); whoever reads that file has imported it already.
"""

import sys
from typing import Any

__all__ = ["configure"]


def configure(c: Any) -> None:
    """Sets every trait that the course needs on nbgrader's configuration object."""
    from nbgrader.preprocessors import GetGrades

    from nongju.classroom.reporting.feedbackstep import PrepareFeedback
    from nongju.nbgrading.config import configure as set_traits

    set_traits(c, sys._getframe(1).f_globals.get("__file__"), [GetGrades, PrepareFeedback])
