"""The no-code fields of a worksheet, and the store that keeps what is filled in.

Read in this order: `quantities` (how people write amounts), `privacy`, `fields` (what blanks have in
common), `kinds` (each kind of blank), `uploads` (files), `film`, `bounds`, `schema`, `store`, `session`
(answers.json, and who sits there), `question`, `judging`, `recall`, `recording`, `worksheet` (what an author
calls through `nongju.form`), `web` (the form in the browser), `static_html` (the form for graders).
"""
