"""Bars over steps of time, each stacked of series; and one series as a line over them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from planctl.i18n import Language
from planctl.model.picture import Number, Series, Stacked
from planctl.reports.figures import draw, looks
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.piles import every, filled, held, piles, total, value_range
from planctl.reports.figures.plot import Plot, round_values
from planctl.reports.rendering.phrases import number
from planctl.svg.look import GRID, INK, MUTED

_HIGH, _WIDEST = 240.0, 56.0
_LABEL = 90.0


def stacked_figure(stacked: Stacked, lang: Language, name: str) -> Figure | None:
    """Draw the bars with a legend above; None when no value is known."""
    shown = held(stacked)
    if not any(value is not None for series in every(shown) for value in series.values):
        return None
    parts, top = looks.legend(_keys(shown, lang))
    parts.append(draw.text(0, top + 14, draw.short(lang.show(shown.unit), draw.WIDTH), fill=MUTED, room=draw.WIDTH))
    values, decimals = round_values(*value_range(shown), around=True)
    ticks = [number(lang, value, decimals) for value in values]
    left = max(34.0, max(map(draw.wide, ticks)) + 8)
    plot = Plot(left, top + 40, draw.WIDTH, top + 40 + _HIGH, (0, 1), (values[0], values[-1]))
    for value, tick in zip(values, ticks, strict=True):
        parts.append(draw.path(draw.line(left, plot.y(value), draw.WIDTH, plot.y(value)), GRID))
        parts.append(draw.text(left - 8, plot.y(value) + 4.7, tick, fill=MUTED, anchor="end"))
    parts.extend(_bars(shown, plot, lang))
    parts.append(draw.path(draw.line(left, plot.y(0), draw.WIDTH, plot.y(0)), INK))
    if shown.line is not None:
        parts.extend(_line(shown.line, plot, _pitch(shown, plot)))
    parts.extend(_labels(shown, plot, lang))
    left_out = said.left_out(said.LAST, len(shown.steps), len(stacked.steps), lang)
    height = said.footnote(parts, left_out, plot.bottom + 40)
    told = draw.Told(
        lang(stacked.title), said.sentences(lang(stacked.told), left_out), " ".join(_details(stacked, lang))
    )
    return draw.figure(name, (draw.WIDTH, height), told, lang, parts)


def _keys(stacked: Stacked, lang: Language) -> list[looks.Key]:
    told = tuple((look, series.name) for look, series in zip(looks.NUMBERED, stacked.series, strict=False))
    found = looks.keys(told, (), lang)
    if stacked.line is None:
        return found
    return [*found, (_line_key, lang.show(stacked.line.name))]


def _line_key(x: float, y: float) -> str:
    return draw.path(draw.line(x - 12, y, x + 12, y), INK, 2) + draw.mark("◆", x, y, 4.5, INK)


def _pitch(stacked: Stacked, plot: Plot) -> float:
    return (plot.right - plot.left) / len(stacked.steps)


def _bars(stacked: Stacked, plot: Plot, lang: Language) -> Iterator[str]:
    pitch = _pitch(stacked, plot)
    width = min(pitch * 0.7, _WIDEST)
    numbered = stacked.line is None and len(stacked.series) > 1
    for step, pile in enumerate(piles(stacked)):
        middle = plot.left + (step + 0.5) * pitch
        up = down = 0.0
        for look, value in zip(looks.NUMBERED, pile, strict=False):
            if not value:
                continue
            base = up if value > 0 else down
            ends = sorted((plot.y(base), plot.y(base + float(value))))
            up, down = (up + float(value), down) if value > 0 else (up, down + float(value))
            height = max(ends[1] - ends[0], 0.6)
            yield looks.SURFACES[look].draw(middle - width / 2, ends[0], width, height)
            digits = said.plain(lang, value, stacked.decimals)
            if numbered and height >= 19 and draw.wide(digits, bold=True) <= width - 6:
                yield looks.SURFACES[look].label(middle, sum(ends) / 2, digits)
        words = _total(stacked, pile, lang)
        if words and draw.wide(words, bold=True) <= pitch - 4:
            yield draw.text(middle, plot.y(up) - 5, words, anchor="middle", bold=True)


def _total(stacked: Stacked, pile: tuple[Number | None, ...], lang: Language) -> str:
    """Give what stands over a bar: its sum, or a dash when one of its values is not known.

    Nothing stands there where a line would cross it, nor where some bars go below zero and need room for their own.
    """
    below = any(value is not None and value < 0 for series in stacked.series for value in series.values)
    if below or stacked.line is not None:
        return ""
    return said.plain(lang, None if None in pile else total(pile), stacked.decimals)


def _line(series: Series, plot: Plot, pitch: float) -> Iterator[str]:
    run: list[tuple[float, float]] = []
    places: list[tuple[float, float]] = []
    for step, value in enumerate(series.values):
        if value is None:
            yield draw.path(draw.polyline(run), INK, 2)
            run = []
        else:
            run.append((plot.left + (step + 0.5) * pitch, plot.y(value)))
            places.append(run[-1])
    yield draw.path(draw.polyline(run), INK, 2)
    yield from (draw.mark("◆", x, y, 4.5, INK) for x, y in places)


def _labels(stacked: Stacked, plot: Plot, lang: Language) -> Iterator[str]:
    """Write the steps below their bars: on one line or two in turn; where that is too little, every third or fewer."""
    pitch = _pitch(stacked, plot)
    found = [draw.lines(lang.show(step), max(pitch - 6, _LABEL)) for step in stacked.steps]
    widest = max(draw.wide(line) for rows in found for line in rows)
    apart = max(1, ceil((widest + 6) / pitch))
    in_turn = apart == 2 and all(len(rows) == 1 for rows in found)
    for step in range(0, len(found), 1 if in_turn else apart):
        half = max(map(draw.wide, found[step])) / 2
        middle = plot.left + (step + 0.5) * pitch
        if middle + half <= plot.right + 3:
            low = 15 if in_turn and step % 2 else 0
            for row, line in enumerate(found[step]):
                at = min(middle, plot.right - half)
                yield draw.text(at, plot.bottom + 17 + low + row * 15, line, anchor="middle")


def _details(stacked: Stacked, lang: Language) -> Iterator[str]:
    yield f"{said.name(lang, stacked.unit)}."
    for step, label in enumerate(stacked.steps):
        told = [
            f"{said.name(lang, series.name)} {said.plain(lang, filled(series, step + 1)[step], stacked.decimals)}"
            for series in every(stacked)
        ]
        yield f"{said.name(lang, label)}: {', '.join(told)}."
