"""Every fault names its file, its line and what to do; none of them hides another."""
# ruff: noqa: E501  one mistake a line reads as a table

import pytest
from tests.building.conftest import P1

from nongju import form
from nongju.building.fault import FaultLog
from nongju.building.proof import proof, proof_lines
from nongju.building.week import WeekBuilder
from nongju.course.facts import read_facts
from nongju.course.layout import Course
from nongju.course.settings import course_config

PAGE = "course/pricing/worksheet.md"
ADVANCED = "course/pricing/advanced.md"
KEY_START = 'tags=["key"] points=3'
FORM = '# %% tags=["form"]'

# What an author wrote by mistake: old text, new text, the fault's code, where it is, what it says.
MISTAKES = [
    (FORM, '# %% tags=["from"]', "unknown-tag", "# 你一开始猜的", "unknown tag 'from'; did you mean form?"),
    (FORM, '# %% tags=["form", "key"]', "two-tags", "# 你一开始猜的", "one tag a cell, not form and key"),
    (FORM, "# %%", "untagged", "# 你一开始猜的", "give this cell one tag"),
    (FORM, '# %% tags=["task"]', "question-file", "# 你一开始猜的", "a cell here has one of the tags question, predict"),
    (FORM, '# %% tags=["solution"]', "question-file", "# 你一开始猜的", "a cell here has one of the tags question, predict"),
    (FORM, "# %% [markdown]", "question-file", "# 你一开始猜的", "a cell here has one of the tags question, predict"),
    (FORM, '# %% tags=["form"] colour="red"', "option", "# 你一开始猜的", "unknown option 'colour'"),
    (FORM, "import math\n" + FORM, "question-file", "import math", "everything stands below a line such as # %%"),
    ("{question} again ", "{question} agin ", "no-question", "```{question} agin", "there is no questions/agin.py; did you mean again?"),
    ("{question} again 你一开始猜的", "{question} again", "question-line", "```{question} again", "give the question's name and its title"),
    ("你一开始猜的\n```\n", "你一开始猜的\n猜了什么？\n```\n", "question-line", "```{question} again", "close it on the next line"),
    ("```{question} again 你一开始猜的\n```", "- 再看\n\n  ```{question} again 你一开始猜的\n  ```", "nested", "  ```{question} again", "start at the margin"),
    ("```{question} again", "```{question} guess 再猜\n```\n\n```{question} again", "placed-twice", "```{question} guess 再猜", f"question 'guess' stands in {PAGE}:"),
    ('"name": "own-plan"', '"name": "p1-mark"', "duplicate-name", "写下你自己的货", "name 'p1-mark' is taken (course/pricing/questions/p1.py:"),
    ('"name": "own-plan", ', "", "no-name", "写下你自己的货", "a task cell needs a name"),
    ('"name": "own-plan"', '"name": "我的货"', "bad-name", "写下你自己的货", "must be lower-case letters"),
    (FORM, FORM + " points=2", "points", "# 你一开始猜的", "points of a form cell stand nowhere"),
    (KEY_START, 'tags=["key"]', "no-points", "q.mark(", "key 'p1' has no points"),
    (KEY_START, 'tags=["key"] points="three"', "no-points", "q.mark(", "points must be a number above 0"),
    (KEY_START, 'tags=["key"] points=0', "no-points", "q.mark(", "points must be a number above 0"),
    (KEY_START, 'tags=["key"] points=5', "points", "q.mark(", "the rules add up to 3 points, the cell has 5"),
    ('# %% tags=["key"] points=3', '# %% tags=["form"]\n# 中间一句\nform.recall("guess.pick")\n\n# %% tags=["key"] points=3', "no-key", "# 第 1 题", "needs a key cell"),
    ("## 动手试\n", "## 动手试\n\n```{code-cell} ipython3\n1\n```\n", "code-in-lesson", "1\n```", "code stands in questions/NAME.py"),
    ('"pricing/p1"', '"pricing/p2"', "identity", "q = form.question(\n    \"pricing/p2\"", 'write form.question("pricing/p1", ...)'),
    ("# 第 1 题 一单本钱几元\n", "", "first-line", "q = form.question(\n    \"pricing/p1\"", "must be a Chinese comment"),
    ("# 第 1 题 一单本钱几元", "# first question", "first-line", "# first question", "must be a Chinese comment"),
    ("# 第 1 题 一单本钱几元\nq = form", "# 第 1 题\nq = from", "syntax", "q = from", "this is not Python"),
    ('q.mark(\n', 'q.show(\n', "no-mark", "q.show(", "a key cell ends in q.mark(...)"),
    ('        form.scene("莲子", "鲜莲子 {price} 元一斤。", price=[4, 5], box=0),\n', "", "scenes", "q.mark(", "2 scenes, a graded question needs 3"),
    ('            form.wrong("four_jin", "斤当公斤", lambda s: 4 * s.price, "一公斤是两斤。"),\n', "", "few-models", "q.mark(", "wrong models one_jin, three_jin, box_priced, by_liang of the numbers; 5 are needed"),
    ("lambda s: 4 * s.price", "lambda s: 3 * s.price + 0.05", "not-distinguishable", '"cost",\n        points', "three_jin and four_jin cannot be told apart"),
    ("lambda s: 4 * s.price", "lambda s: 2 * s.price - 0.01", "not-distinguishable", '"cost",\n        points', "the key and four_jin cannot be told apart"),
    ("2 * scene_numbers.price", "2 * scene_numbers.pork", "rule", '"cost",\n        points', "no number 'pork'"),
    ('why="两斤就是两个 {price} 元。"', 'why="两个 {pork} 元。"', "rule", '"cost",\n        points', "no number for '{pork}'"),
    ('form.rule_number(\n        "cost"', 'form.rule_number(\n        "price"', "field", '"price",\n', "the rule marks 'price'; the fields are cost"),
    ('"两斤本钱几元？"', '"{jin} 斤本钱几元？"', "label", "q.mark(", "no number for '{jin}'"),
    ("within=0.05", "within=0.05, colour=1", "raises", "form.rule_number(", "colour"),
    ('unit="元")],\n)', 'unit="元")],\n    key=3,\n)', "key-in-question", "q = form.question(\n    \"pricing/p1\"", "key=... would reach learners"),
    ('unit="元")],\n)', 'unit="元")],\n)\nhelp_text = form.wrong("a", "b", 1, "c")', "key-in-question", "help_text", "wrong(...) would reach learners"),
    ("一单卖 {case}`69 元`", "一单卖 69 元", "figure", "猪肉批发价", "figure '69 元' has no source"),
    ("先称，再算。", "先称。\n\n百分之二写成 2%。", "figure", "百分之二", "figure '2%' has no source"),
    ("{fact}`pork|dated`", "{fact}`porc`", "unknown-fact", "猪肉批发价", "did you mean pork?"),
    ("{fact}`pork|dated`", "{fact}`box`", "uncertain-fact", "猪肉批发价", "write {assume}`box`"),
    ("{fact}`pork|dated`", "{assume}`fee_own`", "unknown-fact", "猪肉批发价", "has no value yet"),
    ("{fact}`pork|dated`", "{fact}`pork|long`", "role", "猪肉批发价", "takes a key or key|dated"),
    ("{fact}`pork|dated`", "{price}`pork`", "role", "猪肉批发价", "unknown role {price}"),
    ("{case}`69 元`", "{case}69 元`", "mark", "猪肉批发价", "a mark is not closed"),
    ("合 {calc}`69/2|1|元/斤`", "合 {calc}`69/2|1|元/斤", "mark", "猪肉批发价", "write it like {case}`14 元`"),
    ("{case}`69 元`", "{case}`很多`", "role", "猪肉批发价", "{case} holds a figure"),
    ("{calc}`69/2|1|元/斤`", "{calc}`69/0|1|元`", "role", "猪肉批发价", "division by zero"),
    ("{calc}`69/2|1|元/斤`", '{calc}`f["porc"]|1|元`', "role", "猪肉批发价", "did you mean pork?"),
    ("{calc}`69/2|1|元/斤`", "{calc}`69/2`", "role", "猪肉批发价", "{calc} is expression|places|unit"),
    ("{calc}`69/2|1|元/斤`", "{topic}`pork`", "role", "猪肉批发价", "on a line of its own"),
    ('box=fact("box")', 'box=fact("boks")', "unknown-fact", "form.scene(\"腊肉\"", "did you mean box"),
    ('box=fact("box")', 'box=fact(box)', "fact", "form.scene(\"腊肉\"", "fact takes one key in quotes"),
    ('"两斤就是两个 {price} 元。"', 'f"箱重 {fact(\'box\')} 公斤。"', "fact", "f\"箱重", "does not work inside an f-string"),
    ("![一箱腊肉摆在秤上]", "![]", "no-alt", "![]", "has no description"),
    ("assets/box.svg)", "assets/box.png)", "no-image", "![一箱", "there is no picture assets/box.png"),
    ("assets/box.svg)", "https://example.org/box.png)", "remote-image", "![一箱", "is on another host"),
    ("先称，再算。", "<b>先称</b>", "html", "<b>", "write Markdown, not HTML"),
    ("## 动手试\n\n", "", "section", "# 定价", "the section ## 动手试 is missing"),
    ("## 动手试\n\n## 练一练", "## 练一练\n\n## 动手试", "section", "## 动手试", "the section 动手试 comes before 练一练"),
    ("## 动手试\n", "## 动手试\n\n## 讲一讲\n", "section", "## 讲一讲\n\n## 练", "stands twice"),
    ("## 动手试\n", "## 动手试\n\n## 顺便说说\n", "section", "## 顺便说说", "unknown section '顺便说说'"),
    ("没有人保证能赚钱。", "", "no-promise", "## 今天学会", "write 「没有人保证能赚钱」"),
    ("猪肉批发价", "好" * 1801 + "。猪肉批发价", "too-long", "## 讲一讲", "has 1,8"),
    ('form.recall("guess.pick")', 'form.recall("guess.pik")', "recall", "form.recall", "nothing is kept under 'guess.pik'"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "says"), MISTAKES, ids=[f"{m[2]}-{n}" for n, m in enumerate(MISTAKES)]
)
def test_a_mistake_is_named_with_its_file_and_line(tiny, old, new, code, where, says):
    tiny.edit(old, new)
    assert tiny.build() is None
    fault = tiny.only_fault(code)
    assert (fault.file, fault.line) == tiny.place(where)
    assert says.replace(",", "") in fault.message.replace(",", "")
    assert fault.severity == "error"
    assert str(fault) == f"{fault.file}:{fault.line}: error: {fault.message} [{code}]"


