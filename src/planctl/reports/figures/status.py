"""Status bars: how many tiltak or oppdrag of each tjenesteområde have each status."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from planctl.i18n import Language, T, Term, Text
from planctl.reports.figures import draw
from planctl.reports.figures.bounded import between
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.labels import STATUS, capital
from planctl.reports.figures.swatch import SWATCHES, legend
from planctl.reports.rendering.phrases import area, count
from planctl.reports.views.status_counts import Tallies, Tally
from planctl.status_labels import counted_status
from planctl.svg.look import GRID, INK, MUTED

_NAME, _BAR = 170.0, 182.0
_THICK, _BELOW, _GAP = 24.0, 16.0, 14.0


def status_bars(
    tallies: Tallies, lang: Language, kind: Literal["tiltak", "oppdrag"] = "tiltak", name: str = ""
) -> Figure:
    """Draw a bar for each tjenesteområde, divided by status, its length the number of tiltak or oppdrag.

    The legend gives the sums. A part that is too narrow for its number has it below the bar.
    """
    entries = [
        (SWATCHES[status], f"{capital(lang(STATUS[status]))} {tallies.total[status]}")
        for status in STATUS
        if tallies.total[status]
    ]
    parts, y = legend(entries, 0, draw.WIDTH)
    y += 12
    most = max([row.total for row in tallies.rows], default=0)
    scale = (draw.WIDTH - draw.wide(str(most), bold=True) - 9 - _BAR) / max(most, 1)
    for row in tallies.rows:
        parts.extend(_row(row, y, scale, lang))
        y += _THICK + _GAP + (_BELOW if any(_narrow(found, scale) for found in row.cells) else 0)
    if not tallies.rows:
        parts.append(draw.text(0, y + 16, lang("Nothing to show."), fill=MUTED))
        y += 28
    told = draw.Told(
        lang(_title(tallies, kind, lang)),
        f"{_said(tallies.total, kind, lang)}.",
        " ".join(f"{draw.named(area(lang, row.name))}: {_said(row, kind, lang)}." for row in tallies.rows),
    )
    return draw.figure(name or f"status-{kind}", (draw.WIDTH, y), told, lang, parts)


def _title(tallies: Tallies, kind: str, lang: Language) -> Text:
    """Name what is drawn; a single row is named by itself."""
    work = Term(kind, plural=True)
    if len(tallies.rows) == 1:
        return T("Status of {work}: {name}", work=work, name=draw.named(area(lang, tallies.rows[0].name)))
    return T("Status of {work} by {tjenesteområde}", work=work)


def _said(row: Tally, kind: str, lang: Language) -> str:
    parts = [lang(counted_status(row[status], status)) for status in STATUS if row[status]]
    total = count(lang, row.total, kind)
    return lang("{total}, of them {parts}", total=total, parts=lang.listing(parts)) if parts else total


def _row(row: Tally, top: float, scale: float, lang: Language) -> Iterator[str]:
    """Draw one bar with its name, its parts and its sum."""
    middle = top + _THICK / 2
    yield draw.block(0, middle, draw.lines(area(lang, row.name), _NAME, draw.TEXT), draw.TEXT, room=_NAME)
    x = _BAR
    narrow: list[tuple[float, str]] = []
    for status in STATUS:
        found = row[status]
        if not found:
            continue
        swatch, width, digits = SWATCHES[status], found * scale, str(found)
        yield swatch.draw(x, top, width, _THICK)
        if _narrow(found, scale):
            narrow.append((x + width / 2, digits))
        else:
            yield swatch.label(x + width / 2, middle, digits)
        x += width
    if not row.total:
        yield draw.path(draw.line(_BAR, top, _BAR, top + _THICK), GRID, 2)
    yield draw.text(x + 8, middle + 4.7, str(row.total), bold=True, fill=INK)
    yield from _below(narrow, top + _THICK)


def _narrow(found: int, scale: float) -> bool:
    """Tell whether a part is too narrow for its own number."""
    return 0 < found * scale < draw.wide(str(found), bold=True) + 6


def _below(narrow: list[tuple[float, str]], top: float) -> Iterator[str]:
    """Write the numbers of the narrow parts under the bar, spread apart, each with a tick."""
    sizes = [draw.wide(digits, bold=True) for _, digits in narrow]
    room = [(a + b) / 2 + 5 for a, b in pairwise(sizes)]
    wanted = [x for x, _ in narrow]
    for (x, digits), at in zip(
        narrow, between(wanted, room, _BAR, draw.WIDTH - max(sizes, default=0) / 2), strict=True
    ):
        yield draw.path(draw.line(x, top, at, top + 4.5), MUTED)
        yield draw.text(at, top + _BELOW, digits, fill=INK, anchor="middle", bold=True)
