"""Packing of arcs into the lanes of a ring, so that nothing in a lane overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, degrees

from planctl.calendar.geometry import RING_GAP, RINGS
from planctl.values import dataclass

REACH = 1.1  # a badge's farthest corner, in badge radii
_LARGEST = 11.5


@dataclass(frozen=True, slots=True)
class Arc:
    """A duration in degrees clockwise from the top; `start` carries the badge."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Lanes:
    """Two packed rings: their common edge, lane radii, each arc's lane, the badge radius."""

    edge: float
    pitch: float
    badge: float
    outer_radii: tuple[float, ...]
    inner_radii: tuple[float, ...]
    outer: tuple[int, ...]
    inner: tuple[int, ...]


def badge_width(badge: float, radius: float) -> float:
    """Measure the degrees a badge of a radius takes in a lane of a radius."""
    return 2 * degrees(asin(min(1.0, badge * REACH / radius)))


def occupied(arc: Arc, width: float) -> tuple[float, float]:
    """Give the degrees from and to that an arc and its badge fill."""
    return arc.start - width / 2, max(arc.start + width / 2, arc.end)


def overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether two stretches of the circle overlap, across the new year too."""
    return any(one[0] < other[1] + turn and other[0] + turn < one[1] for turn in (-360.0, 0.0, 360.0))


def pack(arcs: Sequence[Arc], widths: Sequence[float]) -> tuple[int, ...] | None:
    """Give each arc the first free lane (0 is outermost), or None if the lanes do not suffice.

    `widths` holds a badge's width in degrees for each lane. The arcs are taken as they come.
    """
    lanes: list[list[tuple[float, float]]] = [[] for _ in widths]
    chosen: list[int] = []
    for arc in arcs:
        for number, width in enumerate(widths):
            here = occupied(arc, width)
            if not any(overlap(here, other) for other in lanes[number]):
                lanes[number].append(here)
                chosen.append(number)
                break
        else:
            return None
    return tuple(chosen)


def pack_rings(outer: Sequence[Arc], inner: Sequence[Arc]) -> Lanes:
    """Pack two rings that share the wheel's width, with as few lanes as the greedy way gives."""
    count_outer = count_inner = 1
    while True:
        pitch = (RINGS[1] - RINGS[0] - RING_GAP) / (count_outer + count_inner)
        badge = min(_LARGEST, pitch / 2 / REACH)
        edge = RINGS[1] - count_outer * pitch
        outer_radii = tuple(RINGS[1] - (lane + 0.5) * pitch for lane in range(count_outer))
        inner_radii = tuple(edge - RING_GAP - (lane + 0.5) * pitch for lane in range(count_inner))
        in_outer = pack(outer, [badge_width(badge, radius) for radius in outer_radii])
        in_inner = pack(inner, [badge_width(badge, radius) for radius in inner_radii])
        if in_outer is not None and in_inner is not None:
            return Lanes(edge, pitch, badge, outer_radii, inner_radii, in_outer, in_inner)
        count_outer += in_outer is None
        count_inner += in_inner is None
