"""A kommuneplan or handlingsprogram as a document: its mål and strategier, what follows them up, and its rammer."""

from __future__ import annotations

from planctl.model.illustrative import shares
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.reports.decisions import decisions
from planctl.reports.documents.basis import Basis
from planctl.reports.documents.hearing import hearing_of
from planctl.reports.documents.scorecard import chart_rows
from planctl.reports.illustrative import goals_of
from planctl.reports.scope import text
from planctl.reports.views.documents import Frame, Node, PlanDocument

PROGRAMME = "handlingsprogram"


def plan_document(basis: Basis, plan: Record) -> PlanDocument:
    """Build a kommuneplan or handlingsprogram."""
    programme = plan.kind == PROGRAMME
    period = parse_period(plan.get("periode"))
    years = tuple(period.years) if period is not None and programme else ()
    whole = [row for row in _frames(basis, plan) if len(row.sums) == len(years)]
    return PlanDocument(
        municipality=basis.plans.config.municipality,
        day=basis.day,
        id=plan.name,
        title=plan.title,
        period=text(plan, "periode"),
        status=text(plan, "status"),
        words=text(plan, "omtale"),
        vision=text(plan, "visjon"),
        values=tuple(plan.texts("verdier")),
        decisions=tuple(decisions(basis.plans, plan)),
        nodes=tuple(_node(basis, record, plan) for record in _roots(basis, plan)),
        years=years,
        frames=tuple(whole),
        total=tuple(sum(column) for column in zip(*(row.sums for row in whole), strict=True)),
        rules=tuple((rule.title, text(rule, "grense")) for rule in basis.rules([plan])),
        indicators=tuple(chart_rows(basis, basis.scope, [plan])),
        illustrative=shares(_sources(basis, plan)),
        hearing=hearing_of(plan),
    )


def own_plans(basis: Basis, plan: Record) -> list[Record]:
    """List the plans whose mål a document shows: those a handlingsprogram inherits from, else the plan itself."""
    if plan.kind != PROGRAMME:
        return [plan]
    return list(dict.fromkeys(top.plan for top in basis.graph.targets(plan, "arver")))


def _sources(basis: Basis, plan: Record) -> list[Record]:
    """List what a document is made of: the plan with all it holds, and the mål and strategier it takes from others."""
    own, others = basis.plans.records, [other for other in own_plans(basis, plan) if other is not plan]
    return [*(record for record in own if record.plan is plan), *goals_of(basis.plans, others)]


def _roots(basis: Basis, plan: Record) -> list[Record]:
    """List the satsingsområder, and then the mål that stand outside them."""
    own = own_plans(basis, plan)
    roots = [record for record in basis.plans.of_kind("satsingsområde") if record.plan in own]
    outside = [
        record for record in basis.plans.of_kind("mål")
        if record.plan in own and not basis.graph.parents(record) and record not in roots
    ]  # fmt: skip
    return [*roots, *outside]


def _frames(basis: Basis, plan: Record) -> list[Frame]:
    """Read the rammer of each tjenesteområde, in 1000 kr."""
    frames = plan.get("rammer")
    found = []
    for key, sums in frames.items() if isinstance(frames, dict) else ():
        unit = basis.plans.get(key)
        if isinstance(sums, list):
            name = unit.title if unit is not None else key
            found.append(Frame(name, tuple(item for item in sums if isinstance(item, int))))
    return found


def _node(basis: Basis, record: Record, plan: Record, seen: frozenset[Record] = frozenset()) -> Node:
    """Follow the thread down: mål and strategier, and in a handlingsprogram the oppdrag that follow them up."""
    programme = plan.kind == PROGRAMME
    kinds = {"strategi"} | ({"oppdrag"} if programme else set())
    below = [
        other
        for other in basis.graph.children(record)
        if other not in seen
        and (other.plan in {record.plan, plan} or programme)
        and (basis.plans.is_a(other, "mål") or other.kind in kinds)
        and (other.kind != "oppdrag" or other.plan is plan)
    ]
    nested = tuple(_node(basis, other, plan, seen | {record}) for other in below)
    children = tuple(node for node in nested if node.kind != "strategi" or node.children) if programme else nested
    return Node(
        record.kind, text(record, "nummer"), record.title, text(record, "omtale"),
        tuple(basis.graph.own_fn_goals(record)), _units(basis, record, plan), children, _elsewhere(basis, record, plan),
    )  # fmt: skip


def _elsewhere(basis: Basis, record: Record, plan: Record) -> str:
    """Name the plan of a strategi that a handlingsprogram takes from another plan than it takes its mål from."""
    away = record.kind == "strategi" and record.plan is not plan and record.plan not in own_plans(basis, plan)
    return record.plan.title if away and record.plan is not None else ""


def _units(basis: Basis, record: Record, plan: Record) -> tuple[str, ...]:
    """Name the units that an oppdrag or a mål is given to."""
    shares = plan.get("målfordeling")
    given = shares.get(record.id) if isinstance(shares, dict) else None
    names = record.texts("til") if record.kind == "oppdrag" else [str(name) for name in given or ()]
    return tuple(unit.title for name in names if (unit := basis.plans.get(name)) is not None)
