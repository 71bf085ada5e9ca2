"""The sparkline: an indicator's values on its bands, small enough for a row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from planctl.i18n import Language
from planctl.model.bands import Band, Part
from planctl.reports.figures import draw
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.labels import BAND, band_words
from planctl.reports.figures.plot import Plot, dated, plot, regions, runs
from planctl.reports.figures.views import Series
from planctl.reports.rendering.phrases import number, period, value_text
from planctl.reports.views.goals import Point
from planctl.svg.look import ALARM, BLUE, BROWN, INK, LINE, PURPLE
from planctl.svg.text import clean

_SIZE = (124.0, 38.0)
_FRAME = (1.0, 1.0, 123.0, 37.0)
_INSIDE = 9.0
_MARGIN = 0.24
_MANY = 8  # values; more have smaller points
_TOLD = 6  # values in the description
COLOUR = {"●": BLUE, "▲": PURPLE, "■": BROWN}


def sparkline(series: Series, lang: Language, name: str = "") -> Figure:
    """Draw the values of one indicator, the last with its band's mark, the target as a diamond.

    Inside the drawing there is no text: the row it stands in tells the latest value, its band and the target.
    So its description tells what the row does not: the values before.
    """
    left, top, right, bottom = _FRAME
    parts = [
        *plot(series, _FRAME, _MARGIN).grounds(regions(series), 6),
        draw.rect(left, top, right - left, bottom - top, "none", stroke=LINE),
        *curve(series, plot(series, (left + _INSIDE, top, right - _INSIDE, bottom), _MARGIN), 2.4, 5),
    ]
    return draw.figure(name or figure_name("utvikling", series), _SIZE, _values_first(series, lang), lang, parts)


def figure_name(prefix: str, series: Series) -> str:
    """Name a figure by its indicator's id, and its unit where the indicator has a series for each."""
    words = f"{prefix}-{series.item.id}" + (f"-{series.item.unit}" if series.item.by_unit else "")
    return re.sub(r"[^a-z0-9æøå.]+", "-", words.lower())[:90].strip("-.")


def curve(series: Series, shown: Plot, dot: float, big: float) -> Iterator[str]:
    """Draw the line through the values, its points, the straight way to the target, and the target."""
    stretches = runs(dated(series.points))
    dot = dot if len(series.points) <= _MANY else dot * 0.7
    for run in stretches:
        places = [(shown.x(day), shown.y(value)) for day, value in run]
        yield draw.path(draw.polyline(places), INK, 2)
    for one, other in pairwise(stretches):
        yield draw.path(_between(shown, one[-1], other[0]), INK, 1.2, "2 3")
    target = dated([series.item.target]) if series.item.target is not None else []
    last = stretches[-1][-1] if stretches else None
    goal = next(((day, point.value) for day, point in target if point.value is not None), None)
    way = [(shown.x(day), shown.y(point.value)) for day, point in dated(series.line) if point.value is not None]
    yield draw.path(draw.polyline(way), ALARM, 1.4, "5 3")
    for run in stretches:
        for day, value in run:
            if (day, value) != last:
                yield draw.mark("●", shown.x(day), shown.y(value), dot, INK, "#fff" if dot > 2 else INK)
    if goal is not None:
        yield draw.mark("◆", shown.x(goal[0]), shown.y(goal[1]), big * 0.9, ALARM)
    if last is not None:
        sign = band_mark(series)
        yield draw.mark(sign, shown.x(last[0]), shown.y(last[1]), big, COLOUR.get(sign, INK))


def _between(shown: Plot, one: tuple[date, Decimal], other: tuple[date, Decimal]) -> str:
    return draw.line(shown.x(one[0]), shown.y(one[1]), shown.x(other[0]), shown.y(other[1]))


def band_mark(series: Series) -> str:
    """Give the mark of the band that the last value is judged by."""
    return next((sign for band, sign in BAND.items() if band == series.item.verdict), "●")


def told(series: Series, lang: Language) -> draw.Told:
    """Tell the values in words."""
    item = series.item
    title = f"{item.number} {clean(item.title) or item.id}".strip() + (f" – {item.unit}" if item.unit else "")
    points = dated(series.points)
    known = [point for _, point in points if point.value is not None]
    said = [_latest(series, known[-1], lang)] if known else [f"{lang('Never measured')}."]
    if item.target is not None:
        said.append(lang("The target is {value}.", value=_value(item.target, series, lang)))
    every = _values(series, lang)
    details = [lang("All values: {values}.", values=_joined(every))] if len(every) > 1 else []
    return draw.Told(draw.named(title), " ".join(said), " ".join([*details, *_way(series, lang)]))


def _values_first(series: Series, lang: Language) -> draw.Told:
    """Tell the values in the description, the last ones of many; the rest comes after."""
    found, every = told(series, lang), _values(series, lang)
    if len(every) < 2:
        return found
    if len(every) <= _TOLD:
        said = lang("All values: {values}.", values=_joined(every))
        return draw.Told(found.title, said, " ".join([found.summary, *_way(series, lang)]))
    said = lang("The last {count} values: {values}.", count=_TOLD, values=_joined(every[-_TOLD:]))
    return draw.Told(found.title, said, f"{found.summary} {found.details}")


def _way(series: Series, lang: Language) -> Iterator[str]:
    """Tell the straight line to the target, and the bands."""
    if series.line:
        way = _joined([_value(point, series, lang) for point in series.line])
        yield lang("The straight line to the target: {values}.", values=way)
    bands = [f"{band_words(lang, band)} {spans}" for band in BAND if (spans := _spans(series, band, lang))]
    if bands:
        yield lang("Bands: {bands}.", bands=_joined(bands))


def _values(series: Series, lang: Language) -> list[str]:
    return [_value(point, series, lang) for _, point in dated(series.points)]


def _joined(found: Sequence[str]) -> str:
    return "; ".join(found)


def _latest(series: Series, last: Point, lang: Language) -> str:
    """Tell the last value and its band."""
    band = next((band_words(lang, band) for band in BAND if band == series.item.verdict), "")
    value = _value(last, series, lang)
    if band:
        return lang("The latest value is {value}: {band}.", value=value, band=band)
    return lang("The latest value is {value}.", value=value)


def _value(point: Point, series: Series, lang: Language) -> str:
    shown = value_text(lang, point.value, series.item)
    return f"{shown} ({period(lang, point.period)})"


def _spans(series: Series, band: Band, lang: Language) -> str:
    return f" {lang('or')} ".join(
        limits(series, region.part, lang) for region in regions(series) if region.band == band
    )


def limits(series: Series, part: Part, lang: Language) -> str:
    """Write a band's limits: `≥ 60`, `45–59`, `−9…−1`."""
    decimals = series.item.decimals

    def step(count: int) -> str:
        return number(lang, Decimal(count).scaleb(-decimals), decimals)

    if part.first is None or part.last is None:
        end = part.last if part.first is None else part.first
        sign = "≤" if part.first is None else "≥"
        return "" if end is None else f"{sign}\u00a0{step(end)}"
    low, high = step(part.first), step(part.last)
    if low == high:
        return low
    return f"{low}…{high}" if "−" in low + high else f"{low}–{high}"
