"""The chapter on økonomi."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is nothing to tell."""
    if not report.follows_work:
        return None
    return Chapter(T("Economy"), name="økonomi", template="tertial/økonomi.md.j2")
