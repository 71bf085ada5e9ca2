"""Rules on faults at playgrounds."""
