"""Eierskap: companies and other bodies the municipality owns a part of, and what it wants with each."""

JUDGES = ("eierskapsregister", "selskap")
"""The kinds of records without which its rules have nothing to say."""
