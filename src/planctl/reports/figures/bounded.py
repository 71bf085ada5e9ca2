"""Labels along a line, spread apart and kept between two ends."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.svg.spread import spread


def between(wanted: Sequence[float], room: float, low: float, high: float) -> list[float]:
    """Spread positions so that each has its room and all lie from `low` to `high`, if there is room for all."""
    count = len(wanted)
    found = spread(wanted, [room] * count)
    return [
        max(low + index * room, min(at, high - (count - 1 - index) * room)) if (count - 1) * room <= high - low else at
        for index, at in enumerate(found)
    ]
