"""Every pricing function means the same in Python and in the browser's JavaScript."""

import ast
import inspect
import json
import math
import random
import shutil
import subprocess

import pscript
import pytest
from tests.missing import missing

from nongju.models import pricing
from nongju.models.pricing import checks

FUNCTIONS = [getattr(pricing, name) for name in pricing.__all__]
CHECKS = [function for name, function in vars(checks).items() if name.startswith("require_")]
FORBIDDEN = (
    ast.Import,
    ast.ImportFrom,
    ast.Match,
    ast.GeneratorExp,
    ast.Mod,
    ast.Try,
    ast.With,
    ast.ClassDef,
    ast.Lambda,
    ast.Starred,
)
CALLABLE = {"str", "len", "range", "max", "isinstance", "ValueError"}


@pytest.mark.parametrize("function", FUNCTIONS + CHECKS, ids=lambda function: function.__name__)
def test_keeps_to_what_python_and_javascript_do_alike(function):
    tree = ast.parse(inspect.getsource(function))
    known = CALLABLE | {one.__name__ for one in FUNCTIONS + CHECKS}
    for node in ast.walk(tree):
        assert not isinstance(node, FORBIDDEN), f"line {node.lineno}: {type(node).__name__}"
        if isinstance(node, ast.Call):
            assert not node.keywords, f"line {node.lineno}: keyword arguments"
            if isinstance(node.func, ast.Name):
                assert node.func.id in known, f"line {node.lineno}: {node.func.id}"


VECTORS = [
    ("cost_per_finished", [14, 0.62]),
    ("own_goods_cost", [3.23, 14]),
    ("own_time_cost", [20, 15]),
    ("cost_after_loss", [1, 0.05]),
    ("spread_cost", [600, 7]),
    ("sealed_weight", [5, 0.4, 0.5]),
    ("billed_weight", [2.9, 1]),
    ("billed_weight", [0.1 + 0.2, 0.1]),
    ("billed_weight", [2.9, 0]),
    ("freight", [3, 4, 1.5]),
    ("freight", [0.4, 4, 1.5]),
    ("parcel_freight", [5, 0.4, 8, 4]),
    ("fee_base", [66, 6, 3]),
    ("platform_fee", [75, 0.02]),
    ("lowest_price", [69.1613, 0.02]),
    ("lowest_price", [69.1613, 0.02, 12.5]),
    ("stacked_share", [[]]),
    ("stacked_share", [[0.8, 0.9]]),
    ("threshold_reduction", [99.9, 100, 20]),
    ("after_coupons", [100, [0.8, 0.9], [20, 10], True]),
    ("after_coupons", [100, [0.8, 0.9], [20, 10]]),
    ("after_coupons", [10, [], [20]]),
    ("lowest_listed_price", [61.7, [0.8, 0.9], [20], True]),
    ("buyer_pays", [108, 10, 8]),
    ("seller_takes", [108, 10, 8]),
    ("extra_free_share", [3, 1]),
    ("discount_room", [108, 79.6]),
    ("margin_after_returns", [98, 0.02, 45.16, 3, 9, 0.1, 0.06, 0.5]),
    ("money_tied_up", [20, 80, 12]),
    ("parcels_affordable", [5000, 80, 12]),
    ("days_affordable", [5000, 20, 80]),
    ("waiting_cost", [80, 12, 0.06]),
    ("contribution_margin", [69, 69.16]),
    ("margin_share", [100, 80]),
    ("markup_share", [100, 80]),
    ("margin_from_markup", [0.25]),
    ("markup_from_margin", [0.2]),
    ("price_for_markup", [80, 0.25]),
    ("price_for_margin", [80, 0.2, 0.02]),
    ("break_even_units", [20000, 150]),
    ("whole_units", [62.5]),
    ("whole_units", [63.0000000001]),
    ("break_even_parcels", [8.5632, 0.4368]),
    ("break_even_turnover", [18000, 0.8]),
    ("profit", [55, 19.2, 0]),
    ("fixed_cost_per_day", [1500, 26]),
    ("session_fixed_cost", [3, 2, 15, 30]),
    ("discounted_units", [40, 30, 19.2]),
    ("discounted_units", [40, 30, 19.2, 200]),
    ("zone_margins", [15, 0.02, 7.26, [7, 16]]),
    ("mixed_margin", [[0.4368, -8.5632], [20, 1]]),
    ("far_share_allowed", [0.4368, -8.5632]),
    ("freight_share", [80, 100]),
    ("kept_after_returns", [200, 0.1]),
    ("rented_shop", [400, 10, 1500, 2000]),
    ("shop_in_own_house", [400, 10, 1500, 2000]),
    ("parcel_waterfall", [98, 6, 10, 8, 0.02, 45.16, 5, 3, 9, 0.1, 0.06, 0.5, 2, 0.16]),
    ("parcel_margin", [[["paid", 86.0], ["goods", -45.16]]]),
    ("stacked_share", [[8]]),
    ("cost_per_finished", [14, 62]),
    ("break_even_units", [100, 0]),
    ("buyer_pays", [10, 8, 3]),
    ("parcel_margin", [[["paid", "86"]]]),
]
"""Name and arguments; the last ones are out of range and must raise in both."""

