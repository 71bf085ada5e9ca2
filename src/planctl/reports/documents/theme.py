"""A temaplan, kommunedelplan or strategiplan as a document: what it builds on and what is to be done."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.reports.decisions import decisions
from planctl.reports.documents.basis import Basis
from planctl.reports.documents.hearing import hearing_of
from planctl.reports.documents.lines import AREA, line_of, owner_of
from planctl.reports.documents.scorecard import chart_rows
from planctl.reports.scope import text
from planctl.reports.views.documents import ChartRow, ThemeArea, ThemeDocument, ToldStatus

KINDS = "temaplaner"
"""The group of plans that the document is for."""


def theme_document(basis: Basis, plan: Record) -> ThemeDocument:
    """Build the document of a plan of KINDS, in force or not."""
    own = [record for record in basis.plans.records if record.plan is plan]
    measured = list(chart_rows(basis, basis.scope, [plan]))
    areas = [_area(basis, record, own, measured) for record in own if record.kind == AREA]
    rest = _area(basis, plan, own, measured)
    return ThemeDocument(
        municipality=basis.plans.config.municipality,
        day=basis.day,
        id=plan.name,
        title=plan.title,
        period=text(plan, "periode"),
        status=text(plan, "status"),
        owner=owner_of(basis, plan),
        words=text(plan, "omtale"),
        hearing=hearing_of(plan),
        decisions=tuple(decisions(basis.plans, plan)),
        inherited=tuple(line_of(basis, goal) for goal in _inherited(basis, plan)),
        areas=tuple(areas),
        rest=rest if rest.goals or rest.strategies or rest.tiltak or rest.indicators else None,
        illustrative=shares(own),
        told=_told(basis, plan),
    )


def _inherited(basis: Basis, plan: Record) -> Iterable[Record]:
    """List what a plan builds on; of a whole plan or a satsingsområde, its innermost mål."""
    for record in basis.graph.targets(plan, "arver"):
        if basis.plans.is_a(record, "mål"):
            yield record
        else:
            inside = (
                goal for goal in basis.plans.of_kind("mål") if record in (goal.plan, *basis.graph.ancestors(goal))
            )
            yield from (
                goal for goal in inside if not any(_is_goal(basis, other) for other in basis.graph.children(goal))
            )


def _is_goal(basis: Basis, record: Record) -> bool:
    return basis.plans.is_a(record, "mål")


def _area(basis: Basis, home: Record, own: list[Record], measured: list[ChartRow]) -> ThemeArea:
    """Show what stands directly in an innsatsområde, or in the plan outside all of them; mål with those under them."""
    inside = [record for record in own if record is not home and _home(basis, record) is home]
    names = {record.name for record in inside if record.kind == "indikator"}
    return ThemeArea(
        number=text(home, "nummer"),
        title=home.title if home.parent is not None else "",
        words=text(home, "omtale") if home.parent is not None else "",
        fn=tuple(basis.graph.own_fn_goals(home)),
        goals=tuple(line_of(basis, record) for record in inside if _is_goal(basis, record)),
        strategies=tuple(line_of(basis, record) for record in inside if record.kind == "strategi"),
        tiltak=tuple(line_of(basis, record) for record in inside if record.kind == "tiltak"),
        owner=owner_of(basis, home) if home.parent is not None else "",
        told=_told(basis, home) if home.parent is not None else None,
        indicators=tuple(row for row in measured if row.indicator.id in names),
    )


def _told(basis: Basis, record: Record) -> ToldStatus | None:
    """Give what was last reported on a plan, or a part of it, as a whole."""
    for entry in reversed(basis.scope.status_reports.entries(record)):
        if entry.status is not None and entry.period.end <= basis.day:
            return ToldStatus(entry.status, entry.period_text, entry.comment or "")
    return None


def _home(basis: Basis, record: Record) -> Record | None:
    """Find the innsatsområde a record stands in, through the mål it is nested in; else its plan."""
    here = record.parent
    while here is not None and _is_goal(basis, here):
        here = here.parent
    return here if here is not None else record.plan
