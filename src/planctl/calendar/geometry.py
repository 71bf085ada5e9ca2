"""The wheel's measures, in units of the drawing (1100 wide), and its polar coordinates."""

from __future__ import annotations

from datetime import date
from math import cos, radians, sin

from planctl.svg.text import num

WIDTH = 1100.0
CENTRE = WIDTH / 2
TEXT_SIZE = 15.0  # at a width of 830 px: 11.3 px
SMALL_SIZE = 14.6  # at a width of 830 px: 11.0 px

HUB = 66.0
RINGS = (70.0, 235.0)  # inner edge of the inner ring, outer edge of the outer ring
RING_GAP = 4.0
BAND = (238.0, 263.0)  # the months
LEADER = 272.0  # radius where a leader bends

MARGIN = 14.0
COLUMN = 204.0  # width of a label's text
TITLE_LINES = 3  # at most, in a label
BOX = 11.5  # radius of a number box
BOX_X = MARGIN + COLUMN + 6 + BOX  # centre of the left number boxes
ELBOW_X = BOX_X + BOX + 10  # where a left leader leaves the horizontal


def angle(day: date, year: int) -> float:
    """Turn the middle of a day into degrees clockwise from the top, kept inside the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    inside = min(max(day, first), last)
    return ((inside - first).days + 0.5) * 360 / ((last - first).days + 1)


def month_angle(month: int, year: int) -> float:
    """Give where a month (1–13) begins, in degrees; 13 is the year's end."""
    if month > 12:
        return 360.0
    days = (date(year, 12, 31) - date(year, 1, 1)).days + 1
    return (date(year, month, 1) - date(year, 1, 1)).days * 360 / days


def polar(degrees: float, radius: float) -> tuple[float, float]:
    """Give x and y, from the wheel's centre, of a point at an angle and a radius."""
    turn = radians(degrees)
    return radius * sin(turn), -radius * cos(turn)


def at(degrees: float, radius: float) -> str:
    """Write a polar point as `x y` for a path."""
    x, y = polar(degrees, radius)
    return f"{num(x)} {num(y)}"
