"""Rules on authority that is delegated."""