CODE = '```{code-cell} ipython3\n:tags: [form]\n:name: more\n\n# 再看一眼\nform.recall("guess.pick")\n```'
"""A cell as advanced.md holds them."""

SOLUTION = (
    CODE.replace("[form]", "[solution]")
    .replace("more", "solved")
    .replace("再看一眼", "试一试")
    .replace('form.recall("guess.pick")', "1")
)
TASK = '+++ {"tags": ["task"], "name": "own-goods", "points": 4}\n\n写下你自己的货。\n'

UNREADABLE = [
    ("```{code-cell} ipython3\n:tags: [form]", "```{code-cell} python\n:tags: [form]", "myst", "# 定价", "jupytext warns: All code cells"),
    (":tags: [form]", ":tags: {a: 1}", "tags", "```{code-cell} ipython3\n:tags: {", "tags are a list of words"),
    ("form.recall(\"guess.pick\")\n```", "form.recall(\"guess.pick\")", "unclosed", "```{code-cell} ipython3\n:tags: [form]", "never closed"),
    ("```{code-cell} ipython3\n:tags: [form]", "```{code-cel} ipython3\n:tags: [form]", "directive", "```{code-cel}", "unknown directive {code-cel}"),
    (":tags: [form]", ":tags: [form", "myst", "```{code-cell} ipython3\n:tags: [form", "options are not YAML"),
    ("```{code-cell} ipython3\n:tags: [form]", "```{code-cell} julia\n:tags: [form]", "language", "```{code-cell} julia", "'julia' is not run here"),
    ('+++ {"tags": ["task"]', '+++ {"tags": [task]', "myst", '+++ {"tags"', "comes nothing or JSON"),
    ("再称一次。", "再称一次。\n\n    四个空格", "indented", "    四个空格", "four spaces"),
    ("再称一次。", "- 先称\n\n  ```{code-cell} ipython3\n  1\n  ```\n", "nested", "  ```{code-cell}", "start it at the margin"),
    ("# 定价\n", "---\na: [\n---\n\n# 定价\n", "myst", "---", "not YAML"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "says"), UNREADABLE, ids=[f"{m[2]}-{n}" for n, m in enumerate(UNREADABLE)]
)
def test_broken_myst_is_named_with_its_line(tiny, old, new, code, where, says):
    tiny.write(ADVANCED, f"# 定价\n\n{SOLUTION}\n\n{CODE}\n\n再称一次。\n\n" + TASK)
    tiny.edit(old, new, ADVANCED)
    assert tiny.build() is None
    fault = tiny.only_fault(code)
    assert (fault.file, fault.line) == (ADVANCED, tiny.line(where, ADVANCED))
    assert says in fault.message


