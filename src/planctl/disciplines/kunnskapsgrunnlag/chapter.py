"""The chapter on what plans build on in the annual report: a part for each of what the municipality has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planctl.disciplines.kunnskapsgrunnlag import foundations, long_term, materiality, programmes, u4ssc
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import added
from planctl.world import World

_LONG = 12
"""Rows: a longer table stands in no report on a year."""


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in other reports than the annual one, and where there is nothing to tell."""
    if not occasion.is_annual or occasion.of_unit:
        return None
    made = tuple(map(_brief, parts(world, occasion)))
    told = added(share for part in made for share in part.illustrative)
    return Chapter(T("What the plans build on"), illustrative=told, parts=made) if made else None


def _brief(part: Chapter) -> Chapter:
    """Leave long tables to the workbook and the document: sentences and pictures tell what they come to."""
    tables = (table.in_workbook if len(table.rows) > _LONG else table for table in part.tables)
    return replace(part, tables=tuple(tables), parts=tuple(map(_brief, part.parts)))


def parts(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    """Make the parts: planprogrammer, guidelines, conditions, what is material, long-term needs, U4SSC."""
    return tuple(part for part in _parts(world, occasion) if part is not None)


def _parts(world: World, occasion: Occasion) -> Iterator[Chapter | None]:
    yield programmes.chapter(world, occasion, T("{Planprogram_pl}"))
    yield foundations.guidelines(world, occasion)
    yield foundations.conditions(world, occasion)
    yield materiality.chapter(world, occasion, T("What is material"))
    yield long_term.chapter(world, occasion, T("Investments and operation twenty years ahead"))
    yield u4ssc.chapter(world, occasion, T("The framework U4SSC"))
