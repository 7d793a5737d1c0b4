"""The units that learners answer in, as people say them: 元角分, 斤两公斤, 秒分钟小时, 里公里, 单箱人次.

A `Unit` names the words that mean it, with their size in it, so that 两公斤 in a 斤 field reads as 4 斤.
The words of other units are known too, so that 斤 in a 元 field gets a sentence and not a wrong number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from types import MappingProxyType

Sizes = Mapping[str, Fraction]
"""Word to the number of units that it stands for."""


def _none() -> Sizes:
    return MappingProxyType({})


@dataclass(frozen=True)
class Unit:
    """One unit of an answer field.

    Arguments:
        name: as it stands beside the field, such as 元.
        words: what people write for it or for its relatives, with the size in `name`.
        tail: size of a bare digit behind a word: 三块五 is 3 块 and 5 times 0.1 块.
        clock: size of a bare number behind a word of time: 一分二十 is 1 minute and 20 seconds.
        opens: words that may stand without their 一: 块五, 斤半.
        prefixes: words that may stand in front: ¥12.
        whole: whether it counts things that come only whole: nobody has 8.5 orders.
        signed: whether there can be less than none of it.
    """

    name: str
    words: Sizes
    tail: Sizes = field(default_factory=_none)
    clock: Sizes = field(default_factory=_none)
    opens: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    whole: bool = False
    signed: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _sizes(words: Mapping[str, str | int]) -> dict[str, Fraction]:
    """Sizes by single words, from sizes by words side by side."""
    return {word: Fraction(size) for together, size in words.items() for word in together.split()}


_MONEY = _sizes(
    {"块钱 元钱 人民币 块 元 圆 rmb cny yuan kuai ¥": 1, "角钱 毛钱 角 毛": "0.1", "分钱 分": "0.01"}
)
_WEIGHT = _sizes({"吨 t": 2000, "公斤 千克 kg": 2, "市斤 斤 jin": 1, "市两 两": "0.1", "克 g": "0.002"})
_LENGTH = _sizes(
    {
        "公里 千米 km": 1000,
        "里路 里地 华里 里": 500,
        "米 m": 1,
        "市尺 尺": "1/3",
        "厘米 公分 cm": "0.01",
        "毫米 mm": "0.001",
    }
)
_TIME = _sizes(
    {
        "小时 钟头 钟 h hour hours": 3600,
        "刻钟 刻": 900,
        "分钟 分 min mins": 60,
        "秒钟 秒 s sec": 1,
        "毫秒 ms": "0.001",
    }
)
_DAYS = _sizes({"星期 礼拜 周": 7, "天 日": 1})


def _in(name: str, family: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {word: size / family[name] for word, size in family.items()}


def _weight(name: str) -> Unit:
    words = _in(name, _WEIGHT)
    tail = dict.fromkeys(("斤", "市斤"), words["两"])
    return Unit(name, words, tail, opens=frozenset({"斤", "公斤"}))


def _length(name: str) -> Unit:
    words = _in(name, _LENGTH)
    return Unit(name, words, {"米": words["米"] / 10}, opens=frozenset({"米", "里", "公里"}))


def _time(name: str) -> Unit:
    words = _in(name, _TIME)
    clock = {
        **dict.fromkeys(("分", "分钟", "min"), words["秒"]),
        **dict.fromkeys(("小时", "钟头", "h"), words["分"]),
    }
    return Unit(name, words, clock=clock)


def _things(name: str, also: str = "") -> Unit:
    return Unit(name, _sizes({f"{name} 个{name} 个 {also}": 1}), whole=True)


UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        unit.name: unit
        for unit in (
            Unit(
                "元",
                _MONEY,
                _sizes({"块 元 圆": "0.1", "角 毛": "0.01"}),
                opens=frozenset({"块", "毛"}),
                prefixes=("¥", "人民币", "rmb", "cny"),
                signed=True,
            ),
            *map(_weight, ("斤", "公斤", "千克", "kg", "克", "两", "吨")),
            *map(_length, ("公里", "里", "米", "厘米")),
            *map(_time, ("小时", "分钟", "秒")),
            Unit("天", _DAYS, opens=frozenset({"天"})),
            Unit(
                "%",
                _sizes({"% 个百分点 百分点 个点 点": 1, "‰": "0.1", "‱": "0.01", "成": 10}),
                _sizes({"成": 1, "个点": "0.1"}),
                signed=True,
            ),
            Unit("折", _sizes({"折": 1})),
            _things("单", "笔 单子"),
            _things("个", "只 枚 字 个字 人 个人 名 位"),
            _things("箱", "件"),
            _things("人", "名 位 口"),
            Unit("人次", _sizes({"人次 次": 1}), whole=True),
            _things("次", "回 趟 遍"),
            _things("家", "户"),
            _things("颗", "粒"),
            _things("字"),
            *map(_things, _words("件 只 份 袋 包 盒 瓶 坛 桶 张 条 行 句 场 台 辆 头 棵 枚 粒 户 名 笔")),
            Unit("MB", _sizes({"mb m": 1})),
            Unit("分贝", _sizes({"分贝 db": 1}), signed=True),
        )
    }
)
"""Units with words of their own. % and 折 are read by `shares`, 元/斤 by `amounts.price`."""

PACKS = _words("箱 袋 包 筐 件 板 车 担 坛 盒 瓶 桶 捆 挂 篮 篓 个 只")
"""What goods come in; none of them says how much it weighs."""

WORDS = _words(
    "元 块 角 毛 ¥ $ rmb 公斤 千克 kg 斤 克 吨 % ‰ 百分之 千分之 万分之 成 个点 百分点 折 单 笔 天 日 "
    "星期 礼拜 周 小时 钟头 刻钟 分钟 秒 公里 千米 km 里 厘米 米 箱 件 袋 包 筐 盒 瓶 车 人次 人 次 只 个"
)
"""Words of units, longer and clearer ones first, to say kindly which unit was meant and which was written."""

_ASKED = MappingProxyType({"%": "百分之几", "折": "几折", "": "几"})


@cache
def unit_of(name: str) -> Unit:
    """The unit of a field. One that is not known here is its own only word, and may be below 0."""
    money, per, thing = name.partition("/")
    if name in UNITS:
        return UNITS[name]
    if per:
        return Unit(name, {**unit_of(thing).words, **unit_of(money).words})
    if name[:1] == "万" and name[1:] in UNITS:
        base = UNITS[name[1:]]
        return Unit(name, {**{word: size / 10_000 for word, size in base.words.items()}, name: Fraction(1)})
    return Unit(name, _sizes({name.lower(): 1}), signed=True)


def asked(unit: str) -> str:
    """How a question for this unit is said: 几元, 百分之几, 几单, 一斤几元; just 几 without a unit."""
    money, per, thing = unit.partition("/")
    return f"一{thing}几{money}" if per else _ASKED.get(unit, f"几{unit}")


def example(unit: str) -> str:
    """An amount as it may be written in a field of this unit."""
    if unit == "折":
        return "8 折"
    return f"{8 if unit_of(unit).whole else 3.5} {unit}".strip()


def other_word(text: str, own: Iterable[str]) -> str:
    """A word of another unit that stands in a text, "" where there is none."""
    own = frozenset(own)
    return next((word for word in WORDS if word in text and word not in own), "")
