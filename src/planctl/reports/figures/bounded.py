"""Labels along a line, spread apart and kept between two ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from planctl.svg.spread import spread


def between(wanted: Sequence[float], room: Sequence[float], low: float, high: float) -> list[float]:
    """Spread positions so that each has its `room` before the next, from `low` to `high` where all find room."""
    shift = [0.0, *accumulate(room)][: len(wanted)]
    if not wanted or shift[-1] > high - low:
        return spread(wanted, [*room, 0])
    found = spread(wanted, [*room, 0])
    return [max(low + past, min(at, high - (shift[-1] - past))) for at, past in zip(found, shift, strict=True)]
