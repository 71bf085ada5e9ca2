"""Samskaping: what the municipality does together with others, who leads what, and what came of it."""

JUDGES = ("samskaping",)
"""The kinds of records without which its rules have nothing to say."""
