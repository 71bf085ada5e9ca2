"""Which small counts a report leaves out: the recount asks planctl, and counts the rest itself.

That what is left out cannot be worked out is tried by brute force in tests/test_small_counts.py.
"""

from __future__ import annotations

from planctl.domain.small_counts import Count, Told, told_grid
from planctl.i18n import Language

__all__ = ["Count", "Told", "shown", "told_grid"]
_NB = Language("nb")


def shown(told: Told) -> str:
    """Write a count as a report does."""
    return str(told) if isinstance(told, int) else _NB.show(told)
