"""Words that no learner should read: marks, 错误, and misconceptions that are told by a character."""

from __future__ import annotations

import re
from collections.abc import Iterator

MARKS = re.compile(
    r"满分|得分|扣分|记分|计分|打分|评分|加分|丢分|给分|[就都没]有分(?![成开摊])|(?<!百)分数|[题你]的分(?!成|量|别)|分先[给记]"
)
"""Marks are for instructors and graders; learners read 会了, 再练一次, 老师看看."""

CHARACTER = re.compile(
    r"怕|懒|贪|笨|傻|慌|急|粗心|马虎|糊涂|省事|胆|心大|心软|死脑筋|想当然|没耐心|瞎|乱来|不动脑|凭感觉|侥幸|赌|迷信|面子"
    r"|小气|固执|嫌麻烦|图[^纸]"
)
"""Words that tell a person's character: a title says what was counted or left out, 只看车钱."""


def unkind_words(text: str) -> Iterator[str]:
    """What is wrong with the tone of a text for learners, with what to write."""
    if "错误" in text:
        yield "no learner should read 「错误」; say 「很多人第一次都这样」, the reason, 再试一次"
    for match in MARKS.finditer(text):
        yield f"「{match.group()}」: learners read 会了, 再练一次, 老师看看, and no marks"


def unkind_title(title: str) -> str:
    """Why a misconception's title judges a person; empty when it does not."""
    found = CHARACTER.search(title)
    return (
        f"「{title}」 tells a character ({found.group()}); say what was counted or left out" if found else ""
    )
