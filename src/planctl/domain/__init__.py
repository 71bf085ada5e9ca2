"""What each term of the field means, once: rules, reports, calendar, diff, output and cli ask here."""
