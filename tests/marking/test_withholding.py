"""The key of what was not tried stays with us; after a real try the worked answer is shown whole."""

import json

import pytest

from nongju import form
from nongju.answers import session
from nongju.marking import MARK_MIME, PartMark, Scene, Unread, combine, draw
from nongju.marking.explanation import part_html
from nongju.marking.misconception import Reason
from nongju.marking.withholding import gives_away

SCENE = Scene("货", "拍一段。", {})
STORY = "鲜肉 14 元一斤，10 斤熏出 6.2 斤，卖 69 元。"


def part(field, verdict="again", **more):
    words = {"label": f"{field} 几元？", "answer": "1 元", "key": "69.16 元", "why": f"{field} 的讲解。"}
    return PartMark(field, verdict=verdict, points=0.0, max_points=1.0, **{**words, **more})


def combined(*parts, story=STORY):
    return combine(
        parts,
        week="w",
        question="p1",
        title="第 1 题",
        learner="wang",
        scene="腊肉",
        story=story,
        see="讲一讲 二",
    )


def everywhere(result):
    return result.to_html() + json.dumps(result.to_json(), ensure_ascii=False)


def test_a_blank_part_says_how_it_goes_on_and_nothing_of_the_answer():
    shown = everywhere(combined(part("①", "blank", key="70.57 元", why="69.16 ÷ 0.98 = 70.57。")))
    assert "还没做。回到这一题，先" in shown
    assert "70.57" not in shown
    assert "0.98" not in shown


def test_a_part_that_cannot_be_read_says_what_to_change_and_nothing_of_the_answer():
    shown = everywhere(
        combined(part("①", unread=True, answer="没读懂", notes=("① 差不多是多少？写一个数。",)))
    )
    assert "① 差不多是多少？写一个数。" in shown
    assert "69.16" not in shown
    assert "讲解" not in shown


def test_a_clip_that_did_not_come_along_is_told_what_to_bring(tmp_path):
    rules = (
        form.rule_clip("clip", points=1, kind="product", wants=("shape",), why="竖着拍。"),
        form.rule_photo("photo", points=1, why="写清楚。"),
    )
    for rule in rules:
        lost = rule.judge(
            Unread("「VID_1.mp4」没有和答案在一起。"), draw("w", "q", "", [SCENE]), "货的镜头", str
        )
        assert lost.verdict == "teacher"
        shown = combined(lost).to_html()
        assert "「VID_1.mp4」没有和答案在一起。文件没有一起交来。带来以后，老师再看。" in shown
        assert "竖着拍" not in shown


def test_after_a_try_key_and_worked_answer_stand_there_whole():
    shown = everywhere(combined(part("①", why="14 ÷ 0.62 = 22.58 元，再加，69.16 元。")))
    assert "14 ÷ 0.62 = 22.58 元，再加，69.16 元。" in shown
    assert "对的是：<strong>69.16 元</strong>" in shown


def test_a_worked_answer_that_says_a_blank_parts_key_waits_until_that_is_done():
    last = part("④", key="71 元", why="69.16 ÷ 0.98 = 70.57，往上进，71 元。")
    shown = everywhere(combined(part("①", "blank"), last))
    assert "69.16" not in shown
    assert "里面有「① 几元」的答案" in shown
    assert "对的是：<strong>71 元</strong>" in shown
    assert "往上进" in everywhere(combined(part("①"), last))


def test_a_hint_that_says_a_blank_parts_key_waits_too():
    wrong = Reason("refund", "忘了退回来的钱", "平台退了 69.16 元。")
    other = Reason("fee", "忘了服务费", "还有服务费。")
    last = part("④", key="71 元", misconception=wrong)
    shown = everywhere(combined(part("①", "blank"), last))
    assert "忘了退回来的钱" in shown
    assert "69.16" not in shown
    assert "做了「① 几元」再交" in shown
    assert "还有服务费。" in everywhere(combined(part("①", "blank"), part("④", misconception=other)))
    assert "平台退了 69.16 元。" in everywhere(combined(part("①"), last))


@pytest.mark.parametrize(
    ("text", "key", "known", "told"),
    [
        ("共 1288 元。", "赚 1288 元", "", True),
        ("共 12880 元，又 1.288。", "赚 1288 元", "", False),
        ("乘 4.13。", "亏 4.13 元", "", True),
        ("要 4 单。", "4 单", "", True),
        ("要4单。", "4 单", "", True),
        ("除以 4，再加 14 单。", "4 单", "", False),
        ("卖 69 元。", "69 元", "卖 69 元，几单？", False),
        ("卖 169 元，合 70.57 元。", "169 元", "卖 69 元", True),
        ("照样发，慢慢改包装，别停。", "照样发，慢慢改包装", "", True),
        ("开了就好。", "开", "", False),
        ("不赚。", "不赚", "怎样才不赚", False),
        ("邻县 1.2575。", "县里 1.224；邻县 1.2575；主城 1.15", "", True),
        ("什么都行。", "", "", False),
    ],
)
def test_a_key_is_known_again_in_a_worked_answer(text, key, known, told):
    assert gives_away(text, key, known) is told


@pytest.mark.parametrize("other", ["cost", "open"])
def test_whichever_part_of_a_question_is_tried_alone_the_others_keep_their_keys(tmp_path, monkeypatch, other):
    """A hand-in with one guess in one field, as it stands in an autograded notebook."""
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append(data))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    monkeypatch.chdir(tmp_path)
    question = form.question(
        "pricing-margin/p1",
        scenes=[form.scene(name, "本钱 {a} 元，快递 {b} 元。", a=35.5, b=8) for name in ("甲", "乙", "丙")],
        fields=[
            form.number("cost", "① 本钱几元？", unit="元"),
            form.choice("open", "② 开不开？", {"now": "这个价先开", "no": "改了价再开"}),
        ],
    )
    store = session.AnswerStore.open(tmp_path, "pricing-margin")
    store.put(f"p1.{other}", "number" if other == "cost" else "choice", "1" if other == "cost" else "now")
    question.mark(
        form.rule_number(
            "cost", points=1, within=0.1, key=lambda s: s.a + s.b, why="{a} + {b} = {key}，改了价再开。"
        ),
        form.rule_choice("open", points=1, key="no", why="本钱就要 43.5 元，改了价再开。"),
    )
    seen = shown[0]["text/html"] + json.dumps(shown[0][MARK_MIME], ensure_ascii=False)
    assert ("43.5" in seen, "改了价再开" in seen) == (other == "cost", other == "open")
    assert shown[0][MARK_MIME]["story"] == "本钱 35.5 元，快递 8 元。"


def test_marks_of_before_that_still_hold_the_key_of_a_blank_part_do_not_show_it():
    old = part("①", "blank", key="70.57 元", why="69.16 ÷ 0.98 = 70.57。").to_json()
    assert "70.57" in json.dumps(old)
    assert "70.57" not in part_html(old)
    assert "70.57" not in part_html(old, folded=True)
