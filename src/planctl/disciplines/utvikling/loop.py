"""A picture of the loop: how long each innovation was an idea, was new, was tried, and has been in use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planctl.disciplines.records import marked
from planctl.disciplines.utvikling.steps import STEPS, STOPPED, reached
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.picture import Lane, Legend, Look, Milestone, Stretch, Timeline
from planctl.model.record import Record

_LOOKS: dict[str, Look] = {"idé": 1, "nytt": 2, "nyttig": 3, "nyttiggjort": 4}
_LAST = "erfaringslæring"
"""A day, when what was learned is spread; all other steps last until the next of them."""


def loop_pictures(innovations: Sequence[Record], day: date) -> tuple[Timeline, ...]:
    """Draw the innovations as they stood on a day, the oldest first; nothing without a step that is dated."""
    rows = [(steps[0][1], record) for record in innovations if (steps := list(_reached(record, day)))]
    if not rows:
        return ()
    lanes = tuple(_lane(record, day) for _, record in sorted(rows, key=lambda row: (row[0], row[1].name)))
    legend: Legend = tuple((look, STEPS[step]) for step, look in _LOOKS.items())
    told = T("Each row is one of the {innovasjon_pl}, from its idea to the step it has reached.")
    return (Timeline("innovasjoner", T("{Innovasjon_pl} by step"), told, lanes, day, legend, STEPS[_LAST]),)


def _lane(record: Record, day: date) -> Lane:
    steps = list(_reached(record, day))
    lasting = [(step, start) for step, start in steps if step in _LOOKS]
    ended = parse_date(record.get(STOPPED))
    over = min(day, ended) if ended is not None else day
    starts = [*(start for _, start in lasting[1:]), over + timedelta(days=1)]
    stretches = tuple(
        Stretch(STEPS[step], start, max(start, following - timedelta(days=1)), _LOOKS[step])
        for (step, start), following in zip(lasting, starts, strict=False)
    )
    taught = tuple(Milestone(STEPS[step], start, done=True) for step, start in steps if step == _LAST)
    return Lane(marked(record), stretches, taught)


def _reached(record: Record, day: date) -> Iterator[tuple[str, date]]:
    return ((step, when) for step, when in reached(record) if when <= day)
