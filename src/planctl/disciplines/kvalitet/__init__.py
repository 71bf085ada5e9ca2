"""Quality: audits of the ledelsessystem and their findings, surveys, and the citizens' observatory (ISO 18091)."""

JUDGES = ("revisjon", "undersøkelse", "observatorieplass")
"""The kinds of records without which its rules have nothing to say."""
