"""Stretches of time on one axis: projects with their phases, the days of decision, and the report's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from planctl.i18n import Language
from planctl.model.picture import Lane, Timeline
from planctl.model.picture.timeline import MOST_ROWS
from planctl.reports.figures import draw, looks
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.lane import lane, milestone_mark
from planctl.reports.figures.time_axis import TimeAxis
from planctl.reports.rendering.phrases import short_date
from planctl.svg.look import GRID, INK

_LEFT, _GAP = 208.0, 10.0


def timeline_figure(timeline: Timeline, lang: Language, name: str) -> Figure | None:
    """Draw the rows below an axis of years and tertials; None when nothing in them has a day."""
    rows = timeline.rows[:MOST_ROWS]
    days = [day for row in timeline.rows for day in _days(row)]
    if not days:
        return None
    axis = TimeAxis.over([*days, timeline.day] if timeline.day else days, _LEFT, draw.WIDTH)
    parts, top = looks.legend(_keys(timeline, lang))
    top += 18 if timeline.day else 0
    bodies, y = [], top + axis.high
    tops = [y]
    for row in rows:
        body, y = lane(row, axis, y + _GAP / 2, lang)
        bodies.extend(body)
        y += _GAP / 2
        tops.append(y)
    parts.extend(axis.lines(top, y))
    parts.extend(draw.path(draw.line(0, at, draw.WIDTH, at), GRID) for at in tops)
    if timeline.day:
        parts.extend(_today(axis.x(timeline.day), short_date(lang, timeline.day), top, y))
    parts.extend(axis.names(top))
    parts.extend(bodies)
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
            found.append((partial(milestone_mark, done=done), words if done else lang("{what}, not yet", what=words)))
    return found


def _today(x: float, words: str, top: float, bottom: float) -> Iterator[str]:
    half = draw.wide(words, bold=True) / 2
    middle = min(max(x, half), draw.WIDTH - half)
    yield draw.text(middle, top - 5, words, anchor="middle", bold=True)
    yield draw.path(draw.line(x, top, x, bottom), INK, 1.6, "5 3")


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
