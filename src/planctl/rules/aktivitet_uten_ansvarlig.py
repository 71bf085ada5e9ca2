"""Nobody is named as responsible for an activity in the year wheel.

What nobody has been given is easily left undone. Name one unit, role or body in `ansvarlig`. An activity
that says in `organ` which body treats it, is that body's own. What the state does, as presenting its
budget, needs none.
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
    ring: politisk
    dato: 2023-06-13
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    nobody = record.get("ansvarlig") is None and record.get("organ") is None
    if nobody and not is_the_states(record) and is_current(record, world.today):
        message = T("{Aktivitet} «{id}» has nobody responsible", id=record.name)
        hint = T(
            "Add «ansvarlig:» with a unit, a role or a body from the organisation file, "
            "or «organ:» with the body that treats it."
        )
        yield finding("706", record, message, "ansvarlig", help=hint)


RULE = Rule(
    code="706",
    slug="aktivitet-uten-ansvarlig",
    severity=Severity.WARNING,
    title="{Aktivitet} with nobody responsible",
    source="S0 «Årshjul»",
    example=Example("årshjul.yaml", _BAD, _BAD + "    ansvarlig: kommunedirektøren\n"),
    visits=("aktivitet",),
    each=_each,
    habit=True,
    explanation=__doc__,
)
