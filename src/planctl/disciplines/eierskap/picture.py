"""The picture of ownership: the municipality's share of each company."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from planctl.disciplines.eierskap.companies import share_of
from planctl.disciplines.records import marked
from planctl.disciplines.register import value_text
from planctl.i18n import T, Text
from planctl.model.picture import Portion, Shares
from planctl.model.record import Record
from planctl.world import World

_ALL, _HALF = 100, 50


def picture(world: World, records: Sequence[Record]) -> tuple[Shares, ...]:
    """Draw the shares, the largest first; nothing where none is told."""
    known = [(share, record) for record in records if (share := share_of(record)) is not None]
    if not known:
        return ()
    known.sort(key=lambda row: (-row[0], row[1].title))
    told = T(
        "The municipality owns all of {all}, more than half of {most} others, and half or less of {less}.",
        all=sum(share == _ALL for share, _ in known),
        most=sum(_HALF < share < _ALL for share, _ in known),
        less=sum(share <= _HALF for share, _ in known),
    )
    rows = tuple(Portion(marked(record), Decimal(str(share)), _form(world, record)) for share, record in known)
    return (Shares("eierandeler", T("What the municipality owns of each"), told, rows, 1),)


def _form(world: World, record: Record) -> str | Text:
    form = record.get("form")
    return value_text(world, form) if isinstance(form, str) and form else ""
