"""The week's page of one learner: nothing given away, everything said once, a person's words first."""

import re

import pytest
from tests.classroom.conftest import WEEK
from tests.classroom.small_week import LEARNER, OUTLINES, handed_in
from tests.snapshots import assert_as_seen

from nongju.classroom.reporting.feedbackpage import WHOLE_ON_PAPER, feedback_html, feedback_page
from nongju.course.notes import Notes

SEVERAL = {
    "guess-1.pick": ("choice", "much"),
    "p1.cost": ("number", "14"),
    "p1.open": ("choice", "no"),
    "p2.home": ("table", [{"net": "1.25"}, {"net": ""}]),
    "p3.left": ("number", "19.2"),
    "p3.why": ("text", "<script>alert(1)</script>\u202e我看行"),
    "own-plan.plan": ("text", "柏树枝熏"),
}
"""A guess that did not come true, wrong and right, a table half done, a text for a person, a sheet."""

RIGHT = {
    **SEVERAL,
    "p1.cost": ("number", "22.58"),
    "p2.home": ("table", [{"net": "1.25"}, {"net": "1.33"}]),
    "p3.why": ("text", "看毛利"),
}


@pytest.fixture
def page(tmp_path):
    """The page of a hand-in; `notes` is what collecting said."""

    def page(given, notes=None, **more):
        return feedback_page(WEEK, LEARNER, OUTLINES, handed_in(tmp_path / "own", given, **more), notes)

    return page


def html_of(page):
    return str(feedback_html(page))


def words_of(page):
    """What a reader sees, one piece a line."""
    bare = re.sub(r"<style>.*?</style>|<head>.*?</head>", "", html_of(page), flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", "\n", bare))


def card(page, title):
    (found,) = [one for sheet in page.sheets for one in sheet.cards if one.title.startswith(title)]
    return found


def notes(*repairs, needs_person=False, sentences=("x",)):
    return Notes(
        LEARNER, WEEK, "a.zip", "", "", sentences=sentences, needs_person=needs_person, repairs=repairs
    )


def test_an_empty_hand_in_gets_no_key_and_says_where_to_begin(page):
    made = page({})
    words = words_of(made)
    for key in ("22.58", "改了价再开", "1.25", "1.33", "19.2", "二十多元", "97.2", "毛利就好"):
        assert key not in words
    assert "3 题，都还没做" in words
    assert "先从「先猜：落到手里几元？」做起" in words
    assert [sheet.blank for sheet in made.sheets] == [True, True, True]


def test_one_evening_does_not_bring_the_keys_of_the_next(page):
    first = {key: given for key, given in RIGHT.items() if key.startswith(("guess", "p1", "p2"))}
    made = page(first)
    assert [one.verdict for one in made.sheets[0].cards] == ["guessed", "learned", "learned"]
    assert made.sheets[1].blank
    assert "19.2" not in html_of(made)


def test_the_scene_stands_beside_the_answer_with_this_learners_numbers(page):
    words = words_of(page(SEVERAL))
    assert "题目\n鲜肉 14 元一斤，10 斤熏出 6.2 斤。\n卖 20 元。" in words
    assert "卖 108 元，本钱 78 元。" in words


def test_a_guess_is_told_what_came_out_and_is_neither_right_nor_to_be_practised(page):
    made = page(SEVERAL)
    guess = card(made, "先猜")
    assert (guess.verdict, guess.way) == ("guessed", "")
    told = re.sub("<[^>]+>", "", "".join(guess.parts))
    for words in (
        "你猜的是：七十多元",
        "对的是：二十多元",
        "想的是：自家的货没算钱。",
        "自家的猪，也能卖给肉贩。",
    ):
        assert words in told
    for never in ("再练一次", "会了", "分"):
        assert never not in told
    assert ("□", "猜过了", 1) in made.counts


def test_what_is_to_be_practised_says_the_rule_of_thumb_and_then_where(page):
    made = page(SEVERAL)
    again = card(made, "第 1 题")
    assert again.verdict == "again"
    assert again.way == "先看「讲一讲」的「二 鲜的缩了水：用除，不用乘」；做一做「练一练」，再重做这一题。"
    words = words_of(made)
    assert words.index("很多人第一次都这样：忘了缩水。") < words.index("14 ÷ 0.62 = 22.58 元。")
    assert words.index("用除，不用乘。") < words.index("怎么再练：")
    assert f"nongju lab {WEEK} --evening 1" in words


def test_a_question_without_a_named_section_goes_back_to_the_weeks_practice(page):
    assert card(page({**SEVERAL, "p3.left": ("number", "78")}), "第 3 题").way.startswith("先做「练一练」")


def test_what_was_begun_is_unfinished_and_not_wrong(page):
    half = card(page(SEVERAL), "第 2 题")
    assert (half.verdict, half.word) == ("partial", "还没做完")
    told = "".join(half.parts)
    assert "县里 1.25 元" in told
    assert "1.33" not in told
    assert "还没填：邻县。" in told


def test_both_evenings_stand_on_one_page_in_order_and_the_optional_part_apart(page):
    made = page(SEVERAL)
    assert made.title == "定价与毛利"
    titles = ["第一晚 一单赚多少", "第二晚 降价与包邮", "进阶 一张表"]
    assert [sheet.title for sheet in made.sheets] == titles
    words = words_of(made)
    assert sorted(titles, key=words.index) == titles
    assert sum(number for _, _, number in made.counts) == 5  # 进阶 is not among them


def test_an_evening_that_is_not_marked_yet_is_said_so_and_comes_later(page):
    before = page(SEVERAL, sheets=("worksheet-1",))
    assert [(sheet.title, sheet.marked) for sheet in before.sheets] == [
        ("第一晚 一单赚多少", True),
        ("第二晚 降价与包邮", False),
    ]
    assert "这一晚还没批。" in words_of(before)
    after = page(SEVERAL)
    assert [card.title for card in after.sheets[0].cards] == [card.title for card in before.sheets[0].cards]
    assert "这一晚还没批。" not in words_of(after)


def test_code_that_was_handed_in_and_could_not_be_marked_is_told(tmp_path):
    marked = handed_in(tmp_path / "own", SEVERAL, sheets=("worksheet-1", "worksheet-2"))
    for there, said in ((("advanced",), True), ((), False)):
        made = feedback_page(WEEK, LEARNER, OUTLINES, marked, handed_in=there)
        assert ("这一份还没批。" in words_of(made)) is said


@pytest.mark.parametrize(("points", "word"), [(10, "会了"), (8, "会了"), (7.9, "再练一次"), (0, "再练一次")])
def test_eight_of_ten_from_a_person_is_learned_and_less_begins_with_the_comment(page, points, word):
    made = page(SEVERAL, people={"own-plan-task": points}, comments={"own-plan-task": "底价再算算。"})
    task = card(made, "交给老师看")
    assert task.word == word
    words = words_of(made)
    assert "老师写了话给你：\n「交给老师看：价格单」" in words
    said = words.rindex("底价再算算。")
    assert said < words.index("柏树枝熏")
    assert "老师看过了" in words


def test_a_sheet_that_is_blank_is_not_done_and_waits_for_no_teacher(page):
    task = card(page({}), "交给老师看")
    assert (task.verdict, task.body) == ("blank", "")
    assert card(page(SEVERAL), "交给老师看").verdict == "teacher"
    assert card(page({}, people={"own-plan-task": 0}), "交给老师看").verdict == "blank"


def test_code_is_shown_and_never_its_tests(page):
    made = page({}, code="def floor():\n    return 1")
    assert card(made, "进阶").verdict == "learned"
    assert "def floor():" in words_of(made)
    assert "检查" not in words_of(made)
    assert card(page({}, code="def floor(): pass"), "进阶").verdict == "again"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (notes("cells"), "有点坏，老师修好了"),
        (notes("notebook"), "打不开，老师换了一份好的"),
        (notes("missing"), "少交了一份练习纸"),
        (notes(needs_person=True), "老师会再看一眼"),
    ],
)
def test_what_was_put_back_is_told(page, said, words):
    assert words in words_of(page(RIGHT, said))


