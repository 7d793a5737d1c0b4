"""What the build asks of a week before any learner sees it.

`prose`, `tone`, `figures` and `evening` look at the text, `examine`, `rules`, `separation`, `soundness`,
`titles` and `giveaways` at the questions, `leaks` at what was made of both.
"""
