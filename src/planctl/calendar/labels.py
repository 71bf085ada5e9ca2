"""Labels in two side columns: broken in lines, spread without overlap, led to the wheel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, inf, radians, sin

from planctl.calendar.geometry import (
    CENTRE,
    COLUMN,
    ELBOW_X,
    LEADER,
    SMALL_SIZE,
    TEXT_SIZE,
    TITLE_LINES,
    angle,
)
from planctl.calendar.text import time_text, title_text
from planctl.calendar.view import Activity, YearWheel
from planctl.i18n import Language
from planctl.svg.metrics import wrap
from planctl.svg.spread import spread
from planctl.svg.text import clean
from planctl.values import dataclass

LINE = 17.5  # from baseline to baseline
ABOVE = 13.0  # from a label's top to the middle of its first line
GAP = 10.0  # between two labels
_APART = 1.1  # degrees between two leaders' feet
_SWAY = 25.0  # degrees around the bottom where either column may take an activity


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: `y` is its first line's middle from the wheel's centre, `foot` degrees."""

    item: Activity
    title: str
    lines: tuple[str, ...]
    time: tuple[str, ...]
    right: bool = True
    y: float = 0.0
    foot: float = 0.0

    @property
    def height(self) -> float:
        """Measure from the label's top to its bottom."""
        return (len(self.lines) + len(self.time)) * LINE


def tangent(fold: float) -> float:
    """Give where the wheel's tangent at `fold` degrees from the top (0–180) meets the elbows."""
    reach, down = CENTRE - ELBOW_X, cos(radians(fold))
    return (reach * sin(radians(fold)) - LEADER) / down if abs(down) > 1e-9 else inf


def place(folds: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Place one column's labels from top to bottom: each one's y from the wheel's centre.

    `folds` are degrees from the top (0–180), rising. A label of the upper half stays above its
    tangent and one of the lower half below, so that no straight leader runs over the wheel.
    """
    room = [height + GAP for height in heights]
    ys = spread([-LEADER * cos(radians(min(fold, 180))) for fold in folds], room)
    limit = inf
    for index in range(len(ys) - 1, -1, -1):
        if folds[index] < 90:
            limit = min(limit, tangent(folds[index]))
            ys[index] = min(ys[index], limit)
            limit = ys[index] - (room[index - 1] if index else 0)
    limit = -inf
    for index, fold in enumerate(folds):
        if fold > 90:
            limit = max(limit, tangent(fold))
            ys[index] = max(ys[index], limit)
            limit = ys[index] + room[index]
    return ys


def set_feet(turns: Sequence[float]) -> list[float]:
    """Spread the leaders' feet at the wheel, in rising degrees, and keep them in the year."""
    step = min(_APART, 350 / max(len(turns), 1))
    feet = spread(turns, [step] * len(turns))
    last = len(feet) - 1
    feet = [max(foot, 0.5 + index * step) for index, foot in enumerate(feet)]
    return [min(foot, 359.5 - (last - index) * step) for index, foot in enumerate(feet)]


def make_labels(wheel: YearWheel, lang: Language) -> tuple[Label, ...]:
    """Make the labels of both columns, in number order, with the lowest total height.

    The right column holds the first half of the year; activities near its end may move over.
    """
    feet = set_feet([angle(item.start, wheel.year) for item in wheel.activities])
    texts = [_text(item, wheel, lang) for item in wheel.activities]
    lowest = sum(foot < 180 - _SWAY for foot in feet)
    highest = sum(foot < 180 + _SWAY for foot in feet)
    choices = [_columns(texts, feet, count) for count in range(lowest, highest + 1)]
    return min(choices, key=_height)


def _text(item: Activity, wheel: YearWheel, lang: Language) -> Label:
    """Make a label that has no place yet."""
    star = "*" if item.number in wheel.starred else ""
    title = clean(title_text(item, lang))
    lines = wrap(title, TEXT_SIZE, COLUMN, tail=star, most=TITLE_LINES)
    held = time_text(item, wheel.year, lang).replace(" ", "\u00a0")
    time = wrap(held.replace("–\u00a0", "– "), SMALL_SIZE, COLUMN)
    return Label(item, title, tuple(lines), tuple(time))


def _columns(texts: Sequence[Label], feet: Sequence[float], count: int) -> tuple[Label, ...]:
    """Place the first `count` labels to the right, downwards, and the rest to the left, upwards."""
    heights = [label.height for label in texts]
    right = place(feet[:count], heights[:count])
    folds = [360 - foot for foot in reversed(feet[count:])]
    left = place(folds, heights[count:][::-1])
    placed = zip(texts, [*right, *reversed(left)], feet, strict=True)
    return tuple(replace(label, right=index < count, y=y, foot=foot) for index, (label, y, foot) in enumerate(placed))


def _height(labels: Sequence[Label]) -> float:
    """Measure from the top of the highest label to the bottom of the lowest."""
    bottom = max((label.y + label.height for label in labels), default=0.0)
    return round(bottom - min((label.y for label in labels), default=0.0), 3)
