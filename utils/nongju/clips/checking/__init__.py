"""A clip looked at once: the check, what it found, and that in plain words."""
