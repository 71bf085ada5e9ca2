"""The tables of controls: each with its dates as the schema names them, and the counts of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from planctl.disciplines.details import whole_table
from planctl.disciplines.kontroll.controls import council_decision, done, last_done, level
from planctl.disciplines.matters import Matters
from planctl.disciplines.register import Field, value_text, widened
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Occasion, Table
from planctl.model.period import known_day, parse_date
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.world import World

Tables = tuple[Table, ...]
_FOUND = (
    Column(T("Breaches of law"), "number", 12),
    Column(T("Deviations found"), "number", 12),
    Column(T("Others"), "number", 10, where="workbook"),
    Column(T("Open"), "number", 10),
)
_LAWS = ("følges", "følges delvis", "følges ikke")


def inspections(world: World, records: Sequence[Record], matters: Matters, title: Text | None = None) -> Tables:
    """Tell of state inspections."""
    fields = ("tittel", "myndighet", "enhet", "dato", Field("rapport", where="workbook"), "svarfrist",
              Field("varslet", where="workbook"),
              Field("svart", where="workbook"), "avsluttet")  # fmt: skip
    return widened(whole_table(world, records, fields, title), _FOUND, _counts(records, matters))


def audits(world: World, records: Sequence[Record], matters: Matters, title: Text | None = None) -> Tables:
    """Tell of audits for the council, with the day the council dealt with each."""
    fields = (
        "tittel",
        Field("slag", where="workbook"),
        "enhet",
        Field("bestilt_av", 24, "workbook"),
        Field("bestilt", where="workbook"),
        Field("utført_av", 26),
        "dato",
        "behandlet",
    )
    council = Column(T("The council"), "date")
    days = [(_council(world, record),) for record in records]
    made = widened(whole_table(world, records, fields, title), (council,), days)
    return widened(made, _FOUND, _counts(records, matters))


def controls(world: World, occasion: Occasion, records: Sequence[Record], title: Text | None = None) -> Tables:
    """Tell of internal controls: how often each is done, the newest result, and when it is to be done again."""
    more = (
        Column(T("Done in the period"), "number", 12),
        Column(T("Last done"), "date"),
        Column(T("Result"), width=18),
    )
    fields = (
        "tittel",
        Field("område", where="workbook"),
        "hyppighet",
        "ansvarlig",
        Field("dokumentasjon", 40, "workbook"),
        "neste",
    )
    rows = (_control(world, record, occasion) for record in records)
    return widened(whole_table(world, records, fields, title), more, rows)


def by_area(world: World, occasion: Occasion, records: Sequence[Record], title: Text | None = None) -> Tables:
    """Count the controls of each area: how many there are, how often they were done, and with what result."""
    areas: dict[str, list[Record]] = {}
    for record in records:
        areas.setdefault(str(record.get("område") or ""), []).append(record)
    results = ("i orden", "mangler", "alvorlige mangler")
    columns = (
        Column(T("Area"), width=32),
        Column(T("{Internkontroll_pl}"), "number", 14),
        Column(T("Done in the period"), "number", 12),
        *(Column(T("{word}", word=value_text(world, result)), "number", 14) for result in results),
    )
    rows = tuple(_area(name, mine, occasion, results) for name, mine in areas.items())
    return (Table(columns, rows, title),) if rows else ()


def reviews(world: World, records: Sequence[Record], title: Text | None = None) -> Tables:
    """Tell of the reviews of laws, with how many laws are followed."""
    more = tuple(Column(T("{word}", word=value_text(world, word)), "number", 12) for word in _LAWS)
    rows = (_laws(record) for record in records)
    return widened(whole_table(world, records, ("tittel", "enhet", "dato", "ansvarlig", "neste"), title), more, rows)


def maturity(world: World, occasion: Occasion, records: Sequence[Record], title: Text | None = None) -> Tables:
    """Tell how mature areas are: on the first day of the period, on its last, and as they are to be."""
    more = (Column(T("Before"), "number", 10), Column(T("Today"), "number", 10))
    rows = ((level(record, occasion.period.start), level(record, occasion.day)) for record in records)
    fields = ("tittel", Field("enhet", where="workbook"), "ansvarlig", "ambisjon", "ambisjon_innen")
    return widened(whole_table(world, records, fields, title), more, rows)


def _counts(records: Sequence[Record], matters: Matters) -> Iterator[tuple[Cell, ...]]:
    for record in records:
        mine = matters.under(record)
        slag = Counter(str(item.record.get("slag")) for item in mine.known)
        others = len(mine.known) - slag["lovbrudd"] - slag["avvik"]
        yield slag["lovbrudd"], slag["avvik"], others, len(mine.open)


def _council(world: World, record: Record) -> Cell:
    decision = council_decision(record, world)
    return time_words(known_day(decision.fields.get("dato"))) if decision is not None else None


def _control(world: World, record: Record, occasion: Occasion) -> tuple[Cell, ...]:
    rows = done(record, occasion.day)
    times = sum((made := parse_date(row["dato"])) is not None and made in occasion.period for row in rows)
    result = value_text(world, str(rows[-1].get("resultat"))) if rows else None
    return times, last_done(record, occasion.day), result


def _area(name: str, records: Sequence[Record], occasion: Occasion, results: Sequence[str]) -> tuple[Cell, ...]:
    rows = [row for record in records for row in done(record, occasion.day)]
    mine = [row for row in rows if (made := parse_date(row["dato"])) is not None and made in occasion.period]
    counts = Counter(str(row.get("resultat")) for row in mine)
    return (
        T("{title}", title=name) if name else T("No area"),
        len(records),
        len(mine),
        *(counts[result] for result in results),
    )


def _laws(record: Record) -> tuple[Cell, ...]:
    laws = record.get("lover")
    counts = (
        Counter(str(row.get("vurdering")) for row in laws if isinstance(row, dict)) if isinstance(laws, list) else {}
    )
    return tuple(counts.get(word, 0) for word in _LAWS)
