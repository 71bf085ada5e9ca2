"""Rules on ownership."""
