"""The chapter on how goals are attained."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter:
    """Make the chapter."""
    moved = Chapter(T("Limits that were moved"), name="goalposts", template="tertial/grenser.md.j2")
    return Chapter(
        T("Goal attainment"),
        parts=() if report.goalposts is None else (moved,),
        name="måloppnåelse",
        template="tertial/måloppnåelse.md.j2",
    )
