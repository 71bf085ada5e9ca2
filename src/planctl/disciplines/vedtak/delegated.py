"""The decisions that are taken by delegation, as counts: never the cases themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planctl.i18n import T
from planctl.model.chapter import Column, Occasion, Table
from planctl.model.period import Period, parse_period
from planctl.model.planset import PlanSet


def delegated(plans: PlanSet, occasion: Occasion) -> Table | None:
    """Count the delegated decisions of a period, kind by kind; None without any, and in a report of one unit."""
    if occasion.of_unit:
        return None
    by_slag: dict[str, list[tuple[Period, dict[str, Any]]]] = {}
    for period, row in _rows(plans):
        if occasion.period.start <= period.start and period.end <= occasion.period.end:
            by_slag.setdefault(str(row["slag"]), []).append((period, row))
    if not by_slag:
        return None
    return Table(
        (
            Column(T("Kind"), width=40),
            Column(T("Number"), "number", 12),
            Column(T("Reversed after a complaint"), "number", 18),
        ),
        tuple(
            (T("{slag}", slag=slag[:1].upper() + slag[1:]), _sum(rows, "antall"), _sum(rows, "medhold"))
            for slag, rows in ((slag, list(_widest(rows))) for slag, rows in by_slag.items())
        ),
        T("Delegated {vedtak_pl}"),
    )


def _rows(plans: PlanSet) -> Iterator[tuple[Period, dict[str, Any]]]:
    for register in plans.of_kind("vedtaksregister"):
        rows = register.get("delegerte")
        for row in rows if isinstance(rows, list) else ():
            period = parse_period(row.get("periode")) if isinstance(row, dict) else None
            if period is not None and isinstance(row.get("slag"), str):
                yield period, row


def _widest(rows: list[tuple[Period, dict[str, Any]]]) -> Iterable[dict[str, Any]]:
    """Leave out a period that lies inside another that is counted, as a tertial in its year."""
    for period, row in rows:
        inside = (other.start <= period.start and period.end <= other.end and other != period for other, _ in rows)
        if not any(inside):
            yield row


def _sum(rows: Iterable[dict[str, Any]], field: str) -> int | None:
    counts = [row[field] for row in rows if isinstance(row.get(field), int)]
    return sum(counts) if counts else None
