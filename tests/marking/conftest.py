"""A question as an author writes it: cured pork at 69 yuan, open the sale or not."""

import pytest

from nongju.marking import draw, rule_choice, rule_number, wrong
from nongju.marking.scene import scene


def show(value):
    return f"{value:.10g} 元" if isinstance(value, int | float) else str(value)


def cost(s):
    return 2 * (s.pork / (s.out / 10) + s.extra) + s.pack


@pytest.fixture
def pork():
    return draw(
        "pricing-margin",
        "p1",
        "",
        [scene("腊肉", "鲜肉 {pork} 元。", pork=14, out=6.2, extra=5, pack=14, fee=0.02, price=69)],
    )


@pytest.fixture
def cost_rule():
    return rule_number(
        "cost",
        points=2,
        within=0.05,
        key=cost,
        why="鲜肉 {pork} 元一斤，一单本钱 {key} 元，就是 {key_said}。",
        wrong=[
            wrong("yield_forgotten", "忘了缩水", lambda s: 2 * (s.pork + s.extra) + s.pack, "用除，不用乘。"),
            wrong(
                "yield_multiplied",
                "乘了出成率",
                lambda s: 2 * (s.pork * s.out / 10 + s.extra) + s.pack,
                "越熏越少。",
            ),
            wrong(
                "all_divided",
                "香料也除了",
                lambda s: 2 * (s.pork + s.extra) / (s.out / 10) + s.pack,
                "只除肉。",
            ),
        ],
    )


@pytest.fixture
def open_rule():
    return rule_choice(
        "open",
        points=1,
        key=lambda s: "yes" if s.price * (1 - s.fee) >= cost(s) else "no",
        why="卖 {price} 元不够本。",
        wrong=[wrong("turnover_not_margin", "看流水不看毛利", "yes", "先看一单剩几元。")],
    )
