"""Numbered points in a plane, and a list of their names; the area of a point shows its size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.i18n import Language
from planctl.model.picture import Point, Scatter
from planctl.model.picture.scatter import MOST_POINTS
from planctl.reports.figures import draw, looks
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.bubbles import badges, bubbles
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.plane import MARKED, Plane, area
from planctl.svg.look import BLUE

_GAP, _DIGITS = 20.0, 28.0
_COLUMN = (draw.WIDTH - _GAP) / 2


def scatter_figure(scatter: Scatter, lang: Language, name: str) -> Figure | None:
    """Draw the plane with its points, and below it their names in two columns; None without points."""
    points = scatter.points[:MOST_POINTS]
    if not points:
        return None
    entries = looks.keys(scatter.legend, (), lang)
    if scatter.marked is not None:
        entries.append((lambda x, y: MARKED.draw(x - 12, y - 8, 24, 16), lang.show(scatter.marked.label)))
    sizes = _sizes(scatter, lang)
    if sizes:
        entries.append((_size_key, sizes))
    parts, top = looks.legend(entries)
    plane = Plane.fitted(scatter.x, scatter.y, top + 26, lang)
    parts.extend(area(plane, scatter.marked))
    parts.extend(plane.frame(lang))
    parts.extend(bubbles(plane, points) if sizes else badges(plane, points))
    listed, bottom = _list(points, plane.below, lang)
    parts.extend(listed)
    left_out = said.left_out(said.FIRST, len(points), len(scatter.points), lang)
    height = said.footnote(parts, left_out, bottom)
    details = " ".join(_details(scatter, lang))
    told = draw.Told(lang(scatter.title), said.sentences(lang(scatter.told), left_out), details)
    return draw.figure(name, (draw.WIDTH, height), told, lang, parts)


def _sizes(scatter: Scatter, lang: Language) -> str:
    """Tell what the areas show, with the largest to compare by."""
    known = [point.size for point in scatter.points if point.size is not None]
    if not known:
        return ""
    largest = said.plain(lang, max(known))
    return lang("area: {size}, the largest {largest}", size=lang.show(scatter.size), largest=largest)


def _size_key(x: float, y: float) -> str:
    return draw.mark("●", x - 5, y, 7.5, "#fff", BLUE) + draw.mark("●", x + 8, y, 3.5, "#fff", BLUE)


def _list(points: Sequence[Point], top: float, lang: Language) -> tuple[list[str], float]:
    """Name the points by their numbers, in two columns; give the y below them too."""
    parts: list[str] = []
    half = (len(points) + 1) // 2
    bottom = top
    for column, first in enumerate((0, half)):
        x, y = column * (_COLUMN + _GAP), top
        for number, point in enumerate(points[first : half if not column else None], first + 1):
            words = lang.show(point.name)
            note = lang.show(point.note)
            rows = draw.lines(f"{words} ({note})" if note else words, _COLUMN - _DIGITS)
            parts.append(draw.text(x + 20, y + 13, str(number), anchor="end", bold=True))
            for row, line in enumerate(rows):
                parts.append(draw.text(x + _DIGITS, y + 13 + row * 15.5, line, room=_COLUMN - _DIGITS))
            y += 4 + 15.5 * len(rows)
        bottom = max(bottom, y)
    return parts, bottom + 4


def _details(scatter: Scatter, lang: Language) -> Iterator[str]:
    x, y = (said.name(lang, axis.name) for axis in (scatter.x, scatter.y))
    words = looks.meanings(scatter.legend, (), lang)
    for number, point in enumerate(scatter.points, 1):
        told = [f"{x} {said.plain(lang, point.x)}", f"{y} {said.plain(lang, point.y)}"]
        if point.size is not None:
            told.append(f"{said.name(lang, scatter.size)} {said.plain(lang, point.size)}".strip())
        if point.tone is not None and point.tone in words:
            told.append(words[point.tone])
        if point.note:
            told.append(said.name(lang, point.note))
        yield f"{number} {said.name(lang, point.name)}: {', '.join(told)}."
