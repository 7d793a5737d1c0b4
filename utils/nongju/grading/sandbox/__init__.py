"""Where a learner's code runs: a forking process behind a wall, and a confined child for each notebook.

From the inside out: `kernelapp`, `streams`, `kernel`, `cellloop` (ipykernel's own application and shell
without sockets), `owncells` (our own cells without a kernel), `sharedmemory`; `limits` and `wire` (what a
submission may use, and all that crosses the wall); `confine` and `zygote` (the process imported once that
forks a child into namespaces of its own), `supervise`; `covers` and `bubblewrap` (the wall); `run` (one
notebook in one child) and `handle` (the worker's side of it all).
"""
