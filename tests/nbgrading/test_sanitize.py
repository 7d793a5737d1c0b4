import base64
import html
import re

import pytest

from nongju.answers import static_html
from nongju.marking import explanation
from nongju.marking.mark import MARK_MIME, MarkResult
from nongju.nbgrading import sanitize as sanitizing
from nongju.nbgrading.sanitize import (
    MAX_TEXT,
    _cleaner,
    sanitized_attachments,
    sanitized_html,
    sanitized_outputs,
    sanitized_tags,
    sanitized_text,
)

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()

EVIL = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<svg onload="alert(1)"><a href="javascript:alert(1)">x</a></svg>',
    '<iframe src="https://example.com"></iframe>',
    '<form action="https://example.com"><input name=a></form>',
    '<a href="javascript:alert(1)">x</a>',
    '<img src="https://example.com/track.png">',
    '<video src="javascript:alert(1)"></video>',
    '<p style="background:url(https://example.com)">x</p>',
    '<p style="position:fixed;top:0;left:0">x</p>',
    "<style>body{display:none}</style>",
    '<link rel=stylesheet href="https://example.com">',
    '<meta http-equiv=refresh content="0;url=https://example.com">',
    '<object data="x"></object><embed src="x"><base href="https://example.com">',
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<scr<script>ipt>alert(1)</script>",
]
FORBIDDEN = (
    "<script",
    "onerror",
    "onload",
    "<iframe",
    "<form",
    "<a ",
    "javascript:",
    "example.com",
    "<style",
    "position:",
)


@pytest.mark.parametrize("evil", EVIL)
def test_an_outputs_html_keeps_no_way_out(evil):
    shown = sanitized_html(f"<p>前{evil}后</p>").casefold()
    assert not [word for word in FORBIDDEN if word in shown]
    assert "前" in shown
    assert "后" in shown


def test_our_own_forms_and_marks_pass_as_they_are():
    made = static_html.block("第 1 题", "一斤 13 元。", [("几元？", "69.16 元"), ("几斤？", "")], ["看看"])
    shown = sanitized_html(made)
    assert shown.startswith(static_html.STYLE)
    for piece in ("<dt>几元？</dt><dd>69.16 元</dd>", '<dd class="nj-none">', '<p class="nj-note">看看</p>'):
        assert piece in shown
    mark = MarkResult("w", "q", "题", None, "景", 0.0, 1.0, "again", ()).to_html()
    assert '<span class="nj-verdict nj-again">▼ 再练一次</span>' in sanitized_html(mark)


@pytest.mark.parametrize(
    "html", ["<p>a", "a</p>", "<p><b>a</p></b>", "</div><div>", "</div></div><p>b", "<!-- a -->"]
)
def test_what_is_not_closed_in_its_turn_stays_inside_its_output(html):
    """Nothing leaves the element that it is put into."""
    shown = sanitized_html(html)
    inner = shown.removeprefix('<div class="tex2jax_ignore mathjax_ignore">').removesuffix("</div>")
    depth = 0
    for tag in re.findall(r"</?div", inner):
        depth += 1 if tag == "<div" else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    "style",
    ["background-color:url(https://x.example/a)", "width:expression(1)", "color:\\75rl(x)", "@import 'x'"],
)
def test_a_style_that_could_name_an_address_is_left_out_whole(style):
    assert "style" not in sanitized_html(f'<p style="{style}">a</p>')
    assert sanitized_html('<p style="color:red;position:fixed">a</p>').count("position") == 0


def test_what_our_forms_and_marks_write_comes_out_the_same():
    answers = [("几元？", "<b>"), ("几斤？", "")]
    made = static_html.block('第 1 题 "<', "一斤 13 元。\n$x$ & 'y'", answers, ["看看"])
    mark = MarkResult("w", "q", "题 & 'x'", None, "景", 0.0, 1.0, "again", ()).to_html()
    for whole in (made, mark):
        bare = whole.replace(static_html.STYLE, "").replace(explanation.STYLE, "")
        written = html.unescape(_cleaner(False).clean(bare))  # it writes quotes its own way
        assert written == html.unescape(bare)


def test_making_html_inert_twice_changes_nothing_more():
    once = sanitized_html("<p>一斤 <b>13</b> 元</p>")
    assert sanitized_html(once) == once


