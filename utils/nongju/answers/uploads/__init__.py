"""Clips and photos that a learner adds, from a phone or stick to uploads/.

Read in this order: `drives` (where files are), `transfer` (taken in whole or not at all), `store` (what a
form keeps of them), `previews`, `jobs`, `controller` (the kernel's side of choosing one), `html` (as graders
see it).
"""
