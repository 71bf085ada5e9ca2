"""The date is written in a way that planctl does not read, or there is no such day.

A date is written with the year first, as 2021-10-01. A deadline may also be a month, a quarter, a
tertial, a half-year or a year: 2021-10, 2021-Q3, 2021-T2, 2021-H1, 2021. Then its last day counts.
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
_BAD = _GOOD.replace("2021-10-01", "01.10.2021")

RULE = Rule(
    code="105",
    slug="ugyldig-dato",
    severity=Severity.ERROR,
    title="A date or deadline that cannot be read",
    source="ISO 8601",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
