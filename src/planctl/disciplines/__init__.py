"""One folder a discipline: its rules, its chapter, what only it means. Each has a schema of its own in `schemas/`."""
