"""nbgrader's `Execute`, with our sandbox where a Jupyter kernel was.

Stock autograde and `nongju grade` both run cells through this preprocessor. Messages of the child
go through nbclient's own `process_message`, so outputs come out as they do today.
"""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from nbclient.client import NotebookClient, timestamp
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade
from traitlets import Bool

from nongju.grading.differences import lenient
from nongju.grading.limits import MEGABYTE
from nongju.grading.plan import Plan
from nongju.grading.policy import REACHING, free_names, modules_to_preload, policy_from, untouched
from nongju.grading.running.children import Children, Kept, can_fork
from nongju.grading.running.courier import Courier
from nongju.grading.running.deadline import CellDeadline
from nongju.grading.running.kernelchoice import choice_of
from nongju.grading.running.outputs import (
    RESERVE,
    SMALL,
    TRUNCATED,
    checked_reply,
    language_info,
    well_formed,
)
from nongju.grading.running.plainkernel import in_kernel, run_notebook, run_own_cells
from nongju.grading.running.snapshot import snapshot_of, uploads_in
from nongju.grading.sandbox.covers import private_folders
from nongju.grading.sandbox.run import ChildGone, Run
from nongju.grading.sandbox.workfolder import WorkFolder
from nongju.grading.settings import Settings, settings_from_config

node: Any = NotebookNode  # nbformat carries no types for calls

_plugged: tuple[Path, WorkFolder] | None = None
"""The hand-in that the plug-in has in hand: nbgrader makes a new preprocessor for each notebook."""


