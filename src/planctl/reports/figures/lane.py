"""One row of a timeline: its stretches, those that overlap below each other, and its days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.i18n import Language
from planctl.model.picture import Lane, Milestone, Stretch
from planctl.reports.figures import draw, looks
from planctl.reports.figures.time_axis import TimeAxis, plate
from planctl.svg.look import INK, MUTED

_NAME = 196.0
_HIGH, _BELOW, _LEAST = 20.0, 19.0, 32.0
_OPEN = 9.0  # what a stretch without a known end is shorter than the axis, for a mark that it goes on


def milestone_mark(x: float, y: float, *, done: bool) -> str:
    """Draw a day: filled when it is done, else hollow."""
    return draw.mark("◆", x, y, 5, INK if done else "#fff", INK)


def lane(row: Lane, axis: TimeAxis, top: float, lang: Language) -> tuple[list[str], float]:
    """Draw one row: stretches that overlap below each other, and its days at the bottom; give the y below it too."""
    parts: list[str] = []
    tracks = _tracks(row.stretches, axis)
    filled = _HIGH * len(tracks) + (_BELOW if row.milestones else 0)
    height = max(filled, _LEAST)
    y = top + (height - filled) / 2
    for track in tracks:
        parts.extend(_stretch(stretch, axis, y, lang) for stretch in track)
        y += _HIGH
    parts.extend(_milestones(row.milestones, axis, y + _BELOW / 2 + 1, lang))
    if not tracks and not row.milestones:
        parts.append(draw.text(axis.left + 4, top + height / 2 + 4.7, lang("no dates"), fill=MUTED))
    names = draw.lines(lang.show(row.name), _NAME, draw.TEXT)
    return [draw.block(0, top + height / 2, names, draw.TEXT, room=_NAME), *parts], top + height


def _tracks(stretches: Sequence[Stretch], axis: TimeAxis) -> list[list[Stretch]]:
    """Lay stretches on as few lines as they need, so that none lies over another."""
    found: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda one: axis.ends(one.start, one.end)):
        left = axis.ends(stretch.start, stretch.end)[0]
        free = (track for track in found if axis.ends(track[-1].start, track[-1].end)[1] <= left + 0.5)
        track = next(free, None)
        if track is None:
            found.append([stretch])
        else:
            track.append(stretch)
    return found


def _stretch(stretch: Stretch, axis: TimeAxis, top: float, lang: Language) -> str:
    left, right = axis.ends(stretch.start, stretch.end)
    drawn = ""
    for missing, at, way in ((stretch.start is None, left, -1), (stretch.end is None, right, 1)):
        if missing and right - left > 3 * _OPEN:
            x = at - way * (_OPEN - 2)
            drawn += draw.path(
                draw.polyline([(x, top + 5), (x + way * 5, top + _HIGH / 2), (x, top + _HIGH - 5)]), INK, 1.5
            )
            left, right = (left + _OPEN, right) if way < 0 else (left, right - _OPEN)
    surface = looks.SURFACES[stretch.look]
    drawn += surface.draw(left, top + 1, max(right - left, 3), _HIGH - 2)
    words = draw.short(lang.show(stretch.label), 1e4)
    mark = looks.mark(stretch.look, left + 9, top + _HIGH / 2, 4) if right - left > 18 else ""
    room = right - left - 10 - (18 if mark else 0)
    if words and draw.wide(words, bold=True) <= room:
        return drawn + mark + surface.label((left + right) / 2 + (7 if mark else 0), top + _HIGH / 2, words)
    return drawn + mark


def _milestones(found: Sequence[Milestone], axis: TimeAxis, y: float, lang: Language) -> Iterator[str]:
    """Draw the days; the words of one stand beside it where there is room."""
    ordered = sorted(found, key=lambda one: one.day)
    places = [axis.x(one.day) for one in ordered]
    taken = axis.left
    for index, (one, x) in enumerate(zip(ordered, places, strict=True)):
        after = places[index + 1] - 8 if index + 1 < len(places) else axis.right
        at = min(max(x, axis.left + 7), axis.right - 7)
        yield milestone_mark(at, y, done=one.done)
        words = draw.short(lang.show(one.label), 160)
        wide = draw.wide(words)
        if words and at + 10 + wide <= after:
            yield plate(at + 10, y, wide) + draw.text(at + 10, y + 4.7, words)
            taken = at + 10 + wide + 4
        elif words and at - 10 - wide >= taken:
            yield plate(at - 10 - wide, y, wide) + draw.text(at - 10, y + 4.7, words, anchor="end")
            taken = at + 10
        else:
            taken = at + 10
