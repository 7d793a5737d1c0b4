"""Running the cells of one hand-in, in our sandbox or, where there is none, in a plain kernel.

`snapshot` and `workfolder` are what the cells see, `kernelchoice` which kernel they ask for, `children` and
`deadline` the processes and the time of a cell, `outputs` what they say, `remote` a learner's function called
from another process; `execute` and `plainkernel` are nbgrader's `Execute` on all that.
"""
