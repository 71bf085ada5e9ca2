"""The arguments and options of every command; each body imports what it needs."""
