"""Counts that could point at someone: a small one is told as «under 5», and cannot be worked out from a sum."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.domain.withheld import FEW, few
from planctl.i18n import T, Text


def told_counts(counts: Sequence[int], personal: Sequence[bool]) -> tuple[int | Text, ...]:
    """Tell the counts of a column whose sum is known; `personal` are those of nothing but what may be about a person.

    Where only one of them is left out, the smallest other one is left out too, for else it is what the sum lacks.
    """
    small = [row for row, count in enumerate(counts) if personal[row] and 0 < count < FEW]
    told: list[int | Text] = [few(count) if row in small else count for row, count in enumerate(counts)]
    others = [row for row, count in enumerate(counts) if row not in small and count]
    if len(small) == 1 and others:
        told[min(others, key=lambda row: counts[row])] = T("not shown")
    return tuple(told)
