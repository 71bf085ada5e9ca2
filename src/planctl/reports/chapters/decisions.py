"""The annual report's chapter on the year's decisions on plans."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is nothing to tell."""
    if report.annual is None or not report.annual.decisions:
        return None
    return Chapter(T("Decisions on plans"), name="planvedtak", template="tertial/planvedtak.md.j2")
