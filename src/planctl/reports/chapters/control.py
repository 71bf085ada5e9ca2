"""The annual report's chapter on internkontroll and eierskap: what was adopted of it in the year."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter, Items, Words
from planctl.reports.chapters.decided import decided_text
from planctl.reports.rendering.spoken import Joined
from planctl.reports.views.tertial import Decision, TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where nothing of it was adopted, and in a report that is not of a year."""
    if report.annual is None or not report.annual.control:
        return None
    return Chapter(
        T("Internal control and ownership"),
        notes=(Items(tuple(map(_point, report.annual.control)), apart=True),),
        name="internkontroll",
        template="tertial/internkontroll.md.j2",
    )


def _point(item: Decision) -> Words:
    return Joined((item.title, decided_text(item)), by=", ")
