"""What every drawing shares: the width of text, escaping, the look."""
