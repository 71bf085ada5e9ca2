"""The chapter on authority in the annual report: how much holds, and what was given or ended in the year."""

from __future__ import annotations

from planctl.disciplines.fullmakt.authority import KIND
from planctl.disciplines.fullmakt.overview import counted, holding, table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

_YEAR = 360
"""Days; a report on a longer period is of a year."""


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter of a year for the whole municipality; None where no authority is entered."""
    annual = (occasion.period.end - occasion.period.start).days >= _YEAR
    found = holding(world, occasion.day) if annual and not occasion.of_unit else []
    if not found:
        return None
    changed = [record for record in world.plans.of_kind(KIND) if _changed_in(record, occasion)]
    return Chapter(
        T("{Fullmakt_pl}"),
        (
            counted(found),
            T("Authority can be delegated, and not the duty to see that it is used well."),
        ),
        table(world, changed, T("Given or ended in the year")),
        shares(found),
    )


def _changed_in(record: Record, occasion: Occasion) -> bool:
    """Tell whether an authority was given, or ended, in the period."""
    days = (parse_date(record.get(field)) for field in ("fra", "til"))
    return any(day is not None and day in occasion.period for day in days)
