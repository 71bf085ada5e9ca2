"""Points of a plane by their numbers: none over another, though many stand at the same place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, sin, sqrt

from planctl.model.picture import Point
from planctl.reports.figures import draw, looks
from planctl.reports.figures.plane import Plane
from planctl.svg.look import BLUE, INK, MUTED

_LARGEST, _SMALLEST = 32.0, 4.0
_SIDE = 12.5  # half of the room for a mark with its number
_TURN, _STEP = 2.399963, 3.2  # of the spiral on which a free place is looked for: the golden angle, and its pace
_TURNS = 4000
_UNSIZED = "3 2"


def bubbles(plane: Plane, points: Sequence[Point]) -> Iterator[str]:
    """Draw the areas, the largest first; one whose size is not known is small and dashed."""
    largest = max((float(point.size) for point in points if point.size is not None), default=0)
    for point in sorted(points, key=lambda one: -_size(one)):
        x, y = plane.at(point.x, point.y)
        ground, ink = looks.TONES[point.tone][:2] if point.tone is not None else ("#e6f1f8", BLUE)
        dash = "" if point.size is not None else f' stroke-dasharray="{_UNSIZED}"'
        yield draw.mark("●", x, y, _radius(point, largest), ground, ink).replace("/>", f' fill-opacity="0.6"{dash}/>')


def _size(point: Point) -> float:
    return max(float(point.size), 0) if point.size is not None else 0


def _radius(point: Point, largest: float) -> float:
    return max(_LARGEST * sqrt(_size(point) / largest), _SMALLEST) if largest > 0 else _SMALLEST


def badges(plane: Plane, points: Sequence[Point], *, sized: bool) -> Iterator[str]:
    """Write the numbers of the points, each at its place or at the nearest that is free."""
    largest = max((_size(point) for point in points), default=0) if sized else 0
    taken: list[tuple[float, float]] = []
    drawn: list[str] = []
    for number, point in enumerate(points, 1):
        x, y = plane.at(point.x, point.y)
        reach = _radius(point, largest) if sized else 0
        aside = reach + _SIDE - 2 if sized and reach < _SIDE else 0
        at = _free(plane, (x + aside * 0.8, y - aside * 0.6), taken)
        taken.append(at)
        if hypot(at[0] - x, at[1] - y) > max(reach, _SIDE) + _SIDE:
            yield draw.path(draw.line(x, y, *at), MUTED)
            yield draw.mark("●", x, y, 2.5, MUTED)
        drawn.append(_number(number, point, at) if sized else _badge(number, point, at))
    yield from drawn


def _free(plane: Plane, start: tuple[float, float], taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Look along a spiral for the nearest place where nothing stands, inside the frame."""
    for turn in range(_TURNS):
        reach = _STEP * sqrt(turn)
        x, y = start[0] + reach * cos(turn * _TURN), start[1] + reach * sin(turn * _TURN)
        if not plane.left + _SIDE <= x <= plane.right - _SIDE or not plane.top + _SIDE <= y <= plane.bottom - _SIDE:
            continue
        if all(max(abs(x - other[0]), abs(y - other[1])) >= 2 * _SIDE - 1 for other in taken):
            return x, y
    return start


def _badge(number: int, point: Point, at: tuple[float, float]) -> str:
    """Draw a point without a size: the mark of its tone, large enough for its number."""
    x, y = at
    if point.tone is None:
        return draw.mark("●", x, y, 11, "#fff", INK) + _digits(number, x, y + 4.7, INK)
    _, ink, shape = looks.TONES[point.tone]
    radius, low = {"▲": (14.0, 7.5), "■": (12.5, 4.7)}.get(shape, (11.5, 4.7))
    return draw.mark(shape, x, y, radius, ink) + _digits(number, x, y + low, "#fff")


def _number(number: int, point: Point, at: tuple[float, float]) -> str:
    """Write a number beside or on an area, with the mark of its tone below it."""
    x, y = at
    if point.tone is None:
        return _digits(number, x, y + 4.7, INK)
    return _digits(number, x, y + 2, INK) + looks.mark(point.tone, x, y + 8.5, 3.4)


def _digits(number: int, x: float, y: float, ink: str) -> str:
    return draw.text(x, y, str(number), fill=ink, anchor="middle", bold=True)
