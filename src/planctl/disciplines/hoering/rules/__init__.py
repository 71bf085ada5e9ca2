"""Rules on hearings and what was said at them."""
