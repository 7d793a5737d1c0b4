"""A week of two evenings and 进阶, small enough to read, and hand-ins of it marked by the real rules."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.classroom.conftest import WEEK, cell, graded, notebook

from nongju import form
from nongju.answers.session import graded as session_of
from nongju.classroom.reporting.cards import Marked
from nongju.classroom.reporting.outline import Outline, outlines_of
from nongju.course.grades import Grade
from nongju.marking.mark import MARK_MIME

LEARNER = "wang-li"


def _same(name: str, text: str, **numbers: Any) -> list[Any]:
    return [form.scene(one, text, **numbers) for one in (name, f"{name}二", f"{name}三")]


GUESS = form.question(
    f"{WEEK}/guess-1",
    title="先猜：落到手里几元？",
    scenes=_same("猜", "一单卖 98 元。"),
    fields=[form.choice("pick", "我猜：", {"much": "七十多元", "little": "二十多元"})],
)
GUESS_RULES = (
    form.rule_guess(
        "pick",
        points=1,
        key="little",
        why="猪和工都要算钱。",
        wrong=[form.wrong("own_free", "自家的货没算钱", "much", "自家的猪，也能卖给肉贩。")],
    ),
)
P1 = form.question(
    f"{WEEK}/p1",
    title="第 1 题 这一单开不开？",
    scenes=_same(
        "腊肉", "鲜肉 {pork} 元一斤，10 斤熏出 {out} 斤。\n卖 {price} 元。", pork=14, out=6.2, price=20
    ),
    fields=[
        form.number("cost", "① 一斤光肉钱几元？", unit="元"),
        form.choice("open", "② 开不开？", {"yes": "照样开", "no": "改了价再开"}),
    ],
    see="讲一讲 二",
)
P1_RULES = (
    form.rule_number(
        "cost",
        points=3,
        within=0.05,
        key=lambda s: s.pork / (s.out / 10),
        why="{pork} ÷ 0.62 = {key} 元。",
        wrong=[form.wrong("yield_forgotten", "忘了缩水", lambda s: s.pork, "用除，不用乘。")],
    ),
    form.rule_choice(
        "open",
        points=2,
        key="no",
        why="肉钱就要 22.58 元，改了价再开。",
        wrong=[form.wrong("price_only", "只看卖价", "yes", "先减本钱。")],
    ),
)
P2 = form.question(
    f"{WEEK}/p2",
    title="第 2 题 哪一家？",
    scenes=_same("土豆", "县里 {a} 元，邻县 {b} 元。", a=1.3, b=1.45),
    fields=[
        form.table(
            "home",
            "到手几元？",
            columns=[form.column("net", "到手", kind="number", unit="元")],
            rows=["县里", "邻县"],
        )
    ],
)
P2_RULES = (
    form.rule_table(
        "home",
        points=4,
        within=0.005,
        key=lambda s: [{"net": s.a - 0.05}, {"net": s.b - 0.12}],
        row_names=("县里", "邻县"),
        why="县里 1.25，邻县 1.33。",
    ),
)
P3 = form.question(
    f"{WEEK}/p3",
    title="第 3 题 打折做不做？",
    scenes=_same("香肠", "卖 108 元，本钱 {cost} 元。", cost=78),
    fields=[form.number("left", "打九折，一单剩几元？", unit="元"), form.text("why", "为什么？")],
)
P3_RULES = (
    form.rule_number(
        "left",
        points=4,
        within=0.05,
        key=lambda s: 97.2 - s.cost,
        why="97.2 - {cost} = {key} 元。",
        wrong=[form.wrong("yield_forgotten", "忘了缩水", lambda s: s.cost, "本钱里也有缩水。")],
    ),
    form.rule_text("why", points=1, any_of=[["毛利"]], why="说到毛利就好。"),
)
PLAN = form.question(
    f"{WEEK}/own-plan", text="写写你家的货。", title="我的价格单", fields=[form.text("plan", "怎么卖？")]
)

MARKED_BY = {
    "guess-1": (GUESS, GUESS_RULES),
    "p1": (P1, P1_RULES),
    "p2": (P2, P2_RULES),
    "p3": (P3, P3_RULES),
}
FORMS = {"guess-1": GUESS, "p1": P1, "p2": P2, "p3": P3, "own-plan": PLAN}


def _asked(name: str, called: str, points: int) -> list[dict[str, Any]]:
    return [
        cell("code", f"# {called}\nq.show()", name, grade_id=name),
        cell("code", f"# 收卷：{called}\nq.mark()", f"{name}-mark", **graded(f"{name}-mark", points)),
    ]


SHEETS = {
    "worksheet-1": notebook(
        cell("markdown", "# 定价与毛利（一）一单赚多少\n\n## 今天学会", "t1"),
        cell("markdown", "## 先猜一猜", "t2"),
        *_asked("guess-1", "猜一猜：落到手里几元", 1),
        cell("markdown", "## 讲一讲\n\n### 一 一单的钱去哪了", "t3"),
        cell("markdown", "### 二 鲜的缩了水：**用除**，不用乘", "t4"),
        cell("markdown", "## 练一练", "t5"),
        cell("markdown", "## 本周作业\n\n### 必做五题", "t6"),
        *_asked("p1", "第 1 题：这一单开不开", 5),
        *_asked("p2", "第 2 题：哪一家", 4),
    ),
    "worksheet-2": notebook(
        cell("markdown", "# 定价与毛利（二）降价与包邮", "t1"),
        cell("code", "# 我的价格单\nq.sheet()", "own-plan", grade_id="own-plan"),
        cell("markdown", "## 练一练", "t2"),
        *_asked("p3", "第 3 题：打折做不做", 5),
        cell(
            "markdown",
            "### 交给老师看：价格单",
            "own-plan-task",
            grade_id="own-plan-task",
            task=True,
            points=10,
        ),
    ),
    "advanced": notebook(
        cell("markdown", "# 进阶 一张表", "t1"),
        cell("code", "# 在这里写", "floor", grade_id="floor", solution=True, locked=False),
        cell("code", "# 检查：先看一个例子", "floor-check", **graded("floor-check", 10)),
    ),
}
OUTLINES: list[Outline] = outlines_of({name: sheet["cells"] for name, sheet in SHEETS.items()})


def handed_in(
    folder: Path,
    given: Mapping[str, tuple[str, Any]],
    *,
    sheets: tuple[str, ...] = tuple(SHEETS),
    people: Mapping[str, float] | None = None,
    comments: Mapping[str, str] | None = None,
    code: str = "",
) -> dict[str, Marked]:
    """A hand-in after it was marked: the autograded notebooks and the gradebook's rows.

    Arguments:
        folder: an empty folder that is the learner's.
        given: kind and what was typed, by "question.field".
        sheets: the notebooks that were marked.
        people: points that a person gave, by cell.
        comments: what a person wrote, by cell.
        code: what stands in the solution cell; "" is untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries = {
        key: {"kind": kind, "raw": raw, "saved": "2026-11-20T10:00:00+08:00"}
        for key, (kind, raw) in given.items()
    }
    made = {"format": "nongju-answers", "version": 1, "week": WEEK, "learner": LEARNER, "pair": None}
    (folder / "answers.json").write_text(json.dumps({**made, "answers": entries}), encoding="utf-8")
    session = session_of(folder, WEEK, LEARNER)
    found = {}
    for outline in OUTLINES:
        if outline.notebook not in sheets:
            continue
        cells, grades = [], {}
        for one in SHEETS[outline.notebook]["cells"]:
            name = one["metadata"].get("nbgrader", {}).get("grade_id", "")
            shown = dict(one)
            points = None
            if name in FORMS:
                shown["outputs"] = [_display({"text/html": str(FORMS[name].static(session))})]
            elif name.removesuffix("-mark") in MARKED_BY:
                question, rules = MARKED_BY[name.removesuffix("-mark")]
                result = question.result(rules, session)
                points = result.points
                shown["outputs"] = [_display({"text/html": result.to_html(), MARK_MIME: result.to_json()})]
            elif name == "floor":
                shown["source"] = code
            elif name == "floor-check":
                points = 10.0 if "return" in code else 0.0
            cells.append(shown)
            if name.endswith(("-mark", "-task", "-check")):
                most = float(one["metadata"]["nbgrader"]["points"])
                grade = Grade(
                    LEARNER, outline.notebook, name, name.endswith("-task"), points, None, 0.0, False, most
                )
                grades[name] = replace(grade, manual_score=(people or {}).get(name))
        untouched = {"floor"} if not code else set()
        found[outline.notebook] = Marked(outline, cells, grades, comments or {}, untouched)
    return found


def _display(data: dict[str, Any]) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": {}}
