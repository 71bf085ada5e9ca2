"""Development: innovations on their way from idea to experience, and simplifications judged by five checks."""

PLACE = 90
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("innovasjon", "forenkling")
"""The kinds of records without which its rules have nothing to say."""
