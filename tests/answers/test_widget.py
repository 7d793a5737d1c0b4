"""What of a question's widget is kept in a notebook."""

from nongju.answers.web.shared import NOT_DRAWN
from nongju.answers.web.widget import LineWidget


def test_a_widget_that_nothing_can_draw_is_a_sentence_and_never_its_english_name():
    shown = LineWidget("recap p1", "p1.", lambda: "<p>都写好了</p>")._repr_mimebundle_()
    data = shown[0] if isinstance(shown, tuple) else shown
    assert data["text/plain"] == NOT_DRAWN
    assert "application/vnd.jupyter.widget-view+json" in data
