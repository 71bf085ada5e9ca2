"""Stretches of time on one axis: projects with their phases, the days of decision, and the report's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from planctl.i18n import Language
from planctl.model.picture import Lane, Milestone, Stretch, Timeline
from planctl.model.picture.timeline import MOST_ROWS
from planctl.reports.figures import draw, looks
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.time_axis import TimeAxis
from planctl.reports.rendering.phrases import short_date
from planctl.svg.look import GRID, INK, MUTED

_NAME, _LEFT = 196.0, 208.0
_HIGH, _BELOW, _GAP = 20.0, 19.0, 12.0
_OPEN = 9.0  # what a stretch without a known end is shorter than the axis, for a mark that it goes on


def timeline_figure(timeline: Timeline, lang: Language, name: str) -> Figure | None:
    """Draw the rows below an axis of years and tertials; None when nothing in them has a day."""
    rows = timeline.rows[:MOST_ROWS]
    days = [day for row in timeline.rows for day in _days(row)]
    if not days:
        return None
    axis = TimeAxis.over([*days, timeline.day] if timeline.day else days, _LEFT, draw.WIDTH)
    parts, top = looks.legend(_keys(timeline, lang))
    top += 18 if timeline.day else 0
    bodies, y = [], top + 44
    tops = [y]
    for row in rows:
        body, y = _row(row, axis, y + _GAP / 2, lang)
        bodies.extend(body)
        y += _GAP / 2
        tops.append(y)
    parts.extend(axis.draw(top, y))
    parts.extend(draw.path(draw.line(0, at, draw.WIDTH, at), GRID) for at in tops)
    parts.extend(bodies)
    if timeline.day:
        parts.extend(_today(axis.x(timeline.day), short_date(lang, timeline.day), top, y))
    left_out = said.left_out(said.FIRST, len(rows), len(timeline.rows), lang)
    height = said.footnote(parts, left_out, y + 2)
    told = draw.Told(
        lang(timeline.title), said.sentences(lang(timeline.told), left_out), " ".join(_details(timeline, lang))
    )
    return draw.figure(name, (draw.WIDTH, height), told, lang, parts)


def _days(row: Lane) -> Iterator[date]:
    for stretch in row.stretches:
        yield from (day for day in (stretch.start, stretch.end) if day is not None)
    yield from (milestone.day for milestone in row.milestones)


def _keys(timeline: Timeline, lang: Language) -> list[looks.Key]:
    used = (stretch.look for row in timeline.rows for stretch in row.stretches)
    found = looks.keys(timeline.legend, used, lang)
    if timeline.milestone:
        for done in sorted({milestone.done for row in timeline.rows for milestone in row.milestones}, reverse=True):
            words = lang.show(timeline.milestone)
            found.append((partial(_milestone, done=done), words if done else lang("{what}, not yet", what=words)))
    return found


def _milestone(x: float, y: float, *, done: bool) -> str:
    return draw.mark("◆", x, y, 5, INK if done else "#fff", INK)


def _today(x: float, words: str, top: float, bottom: float) -> Iterator[str]:
    half = draw.wide(words, bold=True) / 2
    middle = min(max(x, half), draw.WIDTH - half)
    yield draw.text(middle, top - 5, words, anchor="middle", bold=True)
    yield draw.path(draw.line(x, top, x, bottom), INK, 1.6, "5 3")


def _row(row: Lane, axis: TimeAxis, top: float, lang: Language) -> tuple[list[str], float]:
    """Draw one row: stretches that overlap below each other, and its days at the bottom; give the y below it too."""
    parts: list[str] = []
    tracks = _tracks(row.stretches, axis)
    height = _HIGH * len(tracks) + (_BELOW if row.milestones else 0)
    height = max(height, 30)
    y = top
    for track in tracks:
        parts.extend(_stretch(stretch, axis, y, lang) for stretch in track)
        y += _HIGH
    if row.milestones:
        parts.extend(_milestones(row.milestones, axis, max(y, top) + _BELOW / 2 + 1, lang))
    if not tracks and not row.milestones:
        parts.append(draw.text(_LEFT + 4, top + 19.7, lang("no dates"), fill=MUTED))
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
    taken = _LEFT
    for index, (one, x) in enumerate(zip(ordered, places, strict=True)):
        after = places[index + 1] - 8 if index + 1 < len(places) else draw.WIDTH
        at = min(max(x, _LEFT + 7), draw.WIDTH - 7)
        yield _milestone(at, y, done=one.done)
        words = draw.short(lang.show(one.label), 160)
        wide = draw.wide(words)
        if words and at + 10 + wide <= after:
            yield draw.text(at + 10, y + 4.7, words)
            taken = at + 10 + wide + 4
        elif words and at - 10 - wide >= taken:
            yield draw.text(at - 10, y + 4.7, words, anchor="end")
            taken = at + 10
        else:
            taken = at + 10


def _details(timeline: Timeline, lang: Language) -> Iterator[str]:
    used = (stretch.look for row in timeline.rows for stretch in row.stretches)
    words = looks.meanings(timeline.legend, used, lang)
    for row in timeline.rows:
        names = [said.name(lang, one.label) or words.get(one.look, "") for one in row.stretches]
        told = [
            f"{name} {_day(lang, one.start)}–{_day(lang, one.end)}".strip()
            for name, one in zip(names, row.stretches, strict=True)
        ]
        told += [f"{said.name(lang, one.label)} {_day(lang, one.day)}".strip() for one in row.milestones]
        yield f"{said.name(lang, row.name)}: {'; '.join(told) or lang('no dates')}."


def _day(lang: Language, day: date | None) -> str:
    return "" if day is None else short_date(lang, day)
