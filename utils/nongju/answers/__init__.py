"""The no-code fields of a worksheet, and the store that keeps what is filled in.

Read in this order: `numerals`, `units`, `measures`, `shares`, `quantity` (how people write amounts),
`fields`, `table`, `privacy` (the blanks), `uploads`, `upload_field` (blanks that are files), `schema`,
`store`, `session` (answers.json, and who sits there), `question`, `recall` (what an author calls through
`nongju.form`), `exchange`, `widget`, `drives`, `previews`, `upload_shelf`, `upload_desk`,
`static/` (the form in the browser), `static_html`, `upload_html` (the form for graders).
"""
