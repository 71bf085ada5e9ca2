"""Parts of plans: how it goes with an innsatsområde, a satsingsområde or a whole plan, as reports tell it."""

PLACE = 10
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
