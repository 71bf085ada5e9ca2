"""The eierskapsmelding (kommuneloven § 26-1): the principles, the survey, and the purpose of each ownership.

What the law asks stands first, in its order; strategies, accounts and meetings follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.details import about
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.eierskap.accounts import accounts, newest_year
from planctl.disciplines.eierskap.companies import REGISTER
from planctl.disciplines.eierskap.meetings import meetings
from planctl.disciplines.eierskap.picture import picture
from planctl.disciplines.eierskap.told import by_form, counts, held, purposes, strategies, survey
from planctl.disciplines.records import titled
from planctl.disciplines.register import value_text
from planctl.domain.adoption import adoption
from planctl.i18n import T, Text
from planctl.law.versions import OWNERSHIP, version_at
from planctl.model.chapter import Chapter, Items, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.world import World


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    records = held(world, occasion)
    if not records:
        return ()
    year = newest_year(records, occasion.day.year)
    made = [
        *_principles(world, occasion),
        Chapter(
            T("Survey"),
            (_whole(records),),
            (*counts(world, records, T("By form")), *survey(world, records, T("All"))),
            shares(records),
            pictures=picture(world, records),
        ),
        Chapter(
            T("The purpose of each ownership"),
            parts=tuple(
                Chapter(value_text(world, form) if form else T("Form not told"), (), purposes(world, some))
                for form, some in by_form(records)
            ),
        ),
    ]
    more = (
        Chapter(T("Ownership strategies"), (), strategies(world, records)),
        Chapter(T("Results and dividends"), (), accounts(records, year) if year else ()),
        Chapter(T("{Eiermøte_pl} in {year}", year=str(occasion.day.year)), (), meetings(world, records, occasion)),
    )
    return (*made, *(chapter for chapter in more if chapter.tables))


def _whole(records: Sequence[Record]) -> Text:
    return T(
        "{Selskap_pl} and other interests: {count}. The share is the municipality's own, in percent.",
        count=len(records),
    )


def _principles(world: World, occasion: Occasion) -> Iterator[Chapter]:
    if occasion.of_unit:
        return
    registers = list(world.plans.of_kind(REGISTER))
    points = tuple(T("{text}", text=item) for record in registers for item in record.texts("prinsipper"))
    told = tuple(item for record in registers for item in _about(world, record, occasion))
    told += tuple(about(world, occasion, REGISTER, "periode"))
    if points or told:
        yield Chapter(T("Principles of ownership"), told, notes=(Items(points, apart=True),) if points else ())


def _about(world: World, record: Record, occasion: Occasion) -> Iterator[Text]:
    """Tell what the law asks, when the newest one was adopted, and which body follows up."""
    version = version_at(OWNERSHIP, occasion.day)
    if version is not None and record.get("prinsipper"):
        yield T("At least once in each valgperiode the council adopts an eierskapsmelding ({law}).", law=version.cited)
    for paper in world.graph.targets(record, "eierskapsmelding"):
        found = adoption(paper, world.plans)
        time = time_words(found.when) if found is not None else None
        if found is not None and time is not None:
            body = titled(world, found.fields.get("organ"))
            yield T("«{title}» is adopted by {body} {day}.", title=paper.title, body=body or "", day=time)
    body = titled(world, record.get("eierorgan"))
    if body:
        yield T("The body that follows up the ownership: {body}.", body=body)


DOCUMENT = ChapterDocument("eierskapsmelding", T("Eierskapsmelding"), _chapters)
