"""Rules on contracts."""
