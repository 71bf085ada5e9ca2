"""Tiltak and oppdrag as they stood on the period's last day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planctl.domain.on_hold import ON_HOLD
from planctl.domain.status_reports import DONE, CurrentState, StatusEntry
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.reports.scope import Scope, text
from planctl.reports.views.status_counts import NOT_REPORTED, STATUSES, Tallies, Tally, Work


def works(scope: Scope, records: Iterable[Record]) -> dict[Record, Work]:
    """Judge tiltak or oppdrag; by the identity of their records, in their order."""
    return {record: work(scope, record) for record in records}


def work(scope: Scope, record: Record) -> Work:
    """Judge one tiltak or oppdrag on the period's last day."""
    state = scope.status_reports.at(record, scope.day)
    past = [entry for entry in scope.status_reports.entries(record) if entry.period.end <= scope.day]
    now = [entry for entry in past if entry.period.end >= scope.fresh]
    spoken = any(entry.status for entry in now)
    settled = spoken or state.done or state.status == ON_HOLD
    status = state.status if state.status in STATUSES and settled else NOT_REPORTED
    unit = scope.organisation.unit_of(record)
    area = scope.organisation.area_of(unit)
    entry = state.entry if spoken else None
    return Work(
        kind="oppdrag" if record.kind == "oppdrag" else "tiltak",
        number=text(record, "nummer"),
        title=record.title,
        unit=unit.title if unit else "",
        area=area.title if area else "",
        status=str(status),
        planned=deadline(record.get("frist")),
        deadline=state.deadline,
        days_late=_days_late(state, status, scope.day),
        cause=_said(entry, now, "årsak") or (text(record, "begrunnelse") or None if status == ON_HOLD else None),
        corrective=_said(entry, now, "korrigerende"),
        comment=entry.comment if entry else None,
        before=None if status != NOT_REPORTED else _before(past),
        id=record.name,
        until=state.until if status == ON_HOLD else None,
    )


def _days_late(state: CurrentState, status: str | None, day: date) -> int | None:
    """Count the days since the deadline that holds; None when it has not run out, or the work is done or may wait."""
    if status in DONE or state.excused or state.deadline is None or state.deadline > day:
        return None
    return (day - state.deadline).days


def _said(entry: StatusEntry | None, now: Sequence[StatusEntry], field: str) -> str | None:
    """Return what the entry that decides the status says in a field, else what the period's others said last."""
    entries = [entry, *reversed(now)] if entry is not None else []
    return next((said for entry in entries if (said := entry.text(field))), None)


def _before(past: Sequence[StatusEntry]) -> tuple[str, str] | None:
    """Return the last status that was reported, and for which period."""
    return next(((entry.status, entry.period_text) for entry in reversed(past) if entry.status), None)


def tallies(scope: Scope, items: Iterable[Work]) -> Tallies:
    """Count work by tjenesteområde and status; what belongs to none comes last."""
    found = list(items)
    names = [area.title for area in scope.areas]
    if any(item.area not in names for item in found):
        names.append("")
    waiting = any(item.status == ON_HOLD for item in found)
    rows = [
        Tally.of(name, (item.status for item in found if item.area == name), waiting=waiting)
        for name in dict.fromkeys(names)
    ]
    if scope.unit is not None:
        rows = [row for row in rows if row.total]
    return Tallies(tuple(rows), Tally.of("", (item.status for item in found)))


def by_area(scope: Scope, items: Iterable[Work]) -> tuple[Work, ...]:
    """Order work by tjenesteområde, then gravity, deadline, unit and number."""
    names = [area.title for area in scope.areas]
    gravity = {"forsinket": 0, "risiko": 1, ON_HOLD: 2}

    def key(item: Work) -> tuple[object, ...]:
        area = names.index(item.area) if item.area in names else len(names)
        return area, gravity.get(item.status, 3), item.deadline or date.max, item.unit, item.number, item.title

    return tuple(sorted(items, key=key))


def overdue(items: Iterable[Work]) -> tuple[Work, ...]:
    """List the work whose deadline has run out, the oldest first."""
    late = [item for item in items if item.overdue]
    late.sort(key=lambda item: (item.deadline or date.max, item.kind != "tiltak", item.unit, item.title))
    return tuple(late)
