"""Kontrakt: what others than the municipality deliver, who in the line owns the contract, and what is not kept."""

PLACE = 110
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("kontrakt",)
"""The kinds of records without which its rules have nothing to say."""
