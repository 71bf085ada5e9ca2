"""Høring: when something was heard, what was said, what was answered, and what was changed."""

JUDGES = ("høring", "innspill")
"""The kinds of records without which its rules have nothing to say."""