WARNINGS = [
    ("先称，再算。", "称" * 41 + "。", "long-sentence", "称" * 41, "a sentence of 42 characters"),
    ("先称，再算。", "先称，再 check。", "english", "先称", "'check' on a learner's page"),
    (
        '香肠", "鲜肉',
        '香肠", "check 鲜肉',
        "english",
        "check 鲜肉",
        "'check' on a learner's page",
    ),
    ("{fact}`pork|dated`", "{fact}`loss_new`", "conflict", "# 定价", "loss_new is contradicted by loss_old"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "says"), WARNINGS, ids=["sentence", "text", "form", "conflict"]
)
def test_advice_is_a_warning_and_the_week_is_built(tiny, old, new, code, where, says):
    tiny.edit(old, new)
    assert tiny.build() is not None
    fault = tiny.only_fault(code)
    assert (fault.file, fault.line, fault.severity) == (*tiny.place(where), "warning")
    assert says in fault.message


@pytest.mark.parametrize(
    "harmless",
    [
        "一个 App，一段 {case}`3 MB`。",
        "看 `pip` 这一行。",
        "藠头（jiào tou）。",
        "第 3 题，十五分钟，2023年1月。",
        "{fact}`loss_new` 和 {fact}`loss_old` 对不上。",
        "28 ÷ 0.98，得几就是几。",
        "分两次，3 个人，5 分钟。",
    ],
)
def test_what_learners_know_is_no_fault(tiny, harmless):
    tiny.edit("先称，再算。", harmless)
    tiny.built()
    assert [str(fault) for fault in tiny.log] == []


