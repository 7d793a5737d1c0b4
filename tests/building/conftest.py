"""A course of one evening, small enough to read, and a builder that runs over it."""

import json
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from nongju.building.fault import Fault, FaultLog
from nongju.building.publish import BuiltWeek
from nongju.building.week import WeekBuilder
from nongju.course.facts import read_facts
from nongju.course.layout import Course
from nongju.course.settings import course_config

FACTS = """\
key,value,unit,year,place,topic,source,checked,certainty,note,conflict
pork,30.30,元/公斤,2022-09-08,全国批发,pork,新闻 2022-09,2026-11-22,S,,
fee_2022,0,%,2022,视频号小店,fee,新闻 2023-01,2026-11-22,S,,
fee_own,,%,,我店里现在的数,fee,老师填,2026-11-22,U,,
box,0.4,公斤,,纸箱,box,本课,2026-11-22,ASSUMED,,
loss_new,20,%,2022,全国,loss,报道甲,2026-11-22,S,,vegetable
loss_old,30,%,2010,全国,loss,报道乙,2026-11-22,S,,vegetable
"""

WORKSHEET = """\
# 定价

## 今天学会

会算一单本钱。没有人保证能赚钱。

![一箱腊肉摆在秤上](assets/box.svg)

## 先猜一猜

```{question} guess 先猜一猜
```

## 讲一讲

猪肉批发价 {fact}`pork|dated`。一单卖 {case}`69 元`，合 {calc}`69/2|1|元/斤`。

## 动手试

## 练一练

## 本周作业

```{question} p1 第 1 题
```

## 一句话带走

先称，再算。

```{question} again 你一开始猜的
```

+++ {"tags": ["task"], "name": "own-plan", "points": 4}

写下你自己的货。

=== BEGIN MARK SCHEME ===
写全了给四分。
=== END MARK SCHEME ===
"""

GUESS = """\
# %% tags=["predict"]
# 先猜一猜：这一单赚不赚
guess = form.question(
    "pricing/guess",
    text="腊肉卖 69 元，赚不赚？",
    fields=[form.choice("pick", "你猜", {"yes": "赚", "no": "不赚"})],
)

# %% tags=["key"] points=1
guess.mark(
    form.rule_guess(
        "pick", points=1, key="yes", why="赚。", wrong=[form.wrong("fee_only", "只看服务费", "no", "先算。")]
    )
)
"""

P1 = """\
# %% tags=["question"]
# 第 1 题 一单本钱几元
q = form.question(
    "pricing/p1",
    scenes=[
        form.scene("腊肉", "鲜肉 {price} 元一斤，箱重 {box} 公斤。", price=[13, 14], box=fact("box")),
        form.scene("香肠", "鲜肉 {price} 元一斤。", price=[15, 16], box=0),
        form.scene("莲子", "鲜莲子 {price} 元一斤。", price=[4, 5], box=0),
    ],
    fields=[form.number("cost", "两斤本钱几元？", unit="元")],
)

# %% tags=["key"] points=3
q.mark(
    form.rule_number(
        "cost",
        points=3,
        within=0.05,
        key=lambda scene_numbers: 2 * scene_numbers.price,
        why="两斤就是两个 {price} 元。",
        wrong=[
            form.wrong("one_jin", "只算一斤", lambda s: s.price, "看清几斤。"),
            form.wrong("three_jin", "多算一斤", lambda s: 3 * s.price, "看清几斤。"),
            form.wrong("four_jin", "斤当公斤", lambda s: 4 * s.price, "一公斤是两斤。"),
            form.wrong("box_priced", "箱子也算钱", lambda s: 2 * s.price + 2, "箱子不要钱。"),
            form.wrong("by_liang", "按两算钱", lambda s: 20 * s.price, "一斤是十两，价钱是一斤的。"),
        ],
    )
)
"""

AGAIN = """\
# %% tags=["form"]
# 你一开始猜的
form.recall("guess.pick")
"""

