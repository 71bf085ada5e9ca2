"""Quality: audits of the ledelsessystem and their findings, surveys, and the citizens' observatory (ISO 18091)."""

PLACE = 80
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("revisjon", "undersøkelse", "observatorieplass")
"""The kinds of records without which its rules have nothing to say."""
