"""The five courses a piece of work or a mål can be on, in order, and how those below make the one above.

Everything here is monotone: no argument that gets worse makes the result better. docs/vurdering.md
tells why each step is as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from planctl.domain.on_hold import ON_HOLD


class Course(IntEnum):
    """Where something stands; a greater one is better, and what is not known is worse than a good one."""

    FORSINKET = 0
    RISIKO = 1
    UKJENT = 2
    I_RUTE = 3
    FULLFØRT = 4

    @property
    def word(self) -> str:
        """The status of work that says the same."""
        return _WORK[self]

    @property
    def goal_word(self) -> str:
        """The judgement of a mål that says the same."""
        return _GOAL[self]


SHOWN = (Course.FULLFØRT, Course.I_RUTE, Course.RISIKO, Course.FORSINKET, Course.UKJENT)
"""The courses in the order a reader meets them: best first, what is not known last."""


class Limit(IntEnum):
    """How a value stands to the bands; a greater one is better."""

    IKKE_GODKJENT = 0
    INGEN = 1
    AKSEPTERT = 2
    ØNSKET = 3


class Line(IntEnum):
    """How a value stands to the straight line from nullpunkt to måltall; a greater one is better."""

    BAK = 0
    INGEN = 1
    PÅ = 2
    MÅL = 3


_WORK = ("forsinket", "risiko", "ukjent", "i rute", "fullført")
_GOAL = ("ikke på vei", "på vei, med risiko", "ikke vurdert", "på vei", "nådd")
_REPORTED = {
    "forsinket": Course.FORSINKET,
    "risiko": Course.RISIKO,
    ON_HOLD: Course.RISIKO,
    "ikke startet": Course.I_RUTE,
    "i rute": Course.I_RUTE,
    "fullført": Course.FULLFØRT,
}
_SAID_OF_GOAL = {"ikke på vei": Course.FORSINKET, "på vei": Course.I_RUTE, "nådd": Course.FULLFØRT}
_CAP = (Course.RISIKO, Course.I_RUTE, Course.I_RUTE, Course.I_RUTE, Course.FULLFØRT)
_LIFT = (Course.RISIKO, Course.I_RUTE, Course.I_RUTE, Course.FULLFØRT, Course.FULLFØRT)
_F, _R, _U, _I, _D = Course
_MEASURED = (
    # BAK INGEN PÅ MÅL
    (_F, _F, _R, _R),  # ikke godkjent
    (_R, _U, _I, _D),  # no bands
    (_R, _I, _I, _D),  # akseptert
    (_I, _I, _I, _D),  # ønsket
)


def reported(status: str | None) -> Course:
    """Give the course that a reported status names; not known when nothing was reported."""
    return _REPORTED.get(status or "", Course.UKJENT)


def said_of_goal(verdict: str | None) -> Course:
    """Give the course that a unit's judgement of a mål names."""
    return _SAID_OF_GOAL.get(verdict or "", Course.UKJENT)


def tiltak(status: str | None, *, overdue: bool) -> Course:
    """Judge a tiltak: past its deadline and not done it is late, whatever was reported."""
    said = reported(status)
    return Course.FORSINKET if overdue and said is not Course.FULLFØRT else said


def together(courses: Iterable[Course]) -> Course | None:
    """Judge many as one: what at least half of them are no better than (the lower median).

    One that is late makes the whole no better than at risk; all must be done for it to be done.
    None of nothing.
    """
    ordered = sorted(courses)
    if not ordered:
        return None
    half = ordered[(len(ordered) - 1) // 2]
    return min(half, _CAP[ordered[0]])


def oppdrag(status: str | None, *, overdue: bool, below: Course | None) -> Course:
    """Judge an oppdrag by its own report, its deadline and the tiltak below it.

    Without a report of its own it goes as its tiltak do, but is not done by them alone.
    """
    own = tiltak(status, overdue=overdue)
    if below is None:
        return own
    return min(Course.I_RUTE if own is Course.UKJENT else own, below)


def strategi(below: Course | None) -> Course:
    """Judge a strategi by the oppdrag and tiltak below it; done work does not end a strategi."""
    return Course.UKJENT if below is None else min(Course.I_RUTE, below)


def measured(limit: Limit, line: Line, *, stale: bool) -> Course:
    """Judge an indicator's last value; a good value that is out of date is not known."""
    found = _MEASURED[limit][line]
    return min(Course.UKJENT, found) if stale else found


def mål(values: Course | None, work: Course | None, goals: Course | None) -> Course:
    """Judge a mål by its indicators, the work for it and the mål nested in it, each judged together.

    Only indicators tell that a mål is reached. Where there are any, the work counts one step milder:
    what is measured weighs more than what is done.
    """
    own: Course | None
    if values is not None:
        own = values if work is None else min(values, _LIFT[work])
    else:
        own = None if work is None else min(Course.I_RUTE, work)
    found = together(course for course in (own, goals) if course is not None)
    return Course.UKJENT if found is None else found
