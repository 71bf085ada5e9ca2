"""Kontroll: what the municipality controls itself, how mature that is, and what the state and the auditors found."""

JUDGES = ("internkontroll", "lovgjennomgang", "modenhet", "tilsyn", "egenkontroll", "funn")
"""The kinds of records without which its rules have nothing to say."""
