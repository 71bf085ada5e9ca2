"""Merker: the words that oppdrag and tiltak are sorted by, counted."""
