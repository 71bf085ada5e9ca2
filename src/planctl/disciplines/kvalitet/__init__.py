"""Quality: audits of the ledelsessystem and their findings, surveys, and the citizens' observatory (ISO 18091)."""
