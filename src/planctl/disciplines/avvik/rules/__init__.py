"""The rules on avvik and on ledelsens gjennomgang."""
