"""A plan stands as adopted, but nothing tells when it was.

The status vedtatt, and under revisjon, says that a political body has adopted the plan. The `vedtak`
tells which body, when and in which case, and the deadlines of the law are counted from its date. A
virksomhetsplan is administrative, and needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import adoption, decisions
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.load.schema.annotations import MANGLED
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: strategiplan
id: sp-ung
tittel: Strategi for ung medvirkning
periode: 2021-2025
status: vedtatt
"""
_DECIDED = """\
vedtak:
  organ: kommunestyret
  sak: "23/21"
  dato: 2021-04-20
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    written = record.get("vedtak")
    readable = isinstance(written, (dict, list, str, type(None)))
    if record.get("status") not in ("vedtatt", "under revisjon") or not readable:
        return
    if written == MANGLED or (record, "vedtak") in world.graph.dangling:
        return
    found = adoption(record, world.plans)
    if found is not None and found.fields.get("dato") is not None:
        return
    if found is not None:
        message, at = T("The vedtak of «{id}» has no date", id=record.name), found.at
    elif decisions(record, world.plans):
        message, at = T("No vedtak of «{id}» adopts it, and it stands as adopted", id=record.name), ("vedtak",)
    else:
        message, at = T("«{id}» stands as adopted, but has no vedtak", id=record.name), ("vedtak",)
    hint = T("Write «vedtak:» with organ, sak and dato, or change the status.")
    yield finding("516", record, message, *at, help=hint)


RULE = Rule(
    code="516",
    slug="vedtatt-uten-vedtak",
    severity=Severity.ERROR,
    title="Adopted plan without vedtak",
    source="S0 «Plansystemet»",
    example=Example("strategi.yaml", _BAD, _BAD + _DECIDED),
    visits=("vedtatte planer", "planprogram", "registerplan"),
    each=_each,
    explanation=__doc__,
)
