"""Rules on what plans build on: 890 to 894."""
