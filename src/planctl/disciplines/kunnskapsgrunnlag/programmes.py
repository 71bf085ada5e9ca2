"""Planprogrammer: what a plan is to take up, what must be studied for it, and who may take part (pbl § 4-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.disciplines.details import facts, whole_table
from planctl.disciplines.records import marked, records_for, text, titled
from planctl.disciplines.register import cell, field_title
from planctl.domain.adoption import decisions
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.world import World

PROGRAMME, STUDY = "planprogram", "utredning"


def chapter(world: World, occasion: Occasion, title: Text) -> Chapter | None:
    """Tell the planprogrammer, one part for each; None without any."""
    rows = [one for one in records_for(world, occasion, PROGRAMME) if one.get("status") not in ("idé", "utgått")]
    if not rows:
        return None
    return Chapter(title, (), (), shares(rows), parts=tuple(_part(world, one) for one in rows))


def studies(programme: Record, world: World) -> list[Record]:
    """Give the studies that a planprogram asks for."""
    return [one for one in world.plans.of_kind(STUDY) if one.parent is programme]


def _part(world: World, one: Record) -> Chapter:
    return Chapter(T("{title}", title=marked(one)), tuple(_facts(world, one)), tuple(_tables(world, one)))


def _facts(world: World, one: Record) -> Iterator[Text]:
    for field in ("plan", "status", "formål", "temaer", "alternativer"):
        value = cell(world, one, field)
        if value is not None:
            end = "" if field == "formål" and str(text(one, field)).endswith(".") else "."
            yield T("{field}: {value}{end}", field=field_title(world, one, field), value=value, end=end)
    for made in decisions(one, world.plans):
        body = titled(world, made.fields.get("organ")) or ""
        if made.when is not None:
            yield T("«{title}» is adopted by {body} {day}.", title=one.title, body=body, day=time_words(made.when))
    yield from facts(world, one)


def _tables(world: World, one: Record) -> Iterator[Table]:
    steps = (Column(T("Step"), width=50), Column(T("When"), "date"))
    yield from _listed(one.get("framdrift"), steps, T("The process"), ("hva", "når"))
    yield from whole_table(world, studies(one, world), ("tittel", "frist", "ferdig", "ansvarlig"), T("{Utredning_pl}"))
    part = (Column(T("What"), width=50), Column(T("Who"), width=40), Column(T("Specially affected"), width=16),
            Column(T("When"), "date"))  # fmt: skip
    yield from _listed(one.get("medvirkning"), part, T("Taking part"), ("hva", "hvem", "særlig_berørt", "når"))


def _listed(rows: Any, columns: tuple[Column, ...], title: Text, fields: tuple[str, ...]) -> Iterator[Table]:
    told = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    if told:
        yield Table(columns, tuple(tuple(_cell(row, field) for field in fields) for row in told), title)


def _cell(row: dict[str, Any], field: str) -> Cell:
    value = row.get(field)
    if field == "når":
        return deadline(value)
    if isinstance(value, bool):
        return T("yes") if value else T("no")
    return str(value) if value else None
