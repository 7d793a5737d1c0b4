"""One tree of exceptions: whoever calls this package catches `NongjuError`.

The text of each is a sentence for people. In brackets stands what else an exception is: a `ValueError` of
Python's, or one of our own above it. The formulas in `models` raise plain `ValueError`, for they know nothing
of this package.

    answers: NotSavedError, NotReady, Unclear (ValueError), WrongShapeError (ValueError),
        NewerVersionError (ValueError), ChangedElsewhereError, TransferError, Unanswered
    building: _UncertainError (ValueError), NewWeekError, RegisterError, ReleaseError
    classroom: GivingError, HandInError, TooManyError (ValueError), DemoError
    clips: Cancelled, Stopped, ClipRefused, EditFault (ClipRefused), RecipeProblems (ClipRefused)
    course: BoundsError (ValueError), FactsError, UnknownFactError (KeyError), EmptyFactError
        (ValueError), GradebookError, CourseError, RosterProblems (ValueError), ConfigError
        (SaidPlainlyError), TableError, UnreadableTextError (ValueError)
    failures: SaidPlainlyError
    grading: ClusterError, OtherVersion, EngineError, OtherKernel (SandboxError), SandboxError,
        NoSandbox (SandboxError), ChildGone, WireError, Closed (WireError), DatabaseBusy
    lab: NotServedError, NotAnsweringError
    nbgrading: Unreadable, AutogradeError
"""


class NongjuError(Exception):
    """Whatever this package cannot go on with; the text says why, and what to do."""
