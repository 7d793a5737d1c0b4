"""The reason behind a wrong number: `diagnosis` tries them in order.

`common` is what anybody may do with any number, `arithmetic` the sum that it seems to come of, found by
`mutants` in the key's own formula, which `tracing` remembers; `rounding` is who writes each result down.
"""
