"""The summary of a tertial or annual report."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter
from planctl.reports.view import TertialReport


def chapter(report: TertialReport) -> Chapter:  # noqa: ARG001
    """Make the chapter."""
    return Chapter(T("Summary"), name="sammendrag", template="tertial/sammendrag.md.j2")
