"""Bars over steps of time, each stacked of series; and one series as a line over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planctl.i18n import Language, T
from planctl.model.picture import Number, Series, Stacked
from planctl.model.picture.stacked import MOST_SERIES, MOST_STEPS
from planctl.reports.figures import draw, looks
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.plot import Plot, round_values
from planctl.reports.rendering.phrases import number
from planctl.svg.look import GRID, INK, MUTED

_HIGH, _WIDEST = 240.0, 56.0
_LABEL = 90.0


def stacked_figure(stacked: Stacked, lang: Language, name: str) -> Figure | None:
    """Draw the bars with a legend above; None when no value is known."""
    shown = _held(stacked)
    if not any(value is not None for series in _every(shown) for value in series.values):
        return None
    parts, top = looks.legend(_keys(shown, lang))
    parts.append(draw.text(0, top + 14, draw.short(lang.show(shown.unit), draw.WIDTH), fill=MUTED, room=draw.WIDTH))
    values, decimals = round_values(*_range(shown))
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


def _every(stacked: Stacked) -> tuple[Series, ...]:
    return stacked.series if stacked.line is None else (*stacked.series, stacked.line)


def _held(stacked: Stacked) -> Stacked:
    """Keep the last steps, and as many series as there are patterns: the last ones become one."""
    first, last = max(len(stacked.steps) - MOST_STEPS, 0), len(stacked.steps)
    kept = [replace(series, values=_filled(series, last)[first:]) for series in _every(stacked)]
    line = kept.pop() if stacked.line is not None else None
    if len(kept) > MOST_SERIES:
        rest = zip(*(series.values for series in kept[MOST_SERIES - 1 :]), strict=True)
        kept = [*kept[: MOST_SERIES - 1], Series(T("The others"), tuple(map(_sum, rest)))]
    return replace(stacked, steps=stacked.steps[first:], series=tuple(kept), line=line)


def _filled(series: Series, steps: int) -> tuple[Number | None, ...]:
    return (*series.values, *[None] * steps)[:steps]


def _sum(values: Sequence[Number | None]) -> Number | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _piles(stacked: Stacked) -> list[tuple[Number | None, ...]]:
    """Give the values of each step, one for each series."""
    return [tuple(series.values[step] for series in stacked.series) for step in range(len(stacked.steps))]


def _range(stacked: Stacked) -> tuple[float, float]:
    """Give a range that holds every bar, the line and zero, and is never less than four of the last decimal."""
    piles = _piles(stacked)
    line = [value for value in stacked.line.values if value is not None] if stacked.line is not None else []
    high = max([0, *(sum(value for value in pile if value and value > 0) for pile in piles), *line])
    low = min([0, *(sum(value for value in pile if value and value < 0) for pile in piles), *line])
    least = 4 * 10.0**-stacked.decimals
    if high - low >= least:
        return _outward(float(low), float(high))
    return _outward(-least if low < 0 else 0, least if high > 0 or not low else 0)


def _outward(low: float, high: float) -> tuple[float, float]:
    """Widen a range to the round values around it."""
    values, _ = round_values(low, high)
    step = values[1] - values[0] if len(values) > 1 else high - low
    return (
        low if low > values[0] - step * 1e-6 else values[0] - step,
        high if high < values[-1] + step * 1e-6 else values[-1] + step,
    )


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
    for step, pile in enumerate(_piles(stacked)):
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
            if stacked.line is None and height >= 19 and draw.wide(digits, bold=True) <= width - 6:
                yield looks.SURFACES[look].label(middle, sum(ends) / 2, digits)
        words = _total(stacked, pile, lang)
        if words and draw.wide(words, bold=True) <= pitch - 4 and not down:
            yield draw.text(middle, plot.y(up) - 5, words, anchor="middle", bold=True)


def _total(stacked: Stacked, pile: tuple[Number | None, ...], lang: Language) -> str:
    """Give what stands over a bar: its sum, or a dash when nothing is known; nothing where a line would cross it."""
    return "" if stacked.line is not None else said.plain(lang, _sum(pile), stacked.decimals)


def _line(series: Series, plot: Plot, pitch: float) -> Iterator[str]:
    run: list[tuple[float, float]] = []
    every: list[tuple[float, float]] = []
    for step, value in enumerate(series.values):
        if value is None:
            yield draw.path(draw.polyline(run), INK, 2)
            run = []
        else:
            run.append((plot.left + (step + 0.5) * pitch, plot.y(value)))
            every.append(run[-1])
    yield draw.path(draw.polyline(run), INK, 2)
    yield from (draw.mark("◆", x, y, 4.5, INK) for x, y in every)


def _labels(stacked: Stacked, plot: Plot, lang: Language) -> Iterator[str]:
    """Write the steps below their bars: every one where there is room, else every second, or fewer."""
    pitch = _pitch(stacked, plot)
    found = [draw.lines(lang.show(step), max(pitch - 6, _LABEL)) for step in stacked.steps]
    widest = max(draw.wide(line) for rows in found for line in rows)
    every = max(1, -int(-(widest + 6) // pitch))
    for step in range(0, len(found), every):
        middle = plot.left + (step + 0.5) * pitch
        if middle + max(map(draw.wide, found[step])) / 2 <= plot.right:
            for row, line in enumerate(found[step]):
                yield draw.text(middle, plot.bottom + 17 + row * 15, line, anchor="middle")


def _details(stacked: Stacked, lang: Language) -> Iterator[str]:
    yield f"{said.name(lang, stacked.unit)}."
    for step, label in enumerate(stacked.steps):
        told = [
            f"{said.name(lang, series.name)} {said.plain(lang, _filled(series, step + 1)[step], stacked.decimals)}"
            for series in _every(stacked)
        ]
        yield f"{said.name(lang, label)}: {', '.join(told)}."