class SandboxExecute(Execute):  # type: ignore[misc]
    """Runs the cells of a notebook in the sandbox."""

    sandboxed = Bool(True, help="False: run cells in a Jupyter kernel, as nbgrader itself does.").tag(
        config=True
    )
    mark_rest = Bool(False, help="After the process died, mark the remaining cells instead of giving up.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.problems: list[str] = []
        self.work: WorkFolder | None = None
        self.settings: Settings | None = None
        self.plan: Plan | None = None
        self.kept: Kept | None = None

    def preprocess(
        self, nb: NotebookNode, resources: Any = None, km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run every code cell; see nbconvert's ExecutePreprocessor."""
        self.problems = []
        if not self.sandboxed:
            return run_notebook(self, nb, resources, km)
        settings = self.settings or self._own_settings(resources or {})
        folder = Path((resources or {}).get("metadata", {}).get("path") or ".").absolute()
        self._guide = policy_from(self.plan, (resources or {}).get("nbgrader", {}))
        if in_kernel(nb, self._guide, settings, str(folder), plug_in=self.plan is None, log=self.log):
            return run_notebook(self, nb, resources, km)
        if self._guide.mode != "data" and choice_of(nb.metadata).stands_in:
            self.problems.append(f"kernel:{nb.metadata.kernelspec.name}")
        notebook = f"{(resources or {}).get('nbgrader', {}).get('notebook', '')}.ipynb"
        work = self.work or self._own_work(folder, notebook, resources or {}, settings)
        foreign = self._guide.mode == "everything"
        if foreign:
            work.begin(notebook)
        files = work.files
        uploads = uploads_in(files) if self._guide.mode != "everything" else 0
        if self._guide.mode == "data" and not can_fork():
            if uploads:
                self.problems.append("bare")
            own = [cell for cell in nb.cells if self._guide.owns(cell)]
            seconds = int((self.timeout or 1e6) + settings.limits.upload_seconds * uploads)
            run_own_cells(self, nb, resources, own, files, seconds)
            return nb, resources
        NotebookClient.__init__(self, nb, None)
        self.reset_execution_trackers()
        self._check_assign_resources(resources)
        self.kc = Courier()
        self._lenient = settings.differences
        self._budget = settings.limits.output_mb * MEGABYTE
        self._grace = settings.limits.grace_seconds
        self._more = settings.limits.upload_seconds * uploads
        self._ending = monotonic() + settings.limits.total_seconds + self._more
        self.nb.metadata["language_info"] = language_info()
        self._handed_over: list[int] = []
        limits = settings.limits.with_uploads(uploads, len(self.plan.notebooks) if self.plan else 1)
        with Children(settings, str(folder), files, self._guide, self.kept, limits, work.folders) as children:
            self._children = children
            for index, cell in enumerate(self.nb.cells):
                self.preprocess_cell(cell, self.resources, index)
            if foreign and (self.plan is None or len(self.plan.notebooks) > 1):
                children.leave_to(work)
        if children.bare and uploads:
            self.problems.append("bare")
        self.set_widgets_metadata()
        return self.nb, self.resources

    def _own_work(
        self, folder: Path, notebook: str, resources: Mapping[str, Any], settings: Settings
    ) -> WorkFolder:
        """In the plug-in: the folder of this hand-in, the same for its notebooks one after the other."""
        global _plugged  # noqa: PLW0603
        if _plugged is None or _plugged[0] != folder or _plugged[1].has_begun(notebook):
            limits, submitted = settings.limits, folder
            most = limits.upload_mb if self._guide.mode != "everything" else limits.file_mb
            about, coursedir = resources.get("nbgrader", {}), self._coursedir()
            if coursedir is not None and "student" in about:
                place = (coursedir.submitted_directory, about["student"], about["assignment"])
                submitted = Path(coursedir.format_path(*place))
            if _plugged is not None:
                _plugged[1].close()
            _plugged = (folder, WorkFolder(snapshot_of(folder, most).files, submitted, limits))
        return _plugged[1]

    def _coursedir(self) -> Any:
        return getattr(getattr(self.parent, "parent", None), "coursedir", None)

    def _own_settings(self, resources: Mapping[str, Any]) -> Settings:
        """Settings of the plug-in: nbgrader_config.py, and what the instructor's notebooks import."""
        settings = settings_from_config(self.config)
        coursedir = self._coursedir()
        week = resources.get("nbgrader", {}).get("assignment")
        if coursedir is None or week is None:
            return settings
        return replace(
            settings,
            preload=[*modules_to_preload(coursedir, week), *settings.preload],
            private=[*private_folders(coursedir, self.config), *settings.private],
        )

    def _runs(self, cell: NotebookNode) -> bool:
        """Whether nbclient would run a cell at all."""
        skipped = self.skip_cells_with_tag in cell.metadata.get("tags", [])
        return cell.cell_type == "code" and bool(cell.source.strip()) and not skipped

    def execute_cell(
        self, cell: NotebookNode, cell_index: int, execution_count: Any = None, store_history: bool = True
    ) -> NotebookNode:
        """Run one cell as nbclient does: outputs, execution count, what a timeout leaves."""
        del execution_count, store_history
        if not self._runs(cell):
            return cell
        ours = self._guide.owns(cell)
        if self._guide.mode == "data" and not ours:
            return cell
        if self._guide.mode == "outside" and not ours and untouched(self.nb):
            return cell
        if self.record_timing:
            cell["metadata"]["execution"] = {}
        self.code_cells_executed += 1
        cell.outputs = []
        self.clear_before_next_output = False
        try:
            reply = self._own(cell, cell_index) if ours else self._converse(cell, cell_index)
        except (ChildGone, DeadKernelError, CellTimeoutError) as error:
            self._give_up(cell, error)
        else:
            self.on_cell_executed(cell=cell, cell_index=cell_index, execute_reply=reply)
        if ours and self._lenient and is_grade(cell):
            lenient(cell)
        return cell

    def _converse(self, cell: NotebookNode, index: int) -> dict[str, Any]:
        """Send a cell to the learner's child, gather its messages until its reply."""
        run, own = self._children.run("theirs"), f"cell-{index}"
        while self.kc.waiting:
            run.send({"comm": self.kc.waiting.popitem()[1]})
        run.send_cell(cell.source, own)
        self._stamp(cell, "iopub.status.busy")
        turn = self._turn(run, cell)
        for message in turn:
            if message.get("parent") == own and isinstance(message.get("content"), dict):
                if message.get("type") == "execute_reply":
                    self._stamp(cell, "iopub.status.idle", "shell.execute_reply")
                    return turn.late or checked_reply(message["content"])
                self._take(message, run.last_length, cell, index)
        raise ChildGone("")

    def _own(self, cell: NotebookNode, index: int) -> dict[str, Any]:
        """What a cell of ours said; the marking child runs those of a worksheet one after the other."""
        run, own = self._children.run("ours"), f"cell-{index}"
        if index not in self._handed_over:
            last = index + 1 if self._guide.mode == "outside" else len(self.nb.cells)
            self._handed_over = [
                at
                for at in range(index, last)
                if self._runs(self.nb.cells[at]) and self._guide.owns(self.nb.cells[at])
            ]
            run.send({"own": [self._order(at) for at in self._handed_over]})
        self._stamp(cell, "iopub.status.busy")
        turn = self._turn(run, cell, self._more)
        for message in turn:
            if message.get("type") == "ask":
                if untouched(self.nb):
                    run.send({"error": "NotImplementedError", "text": "还没写"})
                else:
                    run.send(turn.value_of(message.get("content"), self._children.run("theirs")))
            elif message.get("type") == "ran" and message.get("parent") == own:
                cell["execution_count"] = message["count"]
                said = message["messages"]
                for one in said:
                    self._take({**one, "parent": own}, run.last_length // len(said), cell, index)
                self._stamp(cell, "iopub.status.idle", "shell.execute_reply")
                return turn.late or checked_reply(message["reply"])
        raise ChildGone("")

    def _order(self, index: int) -> dict[str, Any]:
        """The order to run a cell of ours, with the names that it takes from the learner's child."""
        cell = self.nb.cells[index]
        source = self._guide.own[cell.metadata.nbgrader.grade_id].source
        borrow = sorted(free_names(source) - REACHING) if self._guide.mode == "outside" else []
        return {"id": f"cell-{index}", "cell": self._guide.all_own.index(source), "borrow": borrow}

    def _turn(self, run: Run, cell: NotebookNode, more: float = 0.0) -> CellDeadline:
        """The time that a cell has with a child; see nbclient's `timeout` and `interrupt_on_timeout`."""
        return CellDeadline(
            run,
            cell,
            seconds=self._get_timeout(cell),
            more=more,
            ending=self._ending,
            grace=self._grace,
            timed_out=self.error_on_timeout if self.interrupt_on_timeout else None,
        )

    def _stamp(self, cell: NotebookNode, *events: str) -> None:
        """Note the time of `events` where nbclient would."""
        if self.record_timing:
            for event in events:
                cell["metadata"]["execution"][event] = timestamp()

    def _take(self, message: dict[str, Any], length: int, cell: NotebookNode, index: int) -> None:
        """Let nbclient turn one message into an output, within the budget."""
        kind = str(message.get("type"))
        had = self._budget > 0
        self._budget -= length + 200
        small = kind in ("error", "execute_result", "execute_input") and length < SMALL
        if self._budget <= 0 and not (small and -self._budget < RESERVE):
            if had:
                cell.outputs.append(node(output_type="stream", name="stdout", text=TRUNCATED))
                self.problems.append("output")
            return
        outputs = len(cell.outputs)
        with contextlib.suppress(Exception):  # whatever is not a message nbclient knows is no output
            self.process_message(
                {
                    "msg_type": kind,
                    "header": {"msg_type": kind},
                    "parent_header": {"msg_id": message["parent"]},
                    "content": message["content"],
                    "metadata": {},
                    "buffers": [base64.b64decode(buffer) for buffer in message.get("buffers", [])],
                },
                cell,
                index,
            )
        if len(cell.outputs) > outputs and not well_formed(cell.outputs[-1]):
            cell.outputs.pop()

    def _give_up(self, cell: NotebookNode, error: Exception) -> None:
        """The process is gone: raise as nbclient does, or mark this cell and go on without it."""
        if not self.mark_rest:
            if isinstance(error, ChildGone):
                raise DeadKernelError(f"Kernel died: {error}") from error
            raise error
        if not isinstance(error, DeadKernelError):
            reason = error.reason if isinstance(error, ChildGone) else "time"
            self.problems.append(f"gone:{reason}")
        self._children.end()
        name = "CellTimeoutError" if isinstance(error, CellTimeoutError) else "DeadKernelError"
        text = str(error) if isinstance(error, ChildGone) else "the process that ran the cells is gone"
        cell.outputs.append(node(output_type="error", ename=name, evalue=text, traceback=[f"{name}: {text}"]))
