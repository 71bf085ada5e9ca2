"""The rules on vedtak, 81x."""
