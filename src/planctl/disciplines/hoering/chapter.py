"""The chapter on hearings: those of the period, what was said by theme and sender, and what became of it."""

from __future__ import annotations

from planctl.disciplines.hoering.comments import by_hearing, by_sender, by_theme, counted, every, heard
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World

_YEAR = 360
"""Days; a report on a longer period is of a year."""


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where nothing was heard in the period. A year's tells also the themes and the senders."""
    found = heard(world, occasion, occasion.period)
    if not found:
        return None
    comments = every(found)
    annual = (occasion.period.end - occasion.period.start).days >= _YEAR
    more = (by_theme(comments), by_sender(world, comments)) if annual and comments else ()
    return Chapter(
        T("{Høring_pl} and {innspill_pl}"),
        (counted(comments),),
        (by_hearing(world, found), *more),
        shares([*(item.record for item in found), *comments]),
    )
