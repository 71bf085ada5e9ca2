"""What the rules 306, 612, 613, 620 and 621 ask of reports on tiltak and oppdrag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.status_reports import CurrentState, StatusEntry, StatusReports
from planctl.findings.diagnostic import Finding
from planctl.i18n import Text
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.source import Place

if TYPE_CHECKING:
    from planctl.world import World


def newest_entries(
    world: World, reporting: StatusReports | None = None, kinds: Sequence[str] = ("tiltak", "oppdrag")
) -> Iterator[tuple[Record, StatusEntry]]:
    """Yield each unit's newest report on each tiltak and oppdrag, on the ended periods of the year that runs."""
    reporting = reporting or world.status_reports
    year_start, today = date(world.today.year, 1, 1), world.today
    for record in reporting.reported(*kinds):
        entries = [entry for entry in reporting.entries(record) if year_start <= entry.period.end <= today]
        for entry in {entry.unit: entry for entry in entries}.values():
            yield record, entry


def brought_forward(state: CurrentState, record: Record) -> date | None:
    """Return a record's own deadline where the newest report gives it an earlier one (621); else None.

    Of an oppdrag that several units share, one may be done with its part before the others: only a late one counts.
    """
    own, newest = deadline(record.get("frist")), state.entry
    new = newest.new_deadline if newest is not None else None
    whole = record.kind == "tiltak" or state.status == "forsinket"
    earlier = whole and own is not None and new is not None and new < own
    return own if earlier else None


def at_status(
    code: str,
    entry: StatusEntry,
    message: Text,
    hint: Text,
    related: Iterable[tuple[Place, Text]] = (),
    *,
    at: str = "status",
) -> Finding:
    """Make a finding at the status that a unit reported on a record, or at another field of the report on it."""
    place = entry.place
    if isinstance(place.at, tuple):
        place = Place(place.path, (*place.at, at))
    return Finding(code, place, message, hint, entry.report.id, at, tuple(related))