def test_the_course_itself_has_no_fault(tiny_with_code):
    tiny_with_code.built()
    assert [str(fault) for fault in tiny_with_code.log] == []


def test_all_faults_are_reported_at_once(tiny):
    tiny.edit("![一箱腊肉摆在秤上]", "![]")
    tiny.edit("{fact}`pork|dated`", "{fact}`porc`")
    tiny.edit(FORM, FORM.replace("form", "from"))
    tiny.edit("lambda s: 4 * s.price", "lambda s: 2 * s.price")
    assert tiny.build() is None
    assert {"no-alt", "unknown-fact", "unknown-tag", "not-distinguishable"} <= {
        fault.code for fault in tiny.log
    }
    places = [(fault.file, fault.line) for fault in tiny.log]
    assert places == sorted(places)


def test_a_misconception_has_one_title_over_all_questions(tiny):
    second = P1.replace("pricing/p1", "pricing/p2").replace("只算一斤", "少算一斤")
    file = tiny.add("p2", "第 2 题", second, "## 一句话带走")
    assert tiny.build() is None
    fault = tiny.only_fault("misconception-title")
    assert (fault.file, fault.line) == tiny.place('form.wrong("one_jin", "少算一斤"')
    first, line = tiny.place('form.wrong("one_jin", "只算一斤"')
    assert first != file
    assert f"'少算一斤' here and '只算一斤' in {first}:{line}" in fault.message


@pytest.mark.parametrize("stage", ["course", "source"])
@pytest.mark.parametrize("name", ["answers.json", "answers.坏了-1032.json", "gradebook.db", "uploads/a.jpg"])
def test_a_learners_file_in_the_course_stops_the_build(tiny, stage, name):
    tiny.write(f"{stage}/pricing/data/{name}", "{}")
    assert tiny.build() is None
    fault = tiny.only_fault("peoples-data")
    assert fault.file == f"{stage}/pricing/data/{name.split('/')[0]}"
    assert "move it out" in fault.message


def test_a_key_line_that_also_stands_in_the_open_is_a_leak(tiny):
    tiny.edit("先称，再算。", "key=lambda scene_numbers: 2 * scene_numbers.price,\n\n再算。")
    assert tiny.build() is None
    fault = tiny.only_fault("leak")
    assert fault.line == tiny.line("key=lambda scene_numbers: 2 * scene_numbers.price,\n        why")
    assert "stands in the release too" in fault.message


PRACTICE = (
    P1.replace("pricing/p1", "pricing/try")
    .replace('["question"]', '["practice"]')
    .replace('\n# %% tags=["key"] points=3\nq.mark', "q.practice")
)


def test_a_practice_may_show_a_formula_that_a_key_uses_too(tiny):
    tiny.add("try", "练 1", PRACTICE, "## 本周作业")
    tiny.built()
    assert [str(fault) for fault in tiny.log] == []


def test_a_practice_that_cannot_tell_two_answers_apart_is_a_fault_too(tiny):
    tiny.add("try", "练 1", PRACTICE.replace("4 *", "3 *"), "## 本周作业")
    assert tiny.build() is None
    assert "three_jin and four_jin" in tiny.only_fault("not-distinguishable").message


