"""Kontroll: what the municipality controls itself, how mature that is, and what the state and the auditors found."""

PLACE = 50
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("internkontroll", "lovgjennomgang", "modenhet", "tilsyn", "egenkontroll", "funn")
"""The kinds of records without which its rules have nothing to say."""
