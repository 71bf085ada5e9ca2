"""The decimals of an indicator: how exactly its values are shown, and judged by rules and reports alike."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from planctl.model.bands import Bands
from planctl.model.limits import Limits, limits_of
from planctl.model.planset import Measurement
from planctl.model.record import Record

_MOST = 6


def decimals_of(limits: Limits, known: Iterable[Measurement]) -> int:
    """Give the decimals of an indicator with some values: its `desimaler`, else its bands', else those of the values.

    Bands in whole numbers are for whole numbers: a value between two of them is rounded into one, and is no gap (603).
    """
    stated = _stated(limits)
    if stated is not None:
        return stated
    written = (Decimal(str(row.value)).normalize().as_tuple().exponent for row in known)
    return min(_MOST, max((-exponent for exponent in written if isinstance(exponent, int) and exponent < 0), default=0))


def precision(record: Record) -> int:
    """Give an indicator's decimals where no value is at hand: without `desimaler` and bands a value counts as it is."""
    stated = _stated(limits_of(record.fields))
    return _MOST if stated is None else stated


def _stated(limits: Limits) -> int | None:
    if limits.decimals is not None:
        return limits.decimals
    return limits.bands.decimals if isinstance(limits.bands, Bands) else None