def test_a_sheet_that_breaks_on_an_ordinary_number_is_a_fault(tiny):
    sheet = """# %% tags=["sheet"]
# 算盘：一斤几元
q = form.question("pricing/calc", text="填两个数。", fields=[form.number("yuan", "几元？", unit="元"), form.number("jin", "几斤？", unit="斤")])

def respond(values):
    if None in values.values():
        return form.lines(["填上两个数。"])
    return form.lines([f"一斤 {values['yuan'] / values['jin']} 元。"])

q.sheet(respond)
"""
    tiny.add("calc", "算盘", sheet, "## 练一练")
    assert tiny.build() is None
    fault = tiny.only_fault("sheet-raises")
    assert "ZeroDivisionError" in fault.message
    assert fault.line == tiny.line("    return form.lines([f")


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("f'亏 {-(p - c):.2f} 元。'", "-0.00"),
        ("f'亏 {-(p - c):.0f} 元。'", "-0"),
        ("f'是 {p / c if c else float(\"nan\")} 倍。'", "nan"),
    ],
)
def test_a_sheet_that_says_what_nobody_writes_is_a_fault(tiny, says, found):
    sheet = f"""# %% tags=["sheet"]
# 算盘：一单剩几元
q = form.question("pricing/calc", text="填两个数。", fields=[form.number("p", "卖几元？", unit="元"), form.number("c", "本钱几元？", unit="元")])

def respond(values):
    p, c = values["p"], values["c"]
    return form.lines([{says} if None not in (p, c) else "填上两个数。"])

q.sheet(respond)
"""
    tiny.add("calc", "算盘", sheet, "## 练一练")
    assert tiny.build() is None
    assert f"says '{found}'" in tiny.only_fault("sheet-says").message
    tiny.edit(says, "f'一单{form.format_gain(p - c)}。'")
    tiny.built()


def test_a_week_that_does_not_sell_needs_no_warning_about_earning(tiny):
    tiny.edit("没有人保证能赚钱。", "")
    tiny.write("course/syllabus.toml", '[[week]]\nname = "pricing"\nselling = false\n')
    tiny.built()
    assert [str(fault) for fault in tiny.log] == []


def test_points_that_differ_from_the_syllabus_are_named(tiny):
    tiny.write(
        "course/syllabus.toml",
        '[[week]]\nname = "pricing"\n\n[[week.evening]]\nnotebook = "worksheet"\npoints = 9\n',
    )
    assert tiny.build() is None
    fault = tiny.only_fault("syllabus")
    assert (fault.file, fault.line) == ("course/syllabus.toml", 5)
    assert "worksheet has 8 points, the syllabus says 9" in fault.message


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("price=[4, 5], box=0),", "price=[4, 5], box=0,", "syntax", "this is not Python"),
        ("鲜莲子 {price} 元一斤", "鲜莲子 {prise} 元一斤", "scenes", "no number for '{prise}'"),
        ("points=3,\n        within", "points=1 / 0,\n        within", "raises", "ZeroDivisionError"),
    ],
)
def test_a_question_that_cannot_be_read_hides_what_would_follow_from_it(tiny, old, new, code, says):
    tiny.write(
        "course/syllabus.toml",
        '[[week]]\nname = "pricing"\n\n[[week.evening]]\nnotebook = "worksheet"\npoints = 11\n',
    )
    tiny.add("p2", "第 2 题", P1.replace("pricing/p1", "pricing/p2"), "## 一句话带走")
    tiny.edit("没有人保证能赚钱。", "没有人保证能赚钱。今晚两道必做。")
    assert tiny.built()
    tiny.edit(old, new, "course/pricing/questions/p1.py")
    assert tiny.build() is None
    assert any(fault.code == code and says in fault.message for fault in tiny.log)
    assert not {fault.code for fault in tiny.log} & {"numbering", "count", "syllabus"}


def test_a_hidden_test_region_that_never_ends_is_named_by_nbgrader(tiny_with_code):
    file = "course/pricing/advanced.md"
    tiny_with_code.edit("    ### END SOLUTION\n", "", file)
    assert tiny_with_code.build() is None
    assert "solution" in tiny_with_code.only_fault("nbgrader").message.lower()


@pytest.mark.parametrize("word", ["腊肉卖 69 元，赚不赚？", "先算。"])
def test_bold_in_the_words_of_a_form_is_a_fault(tiny, word):
    tiny.edit(word, f"**{word}**")
    assert tiny.build() is None
    fault = tiny.only_fault("bold")
    assert fault.line == tiny.line(word)


def test_a_wholly_hidden_graded_cell_is_a_fault(tiny_with_code):
    file = "course/pricing/advanced.md"
    tiny_with_code.edit("assert break_even(100, 10) == 10\n", "", file)
    assert tiny_with_code.build() is None
    fault = tiny_with_code.only_fault("wholly-hidden")
    assert (fault.file, fault.line) == (file, tiny_with_code.line("# 检查", file))


def test_a_solution_that_fails_its_own_tests_is_named_at_the_test(tiny_with_code):
    file = "course/pricing/advanced.md"
    tiny_with_code.edit("-(-fixed // margin)", "fixed // margin", file)
    assert tiny_with_code.build() is None
    fault = tiny_with_code.only_fault("raises")
    assert (fault.file, fault.line) == (file, tiny_with_code.line("assert break_even(101", file))
    assert "AssertionError" in fault.message


