"""Eierskap: companies and other bodies the municipality owns a part of, and what it wants with each."""

PLACE = 120
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("eierskapsregister", "selskap")
"""The kinds of records without which its rules have nothing to say."""
