"""Figures of the reports: views to SVG, each with a title and a description in words."""
