"""Whom a report is from or for: one unit, a tjenesteområde with the units below it, or the whole municipality."""

from __future__ import annotations

from planctl.domain.organisation import Organisation
from planctl.graph import Graph
from planctl.model.record import Record

FIELDS = ("virksomhet", "gjelder")
"""The fields that name the unit of a report; the first goes before the other."""
OPENING = ("innledning", "forslag_til_vedtak")
"""The fields that only a report for the whole municipality has."""
_WORDS = (*OPENING, "sammendrag", "omtale")
_FIGURES = ("tiltak", "oppdrag", "mål", "deler", "økonomi")
WHOLE = "kommunen"
"""What `gjelder` says of a report for the whole municipality."""


def unit_of_report(report: Record, graph: Graph) -> Record | None:
    """Give the unit that a report is from or for; None of the whole municipality, or where it cannot be told."""
    return next((unit for field in FIELDS for unit in graph.targets(report, field)), None)


def is_for_all(report: Record) -> bool:
    """Tell whether a report is for the whole municipality."""
    return report.get("virksomhet") is None and report.get("gjelder") == WHOLE


def is_told(report: Record, graph: Graph) -> bool:
    """Tell whether it is known whom a report is from or for."""
    return is_for_all(report) or unit_of_report(report, graph) is not None


def speaks_for(report: Record, unit: Record, organisation: Organisation, graph: Graph) -> bool:
    """Tell whether a unit need not report beside a report: it is its own, or is for all, or for one above it.

    One for more than one unit that has words alone leaves what there is to report to the units.
    """
    told = unit_of_report(report, graph)
    if told is unit:
        return True
    if _has_words_alone(report):
        return False
    return is_for_all(report) or (
        report.get("virksomhet") is None and told is not None and told in organisation.line(unit)
    )


def _has_words_alone(report: Record) -> bool:
    """Tell whether a report has an introduction or a summary, and nothing of how anything goes."""
    return any(report.get(name) for name in _WORDS) and not any(report.get(name) for name in _FIGURES)
