"""One title for one misconception, over the whole course: the class report counts by its id."""

from dataclasses import dataclass, field

from nongju.building.fault import FaultLog


@dataclass
class MisconceptionTitles:
    """The title of each misconception id over the whole course, and where it was first given."""

    first: dict[str, tuple[str, str, int]] = field(default_factory=dict)

    def check(self, identity: str, title: str, file: str, line: int, faults: FaultLog) -> None:
        """Fault if this id had another title before."""
        known, where, where_line = self.first.setdefault(identity, (title, file, line))
        if known != title:
            faults.error(
                file,
                line,
                "misconception-title",
                f"misconception {identity!r} is {title!r} here and {known!r} in {where}:{where_line}; "
                "give it one title",
            )
