"""The straight line from an indicator's nullpunkt over its måltall, and where a value stands to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from planctl.domain.judgement.course import Line
from planctl.model.bands import rounded
from planctl.model.limits import Dated


def expected(day: date, origin: Dated | None, targets: Sequence[Dated]) -> Decimal | None:
    """Give the value that the line has on a day; None before it begins, and without a nullpunkt or måltall.

    The line goes straight from the nullpunkt to each måltall in turn, and level after the last.
    """
    points = sorted([origin, *targets]) if origin is not None else []
    if origin is None or not targets or day <= origin[0] or points[0] != origin:
        return None
    for (start, low), (end, high) in pairwise(points):
        if start < day <= end:
            return low + (high - low) * Decimal((day - start).days) / Decimal((end - start).days)
    return points[-1][1]


def line(
    value: Decimal, day: date, origin: Dated | None, targets: Sequence[Dated], direction: str, decimals: int
) -> Line:
    """Tell where a value stands: the last måltall reached, on the line or beyond it, behind it; both rounded.

    Only an indicator that goes up (`opp`) or down (`ned`) has a line.
    """
    if direction not in {"opp", "ned"} or not targets:
        return Line.INGEN
    sign = 1 if direction == "opp" else -1
    here = _rounded(value, decimals) * sign
    if here >= _rounded(max(targets)[1], decimals) * sign:
        return Line.MÅL
    wanted = expected(day, origin, targets)
    if wanted is None:
        return Line.INGEN
    return Line.PÅ if here >= _rounded(wanted, decimals) * sign else Line.BAK


def _rounded(value: Decimal, decimals: int) -> Decimal:
    found = rounded(value, decimals)
    return value if found is None else found
