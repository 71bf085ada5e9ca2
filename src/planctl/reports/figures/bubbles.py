"""Points of a plane by their numbers: none over another, though many stand at the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import cos, hypot, sin, sqrt

from planctl.model.picture import Point
from planctl.reports.figures import draw, looks
from planctl.reports.figures.plane import Plane
from planctl.svg.look import BLUE, BLUE_PALE, INK, MUTED

Spot = tuple[float, float]
_LARGEST, _SMALLEST = 32.0, 4.0  # radii of areas
_SIDE = 12.5  # half of the room for a number with its mark
_INNER = 10.5  # the same, of what is written
_TURN, _STEP, _TURNS = 2.399963, 3.2, 4000  # the golden angle, and the pace of a spiral outwards
_SAME = 6.0  # how near two places are the same


def badges(plane: Plane, points: Sequence[Point]) -> Iterator[str]:
    """Draw points that have no sizes: marks with their numbers, each at its place or at the nearest that is free."""
    taken: list[Spot] = []
    drawn: list[str] = []
    for number, point in enumerate(points, 1):
        place = plane.at(point.x, point.y)
        at = _label(plane, place, taken)
        if _apart(at, place) > 3 * _SIDE:
            yield draw.path(draw.line(*place, *at), MUTED)
        drawn.append(_badge(number, point, at))
    yield from drawn


def bubbles(plane: Plane, points: Sequence[Point]) -> Iterator[str]:
    """Draw points by their sizes, the largest first, with their numbers on them or beside them.

    Several at the same place stand side by side. One whose size is not known is small and dashed.
    """
    largest = max(map(_size, points))
    radii = [max(_LARGEST * sqrt(_size(one) / largest), _SMALLEST) if largest else _SMALLEST for one in points]
    places = _spread(plane, points, radii)
    for index in _by_size(points):
        yield _area(points[index], places[index], radii[index])
    taken: list[Spot] = []
    small = [(place, radius) for place, radius in zip(places, radii, strict=True) if radius < _SIDE]
    for number, (point, place, radius) in enumerate(zip(points, places, radii, strict=True), 1):
        start = (place[0] + radius + _INNER, place[1] - radius / 2) if radius < _SIDE else place
        at = _label(plane, start, taken, small)
        far = _apart(at, place)
        if far > radius + 1.6 * _SIDE:
            one, other = (
                (place[side] + (at[side] - place[side]) * part / far for side in (0, 1)) for part in (radius, far - 10)
            )
            yield draw.path(draw.line(*one, *other), MUTED)
        yield _number(number, point, at)


def _size(point: Point) -> float:
    return max(float(point.size), 0) if point.size is not None else 0


def _by_size(points: Sequence[Point]) -> list[int]:
    return sorted(range(len(points)), key=lambda index: -_size(points[index]))


def _spread(plane: Plane, points: Sequence[Point], radii: Sequence[float]) -> list[Spot]:
    """Give each point its place, and one whose place has an earlier one, the nearest where its area is free."""
    wanted = [plane.at(point.x, point.y) for point in points]
    found: dict[int, Spot] = {}
    for index in _by_size(points):
        radius, place = radii[index], wanted[index]

        def free(spot: Spot, radius: float = radius) -> bool:
            return all(_apart(spot, other) > radius + radii[number] + 3 for number, other in found.items())

        taken = any(_apart(place, wanted[number]) < _SAME for number in found)
        found[index] = _nearest(plane, place, radius, free) if taken else place
    return [found[index] for index in range(len(points))]


def _apart(one: Spot, other: Spot) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _beside(one: Spot, other: Spot) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _label(plane: Plane, start: Spot, taken: list[Spot], small: Sequence[tuple[Spot, float]] = ()) -> Spot:
    """Take the nearest place for a number where no other stands, nor a small area."""

    def free(spot: Spot) -> bool:
        return all(_beside(spot, other) >= 2 * _SIDE - 1 for other in taken) and all(
            _beside(spot, place) >= _INNER + radius for place, radius in small
        )

    taken.append(_nearest(plane, start, _SIDE, free))
    return taken[-1]


def _nearest(plane: Plane, start: Spot, side: float, free: Callable[[Spot], bool]) -> Spot:
    """Look along a spiral for a free place inside the frame."""
    for turn in range(_TURNS):
        reach = _STEP * sqrt(turn)
        x, y = start[0] + reach * cos(turn * _TURN), start[1] + reach * sin(turn * _TURN)
        inside = plane.left + side <= x <= plane.right - side and plane.top + side <= y <= plane.bottom - side
        if inside and free((x, y)):
            return x, y
    return start


def _area(point: Point, at: Spot, radius: float) -> str:
    ground, ink = looks.TONES[point.tone][:2] if point.tone is not None else (BLUE_PALE, BLUE)
    dash = "" if point.size is not None else ' stroke-dasharray="3 2"'
    return draw.mark("●", *at, radius, ground, ink).replace("/>", f' fill-opacity="0.6"{dash}/>')


def _badge(number: int, point: Point, at: Spot) -> str:
    """Draw the mark of a point's tone, large enough for its number."""
    x, y = at
    if point.tone is None:
        return draw.mark("●", x, y, 11, "#fff", INK) + _digits(number, x, y + 4.7, INK)
    _, ink, shape = looks.TONES[point.tone]
    radius, low = {"▲": (14.0, 7.5), "■": (12.5, 4.7)}.get(shape, (11.5, 4.7))
    return draw.mark(shape, x, y, radius, ink) + _digits(number, x, y + low, "#fff")


def _number(number: int, point: Point, at: Spot) -> str:
    """Write a number, with the mark of its tone below it."""
    x, y = at
    if point.tone is None:
        return _digits(number, x, y + 4.7, INK)
    return _digits(number, x, y + 2, INK) + looks.mark(point.tone, x, y + 8.5, 3.4)


def _digits(number: int, x: float, y: float, ink: str) -> str:
    return draw.text(x, y, str(number), fill=ink, anchor="middle", bold=True)
