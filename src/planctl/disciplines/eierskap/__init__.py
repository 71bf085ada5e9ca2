"""Eierskap: companies and other bodies the municipality owns a part of, and what it wants with each."""
