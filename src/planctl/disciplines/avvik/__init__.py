"""Avvik and what is learned of them: reports of what went wrong or could be better, and ledelsens gjennomgang."""
