"""Build, hand in and autograde one tiny assignment with real nbgrader, in a process of its own.

    python nbgrader_run.py FOLDER

FOLDER holds source/rules/ and one folder submitted/LEARNER/rules a learner, where a file code.py
is what that learner wrote into the cell "code" of the released notebook. Prints one JSON
object: the automatic score of every graded cell by learner, who has an autograded folder, how
autograding ended, and what nbgrader's own validator says about the release. One process, because importing
nbgrader's converters takes seconds; not pytest's process, because its warnings are not ours.
"""

import json
import logging
import sys
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.validator import Validator
from traitlets.config import Config


def hand_in(root: Path) -> None:
    for folder in root.glob("submitted/*/rules"):
        notebook = nbformat.read(root / "release/rules/rules.ipynb", as_version=4)
        written = folder / "code.py"
        if written.exists():
            notebook.cells[0].source = written.read_text()
        nbformat.write(notebook, folder / "rules.ipynb")


def main(root: Path) -> None:
    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = "rules"
    config.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    config.ExecutePreprocessor.timeout = 60
    failed = ""
    for converter in (GenerateAssignment, Autograde, GenerateFeedback):
        running = converter(coursedir=CourseDirectory(config=config), config=config)
        if isinstance(running, GenerateAssignment):
            running.create_assignment = True
        running.log.setLevel(logging.CRITICAL)
        if converter is Autograde:
            hand_in(root)
        try:
            running.start()
        except NbGraderException as error:
            if converter is not Autograde:
                raise
            failed = str(error)
    scores: dict[str, dict[str, float | None]] = {}
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        for submission in gradebook.assignment_submissions("rules"):
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            scores[submission.student.id] = {grade.name: grade.auto_score for grade in grades}
    validator = Validator(config=config)
    validator.log.setLevel(logging.CRITICAL)
    checked = validator.validate(str(root / "release" / "rules" / "wholly-hidden.ipynb"))
    graded = sorted(path.parent.parent.name for path in root.glob("autograded/*/rules/rules.ipynb"))
    answer = {"scores": scores, "graded": graded, "failed": failed, "validated": checked}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
