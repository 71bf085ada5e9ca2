"""The file holds a character that cannot be seen.

Such characters come along when text is pasted from Word, a PDF or a web page. Some of them can make
a line read otherwise than it is stored, so that a reviewer approves something else than what is
decided. Delete the character: put the cursor at the place named, and delete one step at a time.
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
_BAD = _GOOD.replace("ved stasjonen", "ved \u202estasjonen")

RULE = Rule(
    code="008",
    slug="kontrolltegn",
    severity=Severity.ERROR,
    title="An invisible control character",
    source="YAML 1.2.2 § 5.1; Unicode TR 36",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
