"""What keeps a command and a server from starting slowly."""

import subprocess
import sys


def test_nothing_of_jupyter_builds_a_grammar_as_it_is_imported():
    """jsonschema from 4.25 on does, with the extra that Jupyter asks for: 0.7 s on a new machine."""
    line = "import sys, nbformat, nbgrader, jupyter_server; print('lark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
