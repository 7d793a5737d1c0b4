"""A kind of blank carries all that is asked of it, and a module in the folder is a kind everywhere."""

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju import form, marking
from nongju.answers import kinds as package
from nongju.answers import schema
from nongju.answers.kinds import kinds, schema_rows, scripts
from nongju.marking import Rule
from nongju.simulators import PRICE_WATERFALL
from nongju.simulators.placing.setting import SettingField

OPTIONS = {"a": "甲", "b": "乙", "c": "丙"}
MADE = {
    "number": form.number("x", "几元？", unit="元"),
    "gain": form.gain("x", "赚还是亏？"),
    "choice": form.choice("x", "哪个？", OPTIONS),
    "choices": form.choices("x", "哪几个？", OPTIONS),
    "order": form.order("x", "先后？", OPTIONS),
    "text": form.text("x", "为什么？"),
    "table": form.table("x", "表", columns=[form.column("n", "数", kind="number"), form.column("t", "字")]),
    "clip": form.clip("x", "视频"),
    "photo": form.photo("x", "照片"),
    "setting": SettingField("x", "停在哪里", PRICE_WATERFALL),
}
"""A blank of every kind."""

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**400)
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def written(raw):
    """A raw answer after it was written to a file and read again."""
    return json.loads(json.dumps(raw, ensure_ascii=False, allow_nan=False).encode())


def test_every_kind_is_tried_here():
    assert set(MADE) == set(kinds())


@pytest.mark.parametrize("kind", kinds())
def test_a_kind_says_what_is_stored_and_since_when(kind):
    one = kinds()[kind]
    assert f"| {kind} | {one.stored} | {one.since} |" in schema_rows()
    assert 1 <= one.since <= schema.VERSION


@pytest.mark.parametrize("kind", sorted(set(kinds()) - {"setting"}))
def test_a_kind_is_drawn_by_its_own_script_and_made_by_the_author_under_its_name(kind):
    variant = [path.name for path in scripts() if f"DRAW.{kind} = " in path.read_text("utf-8")]
    assert len(variant) == 1
    assert callable(getattr(form, kind))
    assert MADE[kind].spec(str)["kind"] == kind


def test_the_bundles_take_the_script_of_every_kind():
    def taken(name):
        return re.findall(
            r'^import "\./(.+)";$', (scripts()[0].parent / name).read_text("utf-8"), re.MULTILINE
        )

    files = {kind.__module__.rpartition(".")[2] + ".js" for kind in kinds().values() if kind.is_file}
    names = {path.name for path in scripts()}
    assert set(taken("without_files.js")) == names - files
    assert set(taken("all.js")) == {"without_files.js"} | (names & files)


@pytest.mark.parametrize("kind", [name for name, one in kinds().items() if one.in_column])
def test_a_kind_that_may_be_a_column_draws_a_cell(kind):
    assert any(f"CELL.{kind} = " in path.read_text("utf-8") for path in scripts())
    assert form.column("x", "列", kind=kind, unit="元", options=OPTIONS).field().kind == kind


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_rule_that_marks_it(kind):
    def below(one):
        return {one, *(deeper for sub in one.__subclasses__() for deeper in below(sub))}

    assert [rule.__name__ for rule in below(Rule) if kind in vars(rule).get("kinds", ())]
    assert kind in {"gain", "setting"} or hasattr(marking, f"rule_{kind}")


@pytest.mark.parametrize("kind", MADE)
@given(raw=JSON)
def test_whatever_comes_in_is_bounded_and_read_without_a_crash(kind, raw):
    kept = schema.bounded(kind, raw, [])
    for one in (raw, kept):
        read = MADE[kind].reading(one)
        assert isinstance(read.echo, str) and isinstance(read.shown, str)
    if kept is not None:
        assert schema.bounded(kind, written(kept), []) == kept


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("number", [0.0, 1.0, 50.0])
def test_a_sample_is_a_value_that_can_be_said_back(kind, number):
    sample = MADE[kind].sample(number)
    assert sample is not None
    if kind not in {"clip", "photo"}:  # a sample's file is not there
        assert MADE[kind].echo(sample)


NEW = '''
"""A thumb, up or down."""
from dataclasses import dataclass
from typing import Any, ClassVar
from nongju.answers.fields import Field, Reading


@dataclass(frozen=True)
class ThumbField(Field):
    kind: ClassVar[str] = "thumb"
    stored: ClassVar[str] = "up or down"

    def reading(self, raw, before=None):
        return Reading(raw, self.echo(raw)) if raw in ("up", "down") else Reading()

    def echo(self, value):
        return {"up": "好", "down": "不好"}[value]

    def sample(self, number):
        return "up"
'''


@pytest.fixture
def thumb(tmp_path, monkeypatch):
    """A module of a new kind with its script, found as if it lay in the package."""
    (tmp_path / "thumb.py").write_text(NEW, "utf-8")
    (tmp_path / "thumb.js").write_text("DRAW.thumb = () => null;\n", "utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    kinds.cache_clear()
    yield kinds()["thumb"]
    kinds.cache_clear()
    sys.modules.pop("nongju.answers.kinds.thumb", None)


def test_a_new_kind_is_kept_drawn_and_tried_from_its_module_alone(thumb, tmp_path):
    entry = {"kind": "thumb", "raw": "up", "saved": ""}
    answers = {"p1.x": entry, "p1.y": {**entry, "raw": 3}}
    whole = {"format": schema.FORMAT, "version": 1, "week": "w", "answers": answers}
    assert set(schema.parse(whole).answers) == {"p1.x"}
    assert tmp_path / "thumb.js" in scripts()
    assert "| thumb | up or down | 1 |" in schema_rows()


def test_two_kinds_of_one_name_are_refused(thumb, tmp_path):
    (tmp_path / "thumbs.py").write_text(NEW, "utf-8")
    kinds.cache_clear()
    with pytest.raises(TypeError, match="two kinds of blank are called 'thumb'"):
        kinds()
    sys.modules.pop("nongju.answers.kinds.thumbs", None)


def test_nothing_else_in_the_package_lists_the_kinds():
    """A list of kinds outside their folder is one more place to touch for a new one."""
    names = re.compile(r"""["'](?:gain|choices)["']""")
    allowed = {"kinds", "marking"}
    found = [
        path
        for kind in ("*.py", "*.js")
        for path in Path(form.__file__).parent.rglob(kind)
        if not allowed & set(path.parts) and path.name != "form.py" and "bundle" not in path.name
        if names.search(path.read_text("utf-8"))
    ]
    assert found == []
