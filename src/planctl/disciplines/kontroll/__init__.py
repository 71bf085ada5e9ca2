"""Kontroll: what the municipality controls itself, how mature that is, and what the state and the auditors found."""
