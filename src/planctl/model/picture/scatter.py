"""Points in a plane: projects by value and risk, themes by importance to stakeholders and to the municipality."""

from __future__ import annotations

from planctl.i18n import Text
from planctl.model.picture.look import Number, Tone, Words
from planctl.values import dataclass

MOST_POINTS = 60
"""How many points are drawn; of more, the first ones."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from `low` to `high`: its name and the words at its ends; `stepped` has every whole number written.

    An axis that has neither words nor steps shows the numbers of its ends.
    """

    name: Words
    low: Number
    high: Number
    ends: tuple[Words, Words] | None = None
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point: what it is of, its place, how large it is, and a note that stands after its name in the list."""

    name: Words
    x: Number
    y: Number
    size: Number | None = None
    tone: Tone | None = None
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Corner:
    """What lies at least so far out on both axes is marked, as «prioritised»; an axis that is None asks nothing."""

    label: Words
    x: Number | None
    y: Number | None


@dataclass(frozen=True, slots=True)
class Slope:
    """What has at least such a sum of x and y is marked."""

    label: Words
    total: Number


@dataclass(frozen=True, slots=True)
class Scatter:
    """Numbered points in a plane, and their names below. The area of a point shows its size.

    `size` says what the sizes are and in which unit of measure. `marked` is the part of the plane that is set off.
    """

    name: str
    title: Text
    told: Text
    x: Axis
    y: Axis
    points: tuple[Point, ...]
    size: Words = ""
    marked: Corner | Slope | None = None
    legend: tuple[tuple[Tone, Words], ...] = ()
