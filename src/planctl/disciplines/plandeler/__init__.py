"""Parts of plans: how it goes with an innsatsområde, a satsingsområde or a whole plan, as reports tell it."""
