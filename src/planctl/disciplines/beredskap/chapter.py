"""The chapter on exercises in the annual report: which were held, what they showed, and what is followed up of it."""

from __future__ import annotations

from planctl.disciplines.matters import Matters
from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field, field_table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.period import parse_date
from planctl.world import World

_FIELDS = (
    "tittel", "dato", "form", "plan", Field("scenario", 60, "workbook"), Field("deltakere", 50, "workbook"),
    "ansvarlig", Field("læring", 60), "neste",
)  # fmt: skip


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in a report that is not of a year, and where no exercise has been held."""
    if not occasion.is_annual:
        return None
    rows = [(day, item) for item in records_for(world, occasion, "øvelse") if (day := parse_date(item.get("dato")))]
    held = [item for day, item in sorted(rows, key=lambda row: row[0], reverse=True) if day <= occasion.day]
    matters = Matters.of(world, occasion, "funn").under(*world.plans.of_kind("øvelse"))
    if not held and not matters.known:
        return None
    count = sum(day in occasion.period for day, _ in rows)
    return Chapter(
        T("{Øvelse_pl} of the plans for emergencies"),
        (
            T("{Øvelse_pl} held in the period: {count}.", count=count),
            *([matters.told_of_funn] if matters.known else []),
        ),
        (
            *field_table(world, held, _FIELDS, T("{Øvelse_pl}")),
            *matters.table(matters.open, T("To be followed up"), ("slag",)),
        ),
        shares([*held, *(item.record for item in matters.known)]),
    )
