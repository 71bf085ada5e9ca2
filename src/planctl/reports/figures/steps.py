"""Steps of a scale, today and as wished for: a filled and a hollow mark on each row, and the gap between them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from planctl.i18n import Language
from planctl.model.picture import Climb, Number, Steps
from planctl.model.picture.steps import MOST_ROWS
from planctl.reports.figures import draw, looks
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.figure import Figure
from planctl.svg.look import BLUE, BLUE_MIDDLE, GRID, LINE, MUTED

_NAME, _FIRST, _LAST, _NUMBERS = 222.0, 262.0, 636.0, 676.0
_PITCH = 36.0
_TODAY, _AMBITION = 6.5, 9.0


def steps_figure(steps: Steps, lang: Language, name: str) -> Figure | None:
    """Draw a row for each area, with its numbers to the right; None without rows."""
    if not steps.rows or steps.highest < 2:
        return None
    rows = steps.rows[:MOST_ROWS]
    parts, top = looks.legend(
        [
            (lambda x, y: draw.mark("●", x, y, _TODAY, BLUE), lang("today")),
            (_ring, lang("ambition")),
        ]
    )
    heading, top = _heading(steps, lang, top)
    parts.extend(heading)
    bottom = top + _PITCH * len(rows)
    for step in range(1, steps.highest + 1):
        x = _at(steps, step)
        parts.append(draw.path(draw.line(x, top, x, bottom), LINE if step in {1, steps.highest} else GRID))
    for number, row in enumerate(rows):
        parts.extend(_row(steps, row, top + (number + 0.5) * _PITCH, lang))
    left_out = said.left_out(said.FIRST, len(rows), len(steps.rows), lang)
    height = said.footnote(parts, said.sentences(_names(steps, lang), left_out), bottom + 4)
    details = " ".join(f"{said.name(lang, row.name)}: {_told(steps, row, lang)}." for row in steps.rows)
    told = draw.Told(lang(steps.title), said.sentences(lang(steps.told), left_out), details)
    return draw.figure(name, (draw.WIDTH, height), told, lang, parts)


def _ring(x: float, y: float) -> str:
    return draw.mark("●", x, y, _AMBITION, "#fff", BLUE)


def _at(steps: Steps, value: Number) -> float:
    """Place a value; one outside the scale at its end."""
    share = (min(max(float(value), 1), steps.highest) - 1) / (steps.highest - 1)
    return _FIRST + share * (_LAST - _FIRST)


def _heading(steps: Steps, lang: Language, top: float) -> tuple[list[str], float]:
    """Write the steps' numbers, and their names below where all have room."""
    pitch = (_LAST - _FIRST) / (steps.highest - 1)
    every = ceil((draw.wide(str(steps.highest), bold=True) + 3) / pitch)
    parts = [
        draw.text(_at(steps, step), top + 14, str(step), anchor="middle", bold=True)
        for step in range(1, steps.highest + 1, every)
    ]
    names = _broken(steps, lang)
    for step, rows in enumerate(names, 1):
        for row, line in enumerate(rows):
            parts.append(draw.text(_at(steps, step), top + 31 + row * 15, line, fill=MUTED, anchor="middle"))
    return parts, top + 24 + max(map(len, names), default=0) * 15


def _broken(steps: Steps, lang: Language) -> list[list[str]]:
    """Break the names of the steps to stand over them; none when one is too long for that."""
    room = min((_LAST - _FIRST) / (steps.highest - 1), 2 * (_FIRST - _NAME) + 20) - 8
    names = [draw.lines(lang.show(name), room) for name in steps.names]
    return [] if any(rows[-1].endswith("…") for rows in names) else names[: steps.highest]


def _names(steps: Steps, lang: Language) -> str:
    """Tell the names that do not stand over their steps."""
    if not steps.names or _broken(steps, lang):
        return ""
    return ", ".join(f"{step} {said.name(lang, name)}" for step, name in enumerate(steps.names, 1)) + "."


def _row(steps: Steps, row: Climb, y: float, lang: Language) -> Iterator[str]:
    yield draw.path(draw.line(_FIRST, y, _LAST, y), GRID)
    yield draw.block(0, y, draw.lines(lang.show(row.name), _NAME, draw.TEXT), draw.TEXT, room=_NAME)
    if row.today is not None and row.ambition is not None:
        yield draw.path(draw.line(_at(steps, row.today), y, _at(steps, row.ambition), y), BLUE_MIDDLE, 4)
    if row.ambition is not None:
        yield _ring(_at(steps, row.ambition), y)
    if row.today is not None:
        yield draw.mark("●", _at(steps, row.today), y, _TODAY, BLUE)
    today, ambition = (said.plain(lang, value, steps.decimals) for value in (row.today, row.ambition))
    words = today if row.ambition is None else f"{today} → {ambition}"
    room = draw.WIDTH - _NUMBERS
    yield draw.text(_NUMBERS, y + 4.7, draw.short(words, room), room=room)


def _told(steps: Steps, row: Climb, lang: Language) -> str:
    today = f"{lang('today')} {said.plain(lang, row.today, steps.decimals)}"
    if row.ambition is None:
        return today
    return f"{today}, {lang('ambition')} {said.plain(lang, row.ambition, steps.decimals)}"
