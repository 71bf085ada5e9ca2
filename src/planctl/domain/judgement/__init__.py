"""The status algebra: computed verdicts, limits of indicators and moved goalposts."""
