"""Captions and titles: what is written and when, where it may stand, and how it is drawn."""
