"""Medvirkning: meetings with those concerned, and the leaders' dialogues with what was agreed in them."""

PLACE = 150
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("medvirkningsmøte", "lederdialog", "avtale")
"""The kinds of records without which its rules have nothing to say."""