def test_a_solution_that_earns_less_than_the_points_is_a_fault(tiny_with_code):
    file = "course/pricing/advanced.md"
    tiny_with_code.edit("assert break_even(101, 10) == 11\n", "1.5\n", file)
    assert tiny_with_code.build() is None
    assert "earns 1.5, not 2 points" in tiny_with_code.only_fault("solution-fails").message


CLIP_QUESTION = """\
# %% tags=["question"]
# 第 2 题 交一段视频
q = form.question("pricing/p2", text="竖着拍，拿稳。", fields=[form.clip("clip", "把视频交上来")])

# %% tags=["key"] points=5
q.mark(
    form.rule_clip("clip", points=5, kind="product", wants=("shape", "shake"), why="竖着拍，拿稳。"),
)
"""


def test_a_question_of_a_clip_alone_needs_neither_misconceptions_nor_three_scenes(tiny, read_notebook):
    tiny.add("p2", "第 2 题", CLIP_QUESTION, "## 一句话带走")
    built = tiny.built()
    assert len(list(tiny.log)) == 0
    cells = {cell["id"]: cell["source"] for cell in read_notebook(built.release["worksheet.ipynb"])["cells"]}
    graded = next(source for name, source in cells.items() if name.endswith("p2-mark"))
    assert "form.clip(" in graded
    assert "rule_clip" not in graded


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "message"),
    [
        (
            'wants=("shape", "shake")',
            'wants=("shape", "steady")',
            "raises",
            "form.rule_clip(",
            "no measure steady; there are shape",
        ),
        ('wants=("shape", "shake")', "wants=()", "raises", "form.rule_clip(", "any clip would pass"),
        (
            'wants=("shape", "shake")',
            'wants=("speech_rate",)',
            "raises",
            "form.rule_clip(",
            "speech_rate is advice alone",
        ),
        (
            'kind="product"',
            'kind="film"',
            "raises",
            "form.rule_clip(",
            "kind is one of product, talking, edited",
        ),
        ('kind="product"', 'kind="product", move="zoom"', "raises", "form.rule_clip(", "move is one of push"),
        (
            'form.clip("clip", "把视频交上来")',
            'form.photo("clip", "拍一张")',
            "field",
            "form.rule_clip(",
            "field 'clip' is a photo; mark it by rule_photo",
        ),
        (
            'form.clip("clip", "把视频交上来")',
            'form.text("clip", "写一写")',
            "field",
            "form.rule_clip(",
            "field 'clip' is a text; mark it by rule_text, this rule marks clip",
        ),
        (
            'form.clip("clip", "把视频交上来")',
            'form.clip("clip", "交", seconds=120)',
            "raises",
            "form.clip(",
            "seconds from 1 to 90",
        ),
        (
            '["key"] points=5',
            '["key"] points=4',
            "points",
            "q.mark(\n    form.rule_clip(",
            "add up to 5 points",
        ),
        (
            'form.clip("clip", "把视频交上来")]',
            'form.clip("clip", "交"), form.number("n", "几秒？")]',
            "field",
            "q.mark(\n    form.rule_clip(",
            "field 'n' has 0 rules",
        ),
    ],
)
def test_a_mistake_in_a_clip_question_is_named_with_its_line(tiny, old, new, code, where, message):
    assert CLIP_QUESTION.count(old) == 1
    tiny.add("p2", "第 2 题", CLIP_QUESTION.replace(old, new), "## 一句话带走")
    assert tiny.build() is None
    fault = tiny.only_fault(code)
    assert message in fault.message
    file, line = tiny.place(where)
    assert fault.file == file
    assert abs(fault.line - line) <= 1


def two_clips(first, second, points):
    asked = CLIP_QUESTION.replace('来")]', '来"), form.clip("more", "再交一段")], enough=1')
    rule = (
        f'    form.rule_clip("more", points={second}, kind="product", wants=("shape",), why="竖着拍。"),\n)'
    )
    asked = asked.replace('拿稳。"),\n)', f'拿稳。"),\n{rule}').replace('p", points=5', f'p", points={first}')
    return asked.replace('["key"] points=5', f'["key"] points={points}')


def test_where_the_best_of_some_fields_count_the_points_are_those_that_can_be_had(tiny):
    tiny.add("p2", "第 2 题", two_clips(5, 5, 5), "## 一句话带走")
    tiny.built()


def test_fields_of_which_the_best_count_have_the_same_points(tiny):
    tiny.add("p2", "第 2 题", two_clips(5, 4, 5), "## 一句话带走")
    assert tiny.build() is None
    assert (
        "the best 1 fields count, so each needs the same points, not [5.0, 4.0]"
        in tiny.only_fault("points").message
    )


