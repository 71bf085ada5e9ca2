"""The documents: the statistics of avvik, and ledelsens gjennomgang with all that its period held."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik import phrases, tables
from planctl.disciplines.avvik.counts import SMALL
from planctl.disciplines.avvik.repeats import repeats
from planctl.disciplines.avvik.review_chapter import review_chapters
from planctl.disciplines.avvik.told import Told
from planctl.disciplines.avvik.trend import trend
from planctl.disciplines.details import about
from planctl.disciplines.document import ChapterDocument
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.model.chapter import Table as Rows
from planctl.model.illustrative import shares
from planctl.world import World


def _statistics(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    told = Told.of(world, occasion)
    if not told.now and not told.open:
        return ()
    return tuple(_parts(told))


def _parts(told: Told) -> Iterator[Chapter]:
    yield Chapter(
        T("The whole picture"),
        (*about(told.world, told.occasion, "avviksregister"), *phrases.paragraphs(told), phrases.weighed(told)),
        (*tables.by_slag(told), *tables.by_month(told), *tables.by_source(told)),
        shares(one.record for one in told.now),
        pictures=trend(told),
    )
    yield from _of(T("Areas and categories"), SMALL, *tables.by_area(told), *tables.by_category(told))
    yield from _of(T("Units"), None, *tables.by_unit(told))
    yield from _of(T("Causes and repeats"), None, *tables.by_cause(told), *repeats(told))
    yield from _of(T("What is done about them"), SMALL, *tables.by_receiver(told), *phrases.followed(told))


def _of(title: Text, said: Text | None, *found: Rows) -> Iterator[Chapter]:
    if found:
        yield Chapter(title, () if said is None else (said,), found)


DOCUMENTS = (
    ChapterDocument("avviksstatistikk", T("Statistics of {avvik_pl}"), _statistics),
    ChapterDocument("ledelsens-gjennomgang", T("{Ledelsens-gjennomgang}"), review_chapters),
)
