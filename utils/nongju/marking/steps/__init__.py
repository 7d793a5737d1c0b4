"""A question in steps: `work` gives the ways of working, `slip` what is done wrong, `whole` the roundings."""
