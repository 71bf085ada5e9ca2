"""The field holds a value that is not among those it may have.

Some fields have a fixed set of values, so that reports can count and compare: status is one of
them. Choose one of those that the message lists, in the same spelling.
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
    status: i rute
"""
_BAD = _GOOD.replace("status: i rute", "status: påbegynt")

RULE = Rule(
    code="104",
    slug="ugyldig-verdi",
    severity=Severity.ERROR,
    title="A value that cannot stand here",
    source="planctl",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
