"""A placed simulation is a question of the week: kept, restored, shown to graders, marked."""

import json
import subprocess
import sys

import pytest

from nongju import form, simulators
from nongju.answers import schema
from nongju.answers import session as sessions
from nongju.answers.recording import examining
from nongju.answers.store import AnswerStore
from nongju.answers.web.exchange import Exchange
from nongju.answers.web.worksheet import Unanswered
from nongju.building.checks.separation import separation_faults
from nongju.simulators import PRICE_WATERFALL, WorksheetPlacement, rule_stars
from nongju.simulators.placing.placed import GUESS_FIRST, PlacedSimulator
from nongju.simulators.widget import widget_class

from .conftest import WEEK

THREE_STARS = {"goods": "bacon", "price": 110, "zone": "far", "returns": 5}
TWO_STARS = {**THREE_STARS, "price": 88}
POTATO = {**THREE_STARS, "goods": "potato", "price": 18}
WHY = form.choice("why", "土豆为什么做不到？", {"freight": "快递比货贵", "fee": "服务费高", "lazy": "没吆喝"})
RULES = (
    rule_stars(PRICE_WATERFALL, points=3, by=THREE_STARS, why="腊肉卖得起价，快递只占一小截。"),
    form.rule_choice("why", points=1, key="freight", why="快递是一件一件收的。"),
)


@pytest.fixture
def placement():
    return WorksheetPlacement(f"{WEEK}/waterfall", PRICE_WATERFALL, after="guess-1", fields=[WHY])


@pytest.fixture
def put(folder):
    store = AnswerStore.open(folder, WEEK)

    def put(field, raw, kind="setting"):
        store.put(f"waterfall.{field}", kind, raw)

    return put


@pytest.fixture
def shown(monkeypatch):
    bundles = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, **_: bundles.append(bundle))
    return bundles


def save(exchange, field, raw):
    return exchange.handle({"type": "save", "seq": 1, "field": field, "raw": raw})


def test_where_the_controls_stand_and_the_best_so_far_are_stored_as_answers(folder, placement):
    exchange = Exchange(placement.kept, sessions.current(WEEK), "answer")
    said = save(exchange, "setting", POTATO)
    assert (said["problem"], said["clock"][2:3]) == ("", ":")
    assert save(exchange, "best", THREE_STARS)["echo"].startswith("★★★ 卖 110 元")
    data = json.loads((folder / "answers.json").read_text("utf-8"))["answers"]
    assert data["waterfall.setting"]["raw"] == POTATO
    assert data["waterfall.best"]["kind"] == "setting"


@pytest.mark.parametrize(
    "raw", [[], "far", {"tea": 1}, {"price": float("nan")}, {"price": 1e9}, {"zone": "moon"}]
)
def test_a_setting_that_no_control_can_show_is_not_stored(folder, placement, raw):
    exchange = Exchange(placement.kept, sessions.current(WEEK), "answer")
    assert save(exchange, "setting", raw)["problem"]
    assert not (folder / "answers.json").read_text("utf-8").count("waterfall.setting")


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (THREE_STARS, THREE_STARS),
        ({}, None),
        ({"price": float("inf")}, None),
        ({"price": True}, None),
        ({"price": [1]}, None),
        ({"a b": 1}, None),
        ({"goods": "<b>"}, None),
        ({f"k{n}": n for n in range(13)}, None),
    ],
)
def test_a_stored_setting_is_a_small_object_of_numbers_and_option_keys(raw, kept):
    assert schema.bounded("setting", raw, []) == kept


def test_the_widget_opens_where_the_learner_left_it(placement, put):
    put("setting", TWO_STARS)
    widget = widget_class(PRICE_WATERFALL, PlacedSimulator)(placement, sessions.current(WEEK))
    assert widget.values == TWO_STARS
    assert widget.outcome["stars"] == 2


def test_sliders_and_figure_wait_for_the_prediction(placement, put, folder):
    session = sessions.current(WEEK)
    widget = widget_class(PRICE_WATERFALL, PlacedSimulator)(placement, session)
    assert widget.closed == GUESS_FIRST
    session.store.put("guess-1._locked", "lock", True)
    sessions.tell("guess-1._locked")
    assert widget.closed == ""


def test_without_a_prediction_it_is_open_at_once(folder):
    free = WorksheetPlacement(f"{WEEK}/waterfall", PRICE_WATERFALL)
    widget = widget_class(PRICE_WATERFALL, PlacedSimulator)(free, sessions.current(WEEK))
    assert widget.closed == ""


@pytest.mark.parametrize("mode", ["autograde", "validate"])
def test_a_grader_sees_the_stored_setting_and_the_stars(placement, put, shown, monkeypatch, mode):
    put("setting", TWO_STARS)
    put("best", THREE_STARS)
    put("why", "freight", "choice")
    monkeypatch.setenv("NBGRADER_EXECUTION", mode)
    placement.show()
    html = shown[0]["text/html"]
    assert "★★★ 卖 110 元" in html
    assert "★★☆ 卖 88 元" in html
    assert "快递比货贵" in html
    assert "▒" in html


def test_stars_are_worked_out_again_and_give_their_share_of_the_points(placement, put, shown, monkeypatch):
    put("best", TWO_STARS)
    put("why", "freight", "choice")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    placement.answered()
    assert placement.mark(*RULES) == pytest.approx(3.0)
    parts = shown[1]["application/vnd.nongju.mark+json"]["parts"]
    assert [(part["field"], part["verdict"], part["points"]) for part in parts] == [
        ("best", "again", 2.0),
        ("why", "learned", 1.0),
    ]
    assert parts[0]["why"].startswith("拿到 2 颗星")


