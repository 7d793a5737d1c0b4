"""A country's harvests cleared tier by tier and by optimum, by two solvers: `make bench-clearing`.

A dozen crops over twelve weeks, in 28, 280 and 2,800 counties, from the seeded generator of
nongju.models.national. Each crop is a programme of its own; as many are solved at once as there are
processors. Three passes over the same data: nearest tier first; the optimum by SciPy's HiGHS (the course's
own solver); the optimum by OR-Tools' Glop. Seconds are wall time of a pass from drawing the season to
its result, without the start of the processes; processor seconds are summed over the processes. Memory is
the sum of PSS of the whole process tree, sampled every 50 ms. It ends with an error if the two optima
differ by more than a millionth, or if tier by tier brings home more.

The last line is one JSON object.
"""

import json
import math
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
from memory import PeakMemory
from ortools.linear_solver.python import model_builder_helper as ortools
from scipy.sparse import csr_matrix

from nongju.models import national

SIZES = (28, 280, 2800)
"""Counties."""

METHOD = "highs-ipm"
"""HiGHS's interior point with crossover. At 2,800 counties it took 24 s of processor for the potato and 8 for
the lychee, its dual simplex 28 and 8; at 280 the simplex is the faster one, 0.3 s against 0.6.
"""

AGREE = 1e-6
"""Share by which the two optima may differ: solvers stop at 1e-7."""


Result = tuple[float, float]
"""Thousand yuan that a crop brings home, and processor seconds that it took."""


def tiers(counties: int, crop: int) -> Result:
    """A crop cleared nearest tier first."""
    start = time.process_time()
    season = national.season(national.country(counties), national.CROPS[crop])
    return national.tier_by_tier(season).value, time.process_time() - start


def highs(counties: int, crop: int) -> Result:
    """A crop's optimum by HiGHS."""
    start = time.process_time()
    season = national.season(national.country(counties), national.CROPS[crop])
    best = national.optimum(season, METHOD)
    if abs(best.unaccounted) > AGREE * best.harvested:
        raise ArithmeticError(f"{best.unaccounted} thousand jin of {national.CROPS[crop].name} went missing")
    return best.value, time.process_time() - start


def glop(counties: int, crop: int) -> Result:
    """The same programme by OR-Tools' Glop."""
    start = time.process_time()
    season = national.season(national.country(counties), national.CROPS[crop])
    plan = national.programme(season)
    model = ortools.ModelBuilderHelper()
    model.fill_model_from_sparse_data(
        np.zeros(plan.cost.size),
        plan.upper,
        plan.cost,
        np.full(plan.most.size, -np.inf),
        plan.most,
        csr_matrix(plan.rows),
    )
    solver = ortools.ModelSolverHelper("glop")
    solver.solve(model)
    if solver.status() != ortools.SolveStatus.OPTIMAL:
        raise ArithmeticError(f"Glop stopped: {solver.status()}")
    return -float(solver.objective_value()), time.process_time() - start


@dataclass(frozen=True)
class Pass:
    """All crops cleared one way."""

    values: list[float]
    seconds: float
    processor_seconds: float
    mb: float


def timed(pool: ProcessPoolExecutor, clear: Callable[[int, int], Result], counties: int) -> Pass:
    """Clear every crop, as many at once as the pool has processes."""
    crops = range(len(national.CROPS))
    with PeakMemory() as peak:
        start = time.perf_counter()
        results = list(pool.map(clear, [counties] * len(crops), crops))
        took = time.perf_counter() - start
    values, each = zip(*results, strict=True)
    done = Pass(list(values), took, sum(each), peak.mb)
    sys.stdout.write(
        f"{counties:5} counties, {clear.__name__:5}: {done.seconds:7.2f} s, "
        f"{done.processor_seconds:7.2f} s of processor, {done.mb:4.0f} MB, "
        f"{sum(values) / 1e5:8.4f} hundred million yuan\n"
    )
    sys.stdout.flush()
    return done


def main() -> None:
    """Print a line for each pass, the growth, then the JSON line."""
    write = sys.stdout.write
    passes: dict[str, list[Pass]] = {"tiers": [], "highs": [], "glop": []}
    workers = os.cpu_count() or 1
    write(f"{len(national.CROPS)} crops, {national.WEEKS} weeks, {workers} crops at once\n")
    for counties in SIZES:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(tiers, [SIZES[0]] * workers, range(workers)))  # starts them, imports the solvers
            near, best, other = (timed(pool, clear, counties) for clear in (tiers, highs, glop))
        for name, one in zip(passes, (near, best, other), strict=True):
            passes[name].append(one)
        apart = max(abs(a - b) / abs(b) for a, b in zip(best.values, other.values, strict=True))
        gain = sum(best.values) / sum(near.values) - 1
        write(f"      the optimum brings home {gain:.1%} more than tier by tier; ")
        write(f"the two solvers differ by {apart:.1e}\n")
        if apart > AGREE:
            sys.exit("the two solvers disagree")
        if any(b < a * (1 - AGREE) for a, b in zip(near.values, best.values, strict=True)):
            sys.exit("the optimum is worse than tier by tier")
    for name, each in passes.items():
        steps = [
            math.log(b.processor_seconds / a.processor_seconds) / math.log(n / m)
            for a, b, m, n in zip(each, each[1:], SIZES, SIZES[1:], strict=False)
        ]
        write(f"processor time of {name} grows with counties to the power ")
        write(", ".join(f"{step:.2f}" for step in steps) + "\n")
    result = {
        "counties": SIZES[-1],
        "seconds": round(passes["highs"][-1].seconds, 2),
        "peak_mb": round(passes["highs"][-1].mb),
        "second_solver_seconds": round(passes["glop"][-1].seconds, 2),
    }
    write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
