"""How far ahead plans look."""

from __future__ import annotations

HORIZON, CLEAR_MISS = 12, 2
"""Years that a kommuneplan or temaplan looks ahead, and the miss that is worth a word."""
