"""nbgrader's configuration for this course; every nbgrader command and the formgrader read it from here."""

import nongju.grading
from nongju.classroom import configure

c = get_config()  # noqa: F821  (traitlets puts get_config into this file's namespace)
configure(c)
nongju.grading.configure(c)  # learner code runs in the sandbox, in nbgrader autograde and formgrader too
