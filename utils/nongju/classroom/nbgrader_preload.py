"""Imported once by the server that `nbgrader_process` forks from: nbgrader, our steps in it, the kernel."""
# ruff: noqa: E402, I001  the grammar must be left out before nbgrader brings it in

from nongju.quick_start import leave_out_iri_grammar

leave_out_iri_grammar()

import ipykernel.ipkernel
import ipykernel.kernelapp
import nbgrader.apps
import nongju.classroom.steps

__all__ = ["ipykernel", "nbgrader", "nongju"]
