"""The chapter on tiltak and oppdrag that deviate."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is nothing to tell."""
    if not report.follows_work:
        return None
    return Chapter(T("Deviations"), name="avvik", template="tertial/avvik.md.j2")
