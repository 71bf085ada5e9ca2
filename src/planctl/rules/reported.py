"""What the rules 612, 613 and 620 ask of reports on tiltak and oppdrag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from planctl.diagnostic import Finding
from planctl.i18n import Text
from planctl.model.record import Record
from planctl.reporting import Entry, Reporting
from planctl.rules.rule import Context
from planctl.source import Place


def newest_entries(context: Context, reporting: Reporting | None = None) -> Iterator[tuple[Record, Entry]]:
    """Yield each unit's newest report on each tiltak and oppdrag, on the ended periods of the year that runs."""
    reporting = reporting or context.reporting
    year_start, today = date(context.today.year, 1, 1), context.today
    for record in context.plans.of_kind("tiltak", "oppdrag"):
        entries = [entry for entry in reporting.entries(record) if year_start <= entry.period.end <= today]
        for entry in {id(entry.unit): entry for entry in entries}.values():
            yield record, entry


def at_status(
    code: str, entry: Entry, message: Text, hint: Text, related: Iterable[tuple[Place, Text]] = ()
) -> Finding:
    """Make a finding at the status that a unit reported on a record."""
    place = entry.place
    if isinstance(place.at, tuple):
        place = Place(place.path, (*place.at, "status"))
    return Finding(code, place, message, hint, entry.report.id, "status", tuple(related))
