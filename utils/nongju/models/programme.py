"""A linear programme by SciPy's HiGHS, its ends named: solved, infeasible, unbounded."""

from typing import Any

from scipy.optimize import linprog


class Infeasible(ValueError):
    """No plan meets every demand: there is less than what was promised."""


class Unbounded(ValueError):
    """No plan is the best: some buyer takes any amount of what can be had without limit, at a gain."""


def minimise(cost: Any, rows: Any, most: Any, upper: Any = None, method: str = "highs") -> Any:
    """Least cost·x with rows·x at most `most` and x between 0 and `upper`.

    Arguments:
        cost: one number a column.
        rows: sparse matrix, a row for each limit.
        most: one finite number a row.
        upper: one number a column, infinite where there is no limit; None for no limit at all.
        method: `highs` leaves the choice to SciPy, `highs-ds` is dual simplex, `highs-ipm` interior point.

    Returns:
        SciPy's OptimizeResult; `ineqlin.marginals` are the rows' prices.

    Raises:
        Infeasible: no x keeps within all limits.
        Unbounded: the cost can fall without end.
        ArithmeticError: the solver gave up; its own words follow.
    """
    bounds: Any = (0, None) if upper is None else [(0, limit) for limit in upper]
    solved = linprog(cost, A_ub=rows, b_ub=most, bounds=bounds, method=method)
    if solved.status == 4:  # presolve cannot always tell the two apart; the simplex method can
        solved = linprog(
            cost, A_ub=rows, b_ub=most, bounds=bounds, method="highs-ds", options={"presolve": False}
        )
    if solved.status == 2:
        raise Infeasible("no plan meets every demand")
    if solved.status == 3:
        raise Unbounded("what can be had without limit is sold at a gain without limit: no plan is the best")
    if solved.status != 0:
        raise ArithmeticError(f"the solver stopped: {solved.message}")
    return solved
