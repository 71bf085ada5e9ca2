"""Medvirkning: hearings with what was said and answered, meetings with those concerned, and the leaders' dialogues."""
