"""The chapter on innovation and simplification in the annual report: the two loops, and what was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.records import records_for
from planctl.disciplines.utvikling.loop import loop_pictures
from planctl.disciplines.utvikling.steps import reached
from planctl.disciplines.utvikling.tables import by_step, innovations_table, known_at, simplifications_table
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in the reports on a tertial, and where there is neither."""
    return told(world, occasion, T("Innovation and simplification")) if occasion.is_annual else None


def told(world: World, occasion: Occasion, title: Text) -> Chapter | None:
    """Tell the innovations and simplifications that an occasion covers; None without any."""
    day = occasion.day
    mine = [one for one in records_for(world, occasion, "innovasjon", "forenkling") if known_at(one, day)]
    new, simpler = [[one for one in mine if one.kind == kind] for kind in ("innovasjon", "forenkling")]
    if not mine:
        return None
    counts = (by_step(new, day),) if new and not occasion.of_unit else ()
    return Chapter(
        title,
        tuple(_sentences(new, simpler, occasion)),
        (*counts, *innovations_table(world, new, day), *simplifications_table(world, simpler)),
        shares(mine),
        pictures=() if occasion.of_unit else loop_pictures(new, day),
    )


def _sentences(new: Sequence[Record], simpler: Sequence[Record], occasion: Occasion) -> Iterator[Text]:
    period = occasion.period
    dates = [dict(reached(record)) for record in new]
    ideas, used = (sum(step in row and row[step] in period for row in dates) for step in ("idé", "nyttiggjort"))
    if new:
        yield T(
            "{Innovasjon_pl}: {count}. New ideas in the period: {ideas}. Put to use in the period: {used}.",
            count=len(new), ideas=ideas, used=used,
        )  # fmt: skip
        yield T(
            "The loop goes from idea to something new, which is tried until it is useful, is put to use, and is "
            "taught. What is put to use becomes one of the {rutine_pl}, and is improved with the others."
        )
    if simpler:
        yes = sum(one.get("beslutning") == "innføre" for one in simpler)
        yield T("{Forenkling_pl}: {count}. To be introduced: {yes}.", count=len(simpler), yes=yes)
