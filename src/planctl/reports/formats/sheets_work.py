"""The sheets of tiltak and oppdrag, one row a record, and of what was postponed and which limits were moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planctl.i18n import T, Text
from planctl.model.chapter import Table
from planctl.reports.chapters.changed import changed_chapters
from planctl.reports.chapters.limits import limits_chapter
from planctl.reports.chapters.postponed import postponed_chapter
from planctl.reports.chapters.work import WORK, work_cells
from planctl.reports.formats.sheet import Sheet, many, part
from planctl.reports.formats.sheets_chapters import typed
from planctl.reports.moved_limits import MovedLimits
from planctl.reports.postponed import Postponements
from planctl.reports.views.status_counts import Work
from planctl.reports.views.tertial import TertialReport


def works(name: Text, kind: str) -> Callable[[Any], Sheet | None]:
    """Give what makes the sheet of one kind of work from a view."""

    def make(view: Any) -> Sheet | None:
        rows = tuple(work_cells(item) for item in many(view, "work", Work) if item.kind == kind)
        return Sheet(name, (Table(WORK, rows),)) if rows else None

    return make


def changes_sheet(view: Any) -> Sheet | None:
    """Make the sheet of what has changed since the previous period's report."""
    found = changed_chapters(view) if isinstance(view, TertialReport) else ()
    if not found:
        return None
    return Sheet(found[0].title, tuple(typed(table for chapter in found for table in chapter.tables)))


def postponed_sheet(view: Any) -> Sheet | None:
    """Make the sheet of tiltak and oppdrag whose deadline had been postponed."""
    moved = part(view, "postponed", Postponements)
    if moved is None or not moved.rows:
        return None
    return Sheet(T("Postponed deadlines"), tuple(typed(postponed_chapter(moved).tables)))


def goalposts_sheet(view: Any) -> Sheet | None:
    """Make the sheet of limits that were moved after the indicator was first measured."""
    moved = part(view, "goalposts", MovedLimits)
    if moved is None or not moved.rows:
        return None
    return Sheet(T("Moved limits"), tuple(typed(limits_chapter(moved).tables)))
