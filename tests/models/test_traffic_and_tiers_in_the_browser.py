"""The models mean the same in the browser as in Python, on 200 drawn vectors a function."""

import inspect
import json
import math
import random
import shutil
import subprocess

import pytest

from nongju.models import (
    camera,
    cooperative,
    framing,
    freshness,
    growth,
    logistics,
    returns,
    traffic,
    transfer,
)
from nongju.models.pricing import checks, courier
from nongju.models.traffic import checks as ranges

VECTORS = 200


def share(draw):
    return draw.choice([0.0, 1.0, draw.random()])


def amount(draw):
    return draw.choice([0.0, draw.uniform(0, 10), draw.uniform(0, 1e6)])


def above(draw):
    return draw.uniform(1e-3, 1e4)


def seats(draw):
    count = draw.randint(1, 6)
    clicks = sorted((amount(draw) for _ in range(draw.randint(1, 4))), reverse=True)
    return [[amount(draw) for _ in range(count)], [above(draw) for _ in range(count)], clicks, amount(draw)]


def values(draw):
    falling = sorted((amount(draw) for _ in range(draw.randint(1, 5))), reverse=True)
    return [falling, sorted((amount(draw) for _ in range(draw.randint(1, 5))), reverse=True)]


def buyers(draw):
    return [
        [draw.randint(0, 4), draw.uniform(0, 5), draw.uniform(0, 2), share(draw), amount(draw)]
        for _ in range(draw.randint(0, 7))
    ]


def budget(draw):
    spends = sorted(draw.sample(range(1000), draw.randint(1, 6)))
    return [spends, [amount(draw) for _ in spends], draw.uniform(-10, 100)]


def guarantee(draw):
    charged = amount(draw)
    spent = charged * share(draw)
    return [amount(draw) / 1e3, draw.randint(0, 20), spent, charged, draw.uniform(0, 3), 3, 1.2]


def loads(draw):
    rows = buyers(draw)
    return [[amount(draw) for _ in rows], rows]


def way(draw):
    step = draw.choice([0.0, 0.1, 0.5, 1.0])
    return [
        draw.uniform(0, 20), draw.uniform(0, 3), draw.choice([0.0, draw.uniform(0, 20)]), draw.uniform(0, 30),
        draw.uniform(0, 10), step, draw.uniform(0, 9), draw.uniform(0, 0.2),
    ]  # fmt: skip


def better_and_cheaper(draw):
    slow = way(draw)
    fast = way(draw)
    return [above(draw), draw.uniform(0, 0.3), [*fast[:7], 0.0], [*slow[:6], 1 + slow[6], 0.001 + slow[7]]]


def offered(draw):
    # The buyer's own demand and the supply are above 0, so that some price brings a jin there.
    rows = buyers(draw)
    mine = [0, 1.0, draw.uniform(0, 2), draw.uniform(0, 0.9), above(draw)]
    which = draw.randint(0, len(rows))
    return [
        above(draw),
        [*rows[:which], mine, *rows[which:]],
        which,
        draw.uniform(-1, 1),
        draw.random() < 0.5,
    ]


def sure_to_trade(draw):
    while True:
        case = offered(draw)
        try:
            cooperative.price_that_trades(*case)
        except ValueError:  # nearer tiers take it all: it raises in both, tested in test_reservation
            continue
        return case


def stages(draw):
    return sorted(draw.sample(range(100), draw.randint(0, 5)))


