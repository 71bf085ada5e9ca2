"""A plan still stands as adopted though its years are over.

Nobody can see whether it still holds. Set its `status` to utgått, or to under revisjon when a new one
is being made, or let the plan that took its place say so with `avløser`. Planstrategier and
handlingsprogrammer have rules of their own (502, 506).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import plan_kind
from planctl.domain.in_force import is_adopted
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2008-2020
status: vedtatt
vedtak:
  organ: kommunestyret
  dato: 2008-06-17
"""
_KINDS = ("kommuneplan", "arealdel", "temaplan", "kommunedelplan", "strategiplan")


def _each(record: Record, world: World) -> Iterator[Finding]:
    period = parse_period(record.get("periode"))
    if plan_kind(record) not in _KINDS or period is None or period.end >= world.today or not is_adopted(record):
        return
    heirs = (heir for _, heir in world.graph.refs_to(record, "avløser"))
    if record.get("status") != "under revisjon" and not any(is_adopted(heir) for heir in heirs):
        message = T("«{id}» ended {day}, and still stands as adopted", id=record.name, day=period.end)
        hint = T("Set status to utgått or under revisjon, or write «avløser: {id}» in the new plan.", id=record.name)
        yield finding("513", record, message, "periode", help=hint)


RULE = Rule(
    code="513",
    slug="plan-utløpt",
    severity=Severity.WARNING,
    title="Adopted plan whose years are over",
    source="S0 «Plansystemet»",
    example=Example("temaplan.yaml", _BAD, _BAD.replace("status: vedtatt", "status: utgått")),
    visits=("kommuneplan", "temaplaner", "registerplan"),
    each=_each,
    explanation=__doc__,
)
