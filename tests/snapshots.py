"""Pages as they were looked at last: a change of what people read shows in review.

With NONGJU_WRITE_SNAPSHOTS set the files are written anew; look at them in a browser before you commit them.
"""

import os
import re
from pathlib import Path

HERE = Path(__file__).with_name("snapshots.d")


def assert_as_seen(name: str, html: str) -> None:
    """The page is what lies in snapshots.d/NAME, style sheets aside."""
    shown = re.sub(r"<style>.*?</style>\n?", "", html, flags=re.DOTALL)
    path = HERE / name
    if os.environ.get("NONGJU_WRITE_SNAPSHOTS"):
        HERE.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8"), f"look at {name}, then NONGJU_WRITE_SNAPSHOTS=1"
