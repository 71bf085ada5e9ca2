"""Vedtak: what the political bodies decided, who follows it up, and what they were answered."""

PLACE = 20
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("vedtak", "vedtakspunkt")
"""The kinds of records without which its rules have nothing to say."""
