"""From course text (course/WEEK/*.md) to nbgrader's source/WEEK and release/WEEK.

The modules in the order in which a page passes through them: `myst` reads the text into
cells that know their lines, `vocabulary` checks the tags, `figures` fills in the figures,
`prose` reads the text as a learner would, `code` and `expand` make nbgrader cells,
`examine` tries every question on many learners, `release` lets nbgrader cut the release,
`leaks` looks for keys in it. `week` runs them all; `publish` writes or compares;
`register` puts a week into the real gradebook. Every fault is collected, with file and
line (`fault`).
"""
