"""Two plan sets held against each other: what changed, by record and field, and what follows from it."""
