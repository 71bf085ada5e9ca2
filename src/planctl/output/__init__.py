"""Diagnostics and records as text, JSON and other formats."""
