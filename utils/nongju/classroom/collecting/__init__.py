"""From what arrived to one whole hand-in a learner, where nbgrader looks.

Read in this order: `received` (what arrived is kept), `submission` (one learner's hand-in in it),
`answersfile` and `uploads` (what stands in it), `owner`, `decisions` and `giving` (whose it is), `latest`
(which counts), `staging` (put where nbgrader looks), `record` (what was found), `collect` (all of it).
"""
