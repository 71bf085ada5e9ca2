"""Ledelsens gjennomgang in reports: which were held, and what became of what they decided."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.disciplines.matters import Matters
from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field, field_table
from planctl.i18n import T
from planctl.model.chapter import Occasion, Table
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

REVIEW, DECISION = "ledelsens-gjennomgang", "lederbeslutning"


def held(world: World, occasion: Occasion) -> list[Record]:
    """Give the reviews of a period, the first day first."""
    found = [
        record
        for record in records_for(world, occasion, REVIEW)
        if (day := parse_date(record.get("dato"))) is not None and day in occasion.period
    ]
    return sorted(found, key=lambda record: (str(record.get("dato")), record.name))


def latest(world: World, occasion: Occasion) -> list[Record]:
    """Give the reviews that no later one has taken the place of, those of the whole municipality first."""
    found = list(records_for(world, occasion, REVIEW))
    replaced = {old for record in found for old in world.graph.targets(record, "avløser")}
    kept = [record for record in found if record not in replaced]
    return sorted(kept, key=lambda record: (record.get("enhet") is not None, str(record.get("dato")), record.name))


def listed(world: World, records: Sequence[Record]) -> tuple[Table, ...]:
    """Tell when they were held, of what and by whom."""
    fields = ("tittel", Field("enhet", width=30), "dato", Field("ansvarlig", width=30), "neste")
    return field_table(world, records, fields, T("{Ledelsens-gjennomgang_pl}"))


def decisions(world: World, occasion: Occasion, records: Sequence[Record]) -> tuple[Table, ...]:
    """Tell what was decided in some reviews, or before, and is open or was settled in the period."""
    matters = Matters.of(world, occasion, DECISION)
    still = {*matters.open, *matters.settled}
    mine = [item for item in matters.known if item.record.parent in records or item in still]
    return matters.table(mine, T("{Lederbeslutning_pl}"), ("evaluering.resultat",))