def test_clips_and_pictures_come_from_the_uploads_or_the_page_alone():
    kept = '<video src="uploads/clip.mp4" controls=""></video>'
    assert kept in sanitized_html(kept, own=True)
    assert '<img src="uploads/a.jpg">' in sanitized_html('<img src="uploads/a.jpg">', own=True)
    assert f"data:image/png;base64,{PNG}" in sanitized_html(f'<img src="data:image/png;base64,{PNG}">')
    for away in (
        "uploads/../../secret.mp4",
        "/etc/passwd",
        "//example.com/x.mp4",
        "data:image/svg+xml;base64,AA",
        "uploads/a/b.mp4",
        "uploads/a%2e%2e.mp4",
        "uploads/.part",
        "uploads/x.mp4?a=1",
        "UPLOADS/x.mp4",
        "data:video/mp4;base64,AA",
    ):
        assert "src" not in sanitized_html(f'<video src="{away}"></video>', own=True)


def test_a_learners_own_cell_shows_no_file_of_the_uploads():
    for shown in (
        '<video src="uploads/clip.mp4"></video>',
        '<img src="uploads/a.jpg">',
        "<audio src=uploads/a.mp3>",
    ):
        assert "uploads" not in sanitized_html(f"<p>前{shown}</p>")
    output = {
        "output_type": "display_data",
        "data": {"text/html": '<video src="uploads/a.mp4">'},
        "metadata": {},
    }
    assert "video" not in sanitized_outputs([output])[0]["data"]["text/html"]
    assert "video" in sanitized_outputs([output], own=True)[0]["data"]["text/html"]


@pytest.mark.parametrize(
    "text", [*EVIL, "$\\href{javascript:alert(1)}{x}$", "\\(a\\)", "[x](javascript:a)", "# 题", "- a\n\n- b"]
)
def test_a_learners_text_is_spelled_out_letter_for_letter(text):
    shown = sanitized_text(text)
    inside = shown.removeprefix('<pre class="nj-learner" style="white-space: pre-wrap">').removesuffix(
        "</pre>"
    )
    assert not set(inside) & set("<>$\\[]()*_`'\"")
    assert html.unescape(inside) == text


def test_ten_thousand_characters_stay_and_a_flood_is_cut_with_a_word():
    assert sanitized_text("汉" * 10_000).count("汉") == 10_000
    assert "后面还有 5 个字" in html.unescape(sanitized_text("汉" * (MAX_TEXT + 5)))


def test_characters_that_turn_text_around_go():
    assert "\u202e" not in html.unescape(sanitized_text("a\u202eb"))


def test_only_pictures_stay_attached_under_our_own_names():
    given = {
        '"><script>': {"image/png": PNG},
        "b": {"image/svg+xml": "PHN2Zz4=", "image/jpeg": PNG, "text/html": "<p>"},
        "c": "no bundle",
    }
    assert sanitized_attachments(given) == {"image-1": {"image/png": PNG}}


def test_mime_types_that_can_run_are_dropped_and_our_mark_stays():
    data = {
        "text/plain": ["a", "b"],
        "text/html": "<script>x</script>好",
        "application/javascript": "alert(1)",
        "image/svg+xml": "<svg/>",
        "text/latex": "$\\href{javascript:a}{b}$",
        "text/markdown": "<script>",
        "application/vnd.jupyter.widget-view+json": {},
        "image/png": PNG,
        MARK_MIME: {"version": 1},
    }
    output = {"output_type": "display_data", "data": data, "metadata": {"image/png": {"width": '"><script>'}}}
    (made,) = sanitized_outputs([output])
    assert sorted(made["data"]) == sorted(["text/plain", "text/html", "image/png", MARK_MIME])
    assert made["data"]["text/plain"] == "ab"
    assert "<script" not in made["data"]["text/html"]
    assert made["metadata"] == {}


def test_streams_and_errors_stay_as_text_and_unknown_outputs_go():
    outputs = [
        {"output_type": "stream", "name": '"><script>', "text": ["a"]},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]},
        {"output_type": "evil"},
    ]
    made = sanitized_outputs(outputs)
    assert [one["output_type"] for one in made] == ["stream", "error"]
    assert made[0]["name"] == "stdout"


def test_tags_are_plain_words():
    assert sanitized_tags(["ok-1", '"><script>', 3]) == ["ok-1"]
    assert sanitized_tags("x") == []


@pytest.mark.parametrize(
    "html", ["<p>$\\href{javascript:alert(1)}{x}$</p>", "<p onclick=x>\\(x\\)</p>", "$x$"]
)
def test_no_formula_in_an_output_is_typeset(html):
    shown = sanitizing.sanitized_html(html)
    assert shown.startswith(sanitizing.NO_FORMULAS)
    assert shown.endswith("</div>")
