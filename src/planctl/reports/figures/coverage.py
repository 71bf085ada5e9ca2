"""The coverage map: which tjenesteområder work for which satsingsområder, and where nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.i18n import Language
from planctl.reports.figures import draw
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.swatch import Swatch
from planctl.reports.figures.views import Coverage
from planctl.reports.rendering.phrases import area, count
from planctl.svg.look import ALARM, BLUE, INK, LINE, MUTED

_NAME, _LEFT = 216.0, 228.0
_HIGH, _STAIR = 44.0, 19.0
_NARROWEST = 40.0
_STEPS = ((1, "#eef5fa"), (4, "#cfe2f0"), (10, "#9cc0da"), (20, "#5f97bd"), (40, BLUE))
"""The grounds of the cells, each from a number of tiltak and oppdrag on."""
_EMPTY = Swatch("#fff", ALARM, "rising", ink=ALARM, lines="#e3a3ba", dash="4 3", step=7, thick=1)


def coverage_map(coverage: Coverage, lang: Language, name: str = "dekning") -> Figure:
    """Draw a cell for each pair: how many tiltak, and how many oppdrag; an empty one is hatched.

    The names above stand as stairs, each led down to its column, so that all are read horizontally.
    """
    areas = coverage.areas
    pitch = max((draw.WIDTH - _LEFT) / max(len(areas), 1), _NARROWEST)
    width = max(draw.WIDTH, _LEFT + pitch * len(areas))
    parts: list[str] = list(_key(lang))
    top = 26 + _STAIR * len(areas) + 10
    for index, title in enumerate(areas):
        x, y = _LEFT + (index + 0.5) * pitch, 26 + _STAIR * (len(areas) - index)
        room = min(x - 12, 330)
        parts.append(draw.path(f"M{_at(x - 8, y - 4.5)}L{_at(x, y - 4.5)}L{_at(x, top - 3)}", LINE))
        words = draw.short(area(lang, title), room)
        parts.append(draw.text(x - 12, y, words, fill=INK, anchor="end", room=room))
    y = top
    for row in coverage.rows:
        label = f"{row.number} {row.title}".strip() or lang("No {satsingsområde}")
        parts.append(draw.block(0, y + _HIGH / 2, draw.lines(label, _NAME), room=_NAME))
        for index, cell in enumerate(row.cells):
            parts.extend(_cell(_LEFT + index * pitch, y, pitch, cell))
        y += _HIGH
    if not coverage.rows or not areas:
        parts.append(draw.text(0, y + 14, lang("Nothing to show."), fill=MUTED))
        y += 24
    return draw.figure(name, (width, y), _told(coverage, lang), lang, parts)


def _at(x: float, y: float) -> str:
    return draw.line(x, y, x, y)[1:].partition("L")[0]


def _key(lang: Language) -> Iterator[str]:
    """Explain the cells."""
    words = lang("In each cell: {tiltak_pl} in bold, {oppdrag_pl} below")
    yield draw.text(0, 15, draw.short(words, 480), fill=MUTED, room=480)
    label = lang("nobody")
    x = draw.WIDTH - draw.wide(label) - 28
    yield _EMPTY.draw(x, 3.5, 22, 15)
    yield draw.text(x + 28, 15, label, fill=MUTED)


def _cell(x: float, y: float, pitch: float, cell: tuple[int, int]) -> Iterator[str]:
    tiltak, oppdrag = cell
    middle, total = x + pitch / 2, sum(cell)
    if not total:
        yield _EMPTY.draw(x + 1.5, y + 1.5, pitch - 3, _HIGH - 3)
        yield _EMPTY.label(middle, y + _HIGH / 2, "0")
        return
    ground = [colour for least, colour in _STEPS if total >= least][-1]
    ink = "#fff" if ground == BLUE else INK
    yield draw.rect(x + 1.5, y + 1.5, pitch - 3, _HIGH - 3, ground, stroke=LINE)
    yield draw.text(middle, y + 19.5, str(tiltak), 15, fill=ink, anchor="middle", bold=True)
    yield draw.text(middle, y + 35.5, str(oppdrag), fill=ink, anchor="middle")


def _told(coverage: Coverage, lang: Language) -> draw.Told:
    every = sum(len(row.cells) for row in coverage.rows)
    empty = sum(not any(cell) for row in coverage.rows for cell in row.cells)
    details = []
    for row in coverage.rows:
        cells = [
            f"{draw.named(area(lang, title))} "
            + (f"{count(lang, cell[0], 'tiltak')}, {count(lang, cell[1], 'oppdrag')}" if any(cell) else lang("nobody"))
            for title, cell in zip(coverage.areas, row.cells, strict=True)
        ]
        label = f"{row.number} {row.title}".strip() or lang("No {satsingsområde}")
        details.append(f"{draw.named(label)}: {'; '.join(cells)}.")
    title = lang("{Tiltak_pl} and {oppdrag_pl} by {satsingsområde} and {tjenesteområde}")
    return draw.Told(title, lang("{empty} of {every} cells are empty.", empty=empty, every=every), " ".join(details))
