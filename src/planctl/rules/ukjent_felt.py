"""The record has a field that does not exist there.

It is most often a slip of the keyboard, a field in nynorsk spelling, or a field that belongs in
another place. planctl would have to guess what it means, and what stands in it would be missing
from reports. Write the field as the message says, or move it to where it belongs. Free notes can
stand in merknad.
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
_BAD = _GOOD.replace("    frist:", "    fristt:")

RULE = Rule(
    code="101",
    slug="ukjent-felt",
    severity=Severity.ERROR,
    title="A field that does not exist",
    source="planctl",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
