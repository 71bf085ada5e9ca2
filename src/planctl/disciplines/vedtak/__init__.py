"""Vedtak: what the political bodies decided, who follows it up, and what they were answered."""
