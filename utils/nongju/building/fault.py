"""What is wrong with course text: one line a fault, with file, line and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is printed and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Fault:
    """One thing to put right.

    `file` is relative to the course's root, `line` counts from 1, `code` names the rule.
    """

    file: str
    line: int
    severity: Severity
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message} [{self.code}]"


class FaultLog:
    """Every fault of a build; nothing stops at the first."""

    def __init__(self) -> None:
        self._faults: dict[Fault, None] = {}

    def error(self, file: str, line: int, code: str, message: str) -> None:
        """Add a fault that stops the build."""
        self._faults.setdefault(Fault(file, max(line, 1), Severity.ERROR, code, message))

    def warning(self, file: str, line: int, code: str, message: str) -> None:
        """Add a fault that is reported while the build goes on."""
        self._faults.setdefault(Fault(file, max(line, 1), Severity.WARNING, code, message))

    def __iter__(self) -> Iterator[Fault]:
        return iter(sorted(self._faults, key=lambda fault: (fault.file, fault.line, fault.code)))

    def __len__(self) -> int:
        return len(self._faults)

    @property
    def errors(self) -> list[Fault]:
        """The faults that stop the build, by file and line."""
        return [fault for fault in self if fault.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Fault]:
        """The faults that do not, by file and line."""
        return [fault for fault in self if fault.severity is Severity.WARNING]
