"""Ledelsens gjennomgang as a document: what was looked at, what the period held, what was found and decided."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik import phrases
from planctl.disciplines.avvik.review_period import covering, events, matters_by_kind
from planctl.disciplines.avvik.reviews import DECISION, latest
from planctl.disciplines.avvik.told import Told
from planctl.disciplines.matters import Matters
from planctl.disciplines.records import marked, text, titled
from planctl.disciplines.register import cell, field_title
from planctl.i18n import T, Term, Text
from planctl.model.chapter import Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import parse_date, parse_period
from planctl.model.record import Record
from planctl.world import World


def review_chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    """Make a chapter of the last review of each unit, that of the whole municipality first; also of one to come."""
    return tuple(_chapter(world, occasion, review) for review in latest(world, occasion))


def _chapter(world: World, occasion: Occasion, review: Record) -> Chapter:
    looked_at = covering(world, review, occasion)
    told = Told.of(world, looked_at)
    tables = (
        *_basis(world, review),
        *matters_by_kind(world, looked_at),
        *events(world, looked_at),
        *_decided(world, occasion, review, T("What became of the decisions before"), before=True),
        *_conclusions(world, review),
        *_decided(world, occasion, review, T("What was decided"), before=False),
    )
    said = tuple(phrases.paragraphs(told)) if told.now else ()
    return Chapter(
        T("{title}", title=marked(review)), (*_facts(world, occasion, review), *said), tables, shares([review])
    )


def _facts(world: World, occasion: Occasion, review: Record) -> Iterator[Text]:
    day, period = parse_date(review.get("dato")), parse_period(review.get("periode"))
    if day is not None:
        yield T("To be held {day}.", day=day) if day > occasion.day else T("Held {day}.", day=day)
    if period is not None:
        yield T("Looks back on {start} to {end}.", start=period.start, end=period.end)
    yield T("Of: {place}.", place=titled(world, review.get("enhet")) or T("The municipality"))
    led, present = titled(world, review.get("ansvarlig")), cell(world, review, "deltakere")
    if led is not None:
        yield T("Led by: {who}.", who=led)
    if present is not None:
        yield T("With: {who}.", who=present)
    said = text(review, "omtale")
    if said is not None:
        yield T("{text}", text=said)


def _basis(world: World, review: Record) -> Iterator[Table]:
    """Tell what the leaders had before them."""
    named = [world.plans.get(name) for name in review.texts("grunnlag")]
    rows = [(T("{kind}", kind=Term(record.kind)), marked(record)) for record in named if record is not None]
    if rows:
        columns = (Column(T("Kind"), width=26), Column(T("Title"), width=50))
        yield Table(columns, tuple(rows), field_title(world, review, "grunnlag"))


def _conclusions(world: World, review: Record) -> Iterator[Table]:
    rows = tuple(enumerate(review.texts("konklusjoner"), 1))
    if rows:
        title = field_title(world, review, "konklusjoner")
        yield Table((Column(T("No."), "number", 8), Column(T("What was found"), width=90)), rows, title)


def _decided(world: World, occasion: Occasion, review: Record, title: Text, *, before: bool) -> tuple[Table, ...]:
    """Tell what this review decided; or what the ones before it did, and what became of that."""
    of = list(_before(world, review)) if before else [review]
    matters = Matters.of(world, occasion, DECISION).under(*of)
    return matters.table(matters.known, title, ("evaluering.resultat", "evaluering.kommentar"))


def _before(world: World, review: Record) -> Iterator[Record]:
    """Yield the review before this one, the one before that, and so on."""
    seen = {review}
    here: Record | None = review
    while here is not None:
        here = next((old for old in world.graph.targets(here, "avløser") if old not in seen), None)
        if here is not None:
            seen.add(here)
            yield here
