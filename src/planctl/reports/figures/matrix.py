"""A matrix of steps, as of risk: how many, or which, stand in each cell; before and after beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.i18n import Language
from planctl.model.picture import Matrix, Panel, Tone
from planctl.reports.figures import draw, looks
from planctl.reports.figures.figure import Figure
from planctl.svg.look import LINE, MUTED

_GAP, _AXIS = 40.0, 30.0
_HIGHEST, _WIDEST = 44.0, 92.0


def matrix_figure(matrix: Matrix, lang: Language, name: str) -> Figure:
    """Draw the panels of a matrix beside each other, with a legend above and the names of the steps below."""
    parts, top = looks.legend(looks.keys(matrix.legend, (), lang))
    size = len(matrix.tones)
    count = len(matrix.panels)
    room = (draw.WIDTH - _GAP * (count - 1)) / max(count, 1) - _AXIS
    pitch = min(room / max(size, 1), _WIDEST)
    for index, panel in enumerate(matrix.panels):
        parts.extend(_panel(matrix, panel, lang, (index * (room + _AXIS + _GAP), top), pitch))
    y = top + 46 + size * _HIGHEST + 44
    for told in matrix.names:
        for line in draw.lines(lang(told), draw.WIDTH, draw.SMALL, most=3):
            parts.append(draw.text(0, y, line, fill=MUTED, room=draw.WIDTH))
            y += 17
    title = lang(matrix.title)
    summary = " ".join(lang(panel.told) for panel in matrix.panels)
    details = " ".join(_details(matrix, panel, lang) for panel in matrix.panels)
    return draw.figure(name, (draw.WIDTH, y), draw.Told(title, summary, details), lang, parts)


def _panel(matrix: Matrix, panel: Panel, lang: Language, at: tuple[float, float], pitch: float) -> Iterator[str]:
    left, top = at
    size = len(matrix.tones)
    x0, y0 = left + _AXIS, top + 46
    yield draw.text(
        left, top + 14, draw.short(lang(panel.title), pitch * size + _AXIS, draw.TEXT), draw.TEXT, bold=True
    )
    yield draw.text(left, top + 36, f"↑ {lang(matrix.rows)}", fill=MUTED)
    for row in range(size):
        y = y0 + (size - 1 - row) * _HIGHEST
        yield draw.text(x0 - 10, y + _HIGHEST / 2 + 4.7, str(row + 1), anchor="end")
        for column in range(size):
            yield from _cell(matrix.tones[row][column], panel.cells[row][column], (x0 + column * pitch, y), pitch)
    bottom = y0 + size * _HIGHEST
    for column in range(size):
        yield draw.text(x0 + (column + 0.5) * pitch, bottom + 17, str(column + 1), anchor="middle")
    yield draw.text(x0 + size * pitch, bottom + 36, f"{lang(matrix.columns)} →", fill=MUTED, anchor="end")


def _cell(tone: Tone, words: str, at: tuple[float, float], pitch: float) -> Iterator[str]:
    (x, y), (ground, ink, mark) = at, looks.TONES[tone]
    yield draw.rect(x + 1, y + 1, pitch - 2, _HIGHEST - 2, ground, stroke=LINE)
    yield draw.mark(mark, x + pitch - 9, y + 9, 3.6, ink)
    if words:
        size = draw.TEXT if draw.wide(words, draw.TEXT, bold=True) <= pitch - 22 else draw.SMALL
        rows = draw.lines(words, pitch - 10, size)
        middle = y + _HIGHEST / 2 + (0 if len(rows) == 1 else 4)
        shift = -draw.wide(rows[0], size, bold=True) / 2 if len(rows) == 1 else 5 - pitch / 2
        yield draw.block(x + pitch / 2 + shift, middle, rows, size, bold=True)


def _details(matrix: Matrix, panel: Panel, lang: Language) -> str:
    """Tell every cell that holds something, the gravest rows first."""
    rows, columns = lang(matrix.rows), lang(matrix.columns)
    told = [
        f"{rows} {row + 1}, {columns} {column + 1}: {draw.named(words)}"
        for row in reversed(range(len(panel.cells)))
        for column, words in reversed(list(enumerate(panel.cells[row])))
        if words
    ]
    return f"{lang(panel.title)}: {'; '.join(told)}." if told else ""
