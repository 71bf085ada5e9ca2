"""The plane of an indicator's values: time to the right, values upwards, bands as grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from math import ceil, floor, log10

from planctl.model.bands import Band, Part
from planctl.model.period import parse_period
from planctl.reports.figures import draw
from planctl.reports.figures.views import Series
from planctl.reports.views.goals import Point
from planctl.svg.look import BLUE_PALE, BROWN_MIDDLE, BROWN_PALE, LINE
from planctl.values import dataclass

_GROUND: dict[Band, str] = {"ønsket": BLUE_PALE, "akseptert": "#fff", "ikke_godkjent": BROWN_PALE}
_PAD = 0.12


@dataclass(frozen=True, slots=True)
class Region:
    """A visible stretch of one band: its ends in the indicator's own unit, None without end."""

    band: Band
    part: Part
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Plot:
    """A rectangle of the drawing and the days and values it holds."""

    left: float
    top: float
    right: float
    bottom: float
    days: tuple[int, int]
    values: tuple[float, float]

    def x(self, day: date) -> float:
        """Place a day."""
        first, last = self.days
        return self.left + (day.toordinal() - first) / (last - first) * (self.right - self.left)

    def y(self, value: float | Decimal) -> float:
        """Place a value."""
        low, high = self.values
        return self.bottom - (float(value) - low) / (high - low) * (self.bottom - self.top)

    def span(self, region: Region) -> tuple[float, float]:
        """Give the top and bottom of a region, cut to the plot."""
        low = self.bottom if region.low is None else min(max(self.y(region.low), self.top), self.bottom)
        high = self.top if region.high is None else min(max(self.y(region.high), self.top), self.bottom)
        return high, low

    def grounds(self, regions: Sequence[Region], step: float = 8) -> Iterator[str]:
        """Draw the bands: wished-for pale, accepted white, not approved hatched; lines between them."""
        width = self.right - self.left
        borders: set[float] = set()
        for region in regions:
            top, bottom = self.span(region)
            if bottom - top > 0.5:
                yield draw.rect(self.left, top, width, bottom - top, _GROUND[region.band])
                if region.band == "ikke_godkjent":
                    yield draw.path(draw.hatch(self.left, top, width, bottom - top, step), BROWN_MIDDLE)
                borders.update(end for end in (top, bottom) if self.top < end < self.bottom)
        lines = "".join(draw.line(self.left, y, self.right, y) for y in sorted(borders))
        yield draw.path(lines, LINE, dash="4 3")

    def ticks(self) -> tuple[list[float], int]:
        """Choose round values for the axis, and the decimals they need."""
        return round_values(*self.values)


def round_values(low: float, high: float, *, around: bool = False) -> tuple[list[float], int]:
    """Choose about five round values inside a range, or `around` it, and the decimals they need."""
    rough = (high - low) / 4
    power = floor(log10(rough))
    step = next((factor * 10.0**power for factor in (1, 2, 5) if factor * 10.0**power >= rough), 10.0 ** (power + 1))
    ends = (floor(low / step), ceil(high / step)) if around else (ceil(low / step), floor(high / step))
    return [number * step for number in range(ends[0], ends[1] + 1)], max(0, -floor(log10(step) + 1e-9))


def dated(points: Sequence[Point]) -> list[tuple[date, Point]]:
    """Place points at the last day of their periods; what cannot be placed is left out."""
    found = [(place.end, point) for point in points if (place := parse_period(point.period)) is not None]
    return sorted(found, key=lambda pair: pair[0])


def runs(points: Sequence[tuple[date, Point]]) -> list[list[tuple[date, Decimal]]]:
    """Split points where a value was not measured, so that no line crosses the gap."""
    stretches = [list(group) for known, group in groupby(points, lambda pair: pair[1].value is not None) if known]
    return [[(day, point.value) for day, point in group if point.value is not None] for group in stretches]


def regions(series: Series) -> list[Region]:
    """Lay the bands along the axis, from the lowest; neighbours meet halfway between their limits."""
    decimals = series.item.decimals
    parts = series.bands.parts(decimals) if series.bands is not None else []
    found = []
    for index, part in enumerate(parts):
        before = parts[index - 1].last if index else None
        after = parts[index + 1].first if index + 1 < len(parts) else None
        low = _edge(part.first, before, -1, decimals)
        found.append(Region(part.band, part, low, _edge(part.last, after, 1, decimals)))
    return found


def _edge(end: int | None, next_: int | None, sign: int, decimals: int) -> float | None:
    """Give where a region ends: halfway to a neighbour that meets it, else half a step outside its limit."""
    if end is None:
        return None
    middle = (end + next_) / 2 if next_ is not None and abs(next_ - end) <= 1 else end + sign * 0.5
    return float(Decimal(middle).scaleb(-decimals))


def plot(series: Series, box: tuple[float, float, float, float], margin: float = _PAD) -> Plot:
    """Fit all values, the target and the borders between bands in a box (left, top, right, bottom).

    `margin` is the share of the values' range that is left free above and below.
    """
    points = dated(series.points)
    target = dated([series.item.target]) if series.item.target is not None else []
    target += dated(series.line)
    values = [float(point.value) for _, point in (*points, *target) if point.value is not None]
    found = regions(series)
    values += [edge for one in found[1:] for edge in (one.low,) if edge is not None]
    values += [edge for one in found[:-1] for edge in (one.high,) if edge is not None]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    pad = (high - low) * margin
    if pad <= max(abs(low), abs(high)) * 1e-9:
        pad = max(abs(high) * 0.1, 10.0**-series.item.decimals)
    days = [day.toordinal() for day, _ in (*points, *target)] or [1]
    first, last = min(days), max(days)
    if first == last:
        first, last = first - 1, last + 1
    return Plot(*box, (first, last), (low - pad, high + pad))
