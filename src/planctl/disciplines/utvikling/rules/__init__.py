"""Rules on innovations and simplifications."""
