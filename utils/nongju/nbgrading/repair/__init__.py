"""Making a damaged notebook one that nbgrader can grade: `file` reads it, `cells` repairs it."""

from nongju.nbgrading.repair.cells import Repaired, asked_otherwise, repair_cells, repair_file, repaired
from nongju.nbgrading.repair.file import Unreadable

__all__ = ["Repaired", "Unreadable", "asked_otherwise", "repair_cells", "repair_file", "repaired"]
