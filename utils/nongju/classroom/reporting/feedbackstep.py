"""The step that makes of `nbgrader generate_feedback` our page: one for the week, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor

from nongju.classroom.collecting.handin import UPLOADS
from nongju.classroom.reporting.feedbackpage import week_feedback
from nongju.course.notes import NOTES_NAME

Resources = dict[str, Any]


class PrepareFeedback(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts the learner's page of the whole week into `resources["nongju"]`; the template prints that alone.

    Every notebook of a week is written under the name of the first one, so that one page is left, whichever
    notebook was converted: both evenings stand on it as they are marked by then.
    """

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """The notebook as it is, and the page."""
        names = resources["nbgrader"]
        directory = self.parent.parent.coursedir  # of the converter that our step was put into
        where = (names["student"], names["assignment"])
        stages = (directory.autograded_directory, directory.submitted_directory)
        folder, submitted = (Path(directory.format_path(stage, *where)) for stage in stages)
        given = (directory.source_directory, directory.release_directory)
        course = [Path(directory.format_path(stage, ".", names["assignment"])) for stage in given]
        asked = (names["db_url"], names["assignment"], names["student"])
        name, page = week_feedback(*asked, folder, submitted, course)
        # nbgrader has copied everything beside the page by now: the instructor's notes, and clips with
        # the place and the phone in them; the page shows a still
        copied = Path(directory.format_path(directory.feedback_directory, *where))
        (copied / NOTES_NAME).unlink(missing_ok=True)
        shutil.rmtree(copied / UPLOADS, ignore_errors=True)
        resources["nongju"], resources["unique_key"] = page, name
        return nb, resources
