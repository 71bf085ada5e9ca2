"""What the rules 611–618 ask of reports: whose they are, which period, and their sums."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from planctl.model.period import Period, parse_date, parse_period
from planctl.model.record import Record
from planctl.rules.rule import Context

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


def reports(context: Context) -> list[Report]:
    """Give the reports on ended periods of the year that runs, oldest first; closed years are left in peace."""
    found = []
    year_start = date(context.today.year, 1, 1)
    for record in context.plans.of_kind("rapportering"):
        period = parse_period(record.get("periode"))
        unit = next(iter(context.graph.targets(record, "virksomhet")), None)
        if period is not None and unit is not None and year_start <= period.end <= context.today:
            found.append(Report(record, period, unit))
    return sorted(found, key=lambda report: (report.period.end, str(report.record.get("levert")), report.record.path))


def newest(rows: list[Report], *fields: str) -> dict[int, Report]:
    """Give each unit's newest report that holds a sum (or any report, when no field is named)."""
    return {id(row.unit): row for row in rows if not fields or row.amount(*fields) is not None}


def units_below(unit: Record, context: Context, kind: str, told: Container[int]) -> list[Record]:
    """Give the units of a kind below a unit: those active in the year that runs, and those that have told (`id()`)."""
    found = [unit]
    for here in found:
        found += [below for _, below in context.graph.refs_to(here, "overordnet") if below not in found]
    return [below for below in found[1:] if below.kind == kind and (id(below) in told or active(below, context))]


def active(unit: Record, context: Context) -> bool:
    """Tell whether a unit is there on some day of the year that runs."""
    start, end = parse_date(unit.get("fra")), parse_date(unit.get("til"))
    year = context.today.year
    return (start is None or start.year <= year) and (end is None or end.year >= year)


def illegible(context: Context) -> Iterator[Record]:
    """Yield the reports whose unit or period cannot be told (103, 106, 201)."""
    for record in context.plans.of_kind("rapportering"):
        if parse_period(record.get("periode")) is None or not context.graph.targets(record, "virksomhet"):
            yield record
