"""Medvirkning: meetings with those concerned, and the leaders' dialogues with what was agreed in them."""

JUDGES = ("medvirkningsmøte", "lederdialog", "avtale")
"""The kinds of records without which its rules have nothing to say."""
