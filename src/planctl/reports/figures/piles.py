"""What stacked bars hold: the steps and series that have room, the piles of each step, and a range for them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planctl.i18n import T
from planctl.model.picture import Number, Series, Stacked
from planctl.model.picture.stacked import MOST_SERIES, MOST_STEPS


def every(stacked: Stacked) -> tuple[Series, ...]:
    """Give the series of the bars, and the line's last."""
    return stacked.series if stacked.line is None else (*stacked.series, stacked.line)


def held(stacked: Stacked) -> Stacked:
    """Keep the last steps, and as many series as there are patterns: the last ones become one."""
    first, last = max(len(stacked.steps) - MOST_STEPS, 0), len(stacked.steps)
    kept = [replace(series, values=filled(series, last)[first:]) for series in every(stacked)]
    line = kept.pop() if stacked.line is not None else None
    if len(kept) > MOST_SERIES:
        rest = zip(*(series.values for series in kept[MOST_SERIES - 1 :]), strict=True)
        kept = [*kept[: MOST_SERIES - 1], Series(T("The others"), tuple(map(total, rest)))]
    return replace(stacked, steps=stacked.steps[first:], series=tuple(kept), line=line)


def filled(series: Series, steps: int) -> tuple[Number | None, ...]:
    """Give a value for each step, though the series has fewer or more."""
    return (*series.values, *[None] * steps)[:steps]


def total(values: Sequence[Number | None]) -> Number | None:
    """Add up what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def piles(stacked: Stacked) -> list[tuple[Number | None, ...]]:
    """Give the values of each step, one for each series."""
    return [tuple(series.values[step] for series in stacked.series) for step in range(len(stacked.steps))]


def value_range(stacked: Stacked) -> tuple[float, float]:
    """Give a range that holds every bar, the line and zero, and is never less than four of the last decimal."""
    found = piles(stacked)
    line = [value for value in stacked.line.values if value is not None] if stacked.line is not None else []
    high = max([0, *(sum(value for value in pile if value and value > 0) for pile in found), *line])
    low = min([0, *(sum(value for value in pile if value and value < 0) for pile in found), *line])
    least = 4 * 10.0**-stacked.decimals
    if high - low >= least:
        return float(low), float(high)
    return -least if low < 0 else 0, least if high > 0 or not low else 0
