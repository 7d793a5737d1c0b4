"""Everything that touches the insides of nbgrader, nbclient and IPython.

`config` and `steps` put our steps into nbgrader's conversions; `repair`, `sanitize` and `marks` are what
they do. `stock` runs nbgrader's own command line; `processes`, `forking`, `forked_kernel` and the preloads
start it fast. `gradebook`, `transaction`, `schemas` and `notebooktext` do once what nbgrader and nbformat
do again and again.
"""