ADVANCED = """\
# 进阶

```{code-cell} ipython3
:tags: [solution]
:name: break-even

# 写一个函数，算保本要几单
def break_even(fixed, margin):
    ### BEGIN SOLUTION
    return -(-fixed // margin)
    ### END SOLUTION
```

```{code-cell} ipython3
:tags: [tests]
:name: break-even-tests
:points: 2

# 检查：保本要几单
assert break_even(100, 10) == 10
### BEGIN HIDDEN TESTS
assert break_even(101, 10) == 11
### END HIDDEN TESTS
```
"""


@dataclass
class TinyCourse:
    """A course folder whose texts a test edits by replacing words; then it is built."""

    root: Path
    log: FaultLog = field(default_factory=FaultLog)
    text: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.write("course/facts.csv", FACTS)
        self.write("course/pricing/worksheet.md", WORKSHEET)
        for name, text in (("guess", GUESS), ("p1", P1), ("again", AGAIN)):
            self.write(f"course/pricing/questions/{name}.py", text)
        self.write("course/pricing/assets/box.svg", "<svg/>\n")
        self.write("course/pricing/data/prices.csv", "货,元\n腊肉,69\n")
        self.write("course/pricing/teaching.md", "# 给老师\n")

    def write(self, name: str, text: str) -> Path:
        """Put a file into the course."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.text[name] = text
        return path

    def edit(self, old: str, new: str, file: str = "") -> None:
        """Replace one passage of the course's texts; it must be there once."""
        file = file or self.file(old)
        assert self.text[file].count(old) == 1, old
        self.write(file, self.text[file].replace(old, new))

    def add(self, name: str, title: str, text: str, before: str) -> str:
        """Put a question's file into the week, and its line in front of a passage of the lesson."""
        file = f"course/pricing/questions/{name}.py"
        self.write(file, text)
        self.edit(before, f"```{{question}} {name} {title}\n```\n\n{before}")
        return file

    def file(self, passage: str) -> str:
        """The one text that holds a passage."""
        found = [file for file, text in self.text.items() if passage in text]
        assert len(found) == 1, (passage, found)
        return found[0]

    def place(self, passage: str, file: str = "") -> tuple[str, int]:
        """File and line, from 1, of a passage."""
        file = file or self.file(passage)
        return file, self.text[file].split(passage, 1)[0].count("\n") + 1

    def line(self, passage: str, file: str = "") -> int:
        """Line on which a passage stands, from 1."""
        return self.place(passage, file)[1]

    def build(self, week: str = "pricing") -> BuiltWeek | None:
        """Build with a new fault log."""
        self.log = FaultLog()
        course = Course(self.root)
        builder = WeekBuilder(course, read_facts(course.facts_file), self.log, course_config(self.root))
        return builder.build(week)

    def built(self) -> BuiltWeek:
        """Build a course that has no error."""
        built = self.build()
        assert built is not None, [str(fault) for fault in self.log]
        return built

    def only_fault(self, code: str) -> Fault:
        """The one fault of this kind after a build."""
        found = [fault for fault in self.log if fault.code == code]
        assert len(found) == 1, [str(fault) for fault in self.log]
        return found[0]


@pytest.fixture
def tiny(tmp_path: Path) -> TinyCourse:
    """A course with one week, `pricing`, that builds without a fault."""
    return TinyCourse(tmp_path)


@pytest.fixture
def tiny_with_code(tiny: TinyCourse) -> TinyCourse:
    """The tiny course with an optional code question."""
    tiny.write("course/pricing/advanced.md", ADVANCED)
    return tiny


def notebook(content: bytes) -> dict[str, Any]:
    """A notebook's bytes as JSON, each cell's source as one text."""
    parsed: dict[str, Any] = json.loads(content)
    for cell in parsed["cells"]:
        cell["source"] = "".join(cell["source"])
    return parsed


@pytest.fixture
def read_notebook():
    """Parses a notebook's bytes."""
    return notebook


@pytest.fixture
def dedent():
    """Unindents a text."""
    return textwrap.dedent
