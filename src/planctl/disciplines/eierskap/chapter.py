"""The chapter on ownership in the annual report: how many companies there are, how they did, and when owners met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.eierskap.accounts import accounts, newest_year
from planctl.disciplines.eierskap.meetings import meetings
from planctl.disciplines.eierskap.told import counts, due_strategies, held
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in a report on less than a year, and where no company is owned."""
    records = held(world, occasion) if occasion.is_annual else []
    if not records:
        return None
    year = newest_year(records, occasion.day.year)
    results = accounts(records, year, 1, T("Results and dividends in {year}", year=str(year))) if year else ()
    return Chapter(
        T("Ownership"),
        tuple(paragraphs(world, records, occasion)),
        (
            *counts(world, records, T("What the municipality owns")),
            *results,
            *meetings(world, records, occasion, T("{Eiermøte_pl}")),
        ),
        shares(records),
    )


def paragraphs(world: World, records: Sequence[Record], occasion: Occasion) -> Iterator[Text]:
    """Tell how many companies there are, and which have a purpose and a strategy."""
    yield T(
        "{Selskap_pl} and other interests: {count}. With a purpose: {purpose}. With an ownership strategy: {strategy}.",
        count=len(records),
        purpose=sum(bool(record.get("formål")) for record in records),
        strategy=sum(bool(record.get("eierstrategi")) for record in records),
    )
    late = due_strategies(world, occasion.day, occasion.limit)
    if late and not occasion.of_unit:
        yield T("Ownership strategies that were to be gone through: {count}.", count=late)
