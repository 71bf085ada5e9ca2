"""Places for labels beside a curve: none over another, and off the line where that can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

Box = tuple[float, float, float, float]
Spot = tuple[float, float]

_TURNS = 24  # how finely a stretch of the curve is followed


class Room:
    """A frame (left, top, right, bottom) with curves in it, and what is taken there."""

    def __init__(self, frame: Box, *curves: Sequence[Spot]) -> None:
        self._frame = frame
        self._taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for curve in curves for x, y in curve]
        self._curve = [spot for curve in curves for one, other in pairwise(curve) for spot in _follow(one, other)]

    def take(self, box: Box) -> bool:
        """Take a place; False when it is not free."""
        if not self._free(box):
            return False
        self._taken.append(box)
        return True

    def near(self, x: float, y: float, width: float, height: float) -> Spot | None:
        """Take the best place for a label beside a point and give its middle; None when all is taken."""
        left, top, right, bottom = self._frame
        side = width / 2 - 2
        found = []
        for dx, dy in ((0, -18), (0, 18), (-side, -16), (side, -16), (side, 16), (-side, 16), (0, -32), (0, 32)):
            middle = min(max(x + dx, left + width / 2 + 2), right - width / 2 - 2)
            box = (middle - width / 2, y + dy - height / 2, middle + width / 2, y + dy + height / 2)
            if box[1] > top and box[3] < bottom and self._free(box):
                found.append((self._crossed(box), box))
        if not found:
            return None
        box = min(found, key=lambda one: one[0])[1]
        self._taken.append(box)
        return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2

    def _free(self, box: Box) -> bool:
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in self._taken
        )

    def _crossed(self, box: Box) -> int:
        """Count how much of the curves a label would hide."""
        return sum(box[0] < x < box[2] and box[1] < y < box[3] for x, y in self._curve)


def _follow(one: Spot, other: Spot) -> Iterator[Spot]:
    for turn in range(_TURNS + 1):
        share = turn / _TURNS
        yield one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
