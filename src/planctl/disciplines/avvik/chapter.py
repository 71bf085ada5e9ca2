"""The chapter on avvik and forbedringer in the annual report, with what ledelsens gjennomgang decided."""

from __future__ import annotations

from planctl.disciplines.avvik import phrases, reviews, tables
from planctl.disciplines.avvik.told import Told
from planctl.disciplines.avvik.trend import trend
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World

_NAME = "avviksmeldinger"
"""What templates know it by: `avvik` is the chapter on work that is late."""
_YEAR, _LARGEST = 360, 10
"""Days: a report on a longer period is of a year. And how many categories it names."""


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in a report on less than a year, and where nothing is reported or gone through."""
    told = Told.of(world, occasion)
    held = reviews.held(world, occasion)
    annual = (occasion.period.end - occasion.period.start).days >= _YEAR
    if not annual or not (told.now or told.open or held):
        return None
    return Chapter(
        T("{Avvik_pl} and improvements"),
        (*phrases.paragraphs(told), phrases.weighed(told)) if told.known else (),
        (
            *tables.by_slag(told),
            *tables.by_area(told),
            *tables.by_category(told, _LARGEST),
            *phrases.followed(told),
            *reviews.listed(world, held),
            *reviews.decisions(world, occasion, held),
        ),
        shares([*(one.record for one in told.now), *held]),
        name=_NAME,
        pictures=trend(told),
    )
