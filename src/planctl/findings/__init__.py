"""Findings and edits as values."""
