"""The algebra that judges tiltak, oppdrag, strategier and mål from what lies below them (docs/vurdering.md)."""
