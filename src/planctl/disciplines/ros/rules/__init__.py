"""Rules on risks and their analyses."""
