"""Merging plan files by record and field, on their text."""
