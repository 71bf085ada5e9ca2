"""The annual report's chapter on oppdrag that are solved as projects."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is nothing to tell."""
    if report.annual is None or not report.annual.projects:
        return None
    return Chapter(T("Projects"), name="prosjekter", template="tertial/prosjekter.md.j2")
