"""A discipline that nobody has thought of, in the form that each real one has: what it takes, and that it is enough."""