CASES = {
    traffic.funnel: lambda d: [amount(d), share(d), share(d), share(d)],
    traffic.turnover_per_thousand: lambda d: [share(d), share(d), amount(d)],
    traffic.average_online: lambda d: [amount(d), amount(d), above(d)],
    traffic.break_even_return: lambda d: [above(d), above(d)],
    traffic.break_even_bid: lambda d: [d.uniform(-10, 100), share(d), share(d)],
    traffic.cost_per_order: lambda d: [amount(d), above(d)],
    traffic.marginal_gains: budget,
    traffic.customer_value: lambda d: [amount(d), share(d), above(d)],
    traffic.position_auction: seats,
    traffic.externality_payments: values,
    traffic.guarantee_refund: guarantee,
    cooperative.net_price: lambda d: [amount(d), amount(d), share(d)],
    cooperative.truck_worth_calling: lambda d: [amount(d), d.uniform(1, 5), d.uniform(0, 0.5), 0.2],
    cooperative.nearest_first: lambda d: [amount(d), buyers(d), d.uniform(-1, 1)],
    cooperative.best_net_first: lambda d: [amount(d), buyers(d), d.uniform(-1, 1)],
    cooperative.brought_home: loads,
    cooperative.price_that_trades: sure_to_trade,
    traffic.yuan_for_beans: lambda d: [amount(d), above(d)],
    traffic.orders_guarded: lambda d: [amount(d), above(d), d.uniform(1, 2)],
    traffic.periods_to_earn_back: lambda d: [
        d.uniform(0, 300),
        d.uniform(-5, 60),
        share(d),
        d.randint(1, 60),
    ],
    freshness.left_after: lambda d: [share(d), d.randint(0, 12)],
    freshness.left_after_legs: lambda d: [[share(d) for _ in range(d.randint(0, 6))]],
    freshness.rate_at: lambda d: [share(d), d.uniform(0, 30), d.uniform(0, 40), d.uniform(1, 4)],
    freshness.waiting_value: lambda d: [amount(d), share(d), d.randint(0, 12), d.random()],
    freshness.price_worth_waiting: lambda d: [amount(d), d.uniform(0, 0.9), d.randint(0, 12), d.random()],
    freshness.edible_when_delivered: lambda d: [share(d), above(d) / 1e4, d.uniform(0, 9), above(d) / 1e3],
    growth.boxes_per_year: lambda d: [amount(d), above(d)],
    growth.days_to_clear: lambda d: [amount(d), above(d)],
    growth.boxes_a_day: lambda d: [amount(d), above(d), above(d)],
    growth.tonnes_carried: lambda d: [[amount(d) for _ in range(d.randint(1, 5))], above(d), amount(d)],
    growth.stage_reached: lambda d: [d.uniform(0, 100), stages(d)],
    logistics.days_to_buyer: lambda d: [
        [sorted([d.uniform(0, 9), d.uniform(0, 9)]) for _ in range(d.randint(0, 4))]
    ],
    logistics.volumetric_weight: lambda d: [above(d), above(d), above(d), above(d)],
    logistics.sending_cost: lambda d: [above(d), way(d)],
    logistics.lost_on_the_road: lambda d: [way(d)],
    logistics.home_per_jin: lambda d: [above(d), d.uniform(0, 50), d.uniform(0, 0.3), way(d)],
    logistics.best_way: lambda d: [
        d.uniform(1, 30),
        d.uniform(0, 50),
        d.uniform(0, 0.3),
        [way(d) for _ in range(d.randint(0, 5))],
        d.random(),
    ],
    logistics.price_for_better_way: better_and_cheaper,
    returns.parcels_by_fate: lambda d: [amount(d), share(d), share(d)],
    returns.share_refunded: lambda d: [share(d), share(d)],
    returns.share_sent_back: lambda d: [share(d), share(d), share(d)],
    returns.resalable_share: lambda d: [share(d), d.uniform(0, 9), d.uniform(0, 9), d.uniform(0, 9)],
    returns.cost_of_one_return: lambda d: [amount(d), amount(d), amount(d), amount(d), share(d)],
    returns.bearable_returns: lambda d: [
        amount(d),
        d.uniform(0, 0.3),
        amount(d),
        d.uniform(0, 9),
        d.uniform(0, 30),
        d.uniform(0, 30),
        share(d),
    ],
    growth.fans_needed: lambda d: [amount(d), above(d)],
    camera.stops: lambda d: [above(d)],
    camera.exposure: lambda d: [above(d), 1 / above(d), above(d), d.uniform(1, 22)],
    camera.noise_share: lambda d: [above(d), 1 / above(d), d.uniform(1, 22), above(d)],
    camera.motion_blur: lambda d: [amount(d), 1 / above(d)],
    camera.flashes: lambda d: [1 / above(d), d.choice([50, 60])],
    camera.sine: lambda d: [d.uniform(0, 100)],
    camera.flicker_depth: lambda d: [d.uniform(1e-4, 0.1), share(d), d.choice([50, 60])],
    camera.colour_cast: lambda d: [d.uniform(1500, 10000), d.uniform(1500, 10000)],
    camera.lamp_nearer: lambda d: [above(d), above(d)],
    transfer.clip_megabytes: lambda d: [amount(d), amount(d)],
    transfer.bit_rate: lambda d: [amount(d), above(d)],
    transfer.upload_seconds: lambda d: [amount(d), above(d), d.randint(1, 40)],
    transfer.clips_that_fit: lambda d: [amount(d), amount(d), above(d)],
    framing.crop_share: lambda d: [above(d), above(d), above(d), above(d)],
    framing.zoom_sensor_share: lambda d: [d.uniform(1, 10)],
    framing.size_after_walk: lambda d: [amount(d), d.uniform(2, 9), d.uniform(-5, 1.9)],
    framing.shift_after_step: lambda d: [amount(d), above(d), above(d)],
    framing.speaking_seconds: lambda d: [amount(d), above(d)],
}
"""A drawing of arguments within the stated range of each function; growth's Bass curve stays in Python."""

HELPERS = [
    ranges._share, ranges._amount, cooperative._take, cooperative._ordered, cooperative._check,
    checks.require_amount, checks.require_positive, checks.require_share, checks.require_part,
    courier.sealed_weight, courier.billed_weight, courier.freight, logistics._way,
    camera._positive, camera._not_negative,
]  # fmt: skip


def close(ours, theirs):
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(close, ours, theirs))
    return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)


@pytest.fixture(scope="module")
def in_node(tmp_path_factory):
    """What node computes for each function on its vectors."""
    from pscript import py2js

    node = shutil.which("node")
    assert node, "the program node is missing; apt-get install nodejs"
    draw = random.Random(20211022)
    vectors = {one.__name__: [drawn(draw) for _ in range(VECTORS)] for one, drawn in CASES.items()}
    made = py2js("\n".join(inspect.getsource(one) for one in [*HELPERS, *CASES]))
    calls = ",".join(f"{name}: vectors.{name}.map((one) => {name}(...one))" for name in vectors)
    script = tmp_path_factory.mktemp("node") / "models.mjs"
    script.write_text(
        f"{made}\nconst vectors = {json.dumps(vectors)};\nconsole.log(JSON.stringify({{{calls}}}));",
        encoding="utf-8",
    )
    said = subprocess.run([node, script], capture_output=True, encoding="utf-8", check=True)
    return vectors, json.loads(said.stdout)


@pytest.mark.parametrize("function", CASES, ids=lambda function: function.__name__)
def test_means_the_same_in_python_and_in_the_browser(function, in_node):
    vectors, theirs = in_node
    for arguments, their in zip(vectors[function.__name__], theirs[function.__name__], strict=True):
        assert close(function(*arguments), their), arguments
