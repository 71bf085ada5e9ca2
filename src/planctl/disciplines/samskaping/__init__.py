"""Samskaping: what the municipality does together with others, who leads what, and what came of it."""
