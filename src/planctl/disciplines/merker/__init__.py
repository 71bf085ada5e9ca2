"""Merker: the words that oppdrag and tiltak are sorted by, counted."""

PLACE = 170
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
