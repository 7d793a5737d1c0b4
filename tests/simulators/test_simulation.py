"""One Python function drives marker and browser; the browser's module stays small and whole."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.missing import missing

from nongju.answers.schema import bounded
from nongju.course.facts import parse_facts, read_facts
from nongju.digits import plain
from nongju.simulators import ALL
from nongju.simulators.assumed import assumed_fee
from nongju.simulators.compile import ASSUMED, assumed
from nongju.simulators.control import Pick, Slider
from nongju.simulators.picture import picture
from nongju.simulators.price_waterfall import PRICE_WATERFALL, parcel_of
from nongju.simulators.simulation import HERE, Simulation

from .conftest import vectors

ROOT = Path(__file__).parents[2]
COURSE = ROOT / "course"


def same(ours, theirs):
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(ours, float | int):
        return theirs == pytest.approx(ours, rel=1e-9, abs=1e-9)
    return ours == theirs


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
def test_python_and_the_browser_agree(simulation, tmp_path):
    node = shutil.which("node")
    if node is None:
        missing("the program node", "apt-get install nodejs")
    cases = list(vectors(simulation))
    script = tmp_path / "model.mjs"
    script.write_text(
        f"{simulation.compiled_file.read_text('utf-8')}\n"
        f"console.log(JSON.stringify({json.dumps(cases)}.map({simulation.outcome.__name__})))",
        encoding="utf-8",
    )
    said = subprocess.run([node, script], capture_output=True, encoding="utf-8", check=True)
    for values, theirs in zip(cases, json.loads(said.stdout), strict=True):
        assert same(simulation.outcome(values), theirs), values


def test_the_bundle_and_each_view_stay_within_their_bounds():
    assert (HERE / "static" / "core.bundle.js").stat().st_size <= 90_000
    for view in Path(HERE / "views").glob("*.js"):
        assert view.stat().st_size <= 15_000, view.name


def test_the_committed_bundles_are_what_esbuild_makes_of_their_sources(tmp_path):
    if not (ROOT / "node_modules" / ".bin" / "esbuild").exists():
        missing("esbuild", "make bundle")
    subprocess.run(["node", "bundle.mjs", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    built = list(tmp_path.rglob("*.bundle.js"))
    assert {path.name for path in built} == {"form.bundle.js", "loader.bundle.js", "core.bundle.js"}
    for path in built:
        committed = ROOT / path.relative_to(tmp_path)
        assert path.read_bytes() == committed.read_bytes(), f"{committed.name}: run make bundle"


def test_the_bundle_carries_the_licence_of_what_it_bundles():
    head = (HERE / "static" / "core.bundle.js").read_text("utf-8")[:4000]
    assert "Mike Bostock" in head
    assert "Permission to use, copy, modify" in head  # ISC
    assert "Redistributions in binary form must reproduce" in head  # BSD: d3-sankey and what it needs


def test_nothing_in_the_browser_module_asks_another_host():
    module = "".join(simulation.module() for simulation in ALL).replace("http://www.w3.org/2000/svg", "")
    addresses = [part.split('"')[0][:60] for part in module.split("://")[1:]]
    # d3-selection knows the names of XML namespaces; they are names, not requests
    assert [address for address in addresses if not address.startswith("www.w3.org/")] == []


def test_waterfall_steps_add_up_to_what_is_left():
    for values in vectors(PRICE_WATERFALL):
        rows = PRICE_WATERFALL.outcome(values)["rows"]
        assert sum(row[1] for row in rows[:-1]) == pytest.approx(rows[-1][1])


def test_the_challenge_can_be_met_with_cured_pork_and_not_with_potatoes():
    def best(goods):
        cap = parcel_of(goods)["cap"]
        values = {"goods": goods, "price": cap, "zone": "far", "returns": 5}
        return PRICE_WATERFALL.outcome(values)["stars"]

    assert (best("bacon"), best("potato")) == (3, 0)


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
def test_wherever_its_controls_stand_is_an_answer_that_is_kept(simulation):
    for values in vectors(simulation):
        assert bounded("setting", values, []) == values


def test_stored_settings_that_no_control_can_show_fall_back_to_the_start():
    stored = {"price": 1e9, "goods": "tea", "zone": "far", "returns": "many", "other": 1}
    assert PRICE_WATERFALL.usable(stored) == {**PRICE_WATERFALL.start(), "zone": "far"}


@pytest.mark.parametrize(
    "make",
    [
        lambda: Slider("x", "甲", "元", 0, 10, 3, 0),
        lambda: Slider("x", "甲", "元", 0, 10, 0, 0),
        lambda: Slider("x", "甲", "元", 0, 10, 1, 11),
        lambda: Pick("x", "甲", (("a", "一"),), "a"),
        lambda: Pick("x", "甲", (("a", "一"), ("b", "二")), "c"),
        lambda: Simulation("甲", "甲", "", (), (), parcel_of, "waterfall.js", ""),
    ],
)
def test_controls_that_cannot_be_moved_are_refused(make):
    with pytest.raises(ValueError, match=r"slider|step|pick|between one"):
        make()


def test_the_static_picture_says_the_sentence_and_escapes_it():
    html = picture("题", "<b>1</b>", [["货", -5, "元"], ["剩下", 2.5, "元"]])
    assert "&lt;b&gt;1" in html
    assert "▒" * 24 + " ▼5 元" in html
    assert "█" * 12 + " 2.5 元" in html


def test_rows_of_different_units_get_no_bars_that_would_compare_them():
    html = picture("题", "一句话", [["进来", 500, "人次"], ["赚", 30, "元"]])
    assert "█" not in html
    assert "500 人次" in html


def test_the_static_picture_survives_what_feedback_pages_allow():
    from nongju.nbgrading.sanitize import sanitized_html

    html = picture("题", "一句话", [["货", -5, "元"], ["剩下", 2.5, "元"]])
    assert "▼5 元" in sanitized_html(html)
    assert "<table" in sanitized_html(html)


def test_the_committed_models_are_what_pscript_makes_of_the_python():
    for simulation in ALL:
        assert simulation.compiled_file.read_text("utf-8") == simulation.compiled(), (
            f"{simulation.name}: run python -m nongju.simulators.compile"
        )


def test_what_the_simulators_assume_is_what_the_facts_of_the_course_say():
    facts = COURSE / "facts.csv"
    assert ASSUMED.read_text("utf-8") == assumed(read_facts(facts)), "run python -m nongju.simulators.compile"
    other = facts.read_text("utf-8").replace("fee_assumed,2,", "fee_assumed,3.5,")
    assert "return 0.035\n" in assumed(parse_facts(other))


def test_the_price_waterfall_takes_the_assumed_fee_and_says_so():
    rows = PRICE_WATERFALL.outcome({**PRICE_WATERFALL.start(), "price": 100.0, "returns": 0})["rows"]
    assert next(row[1] for row in rows if row[0] == "服务费") == pytest.approx(-100 * assumed_fee())
    assert f"服务费按 {plain(100 * assumed_fee())}% 算" in PRICE_WATERFALL.note
