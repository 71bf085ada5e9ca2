"""Which plans inherit, which a political body adopts, how far ahead they look, and what stands in which."""

from __future__ import annotations

HEIRS = ("temaplan", "kommunedelplan", "strategiplan", "handlingsprogram", "virksomhetsplan")
"""The plans that inherit the goals they build on."""

ADOPTED_KINDS = ("planstrategi", "kommuneplan", "temaplan", "kommunedelplan", "strategiplan", "handlingsprogram")
"""The plans whose goals, strategies and frames only the body that adopted them can change."""

HORIZON, CLEAR_MISS = 12, 2
"""Years that a kommuneplan or temaplan looks ahead, and the miss that is worth a word."""

HOMES = {"tiltak": "virksomhetsplan", "oppdrag": "handlingsprogram"}
"""The plan that a tiltak and an oppdrag belong in."""
