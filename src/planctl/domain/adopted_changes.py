"""What is changed in an adopted plan of that which only the body that adopted it can change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.findings.diagnostic import Finding, finding
from planctl.i18n import T, Text
from planctl.model.planset import PlanSet
from planctl.model.record import Record

_FIELDS = ("tittel", "bærekraftsmål", "bidrar_til")

HINT = T(
    "Add the vedtak that changes it as a new row under «vedtak:», with organ, sak and dato, or take the change back."
)


def former_of(record: Record, before: PlanSet) -> Record | None:
    """Give what a record was in an earlier plan set, by its id or a former one."""
    names = [record.id, *record.texts("tidligere_id")]
    return next((found for name in names if (found := before.get(name)) is not None), None)


def protected_changes(old: Record, plan: Record, before: PlanSet, now: PlanSet) -> Iterator[Finding]:
    """Find the goals, strategies and frames that differ between a plan as it was and as it is."""
    kept: set[Record] = set()
    new: set[Record] = set()
    for record in now.of_kind(*now.thread.adopted):
        if record.plan is not plan:
            continue
        former = former_of(record, before)
        if former is None or former.plan is not old:
            new.add(record)
            if record.parent not in new:
                yield _finding(record, T("«{id}» is new in «{plan}», which is adopted", id=record.name, plan=plan.name))
            continue
        kept.add(former)
        yield from _edits(former, record, plan, before, now)
    gone: set[Record] = set()
    for record in before.of_kind(*before.thread.adopted):
        if record.plan is not old or record in kept:
            continue
        gone.add(record)
        if record.parent not in gone:
            message = T("«{id}» is taken out of «{plan}», which is adopted", id=record.name, plan=plan.name)
            yield _finding(plan, message)
    for unit, sums in _frames(old, plan, now):
        message = T("The frames of «{unit}» are changed in «{plan}», which is adopted", unit=unit, plan=plan.name)
        yield _finding(plan, message, *(("rammer", unit) if sums is not None else ("rammer",)))


def _edits(old: Record, new: Record, plan: Record, before: PlanSet, now: PlanSet) -> Iterator[Finding]:
    for field in _FIELDS:
        if as_said(old.get(field), now) != as_said(new.get(field), now):
            message = T(
                "«{field}» of «{id}» is changed in «{plan}», which is adopted", field=field, id=new.name, plan=plan.name
            )
            yield _finding(new, message, field)
    above = None if new.parent is None else former_of(new.parent, before)
    if new.parent is not None and above is not old.parent:
        yield _finding(new, T("«{id}» is moved in «{plan}», which is adopted", id=new.name, plan=plan.name))


def as_said(value: Any, now: PlanSet) -> list[str]:
    """Give what a field says: white space, the order of a list and a new id for the same record are no change."""
    rows = value if isinstance(value, list) else [] if value is None else [value]
    return sorted(_present(" ".join(str(row).split()), now) for row in rows)


def _present(name: str, now: PlanSet) -> str:
    """Give the id that a record now has, by one that it had."""
    heir = None if name in now.by_id else now.former_ids.get(name)
    return name if heir is None else heir.name


def _frames(old: Record, new: Record, now: PlanSet) -> Iterator[tuple[str, Any]]:
    rows = (row if isinstance(row, dict) else {} for row in (old.get("rammer"), new.get("rammer")))
    before, after = ({_present(unit, now): sums for unit, sums in row.items()} for row in rows)
    for unit in dict.fromkeys([*after, *before]):
        if before.get(unit) != after.get(unit):
            yield unit, after.get(unit)


def _finding(record: Record, message: Text, *at: str) -> Finding:
    return finding("528", record, message, *at, help=HINT)
