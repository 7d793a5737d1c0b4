"""Nongju (农具): a weekly, auto-graded workbook for county sellers on WeChat Channels.

The folders below read in the order in which a worksheet travels: `building` turns
course text into nbgrader notebooks, `lab` opens one for a learner, `answers` keeps
what is filled in, `classroom` collects it, `grading` runs it, `marking` decides,
with the formulas in `models`.
"""

__version__ = "0.1.0"
