"""The chapter on what was not reported."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is nothing to tell."""
    if not report.follows_work:
        return None
    return Chapter(T("Not reported"), name="ikke-rapportert", template="tertial/ikke-rapportert.md.j2")
