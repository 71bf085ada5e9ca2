"""Faults at playgrounds: what is wrong, who mends it, and by when."""
