"""The gradebook is nbgrader's own, with the indexes that a large course needs."""

import sqlite3

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import create_engine

from nongju.nbgrading.gradebook import LOOKED_UP_BY, index_gradebook, make_gradebook


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "gradebook.db"
    make_gradebook(f"sqlite:///{path}")
    with Gradebook(f"sqlite:///{path}") as book:
        book.add_assignment("wk")
    return path


@pytest.mark.parametrize("table", LOOKED_UP_BY)
def test_no_table_is_read_whole_for_the_rows_of_one_hand_in(path, table):
    engine = create_engine(f"sqlite:///{path}")
    for _ in range(2):  # the second time they are there
        index_gradebook(engine)
    engine.dispose()
    with sqlite3.connect(path) as book:
        asked = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {LOOKED_UP_BY[table]} = 'x'"
        plan = [row[3] for row in book.execute(asked)]
    book.close()
    assert plan == [
        f"SEARCH {table} USING INDEX nongju_{table}_{LOOKED_UP_BY[table]} ({LOOKED_UP_BY[table]}=?)"
    ]


def test_a_gradebook_that_is_busy_stays_as_it_is(path):
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 0.1})
    index_gradebook(engine)
    engine.dispose()
    other.rollback()
    assert not list(other.execute("SELECT name FROM sqlite_master WHERE name LIKE 'nongju%'"))
    other.close()
