"""The målekart: the indicators with their bands and results, by fokusområde."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.reports.documents.basis import Basis
from planctl.reports.illustrative import values
from planctl.reports.indicators import indicators
from planctl.reports.scope import Scope, text
from planctl.reports.views.documents import Chart, ChartRow


def scorecard(basis: Basis, unit: Record | None = None) -> Chart | None:
    """Build the målekart: the indicators with a fokusområde, or those of one unit; None without any."""
    scope = basis.of_unit(unit)
    rows = list(chart_rows(basis, scope, basis.scope.measured_plans))
    rows = [row for row in rows if row.indicator.unit] if unit is not None else [row for row in rows if row.focus]
    if not rows:
        return None
    names = dict.fromkeys(row.focus for row in rows)
    programme = next(iter(basis.scope.programmes), None)
    named = {row.indicator.id for row in rows}
    shown = [record for record in basis.plans.of_kind("indikator") if record.name in named]
    return Chart(
        basis.plans.config.municipality,
        unit.title if unit is not None else "",
        programme.title if programme is not None else "",
        basis.day,
        tuple((name, tuple(row for row in rows if row.focus == name)) for name in names),
        (*shares(shown), *values(scope, shown)),
    )


def chart_rows(basis: Basis, scope: Scope, plans: list[Record]) -> Iterable[ChartRow]:
    """Make the rows of the indicators of some plans, those that are measured unit by unit only for a unit."""
    measured = indicators(scope, plans)
    for record in basis.plans.of_kind("indikator"):
        if record.plan not in plans:
            continue
        bands = record.get("bånd")
        written = bands if isinstance(bands, dict) else {}
        texts = tuple(_band(written.get(name)) for name in ("ønsket", "akseptert", "ikke_godkjent"))
        for item in measured.get(record, ()):
            if item.by_unit and scope.unit is None:
                continue
            challenge = text(record, "utfordring")
            yield ChartRow(item.focus, challenge, item.title, (texts[0], texts[1], texts[2]), item)


def _band(value: object) -> str:
    rows = value if isinstance(value, list) else [value]
    return " / ".join(str(row) for row in rows if row is not None)
