"""The form in the browser: `exchange` is what it and the kernel say to each other, `static/` the page's part.

`shared`, `widget` and `sheet_widget` are the ipywidgets around it, `recap` the line below a question,
`packing` handing in from the page, `showing` what a cell shows, `practice` what a practice question counts
and says.
"""