@pytest.mark.parametrize(("raw", "points"), [(THREE_STARS, 3.0), (POTATO, 0.0), ("★★★", 0.0), (None, 0.0)])
def test_only_the_setting_counts_never_a_claim(placement, put, folder, monkeypatch, raw, points):
    if raw is not None:
        data = json.loads((folder / "answers.json").read_text("utf-8"))
        data["answers"]["waterfall.best"] = {"kind": "setting", "raw": raw, "saved": "", "echo": "★★★"}
        (folder / "answers.json").write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert placement.result(RULES).points == points


def test_under_validate_an_untouched_simulation_is_named(placement, folder, shown, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(Unanswered, match="「价格瀑布」最好的一次；土豆为什么做不到"):
        placement.answered()


def test_a_setting_where_a_misconception_stops_is_named(put, placement):
    stops = form.wrong("price_only", "只看卖价", lambda s: {"goods": "potato", "price": 18}, "先减快递。")
    rule = rule_stars(PRICE_WATERFALL, points=3, by=THREE_STARS, why="看快递。", wrong=[stops])
    variant = placement.variant_for("")
    said = rule.judge(POTATO, variant, "最好的一次", str)
    assert said.misconception.id == "price_only"
    assert rule.judge(TWO_STARS, variant, "最好的一次", str).misconception is None
    assert separation_faults([rule], variant) == []


def test_the_build_is_told_of_a_challenge_nobody_met_and_of_misconceptions_that_cannot_be(
    placement,
):
    rule = rule_stars(
        PRICE_WATERFALL,
        points=3,
        by=TWO_STARS,
        why="看快递。",
        wrong=[
            form.wrong("right", "对的", lambda s: THREE_STARS, "…"),
            form.wrong("nowhere", "没有这格", lambda s: {"price": 1000}, "…"),
        ],
    )
    found = separation_faults([rule], placement.variant_for(""))
    assert len(found) == 3
    assert "`by` does not earn all stars" in found[0]
    assert "right earns all stars" in found[1]
    assert "nowhere stands where no control can" in found[2]


def test_the_build_sees_fields_and_rules_and_shows_nothing(shown):
    scenes = [form.scene(name, "") for name in ("甲", "乙", "丙")]
    with examining() as seen:
        simulators.place(f"{WEEK}/waterfall", PRICE_WATERFALL, after="guess-1")
        asked = simulators.question(f"{WEEK}/p7", PRICE_WATERFALL, scenes=scenes, fields=[WHY])
        asked.mark(*RULES)
    assert shown == []
    assert [field.key for field in seen[0][0].fields] == ["best", "why"]


HELD = [form.scene(name, "", zone=zone) for name, zone in (("近", "near"), ("远", "far"), ("更远", "far"))]


def test_a_scene_may_hold_one_pick_and_a_setting_elsewhere_earns_nothing(folder):
    asked = simulators.question(f"{WEEK}/p7", PRICE_WATERFALL, scenes=HELD[1:], held="zone")
    session = sessions.current(WEEK)
    widget = widget_class(PRICE_WATERFALL, PlacedSimulator)(asked, session)
    zone = next(one for one in widget.spec["controls"] if one["key"] == "zone")
    assert (zone["options"], widget.values["zone"]) == ([["far", "省外"]], "far")
    rule = rule_stars(PRICE_WATERFALL, points=3, by=THREE_STARS, why="看快递。", held="zone")
    variant = asked.variant(session)
    assert rule.judge(THREE_STARS, variant, "最好的一次", str).points == 3
    near = rule.judge({**THREE_STARS, "zone": "near"}, variant, "最好的一次", str)
    assert (near.points, near.why[:7]) == (0, "这一组不是题里")


def test_a_scene_that_holds_no_option_is_refused():
    with pytest.raises(ValueError, match="fixes no option of 'zone'"):
        simulators.question(
            f"{WEEK}/p7", PRICE_WATERFALL, scenes=[form.scene("月球", "", zone="moon")], held="zone"
        )


def test_a_simulation_is_no_prediction(folder):
    with pytest.raises(ValueError, match="not as predict"):
        WorksheetPlacement(f"{WEEK}/waterfall", PRICE_WATERFALL).predict()


LIGHT = """
import sys
from nongju.simulators import ALL, place, PRICE_WATERFALL
place("pricing-margin/waterfall", PRICE_WATERFALL, after="guess-1")
heavy = {"anywidget", "ipywidgets", "pscript", "scipy", "numpy", "pandas", "traitlets.config"}
print(",".join(sorted(heavy & set(sys.modules))))
"""


def test_under_nbgrader_nothing_heavy_is_imported(folder, monkeypatch):
    """IPython's display brings traitlets itself; a kernel has it anyway."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    said = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, encoding="utf-8", check=True)
    assert {*said.stdout.splitlines()[-1].split(",")} <= {"", "traitlets.config"}
    assert said.stderr == ""


def test_opening_a_worksheet_imports_no_solver_and_no_compiler(folder):
    said = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, encoding="utf-8", check=True)
    assert not {"pscript", "scipy", "numpy", "pandas"} & {*said.stdout.splitlines()[-1].split(",")}
