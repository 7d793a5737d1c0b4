"""The film panel (剪片台): from a table of shots to a film, without a line of code."""
