"""What a political body has adopted is changed, and no new vedtak tells that it decided so.

Goals, strategies and frames of a plan with the status vedtatt are the body's own decision, and nobody
else can change them. The rule holds a plan against the revision named with «validate --since», and
«planctl diff» shows it too: a satsingsområde, innsatsområde, goal or strategy that is added, removed
or moved, that has a new title, other UN goals or other goals to serve, and rammer with other sums.

Free to edit are id (with tidligere_id), nummer, omtale, merknad, illustrativ, ansvarlig and
medansvarlige, and everything in a plan that is not vedtatt: a draft, one under revision, or a
virksomhetsplan, which is administrative. Write the new decision under vedtak in the same change,
with organ, sak and dato, or correct the date or case of the one that stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T, Text
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.rules.adoption import decisions
from planctl.rules.rule import Context, Example, Rule, finding

_PLANS = ("planstrategi", "kommuneplan", "temaplan", "kommunedelplan", "strategiplan", "handlingsprogram")
_PROTECTED = ("satsingsområde", "innsatsområde", "mål", "strategi")
_FIELDS = ("tittel", "bærekraftsmål", "bidrar_til")

_BEFORE = """\
type: strategiplan
id: sp-ung
tittel: Strategi for ung medvirkning
periode: 2021-2025
status: vedtatt
vedtak:
  organ: kommunestyret
  sak: "23/21"
  dato: 2021-04-20
arver: [klima.d1]
strategier:
  - id: sp-ung.s1
    tittel: Kommunen skal høre ungdomsrådet før hvert budsjett
    bidrar_til: [klima.d1]
"""
_BAD = _BEFORE.replace("høre ungdomsrådet før hvert budsjett", "informere ungdomsrådet om budsjettet")
_GOOD = _BAD.replace(
    'vedtak:\n  organ: kommunestyret\n  sak: "23/21"\n  dato: 2021-04-20\n',
    'vedtak:\n  - organ: kommunestyret\n    sak: "23/21"\n    dato: 2021-04-20\n'
    '  - organ: kommunestyret\n    sak: "41/21"\n    dato: 2021-06-08\n    gjelder: endring av strategi 1\n',
)  # fmt: skip


def _whole(context: Context) -> Iterator[Finding]:
    before = context.before
    if before is None:
        return
    for plan in context.plans.of_kind(*_PLANS):
        old = _former(plan, before)
        if old is not None and old is not plan and _is_adopted(old) and _is_adopted(plan) and not _decided(old, plan):
            yield from _changes(old, plan, before, context.plans)


def _is_adopted(plan: Record) -> bool:
    return plan.get("status") == "vedtatt" and plan.get("illustrativ") is not True


def _decided(old: Record, new: Record) -> bool:
    """Tell whether a plan has a vedtak that it did not have before."""
    known = [item.fields for item in decisions(old)]
    return any(item.fields not in known for item in decisions(new))


def _former(record: Record, before: PlanSet) -> Record | None:
    names = [record.id, *record.texts("tidligere_id")]
    return next((found for name in names if (found := before.get(name)) is not None), None)


def _changes(old: Record, plan: Record, before: PlanSet, now: PlanSet) -> Iterator[Finding]:
    kept: set[int] = set()
    new: set[int] = set()
    for record in now.of_kind(*_PROTECTED):
        if record.plan is not plan:
            continue
        former = _former(record, before)
        if former is None or former.plan is not old:
            new.add(id(record))
            if id(record.parent) not in new:
                yield _finding(record, T("«{id}» is new in «{plan}», which is adopted", id=record.name, plan=plan.name))
            continue
        kept.add(id(former))
        yield from _edits(former, record, plan, before)
    gone: set[int] = set()
    for record in before.of_kind(*_PROTECTED):
        if record.plan is not old or id(record) in kept:
            continue
        gone.add(id(record))
        if id(record.parent) not in gone:
            message = T("«{id}» is taken out of «{plan}», which is adopted", id=record.name, plan=plan.name)
            yield _finding(plan, message)
    for unit, sums in _frames(old, plan):
        message = T("The frames of «{unit}» are changed in «{plan}», which is adopted", unit=unit, plan=plan.name)
        yield _finding(plan, message, *(("rammer", unit) if sums is not None else ("rammer",)))


def _edits(old: Record, new: Record, plan: Record, before: PlanSet) -> Iterator[Finding]:
    for field in _FIELDS:
        if _plain(old.get(field)) != _plain(new.get(field)):
            message = T(
                "«{field}» of «{id}» is changed in «{plan}», which is adopted", field=field, id=new.name, plan=plan.name
            )
            yield _finding(new, message, field)
    above = None if new.parent is None else _former(new.parent, before)
    if new.parent is not None and above is not old.parent:
        yield _finding(new, T("«{id}» is moved in «{plan}», which is adopted", id=new.name, plan=plan.name))


def _plain(value: Any) -> Any:
    """Look away from white space in texts, and from the order of lists."""
    if isinstance(value, str):
        return " ".join(value.split())
    return sorted(map(str, value)) if isinstance(value, list) else value or None


def _frames(old: Record, new: Record) -> Iterator[tuple[str, Any]]:
    before, after = (row if isinstance(row, dict) else {} for row in (old.get("rammer"), new.get("rammer")))
    for unit in dict.fromkeys([*after, *before]):
        if before.get(unit) != after.get(unit):
            yield unit, after.get(unit)


def _finding(record: Record, message: Text, *at: str) -> Finding:
    hint = T("Write the vedtak that changes it under «vedtak:», with organ, sak and dato, or take the change back.")
    return finding("528", record, message, *at, help=hint)


RULE = Rule(
    code="528",
    slug="vedtatt-plan-endret",
    severity=Severity.ERROR,
    title="Adopted plan changed without vedtak",
    source="S0 «Plansystemet»; koml. § 5-3",
    example=Example("strategi.yaml", _BAD, _GOOD, before=_BEFORE),
    whole=_whole,
    explanation=__doc__,
)
