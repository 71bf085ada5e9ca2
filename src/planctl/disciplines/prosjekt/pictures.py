"""The portfolio as pictures: value against risk, with the money as size; and the phases along one axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planctl.disciplines.prosjekt.labels import TONES, gravest
from planctl.disciplines.prosjekt.projects import PHASES, Decision, Project, number, rank
from planctl.disciplines.records import marked
from planctl.disciplines.register import value_text
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.picture import Axis, Lane, Legend, Look, Milestone, Point, Scatter, Stretch, Timeline
from planctl.world import World

_LOW, _HIGH = 1, 5
_LOOKS: dict[str, Look] = {"konsept": 1, "planlegge": 2, "gjennomføre": 3, "avslutte": 4, "realisere": 5}


def bubbles(world: World, found: Sequence[Project], day: date) -> Scatter | None:
    """Draw the projects that are not over by value and risk, their ramme as size; None where none has both."""
    points = tuple(_points(found, day))
    if not points:
        return None
    tones = {point.tone for point in points}
    return Scatter(
        "portefølje-verdi",
        T("Value and risk of the {prosjekt_pl}"),
        T("What lies high and to the left is worth much and has little risk. The area is the frame."),
        Axis(T("Risk"), _LOW, _HIGH, (T("little"), T("great")), stepped=True),
        Axis(T("Value"), _LOW, _HIGH, (T("little"), T("great")), stepped=True),
        points,
        T("Frame in 1000 kr"),
        legend=tuple((tone, value_text(world, colour)) for colour, tone in TONES.items() if tone in tones),
    )


def _points(found: Sequence[Project], day: date) -> Iterator[Point]:
    for item in found:
        value, risk = number(item.record.get("verdi")), number(item.record.get("risikonivå"))
        if value is not None and risk is not None and item.goes_at(day):
            yield Point(marked(item.record), risk, value, item.frame, TONES.get(gravest(item, day)))


def phases(world: World, found: Sequence[Project], day: date) -> Timeline | None:
    """Draw the phases of projects with their decisions; None where nothing is decided, nor to be."""
    lanes = tuple(lane for item in found if (lane := _lane(item, day)).milestones)
    if not lanes:
        return None
    legend: Legend = tuple((look, value_text(world, phase)) for phase, look in _LOOKS.items())
    return Timeline(
        "portefølje-faser",
        T("Phases of the {prosjekt_pl}"),
        T("Each row is a {prosjekt}, or a {program}. A phase lasts until the decision that leads on to the next."),
        lanes,
        day,
        legend,
        T("decision"),
    )


def _lane(item: Project, day: date) -> Lane:
    known = [decision for decision in item.decisions if decision.day is not None]
    steps = [one for one in known if one.is_approved or not one.outcome]
    made = (Milestone("", one.day, done=bool(one.outcome) and one.day <= day) for one in known if one.day is not None)
    return Lane(marked(item.record), tuple(_stretches(item, steps, day)), tuple(made))


def _stretches(item: Project, steps: Sequence[Decision], day: date) -> Iterator[Stretch]:
    """Yield the phases that have begun by a day: each until the next decision, that of today until one is planned."""
    for at, step in enumerate(steps):
        if step.day is None or step.day > day or not step.is_approved or step.phase not in _LOOKS:
            continue
        later = [one.day for one in steps[at + 1 :] if one.day is not None and rank(one.phase) > rank(step.phase)]
        stops = [one.day for one in item.decisions if one.outcome == "stoppet" and one.day is not None]
        ends = [end for end in (*later, *stops) if end >= step.day]
        end = min(ends) - timedelta(days=1) if ends else _realised(item) if step.phase == PHASES[-1] else None
        yield Stretch("", step.day, end if end is None or end >= step.day else step.day, _LOOKS[step.phase])


def _realised(item: Project) -> date | None:
    """Give the day by which the last benefit is to be realised; None where none is told."""
    rows = item.record.get("gevinster")
    days = [deadline(row.get("frist")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return max((day for day in days if day is not None), default=None)
