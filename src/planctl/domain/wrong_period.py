"""When all that stands in a file lies outside its years, the years are wrong: one finding, not one for each line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from planctl.findings.diagnostic import Finding, finding
from planctl.i18n import T
from planctl.model.record import Record


def by_file(records: Iterable[Record]) -> Iterator[tuple[Record, list[Record]]]:
    """Part records by the plan that they stand in."""
    found: defaultdict[Record, list[Record]] = defaultdict(list)
    for record in records:
        found[record.plan].append(record)
    for rows in found.values():
        yield rows[0].plan, rows


def wrong_period(code: str, plan: Record, outside: Sequence[tuple[Record, int]], count: int) -> Finding | None:
    """Find a plan of whose `count` dated records, at least two, all are `outside` its years; with each one's year."""
    if count < 2 or len(outside) < count:
        return None
    written = str(plan.get("periode"))
    years = {year for _, year in outside}
    message = T(
        "None of the {count} dates in «{id}» lies within its period {period}", count=count, id=plan.name, period=written
    )
    hint = T("Correct the period, or the dates.")
    if len(years) == 1 and written.isdigit():
        hint = T("Write «periode: {year}», the year of all the dates.", year=str(*years))
    first = outside[0][0]
    return finding(code, plan, message, "periode", help=hint, related=[(first.place(), T("the first of them"))])
