"""What comes back from a learner's function: plain values, whatever was returned."""

import pytest

from nongju.grading.sandbox import remote


class Clever(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class Words(str):
    pass


@pytest.mark.parametrize("value", [object(), Clever(1), Words("x"), {1: Clever(2)}, [object()], print, b"x"])
def test_only_exactly_plain_values_come_back(value):
    with pytest.raises(TypeError):
        remote.plain(value)


def test_plain_values_come_back_as_they_are():
    assert remote.plain({"a": [1, 2.5, None, True, ("x",)]}) == {"a": [1, 2.5, None, True, ["x"]]}


@pytest.mark.parametrize("value", ["x" * (remote.LONGEST + 1), [0] * (remote.LONGEST + 1)])
def test_long_values_do_not_come_back(value):
    with pytest.raises(ValueError, match="too long"):
        remote.plain(value)


@pytest.mark.parametrize("name", ["SystemExit", "KeyboardInterrupt", "print", "object", "nothing", "None"])
def test_an_error_that_is_none_is_raised_as_one(name):
    with pytest.raises(RuntimeError):
        remote.unwrap({"error": name, "text": "x"})


def test_an_error_of_python_s_own_comes_back_as_it_was():
    with pytest.raises(ValueError, match="out"):
        remote.unwrap({"error": "ValueError", "text": "out"})