RAISED = "ValueError"


def in_python(name, arguments):
    try:
        return getattr(pricing, name)(*arguments)
    except ValueError:
        return RAISED


def flat(value):
    return [part for one in value for part in flat(one)] if isinstance(value, list) else [value]


def test_every_function_has_a_vector():
    assert {name for name, _ in VECTORS} == set(pricing.__all__)


def in_node(vectors):
    """What node computes for each name and arguments; the error's name where it raises."""
    node = shutil.which("node")
    if node is None:
        missing("the program node", "apt-get install nodejs")
    code = "\n".join(pscript.py2js(function) for function in CHECKS + FUNCTIONS)
    table = ",".join(f"{function.__name__}:{function.__name__}" for function in FUNCTIONS)
    runner = f"""{code}
const table = {{{table}}};
const given = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const out = given.map(([name, args]) => {{
  try {{ return table[name](...args); }} catch (error) {{ return error.name; }}
}});
console.log(JSON.stringify(out));
"""
    asked = json.dumps(vectors)
    done = subprocess.run([node, "-e", runner], input=asked, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def assert_same(vectors, tolerance):
    for (name, arguments), there in zip(vectors, in_node(vectors), strict=True):
        here = flat(in_python(name, arguments))
        assert len(flat(there)) == len(here), (name, arguments, there)
        for one, other in zip(here, flat(there), strict=True):
            if isinstance(one, str):
                assert one == other, (name, arguments)
            else:
                assert math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance), (name, arguments)


def test_vectors_give_the_same_in_node():
    assert_same(VECTORS, 1e-12)


DRAWN = 200
"""Generated vectors of each function that lie within its range; those outside must raise in both."""

PARTS = {
    "fee_rate",
    "loss_share",
    "returned",
    "sent_back",
    "recovered",
    "margin_share",
    "margin",
    "yearly_rate",
}
LISTS = {
    "shares": (0, 1),
    "reductions": (0, 30),
    "margins": (-20, 20),
    "weights": (0, 50),
    "freights": (0, 40),
}


def drawn(name, draw):
    """A value for a parameter of this name, now and then out of range."""
    if name in LISTS:
        least, most = LISTS[name]
        return [draw.uniform(least, most) for _ in range(3)]
    if name == "steps":
        return [["paid", draw.uniform(0, 200)], ["goods", -draw.uniform(0, 200)], ["fee", -draw.random()]]
    if name == "reductions_first":
        return draw.random() < 0.5
    if name in PARTS:
        return draw.choice(
            [0.0, 1.0, *(draw.random() / part for part in (1, 2, 4, 9)), draw.uniform(-0.1, 1.5)]
        )
    if name == "yield_share":
        return draw.uniform(0.05, 3.2)
    if name == "step_kg":
        return draw.choice([0.0, 0.1, 0.5, 1.0])
    if name in {"seller_off", "platform_off", "threshold", "wanted"}:
        return draw.uniform(-1, 40)
    return draw.choice([0.0, -1.0, *(draw.uniform(0, most) for most in (10, 100, 300, 300, 1e4, 1e6))])


def drawn_vectors(function):
    draw = random.Random(function.__name__)
    names = list(inspect.signature(function).parameters)
    good, bad = [], []
    for _ in range(200 * DRAWN):
        vector = (function.__name__, [drawn(name, draw) for name in names])
        (bad if in_python(*vector) == RAISED else good).append(vector)
        if len(good) == DRAWN:
            return good + bad[:20]
    raise AssertionError(f"{function.__name__}: only {len(good)} vectors lie within its range")


def test_drawn_vectors_give_the_same_in_node():
    assert_same([one for function in FUNCTIONS for one in drawn_vectors(function)], 1e-9)
