"""Imported once by the server that kernels are forked from: the kernel, and what our worksheets use."""

import ipykernel.debugger
import ipykernel.ipkernel
import ipykernel.kernelapp

import nongju.form
import nongju.simulators

__all__ = ["ipykernel", "nongju"]
