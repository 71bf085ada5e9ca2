"""The id holds a sign that ids cannot have.

An id is the fixed name that other plans refer to. It has small letters, digits, period, hyphen and
underscore, so that it can be typed by hand, stand in an address and be found again. The title says
the rest. The numbering of the municipality belongs in nummer.
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
_BAD = _GOOD.replace("id: vp2021-veg.t1", "id: Sykkelparkering 1")

RULE = Rule(
    code="107",
    slug="ugyldig-id",
    severity=Severity.ERROR,
    title="An id that cannot be used",
    source="planctl",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
