"""Vedtak: what the political bodies decided, who follows it up, and what they were answered."""

JUDGES = ("vedtak", "vedtakspunkt")
"""The kinds of records without which its rules have nothing to say."""
