"""Writes what is made for the simulators, after a change: `python -m nongju.simulators.compile [course]`.

From the course's facts.csv comes assumed.py, from each simulation's model the JavaScript in static/models/.
"""

import sys
from pathlib import Path

from nongju.course.facts import Facts, read_facts
from nongju.simulators import ALL
from nongju.simulators.simulation import HERE

ASSUMED = HERE / "assumed.py"

_TEXT = '''"""Made from course/facts.csv by `python -m nongju.simulators.compile`: what simulators assume."""


def assumed_fee() -> float:
    """The platform's service fee as a share of what buyers pay: the fact `fee_assumed`."""
    return {fee:g}
'''


def assumed(facts: Facts) -> str:
    """The source of assumed.py."""
    return _TEXT.format(fee=facts["fee_assumed"].number / 100)


def main(course: Path) -> None:
    """Write assumed.py and static/models/, and remove what no simulation uses any more."""
    ASSUMED.write_text(assumed(read_facts(course / "facts.csv")), encoding="utf-8", newline="\n")
    files = {simulation.compiled_file: simulation for simulation in ALL}
    folder = next(iter(files)).parent
    folder.mkdir(exist_ok=True)
    for old in set(folder.glob("*.js")) - set(files):
        old.unlink()
    for path, simulation in files.items():
        path.write_text(simulation.compiled(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(*sys.argv[1:] or ["course"]))
