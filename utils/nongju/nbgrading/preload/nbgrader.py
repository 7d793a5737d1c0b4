"""Imported once by the server that `nbgrader_process` forks from: nbgrader, our steps in it, the kernel."""

import ipykernel.ipkernel
import ipykernel.kernelapp
import nbgrader.apps

import nongju.nbgrading.steps

__all__ = ["ipykernel", "nbgrader", "nongju"]
