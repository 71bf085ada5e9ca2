"""Kontrakt: what others than the municipality deliver, who in the line owns the contract, and what is not kept."""

JUDGES = ("kontrakt",)
"""The kinds of records without which its rules have nothing to say."""
