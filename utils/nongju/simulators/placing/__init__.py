"""A simulation as a question of a week: its place, what is kept of it, how its challenge is marked."""
