"""The chapter on how goals are attained."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.chapters.limits import limits_chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter:
    """Make the chapter."""
    return Chapter(
        T("Goal attainment"),
        parts=() if report.goalposts is None else (limits_chapter(report.goalposts),),
        name="måloppnåelse",
        template="tertial/måloppnåelse.md.j2",
    )
