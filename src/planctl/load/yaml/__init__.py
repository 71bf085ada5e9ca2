"""YAML text to nodes and values, positions back, and the parser's complaints in plain words."""
