"""Høring: when something was heard, what was said, what was answered, and what was changed."""

PLACE = 140
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("høring", "innspill")
"""The kinds of records without which its rules have nothing to say."""
