"""Beredskap: the exercises of the plans for emergencies, and what they showed."""

JUDGES = ("øvelse",)
"""The kinds of records without which its rules have nothing to say."""
