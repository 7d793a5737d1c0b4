"""Formulas of the course, as pure functions: no file, no widget.

A seller's own reckoning needs the standard library alone: `pricing`, `freshness`, `logistics`, `returns`,
`traffic`, `cooperative`, `growth`. Where a solver is the point, SciPy's HiGHS is called
by one door, `programme`: `clearing` (one period), `network` (through towns and crossings), `storage` (several
periods), `reservation` (prices at which a buyer trades), `national` (a whole country, with NumPy). No
worksheet imports those.

The marker and the simulators use the same function. A function that a simulator draws is
turned into JavaScript by pscript, so the functions of the first kind keep to what Python and JavaScript
do alike: no imports inside, no dataclass, `match` or generator, no `round`, no `%`, no
division by zero, no keyword arguments in calls, no rounding (the view rounds).
"""
