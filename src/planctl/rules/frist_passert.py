"""A deadline has passed, and nobody has said that the work is done.

Either the work is done and the status should say so, or it is late and needs a new deadline and an
explanation, or it is given up. The newest report counts: its status, and its `ny_frist` instead of
the plan's own deadline. Only plans whose period is running are judged; closed years are left in
peace, and so are plans that have expired or been replaced. Work that is «satt på vent» is not asked for
until the day in `vent_til`, or while a `vedtak` says that it waits: an entry of the register of vedtak, or
a case.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import plan_period
from planctl.domain.on_hold import ON_HOLD
from planctl.domain.open_work import is_promised
from planctl.domain.reported_status import brought_forward
from planctl.domain.status_reports import DONE, StatusReports
from planctl.domain.work import solves_home
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PLAN.replace("2021-10-01", "2021-05-01")
_DONE = tuple(DONE)
_STATUSES = (*_DONE, None, "idé", "ikke startet", "i rute", "risiko", "forsinket", ON_HOLD)


def _whole(world: World) -> Iterator[Finding]:
    for record in world.plans.of_kind(*world.plans.thread.work):
        if world.bonds.binds(record):
            yield from _late(record, world.status_reports, world)


def _late(record: Record, reporting: StatusReports, world: World) -> Iterator[Finding]:
    state = reporting.at(record, world.today)
    if state.deadline is None or state.deadline >= world.today or _unknown_or_done(record, state.status):
        return
    if state.excused:
        return
    period = plan_period(record)
    outside = period is None or state.deadline not in period
    if state.moved_in is None and outside and not solves_home(record, world.plans):
        return  # outside the plan's period: 305 has spoken
    own = brought_forward(state, record)
    if own is not None and own >= world.today:
        return  # a new deadline before the plan's own: 621 has spoken
    message = T(
        "The deadline of «{id}» passed {day}, and it is not reported as done", id=record.name, day=state.deadline
    )
    hint = T("Set status to fullført or utgår, or report a new deadline (ny_frist) with the cause.")
    if state.until is not None:
        hint = T(
            "It was put on hold until {day}. Write a new day in «vent_til», or what became of the work.",
            day=state.until,
        )
    elif state.status == ON_HOLD and (record.get("vedtak") or (state.entry and state.entry.fields.get("vedtak"))):
        hint = T("It is put on hold: its {vedtak} must have «sak», and not be of a later day; or write «vent_til».")
    elif state.status == ON_HOLD:
        hint = T("It is put on hold: write until when in «vent_til», or the {vedtak} that says so in «vedtak».")
    related = [(state.moved_in.place, T("the deadline was moved here"))] if state.moved_in is not None else []
    yield finding("306", record, message, "frist", help=hint, related=related)


def _unknown_or_done(record: Record, status: str | None) -> bool:
    """Tell whether the status that holds is of what nobody waits for, or plan or report has one that is none (104)."""
    return not is_promised(status) or record.get("status") not in _STATUSES or status not in _STATUSES


RULE = Rule(
    code="306",
    slug="frist-passert",
    severity=Severity.WARNING,
    title="A deadline has passed",
    source="S0 «Resultat og rapportering»",
    example=Example(PLAN_PATH, _BAD, _BAD.replace("i rute", "fullført")),
    whole=_whole,
    explanation=__doc__,
)
