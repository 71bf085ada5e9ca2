"""Positions along a line, moved apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def spread(wanted: Sequence[float], room: Sequence[float]) -> list[float]:
    """Move positions as little as possible (least squares) so that each has its `room`.

    Pool adjacent violators: the next position lies at least `room[i]` after position i.
    """
    shift = [0.0, *accumulate(room)][: len(wanted)]
    pools: list[tuple[float, int]] = []  # sum and count of each pool
    for want, offset in zip(wanted, shift, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before, size = pools.pop()
            total, count = total + before, count + size
        pools.append((total, count))
    means = [total / count for total, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, shift, strict=True)]
