"""Medvirkning: meetings with those concerned, and the leaders' dialogues with what was agreed in them."""
