"""Beredskap: the exercises of the plans for emergencies, and what they showed."""
