"""The command line: here alone is printing, exit codes, the environment and today's date."""
