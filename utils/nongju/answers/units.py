"""The units that learners answer in, as people say them: 元角分, 斤两公斤, %成点, 折, 单天小时.

A `Unit` names the words that mean it, with their size in it, so that 两公斤 in a 斤 field reads as 4 斤.
The words of other units are known too, so that 斤 in a 元 field gets a sentence and not a wrong number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Unit:
    """One unit of an answer field.

    Arguments:
        name: as it stands beside the field, such as 元.
        words: what people write for it or for its relatives, with the size in `name`.
        tail: size of a bare digit after a whole word: 三块五 is 3 块 and 5 times 0.1 块.
        steps: relatives in falling order, for 一斤二两; a bare unit word may take 半 on either side.
    """

    name: str
    words: Mapping[str, Decimal]
    tail: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))

    def size(self, word: str) -> Decimal:
        """How many of this unit the word stands for."""
        return self.words[word]


def _unit(name: str, words: dict[str, str], tail: dict[str, str] | None = None) -> Unit:
    return Unit(
        name,
        MappingProxyType({word: Decimal(size) for word, size in words.items()}),
        MappingProxyType({word: Decimal(size) for word, size in (tail or {}).items()}),
    )


_MONEY = {
    **dict.fromkeys(("块钱", "元钱", "人民币", "块", "元", "圆", "塊", "¥", "rmb", "yuan"), "1"),
    **dict.fromkeys(("角钱", "毛钱", "角", "毛"), "0.1"),
    **dict.fromkeys(("分钱", "分"), "0.01"),
}
_MONEY_TAIL = {
    **dict.fromkeys(("块", "元", "圆", "塊"), "0.1"),
    **dict.fromkeys(("角", "毛"), "0.01"),
}
_JIN = {
    **dict.fromkeys(("公斤", "千克", "kg"), "2"),
    **dict.fromkeys(("市斤", "斤"), "1"),
    **dict.fromkeys(("市两", "两"), "0.1"),
    **dict.fromkeys(("克", "g"), "0.002"),
    "吨": "2000",
}
_KILOGRAM = {word: str(Decimal(size) / 2) for word, size in _JIN.items()}
_JIN_TAIL = {"斤": "0.1", "市斤": "0.1"}
_KILOGRAM_TAIL = {"斤": "0.05", "市斤": "0.05"}
_HOUR = {
    **dict.fromkeys(("个小时", "小时", "个钟头", "钟头"), "1"),
    **dict.fromkeys(("分钟", "分"), "0.0166666666666666666666666667"),
}
_MINUTE = {
    **dict.fromkeys(("个小时", "小时", "个钟头", "钟头"), "60"),
    **dict.fromkeys(("刻钟",), "15"),
    **dict.fromkeys(("分钟", "分"), "1"),
}
_DAY = {**dict.fromkeys(("天", "日"), "1"), **dict.fromkeys(("个星期", "星期", "周", "个礼拜", "礼拜"), "7")}

UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        unit.name: unit
        for unit in (
            _unit("元", _MONEY, _MONEY_TAIL),
            _unit("斤", _JIN, _JIN_TAIL),
            _unit("公斤", _KILOGRAM, _KILOGRAM_TAIL),
            _unit("小时", _HOUR),
            _unit("分钟", _MINUTE),
            _unit("天", _DAY),
            _unit("单", {"单": "1", "笔": "1", "个单": "1"}),
            _unit("个", {"个": "1", "只": "1", "块": "1"}),
            _unit("箱", {"箱": "1", "件": "1", "个箱": "1"}),
            _unit("人次", {"人次": "1"}),
        )
    }
)
"""Units with words of their own. 元/斤, % and 折 are read by `quantity`; any other is its own only word."""

FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "几元": ("元", "块", "角", "毛", "¥"),
        "几斤": ("公斤", "千克", "kg", "斤", "克", "吨"),
        "百分之几": ("%", "成", "个点", "百分点"),
        "几折": ("折",),
        "几单": ("单",),
        "几天": ("天", "日", "星期", "礼拜"),
        "几小时": ("小时", "钟头", "分钟"),
        "几箱": ("箱",),
        "几人次": ("人次",),
        "几个人": ("人",),
    }
)
"""What a unit word asks for, to say kindly which unit was meant and which was written."""

ASKED: Mapping[str, str] = MappingProxyType(
    {"%": "百分之几", "折": "几折", "元/斤": "一斤几元", "元": "几元"}
)


def asked(unit: str) -> str:
    """How a question for this unit is said: 几元, 百分之几, 几单; just 几 without a unit."""
    return ASKED.get(unit, f"几{unit}")
