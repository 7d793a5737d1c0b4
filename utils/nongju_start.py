"""Where the command `nongju` begins: what other Pythons left in its way is put aside first.

A PC may have a PYTHONPATH that belongs to another Python, or a file `json.py` or `nongju.py` in the folder
one stands in: Python would take them for its own. The learner's commands do without both. This module stands
beside the package, not in it, and imports nothing that may be taken for another.
"""

import os
import sys

LEARNERS = frozenset({"lab", "hand-in"})
"""Commands that run on anybody's PC; an instructor's own modules stay within reach of the others."""


def leave_out_strays(arguments: list[str]) -> None:
    """Takes PYTHONPATH and the current folder off the path of a learner's command, and of what it starts.

    Arguments:
        arguments: of the command line, its own name first.
    """
    if not LEARNERS.intersection(arguments[1:2]):
        return
    own = os.path.dirname(os.path.abspath(__file__))
    foreign = {os.path.abspath(one) for one in os.environ.pop("PYTHONPATH", "").split(os.pathsep) if one}
    try:
        here = os.getcwd()
    except OSError:  # the stick was pulled out
        here = ""
    sys.path[:] = [
        one
        for one in sys.path
        if os.path.abspath(one) == own or (one and os.path.abspath(one) not in foreign | {here})
    ]


def main() -> None:
    """Entry point of the console script."""
    leave_out_strays(sys.argv)
    from nongju.cli import main as command

    command()
