"""What the rules 611–618 ask of reports: whose they are, which period, and their sums."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.organisation import closed, opened
from planctl.domain.reporter import is_told, unit_of_report
from planctl.model.period import Period, parse_period
from planctl.model.record import Record
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.world import World

AMOUNTS = ("årsbudsjett_opprinnelig", "årsbudsjett_regulert", "budsjett_hittil", "regnskap_hittil", "prognose")


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a unit on a period of the year that runs."""

    record: Record
    period: Period
    unit: Record

    def amount(self, *fields: str) -> int | None:
        """Return the first of some sums that is given."""
        group = self.record.get("økonomi")
        values = [group.get(field) for field in fields] if isinstance(group, dict) else []
        return next((value for value in values if isinstance(value, int) and not isinstance(value, bool)), None)


def reports(world: World) -> list[Report]:
    """Give the units' reports on ended periods of the year that runs, oldest first; closed years are left in peace."""
    found = []
    year_start = date(world.today.year, 1, 1)
    for record in world.plans.of_kind("rapportering"):
        period = parse_period(record.get("periode"))
        unit = unit_of_report(record, world.graph)
        if period is not None and unit is not None and year_start <= period.end <= world.today:
            found.append(Report(record, period, unit))
    return sorted(found, key=lambda report: (report.period.end, str(report.record.get("levert")), report.record.path))


def newest(rows: list[Report], *fields: str) -> dict[Record, Report]:
    """Give each unit's newest report that holds a sum (or any report, when no field is named)."""
    return {row.unit: row for row in rows if not fields or row.amount(*fields) is not None}


def units_below(unit: Record, world: World, kind: str, told: Container[Record]) -> list[Record]:
    """Give the units of a kind below a unit: those active in the year that runs, and those that have told (`id()`)."""
    found = [unit]
    for here in found:
        found += [below for _, below in world.graph.refs_to(here, "overordnet") if below not in found]
    return [below for below in found[1:] if below.kind == kind and (below in told or active(below, world))]


def active(unit: Record, world: World) -> bool:
    """Tell whether a unit is there on some day of the year that runs."""
    first, last, year = opened(unit), closed(unit), world.today.year
    return (first is None or first.first.year <= year) and (last is None or last.year >= year)


def illegible(world: World) -> Iterator[Record]:
    """Yield the reports whose unit or period cannot be told (103, 106, 201)."""
    for record in world.plans.of_kind("rapportering"):
        if parse_period(record.get("periode")) is None or not is_told(record, world.graph):
            yield record
