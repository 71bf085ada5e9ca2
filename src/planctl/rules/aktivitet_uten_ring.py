"""An activity in the year wheel belongs to no ring.

The wheel has two rings: what the political bodies treat, and what the administration does to prepare
it. Write `ring: politisk` or `ring: administrativ`, so that each can see its own year. Only what the
state does, as presenting its budget (slag statsbudsjett), stands outside the rings.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wheel import is_current, is_the_states
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: årshjul
id: årshjul2020-2024
tittel: Hjulet for valgperioden
periode: 2020-2024
aktiviteter:
  - id: ah.arealdel
    tittel: Arealdelen vedtas
    slag: kommuneplan
    dato: 2023-06-13
    ansvarlig: kommunedirektøren
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("ring") is None and not is_the_states(record) and is_current(record, world.today):
        message = T("{Aktivitet} «{id}» is in no ring", id=record.name)
        hint = T("Write «ring: politisk» when a political body treats it, otherwise «ring: administrativ».")
        yield finding("708", record, message, "ring", help=hint)


RULE = Rule(
    code="708",
    slug="aktivitet-uten-ring",
    severity=Severity.WARNING,
    title="{Aktivitet} in no ring",
    source="S0 «Årshjul»",
    example=Example("årshjul.yaml", _BAD, _BAD + "    ring: politisk\n"),
    visits=("aktivitet",),
    each=_each,
    habit=True,
    explanation=__doc__,
)
