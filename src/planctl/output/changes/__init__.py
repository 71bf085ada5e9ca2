"""Diffs of two plan sets as text, JSON, Markdown and HTML."""
