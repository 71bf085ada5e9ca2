"""A field that must be there is missing or empty.

Few fields are required: an id to refer to, a title to show, and what the plan is about and for which
years. Without them the record cannot take part in the rød tråd. Add the field.
"""

from __future__ import annotations

from planctl.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_GOOD = """\
type: virksomhetsplan
id: vp2021-veg
tittel: Virksomhetsplan 2021 for veg
virksomhet: veg
periode: 2021
status: vedtatt
ansvarlig: veg
arver: [klima.d1]
tiltak:
  - id: vp2021-veg.t1
    tittel: Bygge sykkelparkering ved stasjonen
    løser: [hp2021.o1]
    frist: 2021-10-01
    ansvarlig: veg
"""
_BAD = _GOOD.replace("    tittel: Bygge sykkelparkering ved stasjonen\n", "")

RULE = Rule(
    code="103",
    slug="mangler-felt",
    severity=Severity.ERROR,
    title="A field that is missing",
    source="planctl",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
