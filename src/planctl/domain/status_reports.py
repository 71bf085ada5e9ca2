"""What has been reported on a record, period by period, and what holds for it on a day.

A report speaks of tiltak, oppdrag and mål by their ids. The newest report goes before the plan:
its status and its `ny_frist` stand in for the plan's own, which remain in the plan file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.domain.on_hold import ON_HOLD, is_excused, waits_until
from planctl.domain.reporter import unit_of_report
from planctl.graph import Graph
from planctl.load.schema.annotations import MANGLED
from planctl.model.period import Period, deadline, parse_date, parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.source import Place
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.history.postponed import Reported

DONE = frozenset({"fullført", "utgår"})
"""The statuses of work that nobody waits for any more."""

_GRAVITY = ("utgår", "fullført", "i rute", "idé", "ikke startet", ON_HOLD, "risiko", "forsinket")


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """What one unit, or the municipality, reported on one record in one period.

    `fields` holds everything that was written, `place` the record's key in the report. `unit` is None of a report for
    the whole municipality.
    """

    report: Record
    period: Period
    period_text: str
    unit: Record | None
    delivered: date | None
    fields: dict[str, Any]
    place: Place

    @property
    def status(self) -> str | None:
        """The reported status, as written."""
        return self.text("status")

    @property
    def progress(self) -> int | None:
        """How much is done, in per cent."""
        value = self.fields.get("framdrift")
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def new_deadline(self) -> date | None:
        """The last day of `ny_frist`; None when there is none or it cannot be read."""
        return deadline(self.fields.get("ny_frist"))

    @property
    def cause(self) -> str | None:
        """Why the work is late or at risk (`årsak`)."""
        return self.text("årsak")

    @property
    def corrective(self) -> str | None:
        """What is done to get back on course (`korrigerende`)."""
        return self.text("korrigerende")

    @property
    def comment(self) -> str | None:
        """What else the reader should know (`kommentar`)."""
        return self.text("kommentar")

    def text(self, field: str) -> str | None:
        """Return a field that holds text; None when it is empty or something else."""
        value = self.fields.get(field)
        return value if isinstance(value, str) and value.strip() and value != MANGLED else None


class CurrentState(NamedTuple):
    """What holds for a record on a day.

    `entry` is the newest report, None when only the plan speaks; `moved_in` the report that set
    the deadline in force. `status` is as written; a deadline that cannot be read is None. `excused` tells that it is
    put on hold so that nobody asks for its deadline, `until` the day it then waits for, where one is told.
    """

    status: str | None
    deadline: date | None
    progress: int | None
    entry: StatusEntry | None
    moved_in: StatusEntry | None
    excused: bool = False
    until: date | None = None

    @property
    def done(self) -> bool:
        """Whether the work is finished or given up."""
        return self.status in DONE


DELIVERY_DAYS = 30
"""How many days after a period's end its reports should be delivered."""


class StatusReports:
    """Every report of a plan set, by the record it speaks of."""

    def __init__(self, plans: PlanSet, graph: Graph) -> None:
        self.plans = plans
        self._fields = plans.thread.reported
        self._graph = graph
        self._entries: dict[Record, tuple[StatusEntry, ...]] = {}

    def entries(self, record: Record) -> tuple[StatusEntry, ...]:
        """Return everything reported on a record, oldest period first."""
        if record not in self._spoken_of:
            return ()
        found = self._entries.get(record)
        if found is None:
            found = self._entries[record] = tuple(sorted(self._read(record), key=_order))
        return found

    def reported(self, *kinds: str) -> Iterator[Record]:
        """Yield the records of some kinds that reports speak of."""
        return (record for record in self._spoken_of.values() if record.kind in kinds)

    @cached_property
    def _spoken_of(self) -> dict[Record, Record]:
        reports = self.plans.of_kind("rapportering")
        return {record: record for report in reports for _, record in self._graph.refs_from(report, *self._fields)}

    def at(self, record: Record, day: date) -> CurrentState:
        """Tell what holds on a day: the newest report on periods that have ended, else the plan.

        What the newest report leaves out is taken from the one before it. Where several units
        report on one oppdrag for the same period, the one furthest behind speaks for it.
        """
        past = [entry for entry in self.entries(record) if entry.period.end <= day]
        if not past:
            plain = CurrentState(_text(record.get("status")), deadline(record.get("frist")), None, None, None)
            return self._held(plain, [record.fields], day)
        spoken = list(reversed(_by_weight(past)))
        said = next((entry for entry in spoken if entry.status), None)
        status = said.status if said is not None else None
        moved = next((entry for entry in spoken if entry.fields.get("ny_frist") is not None), None)
        state = CurrentState(
            status=status or _text(record.get("status")),
            deadline=moved.new_deadline if moved else deadline(record.get("frist")),
            progress=next((entry.progress for entry in spoken if entry.progress is not None), None),
            entry=spoken[0] if spoken else None,
            moved_in=moved,
        )
        return self._held(state, [said.fields, record.fields] if said is not None else [record.fields], day)

    def _held(self, state: CurrentState, said: list[dict[str, Any]], day: date) -> CurrentState:
        """Tell of work on hold until when it is, and whether somebody has said why it may wait."""
        if state.status != ON_HOLD:
            return state
        return state._replace(excused=is_excused(said, self.plans, day), until=waits_until(said))

    def new_deadlines(self, record: Record, day: date) -> Iterator[Reported]:
        """Yield the new deadlines that the reports of one period after another put in force, as far as a day."""
        from planctl.history.postponed import Reported

        entries = [entry for entry in self.entries(record) if entry.new_deadline is not None]
        told, before = date.min, None
        for end in dict.fromkeys(entry.period.end for entry in entries if entry.period.end <= day):
            entry = self.at(record, end).moved_in
            if entry is None or entry is before or entry.new_deadline is None:
                continue
            before, told = entry, max(told, entry.delivered or end)
            unit = entry.unit.id if entry.unit is not None else None
            yield Reported(told, entry.new_deadline, end, entry.report.name, entry.period_text, unit)

    def _read(self, record: Record) -> Iterator[StatusEntry]:
        for ref, report in self._graph.refs_to(record, *self._fields):
            period = parse_period(report.get("periode"))
            if report.kind != "rapportering" or period is None:
                continue
            group = report.get(ref.field)
            said = group.get(ref.target) if isinstance(group, dict) else None
            yield StatusEntry(
                report=report,
                period=period,
                period_text=str(report.get("periode")),
                unit=unit_of_report(report, self._graph),
                delivered=parse_date(report.get("levert")),
                fields=said if isinstance(said, dict) else {},
                place=ref.place,
            )


def _order(entry: StatusEntry) -> tuple[date, date, str]:
    return entry.period.end, entry.delivered or entry.period.end, entry.report.path


def _by_weight(entries: list[StatusEntry]) -> list[StatusEntry]:
    """Order the entries so that each unit's last word on the last period comes last, the gravest at the end."""
    last = {entry.unit: entry for entry in entries if entry.period.end == entries[-1].period.end}
    words = sorted(last.values(), key=lambda entry: _weight(entry.status))
    return [entry for entry in entries if entry not in words] + words


def _weight(status: str | None) -> int:
    return _GRAVITY.index(status) if status in _GRAVITY else -1


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
