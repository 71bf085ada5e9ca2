"""The chapter on samskaping in the annual report: how much of each form, with whom, and what came of it."""

from __future__ import annotations

from planctl.disciplines.samskaping.told import counts, held, table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in a report on less than a year, and where nothing is made together."""
    records = held(world, occasion) if occasion.is_annual else []
    if not records:
        return None
    return Chapter(
        T("{Samskaping}"),
        (
            T(
                "What the municipality does together with others. The form tells who leads: from «styrt», where the "
                "municipality does, to «fasiliterende», where others do and the municipality makes it possible."
            ),
        ),
        (*counts(world, records, occasion.day, T("By form")), *table(world, records, T("{Samskaping_pl}"))),
        shares(records),
    )
