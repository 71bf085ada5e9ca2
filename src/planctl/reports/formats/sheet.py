"""Sheets of a workbook as values: typed columns and cells; and the parts of a view they are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar

from planctl.i18n import T, Text
from planctl.status_labels import WORDS

_Part = TypeVar("_Part")
Kind = Literal["text", "count", "money", "date", "percent", "value"]


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator's value in its own unit of measure, with the decimals it is shown with."""

    amount: Decimal
    decimals: int
    percent: bool


Cell = str | Text | int | Decimal | date | Value | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its cells hold, and how wide it is in letters."""

    title: Text
    kind: Kind = "text"
    width: int = 14


@dataclass(frozen=True, slots=True)
class Block:
    """A table of one sheet; `total` is a row of sums that stands below it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: Text | None = None
    total: tuple[Cell, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and its tables, one below the other."""

    name: Text
    blocks: tuple[Block, ...]


def part(view: Any, name: str, kind: type[_Part]) -> _Part | None:
    """Return a part of the view, when it has one of that kind."""
    found = getattr(view, name, None)
    return found if isinstance(found, kind) else None


def many(view: Any, name: str, kind: type[_Part]) -> tuple[_Part, ...]:
    """Return the items of a part of the view, those of that kind."""
    return tuple(item for item in part(view, name, tuple) or () if isinstance(item, kind))


NAME = Column(T("Name"), width=44)
UNIT = Column(T("{Enhet}"), width=26)
AREA = Column(T("{Tjenesteområde}"), width=22)


def area_name(name: str) -> Cell:
    """Name a tjenesteområde, or say that there is none."""
    return name or T("Outside the {tjenesteområde_pl}")


def kind_name(kind: str) -> Text:
    """Name a kind of work."""
    return T("{Oppdrag}") if kind == "oppdrag" else T("{Tiltak}")


def status_word(word: str) -> Text:
    """Say a status, a judgement or a band."""
    return WORDS.get(word, T("{word}", word=word))
