"""A record told for itself, under its own title: what its fields hold, each after its heading, and what stands below.

A table has room for few words. A card has the texts that people wrote, whole; what is not filled in is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from planctl.disciplines.details import facts
from planctl.disciplines.records import marked, text, titled
from planctl.disciplines.register import Field, cell, field_title
from planctl.i18n import Language, Spoken, T, Text
from planctl.model.chapter import Cell, Chapter, Items, Table, Words
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

EVALUATION = (
    Field("evaluering.dato", 14, "workbook", title=T("Evaluated")),
    Field("evaluering.resultat", 14, "workbook", title=T("Did it work")),
    Field("evaluering.kommentar", 40, "workbook", title=T("Comment on the evaluation")),
)
"""The columns of a workbook that tell how something was evaluated; a card says it in words."""
Pair = tuple[Text, Cell]
Told = str | Pair
"""The name of a field, or a heading with what stands after it."""
_ENDS = (".", "!", "?", "…", ":")
_APART = "; "
"""Between several in a line: titles often have commas of their own."""


@dataclass(frozen=True, slots=True)
class Line(Spoken):
    """Headings with what stands after each: «Form: spilløvelse. Dato: 26. mai 2021.»; `first` stands before them."""

    pairs: tuple[tuple[Any, Any], ...]
    first: str = ""

    def said(self, lang: Language) -> str:
        """Say them one after the other, each as a sentence."""
        before = [f"{lang.emphasised(lang.show(self.first), strong=True)} –"] if self.first else []
        return " ".join([*before, *(self._sentence(lang, title, value) for title, value in self.pairs)])

    def _sentence(self, lang: Language, title: Any, value: Any) -> str:
        head, told = f"{lang.show(title)}:", lang.show(value)
        end = "" if told.endswith(_ENDS) else "."
        return f"{head if self.first else lang.emphasised(head, strong=True)} {told}{end}"


def card(
    world: World,
    record: Record,
    lines: Iterable[Sequence[Told]],
    tables: Iterable[Table] = (),
    points: Iterable[Line] = (),
) -> Chapter:
    """Tell one record: a paragraph for each line of fields and for its omtale, then tables, and points below them."""
    notes = tuple(points)
    return Chapter(
        T("{title}", title=marked(record)),
        tuple(_paragraphs(world, record, lines)),
        tuple(table.on_page for table in tables),
        notes=(Items(notes),) if notes else (),
    )


def _paragraphs(world: World, record: Record, lines: Iterable[Sequence[Told]]) -> Iterator[Words]:
    for fields in lines:
        held = pairs(world, record, fields)
        if held:
            yield Line(held)
    said = text(record, "omtale")
    if said:
        yield T("{text}", text=said)


def pairs(world: World, record: Record, fields: Sequence[Told]) -> tuple[Pair, ...]:
    """Give what fields hold, each with its heading; those that hold nothing are left out."""
    found = (
        (field_title(world, record, field), cell(world, record, field, _APART)) if isinstance(field, str) else field
        for field in fields
    )
    return tuple((title, value) for title, value in found if value is not None and value != "")


def points(world: World, records: Iterable[Record], fields: Sequence[str]) -> Iterator[Line]:
    """Tell what a table has no room for of each of its rows, after the row's title; rows without it are left out."""
    for record in records:
        own = pairs(world, record, (*fields, *_evaluated(world, record), "omtale"))
        if own:
            yield Line(own, marked(record))


def evaluation(world: World, record: Record) -> Cell:
    """Say in a cell how something was evaluated, and when."""
    result, day = (cell(world, record, f"evaluering.{field}") for field in ("resultat", "dato"))
    if result is not None and day is not None:
        return T("{result}, {day}", result=result, day=day)
    return result if result is not None else day


def _evaluated(world: World, record: Record) -> Iterator[Told]:
    yield field_title(world, record, "evaluering"), evaluation(world, record)
    yield "evaluering.kommentar"


def registers(world: World, records: Iterable[Record], told_of: Iterable[Record] = ()) -> Iterator[Text]:
    """Say who keeps the registers that records stand in, of when and what each is; not of those told of before."""
    before = {record.plan for record in told_of}
    for register in dict.fromkeys(record.plan for record in records if record.plan not in before):
        owner = titled(world, register.get("ansvarlig"))
        if owner:
            yield T("«{title}» is kept by: {owner}.", title=register.title, owner=owner)
        yield from facts(world, register, "periode")
