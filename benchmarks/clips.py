"""What reading, taking in and editing clips costs, and how well moves are recognised: `make bench-clips`.

Each part is a module beside this one with a function `measured(folder, write)` that returns the keys it adds
to the result. `python benchmarks/clips.py check` runs one part alone. The last line is one JSON object.
"""

import importlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

PARTS = {"check": "clips_check", "edit": "clips_edit", "moves": "clip_moves"}
"""Name on the command line → module."""


def main() -> None:
    """Run the parts that were asked for, or all."""
    asked = sys.argv[1:] or list(PARTS)
    unknown = set(asked) - set(PARTS)
    if unknown:
        sys.exit(f"no part {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}")
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="nongju-bench-") as folder:
        for name in asked:
            result |= importlib.import_module(PARTS[name]).measured(Path(folder), say)
    say(json.dumps(result))


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
