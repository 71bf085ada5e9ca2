"""Which plans a political body adopts, and how far ahead they look."""

from __future__ import annotations

ADOPTED_KINDS = ("planstrategi", "kommuneplan", "temaplan", "kommunedelplan", "strategiplan", "handlingsprogram")
"""The plans whose goals, strategies and frames only the body that adopted them can change."""

HORIZON, CLEAR_MISS = 12, 2
"""Years that a kommuneplan or temaplan looks ahead, and the miss that is worth a word."""
