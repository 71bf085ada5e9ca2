"""Beredskap: the exercises of the plans for emergencies, and what they showed."""

PLACE = 60
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("øvelse",)
"""The kinds of records without which its rules have nothing to say."""
