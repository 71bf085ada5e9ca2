"""The period is written in a way that planctl does not read, or cannot stand in this field.

A plan's period is a year, or its first and last year with a hyphen between: 2021-2024. What is
reported or measured has the year alone or with a tertial, a quarter or a month: 2021-T2, 2021-Q3,
2021-08.
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
_BAD = _GOOD.replace("periode: 2021", "periode: 2021/22")

RULE = Rule(
    code="106",
    slug="ugyldig-periode",
    severity=Severity.ERROR,
    title="A period that cannot be read",
    source="planctl",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
