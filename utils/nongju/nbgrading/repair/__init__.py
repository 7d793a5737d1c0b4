"""Making a damaged notebook one that nbgrader can grade: `file` reads it, `cells` repairs it."""

from nongju.nbgrading.repair.cells import Mended, asked_otherwise, mend, mend_cells, repaired
from nongju.nbgrading.repair.file import Unreadable

__all__ = ["Mended", "Unreadable", "asked_otherwise", "mend", "mend_cells", "repaired"]
