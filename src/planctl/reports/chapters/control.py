"""The annual report's chapter on internkontroll and eierskap."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is nothing to tell."""
    if report.annual is None or not report.annual.control:
        return None
    return Chapter(T("Internal control and ownership"), name="internkontroll", template="tertial/internkontroll.md.j2")
