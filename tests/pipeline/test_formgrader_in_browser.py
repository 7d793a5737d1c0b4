"""What a learner wrote is harmless in formgrader, on the feedback page and on the report, in a real browser.

formgrader shows a hand-in inside the instructor's own Jupyter session, so a script there could read files.
"""

import re
from dataclasses import dataclass

import pytest
from tests.classroom.conftest import WEEK
from tests.pipeline.formgrader import TOKEN, running

from nongju.classroom.reporting.report import write_report
from nongju.classroom.reporting.results import class_result
from nongju.course.notes import NOTES_NAME

pytestmark = pytest.mark.browser


@dataclass
class Watched:
    """A page, the dialogs it opened, the errors it threw and the addresses it asked for."""

    page: object
    dialogs: list
    errors: list
    asked: list

    def hacked(self) -> bool:
        return any(frame.evaluate("window.hacked === 1") for frame in self.page.frames)


@pytest.fixture
def watch(chromium):
    context = chromium.new_context(locale="zh-CN")

    def opened(address, width=1200):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        watched = Watched(page, [], [], [])
        page.on("dialog", lambda dialog: (watched.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.on("request", lambda request: watched.asked.append(request.url))
        page.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: route.abort())
        if address.startswith("http"):  # signed in once, so that the page's own requests are, too
            page.goto(f"{address.partition('/formgrader')[0]}/login?token={TOKEN}")
        page.goto(address)
        return watched

    yield opened
    context.close()


@pytest.fixture(scope="module")
def server(marked):
    """Formgrader on the marked course."""
    with running(marked.course.root) as address:
        yield address


def submission(marked, learner, notebook):
    from nbgrader.api import Gradebook

    with Gradebook(marked.address) as gradebook:
        return gradebook.find_submission_notebook(notebook, WEEK, learner).id


@pytest.mark.parametrize("notebook", ["worksheet-1", "advanced"])
def test_nothing_that_a_learner_wrote_runs_in_formgrader(marked, server, watch, notebook):
    found = submission(marked, "evil", notebook)
    watched = watch(f"{server}/formgrader/submissions/{found}/")
    body = watched.page.inner_text("body")
    assert "<script>window.hacked = 1</script>" in body
    assert "汉" * 10_000 in body
    for link in watched.page.query_selector_all("a[href^='javascript']"):
        pytest.fail(link.evaluate("one => one.outerHTML"))
    assert not watched.hacked()
    assert watched.dialogs == []
    assert watched.page.query_selector("#notebook-container iframe") is None


def test_formgraders_button_writes_the_same_page_as_the_command(marked, server, watch):
    path = marked.course.root / "feedback" / "evil" / WEEK / "worksheet-1.html"
    by_command = path.read_text(encoding="utf-8")
    path.write_text("before", encoding="utf-8")
    watched = watch(f"{server}/formgrader/manage_submissions/{WEEK}")
    row = watched.page.locator("tr", has=watched.page.get_by_text("evil", exact=True))
    assert "evil的名字" in row.inner_text()  # from the class list
    row.locator(".generate-feedback a").click()
    watched.page.locator(".modal.in, .modal.show", has_text="evil").wait_for()
    assert path.read_text(encoding="utf-8") == by_command
    assert not (path.parent / NOTES_NAME).exists()


@pytest.mark.parametrize("width", [400, 1000])
def test_the_feedback_page_is_inert_fits_and_loads_nothing(marked, watch, width):
    path = marked.course.root / "feedback" / "evil" / WEEK / "worksheet-1.html"
    watched = watch(path.as_uri(), width)
    assert "<script>window.hacked = 1</script>" in watched.page.inner_text("body")
    assert not watched.hacked()
    assert watched.dialogs == watched.errors == []
    assert watched.asked == [path.as_uri()]
    assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watched.page.evaluate("getComputedStyle(document.body).fontSize") == "18px"


def test_the_report_is_inert_and_loads_nothing(marked, watch):
    result = class_result(marked.course, WEEK, marked.roster)
    path = write_report(marked.course, result).page
    watched = watch(path.as_uri())
    assert "evil" in watched.page.inner_text("body")
    assert not watched.hacked()
    assert watched.dialogs == watched.errors == []
    assert watched.asked == [path.as_uri()]
    assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
