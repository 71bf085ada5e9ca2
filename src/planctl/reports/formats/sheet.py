"""Sheets of a workbook as values, of the tables that chapters have; and the parts of a view they are made from."""

from __future__ import annotations

from typing import Any, TypeVar

from planctl.i18n import Text
from planctl.model.chapter import Table
from planctl.reports.chapters.columns import AREA
from planctl.values import dataclass

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and its tables, one below the other."""

    name: Text
    blocks: tuple[Table, ...]


def has_areas(view: Any) -> bool:
    """Tell whether anything in a view belongs to a tjenesteområde; of a view that does not know it, that it may."""
    return bool(getattr(view, "has_areas", True))


def without_areas(table: Table) -> Table:
    """Leave out the column of tjenesteområder."""
    return table.kept(lambda column: column.title != AREA.title)


def part(view: Any, name: str, kind: type[_Part]) -> _Part | None:
    """Return a part of the view, when it has one of that kind."""
    found = getattr(view, name, None)
    return found if isinstance(found, kind) else None


def many(view: Any, name: str, kind: type[_Part]) -> tuple[_Part, ...]:
    """Return the items of a part of the view, those of that kind."""
    return tuple(item for item in part(view, name, tuple) or () if isinstance(item, kind))
