"""The wheel itself, around its centre: months, rings, arcs, badges, today and the hub."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from math import degrees

from planctl.calendar.badge import STYLES, badge
from planctl.calendar.geometry import (
    BAND,
    HUB,
    RING_GAP,
    RINGS,
    SMALL_SIZE,
    angle,
    at,
    month_angle,
    polar,
)
from planctl.calendar.lanes import Arc, pack_rings
from planctl.calendar.text import day_text
from planctl.calendar.view import Activity, YearWheel
from planctl.i18n import Language
from planctl.svg.look import ALARM as TODAY
from planctl.svg.look import INK, MUTED
from planctl.svg.metrics import wrap
from planctl.svg.text import num, xml

_BAND, _HERE = "#dfe6ec", INK
_INNER = ("stat", "ingen", "administrativ")
"""Who takes the outermost lanes of the inner ring."""


def draw_disc(wheel: YearWheel, lang: Language) -> Iterator[str]:
    """Draw the wheel with its centre at 0 0, from the bottom layer to the top."""
    political = [item for item in wheel.activities if item.ring == "politisk"]
    inner = [item for item in wheel.activities if item.ring != "politisk"]
    inner.sort(key=lambda item: _INNER.index(item.ring))
    lanes = pack_rings(_arcs(political, wheel.year), _arcs(inner, wheel.year))
    yield _annulus(lanes.edge, RINGS[1], STYLES["politisk"].ground)
    yield _annulus(RINGS[0], lanes.edge - RING_GAP, STYLES["administrativ"].ground)
    yield from _months(wheel, lang)
    placed = [
        *zip(political, (lanes.outer_radii[lane] for lane in lanes.outer), strict=True),
        *zip(inner, (lanes.inner_radii[lane] for lane in lanes.inner), strict=True),
    ]
    placed.sort(key=lambda pair: pair[0].number)
    for item, radius in placed:
        yield from _duration(item, radius, min(lanes.pitch * 0.55, 13), wheel.year)
    if wheel.today:
        yield _today(angle(wheel.today, wheel.year))
    for item, radius in placed:
        x, y = polar(angle(item.start, wheel.year), radius)
        yield badge(item.ring, x, y, lanes.badge, item.number)
    yield from _hub(wheel, lang)


def _arcs(items: list[Activity], year: int) -> list[Arc]:
    return [Arc(angle(item.start, year), angle(_last(item), year)) for item in items]


def _last(item: Activity) -> date:
    """Give the day its arc ends: dates that are counted by month have none, so that there is room for the rest."""
    return item.start if item.count and not item.spans_months else item.end


def _annulus(inner: float, outer: float, colour: str) -> str:
    """Draw a full ring between two radii as a stroked circle."""
    return f'<circle r="{num((inner + outer) / 2)}" fill="none" stroke="{colour}" stroke-width="{num(outer - inner)}"/>'


def _curve(start: float, end: float, radius: float) -> str:
    """Write the path of an arc from one angle to another."""
    big = int(end - start > 180)
    return f"M{at(start, radius)}A{num(radius)} {num(radius)} 0 {big} 1 {at(end, radius)}"


def _months(wheel: YearWheel, lang: Language) -> Iterator[str]:
    """Draw the month band, its names upright, and the dotted borders through the rings."""
    middle, thick = sum(BAND) / 2, BAND[1] - BAND[0]
    borders = [month_angle(month, wheel.year) for month in range(1, 14)]
    for month, (start, end) in enumerate(pairwise(borders), 1):
        here = wheel.today is not None and wheel.today.month == month
        colour = _HERE if here else _BAND
        yield (
            f'<path d="{_curve(start + 0.3, end - 0.3, middle)}" fill="none" '
            f'stroke="{colour}" stroke-width="{num(thick)}"/>'
        )
        centre = (start + end) / 2
        x, y = polar(centre, middle)
        turn = centre + 180 if 90 < centre < 270 else centre
        yield (
            f'<text class="month" transform="translate({num(x)} {num(y)}) rotate({num(turn)})" '
            f'y="5" font-size="{num(SMALL_SIZE)}" font-weight="700" '
            f'fill="{"#fff" if here else INK}" text-anchor="middle">'
            f"{xml(lang.month(month)[:1].upper() + lang.month(month)[1:])}</text>"
        )
    lines = "".join(f"M{at(turn, RINGS[0])}L{at(turn, RINGS[1])}" for turn in borders[:-1])
    yield f'<path d="{lines}" fill="none" stroke="#8796a5" stroke-dasharray="1.5 3.5"/>'


def _duration(item: Activity, radius: float, thick: float, year: int) -> Iterator[str]:
    """Draw the pale arc of an activity that lasts; its round ends stay inside the time."""
    cap = degrees(thick / 2 / radius)
    start, end = angle(item.start, year), angle(_last(item), year) - cap
    if end > start:
        yield (
            f'<path class="arc" d="{_curve(start, end, radius)}" fill="none" '
            f'stroke="{STYLES[item.ring].arc}" stroke-width="{num(thick)}" '
            f'stroke-linecap="round"/>'
        )


def _today(turn: float) -> str:
    """Draw today as a radius through the rings, with a marker outside the months."""
    left, right = at(turn - 1.6, BAND[1] + 12), at(turn + 1.6, BAND[1] + 12)
    return (
        f'<g class="today" fill="{TODAY}" stroke="{TODAY}"><path stroke-width="2.2" '
        f'd="M{at(turn, HUB - 4)}L{at(turn, RINGS[1] + 2)}"/>'
        f'<path stroke-width="1" d="M{at(turn, BAND[1] - 1)}L{left}L{right}Z"/></g>'
    )


def _hub(wheel: YearWheel, lang: Language) -> Iterator[str]:
    """Write the year, today and the next activity's number in the middle."""
    yield f'<circle r="{num(HUB)}" fill="#fff" stroke="#d5dde4"/>'
    lines: list[tuple[str, str]] = []
    if wheel.today:
        day = day_text(wheel.today, wheel.year, lang).replace(" ", "\u00a0")
        today = lang("Today: {date}", date=day)
        lines += [(line, f'fill="{TODAY}" font-weight="700"') for line in wrap(today, 16, 118)]
    if wheel.upcoming:
        following = lang("Next: no. {number}", number=wheel.upcoming.number)
        lines.append((following, f'fill="{MUTED}"'))
    y = 10 - 10.0 * len(lines)
    yield (f'<text y="{num(y)}" font-size="30" font-weight="700" fill="{INK}" text-anchor="middle">{wheel.year}</text>')
    for row, (text, paint) in enumerate(lines):
        yield (
            f'<text y="{num(y + 23 + 18 * row)}" font-size="{num(SMALL_SIZE)}" {paint} '
            f'text-anchor="middle">{xml(text)}</text>'
        )
