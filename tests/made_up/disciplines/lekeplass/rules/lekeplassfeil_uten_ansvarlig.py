"""Nobody is named who mends a fault.

Write `ansvarlig` with the id of a unit or role.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

REGISTER = """\
type: lekeplasser
id: lp
tittel: Lekeplassene
feil:
  - id: lp.huske
    tittel: Husken er løs
    ansvarlig: veg
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    if not record.get("ansvarlig"):
        yield finding("899", record, T("Nobody mends {lekeplassfeil_def} «{title}»", title=record.title))


RULE = Rule(
    code="899",
    slug="lekeplassfeil-uten-ansvarlig",
    severity=Severity.WARNING,
    title="{Lekeplassfeil} that nobody mends",
    source="the tests",
    example=Example("lp.yaml", REGISTER.replace("    ansvarlig: veg\n", ""), REGISTER),
    visits=("lekeplassfeil",),
    each=_each,
    explanation=__doc__,
)