def test_what_changed_nothing_for_the_learner_is_not_told(page):
    made = page(RIGHT, notes(sentences=("worksheet-1.ipynb：练习纸是 Windows 换行，转过来了",)))
    assert made.said == ()
    assert "坏" not in words_of(made)


def test_the_page_loads_nothing_runs_nothing_and_shows_no_points_code_or_ids(page):
    made = page(
        SEVERAL, comments={"own-plan-task": "<b onclick=x>好</b>\x1b[2J"}, people={"own-plan-task": 9}
    )
    html = html_of(made)
    for word in (
        "http:",
        "https:",
        "src=",
        "<script",
        "<link",
        "@import",
        "url(",
        "onclick=x>",
        "\x1b",
        "\u202e",
    ):
        assert word not in html
    words = words_of(made)
    for word in ("p1", "own-plan", "worksheet", "q.mark", "满分", "/ 5", "得分"):
        assert word not in words
    assert "&lt;script&gt;alert(1)" in html
    assert '<html lang="zh-CN">' in html


def test_paper_shows_the_first_few_questions_whole_and_the_rule_of_thumb_of_the_others(page):
    wrong = {**SEVERAL, "p3.left": ("number", "78")}
    made = page(wrong)
    again = [
        one.anchor for sheet in made.sheets for one in sheet.cards if one.verdict in ("again", "partial")
    ]
    assert len(again) == 3
    assert made.briefly == frozenset(again[WHOLE_ON_PAPER:])
    assert 'class="card again briefly" id="worksheet-2-p3-mark"' in html_of(made)
    assert "纸上只印前面两题" in words_of(made)
    assert "纸上只印" not in words_of(page(RIGHT))


def test_the_page_is_as_it_was_looked_at(page):
    made = page(
        SEVERAL,
        notes("cells"),
        people={"own-plan-task": 6},
        comments={"own-plan-task": "底价再算算。\n自己的工也要算。"},
    )
    assert_as_seen("feedback.html", html_of(made))
