"""What is changed in an adopted plan of that which its indicators and handlingsregler are judged by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from planctl.domain.adopted_changes import HINT, as_said, former_of
from planctl.domain.adoption import stamped
from planctl.findings.diagnostic import Finding, finding
from planctl.i18n import T
from planctl.model.bands import ParseError, parse_interval
from planctl.model.limits import changed_limits
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.vedtak import new_decisions


def limit_changes(old: Record, plan: Record, before: PlanSet, now: PlanSet, today: date) -> Iterator[Finding]:
    """Find the limits that differ between a plan as it was and as it is, and the indicators that are taken out of it.

    An indicator that is carried into another plan, which has a vedtak of its own since then, is not taken out.
    """
    kept: set[Record] = set()
    for record in now.of_kind(*now.thread.adopted_beside):
        former = former_of(record, before) if record.plan is plan else None
        if former is not None and former.plan is old:
            kept.add(former)
            yield from _edits(former, record, now)
            if _measured_in(record, now) is not None or _measured_in(former, before) is not None:
                yield from _moved(former, record, before)
    for record in before.of_kind(*before.thread.adopted_beside):
        if record.plan is old and record not in kept and not _is_carried(record, before, now, today):
            message = T("«{id}» is taken out of «{plan}», which is adopted", id=record.name, plan=plan.name)
            yield finding("528", plan, message, help=HINT)


def _measured_in(record: Record, plans: PlanSet) -> Record | None:
    """Give what a record measures by standing in it."""
    parent = record.parent
    return parent if parent is not None and plans.thread.measures(record.kind, parent.kind) else None


def _moved(old: Record, new: Record, before: PlanSet) -> Iterator[Finding]:
    """Tell of an indicator that was moved from one mål to another: it measures something else."""
    if new.parent is not None and former_of(new.parent, before) is not old.parent:
        message = T("«{id}» is moved in «{plan}», which is adopted", id=new.name, plan=new.plan.name)
        yield finding("528", new, message, help=HINT)


def carried_changes(record: Record, before: PlanSet, now: PlanSet, today: date) -> Iterator[Finding]:
    """Find the limits that are changed when an indicator comes from an adopted plan into one without a new vedtak."""
    former = former_of(record, before)
    if former is None or former.plan is former_of(record.plan, before):
        return
    adopted = former.plan.get("status") == "vedtatt" and former.plan.get("illustrativ") is not True
    again = record.plan.get("status") == "vedtatt"
    if adopted and again and not _has_new_vedtak(record.plan, former, before, now, today):
        yield from _edits(former, record, now)


def _edits(old: Record, new: Record, now: PlanSet) -> Iterator[Finding]:
    for field in _changed(old, new, now):
        message = T(
            "«{field}» of «{id}» is changed in «{plan}», which is adopted", field=field, id=new.name, plan=new.plan.name
        )
        yield finding("528", new, message, field, help=HINT)


def _changed(old: Record, new: Record, now: PlanSet) -> Iterator[str]:
    if new.kind == "indikator":
        yield from changed_limits(old.fields, new.fields)
    elif _bound(old) != _bound(new):
        yield "grense"
    link = "måler" if new.kind == "indikator" else "indikator"
    if as_said(old.get(link), now) != as_said(new.get(link), now):
        yield link


def _bound(rule: Record) -> Any:
    read = parse_interval(rule.get("grense"))
    return " ".join(read.text.split()) if isinstance(read, ParseError) else read


def _is_carried(old: Record, before: PlanSet, now: PlanSet, today: date) -> bool:
    heir = now.get(old.id) or now.former_ids.get(old.name)
    if heir is None or heir.plan.get("status") != "vedtatt":
        return False
    return _has_new_vedtak(heir.plan, old, before, now, today)


def _has_new_vedtak(plan: Record, old: Record, before: PlanSet, now: PlanSet, today: date) -> bool:
    """Tell whether a plan has a vedtak that neither it nor the plan an indicator came from had before."""
    was = former_of(plan, before)
    former = stamped(was, before) if was is not None else None
    return bool(new_decisions(stamped(plan, now), former, stamped(old.plan, before), today=today))