def test_a_typed_answer_beside_a_clip_needs_its_misconceptions_and_scenes(tiny):
    both = (
        CLIP_QUESTION.replace('来")]', '来"), form.number("n", "几秒？", unit="秒")]')
        .replace("wants=", "wants=")
        .replace(
            '拿稳。"),\n)',
            '拿稳。"),\n    form.rule_number("n", points=1, key=3, within=0.1, why="三秒。"),\n)',
        )
    )
    tiny.add("p2", "第 2 题", both.replace('["key"] points=5', '["key"] points=6'), "## 一句话带走")
    assert tiny.build() is None
    assert {fault.code for fault in tiny.log} == {"scenes", "few-misconceptions"}


def test_a_worksheet_that_would_say_something_else_than_the_mark_is_warned_of(tiny):
    talking = CLIP_QUESTION.replace('kind="product"', 'kind="talking", move="push"')
    tiny.add("p2", "第 2 题", talking, "## 一句话带走")
    tiny.built()
    (warning,) = tiny.log.warnings
    assert warning.code == "clip-kind"
    assert 'write form.clip("clip", ..., kind="talking", move="push")' in warning.message
    tiny.edit('"把视频交上来")', '"把视频交上来", kind="talking", move="push")')
    tiny.built()
    assert tiny.log.warnings == []


def test_a_sheet_with_a_photo_is_tried_with_one(tiny):
    sheet = """# %% tags=["sheet"]
# 我的一张照片
q = form.question("pricing/own-photo", text="拍一张。", fields=[form.photo("photo", "拍一张")])
q.sheet(lambda values: form.lines([values["photo"].path.name if values["photo"] else "还没拍。"]))
"""
    tiny.add("own-photo", "算盘", sheet, "## 练一练")
    tiny.built()


def test_a_clip_that_stays_with_the_learner_cannot_be_marked(tiny):
    tiny.add("p2", "第 2 题", CLIP_QUESTION.replace('交上来")', '交上来", hand_in=False)'), "## 一句话带走")
    assert tiny.build() is None
    assert "'clip' stays with the learner, so nothing can mark it" in tiny.only_fault("field").message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"no": "不赚"', '"no": "不赚", "even": "不赚不亏"', "option 'even' of 'pick' is neither right nor"),
        ("rule_guess(", "rule_choice(", "form.rule_guess marks predictions, and nothing else marks them"),
    ],
)
def test_a_prediction_is_marked_as_a_guess_and_every_option_has_a_meaning(tiny, old, new, says):
    tiny.edit(old, new)
    assert tiny.build() is None
    assert says in tiny.only_fault("guess").message


def test_a_prediction_without_a_key_is_a_fault(tiny):
    file = "course/pricing/questions/guess.py"
    tiny.write(file, tiny.text[file].split('\n# %% tags=["key"]')[0])
    assert tiny.build() is None
    assert "predict 'guess' needs a key cell" in tiny.only_fault("no-key").message


def test_a_question_that_no_page_shows_is_named(tiny):
    tiny.write("course/pricing/questions/p2.py", P1.replace("pricing/p1", "pricing/p2"))
    assert tiny.build() is None
    fault = tiny.only_fault("unplaced")
    assert (fault.file, fault.line) == ("course/pricing/questions/p2.py", 1)
    assert "write ```{question} p2 TITLE where it stands" in fault.message


def test_a_lesson_too_long_to_read_through_is_a_fault(tiny):
    tiny.edit("先称，再算。", "\n".join(["先称，再算。", "", *["再称一次。", ""] * 220]))
    assert tiny.build() is None
    assert "lines, at most 450" in tiny.only_fault("long-page").message


def test_a_question_too_long_to_take_in_is_named(tiny):
    tiny.edit("q.mark(\n    form.rule_number", "# 说明\n" * 150 + "q.mark(\n    form.rule_number")
    tiny.build()
    assert "lines, at most 150" in tiny.only_fault("long-question").message


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("file", [PAGE, "course/pricing/questions/p1.py", "course/facts.csv"])
def test_what_an_old_editor_saves_is_read(tiny, file, encoding):
    tiny.root.joinpath(file).write_bytes(tiny.text[file].encode(encoding))
    tiny.built()
    assert [str(fault) for fault in tiny.log] == []


@pytest.mark.parametrize("file", [PAGE, "course/pricing/questions/p1.py"])
def test_text_that_nobody_can_read_is_named_with_its_line(tiny, file):
    data = tiny.text[file].encode()
    tiny.root.joinpath(file).write_bytes(data[:-40] + "斤".encode()[:2] + data[-40:])
    assert tiny.build() is None
    fault = tiny.only_fault("encoding")
    assert fault.file == file
    assert f"from line {fault.line} on; save it as UTF-8" in fault.message


