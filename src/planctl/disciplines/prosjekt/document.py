"""The report to the portfolio board, spring and autumn: how projects go, what is to be decided, and the benefits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from planctl.disciplines.details import facts, part_table
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.matters import Matters
from planctl.disciplines.prosjekt.benefit_table import benefit_table
from planctl.disciplines.prosjekt.benefits import KIND
from planctl.disciplines.prosjekt.chapter import benefit_words, drawn, project_words, steering_words
from planctl.disciplines.prosjekt.portfolio import portfolios, told, within
from planctl.disciplines.prosjekt.projects import Project
from planctl.disciplines.prosjekt.tables import decision_table, delivery_table, handed_over, money_table, project_table
from planctl.disciplines.records import marked, titled
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World

_AHEAD = timedelta(days=183)
"""How far ahead the board looks: to its next report, half a year."""


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    found = told(world, occasion)
    held = [(portfolio, within(world, portfolio, found)) for portfolio in portfolios(world)]
    inside = {item.record for _, mine in held for item in mine}
    made = [chapter for portfolio, mine in held if mine for chapter in _portfolio(world, occasion, portfolio, mine)]
    others = [item for item in found if item.record not in inside]
    if others:
        title = T("{Prosjekt_pl} outside the {portefølje_pl}") if made else T("{Prosjekt_pl}")
        made += _parts(world, occasion, others, title, (), draw=not made)
    return tuple(made)


def _portfolio(world: World, occasion: Occasion, portfolio: Record, mine: Sequence[Project]) -> list[Chapter]:
    title = T("{title}", title=marked(portfolio))
    first = portfolio == portfolios(world)[0]
    return _parts(world, occasion, mine, title, tuple(_about(world, portfolio)), draw=first)


def _about(world: World, portfolio: Record) -> Iterator[Text]:
    """Tell who leads a portfolio, and with which handlingsprogram it was adopted."""
    yield from facts(world, portfolio, "periode")
    board = titled(world, portfolio.get("organ"))
    if board:
        yield T("To: {board}.", board=board)
    program = next(iter(world.graph.targets(portfolio, "handlingsprogram")), None)
    if program is not None:
        yield T("Adopted with: {title}.", title=marked(program))


def _parts(
    world: World, occasion: Occasion, mine: Sequence[Project], title: Text, said: tuple[Text, ...], *, draw: bool
) -> list[Chapter]:
    """Make the chapters on some projects; pictures are drawn once in a document."""
    day, records = occasion.day, [item.record for item in mine]
    benefits = Matters.of(world, occasion, KIND).under(*records)
    made = [
        Chapter(
            title,
            (*said, *project_words(world, mine, day), *steering_words(mine, day)),
            (
                *project_table(world, mine, day),
                *money_table(world, mine, day, T("Money")),
                *handed_over(world, mine, day, T("Handed over to the line")),
            ),
            shares(records),
            pictures=drawn(world, mine, day) if draw else (),
        )
    ]
    coming = (
        *decision_table(world, mine, day, day + _AHEAD, T("To be decided in the next half year")),
        *delivery_table(world, mine, occasion.period, T("Deliverables")),
        *part_table(world, records, "beslutningspunkter", T("All decisions")),
    )
    if coming:
        made.append(Chapter(T("Decisions and deliverables"), (), coming))
    if benefits.known:
        words = tuple(benefit_words(benefits))
        kept = shares(item.record for item in benefits.known)
        of = [item.record for item in benefits.known]
        tables = (
            *benefit_table(benefits, benefits.known),
            *part_table(world, of, "målinger", T("Measured")),
            *part_table(world, of, "måltall", T("Aims")),
        )
        made.append(Chapter(T("{Gevinst_pl}"), words, tables, kept))
    return made


DOCUMENT = ChapterDocument("porteføljerapport", T("Report on the {portefølje}"), _chapters)
