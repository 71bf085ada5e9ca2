"""One indicator at full width: values, bands with their limits, the way to the target."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.i18n import Language
from planctl.reports.figures import draw
from planctl.reports.figures.bounded import between
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.labels import BAND, band_words, capital
from planctl.reports.figures.plot import Plot, Region, dated, plot, regions
from planctl.reports.figures.room import Room
from planctl.reports.figures.sparkline import COLOUR, curve, figure_name, limits, told
from planctl.reports.figures.views import Series
from planctl.reports.rendering.phrases import number, period, value_text
from planctl.reports.views.goals import Point
from planctl.svg.look import ALARM, INK, LINE, MUTED
from planctl.svg.text import clean

_TOP, _BOTTOM, _HEIGHT = 34.0, 252.0, 300.0
_RIGHT, _AXIS = 572.0, 190.0
_INSIDE = 26.0  # from the frame to the first and the last day
_MOST = 8  # regions with a label


def indicator_chart(series: Series, lang: Language, name: str = "") -> Figure:
    """Draw an indicator: its values over time with numbers, the bands with their limits, the target."""
    probe = plot(series, (0, _TOP, _RIGHT, _BOTTOM))
    marks, decimals = probe.ticks()
    said = [draw.short(number(lang, mark, decimals), _AXIS) for mark in marks]
    left = max([30.0, *(draw.wide(words) for words in said)]) + 10
    inner = plot(series, (left + _INSIDE, _TOP, _RIGHT - _INSIDE, _BOTTOM))
    frame = plot(series, (left, _TOP, _RIGHT, _BOTTOM))
    found = regions(series)
    parts = [
        *_key(series, lang),
        *frame.grounds(found),
        *_axis(frame, list(zip(marks, said, strict=True))),
        *_names(frame, found, series, lang),
        *curve(series, inner, 4, 7),
        *_labels(series, inner, lang),
    ]
    return draw.figure(name or figure_name("indikator", series), (draw.WIDTH, _HEIGHT), told(series, lang), lang, parts)


def _key(series: Series, lang: Language) -> Iterator[str]:
    """Write the unit of measure, and explain the dashed line."""
    words = lang("straight line to the target")
    x = _RIGHT - draw.wide(words)
    yield draw.text(0, 15, draw.short(capital(clean(series.item.measure)), x - 50), fill=MUTED)
    if len(series.line) > 1:
        yield draw.path(draw.line(x - 36, 10.5, x - 6, 10.5), ALARM, 1.4, "5 3")
        yield draw.text(x, 15, words, fill=MUTED)


def _axis(frame: Plot, marks: list[tuple[float, str]]) -> Iterator[str]:
    yield draw.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top, "none", stroke=LINE)
    for value, words in marks:
        y = frame.y(value)
        yield draw.path(draw.line(frame.left - 5, y, frame.left, y), LINE)
        yield draw.text(frame.left - 9, y + 4.6, words, fill=MUTED, anchor="end", room=_AXIS)


def _names(frame: Plot, found: list[Region], series: Series, lang: Language) -> Iterator[str]:
    """Name the visible bands to the right of the plot, each with its mark and limits."""
    seen = [(frame.span(region), region) for region in found]
    visible = [(top, bottom, region) for (top, bottom), region in seen if bottom - top > 2]
    visible = sorted(visible, key=lambda one: one[0] - one[1])[:_MOST]
    visible.sort(key=lambda one: one[0])
    wanted = [(top + bottom) / 2 for top, bottom, _ in visible]
    for (top, bottom, region), middle, y in zip(
        visible, wanted, between(wanted, [18.0] * (len(wanted) - 1), frame.top + 8, frame.bottom - 8), strict=True
    ):
        sign, words = BAND[region.band], band_words(lang, region.band)
        room = draw.WIDTH - frame.right - 31
        line = draw.short(f"{words} {limits(series, region.part, lang)}".rstrip(), room)
        yield draw.path(draw.line(frame.right, min(max(middle, top), bottom), frame.right + 10, y), LINE)
        yield draw.mark(sign, frame.right + 19, y, 5.5, COLOUR[sign])
        yield draw.text(frame.right + 31, y + 4.6, line, room=room)


def _labels(series: Series, shown: Plot, lang: Language) -> Iterator[str]:
    """Write values and periods where there is room: the last first, then the target, the first and the rest."""
    points = dated(series.points)
    known = [pair for pair in points if pair[1].value is not None]
    target = dated([series.item.target]) if series.item.target is not None else []
    origin = [pair for pair in dated(series.line)[:1] if pair[0] not in dict(points)]
    order = [*known[-1:], *target, *origin, *known[:1], *reversed(known[1:-1])]
    curves = [
        [(shown.x(day), shown.y(point.value)) for day, point in curve if point.value is not None]
        for curve in (known, dated(series.line), target)
    ]
    room = Room((shown.left - _INSIDE, shown.top, shown.right + _INSIDE, shown.bottom), *curves)
    for day, point in dict.fromkeys(order):
        if point.value is not None:
            words = value_text(lang, point.value, series.item)
            goal = (day, point) in target and (day, point) not in known
            said = lang("target {value}", value=words) if goal else words
            said = lang("baseline {value}", value=words) if (day, point) in origin else said
            bold = goal or (day, point) in known[-1:]
            middle = room.near(shown.x(day), shown.y(point.value), draw.wide(said, bold=bold) + 6, 18)
            if middle is not None:
                yield _plate(*middle, said, bold=bold, fill=ALARM if goal else INK)
    yield from _periods([*order, *(pair for pair in points if pair not in known)], shown, lang)
    if not known:
        x, y = (shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2
        middle = room.near(x, y, draw.wide(lang("Never measured"), bold=True) + 6, 18)
        if middle is not None:
            yield _plate(*middle, lang("Never measured"), bold=True)


def _periods(points: list[tuple[date, Point]], shown: Plot, lang: Language) -> Iterator[str]:
    """Write periods below the axis, where it is free, and mark those without a value."""
    room = Room((shown.left - _INSIDE - 40, 0, shown.right + _INSIDE + 40, 1))
    for day, point in dict.fromkeys(points):
        x, missing = shown.x(day), point.value is None
        yield draw.path(draw.line(x, _BOTTOM, x, _BOTTOM + 5), LINE)
        if missing:
            cross = draw.line(x - 4, _BOTTOM - 12, x + 4, _BOTTOM - 4) + draw.line(
                x - 4, _BOTTOM - 4, x + 4, _BOTTOM - 12
            )
            yield draw.path(cross, MUTED, 1.6)
        rows = [*draw.lines(period(lang, point.period), 70), *([lang("not measured")] if missing else [])]
        half = max(draw.wide(row) for row in rows) / 2 + 4
        if room.take((x - half, 0, x + half, 1)):
            for place, row in enumerate(rows):
                yield draw.text(x, _BOTTOM + 18 + 14 * place, row, fill=MUTED, anchor="middle")


def _plate(x: float, y: float, words: str, *, bold: bool = False, fill: str = INK) -> str:
    """Write words on a white plate, so that what lies below does not disturb."""
    half = draw.wide(words, bold=bold) / 2 + 2
    return draw.rect(x - half, y - 8.5, 2 * half, 17, "#fff", round_=3) + draw.text(
        x, y + 4.7, words, fill=fill, anchor="middle", bold=bold
    )
