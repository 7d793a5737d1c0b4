"""A course and its people, as every other room finds them.

Read in this order: `layout` (where things are), `settings` (what nbgrader_config.py says), `facts` (figures of the real
world), `identity`, `roster`, `roster_change`, `likeness` (who is who), `notes` and `grades` (what is known of a
hand-in), and how files are read and written: `texts`, `tables`, `boundedjson`, `archive`, `wholefile`.
"""
