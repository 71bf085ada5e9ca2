"""A field stands twice in the same record.

Only one of the two can count, and readers cannot see which. It happens when a record is copied and
only half changed, or when the hyphen that begins the next record is missing. Keep one of them, or
put the hyphen in.
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
_BAD = _GOOD + "    frist: 2021-12-01\n"

RULE = Rule(
    code="003",
    slug="duplisert-nøkkel",
    severity=Severity.ERROR,
    title="The same field stands twice",
    source="YAML 1.2.2 § 3.2.1.3",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
