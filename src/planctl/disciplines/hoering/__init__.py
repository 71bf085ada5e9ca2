"""Høring: when something was heard, what was said, what was answered, and what was changed."""
