"""Samskaping: what the municipality does together with others, who leads what, and what came of it."""

PLACE = 130
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("samskaping",)
"""The kinds of records without which its rules have nothing to say."""
