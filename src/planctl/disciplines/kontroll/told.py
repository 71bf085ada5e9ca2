"""What a report is about of the controls: the records it covers, and what they found."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.disciplines.matters import Matters
from planctl.disciplines.records import unit_of
from planctl.domain.matters import Matter
from planctl.model.chapter import Occasion
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

CONTROL, REVIEW, MATURITY, INSPECTION, AUDIT = "internkontroll", "lovgjennomgang", "modenhet", "tilsyn", "egenkontroll"
FINDERS = (CONTROL, REVIEW, INSPECTION, AUDIT)
"""The kinds that find something."""
_STEPS = ("dato", "rapport", "svart", "avsluttet", "behandlet")
"""The days of an inspection or an audit: when it was held, told of, answered, ended and dealt with."""


def covered(world: World, occasion: Occasion, kind: str) -> list[Record]:
    """Give the records of a kind that are of a unit, or of those who answer for them; of two with an id the first."""
    plans = world.plans
    return [
        record
        for record in plans.of_kind(kind)
        if plans.get(record.id) is record
        and (occasion.covers(unit_of(world, record)) or occasion.covers(_place(record)))
    ]


def _place(record: Record) -> str | None:
    """Give the unit that a record is about: its own, else that of the register it stands in."""
    unit, _ = record.inherited("enhet")
    return unit if isinstance(unit, str) else None


def made_by(records: Iterable[Record], occasion: Occasion) -> list[Record]:
    """Keep those whose `dato` had come by the day, the newest first."""
    rows = [(made, record) for record in records if (made := parse_date(record.get("dato"))) is not None]
    return [record for made, record in sorted(rows, key=lambda row: row[0], reverse=True) if made <= occasion.day]


def of_period(records: Iterable[Record], occasion: Occasion, matters: Matters) -> list[Record]:
    """Keep those that something happened to in the period, and those of which something was open on its day."""
    still = {item.record.parent for item in matters.open}
    return [record for record in made_by(records, occasion) if record in still or _happened(record, occasion)]


def _happened(record: Record, occasion: Occasion) -> bool:
    days = (parse_date(record.get(field)) for field in _STEPS)
    return any(day is not None and day in occasion.period for day in days)


def found(world: World, occasion: Occasion) -> Matters:
    """Gather what the controls found, as far as those that the report is about answer for it."""
    return Matters.of(world, occasion, "funn").under(*world.plans.of_kind(*FINDERS))


def breaks_law(item: Matter) -> bool:
    """Tell whether what was found is a breach of law."""
    return item.record.get("slag") == "lovbrudd" or item.record.get("lovbrudd") is True
