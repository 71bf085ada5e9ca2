"""Stretches of time: projects and their phases, with the points where something is decided."""

from __future__ import annotations

from datetime import date

from planctl.i18n import Text
from planctl.model.picture.look import Legend, Look, Words
from planctl.values import dataclass

MOST_ROWS = 40
"""How many rows are drawn; of more, the first ones."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, its last day included; None is a start or an end that is not known."""

    label: Words
    start: date | None
    end: date | None
    look: Look = 1


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day when something is decided or handed over; `done` tells whether it has been."""

    label: Words
    day: date
    done: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A row: what it is of, its stretches, and its days."""

    name: Words
    stretches: tuple[Stretch, ...]
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows of stretches on one axis of time, which spans them all; `day` is the report's day, a line through them.

    `milestone` says in the legend what the days are, as «decision point».
    """

    name: str
    title: Text
    told: Text
    rows: tuple[Lane, ...]
    day: date | None = None
    legend: Legend = ()
    milestone: Words = ""