@pytest.mark.parametrize(
    ("setting", "key", "says"),
    [
        (
            'unit="单"',
            "2.5 * scene_numbers.price",
            "32.5 is no whole number of 单; round it, or give the field whole=False",
        ),
        ('unit="元", whole=True', "2.5 * scene_numbers.price", "32.5 is no whole number of 元"),
        ('unit="元"', "-3 * scene_numbers.price", "-39 is below 0; give the field negative=True"),
    ],
)
def test_a_right_answer_that_its_field_does_not_take_is_named(tiny, setting, key, says):
    tiny.edit('"两斤本钱几元？", unit="元"', f'"两斤本钱几元？", {setting}')
    tiny.edit("2 * scene_numbers.price", key)
    assert tiny.build() is None
    fault = tiny.only_fault("unanswerable")
    assert fault.line == tiny.line('"cost",\n        points')
    assert says in fault.message


def test_an_average_of_whole_things_may_be_asked_for(tiny):
    tiny.edit('"两斤本钱几元？", unit="元"', '"两斤本钱几元？", unit="单", whole=False')
    tiny.edit("2 * scene_numbers.price", "2.7 * scene_numbers.price")
    assert tiny.build() is not None


ORDER = 'form.order("cost", "先做哪样？", {"smoke": "熏", "pick": "选肉", "dry": "晾", "salt": "腌"})'
ORDER_KEY = """form.rule_order(
        "cost",
        points=3,
        key=("pick", "salt", "smoke", "dry"),
        why="先腌后熏。",
        wrong=[
            form.wrong("smoke_first", "先熏后腌", ("smoke", "salt"), "盐要先进去。"),
            form.wrong("dry_first", "先晾", ("dry", "pick"), "先选肉。"),
            form.wrong("backwards", "倒着来", ("dry", "smoke", "salt", "pick"), "从头想。"),
        ],
    )
"""


@pytest.fixture
def tiny_order(tiny):
    """The small course, with steps to put in order in place of its number."""
    tiny.edit('form.number("cost", "两斤本钱几元？", unit="元")', ORDER)
    text = tiny.text["course/pricing/questions/p1.py"]
    start = text.index("form.rule_number(")
    end = text.index("\n)\n", start)
    tiny.edit(text[start:end], ORDER_KEY.rstrip("\n"))
    return tiny


def test_the_proof_sheet_of_an_order_says_each_wrong_one_in_the_words_of_its_steps(tiny_order):
    course, log = Course(tiny_order.root), FaultLog()
    builder = WeekBuilder(course, read_facts(course.facts_file), log, course_config(tiny_order.root))
    text = "\n".join(proof_lines(proof(builder.question("pricing", "p1"))))
    assert "✎ 先熏后腌（smoke_first）：「熏」在「腌」前面" in text
    assert "✎ 倒着来（backwards）：1. 晾；2. 熏；3. 腌；4. 选肉" in text


def test_an_order_question_is_built_and_its_release_holds_no_rule(tiny_order):
    built = tiny_order.built()
    assert [str(fault) for fault in tiny_order.log] == []
    released = built.release["worksheet.ipynb"].decode()
    assert "form.order(" in released
    assert "rule_order" not in released


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ('"dry": "晾", "salt"', '"air": "晾", "salt"', "rule", "the key names no option: dry"),
        (
            '{"smoke": "熏", "pick": "选肉", "dry": "晾", "salt": "腌"}',
            '{"pick": "选肉", "salt": "腌", "smoke": "熏", "dry": "晾"}',
            "unanswerable",
            "the steps are written down in their right order",
        ),
        (
            'form.order("cost", "先做哪样？", ',
            'form.choice("cost", "哪样？", ',
            "field",
            "is a choice; mark it by rule_choice",
        ),
        (
            '("dry", "pick"), "先',
            '("pick", "dry"), "先',
            "not-distinguishable",
            "dry_first cannot be told apart",
        ),
    ],
)
def test_a_mistake_in_an_order_question_is_named(tiny_order, old, new, code, says):
    tiny_order.edit(old, new)
    assert tiny_order.build() is None
    assert any(fault.code == code and says in fault.message for fault in tiny_order.log.errors)


def test_a_right_order_that_a_form_may_begin_with_is_named_with_another_shuffle(tiny_order):
    start = form.order("cost", "x", {"smoke": "熏", "pick": "选肉", "dry": "晾", "salt": "腌"}).starts()[0]
    tiny_order.edit('key=("pick", "salt", "smoke", "dry")', f"key={start!r}")
    assert tiny_order.build() is None
    message = next(fault.message for fault in tiny_order.log.errors if fault.code == "unanswerable")
    assert "a form begins with the right order" in message
    shuffle = int(message.partition("shuffle=")[2].split()[0])
    tiny_order.edit('"salt": "腌"})', f'"salt": "腌"}}, shuffle={shuffle})')
    tiny_order.build()
    assert not [fault for fault in tiny_order.log.errors if fault.code == "unanswerable"]
