"""What reports tell of contracts: those that run, what must be decided, and how they were followed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from planctl.disciplines.details import whole_table
from planctl.disciplines.kontrakt.contracts import KIND, PLANNED, RUNS, Contract
from planctl.disciplines.matters import Matters
from planctl.disciplines.records import marked, records_for, titled, unit_of
from planctl.disciplines.register import Field, value_text, widened
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Occasion, Table
from planctl.model.period import parse_date
from planctl.world import World

BREACH = "mislighold"
_AHEAD = timedelta(days=365)
"""How long ahead reports look for what must be decided."""


def held(world: World, occasion: Occasion) -> list[Contract]:
    """Give the contracts that a report is about and that had been made by its day, the first to end first."""
    every = (Contract(record) for record in records_for(world, occasion, KIND))
    mine = (one for one in every if one.start is None or one.start <= occasion.day or one.status == PLANNED)
    return sorted(mine, key=lambda one: (one.end or date.max, one.record.name))


def running(contracts: Sequence[Contract], day: date) -> list[Contract]:
    """Give those that run on a day."""
    return [one for one in contracts if one.runs_at(day)]


def breaches(world: World, occasion: Occasion) -> Matters:
    """Gather what suppliers have not kept."""
    return Matters.of(world, occasion, BREACH)


def to_decide(contracts: Sequence[Contract], day: date) -> list[tuple[date, Contract, Text]]:
    """Give what must be decided within a year, the first first: an option, or what comes after the end."""
    found = []
    for one in contracts:
        if one.is_over:
            continue
        option, end = one.waiting, one.end
        due = one.due(option) if option is not None else None
        if due is not None and due <= day + _AHEAD:
            found.append((due, one, T("the option is taken or not")))
        elif end is not None and end <= day + _AHEAD and option is None:
            found.append((end, one, T("what comes after the end")))
    return sorted(found, key=lambda row: (row[0], row[1].record.name))


def paragraphs(contracts: Sequence[Contract], matters: Matters, occasion: Occasion) -> Iterator[Text]:
    """Tell how many contracts there are, what must be decided, and what is not kept."""
    day = occasion.day
    still = running(contracts, day)
    followed = sum(any(True for _ in events(one, occasion)) for one in still)
    yield T(
        "{Kontrakt_pl} that run on {day}: {count}. Followed up in the period: {followed}. To be decided within a year: "
        "{decide}.",
        day=day, count=len(still), followed=followed, decide=len(to_decide(contracts, day)),
    )  # fmt: skip
    if matters.known:
        yield T("{Mislighold_pl}. {told}", told=matters.told)


def overview(world: World, contracts: Sequence[Contract], title: Text | None = None) -> tuple[Table, ...]:
    """Tell contracts, each with its last day and the option that waits."""
    fields = (
        Field("tittel", 40, title=T("{Kontrakt}")), Field("leverandør", 26), Field("tjeneste", 30),
        Field("slag", 16, "workbook"),
        Field("ansvarlig", 28), Field("fra", where="workbook"), Field("årsverdi", kind="amount"),
        Field("verdi", kind="amount", where="workbook"), Field("neste"),
    )  # fmt: skip
    alike = all(one.status == RUNS for one in contracts)
    columns = (
        Column(T("Last day"), "date"),
        Column(T("Option to be decided by"), "date"),
        Column(T("Status"), width=16, where="workbook" if alike else "both"),
    )
    rows = ((one.end, _due(one), value_text(world, one.status)) for one in contracts)
    return widened(whole_table(world, [one.record for one in contracts], fields, title, ("status",)), columns, rows)


def decisions(world: World, contracts: Sequence[Contract], day: date, title: Text | None = None) -> tuple[Table, ...]:
    """Tell what must be decided within a year."""
    columns = (
        Column(T("To be decided by"), "date"),
        Column(T("{Kontrakt}"), width=40),
        Column(T("What is to be decided"), width=36),
        Column(T("Who owns the {kontrakt}"), width=30),
    )
    rows = tuple(
        (due, marked(one.record), what, titled(world, unit_of(world, one.record)))
        for due, one, what in to_decide(contracts, day)
    )
    return (Table(columns, rows, title),) if rows else ()


def follow_up(
    world: World, contracts: Sequence[Contract], occasion: Occasion, title: Text | None = None
) -> tuple[Table, ...]:
    """Tell what was followed up in the period, the newest first."""
    found = [(day, one, row) for one in contracts for day, row in events(one, occasion)]
    rows = tuple(_event(world, *item) for item in sorted(found, key=lambda item: item[0], reverse=True))
    columns = (
        Column(T("Date"), "date"),
        Column(T("{Kontrakt}"), width=40),
        Column(T("What was followed up"), width=16),
        Column(T("Result"), width=14),
        Column(T("Comment"), width=60),
    )
    return (Table(columns, rows, title),) if rows else ()


def events(contract: Contract, occasion: Occasion) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield what was done in the period to follow up a contract."""
    rows = contract.record.get("oppfølging")
    for row in rows if isinstance(rows, list) else ():
        day = parse_date(row.get("dato")) if isinstance(row, dict) else None
        if day is not None and day in occasion.period:
            yield day, row


def _event(world: World, day: date, contract: Contract, row: dict[str, Any]) -> tuple[Cell, ...]:
    words = [
        value_text(world, row[name]) if isinstance(row.get(name), str) else None for name in ("område", "resultat")
    ]
    comment = row.get("kommentar")
    return (day, marked(contract.record), *words, comment if isinstance(comment, str) else None)


def _due(contract: Contract) -> date | None:
    option = contract.waiting
    return contract.due(option) if option is not None and not contract.is_over else None
