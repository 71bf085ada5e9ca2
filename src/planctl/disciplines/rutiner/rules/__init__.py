"""Rules on routines."""
