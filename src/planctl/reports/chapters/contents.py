"""The chapters of the tertial and annual reports, in their order: the one place that has it, and that numbers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planctl.model.chapter import Chapter
from planctl.reports.chapters import (
    attainment,
    control,
    decisions,
    deviations,
    economy,
    overdue,
    projects,
    summary,
    unreported,
    written,
)
from planctl.reports.views.tertial import TertialReport

FIRST = summary.chapter
"""The chapter before all others, which tells where in them more stands."""
CHAPTERS: tuple[Callable[[TertialReport], Chapter | None], ...] = (
    attainment.chapter,
    deviations.chapter,
    overdue.chapter,
    economy.chapter,
    unreported.chapter,
    decisions.chapter,
    projects.chapter,
    control.chapter,
)
OF_DISCIPLINES = "kapitler.md.j2"
"""The template that writes the chapters of disciplines, and before them what the units have written."""


def contents(report: TertialReport) -> tuple[Chapter, ...]:
    """Make the chapters of a report that have something to tell, numbered from 1."""
    own = [chapter for make in CHAPTERS if (chapter := make(report)) is not None]
    words = written.chapter(report.written)
    rest = (*((words,) if words is not None else ()), *(report.chapters or ()))
    own += [replace(chapter, template=OF_DISCIPLINES) for chapter in rest]
    numbered = [replace(chapter, number=number) for number, chapter in enumerate(own, 2)]
    return (replace(FIRST(report, {chapter.name: chapter.number or 0 for chapter in numbered}), number=1), *numbered)


class Contents:
    """The chapters of the report that was asked for last: the templates of one report ask for them again and again."""

    def __init__(self) -> None:
        self._made: tuple[TertialReport, tuple[Chapter, ...]] | None = None

    def __call__(self, report: TertialReport) -> tuple[Chapter, ...]:
        """Give the chapters of a report."""
        if self._made is None or self._made[0] is not report:
            self._made = report, contents(report)
        return self._made[1]
